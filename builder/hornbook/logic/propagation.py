"""Unit propagation in linear time, and the contradictions it finds.

Each clause counts the literals that are not yet false; at one, the last of them must hold (Dowling, Gallier,
"Linear-time algorithms for testing the satisfiability of propositional Horn formulae", 1984, for all literals
alike instead of positive ones only, so that contraposition needs nothing of its own). The counters exist only
for the clauses that a question touches.
"""

from collections.abc import Collection, Iterable

from hornbook.logic.steps import Steps
from hornbook.logic.theory import Index


class Propagation:
    """A growing set of literals, closed under unit propagation, that can be cut back."""

    def __init__(self, index: Index, without: Collection[int] = (), steps: Steps | None = None) -> None:
        """Begin with what the clauses alone give, leaving out the clauses `without`; a visit to a clause is a step."""
        self._index = index
        self._steps = steps or Steps()
        self._without = without
        self._left: dict[int, int] = {}
        self.holds: set[int] = set()
        self.order: list[int] = []
        """The literals that hold, in the order in which they were found."""
        self.contradictory = not self._begin()
        """The clauses alone give a contradiction; then nothing holds here."""

    def assume(self, literal: int) -> bool:
        """Add a literal and all that it gives; on a contradiction add nothing and return False.

        Not to be called where the clauses alone are contradictory.
        """
        if literal in self.holds:
            return True
        if literal ^ 1 in self.holds:
            return False
        return self._extend([literal])

    def assume_all(self, literals: Iterable[int]) -> bool:
        """Add these literals in order, up to the first that gives a contradiction: then return False."""
        return all(self.assume(literal) for literal in literals)

    def undo(self, length: int) -> None:
        """Cut back to the first `length` literals of `order`, a length that it had after some `assume`."""
        self._cut(length, len(self.order))

    def _begin(self) -> bool:
        units: dict[int, None] = {}
        for clause in self._index.short:
            if clause in self._without:
                continue
            literals = self._index.literals[clause]
            if not literals or literals[0] ^ 1 in units:
                return False
            units[literals[0]] = None
        return self._extend(list(units))

    def _extend(self, found: list[int]) -> bool:
        begin = position = len(self.order)
        self.holds.update(found)
        self.order.extend(found)
        while position < len(self.order):
            consistent = self._falsify(self.order[position] ^ 1)
            position += 1
            if not consistent:
                self._cut(begin, position)
                return False
        return True

    def _falsify(self, literal: int) -> bool:
        """Count the literal off in its clauses, all of them even after a contradiction, so that it can be undone."""
        left, literals, holds, consistent = self._left, self._index.literals, self.holds, True
        self._steps.spend(len(self._index.containing[literal]))
        for clause in self._counted(literal):
            remaining = left[clause] = left.get(clause, len(literals[clause])) - 1
            if remaining == 1 and consistent:
                for last in literals[clause]:
                    if last ^ 1 not in holds:
                        if last not in holds:
                            holds.add(last)
                            self.order.append(last)
                        break
                else:
                    consistent = False
        return consistent

    def _counted(self, literal: int) -> Iterable[int]:
        """The clauses that have a literal, without those that are left out."""
        having = self._index.containing[literal]
        return [clause for clause in having if clause not in self._without] if self._without else having

    def _cut(self, length: int, counted: int) -> None:
        """Drop the literals from `length` on; those before `counted` were counted off in their clauses."""
        for literal in self.order[length:counted]:
            for clause in self._counted(literal ^ 1):
                self._left[clause] += 1
        self.holds.difference_update(self.order[length:])
        del self.order[length:]
