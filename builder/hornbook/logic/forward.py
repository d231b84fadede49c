"""Forward chaining on Horn clauses: the least model of what is given, found within the cone of what is given.

Only positive literals are followed, from premises to conclusions, which decides every question on Horn clauses
(Dowling, Gallier, "Linear-time algorithms for testing the satisfiability of propositional Horn formulae", 1984). A
clause is filed under one premise and looked at when that one holds; while another one is missing it waits for that
one, in a list that belongs to the question. So nothing has to be put back after a question.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import islice

CONTRADICTION = -1
"""Stands for the literal of a contradiction where literals are compared."""

_ALWAYS = -2
"""Clauses are filed under it whose premises the clauses alone give."""

_Pending = int | tuple[int, "_Pending"]
"""What a clause concludes, or a premise that it needs yet, with what is pending once that holds."""


class Forward:
    """Horn clauses to chain on, and what they give by themselves; made once for a theory."""

    def __init__(self, clauses: Sequence[Sequence[int]]) -> None:
        """Take the clauses by their literals."""
        self._heads = [next((literal for literal in clause if literal & 1), CONTRADICTION) for clause in clauses]
        self._bodies = [tuple(literal ^ 1 for literal in clause if not literal & 1) for clause in clauses]
        self.alone: frozenset[int] = frozenset()
        """The positive literals that the clauses alone give."""
        self._concluding = self._by_head(range(len(clauses)))
        self._file()
        start = Closure(self)
        self.contradictory = not start.add(self._heads[clause] for clause in self._filed.get(_ALWAYS, ()))
        """The clauses alone are contradictory."""
        if start.order:
            self.alone = frozenset(start.order)
            self._file()
        self._given = self._by_head(self._filed.get(_ALWAYS, ()))

    def reasons(self, goal: int, given: Collection[int], closure: "Closure") -> set[int]:
        """The clauses that a derivation of a goal from the given literals can use, the goal being in their closure.

        They are found from the goal backwards. Where so many clauses conclude what is needed that the closure has
        fewer literals, only those are looked at that it was found with.
        """
        found, todo, seen, looks = set[int](), [goal], {goal}, 0
        concluding: Sequence[Mapping[int, list[int]]] = (self._concluding,)
        while todo:
            literal = todo.pop()
            if literal in given:
                continue
            looks += len(self._concluding[literal])
            if looks > len(closure.order) and len(concluding) == 1:
                looked_at = (clause for each in closure.order for clause in self._filed.get(each, ()))
                concluding = (self._given, self._by_head(looked_at))
            for clause in [clause for by_head in concluding for clause in by_head.get(literal, ())]:
                if closure.found.issuperset(self._needed[clause]):
                    found.add(clause)
                    todo += (premise for premise in self._bodies[clause] if premise not in seen)
                    seen.update(self._bodies[clause])
        return found

    def _file(self) -> None:
        """File each clause under the rarest premise that the clauses alone do not give."""
        uses = Counter(premise for body in self._bodies for premise in body)
        self.single: dict[int, list[int]] = {}
        """Of a literal: what follows from it."""
        self.several: dict[int, list[tuple[int, _Pending]]] = {}
        """Of a literal: what needs other ones too."""
        self._filed: dict[int, list[int]] = {}
        self._needed: list[list[int]] = []
        """Of each clause: the premises that the clauses alone do not give."""
        for clause, (head, body) in enumerate(zip(self._heads, self._bodies, strict=True)):
            needed = sorted((each for each in body if each not in self.alone), key=uses.__getitem__)
            self._needed.append(needed)
            self._filed.setdefault(needed[0] if needed else _ALWAYS, []).append(clause)
            if not needed or head in self.alone:
                continue
            pending: _Pending = head
            for premise in reversed(needed[1:]):
                pending = (premise, pending)
            if isinstance(pending, tuple):
                self.several.setdefault(needed[0], []).append(pending)
            else:
                self.single.setdefault(needed[0], []).append(pending)

    def _by_head(self, clauses: Iterable[int]) -> Mapping[int, list[int]]:
        by_head: dict[int, list[int]] = {}
        for clause in clauses:
            by_head.setdefault(self._heads[clause], []).append(clause)
        return by_head


class Closure:
    """What holds for certain beyond what the clauses alone give, as more and more is given."""

    def __init__(self, forward: Forward) -> None:
        """Begin with nothing given; not where the clauses alone are contradictory."""
        self._forward = forward
        self.found: set[int] = set()
        """The positive literals that hold."""
        self.order: list[int] = []
        """The same in the order in which they were found."""
        self._waiting: dict[int, int] = {}
        """Of a literal that does not hold: the last place in `_pending` of what waits for it."""
        self._pending: list[_Pending] = [CONTRADICTION]
        """What was looked at and waits, and at the same place of `_before` where the one before it is; 0: nowhere.

        Lists of numbers, since many small lists would make the garbage collector look through the whole theory.
        """
        self._before: list[int] = [0]

    def __contains__(self, literal: int) -> bool:
        return literal in self.found or literal in self._forward.alone

    def add(self, literals: Iterable[int]) -> bool:
        """Add positive literals and all that they give; False on a contradiction, and then no more is to be asked."""
        holds, order, waiting, pending = self.found, self.order, self._waiting, self._pending
        single, several, nothing = self._forward.single, self._forward.several, ()
        begin = len(order)
        self._reach(literals)
        for literal in islice(order, begin, None):  # which grows meanwhile
            for head in single.get(literal, nothing):
                if head not in holds:
                    holds.add(head)
                    order.append(head)
            for premise, rest in several.get(literal, nothing):
                if premise in holds:
                    self._go_on(rest)
                else:
                    self._before.append(waiting.get(premise, 0))
                    waiting[premise] = len(pending)
                    pending.append(rest)
            place = waiting.pop(literal, 0)
            while place:
                self._go_on(pending[place])
                place = self._before[place]
        return CONTRADICTION not in holds

    def _go_on(self, pending: _Pending) -> None:
        while isinstance(pending, tuple):
            premise, rest = pending
            if premise not in self.found:
                self._before.append(self._waiting.get(premise, 0))
                self._waiting[premise] = len(self._pending)
                self._pending.append(rest)
                return
            pending = rest
        self._reach((pending,))

    def _reach(self, literals: Iterable[int]) -> None:
        for literal in literals:
            if literal not in self.found and literal not in self._forward.alone:
                self.found.add(literal)
                self.order.append(literal)
