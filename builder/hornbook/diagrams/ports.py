"""Where lines meet boxes: those that take a negation end in a tab below or above the box, the others beside it.

A tab belongs to all lines that take the negation and come from its side. Only a box with a tab has ports; lines to
every other box run to its middle.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from statistics import fmean

from hornbook.diagrams.curves import Curve, straight
from hornbook.diagrams.shapes import TAB_HEIGHT, TAB_WIDTH, radius_of
from hornbook.diagrams.values import Area, Box, Point


class Side(StrEnum):
    """The sides of a box at which lines arrive; with the letter of Graphviz's compass."""

    ABOVE = "n"
    BELOW = "s"


@dataclass(frozen=True, slots=True, kw_only=True)
class End:
    """One end of a line that is at a box: whether it takes the atom itself, and from where it comes."""

    box: str
    holds: bool
    side: Side
    other: float
    """How far to the right the line's other end stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Docks:
    """The tabs of one box: for each side that has one, its place from -1 to 1 along a quarter of the width.

    0 is a tab in the middle, which leaves no room for other lines on its side: there are none.
    """

    tabs: Mapping[Side, int]

    def port(self, end: End) -> str:
        """The port of a line's end in Graphviz's words; empty for the middle of the box."""
        if end.side not in self.tabs:
            return ""
        return f":{end.side}{'yes' if end.holds else 'no'}:{end.side}"

    def record(self) -> str:
        """The label of the box as a record of Graphviz's: a row of ports for each side with a tab."""
        above, below = ([_row(side, self.tabs[side])] if side in self.tabs else [] for side in Side)
        return "{" + "|".join([*above, "", *below]) + "}"

    def size(self, box: Box, size: tuple[float, float]) -> tuple[float, float]:
        """The size of the whole, from that of the box alone."""
        width, height = size
        if any(self.tabs.values()):
            straight_part = 4 * (TAB_WIDTH / 2 + radius_of(box, Area(x=0, y=0, width=width, height=height)))
            width = max(width, 2 * -(-straight_part // 2))
        return width, height + TAB_HEIGHT * len(self.tabs)

    def box_in(self, whole: Area) -> Area:
        """The area of the box alone."""
        above, below = (TAB_HEIGHT * (side in self.tabs) for side in (Side.ABOVE, Side.BELOW))
        return Area(x=whole.x, y=whole.y + (above - below) / 2, width=whole.width, height=whole.height - above - below)

    def tabs_in(self, whole: Area) -> dict[Side, Area]:
        """The areas of the tabs."""
        return {
            side: Area(
                x=whole.x + place * whole.width / 4,
                y=whole.y + (whole.height - TAB_HEIGHT) / 2 * (1 if side is Side.BELOW else -1),
                width=TAB_WIDTH,
                height=TAB_HEIGHT,
            )
            for side, place in self.tabs.items()
        }


def docks_of(ends: Iterable[End]) -> dict[str, Docks]:
    """The docks of the boxes with tabs, by the boxes' names."""
    by_box: dict[str, list[End]] = {}
    for end in ends:
        by_box.setdefault(end.box, []).append(end)
    return {box: Docks(tabs=_tabs(meeting)) for box, meeting in by_box.items() if not all(end.holds for end in meeting)}


def led_into(curve: Curve, end: End, docks: Docks, whole: Area) -> Curve:
    """A curve that ends at a port, led on straight into the tab, or into the box beside the tab."""
    if end.side not in docks.tabs:
        return curve
    inner: Area = docks.box_in(whole) if end.holds else docks.tabs_in(whole)[end.side]
    last: Point = curve[-1]
    return (*curve, *straight(last, (last[0], inner.y))[1:])


def _tabs(ends: Sequence[End]) -> dict[Side, int]:
    tabs = {}
    for side in Side:
        denying = [end.other for end in ends if end.side is side and not end.holds]
        others = [end.other for end in ends if end.side is side and end.holds]
        if denying:
            tabs[side] = 0 if not others else 1 if fmean(denying) >= fmean(others) else -1
    return tabs


def _row(side: Side, place: int) -> str:
    ports = {0: ("no",), 1: ("yes", "no"), -1: ("no", "yes")}[place]
    cells = "|".join(f"<{side}{port}>" for port in ports)
    return cells if len(ports) == 1 else "{" + cells + "}"
