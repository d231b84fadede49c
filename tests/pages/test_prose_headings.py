"""Headings in texts: fitted under those of the page, with anchors that stay; and links as people write them."""

from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from hornbook.edits.renaming import renamed
from hornbook.edits.values import FileChanges
from hornbook.load import Loaded
from hornbook.reasoning.scopes import reason_about
from hornbook.site import build
from tests.load.project import BASE, loaded_with
from tests.load.prose_reading import outline, read

RAIN = (BASE / "glossary/terms/rain.yaml").read_text()
FOG = "glossary/terms/fog.yaml"


def blocks(text: str, indent: str = "  ") -> str:
    return "|\n" + "".join(f"{indent}{line}\n" for line in text.split("\n"))


def loaded(folder: Path, text: str, senses: str = "", **pages: str) -> Loaded:
    term = f"label: Fog\ntext: {blocks(text)}{senses}"
    return loaded_with(folder, {FOG: term} | {f"docs/{name}.md": page for name, page in pages.items()})


def headings(made: Loaded) -> list[tuple[str, str | None, str]]:
    assert made.knowledge is not None, made.diagnostics
    page = LexborHTMLParser(build(reason_about(made.knowledge), {})["docs/terms/fog/index.md"].decode())
    return [(one.tag or "", one.attributes.get("id"), one.text()) for one in page.css("h1, h2, h3, h4, h5, h6")]


def of_texts(made: Loaded) -> list[tuple[str, str | None, str]]:
    return [one for one in headings(made) if (one[1] or "").startswith("text-")]


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("a\n\n# b\n\n## c", ["h2", "h3"]),
        ("a\n\n### b\n\n##### c\n\n### d", ["h2", "h3", "h2"]),
        ("a\n\n#### b\n\n## c", ["h2", "h2"]),
        ("a\n\n# b\n\n## c\n\n### d\n\n#### e\n\n##### f\n\n###### g", ["h2", "h3", "h4", "h5", "h6", "h6"]),
    ],
)
def test_headings_go_on_from_those_of_the_page_and_leave_no_level_out(
    tmp_path: Path, text: str, levels: list[str]
) -> None:
    assert [tag for tag, _, _ in of_texts(loaded(tmp_path, text))] == levels


def test_a_heading_of_a_sense_stands_below_that_of_all_senses(tmp_path: Path) -> None:
    sense = "senses:\n  - id: everyday\n    source: almanac\n    text: " + blocks("A cloud.\n\n# Use", " " * 6)
    assert of_texts(loaded(tmp_path, "A cloud.\n\n# Use", sense)) == [
        ("h2", "text-use", "Use"),
        ("h3", "text-everyday-use", "Use"),
    ]


def test_anchors_are_made_of_words_in_any_script_and_each_once(tmp_path: Path) -> None:
    found = of_texts(loaded(tmp_path, "a\n\n# Čas & čas\n\n# 霧の例\n\n# Čas & čas\n\n# `x`"))
    assert [anchor for _, anchor, _ in found] == ["text-cas-cas", "text-霧の例", "text-cas-cas_1", "text-x"]


def test_the_short_definition_is_made_of_sentences_alone(tmp_path: Path) -> None:
    made = loaded(tmp_path, "# In short\n\nA cloud on the ground. It is wet.")
    assert made.knowledge is not None
    assert made.knowledge.terms["fog"].short == "A cloud on the ground."


def test_paragraphs_do_not_run_together_as_plain_text() -> None:
    assert read("# a\n\nb\n\n- c\n- d").prose.plain_text(str).split() == ["a", "b", "c", "d"]


def test_a_term_is_never_linked_in_a_heading_unless_it_is_asked_for(tmp_path: Path) -> None:
    made = loaded(tmp_path, "Fog.\n\n# Rain\n\n# [[rain]]")
    assert made.knowledge is not None
    page = LexborHTMLParser(build(reason_about(made.knowledge), {})["docs/terms/fog/index.md"].decode())
    assert [bool(one.css("a")) for one in page.css("h2") if (one.attributes.get("id") or "").startswith("text-")] == [
        False,
        True,
    ]


def test_a_heading_under_a_line_is_refused_with_what_to_write() -> None:
    (found,) = read("a\n---").diagnostics
    assert found.code == "prose-heading"
    assert "write `## …` for a heading" in (found.hint or "")


@pytest.mark.parametrize(
    "address",
    ["../rain/", "../rain", "rain", "rain.md", "./rain.md", "rain.yaml", "/terms/rain/", "../terms/rain/index.md"],
)
def test_a_link_to_a_term_is_a_reference(address: str) -> None:
    result = read(f"A [wet *day*]({address}).")
    assert result.diagnostics == ()
    assert outline(result.prose.nodes) == "<p>A [rain|wet day].</p>"


@pytest.mark.parametrize(
    ("address", "hint"),
    [
        ("../rian/", "write `[[rain|words]]`"),
        ("wet-grounds.md", "write `[[wet-ground|words]]`"),
        ("../rain/#sense-town", "write `[[rain|words]]`: a text leads to whole pages"),
        ("../something-else/", "write `[[id|words]]` for a page of this site"),
        ("//rain", "link to `https://…`; write `[[id]]` for a page of this site"),
        ("javascript:rain", "link to `https://…`; write `[[id]]` for a page of this site"),
    ],
)
def test_a_link_to_nothing_says_what_to_write(address: str, hint: str) -> None:
    (found,) = read(f"[a]({address})").diagnostics
    assert (found.code, found.hint) == ("prose-link", hint)


def test_a_link_to_a_term_is_renamed_with_it(tmp_path: Path) -> None:
    made = loaded(tmp_path, "After [the rain](../rain/).")
    changes = renamed(made, "rain", "rainfall")
    assert isinstance(changes, FileChanges)
    (edit,) = [one for one in changes.edits if one.place.path == FOG]
    line = made.texts[FOG].split("\n")[edit.place.line - 1]
    assert line[edit.place.column - 1 : edit.place.end_column - 1] == "rain"
    assert line[: edit.place.column - 1].endswith("](../")


@pytest.mark.parametrize("address", ["../glossary/terms/rain.yaml", "../../rain"])
def test_a_link_of_a_page_to_a_file_of_a_record_says_what_to_write(tmp_path: Path, address: str) -> None:
    (found,) = loaded(tmp_path, "A cloud.", more=f"# More\n\nThe [rain]({address}).\n").diagnostics
    assert (found.code, found.hint) == ("prose-link", "write `[[rain|words]]`")
