"""Clauses that the others of their theory already give."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from hornbook.logic.entailment import QUESTION_STEPS, ask, contradiction
from hornbook.logic.propagation import Propagation
from hornbook.logic.solver import Solver
from hornbook.logic.steps import Steps, StepsSpent
from hornbook.logic.theory import Theory
from hornbook.logic.values import UNSETTLED, Answer, Clause

MOST_STEPS = 4_000_000


@dataclass(frozen=True, slots=True)
class Redundancy:
    """Clauses that can go together: those that stay give every one of them."""

    answers: Mapping[str, Answer]
    """Of each clause that can go, by name and in the order in which they were tried: how those that stay give it.

    It follows from its premises, or these are contradictory with the others; so it is for clauses without a
    conclusion, and where the premises contradict one another.
    """
    complete: bool
    """False: more could go, since trying them all takes too many steps."""


def redundant(
    theory: Theory, candidates: Sequence[Sequence[str]], waived: Collection[str] = (), limit: int = MOST_STEPS
) -> Redundancy:
    """Choose clauses that can go together, so that the theory says the same without all of them.

    Each of the `candidates` is a unit, clauses that go together or not at all, tried in this order: it goes where
    the clauses that are left give it. Before them the `waived` ones are taken out where the rest gives them: they
    are kept for other reasons, so nothing is to rest on them. Clauses in neither stay. A tautology can always go.
    """
    left, gone = _Left(theory, Steps(limit)), list[str]()
    waived_units = [unit for unit in candidates if not set(waived).isdisjoint(unit)]
    advisable = [unit for unit in candidates if set(waived).isdisjoint(unit)]
    complete = True
    try:
        for unit in (*waived_units, *advisable):
            if left.drop(unit) and unit not in waived_units:
                gone += unit
    except StepsSpent:
        complete = False
    others = Theory(tuple(left.named[name] for name in left.named if name not in left.gone), theory.atoms)
    share = min(QUESTION_STEPS, limit // max(1, len(gone)))
    answers = {name: _answer(others, left.named[name], share) for name in gone}
    settled = {name: answer for name, answer in answers.items() if answer.verdict is not UNSETTLED}
    return Redundancy(settled, complete and len(settled) == len(answers))


class _Left:
    """The clauses that are left of a theory; each has a literal of its own that switches it on in the solver."""

    def __init__(self, theory: Theory, steps: Steps) -> None:
        self._index = theory.index
        self._steps = steps
        self._made: Solver | None = None
        self.named = {clause.name: clause for clause in theory.clauses}
        self.gone: set[str] = set()

    def drop(self, unit: Sequence[str]) -> bool:
        """Take the clauses of a unit out if those that are left without them give each of them."""
        gone = self.gone.union(unit)
        without = {self._index.place[name] for name in gone if name in self._index.place}
        given = all(self._gives(self._index.place[name], without) for name in unit if name in self._index.place)
        if given:
            self.gone = gone
        return given

    def _gives(self, clause: int, without: set[int]) -> bool:
        """Tell whether the clauses but these contradict a clause's denial."""
        denial = [literal ^ 1 for literal in self._index.literals[clause]]
        state = Propagation(self._index, without, self._steps)
        if state.contradictory or not state.assume_all(denial):
            return True
        if self._index.horn:
            return False
        switches = [self._switch(each) for each in range(len(self._index.clauses)) if each not in without]
        return self._solver().solve([*denial, *switches]) is None

    def _switch(self, clause: int) -> int:
        return 2 * (len(self._index.atoms) + clause) + 1

    def _solver(self) -> Solver:
        if self._made is None:
            self._made = Solver(len(self._index.atoms) + len(self._index.clauses), self._steps)
            for clause, literals in enumerate(self._index.literals):
                self._made.add((*literals, self._switch(clause) ^ 1))
        return self._made


def _answer(others: Theory, clause: Clause, limit: int) -> Answer:
    if clause.conclusion is not None:
        return ask(others, clause.premises, clause.conclusion, limit)
    return contradiction(others, clause.premises, limit) or Answer(UNSETTLED)
