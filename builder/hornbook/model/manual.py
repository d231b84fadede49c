"""How records are written, as frozen values: for each kind of file and each part of one its fields, with examples."""

import re
from dataclasses import dataclass


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


def phrase(text: str) -> Phrase:
    """Words in which what stands between backticks is code; apostrophes elsewhere become those of print."""
    pieces = re.split(r"`([^`]*)`", text)
    return tuple(Code(piece) if number % 2 else piece.replace("'", "’") for number, piece in enumerate(pieces) if piece)
