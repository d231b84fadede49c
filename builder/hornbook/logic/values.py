"""The vocabulary of the logic: literals, clauses, verdicts, proofs and models.

Atoms are plain strings. Nothing here knows a term, a file or YAML.
"""

from collections.abc import Mapping
from dataclasses import dataclass
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


class StepKind(StrEnum):
    """How a step of a proof is justified."""

    GIVEN = "given"
    SUPPOSED = "supposed"
    CLAUSE = "clause"
    CASES = "cases"
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


Model = Mapping[str, bool]
"""An assignment to every atom of the theory (and of the question) that satisfies every clause."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A verdict with its certificate: a proof, or for OPEN two models."""

    verdict: Verdict
    proof: Proof | None = None
    model_with: Model | None = None
    """OPEN: a model of clauses and given literals in which the goal is true."""
    model_without: Model | None = None
    """OPEN: one in which it is false."""
