"""Letters of one script within a word of another, where they look like letters of that: a Cyrillic a in `Rain`.

Which letters look alike is told by Unicode's table (UTS 39, confusables.txt), as the package `confusable_homoglyphs`
has it. Words that are wholly of one script are what they say, whatever they look like.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

_SCRIPTS = ("LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE", "COPTIC")
"""Alphabets whose letters look alike; with other scripts Latin letters are mixed by everybody, as in Japanese."""
_OTHERS = "\u0370-\u058f\u13a0-\u13ff\u1c80-\u1c8f\u1f00-\u1fff\u2c80-\u2cff\ua640-\ua69f"
"""Where the letters of all but the first stand."""
_SUSPECT = re.compile(rf"[^\W\d_{_OTHERS}]*[{_OTHERS}][^\W\d_]*")
_MOST = 1_000
"""Different words that are looked at in one text."""
_SHORTEST_WITH_GREEK = 3
"""Letters; in shorter ones a Greek letter is mathematics."""


@dataclass(frozen=True, slots=True)
class MixedWord:
    """A word of several scripts in which a letter can be taken for another."""

    start: int
    """Where it first occurs."""
    word: str
    letter: str
    """The first that is of another script and looks like a letter of the word's own."""
    meant: str
    """What it looks like."""
    count: int


def mixed_words(text: str) -> Iterator[MixedWord]:
    """Each such word of a text once, in the order in which they first occur."""
    if text.isascii():
        return
    found: dict[str, tuple[int, int]] = {}
    for match in _SUSPECT.finditer(text):
        start, count = found.get(match.group(), (match.start(), 0))
        if count or len(found) < _MOST:
            found[match.group()] = (start, count + 1)
    for word, (start, count) in found.items():
        letter = _strange_letter(word)
        if letter is not None:
            yield MixedWord(start, word, *letter, count)


def _strange_letter(word: str) -> tuple[str, str] | None:
    """The first letter of another script where the word can be read as one of a single script; what it is read as."""
    scripts = [_script(char) for char in word]
    there = [script for script in _SCRIPTS if script in scripts]
    if len(there) < 2 or ("GREEK" in there and len(word) < _SHORTEST_WITH_GREEK):
        return None
    for usual in sorted(there, key=scripts.count, reverse=True):
        strange = [char for char, script in zip(word, scripts, strict=True) if script in there and script != usual]
        meant = [_looking_like(char, usual) for char in strange]
        if meant[0] is not None and None not in meant:
            return strange[0], meant[0]
    return None


def _looking_like(char: str, script: str) -> str | None:
    from confusable_homoglyphs.confusables import confusables_data  # noqa: PLC0415 - a table that few projects need

    alike = (one["c"] for one in confusables_data.get(char, ()))
    return next((one for one in alike if len(one) == 1 and _script(one) == script), None)


def _script(char: str) -> str:
    return unicodedata.name(char, "").partition(" ")[0]
