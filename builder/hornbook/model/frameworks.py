"""Frameworks: one author's implications, with the facts, choices, lists and tables that go with them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Annotated as A
from typing import ClassVar

from hornbook.diagnostics import Place
from hornbook.identity import Itself
from hornbook.logic import Literal
from hornbook.model.citations import Citation
from hornbook.model.fields import (
    PART_WAS,
    AtomId,
    Atoms,
    Borrowed,
    ById,
    Computed,
    Count,
    FileName,
    FrameworkId,
    InheritedId,
    Line,
    LinksInText,
    NewId,
    OrAlone,
    Otherwise,
    Words,
    Written,
)
from hornbook.model.prose import Prose
from hornbook.model.records import LONGEST_LABEL, Evidence

LONGEST_TITLE = 120

Row = A[tuple[Prose, ...], Count(1)]
"""The cells of a row."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """An atom that is not a term: it has no page, only a sentence for each value."""

    id: A[str, FileName()]
    holds: A[str, Line(told=True), "The sentence that is true when it holds."]
    fails: A[str, Line(told=True), "The sentence that is true when it fails."]
    was: A[tuple[str, ...], NewId(), PART_WAS] = ()
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Implication:
    """Premises that give a conclusion, under conditions if need be; or premises that cannot hold together."""

    apart: ClassVar[tuple[str, ...]] = ("if", "assuming")

    id: A[str, NewId(), "A name, unique within the framework."]
    premises: A[
        tuple[Literal, ...], Atoms("atom"), Count(1), Written("if"), "The premises, each an id or `not` and an id."
    ]
    assuming: A[tuple[Literal, ...], Atoms("atom"), "Conditions on the setting."] = ()
    conclusion: A[
        Literal | None,
        Atoms("atom", or_impossible=True),
        Written("then"),
        "The conclusion; or `impossible`: the premises cannot hold together.",
    ]
    converse: A[bool, "A definition: the conclusion gives back the premises."] = False
    because: A[Prose | None, "The reason, in our own words."] = None
    evidence: A[Evidence, "Stated in the source, or inferred from it."] = Evidence.STATED
    note: A[Prose | None, "What is inferred or not verified about it."] = None
    redundant: A[str | None, Words(told=True), "Why it may stay although it follows from the others."] = None
    sources: A[
        tuple[Citation, ...],
        OrAlone(),
        Count(1),
        Written("source"),
        Otherwise("the framework's source"),
        "Where the author says so.",
    ]
    was: A[tuple[str, ...], NewId(), PART_WAS] = ()
    place: Place

    @property
    def atoms(self) -> frozenset[str]:
        """Every atom that it names, conditions included."""
        conclusion = () if self.conclusion is None else (self.conclusion,)
        return frozenset(literal.atom for literal in (*self.premises, *self.assuming, *conclusion))


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A parameter of a scheme, written as its values: atoms of which at most one holds."""

    id: A[str, NewId(), "A name for the parameter."]
    one_of: A[tuple[AtomId, ...], Count(1), "The atoms, of which at most one holds."]
    was: A[tuple[str, ...], NewId(), PART_WAS] = ()
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Presupposition:
    """Under what an atom applies: elsewhere it neither holds nor fails, since the word says nothing there."""

    shorthand: ClassVar[str] = "under"

    atom: A[AtomId, FileName()]
    under: A[tuple[Literal, ...], Atoms("atom"), Count(1), "What must hold for it to apply."]
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """A list that an author gives: failures, reasons, methods, positions."""

    id: A[str, NewId(), "A name, unique within the framework; the anchor on its page."]
    title: A[str, Line(LONGEST_TITLE), "What it is a list of."]
    items: A[tuple[Prose, ...], Count(1), "Its items, each in our own words or the author's label."]
    stance: A[bool, "True for the author's own position or advocacy, not a finding; the page says so."] = False
    note: A[Prose | None, "What a reader should know about this list."] = None
    source: A[Citation, Otherwise("the framework's source"), "Where the author gives it."]
    was: A[tuple[str, ...], NewId(), PART_WAS] = ()
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table that an author gives; every row has as many cells as there are columns."""

    id: A[str, NewId(), "A name, unique within the framework; the anchor on its page."]
    title: A[str, Line(LONGEST_TITLE), "What the table shows."]
    columns: A[tuple[str, ...], Line(), Count(1), "The headings of its columns."]
    rows: A[tuple[Row, ...], Count(1), "Its rows, each with one cell for each column."]
    note: A[Prose | None, "What a reader should know about this table."] = None
    source: A[Citation, Otherwise("the framework's source"), "Where the author gives it."]
    was: A[tuple[str, ...], NewId(), PART_WAS] = ()
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Framework:
    """One author's vocabulary with its own implications; atoms of different frameworks never mix."""

    id: A[str, FileName()]
    label: A[str, Line(LONGEST_LABEL), "The author and year, as in a heading."]
    source: A[Citation, "Where it is laid out."]
    text: A[Prose | None, "What a reader should know about this way of speaking."] = None
    extends: A[
        FrameworkId | None, "The framework whose atoms, choices, presuppositions and implications count here too."
    ] = None
    without: A[
        tuple[InheritedId, ...],
        "What is not taken over from it: ids of atoms, choices and implications, and atoms of presuppositions.",
    ] = ()
    facts: A[tuple[Fact, ...], ById(), Written("atoms"), "Facts that only situations use."] = ()
    choices: A[tuple[Choice, ...], "Parameters of the scheme, of each of which at most one value holds."] = ()
    presupposes: A[
        tuple[Presupposition, ...],
        ById(),
        "Under what an atom applies; where that fails, the word neither holds nor fails. All senses of a term that "
        "the framework has share it.",
    ] = ()
    implications: A[tuple[Implication, ...], "What implies what."] = ()
    lists: A[tuple[Listing, ...], "Lists that the author gives."] = ()
    tables: A[tuple[Table, ...], "Tables that the author gives."] = ()
    note: A[Prose | None, "What a reader should know about this record."] = None
    links_in_text: LinksInText = True
    was: A[tuple[str, ...], NewId(), "Ids it had before; each redirects here."] = ()
    base: A["Framework | None", Computed(), Borrowed()] = field(default=None, repr=False)
    """The framework that it extends."""
    place: Place

    @property
    def all_facts(self) -> tuple[Fact, ...]:
        """Those that it takes over, then its own; likewise the next three."""
        taken = () if self.base is None else self.base.all_facts
        return (*(one for one in taken if one.id not in self.without), *self.facts)

    @property
    def all_choices(self) -> tuple[Choice, ...]:
        """The parameters."""
        taken = () if self.base is None else self.base.all_choices
        return (*(one for one in taken if one.id not in self.without), *self.choices)

    @property
    def all_presupposes(self) -> tuple[Presupposition, ...]:
        """The presuppositions."""
        taken = () if self.base is None else self.base.all_presupposes
        return (*(one for one in taken if one.atom not in self.without), *self.presupposes)

    @property
    def all_implications(self) -> tuple[Implication, ...]:
        """The implications."""
        taken = () if self.base is None else self.base.all_implications
        return (*(one for one in taken if one.id not in self.without), *self.implications)

    def picked(self, ids: Iterable[str]) -> list[Implication]:
        """The implications with these ids, in the author's order; ids of others are passed over."""
        wanted = frozenset(ids)
        return [one for one in self.all_implications if one.id in wanted]

    @property
    def bases(self) -> tuple["Framework", ...]:
        """The framework that it extends, the one that this extends, and so on."""
        return () if self.base is None else (self.base, *self.base.bases)

    def home_of(self, part: str) -> "Framework":
        """The framework in which a part with this id, which counts here, is written; this one where none is."""
        return self if self.base is None else _homes(Itself(self)).get(part, self)

    @property
    def atoms(self) -> frozenset[str]:
        """Everything that can be true or false here: its facts, and what the rest of it names."""
        named = {fact.id for fact in self.all_facts} | {atom for choice in self.all_choices for atom in choice.one_of}
        named |= {atom for one in self.all_presupposes for atom in (one.atom, *(lit.atom for lit in one.under))}
        return frozenset(named).union(*(implication.atoms for implication in self.all_implications))


@lru_cache(maxsize=64)
def _homes(key: Itself[Framework]) -> Mapping[str, Framework]:
    """Where each part that counts in a framework is written, under each id that it has or had.

    Every line of a drawing asks it, so that no answer may cost a look at all parts.
    """
    (framework,) = key.values
    parts: tuple[Fact | Choice | Implication | Listing | Table, ...] = (
        *framework.implications,
        *framework.facts,
        *framework.choices,
        *framework.lists,
        *framework.tables,
    )
    own = {name: framework for one in parts for name in (one.id, *one.was)}
    if framework.base is None:
        return own
    taken = _homes(Itself(framework.base))
    return {part: home for part, home in taken.items() if part not in framework.without} | own
