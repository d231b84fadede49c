"""Frameworks: one author's implications, with the facts, choices, lists and tables that go with them."""

from dataclasses import dataclass

from hornbook.diagnostics import Place
from hornbook.logic import Literal
from hornbook.model.fields import AtomId
from hornbook.model.prose import Prose
from hornbook.model.records import Citation, Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """An atom that is not a term: it has no page, only a sentence for each value."""

    id: str
    holds: str
    fails: str
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Implication:
    """`premises`, `assuming` these conditions, give `conclusion`; None: they cannot hold together."""

    id: str
    premises: tuple[Literal, ...]
    assuming: tuple[Literal, ...] = ()
    conclusion: Literal | None
    converse: bool = False
    """A definition: the conclusion gives back each premise too."""
    because: Prose | None = None
    evidence: Evidence = Evidence.STATED
    note: Prose | None = None
    """What is inferred or not verified about it."""
    redundant: str | None = None
    """Why it may stay although it follows from the others."""
    source: Citation
    place: Place

    @property
    def atoms(self) -> frozenset[str]:
        """Every atom that it names, conditions included."""
        conclusion = () if self.conclusion is None else (self.conclusion,)
        return frozenset(literal.atom for literal in (*self.premises, *self.assuming, *conclusion))


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A parameter of a scheme: at most one of these atoms holds."""

    id: str
    one_of: tuple[AtomId, ...]
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """A list that an author gives: failures, reasons, methods, positions."""

    id: str
    """Unique within the framework, like a table's; the anchor on its page."""
    title: str
    items: tuple[Prose, ...]
    stance: bool = False
    """The author's own position or advocacy, not a finding; the page says so."""
    note: Prose | None = None
    source: Citation
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table that an author gives; every row has as many cells as there are columns."""

    id: str
    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Prose, ...], ...]
    note: Prose | None = None
    source: Citation
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Framework:
    """One author's vocabulary with its own implications; atoms of different frameworks never mix."""

    id: str
    label: str
    source: Citation
    text: Prose | None = None
    facts: tuple[Fact, ...] = ()
    choices: tuple[Choice, ...] = ()
    implications: tuple[Implication, ...] = ()
    lists: tuple[Listing, ...] = ()
    tables: tuple[Table, ...] = ()
    note: Prose | None = None
    was: tuple[str, ...] = ()
    place: Place

    @property
    def atoms(self) -> frozenset[str]:
        """Everything that can be true or false here: its facts, and what its choices and implications name."""
        named = {fact.id for fact in self.facts} | {atom for choice in self.choices for atom in choice.one_of}
        return frozenset(named).union(*(implication.atoms for implication in self.implications))
