"""What an excerpt in search shows reads as sentences: nothing is run together, and nothing is a mark alone."""

import pytest

from hornbook.publish.search_text import text_of


def sections(article: str) -> dict[str, str]:
    page = f'<html><body>before<article class="md-content__inner">{article}</article>after</body></html>'
    return text_of(page.encode()).sections


@pytest.mark.parametrize(
    ("article", "text"),
    [
        ("<p>One.</p><p>Two <em>and</em> <b>three</b>.</p>", "<p>One.</p><p>Two and three.</p>"),
        ("<p>In <math alttext='T₂'><msub><mi>T</mi><mn>2</mn></msub></math>, so.</p>", "<p>In T₂, so.</p>"),
        ("<dl><dt>Author</dt><dd>A. Miller</dd><dt>Id</dt><dd>x</dd></dl>", "<p>Author: A. Miller</p><p>Id: x</p>"),
        (
            (
                "<table><thead><tr><th>It</th><th>here</th></tr></thead>"
                "<tr><th>rain</th><td>holds</td><td>–</td><td>fails</td></tr></table>"
            ),
            "<p>rain: holds; fails</p>",
        ),
        ("<ul><li>one</li><li>two<ul><li>three</li></ul></li></ul>", "<p>one</p><p>two</p><p>three</p>"),
        ("<p><span>a</span><span>b</span><a href='c'>c</a></p>", "<p>a · b · c</p>"),
        ("<p>so <span>a</span> and <a href='c'>c</a>, d</p>", "<p>so a and c, d</p>"),
        ("<pre><code><span>a</span><span>:</span><span>b</span></code></pre>", "<p>a:b</p>"),
        (
            "<p><span class='kb-mark'><span aria-hidden='true'>✓</span>Follows</span> If a, then b.</p>",
            "<p>Follows: If a, then b.</p>",
        ),
        (
            "<p>Claims: <span class='kb-mark'>Follows</span> × 1 <span class='kb-mark'>Open</span> × 2</p>",
            "<p>Claims: Follows × 1 · Open × 2</p>",
        ),
        ("<p>Said. <span class='kb-chip'>poll</span> <a href='s'>Miller</a></p>", "<p>Said. poll · Miller</p>"),
        ("<p>a<br>b &lt;i&gt; &amp; c</p>", "<p>a b &lt;i&gt; &amp; c</p>"),
        ("<p>a <a class='headerlink' href='#a'>¶</a><a href='#b'>#</a></p>", "<p>a</p>"),
        ("<nav>x</nav><svg><text>x</text></svg><div hidden>x</div><p data-search-exclude>x</p><p>a</p>", "<p>a</p>"),
        ("<details><summary>More</summary><p>a</p></details>", "<p>More</p><p>a</p>"),
        ("<p>–</p><p>·</p>", ""),
    ],
)
def test_what_is_no_sentence_is_kept_apart(article: str, text: str) -> None:
    assert sections(article)[""] == text


def test_a_section_goes_to_the_next_heading_or_the_end_of_what_holds_it() -> None:
    page = text_of(
        b'<article class="md-content__inner"><h1 id="t">T</h1><p>lead</p><h2 id="a">A</h2><p>a</p>'
        b'<div><h3 id="b">B</h3><p>b</p></div><p>a again</p><h2>no anchor</h2></article>'
    )
    assert page.title == "t"
    assert page.sections == {
        "": "<p>lead</p>",
        "a": "<p>a</p><p>a again</p><p>no anchor</p>",
        "b": "<p>b</p>",
    }


def test_a_page_without_an_article_has_no_text() -> None:
    assert text_of(b"<p>a</p>").sections == {"": ""}
    assert text_of(b"\xff").title == ""


ODD = [
    "<p>a <svg><text>b</text></svg> c</p>",
    "<p>a</p><svg><g><svg><text>b</text></svg><text>c</text></g></svg><p>d</p>",
    "<p>a <svg><text>b</text> c</p>",
    "<span>a</span><svg></svg><span>b</span>",
    "<p>a<table><tr><td>b</td></tr></table>",
    "</article><p>a</p>",
    "<article><p>a</p></article>",
    "</svg><p>a</p>",
]


@pytest.mark.parametrize("markup", ODD)
def test_what_a_page_says_hangs_on_nothing_around_its_content(markup: str) -> None:
    content = f'<article class="md-content__inner"><h1 id="x">X</h1>{markup}</article>'
    whole = f"<!DOCTYPE html><html><body><div><p>Frame</p>{content}</div></body></html>"
    with_other = whole.replace("<p>Frame</p>", "<article>Other</article>")  # which is then parsed whole
    assert text_of(whole.encode()) == text_of(with_other.encode())
