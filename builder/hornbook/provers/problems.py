"""What is put to a solver for one question: the literals taken together with the theory, and what it must find."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from hornbook.logic import Answer, Literal, Unsettled, Verdict


class Taken(StrEnum):
    """What is taken together with the theory; also a part of the name of a file."""

    GIVEN = "given"
    """What is given, alone."""
    WITH = "with"
    """What is given, and that the goal holds."""
    WITHOUT = "without"
    """What is given, and that the goal fails."""


class Expected(StrEnum):
    """What a solver must find, in the words of solvers."""

    SAT = "sat"
    UNSAT = "unsat"
    UNKNOWN = "unknown"
    """The question is not settled, so that nothing is expected."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One set of literals that is put to a solver together with the theory."""

    taken: Taken
    expected: Expected
    model: Mapping[str, bool] | None = None
    """For what can be satisfied: an assignment that does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A question with its answer."""

    name: str
    """Unique among those that stand in one file: of small letters, digits and hyphens."""
    words: str
    given: tuple[Literal, ...]
    goal: Literal
    answer: Answer

    def taken(self, problem: Problem) -> tuple[Literal, ...]:
        """The literals of a problem: those given, then the goal or its negation, if it is among them."""
        last = {Taken.GIVEN: (), Taken.WITH: (self.goal,), Taken.WITHOUT: (self.goal.negated(),)}[problem.taken]
        return (*self.given, *last)


def problems_of(answer: Answer) -> tuple[Problem, ...]:
    """What bears a verdict out: of a definite one first that what is given can hold, then what cannot.

    An open question has two problems that can be satisfied, and one that is not settled the same two without an answer.
    """
    possible = Problem(Taken.GIVEN, Expected.SAT, answer.model_with or answer.model_without)
    match answer.verdict:
        case Verdict.FOLLOWS:
            return (possible, Problem(Taken.WITHOUT, Expected.UNSAT))
        case Verdict.REFUTED:
            return (possible, Problem(Taken.WITH, Expected.UNSAT))
        case Verdict.CONTRADICTORY:
            return (Problem(Taken.GIVEN, Expected.UNSAT),)
        case Verdict.OPEN:
            return (
                Problem(Taken.WITH, Expected.SAT, answer.model_with),
                Problem(Taken.WITHOUT, Expected.SAT, answer.model_without),
            )
        case Unsettled():
            return (Problem(Taken.WITH, Expected.UNKNOWN), Problem(Taken.WITHOUT, Expected.UNKNOWN))
