"""Passages cut into sentences, and quotations hidden in them: what the checks of style look at."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from hornbook.model.passages import END, HIDDEN

_ABBREVIATIONS = "al approx ca cf ch chap dr e.g ed eds eq esp et fig figs i.e mr mrs ms p pp prof resp sec st vol vs"
ABBREVIATIONS = frozenset(_ABBREVIATIONS.split())
"""What a full stop may follow that ends no sentence, in small letters; “etc.” and “no.” may end one."""

_QUOTATION = re.compile(r"“[^“”]*”|„[^„“”]*[“”]|«[^«»]*»|\"[^\"]*\"")
_STOP = re.compile(r"(?P<stop>[.?!…]+)[)\]”»\"’'*]*(?:\s*[✓✗](?=\s|$))?(?=\s|$)")
_WORD = re.compile(r"\S+")
_BEFORE = re.compile(r"[^\s(\[“„«\"]*$")
_NEXT = re.compile(r"\s+[(\[“„«\"‘']*(?P<first>\S)")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A stretch of a passage, blanks around it left out."""

    start: int
    end: int
    words: int
    """How many it has; what a hyphen joins is one."""


def without_quotations(text: str) -> str:
    """The text, as long as before, with every letter of a quotation hidden."""
    return _QUOTATION.sub(lambda quotation: re.sub(r"\S", HIDDEN, quotation[0]), text)


def sentences_of(text: str) -> Iterator[Sentence]:
    """The sentences of a passage in their order.

    A full stop ends none behind an abbreviation or an initial, nor before a small letter, as within parentheses.
    """
    start = 0
    for end in (*_ends(text), len(text)):
        part = text[start:end]
        words = sum(any(char.isalnum() or char == HIDDEN for char in word[0]) for word in _WORD.finditer(part))
        if words:
            first = start + len(part) - len(part.lstrip())
            yield Sentence(first, first + len(part.strip()), words)
        start = end


def _ends(text: str) -> Iterator[int]:
    block = 0
    for part in text.split(END):
        yield from (block + found.end() for found in _STOP.finditer(part) if _is_end(part, found))
        block += len(part) + len(END)
        yield min(block, len(text))


def _is_end(text: str, found: re.Match[str]) -> bool:
    following = _NEXT.match(text, found.end())
    if following is not None and following["first"].islower():
        return False
    if found["stop"] != ".":
        return True
    before = _BEFORE.search(text, 0, found.start())
    word = before[0] if before else ""
    return not (word.lower() in ABBREVIATIONS or _is_initial(word))


def _is_initial(word: str) -> bool:
    return all(len(letter) == 1 and letter.isupper() for letter in word.split(".")) and word != "I"
