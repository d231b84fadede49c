"""Forward chaining on Horn clauses: the least model of what is given, found within the cone of what is given.

Only positive literals are followed, from premises to conclusions, which decides every question on Horn clauses
(Dowling, Gallier, "Linear-time algorithms for testing the satisfiability of propositional Horn formulae", 1984). A
clause of few premises is filed under each of them and looked at whenever one holds, many at once, which is cheaper than
to count. A longer one is filed under one premise alone; while another one is missing it waits for that one, in a list
that belongs to the question. So nothing has to be put back after a question, and the time is linear in the clauses.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain, compress
from operator import not_

CONTRADICTION = -1
"""Stands for the literal of a contradiction where literals are compared."""

_ALWAYS = -2
"""Clauses are filed under it whose premises the clauses alone give."""

FEW = 3
"""Clauses of at most so many premises are looked at for each of them."""

_SPARSE = 8
"""Where fewer than one of so many literals have something, it is looked up."""


class _Rows(dict[int, tuple[int, ...]]):
    """What is filed under each literal, where most have nothing."""

    def __missing__(self, literal: int) -> tuple[int, ...]:
        return ()


_Table = _Rows | list[tuple[int, ...]]

_Pending = int | tuple[int, "_Pending"]
"""What a clause concludes, or a premise that it needs yet, with what is pending once that holds."""


class Forward:
    """Horn clauses to chain on, and what they give by themselves; made once for a theory."""

    def __init__(self, clauses: Sequence[Sequence[int]], numbers: int) -> None:
        """Take the clauses by their literals, which are among so many numbers."""
        same = {literal: literal for clause in clauses for literal in clause if literal & 1}
        self._heads = [next((same[literal] for literal in clause if literal & 1), CONTRADICTION) for clause in clauses]
        self._bodies = [
            tuple(same.setdefault(literal ^ 1, literal ^ 1) for literal in clause if not literal & 1)
            for clause in clauses
        ]
        self._numbers = numbers
        self.alone: frozenset[int] = frozenset()
        """The positive literals that the clauses alone give."""
        self._concluding = self._by_head(range(len(clauses)))
        self._file()
        start = Closure(self)
        self.contradictory = not start.add(self._heads[clause] for clause in self._filed.get(_ALWAYS, ()))
        """The clauses alone are contradictory."""
        if start.found:
            self.alone = frozenset(start.found)
            self._file()
        self._given = self._by_head(self._filed.get(_ALWAYS, ()))

    def giving(self, goal: int) -> set[int]:
        """The literals that a clause needs which concludes the goal."""
        return set(chain.from_iterable(self._bodies[clause] for clause in self._concluding.get(goal, ())))

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
            if looks > len(closure.found) and len(concluding) == 1:
                looked_at = (clause for each in closure.found for clause in self._filed.get(each, ()))
                concluding = (self._given, self._by_head(looked_at))
            for clause in [clause for by_head in concluding for clause in by_head.get(literal, ())]:
                if all(map(closure.__contains__, self._bodies[clause])):
                    found.add(clause)
                    todo += (premise for premise in self._bodies[clause] if premise not in seen)
                    seen.update(self._bodies[clause])
        return found

    def leaves(self, goal: int, closure: "Closure") -> set[int]:
        """What a derivation of a goal rests on of literals that were given at once, one that takes few rounds."""
        round_of = {literal: number for number, found in enumerate(closure.rounds) for literal in found}
        leaves, todo, seen = set[int](), [goal] if goal in round_of else [], {goal}
        while todo:
            literal = todo.pop()
            latest = round_of[literal]
            if not latest:
                leaves.add(literal)
                continue
            bodies = (self._bodies[clause] for clause in self._concluding[literal])
            body = next(each for each in bodies if all(self._is_before(one, latest, round_of) for one in each))
            todo += (each for each in body if each in round_of and each not in seen)
            seen.update(body)
        return leaves

    def _is_before(self, literal: int, latest: int, round_of: Mapping[int, int]) -> bool:
        return literal in self.alone or round_of.get(literal, latest) < latest

    def _file(self) -> None:
        """File each clause under the rarest premise that the clauses alone do not give."""
        uses = Counter(premise for body in self._bodies for premise in body)
        single: dict[int, list[int]] = {}
        first: dict[int, list[int]] = {}
        several: dict[int, list[int]] = {}
        self.longer: dict[int, list[tuple[int, _Pending]]] = {}
        """Of a literal: what needs many other ones too."""
        self._filed: dict[int, list[int]] = {}
        for clause, (head, body) in enumerate(zip(self._heads, self._bodies, strict=True)):
            needed = sorted((each for each in body if each not in self.alone), key=uses.__getitem__)
            self._filed.setdefault(needed[0] if needed else _ALWAYS, []).append(clause)
            if not needed or head in self.alone:
                continue
            if len(needed) == 1:
                single.setdefault(needed[0], []).append(head)
            elif len(needed) > FEW:
                self.longer.setdefault(needed[0], []).append(_pending(needed[1:], head))
            else:
                for premise in needed:
                    others = [each for each in needed if each != premise]
                    first.setdefault(premise, []).append(others[0])
                    several.setdefault(premise, []).extend((others[0], others[-1], head))
        self.single = self._table(single)
        """Of a literal: what follows from it."""
        self.first = self._table(first)
        """Of a literal: one other that each of its clauses needs too, the rarest."""
        self.several = self._table(several)
        """Of a literal: what it gives with two others, which may be one: threes in a row. Looked at only where one of
        the first others holds, since it is the memory that is touched that takes the time."""

    def _table(self, filed: Mapping[int, list[int]]) -> "_Table":
        """What is filed under each literal, as a list where most literals have something: it touches less memory."""
        tuples = {literal: tuple(row) for literal, row in filed.items()}
        if self._numbers > _SPARSE * len(tuples):
            return _Rows(tuples)
        table: list[tuple[int, ...]] = [()] * (self._numbers + 1)  # the last one is that of a contradiction
        for literal, row in tuples.items():
            table[literal] = row
        return table

    def _by_head(self, clauses: Iterable[int]) -> Mapping[int, list[int]]:
        by_head: dict[int, list[int]] = {}
        for clause in clauses:
            by_head.setdefault(self._heads[clause], []).append(clause)
        return by_head


def _pending(premises: Sequence[int], head: int) -> tuple[int, _Pending]:
    pending: tuple[int, _Pending] = (premises[-1], head)
    for premise in reversed(premises[:-1]):
        pending = (premise, pending)
    return pending


class Closure:
    """What holds for certain beyond what the clauses alone give, as more and more is given."""

    def __init__(self, forward: Forward) -> None:
        """Begin with nothing given; not where the clauses alone are contradictory."""
        self._forward = forward
        self.found: set[int] = set()
        """The positive literals that hold."""
        self.rounds: list[set[int]] = []
        """The same as they were found: first what was given, then what each round gave with those before it."""
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
        found, single = self.found, self._forward.single.__getitem__
        first, several = self._forward.first.__getitem__, self._forward.several.__getitem__
        is_counting = bool(self._forward.longer)
        fresh = set(literals).difference(self._forward.alone, found)
        while fresh:
            found |= fresh
            self.rounds.append(fresh)
            given = set[int]().union(*filter(None, map(single, fresh)))
            idle = map(found.isdisjoint, map(first, fresh))
            for literal in compress(fresh, map(not_, idle)):
                threes = iter(several(literal))
                for one, other, head in zip(threes, threes, threes, strict=True):
                    if one in found and other in found:
                        given.add(head)
            if is_counting:
                given.update(chain.from_iterable(map(self._given_by_longer, fresh)))
            fresh = given - found
        return CONTRADICTION not in found

    def _given_by_longer(self, literal: int) -> Iterator[int]:
        """What clauses of many premises give now that this one holds."""
        for pending in self._forward.longer.get(literal, ()):
            yield from self._going_on(pending)
        place = self._waiting.pop(literal, 0)
        while place:
            yield from self._going_on(self._pending[place])
            place = self._before[place]

    def _going_on(self, pending: _Pending) -> tuple[int, ...]:
        """What it gives, or nothing where it waits for a premise."""
        while isinstance(pending, tuple):
            premise, rest = pending
            if premise not in self.found:
                self._before.append(self._waiting.get(premise, 0))
                self._waiting[premise] = len(self._pending)
                self._pending.append(rest)
                return ()
            pending = rest
        return (pending,)
