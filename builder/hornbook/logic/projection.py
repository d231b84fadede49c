"""Forgetting: what clauses say about some literals, in clauses over those literals alone.

Davis, Putnam, "A computing procedure for quantification theory" (1960): the clauses with a literal are replaced by
their resolvents upon it. To keep the negation only, the clauses that have it stay (Lang, Liberatore, Marquis,
"Propositional independence", 2003); to keep both, all stay, which makes every prime implicate (Tison 1967).
Clauses that another one subsumes are dropped at every step. The number of clauses can grow exponentially.
"""

import heapq
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from itertools import chain

from hornbook.logic.steps import Steps

Disjunction = frozenset[int]
"""The literals of a clause, as numbers: twice an atom's, plus one if it holds."""


def project(clauses: Iterable[Iterable[int]], kept: Callable[[int], bool], steps: Steps) -> list[Disjunction]:
    """Give the strongest clauses over the literals that `kept` accepts which the given clauses entail.

    In the result each clause is there from which no other such clause can be made by leaving out literals; it is
    sorted by size, then by literals. A step is a clause that another one is held against.
    """
    family = _Family(steps)
    for clause in map(frozenset, clauses):
        if clause.isdisjoint([literal ^ 1 for literal in clause]):
            family.add(clause)
    atoms = {literal >> 1 for clause in family.clauses for literal in clause}
    forgotten = {atom for atom in atoms if not (kept(2 * atom) and kept(2 * atom + 1))}
    for group in (forgotten, atoms - forgotten):
        for atom in _cheapest_first(family, group):
            family.resolve(atom, [literal for literal in (2 * atom, 2 * atom + 1) if not kept(literal)])
    return sorted(family.clauses, key=lambda clause: (len(clause), sorted(clause)))


def _cheapest_first(family: "_Family", atoms: Iterable[int]) -> Iterator[int]:
    """The atoms, that with fewest resolvents next; counts that fell meanwhile are noticed late."""
    queue = [(family.resolvents(atom), atom) for atom in atoms]
    heapq.heapify(queue)
    while queue:
        count, atom = heapq.heappop(queue)
        if family.resolvents(atom) > count:
            heapq.heappush(queue, (family.resolvents(atom), atom))
        else:
            yield atom


class _Family:
    """Clauses of which none subsumes another, and none is a tautology."""

    def __init__(self, steps: Steps) -> None:
        self._steps = steps
        self.clauses: dict[Disjunction, None] = {}
        self._containing: defaultdict[int, dict[Disjunction, None]] = defaultdict(dict)

    def add(self, clause: Disjunction) -> None:
        """Add a clause that is no tautology unless another one subsumes it; drop those that it subsumes."""
        if frozenset() in self.clauses:
            return
        rows = [self._containing[literal] for literal in clause]
        sizes = list(map(len, rows))
        self._steps.spend(sum(sizes))
        if any(map(clause.issuperset, chain.from_iterable(rows))):
            return
        rarest = rows[sizes.index(min(sizes))] if rows else self.clauses
        self._steps.spend(1 + len(rarest))
        for weaker in [each for each in rarest if clause < each]:
            self.drop(weaker)
        self.clauses[clause] = None
        for row in rows:
            row[clause] = None

    def drop(self, clause: Disjunction) -> None:
        """Take a clause out."""
        del self.clauses[clause]
        for literal in clause:
            del self._containing[literal][clause]

    def containing(self, literal: int) -> Collection[Disjunction]:
        """The clauses with this literal."""
        return self._containing[literal]

    def resolvents(self, atom: int) -> int:
        """How many pairs of clauses can be resolved upon the atom."""
        return len(self.containing(2 * atom)) * len(self.containing(2 * atom + 1))

    def resolve(self, atom: int, dropped: Collection[int]) -> None:
        """Add all resolvents upon the atom, and drop the clauses that have one of the literals to be dropped."""
        failing, holding = list(self.containing(2 * atom)), list(self.containing(2 * atom + 1))
        for literal in dropped:
            for clause in list(self.containing(literal)):
                self.drop(clause)
        for negative in failing:
            rest = negative - {2 * atom}
            denied = {literal ^ 1 for literal in rest}
            for positive in holding:
                if denied.isdisjoint(positive):
                    self.add(rest | positive - {2 * atom + 1})
