"""What a field of a record says of itself beyond its Python type, in annotations: `A[str, Line(), "What it means."]`.

The classes of the model are the only declaration of how records are written: the reader in `load` makes values by
it, and JSON Schema, the manual for contributors and every walk over records are made from it. A field without a
default must be written; one with `Otherwise` may be left out although it has none.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Self

PART_WAS = "Ids it had before; links to each still lead here."
LinksInText = Annotated[bool, "Whether mentions of terms in its texts become links."]
"""What the former ids of a part of a record mean, of whatever kind."""


class Word(StrEnum):
    """One of the few words that a field may hold, each declared with what it means to whoever chooses among them."""

    meaning: str

    def __new__(cls, word: str, meaning: str = "") -> Self:
        """A member: the string that is written, and its meaning beside it, without which a word is only looked up."""
        member = str.__new__(cls, word)
        member._value_ = word
        member.meaning = meaning
        return member


@dataclass(frozen=True, slots=True)
class Line:
    """Plain text on one line."""

    longest: int = 500
    told: bool = False
    """It is wording of our own: a sentence, not a name, a title or somebody else's word."""


@dataclass(frozen=True, slots=True)
class Words:
    """Plain text, of several lines if need be."""

    told: bool = False
    """It is wording of our own."""


@dataclass(frozen=True, slots=True)
class NewId:
    """An id that this record defines, or once had."""


@dataclass(frozen=True, slots=True)
class FileName:
    """The id that the name of the record's file gives; nothing is written for it."""


@dataclass(frozen=True, slots=True)
class Ref:
    """The id of something else; of what, `kind` says."""

    kind: str


@dataclass(frozen=True, slots=True)
class Atoms:
    """A literal: the id of an atom of this kind, or `not` and the id."""

    kind: str
    or_impossible: bool = False
    """The word `impossible` may stand in its place; it is None in the model."""


@dataclass(frozen=True, slots=True)
class Day:
    """A date in ISO 8601."""

    partial: bool = False
    """A year or a month alone will do."""
    first: str = ""
    """The earliest day that may be named, and below the latest; empty where any may."""
    last: str = ""


@dataclass(frozen=True, slots=True)
class Version:
    """The number of a format; a file of a later one than the newest that is known cannot be read."""

    newest: int


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole number."""

    least: int
    most: int


@dataclass(frozen=True, slots=True)
class Address:
    """A web address."""

    mail: bool = False
    """It is a mail address instead."""


@dataclass(frozen=True, slots=True)
class OutsideId:
    """Something that another vocabulary has: its web address, or its identifier in a register such as Wikidata."""


@dataclass(frozen=True, slots=True)
class Language:
    """A language, as BCP 47 names it."""


@dataclass(frozen=True, slots=True)
class Count:
    """How many items a list has."""

    least: int = 0
    most: int | None = None


@dataclass(frozen=True, slots=True)
class OrAlone:
    """A list whose only item may stand without the list."""


@dataclass(frozen=True, slots=True)
class Written:
    """The name of the field in YAML, where it is not the model's."""

    name: str


@dataclass(frozen=True, slots=True)
class Otherwise:
    """The field may be left out; what it is then, in words."""

    words: str


@dataclass(frozen=True, slots=True)
class Inline:
    """The fields of this value are written among those of the record that holds it: these, or all."""

    names: tuple[str, ...] = ()
    required: tuple[str, ...] = ()
    """Those that cannot be left out here."""


@dataclass(frozen=True, slots=True)
class Computed:
    """Nothing is written for the field: the step that knows all records fills it in."""


@dataclass(frozen=True, slots=True)
class Borrowed:
    """What stands here belongs to another record, so that no walk over this one enters it."""


@dataclass(frozen=True, slots=True)
class PlaceOf:
    """Where another field is written; the place of the record where it is left out."""

    name: str


@dataclass(frozen=True, slots=True)
class ById:
    """A list that is written as a group: each id before its record."""


@dataclass(frozen=True, slots=True)
class Truths:
    """What is recorded of atoms, written as a group: each atom with a value, or with one for each framework."""

    kind: str


TermId = Annotated[str, Ref("term")]
FrameworkId = Annotated[str, Ref("framework")]
ViewId = Annotated[str, Ref("view")]
ExampleId = Annotated[str, Ref("example")]
FaqId = Annotated[str, Ref("faq")]
QuestionId = Annotated[str, Ref("question")]
SourceId = Annotated[str, Ref("source")]
AtomId = Annotated[str, Ref("atom")]
"""A term with sentences, or a fact of a framework."""
ImplicationId = Annotated[str, Ref("implication")]
"""One of the framework that stands beside it."""
SenseId = Annotated[str, Ref("sense")]
"""A sense of a term, written `term/sense`."""
ChainTermId = Annotated[str, Ref("chain-term")]
"""A term that is a link of some chain."""
InheritedId = Annotated[str, Ref("inherited")]
"""A fact, an implication or a choice of the framework that is extended, or the atom of what it presupposes."""
OptionId = Annotated[str, Ref("option")]
"""One of the question that stands beside it."""
LinkId = Annotated[str, Ref("link")]
"""Anything that has a page of its own."""
EmbedId = Annotated[str, Ref("embed")]
"""Something that other pages can show."""
KindId = Annotated[str, Ref("kind")]
"""A kind of terms."""
GroupId = Annotated[str, Ref("group")]
TagId = Annotated[str, Ref("tag")]
StatusId = Annotated[str, Ref("status")]
MatchId = Annotated[str, Ref("match")]
"""A term, or one of another glossary that is imported, written `NAME:term`."""
HistoryId = Annotated[str, Ref("history")]
"""Anything that has or had a page of its own."""

TERM_REFS = frozenset({"term", "match", "atom", "chain-term", "sense", "link"})
"""The references that may be to a term; of a `term/sense` its first part is the term."""
