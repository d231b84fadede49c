"""Saying a message in the language that is spoken: as text, or cut where something else than text comes in.

A message is the English sentence itself, with the names of what comes in between braces: "In the sense of {source}".
The language is ambient, as the locale of a program is: whoever begins a run says which (`speaking`). English is spoken
where nobody did, so that what a terminal is told does not depend on the glossary.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache
from gettext import NullTranslations
from typing import TypeVar

from hornbook.language.catalogues import Catalogue, English

T = TypeVar("T")

_GAP = re.compile(r"\{(\w+)\}")
_spoken: ContextVar[Catalogue] = ContextVar("spoken", default=NullTranslations())  # noqa: B039 - it has no state


@contextmanager
def speaking(words: Catalogue) -> Iterator[None]:
    """Within this, messages are said in the words of a catalogue."""
    before = _spoken.set(words)
    try:
        yield
    finally:
        _spoken.reset(before)


def spoken() -> Catalogue:
    """The catalogue whose words are spoken."""
    return _spoken.get()


def later(message: str) -> str:
    """The message itself: marks one, in a table, that whoever uses the table will say."""
    return message


def later_many(one: str, many: str) -> tuple[str, str]:
    """Both messages themselves: likewise, for one that depends on a number."""
    return one, many


def say(message: str, /, **values: object) -> str:
    """A message in the language that is spoken, with its gaps filled.

    Only messages that stand in the source as literals are in the catalogues; those of tables are marked by `later`.
    """
    said = _spoken.get().gettext(message)
    return _filled(said, values) if values else said


def say_many(one: str, many: str, count: int, /, **values: object) -> str:
    """The same for a message that depends on a number; it is also what fills a gap called `count`."""
    return _filled(_spoken.get().ngettext(one, many, count), {"count": count, **values})


def in_context(context: str, message: str, /, **values: object) -> str:
    """The same for words that other languages tell apart where English does not, such as "open"; in which use."""
    said = _spoken.get().pgettext(context, message)
    return _filled(said, values) if values else said


def parts(message: str, /, **pieces: T) -> tuple[str | T, ...]:
    """A message as its words and what fills its gaps, in the order of the language; for pieces that are not text."""
    return _cut(_spoken.get().gettext(message), pieces)


def parts_many(one: str, many: str, count: int, /, **pieces: T) -> tuple[str | T, ...]:
    """The same for a message that depends on a number; it is also what fills a gap called `count`."""
    return _cut(_spoken.get().ngettext(one, many, count), {"count": str(count), **pieces})


def _filled(message: str, values: dict[str, object]) -> str:
    return "".join(str(values[piece]) if gap else piece for gap, piece in _pieces(message))


def _cut(message: str, pieces: dict[str, T] | dict[str, str | T]) -> tuple[str | T, ...]:
    words = English if isinstance(message, English) else str
    return tuple(pieces[piece] if gap else words(piece) for gap, piece in _pieces(message))


@lru_cache(maxsize=1 << 12)
def _pieces(message: str) -> tuple[tuple[bool, str], ...]:
    """Words, and the names of gaps, in the order of the message; each with whether it is a gap."""
    cut = _GAP.split(message)
    return tuple((bool(number % 2), piece) for number, piece in enumerate(cut) if piece)
