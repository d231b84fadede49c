"""Satisfiability of clauses that are not all Horn, by conflict-driven clause learning.

After Eén, Sörensson, "An extensible SAT-solver" (2003): two watched literals, first unique implication point,
backjumping, assumptions with a set of those that failed. Decisions take the atom that was last in a conflict
(Ryan 2004), first as false; everything is deterministic. Literals are numbers: twice an atom's, plus one if it
holds.
"""

import heapq
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from hornbook.logic.steps import Steps


class Learned(NamedTuple):
    """A clause that the solver learned; what is false whatever is assumed is left out."""

    literals: tuple[int, ...]
    """The first that was decided first."""
    clause: list[int]
    """The same as the solver keeps it, by which later ones name it."""
    resolved: list[list[int]]
    """The clauses that it was made from by resolution."""


class Solver:
    """Clauses that can grow, asked again and again for a model under changing assumptions."""

    def __init__(self, atoms: int, steps: Steps) -> None:
        """Begin without clauses; a look at a clause, and at each further literal of it, is a step."""
        self.steps = steps
        self.learned: list[Learned] | None = None
        """What it learns, in order, once a list is put here."""
        self.failed: frozenset[int] = frozenset()
        """After `solve` found no model: assumptions that already have none together."""
        self._atoms = atoms
        self._satisfiable = True
        self._true = bytearray(2 * atoms)
        self._watchers: list[list[list[int]]] = [[] for _ in range(2 * atoms)]
        """Of each literal: the clauses that have it in one of their first two places."""
        self._reason: list[list[int]] = [[]] * atoms
        """Of each set atom: the clause that forced it; empty for decisions."""
        self._level = [0] * atoms
        self._trail: list[int] = []
        self._limits: list[int] = []
        """Of each decision: the length of the trail before it."""
        self._propagated = 0
        self._conflicts = 0
        self._last_conflict = [0] * atoms
        self._queue = [(0, atom) for atom in range(atoms)]

    def add(self, literals: Iterable[int]) -> list[int]:
        """Add a clause for good, between two calls of `solve` only; give what is kept of it."""
        distinct = list(dict.fromkeys(literals))
        if any(self._true[literal] or literal ^ 1 in distinct for literal in distinct):
            return []
        clause = [literal for literal in distinct if not self._true[literal ^ 1]]
        if len(clause) > 1:
            self._watch(clause)
        elif clause:
            self._set(clause[0], [])
            self._satisfiable = self._satisfiable and self._propagate() is None
        else:
            self._satisfiable = False
        return clause

    def solve(self, assumptions: Sequence[int]) -> frozenset[int] | None:
        """The true literals of a model in which the assumptions hold, or None; then `failed` says which."""
        self.failed = frozenset()
        model = None
        while self._satisfiable and not self.failed and model is None:
            conflict = self._propagate()
            if conflict is not None:
                self._learn(conflict)
            elif len(self._limits) < len(assumptions):
                self._assume(assumptions[len(self._limits)])
            elif len(self._trail) < self._atoms:
                self._decide(2 * self._next_atom())
            else:
                model = frozenset(self._trail)
        self._backtrack(0)
        return model

    def _watch(self, clause: list[int]) -> None:
        self._watchers[clause[0]].append(clause)
        self._watchers[clause[1]].append(clause)

    def _set(self, literal: int, reason: list[int]) -> None:
        self._true[literal] = 1
        self._reason[literal >> 1] = reason
        self._level[literal >> 1] = len(self._limits)
        self._trail.append(literal)

    def _decide(self, literal: int) -> None:
        self._limits.append(len(self._trail))
        self._set(literal, [])

    def _assume(self, literal: int) -> None:
        if self._true[literal ^ 1]:
            self.failed = self._culprits(literal)
        elif self._true[literal]:
            self._limits.append(len(self._trail))  # a level of its own, so that levels count the assumptions
        else:
            self._decide(literal)

    def _next_atom(self) -> int:
        """The unset atom that was last in a conflict; every unset atom stands in the queue with its latest."""
        while True:
            _, atom = heapq.heappop(self._queue)
            if not self._true[2 * atom] and not self._true[2 * atom + 1]:
                return atom

    def _propagate(self) -> list[int] | None:
        """Set what the clauses force; a clause all of whose literals are false ends it."""
        true = self._true
        while self._propagated < len(self._trail):
            false = self._trail[self._propagated] ^ 1
            self._propagated += 1
            watching, self._watchers[false] = self._watchers[false], []
            looks = len(watching)
            for place, clause in enumerate(watching):
                if clause[0] == false:
                    clause[0], clause[1] = clause[1], clause[0]
                if true[clause[0]]:
                    self._watchers[false].append(clause)
                    continue
                other = next((k for k in range(2, len(clause)) if not true[clause[k] ^ 1]), 1)
                looks += other if other > 1 else len(clause)
                clause[1], clause[other] = clause[other], clause[1]
                self._watchers[clause[1]].append(clause)
                if other > 1:
                    continue
                if true[clause[0] ^ 1]:
                    self._watchers[false].extend(watching[place + 1 :])
                    return clause
                self._set(clause[0], clause)
            self.steps.spend(looks)
        return None

    def _learn(self, conflict: list[int]) -> None:
        """Resolve back to the first literal of this level that all of the conflict goes through, and go back."""
        if not self._limits:
            self._satisfiable = False
            return
        self._conflicts += 1
        learned, seen, open_here, clause, position = [0], set[int](), 0, conflict, len(self._trail)
        resolved = list[list[int]]()
        while True:
            resolved.append(clause)
            self.steps.spend(len(clause))
            for literal in clause:
                atom = literal >> 1
                if self._true[literal] or atom in seen or not self._level[atom]:
                    continue
                seen.add(atom)
                self._last_conflict[atom] = self._conflicts
                heapq.heappush(self._queue, (-self._conflicts, atom))
                if self._level[atom] == len(self._limits):
                    open_here += 1
                else:
                    learned.append(literal)
            position -= 1
            while self._trail[position] >> 1 not in seen:
                position -= 1
            open_here -= 1
            if not open_here:
                break
            clause = self._reason[self._trail[position] >> 1]
        learned[0] = self._trail[position] ^ 1
        learned[1:] = sorted(learned[1:], key=lambda literal: -self._level[literal >> 1])
        if self.learned is not None:
            self.learned.append(Learned((*learned[:0:-1], learned[0]), learned, resolved))
        self._backtrack(self._level[learned[1] >> 1] if len(learned) > 1 else 0)
        if len(learned) > 1:
            self._watch(learned)
        self._set(learned[0], learned)

    def _culprits(self, literal: int) -> frozenset[int]:
        """The assumptions that force the negation of this one, and itself."""
        culprits, seen = {literal}, {literal >> 1}
        for true in reversed(self._trail):
            if true >> 1 in seen and self._level[true >> 1]:
                reason = self._reason[true >> 1]
                seen.update(each >> 1 for each in reason)
                if not reason:
                    culprits.add(true)
        return frozenset(culprits)

    def _backtrack(self, level: int) -> None:
        if level < len(self._limits):
            length = self._limits[level]
            for literal in self._trail[length:]:
                self._true[literal] = 0
                heapq.heappush(self._queue, (-self._last_conflict[literal >> 1], literal >> 1))
            del self._trail[length:], self._limits[level:]
            self._propagated = length
