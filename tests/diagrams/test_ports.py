"""Where lines meet boxes: in whichever order they come, tabs stand on the straight part of the border, side by side."""

from collections.abc import Iterator
from itertools import pairwise, permutations

import pytest

from hornbook.diagrams.ports import Docks, Port, Side
from hornbook.diagrams.shapes import radius_of
from hornbook.diagrams.values import Area, Box, Role

PORTS = [
    row
    for count in range(1, 5)
    for row in permutations([(holds, arrives) for holds in (False, True) for arrives in (False, True)], count)
    if not all(holds for holds, _ in row)
]
"""The ports that one side of a box can have, in every order: some of the negation, which need a tab."""
SIDES = pytest.mark.parametrize("sides", [[Side.ABOVE], [Side.BELOW], [*Side]], ids=" and ".join)
ROLES = pytest.mark.parametrize("role", Role)
SIZE = (72.0, 44.0)
TAB = 40.0


def box(role: Role) -> Box:
    return Box(atom="a", label="A", role=role, is_term=True)


def docks(sides: list[Side], row: tuple[tuple[bool, bool], ...]) -> Docks:
    rows = {side: [Port(side=side, holds=holds, arrives=arrives) for holds, arrives in row] for side in sides}
    return Docks(rows=rows, tab=TAB)


def docked(sides: list[Side], role: Role) -> Iterator[tuple[tuple[tuple[bool, bool], ...], Docks, Area]]:
    """Every row of ports, with docks for it on these sides of a box, and the room that both take."""
    for row in PORTS:
        some = docks(sides, row)
        width, height = some.size(box(role), SIZE)
        yield row, some, Area(x=0, y=0, width=width, height=height)


@SIDES
@ROLES
def test_the_box_keeps_its_height_and_gets_the_width_that_its_ports_need(sides: list[Side], role: Role) -> None:
    for row, some, whole in docked(sides, role):
        inner = some.box_in(whole)
        assert (inner.width, inner.height) == (whole.width, SIZE[1])
        assert inner.width >= max(SIZE[0], len(row) * TAB)


@SIDES
@ROLES
def test_tabs_lie_within_the_whole_side_by_side_and_clear_of_round_corners(sides: list[Side], role: Role) -> None:
    for row, some, whole in docked(sides, role):
        inner, tabs = some.box_in(whole), some.tabs_in(whole)
        assert len(tabs) == len(sides) * sum(not holds for holds, _ in row)
        corner = radius_of(box(role), inner) - 1e-6 if len(row) > 1 else 0
        for tab in tabs.values():
            assert whole.top <= tab.top < tab.top + tab.height <= whole.top + whole.height
            assert inner.left + corner <= tab.left < tab.left + tab.width <= inner.left + inner.width - corner
        for side in sides:
            beside = [tab for port, tab in tabs.items() if port.side is side]
            assert all(one.left + one.width < other.left for one, other in pairwise(beside))
