"""reStructuredText, by docutils: what a page says, block by block, with its places.

docutils tells on which line a block begins, and what was written there; the columns of words follow from that. Nothing
is included, fetched or run: files, raw markup and settings of the machine are off. What roles and directives of other
programs hold is passed over.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from importlib.util import find_spec
from itertools import starmap
from typing import Any

from hornbook.diagnostics import Place
from hornbook.load.prose import aside_of, bracketed_claims
from hornbook.load.text import SourceText
from hornbook.model.foreign import Block, ForeignText, WrittenClaim
from hornbook.model.passages import HIDDEN, Passage

_TAB = 8
"""So many columns docutils takes a tab for."""
_WORD = re.compile(r"\S+")
_BLANK_LINES = re.compile(r"\n[ \t]*\n")
_OPENED = re.compile(r"(?:^|[\s'\"(\[{<:/-])(?:\*\*?|``?|\||_`)(?=\S)", re.MULTILINE)
"""What may begin inline markup, after the rules of docutils' `inline markup recognition`."""
_MOST_LOOKED_AT = 50_000_000
_SETTINGS = {
    "report_level": 5,
    "halt_level": 6,
    "file_insertion_enabled": False,
    "raw_enabled": False,
    "warning_stream": False,
    "input_encoding": "unicode",
    "syntax_highlight": "none",
}
_KEPT = frozenset({"strong", "reference", "inline", "generated"})
"""Inline elements whose words are the writer's own; in all others they are names, code, or spoken of."""


class TangledError(ValueError):
    """The text would take its parser too long, or is nested deeper than it can follow; the words say which."""


def is_installed() -> bool:
    """Whether there is a parser."""
    return find_spec("docutils") is not None


def read_restructured_words(source: SourceText) -> ForeignText:
    """What a page says, block by block, and what it asks. Raises TangledError."""
    # A parser that most runs do without.
    from docutils import nodes  # noqa: PLC0415

    if sum(map(_looked_at, _BLANK_LINES.split(source.text))) > _MOST_LOOKED_AT:
        raise TangledError("too much markup is opened in one paragraph to find out where each ends")
    try:
        document = _document(source.text)
        comments = [(node.line, node.astext()) for node in document.findall(nodes.comment)]
        found = [
            node
            for node in document.findall(nodes.TextElement)
            if isinstance(node, nodes.paragraph | nodes.title | nodes.term) and node.rawsource
        ]
    except RecursionError:
        raise TangledError("the text is nested deeper than its parser can follow") from None
    blocks: list[Block] = []
    claims: list[WrittenClaim] = []
    lines = source.text.split("\n")
    for node in found:
        written = _Written(node, lines)
        passage, asked = bracketed_claims(Passage("".join(written.words), _Where(written, source)))
        first = written.line or node.line or 1
        is_quoted = any(isinstance(one, nodes.block_quote) for one in _around(node))
        blocks.append(Block(passage=passage, line=first, is_heading=isinstance(node, nodes.title), is_quoted=is_quoted))
        claims += asked
    asides = tuple(one for one in starmap(aside_of, _placed(comments, lines)) if one is not None)
    return ForeignText(path=source.path, blocks=tuple(blocks), claims=tuple(claims), asides=asides)


def _placed(comments: list[tuple[int | None, str]], lines: list[str]) -> Iterator[tuple[int, str]]:
    """Comments with their lines; docutils does not tell those of comments within something else."""
    last = 0
    for line, comment in comments:
        beginning = f".. {comment.partition(chr(10))[0]}"
        below = (number for number in range(last + 1, len(lines) + 1) if lines[number - 1].strip() == beginning)
        found = next(below, None) if line is None else line
        if found is not None:
            last = found
            yield found, comment


def _looked_at(block: str) -> int:
    """How many characters are looked at, at most, for the ends of markup: from each beginning to the block's end."""
    return len(block) * len(_OPENED.findall(block))


def _document(text: str) -> Any:  # noqa: ANN401 - docutils has no types
    from docutils.frontend import get_default_settings  # noqa: PLC0415
    from docutils.parsers.rst import Parser  # noqa: PLC0415
    from docutils.utils import new_document  # noqa: PLC0415

    settings = get_default_settings(Parser)
    for name, value in _SETTINGS.items():
        setattr(settings, name, value)
    document = new_document("text", settings)
    Parser().parse(text, document)
    return document


def _around(node: Any) -> Iterator[Any]:  # noqa: ANN401 - likewise
    while (node := node.parent) is not None:
        yield node


class _Written:
    """The words of a block, each piece with where it begins in what was written for the block."""

    def __init__(self, node: Any, lines: list[str]) -> None:  # noqa: ANN401 - likewise
        """Begin with a block as docutils has it."""
        self.words: list[str] = []
        self.starts: list[int] = []
        """Where each piece begins in the passage."""
        self.offsets: list[int] = []
        """Where it begins in `raw`."""
        self.lines = lines
        self.raw: str = node.rawsource
        self.raw_lines = self.raw.split("\n")
        self.line, self.columns = _found(self.raw_lines, lines, node.line)
        self._length = self._at = 0
        self._take(node, is_hidden=False)

    def _take(self, node: Any, *, is_hidden: bool) -> None:  # noqa: ANN401 - likewise
        for child in node.children:
            if child.children:
                self._take(child, is_hidden=is_hidden or child.tagname not in _KEPT)
            elif child.tagname == "#text":
                self._add(child.astext(), is_hidden=is_hidden)

    def _add(self, text: str, *, is_hidden: bool) -> None:
        last = 0
        for word in _WORD.finditer(text):
            self._piece(text[last : word.start()])
            at = self.raw.find(word[0], self._at)
            self._at = max(self._at, at)
            self._piece(HIDDEN * len(word[0]) if is_hidden else word[0])
            self._at += len(word[0]) if at >= 0 else 0
            last = word.end()
        self._piece(text[last:])

    def _piece(self, text: str) -> None:
        if text:
            self.words.append(text)
            self.starts.append(self._length)
            self.offsets.append(self._at)
            self._length += len(text)


def _found(raw: list[str], lines: list[str], near: int | None) -> tuple[int | None, list[int]]:
    """The line on which a block begins, from 1, and the columns of its lines, from 0; None where it is not found."""
    start = max(0, (near or 1) - 2)
    for first in range(start, min(len(lines), start + 6 if near else len(lines))):
        columns = [_column(one, lines[first + number]) for number, one in enumerate(raw) if first + number < len(lines)]
        if len(columns) == len(raw) and min(columns) >= 0:
            return first + 1, columns
    return None, []


def _column(written: str, line: str) -> int:
    return line.expandtabs(_TAB).find(written.strip())


def _with_tabs(line: str, column: int) -> int:
    """The column of a line as it is written, from that in the line as docutils reads it, without tabs."""
    if "\t" not in line:
        return column
    return max(at for at in range(len(line) + 1) if len(line[:at].expandtabs(_TAB)) <= column)


class _Where:
    """The place of a stretch of a passage; looked for only when it is asked for."""

    def __init__(self, written: _Written, source: SourceText) -> None:
        self._written = written
        self._source = source

    def __call__(self, start: int, end: int) -> Place:
        if self._written.line is None or not self._written.starts:
            return Place(self._source.path, self._written.line or 1)
        first, last = self._offset(start), self._offset(max(start, end - 1))
        return self._source.place(first, max(first, last) + 1)

    def _offset(self, at: int) -> int:
        """Where a character of the passage stands in the file."""
        written = self._written
        piece = max(0, bisect_right(written.starts, at) - 1)
        offset = written.offsets[piece] + at - written.starts[piece]
        before = written.raw.count("\n", 0, offset)
        within = offset - (written.raw.rfind("\n", 0, offset) + 1)
        line = written.raw_lines[before]
        assert written.line is not None
        indentation = len(line) - len(line.lstrip())
        number = written.line - 1 + before
        column = _with_tabs(written.lines[number], written.columns[before] + within - indentation)
        return self._source.line_starts[number] + column
