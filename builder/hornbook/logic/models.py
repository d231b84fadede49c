"""Models: whether literals can hold together, and the one model that is shown of all that there are.

On Horn clauses unit propagation decides it, and where it ends all the rest may be false; otherwise a solver is
asked.
"""

from collections.abc import Iterable, Sequence

from hornbook.logic.propagation import Propagation
from hornbook.logic.solver import Solver
from hornbook.logic.theory import Index


class Models:
    """The models of some clauses; a place for the solver, which is made when it is first needed."""

    def __init__(self, index: Index) -> None:
        self.index = index
        self._made: Solver | None = None

    def exist(self, literals: Sequence[int]) -> bool:
        """Tell whether there is a model in which these literals hold."""
        state = Propagation(self.index)
        if state.contradictory or not state.assume_all(literals):
            return False
        return self.index.horn or self._solver().solve(literals) is not None

    def first(self, literals: Sequence[int], prefer: Iterable[int] = ()) -> frozenset[int] | None:
        """The true literals of the first model in which `literals` hold, or None where there is none.

        First: each literal of `prefer` in turn, then the negation of each atom in order, holds in it unless
        that is impossible together with what was decided before.
        """
        state = Propagation(self.index)
        if state.contradictory or not state.assume_all(literals):
            return None
        wanted = [*prefer, *range(0, 2 * len(self.index.atoms), 2)]
        if self.index.horn:
            for literal in wanted:
                if not state.assume(literal):
                    state.assume(literal ^ 1)
            return frozenset(state.holds)
        return self._first_by_solver(state, wanted)

    def culprits(self, literals: Sequence[int]) -> list[int] | None:
        """Some of the literals that cannot hold together, in the same order, or None if there is a model of all."""
        if self._solver().solve(literals) is not None:
            return None
        return [literal for literal in literals if literal in self._solver().failed]

    def _first_by_solver(self, state: Propagation, wanted: Iterable[int]) -> frozenset[int] | None:
        model = self._solver().solve(state.order)
        if model is None:
            return None
        for literal in wanted:
            if literal not in model and literal ^ 1 not in state.holds:
                model = self._solver().solve([*state.order, literal]) or model
            state.assume(literal if literal in model else literal ^ 1)
        return model

    def _solver(self) -> Solver:
        if self._made is None:
            self._made = Solver(len(self.index.atoms))
            for literals in self.index.literals:
                self._made.add(literals)
        return self._made
