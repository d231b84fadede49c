"""Relations between concepts of which all can be true in SKOS: where some cannot, a link that says nothing of meaning.

Two of SKOS's integrity conditions concern relations (https://www.w3.org/TR/skos-reference/):
S27, nothing is related to what is broader than it, by however many steps;
S46, what is matched as exact, by however many steps, is not matched as broader or related.
A vocabulary may say such things of itself; its file of SKOS may not. Mapping relations are relations (S41), so both
kinds count for S27.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

BROADER = frozenset({"skos:broader", "skos:broadMatch"})
NARROWER = frozenset({"skos:narrower", "skos:narrowMatch"})
RELATED = frozenset({"skos:related", "skos:relatedMatch"})
EXACT = "skos:exactMatch"
_NOT_WITH_EXACT = frozenset({"skos:broadMatch", "skos:narrowMatch", "skos:relatedMatch"})
SEE_ALSO = "rdfs:seeAlso"
"""What stands in place of a relation that cannot be stated."""


@dataclass(frozen=True, slots=True)
class Relates:
    """That one concept has a relation to another; both by their addresses."""

    one: str
    name: str
    other: str


def consistent(relations: Iterable[Relates]) -> list[Relates]:
    """The relations in their order, none of a concept to itself; links in place of those that break a condition."""
    told = [one for one in dict.fromkeys(relations) if one.one != one.other]
    same = _Same(one for one in told if one.name == EXACT)
    told = [
        Relates(one.one, SEE_ALSO, one.other) if one.name in _NOT_WITH_EXACT and same.are(one.one, one.other) else one
        for one in told
    ]
    above = _Above(told)
    return [
        Relates(one.one, SEE_ALSO, one.other) if one.name in RELATED and above.connects(one.one, one.other) else one
        for one in told
    ]


class _Same:
    """What is matched as exact, by however many steps."""

    def __init__(self, exact: Iterable[Relates]) -> None:
        self._to: dict[str, str] = {}
        for one in exact:
            self._to[self._first(one.one)] = self._first(one.other)

    def are(self, one: str, other: str) -> bool:
        return self._first(one) == self._first(other)

    def _first(self, concept: str) -> str:
        way = [concept]
        while (further := self._to.get(way[-1], way[-1])) != way[-1]:
            way.append(further)
        self._to.update(dict.fromkeys(way, way[-1]))
        return way[-1]


class _Above:
    """What is broader, by however many steps."""

    def __init__(self, relations: Iterable[Relates]) -> None:
        self._direct: dict[str, set[str]] = {}
        for below, above in _upwards(relations):
            self._direct.setdefault(below, set()).add(above)
        self._all: dict[str, frozenset[str]] = {}

    def connects(self, one: str, other: str) -> bool:
        return other in self._of(one) or one in self._of(other)

    def _of(self, concept: str) -> frozenset[str]:
        if concept not in self._all:
            found: set[str] = set()
            todo = [concept]
            while todo:
                new = self._direct.get(todo.pop(), set()) - found
                found |= new
                todo += new
            self._all[concept] = frozenset(found)
        return self._all[concept]


def _upwards(relations: Iterable[Relates]) -> Iterator[tuple[str, str]]:
    for one in relations:
        if one.name in BROADER:
            yield one.one, one.other
        elif one.name in NARROWER:
            yield one.other, one.one
