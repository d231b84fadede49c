import pytest
from hypothesis import given
from hypothesis import strategies as st

from hornbook.load.prose.parsing import TAGS
from hornbook.model import Element, Reference
from tests.load.prose_reading import Read, outline, read


@pytest.mark.parametrize(
    ("markdown", "tree"),
    [
        ("a *b* **c** `d`", "<p>a <em>b</em> <strong>c</strong> <code>d</code></p>"),
        ("a\nb  \nc", "<p>a\nb<br></br>c</p>"),
        ("- a\n- b\n\n3. c", "<ul><li>a</li><li>b</li></ul><ol start=3><li>c</li></ol>"),
        ("- a\n\n- b", "<ul><li><p>a</p></li><li><p>b</p></li></ul>"),
        ("> a\n\n***", "<blockquote><p>a</p></blockquote><hr></hr>"),
        ("```py x\na < b\n```", "<pre><code class=language-py>a < b\n</code></pre>"),
        ("[a](https://b.c 'd')", "<p><a href=https://b.c title=d>a</a></p>"),
        ("<https://b.c>", "<p><a href=https://b.c>https://b.c</a></p>"),
        (
            "| a |\n|---|\n| b [[rain|c]] |",
            "<table><thead><tr><th>a</th></tr></thead><tbody><tr><td>b [rain|c]</td></tr></tbody></table>",
        ),
        (
            "| a |\n|---|\n| [[rain\\|d]] |",
            "<table><thead><tr><th>a</th></tr></thead><tbody><tr><td>[rain|d]</td></tr></tbody></table>",
        ),
        ("[[rain]] and [[wet-ground|the ground]]", "<p>[rain|None] and [wet-ground|the ground]</p>"),
        ("*[[rain]]s*", "<p><em>[rain|None]s</em></p>"),
        ("[[rain|two\nwords]]", "<p>[rain|two words]</p>"),
        ("[[rain => wet-ground]]", "<p>[rain => wet-ground : follows in weather|None]</p>"),
        ("[[not rain => wet-ground : open|so]]", "<p>[not rain => wet-ground : open in weather|so]</p>"),
        ("[[rain => wet-ground in wetness]]", "<p>[rain => wet-ground : follows in wetness|None]</p>"),
        ("a\n\n![[wetness]]\n\nb", "<p>a</p>![wetness]<p>b</p>"),
        ("a\n![[wetness]]\nb", "<p>a</p>![wetness]<p>b</p>"),
        ("![[wetness]]\n![[wetness]]", "![wetness]![wetness]"),
        ("- ![[wetness]]", "<ul><li>![wetness]</li></ul>"),
        ("`[[rain]]` and ``[[none]] ` ``", "<p><code>[[rain]]</code> and <code>[[none]] ` </code></p>"),
        ("    [[none]]\n", "<pre><code>[[none]]\n</code></pre>"),
        ("```\n![[none]] \\[[\n```", "<pre><code>![[none]] \\[[\n</code></pre>"),
        ("\\[[rain]]", "<p>[[rain]]</p>"),
        ("\\\\[[rain]]", "<p>\\[rain|None]</p>"),
        ("\\![[rain]]", "<p>![rain|None]</p>"),
        ("[[[rain]]]", "<p>[[rain|None]]</p>"),
        ("a &amp; b &lt;c&gt;", "<p>a & b <c></p>"),
        ("~~a~~", "<p>~~a~~</p>"),
        ("2 < 3", "<p>2 < 3</p>"),
    ],
)
def test_markdown_becomes_a_plain_tree(markdown: str, tree: str) -> None:
    result = read(markdown)
    assert result.diagnostics == ()
    assert outline(result.prose.nodes) == tree


@pytest.mark.parametrize(
    ("markdown", "code", "where"),
    [
        ("- # b", "prose-heading", "- # b"),
        ("> # b", "prose-heading", "> # b"),
        ("#", "prose-heading", "#"),
        ("[a](../snow/)", "prose-link", "../snow/"),
        ("[a](snow.md)", "prose-link", "snow.md"),
        ("[a](../rain/#sense-town)", "prose-link", "../rain/#sense-town"),
        ("a\n---", "prose-heading", "a"),
        ("a <i>b</i>", "prose-html", "<i>"),
        ("<script>\nx\n</script>", "prose-html", "<script>"),
        ("a\n\n<div>\n\n</div>", "prose-html", "<div>"),
        ("a <!-- b -->", "prose-html", "<!-- b -->"),
        ("`<i>` <i>", "prose-html", None),
        ("a ![b](https://c.d)", "prose-image", "!["),
        ("[a](https://b.c) [d](data:text/html,x)", "prose-link", "data:text/html,x"),
        ("[a](//b.c)", "prose-link", "//b.c"),
        ("[a](&#106;avascript:x)", "prose-link", "&#106;avascript:x"),
        ("<javascript:x>", "prose-link", "javascript:x"),
        ("[a](https://b.c/[[rain]])", "prose-link", None),
        ("[a [[rain]]](https://b.c)", "prose-link", "[[rain]]"),
        ("a ![[wetness]]", "prose-embed", "![[wetness]]"),
        ("*![[wetness]]*", "prose-embed", "![[wetness]]"),
        ("| a |\n|---|\n| ![[wetness]] |", "prose-embed", "![[wetness]]"),
        ("a [[rain", "prose-reference", "[["),
        ("a [[rain\n\nb]]", "prose-reference", "[["),
        ("a [[]]", "prose-reference", "]"),
        ("[[rain|]]", "prose-reference", "[[rain|]]"),
        ("[[Rain]]", "prose-reference", "Rain"),
        ("![[Rain]]", "prose-reference", "Rain"),
        ("[[rain => snow]]", "reference-unknown", "snow"),
        ("[[rain => wet-ground in snow]]", "reference-unknown", "snow"),
        ("[[rain => wet-ground : no]]", "claim-notation", "n"),
        ("[[snow]]", "reference-unknown", "snow"),
        ("![[rain]]", "reference-kind", "rain"),
        ("> " * 30 + "a", "prose-too-deep", None),
        ("- " * 30 + "a", "prose-too-deep", None),
        ("a &#x202e; b", "text-control-character", "a &#x202e; b"),
    ],
)
def test_what_a_text_cannot_hold_is_reported_where_it_stands(markdown: str, code: str, where: str | None) -> None:
    result = read(markdown)
    assert [one.code for one in result.diagnostics] == [code]
    if where is not None:
        assert result.written(result.diagnostics[0].place) == where


@pytest.mark.parametrize(
    "claim", ["rain => rain", "rain + not wet-ground => rain", "rain => wet-ground assuming wet-ground"]
)
def test_what_is_asked_for_may_be_given(claim: str) -> None:
    assert read(f"[[{claim}]]").diagnostics == ()


@pytest.mark.parametrize(
    "claim", ["rain + rain => wet-ground", "rain => wet-ground assuming rain", "=> wet-ground assuming rain + rain"]
)
def test_what_is_given_twice_is_reported_where_it_is_repeated(claim: str) -> None:
    markdown = f"[[{claim}]]"
    (found,) = read(markdown).diagnostics
    assert (found.code, found.place.column) == ("field-repeated", markdown.rindex("rain") + 1)


def test_what_cannot_be_found_again_is_reported_on_its_line() -> None:
    result = read("x\n\n\\[\\[ <i> [[")
    assert {one.code for one in result.diagnostics} == {"prose-reference", "prose-html"}
    assert {one.place.line for one in result.diagnostics} == {3}


def test_a_nested_text_that_is_too_deep_has_no_tree() -> None:
    assert read("*" * 200 + "a" + "*" * 200).prose.nodes == ()


def test_every_reference_in_a_text_stands_where_it_is_written() -> None:
    table = "| a | [[rain\\|b]] |\n|---|---|\n| [[rain]] | [[wet-ground]] |\n"
    markdown = f"x [[rain]]\n> y `[[rain]]` [[wet-ground|w]]\n\n{table}"
    result = read(markdown)
    assert result.diagnostics == ()
    references = [node for node in result.prose.walk() if isinstance(node, Reference)]
    assert [result.written(node.place) for node in references] == [
        "[[rain]]", "[[wet-ground|w]]", "[[rain\\|b]]", "[[rain]]", "[[wet-ground]]",
    ]  # fmt: skip
    assert len({node.place for node in references}) == 5


PIECES = (
    "[[rain]]~[[~]]~![[wetness]]~\\~`~```\n~*~_~\n~\n\n~> ~- ~1. ~|~|-|\n~<b>~</b>~<!--~&#32;~[a](b)~](~![~# ~---\n"
    "~    ~a~ ~[[rain => rain|x]]~\t~<https://a.b>~é~=>~\\[["
)
pieces = st.sampled_from(PIECES.split("~"))


@given(st.lists(pieces, max_size=30).map("".join))
def test_any_text_gives_a_tree_of_allowed_elements_and_places_inside_it(markdown: str) -> None:
    result = read(markdown)
    for node in result.prose.walk():
        if isinstance(node, Element):
            assert node.tag in TAGS
            for name, value in node.attributes:
                assert name in {"href", "title", "start", "class"}
                assert result.diagnostics or name != "href" or value.startswith(("https://", "http://", "mailto:"))
    assert "\ufdd0" not in result.prose.plain_text(str)
    assert_inside(result)


def assert_inside(result: Read) -> None:
    lines = result.markdown.split("\n")
    for one in result.diagnostics:
        assert 1 <= one.place.line <= len(lines)
        assert 1 <= one.place.column <= len(lines[one.place.line - 1]) + 1


@pytest.mark.parametrize(
    "pattern", ["[", "[[", "[[a", "![[", "*", "_a_", "> ", "- ", "`", "[a](", "<a ", "&", "\\[", "|a"]
)
def test_hostile_texts_of_the_greatest_length_come_to_an_end(pattern: str) -> None:
    result = read((pattern * 20_000)[:20_000])
    assert_inside(result)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{count:terms} terms", "2 terms"),
        ("*{count:frameworks}* and [{count:sources}](https://a.b)", "1 and 0"),
        ("`{count:terms}`", "{count:terms}"),
        ("{count: terms} {counts:terms} {count:} {n = 2}", "{count: terms} {counts:terms} {count:} {n = 2}"),
    ],
)
def test_a_text_says_how_many_there_are(text: str, expected: str) -> None:
    prose = read(text).prose
    assert prose.plain_text(str) == expected


@pytest.mark.parametrize(
    ("markdown", "written"),
    [
        ("## A heading {#head}\n\nText.", "{#head}"),
        ("A paragraph. { .lead }", "{ .lead }"),
        ("## A heading {: #head .big }", "{: #head .big }"),
        ("The set {x} and `{#head}` and $\\{x\\}$ and {n = 2}", None),
        ("{#head} comes first", None),
    ],
)
def test_attributes_that_a_text_cannot_have_are_said(markdown: str, written: str | None) -> None:
    result = read(markdown)
    assert [(one.code, result.written(one.place)) for one in result.diagnostics] == (
        [] if written is None else [("prose-mark", written)]
    )
