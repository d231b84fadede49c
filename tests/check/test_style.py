"""What a glossary's style asks for is found where it stands, and nothing else is."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hornbook.check.sentence_split import sentences_of
from hornbook.diagnostics import Place
from hornbook.production import examine
from tests.load.project import BASE, loaded_with

WORDS = "style:\n  longest_sentence: 10\n  words: [{word: carries over, forms: [carry over], better: [generalizes]}]\n"
GLOSSARY = (BASE / "glossary/glossary.yaml").read_text(encoding="utf-8")
TERM = "label: Rain\nkind: condition\nholds: it rains\nfails: it does not rain\n"


def found(folder: Path, files: dict[str, str], style: str = WORDS) -> list[tuple[str, str]]:
    """Code, and the characters that its place covers."""
    loaded_with(folder, {"glossary/glossary.yaml": GLOSSARY + style, **files})
    result = examine(folder / "project")
    wanted = ("word-avoided", "sentence-long", "sentence-mark", "definition-nobody")
    return [
        (one.code, covered(one.place, result.texts[one.place.path])) for one in result.diagnostics if one.code in wanted
    ]


def covered(place: Place, text: str) -> str:
    lines = text.split("\n")[: place.end_line]
    lines[-1] = lines[-1][: place.end_column - 1]
    lines[place.line - 1] = lines[place.line - 1][place.column - 1 :]
    return "\n".join(lines[place.line - 1 :])


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("", []),
        ("✓", []),
        ("One. Two.", ["One.", "Two."]),
        ("One? Two! Three … Four", ["One?", "Two!", "Three …", "Four"]),
        ("See e.g. Smith et al. Then, i.e. later, go.", ["See e.g. Smith et al. Then, i.e. later, go."]),
        ("See Fig. 3. Go on.", ["See Fig. 3.", "Go on."]),
        ("By A. N. Other. It is 2.5 wide.", ["By A. N. Other.", "It is 2.5 wide."]),
        ("So do I. Then go.", ["So do I.", "Then go."]),
        ("He (see p. 3. there) went. (So he did.) Well.", ["He (see p. 3. there) went.", "(So he did.)", "Well."]),
        ("“Is it so?” he asks. “No.” Then she goes.", ["“Is it so?” he asks.", "“No.”", "Then she goes."]),
        ("It follows.\N{NO-BREAK SPACE}✓ And so on.", ["It follows.\N{NO-BREAK SPACE}✓", "And so on."]),
        ("Below\n\nabove. It is etc. and so on", ["Below", "above.", "It is etc. and so on"]),
    ],
)
def test_a_passage_is_cut_into_its_sentences(text: str, parts: list[str]) -> None:
    assert [text[one.start : one.end] for one in sentences_of(text)] == parts


@given(st.text("aB1.?!…()“” \n✓", max_size=60))
def test_sentences_follow_each_other_and_leave_out_no_word(text: str) -> None:
    found = list(sentences_of(text))
    assert all(one.end <= after.start for one, after in pairwise(found))
    kept = "".join(text[one.start : one.end] for one in found)
    assert [char for char in kept if char.isalnum()] == [char for char in text if char.isalnum()]
    assert all(one.words > 0 for one in found)


@pytest.mark.parametrize(
    "page",
    [
        "It carries over.",
        "It *really* **Carries\nover**.",
        "- [It carries over](https://example.org/carries-over), see [[rain]]",
        "| a |\n|---|\n| it carries over |",
        "&amp; `x` carries over",
        "[[rain|It carries over]], [[rain]] does not.",
        "Rain[^1].\n\n[^1]: It carry over.",
        "## It carries over",
        '!!! note "It"\n    That carries over.',
    ],
)
def test_a_word_is_found_in_any_form_where_readers_see_it(page: str, tmp_path: Path) -> None:
    ((code, words),) = found(tmp_path, {"docs/index.md": f"# A\n\n{page}\n"})
    assert code == "word-avoided"
    assert " ".join(words.lower().split()) in {"carries over", "carry over"}


@pytest.mark.parametrize(
    "page",
    [
        "It generalizes.",
        "It carries overs, or carried over; miscarries over.",
        '“It carries over”, "carry over" and *carries over*.',
        "`carries over`\n\n    carries over\n\n```\ncarries over\n```",
        "> It carries over.",
        "<!-- It carries over. -->",
        "[It](<https://example.org/carries over>)",
        "It carries\n\nover.",
    ],
)
def test_no_word_is_found_in_quotations_code_and_other_words(page: str, tmp_path: Path) -> None:
    assert found(tmp_path, {"docs/index.md": f"# A\n\n{page}\n"}) == []


def test_names_are_left_alone_and_sentences_of_every_record_are_read(tmp_path: Path) -> None:
    source = "- {id: almanac, author: [Carry Over], title: It carries over, seen: 'no', unverified: They carry over.}\n"
    answer = "question: Does it carry over?\nshort: 'It''s what carries over.'\nanswer: >\n  It\n  carries\n  over.\n"
    files = {
        "glossary/sources.yaml": source,
        "glossary/faq/does-rain-wet.yaml": f"{answer}source: almanac\n",
        "glossary/terms/rain.yaml": TERM.replace("Rain", "Carries over") + "aliases: [carry over]\nshort: Rain.\n",
    }
    assert [words for _, words in found(tmp_path, files)] == [
        *("carry over", "carries over", "carries\n  over", "carry over"),
    ]


def test_a_sentence_counts_the_words_that_readers_see(tmp_path: Path) -> None:
    ten = "One two-three [[rain]] [four five](https://example.org) *six* `seven eight` [[wet-ground]]"
    files = {"docs/index.md": f"# A\n\n{ten}. {ten} nine ten eleven. So it is.\n"}
    assert found(tmp_path, files) == [("sentence-long", "One")]


@pytest.mark.parametrize(
    ("page", "marked"),
    [
        ("See [[rain => wet-ground]].", []),
        ("[[rain => wet-ground|Rain wets the ground.]] Go on.", []),
        ("As [[rain => wet-ground|rain wets it]], it is wet.", ["]"]),
        ("It is ✓ in this.", ["✓"]),
        ("✓ Follows.", []),
        ("“✓” is a mark, and *✓* too.", []),
        ("Is it? Yes! It is.", []),
        ("It is ?open to us.", ["?"]),
    ],
)
def test_a_mark_stands_at_an_end(page: str, marked: list[str], tmp_path: Path) -> None:
    assert [words for _, words in found(tmp_path, {"docs/index.md": f"# A\n\n{page}\n"})] == marked


def test_a_glossary_without_a_style_is_left_alone(tmp_path: Path) -> None:
    files = {"docs/index.md": f"# A\n\nIt ✓ carries over{' very' * 100} much.\n"}
    assert found(tmp_path, files, style="") == []
    assert [code for code, _ in found(tmp_path, files, style="style: {}\n")] == ["sentence-mark", "sentence-long"][::-1]
