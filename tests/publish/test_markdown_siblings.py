"""Pages as Markdown: what they say stays, as words; what is no text of theirs does not come in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from selectolax.lexbor import LexborHTMLParser

from hornbook.publish.markdown_siblings import as_markdown, siblings_of

PAGE = (
    "<!doctype html><html><head>{head}</head><body>Frame"
    '<article class="md-content__inner">{body}</article></body></html>'
)


def text_of(body: str, head: str = "") -> str:
    return as_markdown(PAGE.replace("{head}", head).replace("{body}", body).encode())


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("", ""),
        ("<h1>A title<a class=headerlink href=#x>¶</a></h1><p>Some <em>words</em>.</p>", "# A title\n\nSome *words*."),
        ("<p>See <a href='../rain/'>rain</a>.</p>", "See [rain](../rain/)."),
        ("<span>one</span><a href=x>two</a>", "one [two](x)"),
        ("<ul><li>one<li><p>two</p><ol><li>three</ol></ul>", "- one\n- two\n  \n  1. three"),
        ("<details><summary>Why</summary><p>So.</p></details>", "**Why**\n\nSo."),
        ("<table><tr><th>a<th>b<tr><td>1|2</table>", "| a | b |\n| --- | --- |\n| 1\\|2 |  |"),
        ("<pre><code>a\n```\nb</code></pre>", "````\na\n```\nb\n````"),
        ("<blockquote><p>One.</p><p>Two.</p></blockquote>", "> One.\n> \n> Two."),
        (
            "<p>1. not a list, *not* [a link](x) `nor code`</p>",
            "1\\. not a list, \\*not\\* \\[a link\\](x) \\`nor code\\`",
        ),
        ("<p><math alttext='x^2'><mi>x</mi></math></p>", "$x^2$"),
        ("<svg><text>drawn</text></svg><script>run()</script><p hidden>x</p><button>y</button>", ""),
        ("<div>words<p>a paragraph</p>more</div>", "words\n\na paragraph\n\nmore"),
    ],
)
def test_what_a_page_says_is_said_in_markdown(body: str, expected: str) -> None:
    assert text_of(body).rstrip("\n") == expected


def test_the_address_of_the_page_stands_below_it() -> None:
    head = '<link rel="canonical" href="https://example.org/terms/rain/">'
    assert text_of("<p>Rain.</p>", head) == "Rain.\n\n<https://example.org/terms/rain/>\n"


words = st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]), max_size=20) | st.text(
    "*_`[]<>#+-.1) \\|", max_size=8
)


@given(st.lists(words, max_size=3))
def test_words_stay_words(pieces: list[str]) -> None:
    body = "".join(f"<p>{piece.replace('&', '&amp;').replace('<', '&lt;')}</p>" for piece in pieces)
    shown = LexborHTMLParser(MarkdownIt("commonmark").render(text_of(body)))
    assert shown.body is not None
    assert {node.tag for node in shown.body.traverse()} <= {"body", "p"}
    assert shown.body.text(separator=" ").split() == [word for piece in pieces for word in piece.split()]


def test_each_page_that_is_there_has_its_text_beside_it() -> None:
    page = PAGE.replace("{head}", "").replace("{body}", "<p>x</p>").encode()
    assert siblings_of({"a/index.html": page, "b.svg": b""}, ["a/index.html", "gone/index.html"]) == {
        "a/index.md": b"x\n"
    }
