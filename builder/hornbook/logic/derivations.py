"""Cheapest derivations by unit propagation, one line for each literal that it reaches.

Knuth, "A generalization of Dijkstra's algorithm" (1977): the hyperarcs are the pairs of a clause and one of its
literals, from the negations of the other literals to that one. The cost of a line is that of the tree it stands
on, written out: first the number of clauses used, then how many of them against their direction, then the number
of leaves. Equal costs: the clause whose name comes first, then the literal that does.
"""

import heapq
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from hornbook.logic.forward import CONTRADICTION
from hornbook.logic.theory import Index
from hornbook.logic.values import StepKind

LEAF = 1
AGAINST = 1 << 32
CLAUSE = 1 << 64
MOST = 1 << 128
"""Trees of more than 2^64 clauses count as equal: exact costs of a shared line can double at every step."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Line:
    """A step of a proof in the making, with the lines it rests on; `literal` None is a contradiction."""

    kind: StepKind
    literal: int | None
    under: tuple[int, ...] = ()
    clause: str | None = None
    premises: "tuple[Line, ...]" = ()
    cost: int = LEAF


def supposed(under: tuple[int, ...]) -> Line:
    """The line that supposes the last of these."""
    return Line(kind=StepKind.SUPPOSED, literal=under[-1], under=under)


def opening(under: tuple[int, ...], outside: int = 0) -> Iterator[Line]:
    """The lines that suppose one after the other, but for so many that were supposed before."""
    return (supposed(under[:length]) for length in range(outside + 1, len(under) + 1))


def cases(literal: int | None, one: Line, other: Line) -> Line:
    """Conclude from the ends of two cases, each of which has the literal or a contradiction."""
    return Line(
        kind=StepKind.CASES,
        literal=literal,
        under=one.under[:-1],
        premises=(one, other) if one.under[-1] & 1 else (other, one),
        cost=LEAF + one.cost + other.cost,
    )


@dataclass(frozen=True, slots=True)
class Derivations:
    """What unit propagation gives: a line for each literal reached, and the line it was asked for."""

    lines: dict[int, Line]
    """All that is reached where `end` is None; otherwise what was reached before it."""
    end: Line | None
    """The goal's line, or that of a contradiction if it is cheaper; None: neither is reached."""


def derive(
    index: Index,
    known: Mapping[int, Line],
    sources: Iterable[Line],
    *,
    goal: int | None,
    lemmas: Mapping[str, Line] = MappingProxyType({}),
) -> Derivations:
    """Derive with the clauses from the lines that are known and new ones, until the goal or a contradiction.

    Of the sources for an atom the cheapest counts, and none where the atom is known. Each new line stands under the
    suppositions of what it rests on, which are nested. Clauses that are `lemmas` are used as such.
    """
    search = _Search(index, lemmas)
    for line in known.values():
        search.settle(line)
    for line in sorted(sources, key=lambda line: line.cost):
        if line.literal is not None and not {line.literal, line.literal ^ 1} & search.lines.keys():
            search.settle(line)
    end = search.lines.get(goal) if goal is not None else None
    return Derivations(search.lines, end or search.run(goal))


class _Search:
    def __init__(self, index: Index, lemmas: Mapping[str, Line]) -> None:
        self._index = index
        self._lemmas = lemmas
        self._left: dict[int, int] = {}
        self._reachable: list[tuple[int, int, int]] = []
        """A heap of the lines that are one clause away: cost, clause, literal."""
        self.lines: dict[int, Line] = {}
        for clause in index.short:
            self._reach(clause, next(iter(index.literals[clause]), CONTRADICTION))

    def settle(self, line: Line) -> None:
        """Keep the line, and note what is now one clause away."""
        assert line.literal is not None
        self.lines[line.literal] = line
        literals = self._index.literals
        for clause in self._index.containing[line.literal ^ 1]:
            left = self._left[clause] = self._left.get(clause, len(literals[clause])) - 1
            if left > 1:
                continue
            for literal in literals[clause]:
                # with none left, each of them could be concluded from the others
                if (not left or literal ^ 1 not in self.lines) and literal not in self.lines:
                    self._reach(clause, literal)
            if not left:
                self._reach(clause, CONTRADICTION)

    def run(self, goal: int | None) -> Line | None:
        """Settle the reachable lines, cheapest first, up to the goal or a contradiction."""
        while self._reachable:
            cost, clause, number = heapq.heappop(self._reachable)
            if number in self.lines:
                continue
            line = self._line(clause, number, cost)
            if line.literal is None or line.literal == goal:
                return line
            self.settle(line)
        return None

    def _line(self, clause: int, number: int, cost: int) -> Line:
        premises, name = self._premises(clause, number), self._index.clauses[clause].name
        lemma = self._lemmas.get(name)
        if lemma is not None:
            premises = (lemma, *premises)
        return Line(
            kind=StepKind.CLAUSE if lemma is None else StepKind.BY_LEMMA,
            literal=None if number == CONTRADICTION else number,
            under=max((premise.under for premise in premises), key=len, default=()),
            clause=name if lemma is None else None,
            premises=premises,
            cost=cost,
        )

    def _reach(self, clause: int, literal: int) -> None:
        cost = CLAUSE + sum(premise.cost for premise in self._premises(clause, literal))
        if literal not in (CONTRADICTION, self._index.conclusion[clause]):
            cost += AGAINST
        heapq.heappush(self._reachable, (min(cost, MOST), clause, literal))

    def _premises(self, clause: int, literal: int) -> tuple[Line, ...]:
        return tuple(self.lines[each ^ 1] for each in self._index.literals[clause] if each != literal)
