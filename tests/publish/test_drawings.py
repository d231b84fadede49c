"""What is wrong with a drawing of `docs/` is told where it stands in the file."""

import pytest

from hornbook.publish import check_drawings_of

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">\n'
SEEN = "\u00e9\U0001f600\t"
"""Three columns: a column is a code point, whatever it takes in UTF-8."""


def told(text: str | bytes) -> list[tuple[str, str]]:
    data = text.encode() if isinstance(text, str) else text
    found = check_drawings_of("docs", {"a.svg": data}, frozenset({"a.svg"}), "https://example.org/")
    return [(str(one.place), one.code) for one in found]


@pytest.mark.parametrize(
    ("inside", "place", "code"),
    [
        ("<foreignObject/>", "2:1", "html-element"),
        (f"<text>{SEEN}</text><animate/>", "2:17", "html-element"),
        ("\n  <g><foreignObject/></g>", "3:6", "html-element"),
        ("\r\n<g>\r\n <iframe/></g>", "4:2", "html-element"),
        ('<g/>\n<!-- a\nb --><g\n  onload="alert(1)"/>', "4:6", "html-attribute"),
        ('<a href="javascript:alert(1)"/>', "2:1", "html-attribute"),
        ('\n<a href="https://\u0430.example/"/>', "3:1", "html-attribute"),
        ('\n<a href="mailto:a@\u0430.example"/>', "3:1", "html-attribute"),
        ('<g/><use href="https://example.net/#a"/>', "2:5", "html-external"),
        ("<g/>\n <style>@import 'https://example.net/a.css'</style>", "3:2", "html-external"),
        ('<style>a{b:url(\t")/*");c:url(//e.example/d);e:"*/"}</style>', "2:1", "html-external"),
        ('<style>a{b:url(\n")/*");c:url(//e.example/d);e:"*/"}</style>', "2:1", "html-external"),
        ("<style>a{b:url(&#13;')/*');c:url(//e.example/d);e:'*/'}</style>", "2:1", "html-external"),
        ("<style>a{b:xurl(a/*)'*/);b:'/*';c:url(//e.example/d);e:'*/'}</style>", "2:1", "html-external"),
        ('<g id="b"/>\n<g id="b"/>', "3:1", "id-duplicate"),
        ('<g/><a href="nowhere/"/>', "2:5", "link-broken"),
        ('<a href="#nowhere"/>', "2:1", "anchor-missing"),
        (f"<text>{SEEN}<b</text>", "2:12", "html-element"),
        ("<g>\n</b>", "3:3", "html-element"),
        ("<g/>\n<?xml-stylesheet href='a.css'?>", "3:1", "html-element"),
        ("<g/>&unknown;", "2:5", "html-element"),
        ("<g>" * 250 + "</g>" * 250, "2:598", "html-element"),
    ],
)
def test_a_fault_is_told_with_its_line_and_column(inside: str, place: str, code: str) -> None:
    assert told(f"{HEAD}{inside}</svg>") == [(f"docs/a.svg:{place}", code)]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("", "1:1"),
        ("<svg", "1:1"),
        ("\n\n<!DOCTYPE svg>\n<svg/>", "3:14"),
        ('<?xml version="1.0" encoding="latin-1"?>\n<svg/>', "1:1"),
        (b"<svg>\n \xff</svg>", "2:2"),
        ("\ufeff<svg><animate/></svg>", "1:6"),
    ],
)
def test_where_a_drawing_stops_being_one_is_told_too(text: str | bytes, place: str) -> None:
    assert told(text) == [(f"docs/a.svg:{place}", "html-element")]


def test_a_fault_that_is_made_again_and_again_is_told_where_it_is_first() -> None:
    assert told(HEAD + "<g/>\n<animate/>" * 1_000 + "</svg>") == [("docs/a.svg:3:1", "html-element")]


def test_a_script_is_told_where_it_stands() -> None:
    found = told(HEAD + "<g/>\n <script>alert(1)</script></svg>")
    assert found == [("docs/a.svg:3:2", "html-element"), ("docs/a.svg:3:2", "html-script")]


SHOWS_A = '<use href="#a"/>'


def bomb(levels: int) -> str:
    doubled = "".join(f'<g id="a{one + 1}"><use href="#a{one}"/><use href="#a{one}"/></g>' for one in range(levels))
    return f'{HEAD}<g id="a0"/>\n{doubled}</svg>'


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (bomb(40), "3:61"),
        (f'{HEAD}<g id="a">\n<use href="#a"/></g></svg>', "3:1"),
        (f'{HEAD}<g id="a">\n<use xlink:href="#b"/></g><g id="b"><use href="#a"/></g></svg>', "3:1"),
        (f"{HEAD}<g id='a'>{'<g/>' * 999}</g>\n{SHOWS_A * 999}</svg>", "3:1569"),
        (f"{HEAD}\n{'<g/>' * 100_000}</svg>", "3:399997"),
    ],
    ids=["doubled", "itself", "in a circle", "many", "long"],
)
def test_a_drawing_that_would_keep_a_browser_busy_is_refused(text: str, place: str) -> None:
    assert told(text.replace("<svg", '<svg xmlns:xlink="http://www.w3.org/1999/xlink"', 1)) == [
        (f"docs/a.svg:{place}", "html-element")
    ]


def test_what_stands_once_may_be_shown_often() -> None:
    assert told(f'{HEAD}<defs><path id="a"/></defs>' + SHOWS_A * 5_000 + "</svg>") == []
