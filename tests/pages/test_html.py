"""The law of `pages/html.py`: a plain string is text wherever it enters, so that nobody's words become markup."""

import ast
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser, LexborNode

from hornbook.pages.html import EMPTY, Html, join, joined_html, listing, tag, text, text_kept, trusted, void_tag
from hornbook.reasoning.sentences import AND, OR, joined, plain

PACKAGE = Path(__file__).resolve().parents[2] / "builder" / "hornbook"
MARKUP = tag("b", "bold")
NASTY = ["</p><script>alert(1)</script>", '" onclick="x', "' x='", "&lt;b&gt;", "a\n\n# b", "a\r\rb", "<!--", "]]>", ""]

words = st.text(st.characters(codec="utf-8", exclude_characters="\0")) | st.sampled_from(NASTY)
children = st.lists(words, max_size=4)


def read(html: str) -> LexborHTMLParser:
    return LexborHTMLParser(f"<!doctype html><body>{html}")


def element(html: str, name: str) -> LexborNode:
    found = read(html).css_first(name)
    assert found is not None
    return found


def elements(html: str) -> list[str]:
    """The names of the elements inside the body, comments and other things included.

    But for those that keep text of another direction apart, which have nothing but words inside.
    """
    body = read(html).body
    assert body is not None
    apart = body.css("bdi")
    assert all(set(one.attributes) <= {"dir"} and one.child and one.child.is_text_node for one in apart)
    return [node.tag or "" for node in body.traverse(include_text=False) if node.tag not in {"body", "bdi"}]


def shown(written: str) -> str:
    """What a reader sees of text: its line breaks are spaces."""
    return written.replace("\n", " ").replace("\r", " ")


@given(children, words)
def test_text_never_becomes_an_element(pieces: list[str], value: str) -> None:
    assert elements(tag("p", *pieces, title=value)) == ["p"]
    assert elements(tag("p", join(*pieces, by=value))) == ["p"]
    assert elements(void_tag("br", title=value)) == ["br"]
    assert elements(listing(pieces)) == (["ul", *("li" for _ in pieces)] if pieces else [])


@given(children)
def test_text_is_read_as_it_was_written(pieces: list[str]) -> None:
    assert element(tag("div", *pieces), "div").text() == shown("".join(pieces))
    assert [one.text() for one in read(listing(pieces)).css("li")] == [shown(piece) for piece in pieces]


@given(children, st.sampled_from([AND, OR]))
def test_pieces_in_a_row_read_as_sentences_in_a_row_do(pieces: list[str], last: str) -> None:
    row = plain(joined(((piece,) for piece in pieces), last))
    # Pieces that run against the page are kept apart from it.
    assert element(tag("div", joined_html(pieces, last)), "div").text() == element(tag("div", row), "div").text()
    assert elements(joined_html([MARKUP, *pieces], last)) == ["b"]


@given(words)
def test_an_attribute_holds_its_value(value: str) -> None:
    assert element(tag("p", title=value), "p").attributes == {"title": value}


@given(children, words)
def test_whatever_is_made_stands_on_one_line(pieces: list[str], value: str) -> None:
    for made in (tag("p", *pieces, title=value), join(*pieces, by=value), listing(pieces), void_tag("br", title=value)):
        assert not {"\n", "\r"} & set(made)


@pytest.mark.parametrize(
    "changed",
    [
        lambda html: html + html,
        lambda html: "" + html,
        lambda html: f"{html}",
        lambda html: f"a{html}",
        lambda html: "%s" % html,  # noqa: UP031 -- one of the ways
        "{}".format,
        lambda html: "".join([html]),  # noqa: FLY002 -- another
        lambda html: html.join(["a", "b"]),
        lambda html: html * 1,
        lambda html: html[:],
        lambda html: html.strip(),
        lambda html: html.replace("bold", "b"),
        lambda html: html.partition(">")[0],
        str,
    ],
)
def test_what_is_made_of_markup_by_other_means_is_text_again(changed: Callable[[Html], str]) -> None:
    made = changed(MARKUP)
    assert not isinstance(made, Html)
    assert elements(tag("p", made)) == ["p"]


def test_markup_passes_as_it_is() -> None:
    assert tag("p", MARKUP, "<", trusted("<br>")) == "<p><b>bold</b>&lt;<br></p>"
    assert join(MARKUP, MARKUP, by=MARKUP) == MARKUP * 3
    assert listing([MARKUP], "x") == '<ul class="x"><li><b>bold</b></li></ul>'


def test_nothing_makes_nothing() -> None:
    assert [join(), join(by=MARKUP), listing([]), text("")] == [EMPTY] * 4
    assert tag("p", "", EMPTY) == "<p></p>"


def test_an_attribute_without_a_value_is_left_out() -> None:
    assert tag("p", class_="a", data_kb_x="", for_=None) == '<p class="a" data-kb-x=""></p>'


def test_code_keeps_its_line_breaks() -> None:
    assert text_kept("a < b\n\nc") == "a &lt; b&#10;&#10;c"


def test_markup_is_made_in_one_module_and_let_in_at_few_places() -> None:
    assert _callers("Html") == {"pages/html.py"}
    assert _callers("trusted") == {
        "drawings.py",
        "pages/frameless.py",
        "pages/hand_written.py",
        "pages/prose_html.py",
    }


def _callers(name: str) -> set[str]:
    return {
        path.relative_to(PACKAGE).as_posix()
        for path in PACKAGE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == name
    }
