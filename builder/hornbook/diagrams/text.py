"""How wide text is, and where it breaks: drawings name their fonts, but cannot know which one a reader has.

The table `text_widths.json` holds for each character the widest of the named fonts, and of DejaVu Sans, which is what
Linux gives where none of them is (`tools/text_widths.py` makes it). So a label fits its box in all of them; the padding
of boxes is the reserve for any other font.
"""

import json
import re
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources

FONTS = (
    "Inter, Roboto, system-ui, -apple-system, 'Segoe UI', 'Helvetica Neue', Arial, 'Liberation Sans', "
    "'Noto Sans', sans-serif"
)

REGULAR = 400
MEDIUM = 500
BOLD = 600

_NOT_IN_XML = re.compile("[^\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What is not in XML 1.0's production `Char`, and control characters."""


@lru_cache(maxsize=1 << 14)  # the same words stand in many labels
def text_width(text: str, size: float, weight: int = BOLD) -> float:
    """The width in pixels of one line of text of this font size; a character that is not in the table counts 1 em."""
    table = _widths(weight)
    return sum([table.get(character, 1000) for character in text]) * size / 1000


def clean(text: str) -> str:
    """Text as a drawing can hold it: white space collapsed, and what XML has no way to write replaced by U+FFFD."""
    return _NOT_IN_XML.sub("\ufffd", " ".join(text.split()))


@lru_cache(maxsize=4096)
def broken(text: str, size: float, limit: float, lines: int = 1, weight: int = BOLD) -> tuple[str, ...]:
    """Break text into `lines` lines, or more until none is wider than `limit` pixels.

    It breaks where the widest line becomes as narrow as possible: at spaces, and inside a word only where the word
    alone is wider than the limit. There are never more lines than pieces.
    """
    pieces = [piece for word in text.split() for piece in _pieces(word, _Face(size, weight), limit)]
    if not pieces:
        return ("",)
    for count in range(min(lines, len(pieces)), len(pieces) + 1):
        widest, result = _narrowest(pieces, _Face(size, weight), count)
        if widest <= limit:
            return result
    return tuple(text for text, _ in pieces)


@cache
def _widths(weight: int) -> dict[str, int]:
    file = resources.files("hornbook.diagrams") / "text_widths.json"
    table = json.loads(file.read_text(encoding="utf-8"))
    return dict(zip(table["characters"], table[str(weight)], strict=True))


@dataclass(frozen=True, slots=True)
class _Face:
    """How a label is set."""

    size: float
    weight: int

    def width(self, text: str) -> float:
        return text_width(text, self.size, self.weight)


_Piece = tuple[str, str]
"""A word or a part of one, and what stands between it and the next piece on the same line."""


def _pieces(word: str, face: _Face, limit: float) -> list[_Piece]:
    """A word whole, or cut where the limit demands it, after hyphens if it has any."""
    if face.width(word) <= limit:
        return [(word, " ")]
    hyphenated = [part + "-" for part in word.split("-")]
    hyphenated[-1] = hyphenated[-1][:-1]
    parts = [fitting for part in hyphenated if part for fitting in _cut(part, face, limit)]
    return [(part, "") for part in parts[:-1]] + [(parts[-1], " ")]


def _cut(part: str, face: _Face, limit: float) -> list[str]:
    parts = [part[:1]]
    for character in part[1:]:
        if face.width(parts[-1] + character) <= limit:
            parts[-1] += character
        else:
            parts.append(character)
    return parts


def _narrowest(pieces: list[_Piece], face: _Face, count: int) -> tuple[float, tuple[str, ...]]:
    """The break into `count` lines whose widest line is narrowest (the classic dynamic programme over suffixes)."""

    def line(start: int, end: int) -> str:
        return "".join(text + gap for text, gap in pieces[start : end - 1]) + pieces[end - 1][0]

    total = len(pieces)
    best: list[tuple[float, tuple[str, ...]]] = [
        (face.width(line(start, total)), (line(start, total),)) for start in range(total)
    ]
    for rows in range(2, count + 1):
        best = [
            min(
                (max(face.width(line(start, end)), best[end][0]), (line(start, end), *best[end][1]))
                for end in range(start + 1, total - rows + 2)
            )
            for start in range(total - rows + 1)
        ]
    return best[0]
