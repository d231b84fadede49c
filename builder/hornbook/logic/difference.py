"""Whether two theories say the same of some atoms."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from enum import StrEnum

from hornbook.logic.entailment import ask
from hornbook.logic.models import Models, told
from hornbook.logic.projection import project
from hornbook.logic.steps import Steps, StepsSpent
from hornbook.logic.theory import Theory
from hornbook.logic.values import UNSETTLED, Answer, Clause, Literal, Verdict


class Side(StrEnum):
    """One of two theories that are compared."""

    LEFT = "left"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Difference:
    """A clause over the shared atoms that one theory entails and the other does not."""

    clause: Clause
    """Its premises hold what is taken as given, its conclusion the goal."""
    holds_in: Side
    answer: Answer
    """How the other theory answers whether the conclusion follows from the premises: open or refuted.

    If the clause has no conclusion, which is so only where there are no atoms to differ in: open, with one model
    of the other theory twice.
    """


@dataclass(frozen=True, slots=True)
class Comparison:
    """What came of comparing two theories."""

    difference: Difference | None
    """None: none was found."""
    complete: bool = True
    """False: there may be one all the same, since finding out takes too many steps."""


MOST_STEPS = 4_000_000


def difference(left: Theory, right: Theory, atoms: AbstractSet[str], limit: int = MOST_STEPS) -> Comparison:
    """Tell where two theories differ in what they entail over these atoms.

    Each theory is projected onto the atoms and the other is asked for each clause of it, the smallest first and
    those of the left theory before those of the right. Projection can take exponential time in the atoms that are
    forgotten, so that it ends after `limit` steps in all. An atom that a theory does not have is one that it says
    nothing of.
    """
    steps = Steps(limit)
    try:
        for side, theory, other in ((Side.LEFT, left, right), (Side.RIGHT, right, left)):
            for clause in _projected(theory, atoms, steps):
                steps.spend(sum(map(len, other.index.literals)))  # what one question to a Horn theory takes
                answer = _denied(other, clause, limit)
                if answer is not None:
                    return Comparison(Difference(clause, side, answer))
    except StepsSpent:
        return Comparison(None, complete=False)
    return Comparison(None)


def _projected(theory: Theory, atoms: AbstractSet[str], steps: Steps) -> list[Clause]:
    index = theory.index
    kept = {index.number(Literal(atom, holds)) for atom in atoms & theory.atoms for holds in (False, True)}
    disjunctions = project(index.literals, kept.__contains__, steps)
    if disjunctions == [frozenset()]:  # contradictory: then it entails each literal, which says more than nothing
        return [_clause([Literal(atom, holds)]) for atom in sorted(atoms) for holds in (True, False)] or [_clause([])]
    return [_clause([index.literal(number) for number in sorted(disjunction)]) for disjunction in disjunctions]


def _clause(disjunction: list[Literal]) -> Clause:
    """Conclude the first literal that holds, otherwise the last, from the negations of the others."""
    if not disjunction:
        return Clause("difference", (), None)
    conclusion = next((literal for literal in disjunction if literal.holds), disjunction[-1])
    premises = tuple(literal.negated() for literal in disjunction if literal != conclusion)
    return Clause("difference", premises, conclusion)


def _denied(theory: Theory, clause: Clause, limit: int) -> Answer | None:
    """The theory's answer to a clause that it does not entail; None where it does."""
    if clause.conclusion is not None:
        answer = ask(theory, clause.premises, clause.conclusion, limit)
        if answer.verdict is UNSETTLED:
            raise StepsSpent
        return answer if answer.verdict in {Verdict.OPEN, Verdict.REFUTED} else None
    model = Models(theory.index, Steps(MOST_STEPS)).some([])
    if model is None:
        return None
    found = told(theory.index, model)
    return Answer(Verdict.OPEN, model_with=found, model_without=found)
