"""Texts as they are compared: without case, each character kept with the place where it was written."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import NamedTuple

_ALIKE = str.maketrans(
    {
        **dict.fromkeys("\N{RIGHT SINGLE QUOTATION MARK}\N{MODIFIER LETTER APOSTROPHE}", "'"),
        **dict.fromkeys("\N{HYPHEN}\N{NON-BREAKING HYPHEN}", "-"),
        **dict.fromkeys("\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\n\t\r", " "),
    }
)
_UNEVEN = re.compile(r"  |\N{SOFT HYPHEN}")
_JOINERS = "\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH JOINER}"


class Folded(NamedTuple):
    """A text in the form in which it is compared."""

    text: str
    starts: Sequence[int]
    """For each character, and for the end, where what it is made from begins in the text as it was written."""


def folded(text: str) -> Folded:
    """Full case folding (Unicode, 3.13); apostrophes, hyphens and blanks alike, and blanks in a row as one."""
    alike = text.translate(_ALIKE)
    if _UNEVEN.search(alike) is None and unicodedata.is_normalized("NFC", alike):
        small = alike.casefold()
        if len(small) == len(alike):  # a folding only ever makes a text longer, so each character became one
            return Folded(small, range(len(text) + 1))
    parts: list[str] = []
    starts: list[int] = []
    for start, cluster in clusters(alike):
        part = unicodedata.normalize("NFC", unicodedata.normalize("NFC", cluster).casefold())
        if cluster == "\N{SOFT HYPHEN}" or (part == " " and parts and parts[-1] == " "):
            continue
        parts.append(part)
        starts += [start] * len(part)
    return Folded("".join(parts), [*starts, len(text)])


def with_case(text: str) -> str:
    """A text as `folded` compares it, but with its capitals: apostrophes, hyphens, blanks and accents alike."""
    return unicodedata.normalize("NFC", text.translate(_ALIKE).replace("\N{SOFT HYPHEN}", ""))


def clusters(text: str) -> Iterator[tuple[int, str]]:
    """Each character with the marks that stand on it, and where it begins."""
    start = 0
    while start < len(text):
        end = start + width(text, start)
        yield start, text[start:end]
        start = end


def width(text: str, start: int) -> int:
    """How many characters stand as one: a character with the marks on it."""
    end = start + 1
    while end < len(text) and (is_mark(text[end]) or text[end] in _JOINERS):
        end += 1
    return end - start


def is_mark(character: str) -> bool:
    """Whether it stands on the character before it."""
    return unicodedata.category(character).startswith("M")
