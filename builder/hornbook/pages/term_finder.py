"""Finding the mentions of terms in running text, in one pass however many terms there are.

Matching is Aho and Corasick's (1975), whole words only, the longest of the leftmost matches. Letter case is
passed over, but not in words whose case says something: `IT` is not "it". White space counts as one space, and
apostrophes are alike. Words of scripts that are written without spaces are found within a sentence.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import ahocorasick

from hornbook.model import KnowledgeBase

_ALIKE = str.maketrans(
    {"\N{RIGHT SINGLE QUOTATION MARK}": "'", "\N{MODIFIER LETTER APOSTROPHE}": "'"}
    | dict.fromkeys("\t\n\r\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{THIN SPACE}", " ")
)
_BETWEEN_PARTS = re.compile(r"[\s\-‐‑–]+")
_GLUED = "+#"
"""What goes on with a word that it follows: C++, F#."""
_WITHOUT_SPACES = ("CJK", "HIRAGANA", "KATAKANA", "THAI", "LAO", "KHMER", "MYANMAR", "TIBETAN")
"""How the names of characters begin in scripts that put no spaces between words."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of a text that names a term."""

    start: int
    end: int
    term: str


@dataclass(frozen=True, slots=True)
class _Meaning:
    """What a name stands for."""

    term: str
    framework: str | None
    exact: tuple[tuple[int, str], ...]
    """The parts of the name that are written just so, each with its number."""

    def fits(self, written: str) -> bool:
        """Whether a stretch of a text that is the name but for letter case is it."""
        if not self.exact:
            return True
        parts = _BETWEEN_PARTS.split(written.translate(_ALIKE))
        return all(number < len(parts) and parts[number] == part for number, part in self.exact)


class TermFinder:
    """Knows every label and alias; an alias scoped to a framework counts only in that framework's texts."""

    def __init__(self, knowledge: KnowledgeBase) -> None:
        names: dict[str, list[_Meaning]] = {}
        for term in knowledge.terms.values():
            for name, framework in ((term.label, None), *((one.text, one.framework) for one in term.aliases)):
                meaning = _Meaning(term.id, framework, tuple(_exact_parts(name)))
                names.setdefault(_folded(name)[0], []).append(meaning)
        self._automaton = ahocorasick.Automaton()
        for name, meanings in sorted(names.items(), key=lambda item: item[0]):
            self._automaton.add_word(name, (len(name), tuple(meanings)))
        self._empty = not names
        self._automaton.make_automaton()

    def find(self, words: str, framework: str | None) -> Iterator[Mention]:
        """Yield the mentions in reading order; none overlaps another."""
        if self._empty:
            return
        end_of_last = 0
        for mention in sorted(self._hits(words, framework), key=lambda hit: (hit.start, -hit.end)):
            if mention.start >= end_of_last:
                end_of_last = mention.end
                yield mention

    def _hits(self, words: str, framework: str | None) -> Iterator[Mention]:
        folded, places = _folded(words)
        for last, (length, meanings) in self._automaton.iter(folded):
            start, end = last - length + 1, last + 1
            if places is not None:
                if (start and places[start] == places[start - 1]) or places[end] == places[last]:
                    continue  # within a letter that is folded to several
                start, end = places[start], places[end]
            if _inside_word(words, start) or _inside_word(words, end):
                continue
            term = _meant((one for one in meanings if one.fits(words[start:end])), framework)
            if term is not None:
                yield Mention(start, end, term)


def _folded(words: str) -> tuple[str, Sequence[int] | None]:
    """Words as they are compared, and where each letter of that stands in them; None where the letters are as many."""
    plain = words.translate(_ALIKE)
    folded = plain.casefold()
    if len(folded) == len(words) and "  " not in folded:
        return folded, None
    letters: list[str] = []
    places: list[int] = []
    for at, letter in enumerate(plain):
        if letter != " " or letters[-1:] != [" "]:
            for one in letter.casefold():
                letters.append(one)
                places.append(at)
    return "".join(letters), (*places, len(words))


def _exact_parts(name: str) -> Iterator[tuple[int, str]]:
    """The parts of a name whose letter case says something: `IT`, `pH`, `eBPF`, and `C` where that is all of it."""
    parts = _BETWEEN_PARTS.split(name.translate(_ALIKE))
    for number, part in enumerate(parts):
        is_letter = len(parts) == 1 and sum(map(str.isalpha, part)) == 1
        if any(map(str.isupper, part if is_letter else part[1:])):
            yield number, part


def _meant(meanings: Iterable[_Meaning], framework: str | None) -> str | None:
    """The term a name stands for here: the author's own use of the word before the general one."""
    found = [*meanings]
    scoped = [one.term for one in found if one.framework is not None and one.framework == framework]
    general = [one.term for one in found if one.framework is None]
    return next(iter(scoped + general), None)


def _inside_word(words: str, at: int) -> bool:
    """Tell whether a word, or a hyphenated one, goes on across this position; a possessive 's may follow."""
    if at in {0, len(words)}:
        return False
    before, after = words[at - 1], words[at]
    if after in "'’ʼ":
        return _is_shortened(words, at)
    if before == "-":
        return after.isalnum() and words[at - 2 : at - 1].isalnum()
    if after == "-":
        return before.isalnum() and words[at + 1 : at + 2].isalnum()
    return _go_together(before, after)


def _go_together(before: str, after: str) -> bool:
    """Whether one letter, or a sign that is part of a word, goes on with the one before it."""
    if after in _GLUED:
        return before.isalnum() or before in _GLUED
    if not (before.isalnum() or _is_mark(before)):
        return False
    if _is_apart(before) or _is_apart(after):
        return _is_mark(after) or all(unicodedata.name(one, "").startswith("KATAKANA") for one in (before, after))
    return after.isalnum() or _is_mark(after)


def _is_mark(letter: str) -> bool:
    """Whether it belongs to the letter before it: an accent, or a vowel of an Indian script."""
    return not letter.isascii() and unicodedata.category(letter) in ("Mn", "Mc")


def _is_shortened(words: str, at: int) -> bool:
    """Whether an apostrophe belongs to the word before it, as in "can't"; before an s it may follow a name."""
    behind = words[at + 1 : at + 3]
    if not words[at - 1].isalnum() or not behind[:1].isalpha():
        return False
    return behind[:1] not in "sS" or behind[1:].isalnum()


def _is_apart(letter: str) -> bool:
    """Whether a letter is of a script that puts no spaces between words."""
    return letter > "\u0e00" and unicodedata.name(letter, "").startswith(_WITHOUT_SPACES)
