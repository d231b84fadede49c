"""How records are written, as frozen values: for each kind of file and each part of one its fields, with examples."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hornbook.language import English, parts


@dataclass(frozen=True, slots=True)
class Code:
    """Characters as they stand in a file."""

    text: str


@dataclass(frozen=True, slots=True)
class Pointer:
    """Words that lead to another place of the manual."""

    words: str
    anchor: str


Phrase = tuple[str | Code | Pointer, ...]
"""Some words of a sentence."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Lines of a file of the example project, as they are written there but for their indentation."""

    path: str
    text: str


@dataclass(frozen=True, slots=True)
class WordManual:
    """One of the words that a field may hold."""

    word: str
    anchor: str
    meaning: Phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldManual:
    """One field as it is written."""

    name: str
    anchor: str
    required: bool
    otherwise: Phrase
    """What it is where it is left out; empty where that says nothing, or where it cannot be."""
    holds: Phrase
    """What may be written there."""
    meaning: Phrase
    words: tuple[WordManual, ...] = ()
    """The words that it may hold, at the first field that holds them."""
    example: Excerpt | None
    """None where the example project does not use it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionManual:
    """One kind of file, or one part of records."""

    title: str
    anchor: str
    is_kind: bool
    meaning: Phrase
    file: Phrase
    """Which file holds it; empty for a part."""
    alone: Phrase
    """How it may be written without naming its fields; empty where it may not."""
    example_alone: Excerpt | None
    rules: tuple[Phrase, ...]
    """What holds of several of its fields together."""
    fields: tuple[FieldManual, ...]


_CODE = re.compile("`([^`]*)`")
_CODE_OR_POINTER = re.compile(r"`([^`]*)`|\[([^\]]*)\]")


def phrase(text: str, anchor: str | None = None) -> Phrase:
    """Words in which what stands between backticks is code; apostrophes elsewhere become those of print.

    Where an `anchor` is given, what stands between brackets leads there.
    """
    return tuple(_pieces(text, anchor))


def say_phrase(message: str, /, anchor: str | None = None, **pieces: str | Phrase) -> Phrase:
    """A message in the language that is spoken, with its gaps filled, as a phrase."""
    found: list[str | Code | Pointer] = []
    text: list[str] = []
    for piece in (*parts(message, **pieces), ()):  # nothing at the end, behind the last text
        if isinstance(piece, str):
            text.append(piece)
        else:
            found += (*phrase(_joined(text), anchor), *piece)
            text = []
    return tuple(found)


def _pieces(text: str, anchor: str | None) -> Iterator[str | Code | Pointer]:
    whole = English if isinstance(text, English) else str
    at = 0
    for found in (_CODE if anchor is None else _CODE_OR_POINTER).finditer(text):
        yield from _printed(text[at : found.start()], whole)
        yield Code(found[1]) if found[1] is not None else Pointer(found[2], anchor or "")
        at = found.end()
    yield from _printed(text[at:], whole)


def _printed(words: str, whole: type[str]) -> Iterator[str]:
    """Words as they are printed, if there are any; `whole` is the type of the text that they are from."""
    if words:
        yield whole(words.replace("'", "’"))


def _joined(texts: Sequence[str]) -> str:
    """Texts as one; it is English if one of them is."""
    return (English if any(isinstance(one, English) for one in texts) else str)("".join(texts))
