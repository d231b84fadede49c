"""What of a framework can be drawn: all of a small one, of a large one what lies nearest to a goal."""

from collections import deque
from collections.abc import Iterable, Iterator

from hornbook.addresses import MOST_DRAWN
from hornbook.model import Framework, Implication

_AROUND = 12


def worth_drawing(framework: Framework, goal: str | None) -> tuple[Implication, ...]:
    """All implications, where they can be drawn; else those around the goal, in the author's order."""
    everything = framework.all_implications
    if len(everything) <= MOST_DRAWN:
        return everything
    near: dict[str, None] = {}
    for one in _around(everything, goal):
        near[one.id] = None
        if len(near) == _AROUND:
            break
    return tuple(one for one in everything if one.id in near)


def _around(implications: Iterable[Implication], goal: str | None) -> Iterator[Implication]:
    """Breadth first against the arrows: what gives the goal, what gives that; what the goal helps give; the others."""
    giving: dict[str, list[Implication]] = {}
    using: dict[str, list[Implication]] = {}
    for one in implications:
        if one.conclusion is not None:
            giving.setdefault(one.conclusion.atom, []).append(one)
        for literal in one.premises:
            using.setdefault(literal.atom, []).append(one)
    met, ahead = {goal}, deque([] if goal is None else [goal])
    while ahead:
        for one in giving.get(ahead.popleft(), ()):
            yield one
            new = [literal.atom for literal in one.premises if literal.atom not in met]
            met.update(new)
            ahead.extend(new)
    if goal is not None:
        yield from using.get(goal, ())
    yield from implications
