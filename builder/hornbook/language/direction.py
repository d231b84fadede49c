"""From where to where text runs: a language's direction, and texts that run against that of the page around them.

Letters are told apart by their class in Unicode's bidirectional algorithm (UAX #9). The direction of the page is
ambient, as the language is.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from enum import StrEnum
from functools import lru_cache
from unicodedata import bidirectional


class Direction(StrEnum):
    """As HTML's `dir` names it."""

    LTR = "ltr"
    RTL = "rtl"


_RTL_LANGUAGES = frozenset(
    ["ar", "arc", "ckb", "dv", "fa", "he", "iw", "ks", "nqo", "ps", "sd", "syr", "ug", "ur", "yi"]
)
_RTL_SCRIPTS = frozenset(["adlm", "arab", "hebr", "mand", "nkoo", "rohg", "samr", "syrc", "thaa"])
_CLASSES = {"L": Direction.LTR, "R": Direction.RTL, "AL": Direction.RTL}
_MAY_RUN_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001eeff]")
"""The blocks with the letters of scripts that run from right to left."""
_around: ContextVar[Direction] = ContextVar("around", default=Direction.LTR)


def direction_of(language: str) -> Direction:
    """The direction of a language as BCP 47 names it; a script in its name counts more: `az-Arab`."""
    name, *subtags = language.lower().split("-")
    script = next((one for one in subtags if len(one) == 4 and one.isalpha()), None)
    is_rtl = name in _RTL_LANGUAGES if script is None else script in _RTL_SCRIPTS
    return Direction.RTL if is_rtl else Direction.LTR


@contextmanager
def running(direction: Direction) -> Iterator[None]:
    """Within this, text stands on pages of a direction; elsewhere on those that run from left to right."""
    before = _around.set(direction)
    try:
        yield
    finally:
        _around.reset(before)


def against(words: str) -> Direction | None:
    """The direction of a text of its own that runs against the page; None where it runs along, or nobody can tell.

    It runs as its first letter does, unless more of its letters run as the page does: a Hebrew text may begin with a
    Latin name.
    """
    around = _around.get()
    return None if around is Direction.LTR and _runs_right(words) else _runs(words, around)[0]


def apart(words: str) -> Direction | None:
    """How a text within a line must be kept apart from what stands around it; None where all runs as the page does."""
    around = _around.get()
    if around is Direction.LTR and _runs_right(words):
        return None
    own, mixed = _runs(words, around)
    return own or (around if mixed else None)


def _runs_right(words: str) -> bool:
    """Tell whether no letter of a text can run to the left."""
    return words.isascii() or not _MAY_RUN_LEFT.search(words)


@lru_cache(maxsize=1 << 12)
def _runs(words: str, around: Direction) -> tuple[Direction | None, bool]:
    """The direction against which a text runs, if it does, and whether any of its letters does."""
    strong = _strong(words)
    opposite = sum(one is not around for one in strong)
    runs_against = opposite > 0 and strong[0] is not around and 2 * opposite >= len(strong)
    return (strong[0] if runs_against else None), opposite > 0


def _strong(words: str) -> list[Direction]:
    """The directions of those characters that have one, in their order."""
    return [_CLASSES[found] for found in map(bidirectional, words) if found in _CLASSES]


def main_direction(words: str) -> Direction:
    """The direction of a text that stands alone: that of most of its letters; of as many, that of the first."""
    if _runs_right(words):
        return Direction.LTR
    strong = _strong(words)
    return max(strong, key=strong.count, default=Direction.LTR)
