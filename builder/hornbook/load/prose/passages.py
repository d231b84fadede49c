"""The words of a block of Markdown as readers see them, each of which knows where it was written.

Code, emphasis (titles, words that are spoken of), names of records and claims are hidden, letter by letter: they count
as words, but not as the writer's own.
"""

import re
from bisect import bisect_right
from typing import NamedTuple

from markdown_it.token import Token

from hornbook.diagnostics import Place
from hornbook.load.names import Where
from hornbook.load.prose.brackets import PLACEHOLDER, Bracket, BracketKind, Hidden
from hornbook.load.prose.markdown import ContentPlaces
from hornbook.model.passages import END, HIDDEN, MARK, Passage

_WORD = re.compile(r"\S+")
_PARTS = re.compile(rf"{PLACEHOLDER.pattern}|\s+|[^\s\ufdd0]+")
_ID_PART = re.compile(r"[a-z0-9]+")


class _Piece(NamedTuple):
    """Where a stretch of the passage begins in it, and where in the content of the block, or as it was written."""

    start: int
    offset: int
    is_content: bool


def passage_of(token: Token, places: ContentPlaces, hidden: Hidden, where: Where) -> Passage:
    """What a block says; `token` is the one of its content, whose offsets `places` leads back to the text."""
    reader = _Reader(token.content, hidden)
    for child in token.children or ():
        reader.take(child)
    first = hidden.line_start(token.map[0]) if token.map else 0
    return Passage("".join(reader.text), _WhereWritten(tuple(reader.pieces), places, first, where))


class _WhereWritten:
    """The place of a stretch of a passage; looked for only when it is asked for."""

    def __init__(self, pieces: tuple[_Piece, ...], places: ContentPlaces, first: int, where: Where) -> None:
        """Begin with the pieces of a passage; `first` is the offset of its first line."""
        self._pieces = pieces
        self._places = places
        self._first = first
        self._where = where

    def __call__(self, start: int, end: int) -> Place:
        first, last = self._offset(start), self._offset(max(start, end - 1))
        if first is None or last is None:
            return self._where(self._first, self._first + 1)
        return self._where(first, max(first, last) + 1)

    def _offset(self, at: int) -> int | None:
        number = bisect_right(self._pieces, at, key=lambda piece: piece.start) - 1
        if number < 0:
            return None
        piece = self._pieces[number]
        offset = piece.offset + at - piece.start
        return self._places.original(offset) if piece.is_content else offset


class _Reader:
    """Takes the parts of a block one after the other."""

    def __init__(self, content: str, hidden: Hidden) -> None:
        self.text: list[str] = []
        self.pieces: list[_Piece] = []
        self._content = content
        self._hidden = hidden
        self._length = 0
        self._at = 0
        self._links: list[int] = []
        self._emphasis = 0

    def take(self, token: Token) -> None:
        """Add what a part says."""
        start, end = token.meta.get("span", (self._at, self._at))
        match token.type:
            case "text" | "text_special":
                self._words(token.content)
            case "softbreak" | "hardbreak":
                self._add("\n" if token.type == "softbreak" else END, self._at)
            case "code_inline" | "formula":
                self._add(_hide(token.content), start)
                self._at = end
            case "link_open":
                self._links.append(end)
                self._at = start
            case "link_close" if self._links:
                self._at = max(self._at, self._links.pop())
            case "em_open" | "em_close":
                self._emphasis += token.nesting
            case _:
                self._at = max(self._at, end)

    def _add(self, words: str, offset: int, *, is_content: bool = True) -> None:
        self.pieces.append(_Piece(self._length, offset, is_content))
        self.text.append(_hide(words) if self._emphasis else words)
        self._length += len(words)

    def _words(self, content: str) -> None:
        for part in _PARTS.finditer(content):
            number = part[1]
            if number is not None:
                self._at = max(self._at, self._content.find(part[0], self._at))
                self._bracket(self._hidden.brackets[int(number)])
                self._at += len(part[0])
            else:
                found = self._content.find(part[0], self._at) if part[0].strip() else self._at
                self._at = max(self._at, found)
                self._add(part[0], self._at)
                self._at += len(part[0]) if found >= 0 else 0

    def _bracket(self, bracket: Bracket) -> None:
        """The words that double brackets show, and after a claim its mark."""
        if bracket.kind is BracketKind.LITERAL:
            self._add("[[", bracket.start, is_content=False)
        elif bracket.words:
            written = self._hidden.original[bracket.start : bracket.end]
            at = written.find(bracket.words)
            self._add(bracket.words, bracket.start + max(0, at), is_content=False)
        else:
            names = " ".join(HIDDEN for _ in _ID_PART.finditer(bracket.target))
            self._add(names or HIDDEN, bracket.start, is_content=False)
        if bracket.kind is BracketKind.CLAIM:
            self._add(f"\N{NO-BREAK SPACE}{MARK}", bracket.end - 2, is_content=False)


def _hide(written: str) -> str:
    return _WORD.sub(lambda word: HIDDEN * len(word[0]), written)
