"""Bounds on a parser's work, counted and never timed, so that it takes time in proportion to the text.

Some of its rules look ahead, up to the end of a paragraph or further, each time that something may begin, or make more
than was written. What that comes to is counted before they run; where it is too much, they do not run, and that is
reported.
"""

import re
from dataclasses import dataclass, field
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock, fence
from markdown_it.rules_block.table import table
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from hornbook.diagnostics import Code, Lines
from hornbook.load.prose.brackets import PLACEHOLDER

TEXT_TANGLED = Code(
    "text-tangled",
    "A text is written so that a program has to look ahead again and again to find out what belongs together: many "
    "`[` are open at once, many quotations begin in one paragraph, or little text makes many cells or long addresses.",
    Lines(
        "glossary/terms/rain.yaml",
        f"{'[' * 60}Rain{']' * 60}, which leaves a [[wet-ground|wet ground]].",
        "[Rain], which leaves a [[wet-ground|wet ground]].",
    ),
)

_PLAIN_LINE = re.compile(rf"([^\W\d_](?:[^\W_]|[ .,;()'’“”?/–—-]|{PLACEHOLDER.pattern})*)(?<! )\n?")
"""A line in which nothing means anything to a parser, from its first letter on, with double brackets hidden."""
_ESCAPED_OR_BRACKET = re.compile(r"\\.|[\[\]]", re.DOTALL)
_BRACKETS = "too many `[` are open at once in this paragraph"
_BRACKETS_HINT = "close them with `]`; a bracket that is meant as such is written `\\[`"
_LINES = "by here the lines had to be looked through too often to find out where paragraphs and quotations end"
_LINES_HINT = "put blank lines around quotations, headings and whatever begins with `[`"
_CELLS = "too many cells of this table are not written"
_CELLS_HINT = "write all cells of each row, or give the table fewer columns"
_ADDRESSES = "the addresses and titles that links take from their definitions come to more than the whole text"
_ADDRESSES_HINT = "shorten those that many links take"


@dataclass(frozen=True, slots=True)
class Tangle:
    """Something that was left unread, since it would take too long."""

    line: int
    """Counted from 0."""
    message: str
    hint: str


@dataclass(slots=True)
class _Left:
    """How much may still be looked at or made, while a text is parsed."""

    characters: int
    lines: int
    cells: int
    addresses: int
    tangles: dict[str, Tangle] = field(default_factory=dict)
    """By message, since once is enough of each."""

    def tangled(self, line: int, message: str, hint: str) -> None:
        self.tangles.setdefault(message, Tangle(line, message, hint))


def parsed(parser: MarkdownIt, text: str, env: dict[str, Any]) -> tuple[list[Token], tuple[Tangle, ...]]:
    """The tokens of a text, and what was left unread; the parser is one that was `bounded`, and fills `env`.

    Most texts are a line without any mark, of which every parser makes the same: it is asked about none of these.
    """
    plain = _PLAIN_LINE.fullmatch(text)
    if plain is not None:
        return _paragraph(plain[1]), ()
    size, lines = len(text), text.count("\n")
    left = env["left"] = _Left(2 * size + 500, 3 * lines + 2_000, size // 2 + 100, 2 * size + 2_000)
    return parser.parse(text, env), tuple(left.tangles.values())


def _paragraph(words: str) -> list[Token]:
    """The tokens of a paragraph that is one line of words."""
    children = [Token("text", "", 0, content=words)]
    return [
        Token("paragraph_open", "p", 1, map=[0, 1], block=True),
        Token("inline", "", 0, map=[0, 1], level=1, children=children, content=words, block=True),
        Token("paragraph_close", "p", -1, block=True),
    ]


def bounded(parser: MarkdownIt) -> MarkdownIt:
    """The parser, whose rules that look ahead ask before they do."""
    rules = parser.block.ruler
    rules.at("table", _table, {"alt": ["paragraph", "reference"]})
    rules.at("fence", _fence, {"alt": ["paragraph", "reference", "blockquote", "list"]})
    parser.core.ruler.after("block", "brackets", _bound_brackets)
    parser.core.ruler.after("inline", "addresses", _bound_addresses)
    return parser


def _left(env: Any) -> _Left:  # noqa: ANN401 - markdown-it's form
    left = env["left"]
    assert isinstance(left, _Left)
    return left


def _fence(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's form
    """A block of code; every rule that looks ahead asks at each line whether one begins, and here finds an end."""
    if silent:
        left = _left(state.env)
        left.lines -= 1
        if left.lines < 0:
            left.tangled(start, _LINES, _LINES_HINT)
            return True
    return fence(state, start, end, silent)


def _table(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's form
    """A table, up to the row with which there would be too many cells."""
    if silent or start + 2 > end:
        return table(state, start, end, silent)
    left = _left(state.env)
    columns = max(1, state.src.count("|", state.bMarks[start + 1], state.eMarks[start + 1]))
    last = min(end, start + 2 + left.cells // columns)
    if not table(state, start, last, silent):
        return False
    left.cells -= columns * (state.line - start)
    if state.line == last < end:
        left.tangled(start, _CELLS, _CELLS_HINT)
    return True


def _bound_brackets(state: StateCore) -> None:
    """Leave unread what would have to be looked through too often: from each open `[` up to its end."""
    left = _left(state.env)
    for token in state.tokens:
        if token.type == "inline":
            looked_at, at = _looked_at(token.content, left.characters)
            if at is None:
                left.characters -= looked_at
            else:
                line = (token.map[0] if token.map else 0) + token.content.count("\n", 0, at)
                left.tangled(line, _BRACKETS, _BRACKETS_HINT)
                token.content = ""


def _looked_at(content: str, most: int) -> tuple[int, int | None]:
    """How many characters lie between brackets, those within several counted for each, and where that is too much.

    Code counts too, since only the parser knows what is code.
    """
    open_ones: list[int] = []
    looked_at = 0
    for found in _ESCAPED_OR_BRACKET.finditer(content):
        if found[0] == "[":
            open_ones.append(found.start())
        elif found[0] == "]" and open_ones:
            looked_at += found.start() - open_ones.pop()
            if looked_at > most:
                return looked_at, found.start()
    looked_at += sum(len(content) - start for start in open_ones)
    return looked_at, open_ones[-1] if looked_at > most else None


def _bound_addresses(state: StateCore) -> None:
    """Leave out the addresses of links that make far more of the text than was written."""
    left = _left(state.env)
    for token in state.tokens:
        for child in token.children or ():
            if child.attrs:
                left.addresses -= sum(len(str(value)) for value in child.attrs.values())
                if left.addresses < 0:
                    left.tangled(token.map[0] if token.map else 0, _ADDRESSES, _ADDRESSES_HINT)
                    child.attrs = dict.fromkeys(child.attrs, "")
