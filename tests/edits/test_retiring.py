"""Retiring: nothing goes on naming what is gone, and its address says what took its place."""

from pathlib import Path

import pytest

from hornbook.addresses import files_of, moved_embeds
from hornbook.check import published_ids
from hornbook.diagnostics import Severity
from hornbook.edits.retiring import retired
from hornbook.edits.values import FileChanges, Refusal
from hornbook.edits.writing import write_changes
from hornbook.kinds import PUBLISHED_IDS
from hornbook.load import Loaded, load
from hornbook.production import examine
from hornbook.reasoning.scopes import reason_about
from hornbook.site import build
from tests.sample_copy import copy_of_sample

TERM = "label: {}\nkind: concept\nshort: One more figure.\nunused: It is new.\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = copy_of_sample(tmp_path / "project")
    (root / "glossary/terms/oval.yaml").write_text(TERM.format("Oval"), encoding="utf-8")
    (root / "glossary/terms/ellipse.yaml").write_text(TERM.format("Ellipse"), encoding="utf-8")
    knowledge = load(root).knowledge
    assert knowledge is not None
    (root / PUBLISHED_IDS).write_text(published_ids(knowledge), encoding="utf-8")
    return root


def carried_out(root: Path, found: FileChanges | Refusal) -> Loaded:
    assert isinstance(found, FileChanges), found
    write_changes(root, found)
    wrong = [one for one in examine(root).diagnostics if one.severity is Severity.ERROR]
    assert wrong == []
    return load(root)


def page(loaded: Loaded, address: str) -> str:
    assert loaded.knowledge is not None
    return build(reason_about(loaded.knowledge), {})[f"docs/{address}index.md"].decode()


def test_what_nothing_names_goes_and_its_page_says_so(root: Path) -> None:
    after = carried_out(root, retired(load(root), "oval"))
    assert not (root / "glossary/terms/oval.yaml").exists()
    assert "retired term oval\n" in (root / PUBLISHED_IDS).read_text(encoding="utf-8")
    assert "was retired" in page(after, "terms/oval/")


def test_what_is_named_stays_until_something_takes_its_place(root: Path) -> None:
    text = root / "glossary/terms/kite.yaml"
    text.write_text(text.read_text(encoding="utf-8") + "related: [oval]\n", encoding="utf-8")
    found = retired(load(root), "oval")
    assert isinstance(found, Refusal)
    assert [place.path for place in found.places] == ["glossary/terms/kite.yaml"]
    after = carried_out(root, retired(load(root), "oval", "ellipse"))
    assert "related: [ellipse]" in text.read_text(encoding="utf-8")
    assert "retired term oval for ellipse\n" in (root / PUBLISHED_IDS).read_text(encoding="utf-8")
    assert 'What took its place: <a href="../ellipse/"' in page(after, "terms/oval/")


def test_what_other_sites_showed_of_it_says_so(root: Path) -> None:
    knowledge = carried_out(root, retired(load(root), "oval", "ellipse")).knowledge
    assert knowledge is not None
    files = build(reason_about(knowledge), {})
    embed = files["docs/embed/term/oval/index.html"].decode()
    assert "was retired" in embed
    assert '<a href="../../../terms/ellipse/" target="_blank"' in embed
    assert "docs/embed/term/oval/oembed.json" in files
    written = {path.removeprefix("docs/") for path in files if path.startswith("docs/embed/")}
    moved = {f"{former}index.html" for former in moved_embeds(knowledge)}
    assert written <= files_of(knowledge) | moved


def test_an_heir_is_of_the_same_kind_and_something_else(root: Path) -> None:
    for heir in ("oval", "plane", "nothing"):
        assert isinstance(retired(load(root), "oval", heir), Refusal)
    found = retired(load(root), "plane/square-definition", "square-definition")
    assert isinstance(found, Refusal)
    assert found.message == "`square-definition` is no other implication"


def test_a_part_goes_with_the_comment_above_it_and_its_heir_remembers(root: Path) -> None:
    file = root / "glossary/frameworks/plane.yaml"
    text = file.read_text(encoding="utf-8")
    line = "  # both say the same\n  - {id: again, if: [square], then: rhombus, redundant: It is a second wording.}\n"
    at = text.index("implications:\n") + len("implications:\n")
    file.write_text(text[:at] + line + text[at:], encoding="utf-8")
    knowledge = load(root).knowledge
    assert knowledge is not None
    other = next(one.id for one in knowledge.frameworks["plane"].implications if one.id != "again")
    after = carried_out(root, retired(load(root), "plane/again", other)).knowledge
    assert after is not None
    assert "# both say" not in file.read_text(encoding="utf-8")
    (heir,) = (one for one in after.frameworks["plane"].implications if one.id == other)
    assert "again" in heir.was
    assert 'id="again"' in page(load(root), "frameworks/plane/")


def test_the_only_one_of_its_list_takes_the_list_with_it(root: Path) -> None:
    file = root / "glossary/terms/oval.yaml"
    sense = "senses:\n  - id: own\n    text: A long round figure.\n    source: nobody\n"
    sources = next(iter(load(root).knowledge.sources))  # type: ignore[union-attr]
    file.write_text(TERM.format("Oval") + sense.replace("nobody", sources), encoding="utf-8")
    carried_out(root, retired(load(root), "oval/own"))
    assert file.read_text(encoding="utf-8") == TERM.format("Oval")


def test_a_part_that_shares_its_line_with_another_stays(root: Path) -> None:
    file = root / "glossary/terms/oval.yaml"
    source = next(iter(load(root).knowledge.sources))  # type: ignore[union-attr]
    senses = ", ".join(f"{{id: {name}, text: A figure., source: {source}}}" for name in ("own", "other"))
    file.write_text(f"{TERM.format('Oval')}senses: [{senses}]\n", encoding="utf-8")
    for name in ("oval/own", "oval/other"):
        found = retired(load(root), name)
        assert isinstance(found, Refusal)
        assert found.message == f"`{name}` shares its lines with others"
