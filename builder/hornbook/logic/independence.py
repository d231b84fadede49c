"""Which clauses of some are given by the others: what is left of them as one after the other is taken out."""

from collections.abc import Iterable

from hornbook.logic.propagation import Propagation
from hornbook.logic.solver import Solver
from hornbook.logic.steps import Steps
from hornbook.logic.theory import Index


class Left:
    """The clauses that are left of an index, told by their places.

    What the clauses alone give by unit propagation is kept from one question to the next, and made anew only where
    the clause that is asked about has a part in it. In the solver a literal of its own switches on each clause that
    may be asked about.
    """

    def __init__(self, index: Index, asked: Iterable[int], steps: Steps) -> None:
        """Begin with all of them, of which these may be asked about."""
        self._index = index
        self._asked = sorted(set(asked))
        self._steps = steps
        self._gone: set[int] = set()
        self._state: Propagation | None = None
        self._made: Solver | None = None

    def drop(self, clauses: Iterable[int]) -> bool:
        """Take these clauses out if those that are left without them give each of them."""
        taken = set(clauses)
        before = self._state = self._state or self._propagated()
        self._gone |= taken
        if before.contradictory or any(self._may_be_used(clause, before) for clause in taken):
            self._state = self._propagated()
        if all(self._is_given(clause, self._state) for clause in sorted(taken)):
            return True
        self._gone -= taken
        if self._state is not before:
            self._state = self._with_again(taken, self._state)
        return False

    def _propagated(self) -> Propagation:
        return Propagation(self._index, self._gone, self._steps)

    def _may_be_used(self, clause: int, state: Propagation) -> bool:
        """Tell whether it can be the reason of something that the clauses alone give."""
        return all(literal in state.holds or literal ^ 1 in state.holds for literal in self._index.literals[clause])

    def _with_again(self, clauses: set[int], state: Propagation) -> Propagation | None:
        """The state with what a clause gives that was out meanwhile, where that is all that it does."""
        left = {literal for each in clauses for literal in self._index.literals[each] if literal ^ 1 not in state.holds}
        return state if len(clauses) == len(left) == 1 and state.assume(min(left)) else None

    def _is_given(self, clause: int, state: Propagation) -> bool:
        """Tell whether the clauses that are left contradict the denial of this one."""
        if state.contradictory:
            return True
        denial, before = [literal ^ 1 for literal in self._index.literals[clause]], len(state.order)
        consistent = state.assume_all(denial)
        state.undo(before)
        if not consistent or self._index.horn:
            return not consistent
        switches = [self._switch(each) for each in self._asked if each not in self._gone]
        return self._solver().solve([*denial, *switches]) is None

    def _switch(self, clause: int) -> int:
        return 2 * (len(self._index.atoms) + clause) + 1

    def _solver(self) -> Solver:
        if self._made is None:
            self._made = Solver(len(self._index.atoms) + len(self._index.clauses), self._steps)
            asked = set(self._asked)
            for clause, literals in enumerate(self._index.literals):
                self._made.add((*literals, self._switch(clause) ^ 1) if clause in asked else literals)
        return self._made
