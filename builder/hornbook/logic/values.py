"""The vocabulary of the logic: literals, clauses, verdicts, proofs and models.

Atoms are plain strings. Nothing here knows a term, a file or YAML.
"""

import heapq
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from enum import StrEnum


@dataclass(frozen=True, slots=True, order=True)
class Literal:
    """An atom, or its negation when `holds` is false."""

    atom: str
    holds: bool = True

    def negated(self) -> "Literal":
        """The literal that is true exactly when this one is not."""
        return Literal(self.atom, not self.holds)

    def __str__(self) -> str:
        return self.atom if self.holds else f"not {self.atom}"


@dataclass(frozen=True, slots=True)
class Clause:
    """`premises → conclusion`; with no conclusion, the premises cannot all hold together."""

    name: str
    """Unique within a theory; proofs name clauses by it."""
    premises: tuple[Literal, ...]
    conclusion: Literal | None

    def literals(self) -> frozenset[Literal]:
        """The same clause as a disjunction: the negated premises, and the conclusion if there is one."""
        negated = frozenset(premise.negated() for premise in self.premises)
        return negated if self.conclusion is None else negated | {self.conclusion}


class Verdict(StrEnum):
    """What the clauses say of a goal once some literals are taken as given."""

    FOLLOWS = "follows"
    REFUTED = "refuted"
    OPEN = "open"
    CONTRADICTORY = "contradictory"


class Unsettled(StrEnum):
    """There is no verdict: finding out takes more steps than a question may. Nobody can state that."""

    UNSETTLED = "unsettled"


UNSETTLED = Unsettled.UNSETTLED


class StepKind(StrEnum):
    """How a step of a proof is justified."""

    GIVEN = "given"
    SUPPOSED = "supposed"
    CLAUSE = "clause"
    CASES = "cases"
    LEMMA = "lemma"
    BY_LEMMA = "by-lemma"
    CLASH = "clash"


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a proof.

    * GIVEN: `literal` is one of the given literals; it stands under no supposition.
    * SUPPOSED: `literal` is the last element of `under`; it opens a case.
    * CLAUSE: `literal` is in the disjunction of the clause `clause`, and the earlier steps `premises`
      establish the negation of every other literal of that disjunction, once each and in the order in which
      the clause has them (its premises, then its conclusion). With `literal` None they establish the negation
      of all of them: a contradiction. It stands under the suppositions of the premise that has most of them.
    * CASES: `premises` are two earlier steps, the ends of the case X and of the case not X (X the positive
      literal), opened directly under this step's own `under`; each end establishes `literal`, or a
      contradiction (None).
    * LEMMA: `premises` is one earlier step, a contradiction under this step's own `under` and further
      suppositions: these cannot all hold together. It has no `literal`, and serves BY_LEMMA alone.
    * BY_LEMMA: as CLAUSE, with the disjunction of the negations of what a lemma says cannot hold together, in
      their order. The first of `premises` is the lemma, the others are those that a clause would have.
    * CLASH: what was given holds a literal and its negation: `premises` are those two given steps, the
      positive one first, and `literal` is None.
    """

    kind: StepKind
    literal: Literal | None
    clause: str | None = None
    premises: tuple[int, ...] = ()
    """Indexes of earlier steps; each stands under a prefix of this step's suppositions (CASES excepted)."""
    under: tuple[Literal, ...] = ()
    """The suppositions that this step stands under, outermost first."""


@dataclass(frozen=True, slots=True)
class Proof:
    """Steps in an order of deduction; the last one, under no supposition, is what is proved.

    The last literal is the goal, its negation, or None for a contradiction in what was given.
    """

    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Model(Mapping[str, bool]):
    """An assignment to every atom of a theory (and of the question), told by how it differs from another one."""

    base: Mapping[str, bool]
    """The same for all models of one theory, so that it is kept, and checked, once."""
    flipped: AbstractSet[str]
    """The atoms whose value is not that of the base."""
    beyond: Mapping[str, bool] = field(default_factory=dict)
    """The values of atoms that the base does not have."""

    def __getitem__(self, atom: str) -> bool:
        """Whether the atom holds."""
        try:
            return self.base[atom] != (atom in self.flipped)
        except KeyError:
            return self.beyond[atom]

    def __iter__(self) -> Iterator[str]:
        """The atoms, in the order of the base; those beyond it where they belong by name."""
        return heapq.merge(self.base, sorted(self.beyond)) if self.beyond else iter(self.base)

    def __len__(self) -> int:
        """How many atoms have a value."""
        return len(self.base) + len(self.beyond)

    def __repr__(self) -> str:
        """The assignment, in the order of the base."""
        return f"Model({dict(self)})"


@dataclass(frozen=True, slots=True)
class Answer:
    """A verdict with its certificate.

    FOLLOWS and REFUTED: a proof, and a model of the clauses and what is given, without which everything would
    follow. OPEN: two models. CONTRADICTORY: a proof. UNSETTLED: nothing.
    """

    verdict: Verdict | Unsettled
    proof: Proof | None = None
    model_with: Mapping[str, bool] | None = None
    """FOLLOWS, OPEN: a model of the clauses and the given literals in which the goal is true."""
    model_without: Mapping[str, bool] | None = None
    """REFUTED, OPEN: one in which it is false."""
