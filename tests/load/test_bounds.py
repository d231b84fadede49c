"""Bounds on a parser's work: strange texts are left unread, with a place, and ordinary ones never meet a bound."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from hornbook.load.names.references import References, Suggestions
from hornbook.load.prose import bounds
from hornbook.load.prose.bounds import TEXT_TANGLED, parsed
from hornbook.load.prose.markdown import page_parser, text_parser
from hornbook.load.prose.parsing import parse_page
from hornbook.load.text.files import source_text
from tests.load.prose_reading import KNOWN, read


def tangles(text: str) -> list[str]:
    references = References(KNOWN, Suggestions())
    parse_page(source_text("docs/a.md", text), "weather", references)
    return [f"{one.place.line}:{one.message.split()[0]}" for one in references.found if one.code == TEXT_TANGLED]


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("a\n\n" + "![" * 2_400, "3:too"),
        ("a\n" + "[" * 4_900, "2:too"),
        ("a [^1]\n\n[^1]: b\n\n" + "[^" * 2_400, "5:too"),
        ("a\n\n" + "[a\n" * 2_000, "2002:too"),
        (">-\na\n" * 2_000, None),
        ("a\n\n" + "|a" * 2_000 + "\n" + "|-" * 2_000 + "\n" + "|\n" * 20, "3:too"),
        ("a\n\n[a]: " + "b" * 4_900 + "\n\n" + "[a]" * 60, "5:the"),
        ("a\n\n[a]: b '" + "c" * 4_900 + "'\n\n" + "[a]" * 60, "5:the"),
    ],
)
def test_what_would_be_looked_through_again_and_again_is_left_unread(text: str, at: str | None) -> None:
    (found,) = tangles(text)
    if at is not None:
        assert found == at
    else:
        assert found.endswith(":by")


def test_texts_of_records_have_the_same_bounds() -> None:
    assert [one.code for one in read("![" * 2_400).diagnostics] == [TEXT_TANGLED]


@pytest.mark.parametrize(
    "text",
    [
        "".join("- [a](b.md) and [[rain|c]] `[` \\[ [d]\n" for _ in range(500)),
        "".join("- > > a [b](c.md)\n  > > d\n- e\n" for _ in range(500)),
        "> a\n> b\n\n" * 500,
        "".join(f"[a{number}]: https://example.org/{number}\n" for number in range(500)),
        "".join(f"|{'a|' * 9}\n|{'-|' * 9}\n" + f"|{'b|' * 9}\n" * 50 + "\n" for _ in range(20)),
        "![a [b] c](d.png) [![e](f.png)](g.md)\n\n" * 200,
        "[ a " + "b c d e " * 600,
    ],
)
def test_ordinary_texts_are_read_whole(text: str) -> None:
    assert tangles(text) == []


@pytest.mark.parametrize("columns", [1, 2, 5])
def test_a_table_whose_cells_are_all_written_is_read_whole_however_long(columns: int) -> None:
    for rows in range(1, 120):
        table = "\n".join("|" + f"{cell}|" * columns for cell in ("a", "-", *["b"] * rows))
        assert tangles(table) == [], rows


PARSERS = text_parser(), page_parser()
HIDDEN = "\ufdd00\ufdd1"
PIECES = [*"aZéß一1 .,;()'’“”?/–—-_*`[]<>&$#+=~|{}!:\\\n\t\u00a0\ufdd0", HIDDEN, "1. ", "- ", "www.a.org", "(c)", "..."]
LINES = st.lists(st.sampled_from(PIECES), max_size=12).map("".join)


@given(LINES | LINES.map("a{}".format), st.sampled_from(PARSERS))
@example(f"Snow falls (as some say) on {HIDDEN} - 2/3 'times'.\n", PARSERS[0])
@example("a ", PARSERS[0])
@example("a\n\n", PARSERS[1])
@example("", PARSERS[1])
def test_a_plain_line_is_read_as_the_parser_reads_it(text: str, parser: MarkdownIt) -> None:
    quick = parsed(parser, text, {})
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(bounds, "_PLAIN_LINE", re.compile(r"(?!)"))
        assert quick == parsed(parser, text, {})
