"""Forward chaining on Horn clauses: the least model of what is given, found within the cone of what is given.

Only positive literals are followed, from premises to conclusions, which decides every question on Horn clauses
(Dowling, Gallier, "Linear-time algorithms for testing the satisfiability of propositional Horn formulae", 1984). A
clause is filed under one premise and looked at when that one holds; while another one is missing it waits for that
one, in a list that belongs to the question. So nothing has to be put back after a question.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence

CONTRADICTION = -1
"""Stands for the literal of a contradiction where literals are compared."""

_ALWAYS = -2
"""Clauses are filed under it whose premises the clauses alone give."""


class Forward:
    """Horn clauses to chain on, and what they give by themselves; made once for a theory."""

    def __init__(self, clauses: Sequence[Sequence[int]]) -> None:
        """Take the clauses by their literals."""
        self.heads = [next((literal for literal in clause if literal & 1), CONTRADICTION) for clause in clauses]
        self._bodies = [tuple(literal ^ 1 for literal in clause if not literal & 1) for clause in clauses]
        self.alone: frozenset[int] = frozenset()
        """The positive literals that the clauses alone give; where they are contradictory, those found first."""
        self._file()
        start = Closure(self)
        self.contradictory = not start.add(self.heads[clause] for clause in self.single.get(_ALWAYS, ()))
        """The clauses alone are contradictory."""
        if start.order:
            self.alone = frozenset(start.order)
            self._file()
        self._reasons_alone = self._by_head(self.single.get(_ALWAYS, ()))

    def reasons(self, goal: int, given: Collection[int], closure: "Closure") -> set[int]:
        """The clauses that a derivation of a goal from the given literals can use, the goal being in their closure."""
        found, todo, seen = set[int](), [goal], {goal}
        more = self._by_head(closure.fired)
        while todo:
            literal = todo.pop()
            if literal in given:
                continue
            for clause in (*self._reasons_alone.get(literal, ()), *more.get(literal, ())):
                found.add(clause)
                todo += (premise for premise in self._bodies[clause] if premise not in seen)
                seen.update(self._bodies[clause])
        return found

    def _file(self) -> None:
        """File each clause under the rarest premise that the clauses alone do not give, apart from the others."""
        uses = Counter(premise for body in self._bodies for premise in body)
        self.single: dict[int, list[int]] = {}
        """Of a literal: the clauses that need nothing else."""
        self.several: dict[int, list[int]] = {}
        self.needed: list[tuple[int, ...]] = []
        """Of each clause: the premises that the clauses alone do not give."""
        for clause, body in enumerate(self._bodies):
            needed = body if self.alone.isdisjoint(body) else tuple(each for each in body if each not in self.alone)
            self.needed.append(needed)
            filed = self.several if len(needed) > 1 else self.single
            filed.setdefault(min(needed, key=uses.__getitem__, default=_ALWAYS), []).append(clause)

    def _by_head(self, clauses: Iterable[int]) -> dict[int, list[int]]:
        by_head: dict[int, list[int]] = {}
        for clause in clauses:
            by_head.setdefault(self.heads[clause], []).append(clause)
        return by_head


class Closure:
    """What holds for certain beyond what the clauses alone give, as more and more is given."""

    def __init__(self, forward: Forward) -> None:
        """Begin with nothing given; not where the clauses alone are contradictory."""
        self._forward = forward
        self._holds: set[int] = set()
        self.order: list[int] = []
        """The positive literals that hold, in the order in which they were found."""
        self.fired: list[int] = []
        """The clauses whose premises hold."""
        self._waiting: defaultdict[int, list[int]] = defaultdict(list)
        """Of a literal that does not hold: the clauses that were looked at and wait for it."""

    def __contains__(self, literal: int) -> bool:
        return literal in self._holds or literal in self._forward.alone

    def add(self, literals: Iterable[int]) -> bool:
        """Add positive literals and all that they give; False on a contradiction, and then no more is to be asked."""
        single, several, waiting = self._forward.single, self._forward.several, self._waiting
        place = len(self.order)
        if not self._reach(literals):
            return False
        while place < len(self.order):
            literal = self.order[place]
            place += 1
            ready = single.get(literal, ())
            self.fired += ready
            if literal in several:
                ready = [*ready, *self._ready(several[literal])]
            if literal in waiting:
                ready = [*ready, *self._ready(waiting.pop(literal))]
            if ready and not self._reach(map(self._forward.heads.__getitem__, ready)):
                return False
        return True

    def _ready(self, clauses: Iterable[int]) -> list[int]:
        """The clauses all of whose premises hold; each of the others then waits for the first that does not."""
        holds, needed, waiting = self._holds, self._forward.needed, self._waiting
        ready = []
        for clause in clauses:
            for premise in needed[clause]:
                if premise not in holds:
                    waiting[premise].append(clause)
                    break
            else:
                ready.append(clause)
        self.fired += ready
        return ready

    def _reach(self, literals: Iterable[int]) -> bool:
        holds, alone = self._holds, self._forward.alone
        for literal in literals:
            if literal not in holds and literal not in alone:
                if literal == CONTRADICTION:
                    return False
                holds.add(literal)
                self.order.append(literal)
        return True
