"""Where everything stands: Graphviz lays out boxes and pills of our sizes, we end the lines at our outlines.

A chain is a row, which needs no Graphviz.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterable
from dataclasses import replace
from functools import lru_cache
from math import inf
from sys import maxsize

from hornbook.diagrams.curves import Curve, Outline, crossings_among, ending_at, flattened, length_of, starting_at
from hornbook.diagrams.dot import PIXELS_PER_INCH, Draft, Measured, drafted, measured, ordered, spaced
from hornbook.diagrams.ports import Port
from hornbook.diagrams.rows import in_a_row
from hornbook.diagrams.shapes import (
    NARROWER,
    ROW_SPACINGS,
    SPACINGS,
    Spacing,
    outline_of_box,
    outline_of_pill,
    outline_of_tab,
)
from hornbook.diagrams.stacked import in_rows, parts_of
from hornbook.diagrams.values import (
    LIMITS,
    Area,
    Diagram,
    Layout,
    Line,
    PlacedBox,
    PlacedLine,
    PlacedPill,
    Point,
    Variant,
)

ORDERS = 12
"""How many input orders a search tries: Graphviz's result depends on the order in which it reads a graph."""

_SEARCHED_IN_FULL = 40
_SEARCHED_LINES = 120
_WORTH_IT = 0.85
"""A drawing that stays too wide is broken up only where that makes it this much narrower."""
_HOPE = 1.25
"""A first layout that is this much too wide does not come to fit in another order."""
_AS_WIDE = 1.05
"""Fewer crossings may cost this much width where a drawing scrolls anyway."""
_TIP_GAP = 1.5
_OVERLAP = 0.5


def lay_out(diagram: Diagram, variant: Variant, *, search: bool) -> Layout:
    """Give a diagram its places, in pixels.

    With `search`, up to 12 input orders are tried (3 where there are more than 40 boxes and pills, 1 where there are
    more than 120 lines), until one keeps to its variant's width and has no crossing, or has none where no order is
    narrow enough; otherwise the width counts first, then the fewest crossings, then the least ink, then the author's
    order. The same diagram always gets the same layout.

    Raises ValueError for a diagram that is too large.
    """
    if diagram.too_large:
        raise ValueError(f"{diagram.id} has {diagram.extent}; a diagram has at most {LIMITS}")
    nameless = replace(diagram, id="", title="", description="")
    return replace(_laid_out(nameless, variant, search=search), diagram=diagram)


@lru_cache(maxsize=512)  # the same boxes and lines stand on several pages, under several names, and in several files
def _laid_out(diagram: Diagram, variant: Variant, *, search: bool) -> Layout:
    if diagram.in_a_row:
        pieces = measured(diagram, ROW_SPACINGS[variant])
        return _placed(pieces, _row(pieces, variant), variant)
    parts = parts_of(diagram)
    if len(parts) <= 1:
        return _part(diagram, variant, search=search)
    layouts = [_part(part, variant, search=search) for part in parts]
    return in_rows(layouts, diagram, SPACINGS[variant].room)


def _part(diagram: Diagram, variant: Variant, *, search: bool) -> Layout:
    """The layout of what hangs together; where it is too wide, labels are broken, and boxes stand in several rows."""
    room = SPACINGS[variant].room
    chosen = pieces = measured(diagram, SPACINGS[variant])
    best, searched = _hopeful(chosen, search=search)
    for spacing in NARROWER[variant]:
        if best.width <= room:
            break
        pieces = measured(diagram, spacing) if spacing.rows == 1 else spaced(pieces, spacing)
        if max(pieces.rows, default=1) < spacing.rows:
            break
        if pieces.alike(chosen) or _foreseen(pieces, chosen, best) > max(room, _WORTH_IT * best.width):
            continue
        draft, of_many = _hopeful(pieces, search=search)
        if draft.width <= room or draft.width < _WORTH_IT * best.width:
            best, chosen, searched = draft, pieces, of_many
    if search and not searched and best.width > _HOPE * room:
        other = _best(chosen, best, scrolls=True)
        best = other if other.width <= _AS_WIDE * best.width else best
    return _placed(chosen, best, variant)


def _foreseen(pieces: Measured, chosen: Measured, draft: Draft) -> float:
    """How narrow the same pieces with other rows can become, by a draft of them: what shares a rank stands abreast.

    A box that only one line holds goes down with it. Everything else is taken to keep its rank, which is certain where
    no other ranks are as good: in a tree, and nearly always elsewhere. With tabs there is no telling.
    """
    if draft.tabs:
        return 0
    numbers = {y: number for number, y in enumerate(sorted({area.y for area in draft.areas.values()}))}
    ranks = {name: numbers[area.y] for name, area in draft.areas.items()}
    for (source, _), down, before in zip(pieces.ends, pieces.rows, chosen.rows, strict=True):
        ranks[source] += down - before
    beside = pieces.spacing.beside * PIXELS_PER_INCH
    widths: Counter[int] = Counter()
    for name, rank in ranks.items():
        widths[rank] += round(pieces.sizes[name][0] + beside)
    return max(widths.values()) - beside


def _hopeful(pieces: Measured, *, search: bool) -> tuple[Draft, bool]:
    """The first draft, or the best of several where it is not so wide that no other order would fit; and which."""
    first = drafted(pieces, ordered(pieces, 0))
    hopeful = search and first.width <= _HOPE * pieces.spacing.room
    return (_best(pieces, first), True) if hopeful else (first, False)


def _best(pieces: Measured, first: Draft, *, scrolls: bool = False) -> Draft:
    """The best draft of several orders, of which the first is there already.

    No other order is tried once there is no crossing, whatever the ink, in a draft that is not too wide, or in one that
    `scrolls` in any order.
    """
    count = len(pieces.sizes)
    if count <= 2 or len(pieces.ends) > _SEARCHED_LINES:
        return first
    best, least = first, _cost(first, pieces.spacing)
    for number in range(1, ORDERS if count <= _SEARCHED_IN_FULL else ORDERS // 4):
        too_wide, crossings, _ = least
        if not crossings and (scrolls or not too_wide):
            break
        draft = drafted(pieces, ordered(pieces, number))
        cost = _cost(draft, pieces.spacing, least)
        if cost < least:
            best, least = draft, cost
    return best


def _row(pieces: Measured, variant: Variant) -> Draft:
    boxes = [size for name, size in pieces.sizes.items() if name.startswith("b")]
    pills = [size for name, size in pieces.sizes.items() if name.startswith("p")]
    areas, curves = in_a_row(boxes, pills, variant)
    if pieces.diagram.runs_left:
        areas = [replace(area, x=-area.x) for area in areas]
        curves = tuple(tuple((-x, y) for x, y in curve) for curve in curves)
    return Draft(
        areas=dict(zip(pieces.sizes, areas, strict=True)),
        tabs={},
        curves=curves,
        ports=((None, None),) * len(curves),
        width=0,
    )


_Cost = tuple[bool, int, float]
"""Whether a draft is too wide, how many crossings it has, and its ink."""


def _cost(draft: Draft, spacing: Spacing, least: _Cost = (True, maxsize, inf)) -> _Cost:
    """What a draft costs; of one that costs more than `least` in any case not every crossing is counted."""
    too_wide = draft.width > spacing.room
    most = least[1] if too_wide >= least[0] else inf
    polylines = [flattened(curve) for curve in draft.curves]
    return too_wide, crossings_among(polylines, most), round(sum(map(length_of, polylines)), 2)


def _placed(pieces: Measured, draft: Draft, variant: Variant) -> Layout:
    diagram = pieces.diagram
    lines = [
        _ended(line, curve, (_outline(pieces, draft, names[0], ports[0]), _outline(pieces, draft, names[1], ports[1])))
        for line, curve, names, ports in zip(diagram.lines, draft.curves, pieces.ends, draft.ports, strict=True)
    ]
    areas = [*draft.areas.values(), *(tab for tabs in draft.tabs.values() for tab in tabs.values())]
    left, top, right, bottom = _bounds(areas, lines)

    def point(where: Point) -> Point:
        return round(where[0] - left, 2), round(where[1] - top, 2)

    def area(found: Area) -> Area:
        x, y = point((found.x, found.y))
        return Area(x=x, y=y, width=found.width, height=found.height)

    boxes = [
        PlacedBox(
            box=box,
            label=pieces.labels[f"b{index}"],
            area=area(draft.areas[f"b{index}"]),
            tabs=tuple(area(tab) for tab in draft.tabs.get(f"b{index}", {}).values()),
        )
        for index, box in enumerate(diagram.boxes)
    ]
    pills = [
        PlacedPill(pill=pill, label=pieces.labels[f"p{index}"], area=area(draft.areas[f"p{index}"]))
        for index, pill in enumerate(diagram.pills)
    ]
    return Layout(
        diagram=diagram,
        variant=variant,
        width=round(right - left, 2),
        height=round(bottom - top, 2),
        boxes=tuple(sorted(boxes, key=lambda placed: (placed.area.y, placed.area.x))),
        pills=tuple(sorted(pills, key=lambda placed: (placed.area.y, placed.area.x))),
        lines=tuple(_moved(line, point) for line in lines),
    )


def _bounds(areas: Collection[Area], lines: Iterable[PlacedLine]) -> tuple[float, float, float, float]:
    """The left, upper, right and lower borders of all that is drawn; zeros for nothing."""
    if not areas:
        return 0, 0, 0, 0
    left, top = min(area.left for area in areas), min(area.top for area in areas)
    right = max(area.left + area.width for area in areas)
    bottom = max(area.top + area.height for area in areas)
    for line in lines:
        # a curve stays within its control points, so only one that has some outside needs to be followed
        if not all(left <= x <= right and top <= y <= bottom for x, y in line.points):
            xs, ys = zip(*flattened(line.points), strict=True)
            left, top, right, bottom = min(left, *xs), min(top, *ys), max(right, *xs), max(bottom, *ys)
    return left, top, right, bottom


def _moved(placed: PlacedLine, point: Callable[[Point], Point]) -> PlacedLine:
    head = placed.head and (point(placed.head[0]), point(placed.head[1]), point(placed.head[2]))
    return PlacedLine(line=placed.line, points=tuple(map(point, placed.points)), head=head)


def _ended(line: Line, curve: Curve, outlines: tuple[Outline, Outline]) -> PlacedLine:
    """A line from outline to outline: to a conclusion with an arrowhead, else a little into both ends."""
    curve = starting_at(curve, outlines[0], -_OVERLAP)
    if line.arrow:
        points, head = ending_at(curve, outlines[1], _TIP_GAP)
        return PlacedLine(line=line, points=points, head=head)
    return PlacedLine(line=line, points=starting_at(curve[::-1], outlines[1], -_OVERLAP)[::-1], head=None)


def _outline(pieces: Measured, draft: Draft, name: str, port: Port | None) -> Outline:
    """The outline of the box or pill of this name, or of the tab at that port of the box."""
    area = draft.areas[name]
    if port is not None:
        return outline_of_tab(draft.tabs[name][port])
    if name.startswith("p"):
        return outline_of_pill(area)
    return outline_of_box(pieces.diagram.boxes[int(name[1:])], area)
