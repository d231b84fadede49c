"""How the texts of a vocabulary are to be written, as far as a machine can hold them to it."""

from dataclasses import dataclass
from typing import Annotated as A

from hornbook.diagnostics import Place
from hornbook.model.fields import Count, Line, Whole

LONGEST_SENTENCE = 35
LONGEST_PHRASE = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class AvoidedWord:
    """A word, or a few words in a row, that texts do not use, and what they say instead."""

    word: A[str, Line(LONGEST_PHRASE), "The word or phrase; small and capital letters are the same."]
    forms: A[tuple[str, ...], Line(LONGEST_PHRASE), "Its other forms, each in full: `carried over`."] = ()
    better: A[tuple[str, ...], Line(LONGEST_PHRASE), Count(1), "What to write instead, the best first."]
    why: A[str | None, Line(), "Why, in a sentence; the message adds it."] = None
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """What texts are held to, quotations and code left out: words to avoid, the length of sentences, authors."""

    longest_sentence: A[
        int, Whole(5, 500), f"How many words a sentence may have; {LONGEST_SENTENCE} where nothing is said."
    ] = LONGEST_SENTENCE
    authors: A[bool, "True: each definition is somebody's, and says whose."] = False
    words: A[tuple[AvoidedWord, ...], "The words that texts avoid."] = ()
    place: Place
