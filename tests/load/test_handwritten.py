import pytest
from hypothesis import given
from hypothesis import strategies as st

from hornbook.load.file_text import source_text
from hornbook.load.handwritten import parse_page
from hornbook.load.references import References
from hornbook.load.suggestions import Suggestions
from hornbook.model import Embed, Page, Reference, StatedClaim
from tests.load.prose_reading import KNOWN


def parse(text: str) -> tuple[Page, References]:
    references = References(KNOWN, Suggestions())
    return parse_page(source_text("docs/a/page.md", text), "weather", references), references


def targets(page: Page) -> list[str]:
    found = []
    for part in page.parts:
        match part:
            case Reference(target) | Embed(target):
                found.append(target)
            case StatedClaim(claim):
                found.append(str(claim))
            case str():
                pass
    return found


def test_references_claims_and_embeds_are_cut_out_and_the_rest_is_kept() -> None:
    page, references = parse("A [[rain|shower]] and [[rain => wet-ground]].\n\n![[wetness]]\n\nEnd")
    assert references.found == []
    assert page.path == "a/page.md"
    assert targets(page) == ["rain", "rain => wet-ground", "wetness"]
    assert [part for part in page.parts if isinstance(part, str)] == ["A ", " and ", ".\n\n", "\n\nEnd"]


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
        "<!-- [[none]]\n\n![[none]]",
        "---\ntitle: '[[none]]'\n---\ntext",
        "\\[[none]]",
        "> ```\n> [[none]]\n> ```\n",
    ],
)
def test_code_comments_front_matter_and_escapes_are_left_alone(text: str) -> None:
    page, references = parse(text)
    assert references.found == []
    assert page.parts == (text,)


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
    assert targets(page) == ["rain"]


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ("a ![[wetness]]", "prose-embed", "1:3"),
        ("[[none]]", "reference-unknown", "1:3"),
        ("a\n\n[[rain", "prose-reference", "3:1"),
        ("[[rain => ]]", "claim-notation", "1:9"),
        ("![[rain]]", "reference-kind", "1:4"),
    ],
)
def test_mistakes_in_a_page_are_reported_where_they_stand(text: str, code: str, place: str) -> None:
    _, references = parse(text)
    assert [(one.code, f"{one.place.line}:{one.place.column}") for one in references.found] == [(code, place)]


PIECES = "[[rain]]~![[wetness]]~`~``~```~\n~<!--~-->~---~\\~a ~|~[[~]]"


@given(st.lists(st.sampled_from(PIECES.split("~"))).map("".join))
def test_the_parts_of_any_page_put_together_are_the_page(text: str) -> None:
    page, references = parse(text)
    written = ""
    for part in page.parts:
        match part:
            case str():
                written += part
            case Reference(target) | Embed(target):
                written += ("!" if isinstance(part, Embed) else "") + f"[[{target}]]"
            case StatedClaim():
                raise AssertionError("no claim was written")
    if not references.found:
        assert written == text


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
        ("", ["1:1"]),
    ],
)
def test_front_matter_holds_few_fields_of_plain_values(fields: str, places: list[str]) -> None:
    _, references = parse(f"---\n{fields}---\n\n# A\n")
    found = [one for one in references.found if one.code == "page-front-matter"]
    assert found == references.found
    assert [f"{one.place.line}:{one.place.column}" for one in found] == [place.partition("-")[0] for place in places]


def test_fields_without_lines_around_them_are_front_matter_too() -> None:
    assert [one.code for one in parse("status: new\n\n# A\n")[1].found] == ["page-front-matter"]


@pytest.mark.parametrize(
    "text",
    [
        "a <b class='kb-x'>",
        "</article>",
        "<!--><b>",
        "```\nnever closed\n<b>",
        "- `a\n- <b> `",
        "<!-- ` --> <b> `",
        "``` <b>\n```",
        "# A {: .kb-x }",
        "# A { .a .md-x }",
        "**a**{: onclick=x }",
        "**a**{ .&#107;b-x }",
        "![a](b.png){ width=calc(1px) }",
        "![a](b.png){ width=906 style=x }",
    ],
)
def test_html_and_attributes_of_ours_are_refused(text: str) -> None:
    assert {one.code for one in parse(text)[1].found} == {"prose-html"}


@pytest.mark.parametrize(
    "text",
    [
        "a < b, a <- b, x -> y, {a, b}",
        "`<b>` and ``<i> ` ``",
        "```html\n<b>\n```",
        "> ~~~\n> <b>\n> ~~~",
        "<!-- a -->",
        "<https://example.org>",
        "\\<b",
        "# A {: #a .b }",
        "![a](b.png){ width=906 height=863 }",
    ],
)
def test_code_comments_and_plain_signs_are_no_html(text: str) -> None:
    assert parse(text)[1].found == []


def test_a_page_beyond_the_limits_is_not_read() -> None:
    line = "x" * 5_000
    assert parse(line)[1].found == []
    assert [(one.code, one.place.line) for one in parse(f"a\n{line}x")[1].found] == [("text-too-long", 2)]
    assert [one.code for one in parse("x\n" * 100_000 + "x")[1].found] == ["file-too-large"]
