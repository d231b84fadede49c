"""Where lines meet boxes: those that take a negation end in a tab below or above the box, the others beside it.

A tab belongs to all lines that take the negation, come from its side, and run the same way. Only a box with a tab has
ports; lines to every other box run to its middle.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import hypot
from statistics import fmean

from hornbook.diagrams.curves import Curve, straight
from hornbook.diagrams.shapes import TAB_HEIGHT, radius_of
from hornbook.diagrams.values import Area, Box, Point

_STEM = 10.0
"""How far lines run straight before a tab, and together: as long as an arrowhead."""
_BEND = 30.0
"""Within how much of a stem a line turns into it, at most."""


class Side(StrEnum):
    """The sides of a box at which lines arrive, each by the letter of Graphviz's compass."""

    ABOVE = "n"
    BELOW = "s"


@dataclass(frozen=True, slots=True, kw_only=True)
class Port:
    """What lines share that meet at one place of a box."""

    side: Side
    holds: bool
    """Whether they take the atom itself, and so need no tab."""
    arrives: bool
    """Whether they lead to the box; lines that lead away from it have a place of their own."""

    @property
    def name(self) -> str:
        """What Graphviz calls it."""
        return f"{self.side}{self.holds:d}{self.arrives:d}"


@dataclass(frozen=True, slots=True, kw_only=True)
class End:
    """One end of a line that is at a box."""

    box: str
    port: Port
    other: float
    """How far to the right the line's other end stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Docks:
    """The ports of one box from left to right, for each side that has a tab."""

    rows: Mapping[Side, Sequence[Port]]
    tab: float
    """The width of a tab."""

    def compass(self, end: End) -> str:
        """The end's place in Graphviz's words; empty for the middle of the box."""
        side = end.port.side
        return f":{end.port.name}:{side}" if side in self.rows else ""

    def record(self) -> str:
        """The label of the box as a record of Graphviz's: a row of ports for each side with a tab."""
        above, below = ([_row(self.rows[side])] if side in self.rows else [] for side in Side)
        return "{" + "|".join([*above, "", *below]) + "}"

    def size(self, box: Box, size: tuple[float, float]) -> tuple[float, float]:
        """The size of the whole, from that of the box alone."""
        width, height = size
        corner = radius_of(box, Area(x=0, y=0, width=width, height=height))
        for row in self.rows.values():
            at_border = len(row) > 1 and not (row[0].holds and row[-1].holds)
            width = max(width, len(row) * (self.tab + 2 * (corner if at_border else 2)))
        return 2 * -(-width // 2), height + (TAB_HEIGHT + _STEM) * len(self.rows)

    def box_in(self, whole: Area) -> Area:
        """The area of the box alone."""
        above, below = ((TAB_HEIGHT + _STEM) * (side in self.rows) for side in Side)
        return Area(x=whole.x, y=whole.y + (above - below) / 2, width=whole.width, height=whole.height - above - below)

    def tabs_in(self, whole: Area) -> dict[Port, Area]:
        """The areas of the tabs."""
        box = self.box_in(whole)
        return {
            port: Area(
                x=box.x + box.width * ((number + 0.5) / len(row) - 0.5),
                y=box.y + (box.height + TAB_HEIGHT) / 2 * (1 if port.side is Side.BELOW else -1),
                width=self.tab,
                height=TAB_HEIGHT,
            )
            for row in self.rows.values()
            for number, port in enumerate(row)
            if not port.holds
        }


def docks_of(ends: Iterable[End], tab: float) -> dict[str, Docks]:
    """The docks of the boxes with tabs of this width, by the boxes' names."""
    by_box: dict[str, list[End]] = {}
    for end in ends:
        by_box.setdefault(end.box, []).append(end)
    return {
        box: Docks(rows=_rows(meeting), tab=tab)
        for box, meeting in by_box.items()
        if not all(end.port.holds for end in meeting)
    }


def led_into(curve: Curve, end: End, docks: Docks, whole: Area) -> Curve:
    """A curve that ends at a port: turned upright there, and led on into the tab, or into the box beside the tab."""
    if end.port.side not in docks.rows:
        return curve
    inner = docks.box_in(whole) if end.port.holds else docks.tabs_in(whole)[end.port]
    last: Point = curve[-1]
    bend = min(_BEND, 0.4 * hypot(last[0] - curve[-4][0], last[1] - curve[-4][1])) * (
        1 if end.port.side is Side.BELOW else -1
    )
    return (*curve[:-2], (last[0], last[1] + bend), *straight(last, (last[0], inner.y)))


def _rows(ends: Sequence[End]) -> dict[Side, list[Port]]:
    """For each side with a tab its ports, in the order in which what is at the other ends stands."""
    rows = {}
    for side in Side:
        meeting: dict[Port, list[float]] = {}
        for end in ends:
            if end.port.side is side:
                meeting.setdefault(end.port, []).append(end.other)
        if not all(port.holds for port in meeting):
            rows[side] = sorted(meeting, key=lambda port: (fmean(meeting[port]), port.holds, port.arrives))
    return rows


def _row(ports: Sequence[Port]) -> str:
    cells = "|".join(f"<{port.name}>" for port in ports)
    return cells if len(ports) == 1 else "{" + cells + "}"
