r"""Formulas as values, and where they stand in a text: `$…$` within a line, `$$…$$` set apart.

No price is a formula: an opening `$` is not before white space nor after a letter or digit of ASCII (`US$5`), a closing
one not after white space nor before a digit, and the first `$` behind an opening one decides; `\$` is the sign itself.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple, Self

_INSIDE = r"(?:[^$\\]|\\.)++"
INLINE_OR_BLOCK = re.compile(
    rf"\$\$(?P<block>{_INSIDE})\$\$|(?<![0-9A-Za-z$])\$(?![\s$])(?P<inline>{_INSIDE})(?<!\s)\$(?!\d)", re.DOTALL
)
"""A formula at a dollar sign that is not escaped; looks no further than to the next such sign."""
_PIECE = re.compile(rf"(?P<sign>\\\$)|{INLINE_OR_BLOCK.pattern}", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Part:
    """An element of MathML that was let through; what it holds is parts, and texts."""

    tag: str
    attributes: tuple[tuple[str, str], ...] = ()
    children: tuple["Part | str", ...] = ()


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula as it was written, as MathML, and in plain letters."""

    tex: str
    """To the character, without the dollar signs."""
    is_block: bool
    tree: Part
    text: str
    """As far as letters can say it: `T₂`, `x ≤ y/2`; for search, screen readers, titles, drawings and terminals."""


class Written(NamedTuple):
    """A piece of a text in which formulas may stand."""

    start: int
    words: str
    """Without what only marks it; of a formula its TeX."""
    is_formula: bool
    is_block: bool = False

    @property
    def tex_start(self) -> int:
        """Where the TeX of a formula begins."""
        return self.start + (2 if self.is_block else 1)


def written_in(text: str) -> Iterator[Written]:
    r"""Cut plain text into words and formulas, in order; `\$` becomes the sign."""
    at = 0
    for found in _PIECE.finditer(text):
        if found.start() > at:
            yield Written(at, text[at : found.start()], is_formula=False)
        if found["sign"]:
            yield Written(found.start(), "$", is_formula=False)
        else:
            is_block = found["block"] is not None
            yield Written(found.start(), found["block" if is_block else "inline"], is_formula=True, is_block=is_block)
        at = found.end()
    if at < len(text):
        yield Written(at, text[at:], is_formula=False)


def spans_of(text: str) -> Iterator[tuple[int, int]]:
    """Where each formula of plain text begins and ends, with its dollar signs."""
    for found in _PIECE.finditer(text):
        if not found["sign"]:
            yield found.span()


class Typeset(str):
    """Plain text that knows its formulas: as a string it is the text with each formula in plain letters.

    So it can stand wherever text stands; what shows HTML can set its formulas as such.
    """

    __slots__ = ("pieces",)

    pieces: tuple[str | Formula, ...]

    def __new__(cls, pieces: tuple[str | Formula, ...]) -> Self:
        """The text of these pieces."""
        made = super().__new__(cls, "".join(piece if isinstance(piece, str) else piece.text for piece in pieces))
        made.pieces = pieces
        return made

    def __getnewargs__(self) -> tuple[tuple[str | Formula, ...]]:  # type: ignore[override]
        return (self.pieces,)
