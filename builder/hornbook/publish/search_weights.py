"""How much a title counts in Material's search, so that the page comes first whose title is the question.

For each heading that search adds up how rare the words are that it shares with the question; a word is taken for the
beginning of others too. Left alone, a long title gathers more than a short one, and one rare word more than all the
others. So a title is divided by its own length: the square root of what its words would bring together. Then, for
any question, no title brings more than the one that has exactly the question's words (Cauchy and Schwarz; the
numbers below are the squares in it).

Two things would spoil that, and count into the length. Of words that one word of a question is the beginning of
(“objective”, “objectives”), a title gets the sum. And a longer word is often rarer than the one it begins with. So a
title that has such a pair itself may come second to its own words.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from html import unescape

_TAG = re.compile(r"<[^>]*>")
_WORD = re.compile(r"[^\W_]+")
SHORTEST = 3
"""Words with fewer letters begin so many others that they say nothing of them."""
SATURATION = 1.2
"""How soon more of the same word in a text stop counting: `k1` of lunr, whose `b` Material sets to 0."""


def words_in(markup: str) -> list[str]:
    """The words that search finds in a title or text, in order."""
    return _WORD.findall(unescape(_TAG.sub(" ", markup)).lower())


def rareness(texts: Iterable[Sequence[str]], entries: int) -> dict[str, float]:
    """What lunr takes for the rareness of each word: of `entries` headings, in how many texts and titles it stands."""
    held = Counter(word for words in texts for word in set(words))
    return {word: rareness_of(count, entries) for word, count in held.items()}


@lru_cache(maxsize=1 << 14)  # of many words few texts hold any
def rareness_of(count: int, entries: int) -> float:
    """The same of a word that stands in so many texts and titles."""
    return math.log(1 + abs((entries - count + 0.5) / (count + 0.5)))


def lengths(titles: Sequence[Sequence[str]], rare: dict[str, float]) -> list[float]:
    """The length of each title, by which its weight is to be divided; 1 for one without words."""
    beginnings = _beginnings({word for words in titles for word in words})
    return [_length(words, rare, beginnings) for words in titles]


def _length(words: Sequence[str], rare: dict[str, float], beginnings: dict[str, str]) -> float:
    together: dict[str, list[float]] = {}
    for word, times in Counter(words).items():
        gain = rare[word] * (SATURATION + 1) * times / (SATURATION + times)
        together.setdefault(beginnings[word], []).append(gain)
    square = sum(sum(gains) ** 2 / min(rare[beginning], *gains) for beginning, gains in together.items())
    return math.sqrt(square) or 1.0


def _beginnings(known: set[str]) -> dict[str, str]:
    """For each word the shortest known one that it begins with."""
    found: dict[str, str] = {}
    current = ""
    for word in sorted(known):
        if not current or not word.startswith(current):
            current = word if len(word) >= SHORTEST else ""
        found[word] = current or word
    return found
