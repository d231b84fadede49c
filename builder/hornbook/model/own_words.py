"""Words that a vocabulary declares for itself: kinds of terms, tags, stages of work, groups."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated as A
from typing import ClassVar

from hornbook.diagnostics import Place
from hornbook.language import later
from hornbook.model.fields import Line, NewId, Otherwise, Word

LONGEST_WORD = 80


class TermKind(Word):
    """What sort of thing a term names."""

    PROPERTY = "property", "A state that may be wished for; an open claim may lack it."
    CONDITION = "condition", "A circumstance under which something is said; an open claim may lack it."
    OBJECTIVE = "objective", "Something that is aimed at."
    SYSTEM = "system", "A thing that something is said of, or a sort of such things."
    FAILURE = "failure", "Something that goes wrong; `failure_of` names what it is a failure of."
    METHOD = "method", "A way of doing something; `addresses` names the failures that it is for."
    CONCEPT = "concept", "An idea that is none of the others."
    SCHEME = "scheme", "A way of dividing a subject into parts."


KIND_WORDS: Mapping[str, str] = {
    TermKind.PROPERTY: later("property"),
    TermKind.CONDITION: later("condition"),
    TermKind.OBJECTIVE: later("objective"),
    TermKind.SYSTEM: later("system"),
    TermKind.FAILURE: later("failure"),
    TermKind.METHOD: later("method"),
    TermKind.CONCEPT: later("concept"),
    TermKind.SCHEME: later("scheme"),
}
"""The kinds as readers see them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnWord:
    """A word of the glossary's own, by which terms are marked."""

    shorthand: ClassVar[str | None] = "id"

    id: A[str, NewId(), "The word as terms name it."]
    label: A[str, Line(LONGEST_WORD), Otherwise("the id"), "The word as readers see it."]
    meaning: A[str | None, Line(told=True), "What it says of a term, in a sentence."] = None
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnKind:
    """A kind of terms of the glossary's own."""

    shorthand: ClassVar[str | None] = "id"

    id: A[str, NewId(), "The kind as terms name it."]
    label: A[str, Line(LONGEST_WORD), Otherwise("the id"), "The kind as readers see it."]
    meaning: A[str | None, Line(told=True), "What sort of thing such a term names, in a sentence."] = None
    like: A[TermKind, "How its terms are spoken of and reasoned with."] = TermKind.CONCEPT
    place: Place
