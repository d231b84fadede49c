import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hornbook.load.names.references import References, Suggestions
from hornbook.load.prose.page_tree import LIMITS
from hornbook.load.prose.parsing import parse_page
from hornbook.load.text.files import source_text
from hornbook.model import Element, Embed, HandwrittenPage, Reference, StatedClaim
from tests.load.prose_reading import KNOWN, outline


def parse(text: str) -> tuple[HandwrittenPage, References]:
    references = References(KNOWN, Suggestions())
    return parse_page(source_text("docs/a/page.md", text), "weather", references), references


def places(references: References) -> list[tuple[str, str]]:
    return [(one.code, f"{one.place.line}:{one.place.column}") for one in references.found]


def named(page: HandwrittenPage) -> list[str]:
    found = []
    for node in page.walk():
        match node:
            case Reference(target) | Embed(target):
                found.append(target)
            case StatedClaim(claim):
                found.append(str(claim))
            case _:
                pass
    return found


@pytest.mark.parametrize(
    ("markdown", "tree"),
    [
        ("# A `b` *c*", "<h1>A <code>b</code> <em>c</em></h1>"),
        ("## A { #b }", "<h2 id=b>A</h2>"),
        ("## A {: #b_c }\ntext", "<h2 id=b_c>A</h2><p>text</p>"),
        ("A\n===\n\nB\n---", "<h1>A</h1><h2>B</h2>"),
        ("###### A [[rain|b]]", "<h6>A [rain|b]</h6>"),
        ("a\nb\n{ .lead }\n\nc", "<p class=lead>a\nb</p><p>c</p>"),
        ("a\n{ .actions .lead }", "<p class=actions lead>a</p>"),
        ("[a](b.md)", "<p><link a/b.md>a</link></p>"),
        ("[a](../b.md#c 'd')", "<p><link b.md#c title=d>a</link></p>"),
        ("[a](#c)", "<p><link a/page.md#c>a</link></p>"),
        ("[a](<b c.md>)", "<p><link a/b c.md>a</link></p>"),
        ("[a](../%C3%A9/b%23.md)", "<p><link é/b#.md>a</link></p>"),
        ("[a][b]\n\n[b]: c.md", "<p><link a/c.md>a</link></p>"),
        ("[a](HTTPS://b.c)", "<p><a href=HTTPS://b.c>a</a></p>"),
        (
            "<https://b.c> <me@b.c>",
            "<p><a href=https://b.c>https://b.c</a> <a href=mailto:me@b.c>me@b.c</a></p>",
        ),
        ("![a *b*](c.png#only-light)", "<p><picture a/c.png#only-light words=a b></p>"),
        ("![a](c.png 'd'){ width=9 height=8 }", "<p><picture a/c.png words=a title=d width=9 height=8></p>"),
        ("![a](c.png){width=12000 height='9000'}", "<p><picture a/c.png words=a width=12000 height=9000></p>"),
        ("[![a](c.png)](d.md)", "<p><link a/d.md><picture a/c.png words=a></link></p>"),
        ("[a] [b c] [d](e.md)[f]", "<p>[a] [b c] <link a/e.md>d</link>[f]</p>"),
        ("[ ] \\[^a] `[a][b]` [a] [b]", "<p>[ ] [^a] <code>[a][b]</code> [a] [b]</p>"),
        ("- [x] a", "<ul><li>[x] a</li></ul>"),
        ("[a][B] [b][] [b]\n\n[b]: c.md", "<p>" + " ".join(f"<link a/c.md>{one}</link>" for one in "abb") + "</p>"),
        ("![c][d]\n\n[d]: c.png", "<p><picture a/c.png words=c></p>"),
        ("***\n\ntitle: a\n\n---\nother: b", "<hr></hr><p>title: a</p><hr></hr><p>other: b</p>"),
        ("~~a~~", "<p><s>a</s></p>"),
        ("a\n\n---\n\nb", "<p>a</p><hr></hr><p>b</p>"),
        (
            "!!! note\n    a\n\n    b",
            "<div class=admonition note><p class=admonition-title>Note</p><p>a</p><p>b</p></div>",
        ),
        (
            '!!! tip "A *b*"\n    c',
            "<div class=admonition tip><p class=admonition-title>A <em>b</em></p><p>c</p></div>",
        ),
        ('!!! tip ""\n    c', "<div class=admonition tip><p>c</p></div>"),
        (
            '!!! tip inline end "a"\n    c',
            "<div class=admonition tip inline end><p class=admonition-title>a</p><p>c</p></div>",
        ),
        ("!!! tip inline\n    c", "<div class=admonition tip inline><p class=admonition-title>Tip</p><p>c</p></div>"),
        ("??? note\n    a", "<details class=note><summary>Note</summary><p>a</p></details>"),
        ('???+ note "b"\n    a', "<details class=note open=><summary>b</summary><p>a</p></details>"),
        ('??? note ""\n    a', "<details class=note><summary>Note</summary><p>a</p></details>"),
        (
            "!!! note\n\n    ![[wetness]]",
            "<div class=admonition note><p class=admonition-title>Note</p>![wetness]</div>",
        ),
        ("![[index]]", "![index]"),
        ("    a\n", "<pre><code>a\n</code></pre>"),
        ("```yaml\na\n```", "<pre><code class=language-yaml>a\n</code></pre>"),
        ("a <!-- [[none]] --> b", "<p>a  b</p>"),
        ("<!-- [[none]]\n\n![[none]] -->\na", "<p>a</p>"),
        ("- a\n\n    <!--\n    b\n    -->\n    c", "<ul><li><p>a</p><p>c</p></li></ul>"),
        ("a {n = 2}, \\{n=2}, {1}, {x, y}, { a", "<p>a {n = 2}, {n=2}, {1}, {x, y}, { a</p>"),
        ("`{ .a }` \\{: .a } {{a}}", "<p><code>{ .a }</code> {: .a } {{a}}</p>"),
        ("**a**{ .&#107;b-x }", "<p><strong>a</strong>{ .kb-x }</p>"),
        ("\\<b> &lt;b>", "<p><b> <b></p>"),
        ("status: new\n\na", "<p>status: new</p><p>a</p>"),
        ("", ""),
    ],
)
def test_a_page_becomes_headings_and_a_tree(markdown: str, tree: str) -> None:
    page, references = parse(markdown)
    assert references.found == []
    assert outline(page.blocks) == tree


def test_columns_keep_their_alignment() -> None:
    page, references = parse("|a|b|c|\n|:-|:-:|-|\n|1|2|3|")
    assert references.found == []
    (table,) = page.blocks
    assert isinstance(table, Element)
    cells = [node for node in page.walk() if isinstance(node, Element) and node.tag in ("th", "td")]
    left, centre = (("style", "text-align: left;"),), (("style", "text-align: center;"),)
    assert [cell.attributes for cell in cells] == [left, centre, (), left, centre, ()]


def test_footnotes_stand_at_the_end_in_the_order_in_which_they_are_named() -> None:
    definitions = '[^a]: *A*\n\n    more\n[^c"<&]: C\n[^c\u00a0d]: D'
    page, references = parse(f"[^b]: B\n\na[^a] b[^b] c[^a] d[^c\u00a0d]\n\n{definitions}")
    assert places(references) == [("definition-unused", "8:1")]
    text, notes = page.blocks
    assert outline([text]) == (
        "<p>a<sup id=fnref:1><a class=footnote-ref href=#fn:1>1</a></sup>"
        " b<sup id=fnref:2><a class=footnote-ref href=#fn:2>2</a></sup>"
        " c<sup id=fnref2:1><a class=footnote-ref href=#fn:1>1</a></sup>"
        " d<sup id=fnref:3><a class=footnote-ref href=#fn:3>3</a></sup></p>"
    )
    back = "<a class=footnote-backref href=#fnref:{0} title=Jump back to footnote {0} in the text>↩</a>"
    twice = back.format(1) + "\N{NO-BREAK SPACE}" + back.format(1).replace("fnref:", "fnref2:")
    assert outline([notes]) == (
        "<div class=footnote><hr></hr><ol>"
        f"<li id=fn:1><p><em>A</em></p><p>more\N{NO-BREAK SPACE}{twice}</p></li>"
        f"<li id=fn:2><p>B\N{NO-BREAK SPACE}{back.format(2)}</p></li>"
        f"<li id=fn:3><p>D\N{NO-BREAK SPACE}{back.format(3)}</p></li>"
        "<li id=fn:4><p>C</p></li></ol></div>"
    )


def test_references_claims_and_embeds_are_values() -> None:
    page, references = parse("A [[rain|shower]] and [[rain => wet-ground]].\n\n![[wetness]]\n\nEnd")
    assert references.found == []
    assert page.path == "a/page.md"
    assert named(page) == ["rain", "rain => wet-ground", "wetness"]


@pytest.mark.parametrize(
    "text",
    [
        "```\n[[none]]\n```\n",
        "    ```py\n    [[none]]\n    ```\n",
        "~~~~\n[[none]]\n~~~\n![[none]]\n~~~~\n",
        "```\n[[none]]\n",
        "`[[none]]`",
        "``[[none]] ` [[none]]``",
        "`a\n[[none]]`",
        "<!-- [[none]] -->",
        "---\ntitle: '[[none]]'\n---\ntext",
        "\\[[none]]",
        "> ```\n> [[none]]\n> ```\n",
    ],
)
def test_code_comments_front_matter_and_escapes_name_nothing(text: str) -> None:
    page, references = parse(text)
    assert references.found == []
    assert named(page) == []


@pytest.mark.parametrize(
    "text",
    [
        "```\n```\n[[rain]]",
        "`a` [[rain]] `b`",
        "``a` [[rain]]",
        "`a\n\n[[rain]]` b",
        "\\`[[rain]]`",
        "a\n---\n[[rain]]\n---\n",
        "```a`b\n[[rain]]\n",
        "<!-- a --> [[rain]]",
        "~~~\n```\n~~~\n[[rain]]",
    ],
)
def test_what_only_looks_like_code_is_text(text: str) -> None:
    page, references = parse(text)
    assert references.found == []
    assert named(page) == ["rain"]


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ("a ![[wetness]]", "prose-embed", "1:3"),
        ("# ![[wetness]]", "prose-embed", "1:3"),
        ("[[none]]", "reference-unknown", "1:3"),
        ("a\n\n[[rain", "prose-reference", "3:1"),
        ("`[[` [[rain", "prose-reference", "1:6"),
        ("[[rain => ]]", "claim-notation", "1:9"),
        ("![[rain]]", "reference-kind", "1:4"),
        ("---\ntitle: a\n---\n\nb [[none]]", "reference-unknown", "5:5"),
        ("a [b](javascript:c)", "prose-link", "1:7"),
        ("`](x)` [b](//c.d)", "prose-link", "1:12"),
        ("> a\n> [b](/c)", "prose-link", "2:7"),
        ("| a |\n|---|\n| a [b](data:c) |", "prose-link", "3:9"),
        ("[b](../../c.md)", "prose-link", "1:5"),
        ("[b]()", "prose-link", "1:5"),
        ("[b][c]\n\n[c]: ftp://d", "prose-link", "1:1"),
        ("[b](c[[rain]].md)", "prose-link", "1:5"),
        ("[a [[rain]]](b.md)", "prose-link", "1:4"),
        ("a [b][c] [d][]", "definition-missing", "1:3 1:10"),
        ("![a][b]", "definition-missing", "1:2"),
        ("![a [b][c]](d.png)", "definition-missing", "1:13"),
        ("> a [**b**[c]][d]", "definition-missing", "1:5"),
        ("a[^b] [^c][d] [^e f]", "definition-missing", "1:2 1:7 1:15"),
        ("a\n\n[b]: c.md\n[b]: d.md\n\n[b]", "definition-unused", "4:1"),
        ("a\n\n[b]: c.md\n[B]: d.md", "definition-unused", "3:1 4:1"),
        ("a\n\n> [^b]: c", "definition-unused", "3:1"),
        ("---\ntitle: a\n\n# B", "page-front-matter", "1:1"),
        ("---", "page-front-matter", "1:1"),
        ("\n---\ntitle: a\n---\n\n# B", "page-front-matter", "2:1"),
        ("---\ntitle: a\n---\n---\ntitle: a\ndescription: b\n---\n", "page-front-matter", "4:1"),
        ("<!-- a -->\n---\nhide:\n- toc\n---\n", "page-front-matter", "2:1"),
        ("a\n\n---\nother:\n---\n", "page-front-matter", "3:1"),
        ("![a](b.md)", "prose-image", "1:6"),
        ("![a](b.pdf)", "prose-image", "1:6"),
        ("![a](b)", "prose-image", "1:6"),
        ("# a[^1]\n\n[^1]: c", "prose-heading", "1:1"),
        ("a ![b](https://c.d/e.png)", "prose-image", "1:8"),
        ("![b](data:image/png;base64,AA)", "prose-image", "1:6"),
        ("- # a", "prose-heading", "1:1"),
        ("> a\n> ===", "prose-heading", "1:1"),
        ("#", "prose-heading", "1:1"),
        ("# &nbsp;", "prose-heading", "1:1"),
        ("# ![a](b.png)", "prose-heading", "1:1"),
        ("# a { #b }\n\n# c { #b }", "id-duplicate", "3:1"),
        ("[^a]\n\n[^a]: b\n\n[^a]: c", "id-duplicate", "5:1"),
        ("|a|\n|-|\n|`b|c`|", "table-row", "3:1"),
        ("!!! nothing\n    a", "prose-html", "1:1"),
        ("!!! note kb-claim\n    a", "prose-html", "1:1"),
        ('!!! note "a" b\n    c', "prose-html", "1:1"),
        ("```{ .yaml .kb-x }\na\n```", "prose-html", "1:1"),
        ("```yaml hl_lines=1\na\n```", "prose-html", "1:1"),
        ("a\n\n<!-- b\n\nc", "prose-html", "3:1"),
        ("a\n\n<!-- b\n--> c", "prose-html", "3:1"),
        ("a <!-- b\n\nc -->", "prose-html", "1:3"),
        ("> " * 30 + "a", "prose-too-deep", "1:1"),
        ("a &#x202e;", "text-control-character", "1:1"),
        ("![a &#x202e;](b.png)", "text-control-character", "1:1"),
        ("[a](b.md '&#x202e;')", "text-control-character", "1:1"),
    ],
)
def test_mistakes_in_a_page_are_reported_where_they_stand(text: str, code: str, place: str) -> None:
    assert places(parse(text)[1]) == [(code, one) for one in place.split()]


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ("a [x][nope]", "definition-missing", "1:3"),
        ("[a][b]\n\n[c][c]\n\n[c]: d.md", "definition-missing", "1:1"),
        ("a[^nope] b", "definition-missing", "1:2"),
        ("![x](index.md)", "prose-image", "1:6"),
        ("![x](a.pdf)", "prose-image", "1:6"),
        ("---\ntitle: a\n\n# P", "page-front-matter", "1:1"),
        ("\n---\ntitle: a\n---\n# P", "page-front-matter", "2:1"),
        ("---\ntitle: a\n---\n---\ntitle: b\n---\n# P", "page-front-matter", "4:1"),
    ],
)
def test_nothing_a_page_says_is_lost_without_a_word(text: str, code: str, place: str) -> None:
    assert places(parse(text)[1]) == [(code, place)]


@pytest.mark.parametrize(
    "text",
    ["[x][a] [a][] [a]\n\n[a]: b.md", "\\[x][nope] \\[^nope]", "`[x][nope]`", "[ ] [x] [x] [y]", "a[^b]\n\n[^b]: c"],
)
def test_brackets_that_lead_somewhere_or_are_text_are_fine(text: str) -> None:
    assert parse(text)[1].found == []


@pytest.mark.parametrize("label", ["a\N{NO-BREAK SPACE}b", 'a"<&b', "ü", "number-1", "a_b.c-1"])
def test_whatever_a_footnote_is_called_addresses_can_lead_to_it(label: str) -> None:
    page, references = parse(f"x[^{label}] y[^{label}]\n\n[^{label}]: z\n")
    assert references.found == []
    elements = [node for node in page.walk() if isinstance(node, Element)]
    ids = [value for one in elements for name, value in one.attributes if name == "id"]
    leads = [value for one in elements for name, value in one.attributes if name == "href"]
    assert len(ids) == len(set(ids)) == 3
    assert {address.removeprefix("#") for address in leads} == {*ids}
    assert all(re.fullmatch(r"[A-Za-z0-9_.:-]+", one) for one in ids)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a <b class='kb-x'>", "1:3"),
        ("</article>", "1:1"),
        ("<!--><b>", "1:1"),
        ("- `a\n- <b> `", "2:3"),
        ("a\n<!-- ` --> <b> `", "2:12"),
        ("`<b>` <b>", "1:7"),
        ("a\n\n<div>\n\nb\n\n</div>", "3:1"),
        ("> <div>", "1:3"),
        ("| a |\n|---|\n| b <i> |", "3:5"),
        ("Written with a backtick ` in Markdown,\n`<div class='md-x'></div> … ` is one.", "2:2"),
    ],
)
def test_html_is_refused_where_it_stands(text: str, place: str) -> None:
    assert places(parse(text)[1])[0] == ("prose-html", place)
    assert {one.code for one in parse(text)[1].found} == {"prose-html"}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("# A {: .kb-x }", "1:5"),
        ("# A { .a .md-x }", "1:5"),
        ("# A { #kb-x }", "1:5"),
        ("# A { #a data-kb-x=1 }", "1:5"),
        ("**a**{: onclick=x }", "1:6"),
        ("*a*{style=x}", "1:4"),
        ("`a`{ .b }", "1:4"),
        ("[a](b.md){ .md-button }", "1:10"),
        ("[a](b.md){target=_blank}", "1:10"),
        ("![a](b.png){ width=calc(1px) }", "1:12"),
        ("![a](b.png){ width=906 style=x }", "1:12"),
        ("![a](b.png){ width=123456 }", "1:12"),
        ("![a](b.png){ width=0 }", "1:12"),
        ("![a](b.png){}", "1:12"),
        ("a\n{ .other }", "2:1"),
        ("a\n{ .lead #b }", "2:1"),
        ("- a\n  { .lead }", "2:3"),
        ("{ .lead }", "1:1"),
        ("a { .lead }", "1:3"),
        ("| a |\n|---|\n| b { .c } |", "3:5"),
    ],
)
def test_attributes_are_refused_where_they_stand(text: str, place: str) -> None:
    assert places(parse(text)[1]) == [("prose-html", place)]


@pytest.mark.parametrize(
    "text", ["a < b, a <- b, x -> y", "`<b>` and ``<i> ` ``", "```html\n<b>\n```", "> ~~~\n> <b>\n> ~~~"]
)
def test_plain_signs_and_code_are_no_html(text: str) -> None:
    assert parse(text)[1].found == []


@pytest.mark.parametrize(
    ("fields", "places"),
    [
        ("title: A & B\ndescription: c\nhide: [navigation, toc, footer]\nsearch:\n  exclude: true\n", []),
        ("title: a\nstatus: new\n", ["3:1-3:7"]),
        ("tags: [a]\n", ["2:1-2:5"]),
        ("title: <b>\n", ["2:1-2:6"]),
        ("title: '&lt;b'\n", ["2:1-2:6"]),
        ("title: [a]\n", ["2:1-2:6"]),
        ("hide: toc\n", ["2:1-2:5"]),
        ("hide: [all]\n", ["2:1-2:5"]),
        ("search:\n  boost: 2\n", ["2:1-2:7"]),
        ("asked: [a, b c]\n", []),
        ("asked: a\n", ["2:1-2:6"]),
        ("asked: [a, <b>]\n", ["2:1-2:6"]),
        ("", ["1:1"]),
    ],
)
def test_front_matter_holds_few_fields_of_plain_values(fields: str, places: list[str]) -> None:
    _, references = parse(f"---\n{fields}---\n\n# A\n")
    found = [one for one in references.found if one.code == "page-front-matter"]
    assert found == references.found
    assert [f"{one.place.line}:{one.place.column}" for one in found] == [place.partition("-")[0] for place in places]


def test_front_matter_is_kept_as_values() -> None:
    page, _ = parse("---\ntitle: A & B\ndescription: c\nhide: [toc]\nsearch:\n  exclude: true\n---\n# D\n")
    assert (page.title, page.description, page.hide, page.searched) == ("A & B", "c", ("toc",), False)
    assert [heading.children for heading in page.headings] == [heading.children for heading in parse("# D")[0].headings]
    assert parse("---\nasked: [a, b c]\n---\n# D\n")[0].asked == ("a", "b c")
    bare, _ = parse("# D\n")
    assert (bare.title, bare.description, bare.hide, bare.searched) == (None, None, (), True)


def test_a_page_beyond_the_limits_is_not_read() -> None:
    line = "x" * 5_000
    assert parse(line)[1].found == []
    assert [(one.code, one.place.line) for one in parse(f"a\n{line}x")[1].found] == [("text-too-long", 2)]
    assert [one.code for one in parse("x\n" * 100_000 + "x")[1].found] == ["file-too-large"]


@pytest.mark.parametrize(
    ("part", "most"), list(zip(("# a\n", "a\n\n", "![[wetness]]\n\n"), LIMITS.values(), strict=True))
)
def test_a_page_has_no_more_parts_than_engines_manage(part: str, most: int) -> None:
    def codes(times: int) -> set[str]:
        # What a page shows twice is refused on its own.
        return {str(one.code) for one in parse(part * times)[1].found} - {"prose-embed"}

    assert codes(most) == set()
    assert codes(most + 1) == {"file-too-large"}


PIECES = (
    "[[rain]]~[[~]]~![[wetness]]~\\~`~```\n~*~_~\n~\n\n~> ~- ~1. ~|~|-|\n~<b>~</b>~<!--~-->~&#32;~[a](b)~](~![~# ~---\n"
    "~    ~a~ ~[[rain => rain|x]]~\t~<https://a.b>~é~=>~\\[[~{ .lead }~{~}~{#a}~[^1]~[^1]: ~!!! note\n~??? tip\n~~~"
    "~![a](b.png)~{width=9}~{ #b }~~~~~{: x }~`<div>`"
)


@given(st.lists(st.sampled_from(PIECES.split("~")), max_size=30).map("".join))
def test_any_page_gives_a_tree_and_places_inside_it(text: str) -> None:
    page, references = parse(text)
    lines = text.split("\n")
    for one in references.found:
        assert 1 <= one.place.line <= len(lines)
        assert 1 <= one.place.column <= len(lines[one.place.line - 1]) + 1
    assert "\ufdd0" not in outline(page.blocks)
