"""A glossary that runs from right to left, with words of both directions in it; and one that does not."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hornbook.language import Direction, against, apart, direction_of, main_direction, running
from hornbook.model import Element, Text
from hornbook.pages.html import isolated, say_html, tag, text_kept
from hornbook.pages.prose_html import kept_apart
from hornbook.production import examine
from hornbook.reasoning.anchors import anchor_of
from hornbook.reasoning.scopes import Reasoning
from hornbook.site import build
from tests.where import SAMPLE

HEBREW = Path(__file__).parent / "hebrew"


def reasoning_of(project: Path) -> Reasoning:
    found = examine(project)
    assert not [one for one in found.diagnostics if one.severity == "error"]
    assert found.reasoning is not None
    return found.reasoning


@pytest.fixture(scope="module")
def files() -> dict[str, str]:
    built = build(reasoning_of(HEBREW), {})
    return {path: data.decode() for path, data in built.items() if path.endswith((".md", ".html", ".svg", ".dot"))}


@pytest.mark.parametrize(
    ("language", "direction"),
    [("en", "ltr"), ("he", "rtl"), ("ar-EG", "rtl"), ("az-Arab", "rtl"), ("he-Latn", "ltr"), ("de-AT", "ltr")],
)
def test_a_language_has_a_direction_and_a_script_counts_more(language: str, direction: str) -> None:
    assert direction_of(language) == direction


@pytest.mark.parametrize(
    ("words", "own", "kept"),
    [
        ("Falling water.", "ltr", "ltr"),
        ("SAT (saturation)", "ltr", "ltr"),
        ("C++", "ltr", "ltr"),
        ("pH של הקרקע", None, "rtl"),
        ("כאן English", None, "rtl"),
        ("גשם", None, None),
        ("1998, 7–9!", None, None),
        ("", None, None),
    ],
)
def test_words_on_a_page_from_right_to_left(words: str, own: str | None, kept: str | None) -> None:
    with running(Direction.RTL):
        assert (against(words), apart(words)) == (own, kept)


@pytest.mark.parametrize(
    ("words", "own", "kept"),
    [
        ("גשם", "rtl", "rtl"),
        ("rain (גשם)", None, "ltr"),
        ("naïve", None, None),
        ("κόσμος", None, None),
        ("雨", None, None),
    ],
)
def test_words_on_a_page_from_left_to_right(words: str, own: str | None, kept: str | None) -> None:
    assert (against(words), apart(words)) == (own, kept)


@given(st.text("aאא 1", max_size=8))
def test_a_text_runs_as_its_first_letter_unless_more_letters_run_as_the_page_does(words: str) -> None:
    letters = [one for one in words if one.isalpha()]
    for around, along in ((Direction.LTR, "a"), (Direction.RTL, "א")):
        runs_along = not letters or letters[0] == along or letters.count(along) > len(letters) / 2
        with running(around):
            assert (against(words) is None) is runs_along


@given(st.text(st.characters(max_codepoint=0x58F)))
def test_without_letters_from_right_to_left_nothing_changes(words: str) -> None:
    assert against(words) is apart(words) is None
    assert main_direction(words) is Direction.LTR
    assert isolated(words) is words


def test_elements_say_the_direction_of_text_that_runs_against_the_page() -> None:
    with running(Direction.RTL):
        assert tag("p", "So it is.") == '<p dir="ltr">So it is.</p>'
        assert tag("td", "So") == '<td><bdi dir="ltr">So</bdi></td>'
        assert tag("a", "SAT", href="#") == '<a href="#" dir="ltr">SAT</a>'
        assert tag("li", "גשם", " · ", "SAT") == '<li>גשם · <bdi dir="ltr">SAT</bdi></li>'
        assert tag("p", "גשם", " is rain.") == '<p>גשם <bdi dir="ltr">is rain.</bdi></p>'
        assert say_html("גשם {name}", name="SAT!") == 'גשם <bdi dir="ltr">SAT!</bdi>'
        assert tag("p", "So", dir="auto") == '<p dir="auto">So</p>'
    assert tag("p", "So it is.") == "<p>So it is.</p>"


@pytest.mark.parametrize("block", ["p", "pre", "ul", "ol", "blockquote", "table", "hr", "details", "div"])
def test_a_line_that_holds_blocks_is_not_kept_apart_as_words_are(block: str) -> None:
    inside, around = Element(block, (Text("So"),)), ("li", "td", "th", "summary", "h2")
    for holder in around:
        words = [text_kept("So")]
        assert kept_apart(Element(holder, (Text("So"),)), words, Direction.LTR) == [tag("bdi", "So", dir="ltr")]
        assert kept_apart(Element(holder, (Text("So"), inside)), words, Direction.LTR) is words


def test_pages_frames_and_drawings_run_from_right_to_left(files: dict[str, str]) -> None:
    rain = files["docs/terms/rain/index.md"]
    assert '<p dir="ltr">Falling water that wets a coat.</p>' in rain
    assert "<p>כל המים" in rain
    assert '<html lang="he" dir="rtl">' in files["docs/embed/term/rain/index.html"]
    assert '<bdi dir="ltr">SAT' in files["docs/terms/sat/index.md"]
    home = files["docs/index.md"]
    assert '<p dir="ltr">The garden book' in home
    assert '<li><bdi dir="ltr">C++</bdi></li>' in home
    assert "{ #rlhf-והצפה" in home
    view = files["docs/diagrams/wetting.svg"]
    assert view.count('direction="rtl"') > 2
    chain = files["docs/diagrams/wishes.svg"]
    assert chain.index("יבול") < chain.index("תעלה")
    assert "rankdir=RL" in files["docs/diagrams/wishes.dot"]


def test_sentences_run_as_their_language_does_however_latin_the_names_in_them(files: dict[str, str]) -> None:
    frame = files["docs/embed/garden/index.html"]
    assert '<h1>מה נובע במסגרת <bdi dir="ltr">The garden</bdi></h1>' in frame
    assert '</a> · <bdi dir="ltr">CC BY 4.0</bdi></p>' in frame
    with running(Direction.RTL):
        assert tag("p", say_html("{word} – מה זה", word="SAT")) == '<p><bdi dir="ltr">SAT</bdi> – מה זה</p>'


def test_the_contributors_manual_runs_as_the_site_does_and_its_code_is_code(files: dict[str, str]) -> None:
    fields, codes = (files[f"docs/contribute/{page}/index.md"] for page in ("fields", "codes"))
    assert 'lang="en"' not in fields + codes
    assert "# שדות {" in fields
    assert "<td>המשמעות במשפט פשוט אחד.<pre><code>short:" in fields
    assert "# קודים {" in codes
    assert '<p><span class="kb-chip kb-chip-error">שגיאה</span> ' in codes


def test_letters_are_headings_and_places_in_their_own_script(files: dict[str, str]) -> None:
    terms = files["docs/terms/index.md"]
    assert terms.index("## ג { #letter-ג }") < terms.index("{ #letter-נ }") < terms.index("{ #letter-d ")


def test_a_page_of_one_direction_says_none() -> None:
    for path, data in build(reasoning_of(SAMPLE), {}).items():
        if path.startswith("docs/") and path.endswith((".md", ".html", ".svg")):
            assert b' dir="' not in data, path
            assert b"<bdi" not in data, path
            assert b' direction="' not in data, path


@pytest.mark.parametrize(
    ("words", "anchor"),
    [
        ("RLHF והצפה", "rlhf-והצפה"),
        ("ב-2024", "ב-2024"),
        ("Größe", "grösse"),
        ("Maßstab", "massstab"),
        ("Élan", "elan"),
        ("Œuvre", "œuvre"),
        ("α-conversion", "α-conversion"),
        ("量", "量"),
        ("2024", "2024"),
        ("…", ""),
    ],
)
def test_anchors_keep_words_of_another_script(words: str, anchor: str) -> None:
    assert anchor_of(words) == anchor
