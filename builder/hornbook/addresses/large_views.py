"""Views with too much for one drawing: the parts into which they are divided, each of which can be drawn."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from math import sqrt

from hornbook.addresses.records import view_address
from hornbook.clusters import grouped
from hornbook.identity import Itself
from hornbook.logic import Literal
from hornbook.model import Framework, Implication, KnowledgeBase, View

BOX_LIMIT = 150
"""A drawing has no more boxes than this: nobody can read more, and the layout of many takes seconds."""
LINE_LIMIT = 300
"""The same of lines: what a layout takes grows with the square of their number, and faster."""
_LEAST = 40
"""A part is never divided further for having so many lines."""
_SHARE = 1.4
"""As many times more lines has a part than there are parts, as far as limits let it: then both can be read."""


@dataclass(frozen=True, slots=True)
class ViewPart:
    """A part of a large view."""

    number: int
    """From 1."""
    implications: tuple[Implication, ...]
    """What it shows, in the author's order."""
    named_after: str
    """The atom that most of its implications are about."""
    others: int
    """How many more boxes its drawing has."""


@dataclass(frozen=True, slots=True)
class Divided:
    """A large view in parts."""

    parts: tuple[ViewPart, ...]
    giving: Mapping[Literal, tuple[int, ...]]
    """The numbers of the parts that conclude a literal."""

    def part_for(self, goal: str) -> ViewPart:
        """The first part that gives a goal; where none does, the first."""
        return self.parts[next(iter(self.giving.get(Literal(goal), ())), 1) - 1]


def view_part_address(view: str, number: int) -> str:
    """The page of one part of a large view."""
    return f"{view_address(view)}part/{number}/"


def view_part_pages(knowledge: KnowledgeBase) -> dict[str, tuple[View, int]]:
    """The pages with parts of large views, each with its view and its number."""
    return {
        view_part_address(view.id, part.number): (view, part.number)
        for view in knowledge.views.values()
        if (whole := divided(knowledge, view)) is not None
        for part in whole.parts
    }


def divided(knowledge: KnowledgeBase, view: View) -> Divided | None:
    """The parts of a view; None of one that can be drawn whole, and of one that cannot be divided either.

    Checks ask this of a vocabulary with mistakes too, in which the framework of a view need not be there.
    """
    framework = knowledge.frameworks.get(view.framework)
    return None if framework is None else _divided(Itself(framework, view))


@lru_cache(maxsize=64)
def _divided(key: Itself[Framework, View]) -> Divided | None:
    framework, view = key.values
    shown = framework.picked(view.show)
    if _can_be_drawn(shown):
        return None
    units = _units(shown)
    home = {atom: number for number, (atom, _) in reversed([*enumerate(units)])}
    weights = [1 + sum(map(_lines, implications)) for _, implications in units]
    links = Counter(
        (home[literal.atom], number)
        for number, (_, implications) in enumerate(units)
        for one in implications
        for literal in one.premises
    )
    most = min(BOX_LIMIT, max(_LEAST, round(_SHARE * sqrt(sum(weights)))))
    groups = [group for group in grouped(weights, links, most) if any(units[number][1] for number in group)]
    place = {one.id: number for number, one in enumerate(shown)}
    inside = [
        sorted(chain.from_iterable(units[number][1] for number in group), key=lambda one: place[one.id])
        for group in groups
    ]
    if len(groups) > BOX_LIMIT or not all(map(_can_be_drawn, inside)):
        return None
    parts = tuple(_part(number, implications) for number, implications in enumerate(inside, start=1))
    return Divided(parts, _giving(parts))


def _giving(parts: Iterable[ViewPart]) -> dict[Literal, tuple[int, ...]]:
    found: dict[Literal, dict[int, None]] = {}
    for part in parts:
        for one in part.implications:
            if one.conclusion is not None:
                found.setdefault(one.conclusion, {})[part.number] = None
    return {literal: tuple(numbers) for literal, numbers in found.items()}


def _units(shown: Iterable[Implication]) -> list[tuple[str, list[Implication]]]:
    """Each atom with what concludes it, divided where that is much already; what nothing concludes is there too.

    What concludes nothing goes with its first premise.
    """
    by_atom: dict[str, list[Implication]] = {}
    for one in shown:
        for literal in (*one.premises, *one.assuming):
            by_atom.setdefault(literal.atom, [])
        by_atom.setdefault(_about(one), []).append(one)
    return [(atom, some) for atom, about in by_atom.items() for some in _light(about)]


def _light(implications: Sequence[Implication]) -> list[list[Implication]]:
    """In order, each with no more lines than a part may always have; one that has more by itself is alone."""
    found: list[list[Implication]] = [[]]
    lines = 0
    for one in implications:
        if found[-1] and lines + _lines(one) >= _LEAST:
            found.append([])
            lines = 0
        found[-1].append(one)
        lines += _lines(one)
    return found


def _part(number: int, implications: Sequence[Implication]) -> ViewPart:
    boxes = Counter(atom for one in implications for atom in (*_boxes(one), _about(one)))
    named_after, _ = boxes.most_common(1)[0]
    return ViewPart(number, tuple(implications), named_after, len(boxes) - 1)


def _about(one: Implication) -> str:
    return (one.conclusion or (*one.premises, *one.assuming)[0]).atom


def _ends(one: Implication) -> list[Literal]:
    """What its lines lead from and to; of what concludes nothing without premises the conditions are premises."""
    conclusion = () if one.conclusion is None else (one.conclusion,)
    return [*dict.fromkeys(one.premises or (() if conclusion else one.assuming)), *conclusion]


def _boxes(one: Implication) -> list[str]:
    return [literal.atom for literal in _ends(one)]


def _lines(one: Implication) -> int:
    """At least as many as are drawn: one from each end to the words in the middle; without words, one in all."""
    plain = one.conclusion is not None and not one.assuming and not one.converse
    return 1 if plain and len(set(_boxes(one))) == len(_ends(one)) == 2 else len(_ends(one))


def _can_be_drawn(implications: Sequence[Implication]) -> bool:
    boxes = {atom for one in implications for atom in _boxes(one)}
    return len(boxes) <= BOX_LIMIT and sum(map(_lines, implications)) <= LINE_LIMIT
