"""Where everything stands: Graphviz lays out boxes and pills of our sizes, we end the lines at our outlines.

A chain is a row, which needs no Graphviz.
"""

import json
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from hashlib import sha256

from graphviz import Digraph  # type: ignore[import-untyped]  # it ships no types

from hornbook.diagrams.curves import Curve, Outside, crossings_among, ending_at, flattened, length_of, starting_at
from hornbook.diagrams.graphviz_wasm import laid_out
from hornbook.diagrams.rows import in_a_row
from hornbook.diagrams.shapes import (
    LEAST_MARGIN,
    ROW_SPACINGS,
    SPACINGS,
    Spacing,
    box_size,
    distance_to_box,
    distance_to_pill,
    pill_size,
)
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
from hornbook.logic import Literal

ORDERS = 12
"""How many input orders a search tries: Graphviz's result depends on the order in which it reads a graph."""

_SEARCHED_IN_FULL = 40
_SEARCHED_LINES = 120
_TIP_GAP = 1.5
_OVERLAP = 0.5
_PIXELS_PER_INCH = 72
_NO_COST = (False, 0, 0.0)


def lay_out(diagram: Diagram, variant: Variant, *, search: bool) -> Layout:
    """Give a diagram its places, in pixels.

    With `search`, up to 12 input orders are tried (3 where there are more than 40 boxes and pills, 1 where there are
    more than 120 lines), until one keeps to its variant's width and has no crossing; otherwise the width counts first,
    then the fewest crossings, then the least ink, then the author's order. The same diagram always gets the same
    layout.

    Raises ValueError for a diagram that is too large.
    """
    if diagram.too_large:
        raise ValueError(f"{diagram.id} has {diagram.extent}; a diagram has at most {LIMITS}")
    nameless = replace(diagram, id="", title="", description="")
    return replace(_laid_out(nameless, variant, search=search), diagram=diagram)


@lru_cache(maxsize=512)  # the same boxes and lines stand on several pages, under several names, and in several files
def _laid_out(diagram: Diagram, variant: Variant, *, search: bool) -> Layout:
    if diagram.in_a_row:
        measured = _measured(diagram, ROW_SPACINGS[variant])
        return _placed(measured, _row(measured, variant), variant)
    measured = _measured(diagram, SPACINGS[variant])
    pieces = len(diagram.boxes) + len(diagram.pills)
    searched = search and pieces > 2 and len(diagram.lines) <= _SEARCHED_LINES
    orders = (ORDERS if pieces <= _SEARCHED_IN_FULL else ORDERS // 4) if searched else 1
    best = _draft(measured, _ordered(measured, 0))
    least = _cost(best, measured.spacing) if orders > 1 else _NO_COST
    for number in range(1, orders):
        if least[:2] == _NO_COST[:2]:
            break
        draft = _draft(measured, _ordered(measured, number))
        cost = _cost(draft, measured.spacing)
        if cost < least:
            best, least = draft, cost
    return _placed(measured, best, variant)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Measured:
    """A diagram with the sizes of its pieces; `b0` is the first box's name in DOT, `p0` the first pill's."""

    diagram: Diagram
    spacing: Spacing
    labels: Mapping[str, tuple[str, ...]]
    sizes: Mapping[str, tuple[float, float]]
    ends: tuple[tuple[str, str], ...]
    """For every line the names of its source and its target."""
    head: str
    boxes_in_dot: Mapping[str, str]
    lines_in_dot: Sequence[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Order:
    """One order in which Graphviz reads the pieces: names, and indexes of lines."""

    names: tuple[str, ...]
    lines: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Draft:
    """What Graphviz found, with the y axis turned down: places by name, curves by the lines' indexes."""

    areas: Mapping[str, Area]
    curves: tuple[Curve, ...]
    width: float


def _measured(diagram: Diagram, spacing: Spacing) -> _Measured:
    boxes = {f"b{index}": box_size(box, spacing) for index, box in enumerate(diagram.boxes)}
    pills = {f"p{index}": pill_size(pill, spacing) for index, pill in enumerate(diagram.pills)}
    everything = {**boxes, **pills}
    box_names = {box.literal: f"b{index}" for index, box in enumerate(diagram.boxes)}
    pill_names: dict[str | None, str] = {pill.implication: f"p{index}" for index, pill in enumerate(diagram.pills)}

    def end(literal: Literal | None, line: Line) -> str:
        return pill_names[line.implication] if literal is None else box_names[literal]

    sizes = {name: (width, height) for name, (_, width, height) in everything.items()}
    ends = tuple((end(line.source, line), end(line.target, line)) for line in diagram.lines)
    head, boxes_in_dot, lines_in_dot = _in_dot(sizes, ends, diagram, spacing)
    return _Measured(
        diagram=diagram,
        spacing=spacing,
        labels={name: label for name, (label, _, _) in everything.items()},
        sizes=sizes,
        ends=ends,
        head=head,
        boxes_in_dot=boxes_in_dot,
        lines_in_dot=lines_in_dot,
    )


def _ordered(measured: _Measured, number: int) -> _Order:
    """The author's order (0), or one that is shuffled by a hash: the same on every machine."""
    names, lines = list(measured.sizes), list(range(len(measured.ends)))
    if number:
        names.sort(key=lambda name: sha256(f"{number} {name}".encode()).digest())
        lines.sort(key=lambda line: sha256(f"{number} {line}".encode()).digest())
    return _Order(names=tuple(names), lines=tuple(lines))


def _draft(measured: _Measured, order: _Order) -> _Draft:
    found = json.loads(laid_out(_dot(measured, order)))
    _, _, width, height = _numbers(found["bb"])
    areas = {}
    for node in found.get("objects", ()):
        x, y = _numbers(node["pos"])
        areas[node["name"]] = Area(
            x=x, y=height - y, width=measured.sizes[node["name"]][0], height=measured.sizes[node["name"]][1]
        )
    curves: dict[int, Curve] = {}
    for edge in found.get("edges", ()):
        points = [_numbers(point) for point in edge["pos"].split()]
        curves[int(edge["id"])] = tuple((x, height - y) for x, y in points)
    return _Draft(areas=areas, curves=tuple(curves[index] for index in range(len(measured.ends))), width=width)


def _row(measured: _Measured, variant: Variant) -> _Draft:
    boxes = [size for name, size in measured.sizes.items() if name.startswith("b")]
    pills = [size for name, size in measured.sizes.items() if name.startswith("p")]
    areas, curves = in_a_row(boxes, pills, variant)
    return _Draft(areas=dict(zip(measured.sizes, areas, strict=True)), curves=curves, width=0)


def _dot(measured: _Measured, order: _Order) -> str:
    """The graph for Graphviz, its statements in the order in which it shall read them."""
    statements = [*(measured.boxes_in_dot[name] for name in order.names)]
    statements += [measured.lines_in_dot[index] for index in order.lines]
    return measured.head + "".join(statements) + "}\n"


def _in_dot(
    sizes: Mapping[str, tuple[float, float]], ends: Sequence[tuple[str, str]], diagram: Diagram, spacing: Spacing
) -> tuple[str, dict[str, str], list[str]]:
    """The head of the graph, and a statement for each piece and each line.

    Sizes are fixed, and lines run from centre to centre.
    """
    graph = Digraph(
        graph_attr={
            "rankdir": "BT",
            "nodesep": str(spacing.beside),
            "ranksep": str(spacing.between_ranks),
        },
        node_attr={"shape": "box", "fixedsize": "true", "label": ""},
        edge_attr={"arrowhead": "none", "headclip": "false", "tailclip": "false"},
    )
    head = graph.source.removesuffix("}\n")
    for name, size in sizes.items():
        width, height = (format(pixels / _PIXELS_PER_INCH, ".6f") for pixels in size)
        in_order = {"ordering": "in"} if name.startswith("p") else {}
        graph.node(name, width=width, height=height, **in_order)
    for index, (source, target) in enumerate(ends):
        weight = "3" if source.startswith("p") else "1"
        ranks = {"constraint": "false"} if diagram.lines[index].implication is None else {}
        graph.edge(source, target, id=str(index), weight=weight, **ranks)
    statements = list(graph.body)
    return head, dict(zip(sizes, statements, strict=False)), statements[len(sizes) :]


def _numbers(text: str) -> tuple[float, ...]:
    return tuple(float(number) for number in text.split(","))


def _cost(draft: _Draft, spacing: Spacing) -> tuple[bool, int, float]:
    too_wide = spacing.widest is not None and draft.width + 2 * LEAST_MARGIN > spacing.widest
    polylines = [flattened(curve) for curve in draft.curves]
    return too_wide, crossings_among(polylines), round(sum(map(length_of, polylines)), 2)


def _placed(measured: _Measured, draft: _Draft, variant: Variant) -> Layout:
    diagram = measured.diagram
    outsides = {name: _outside(measured, name, area) for name, area in draft.areas.items()}
    lines = [
        _ended(line, curve, (outsides[source], outsides[target]))
        for line, curve, (source, target) in zip(diagram.lines, draft.curves, measured.ends, strict=True)
    ]
    left, top, right, bottom = _bounds(draft.areas.values(), lines)

    def point(where: Point) -> Point:
        return round(where[0] - left, 2), round(where[1] - top, 2)

    def area(name: str) -> Area:
        found = draft.areas[name]
        x, y = point((found.x, found.y))
        return Area(x=x, y=y, width=found.width, height=found.height)

    boxes = [
        PlacedBox(box=box, label=measured.labels[f"b{index}"], area=area(f"b{index}"))
        for index, box in enumerate(diagram.boxes)
    ]
    pills = [
        PlacedPill(pill=pill, label=measured.labels[f"p{index}"], area=area(f"p{index}"))
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


def _ended(line: Line, curve: Curve, outsides: tuple[Outside, Outside]) -> PlacedLine:
    """A line from outline to outline: to a conclusion with an arrowhead, else a little into both ends."""
    curve = starting_at(curve, outsides[0], -_OVERLAP)
    if line.arrow:
        points, head = ending_at(curve, outsides[1], _TIP_GAP)
        return PlacedLine(line=line, points=points, head=head)
    return PlacedLine(line=line, points=starting_at(curve[::-1], outsides[1], -_OVERLAP)[::-1], head=None)


def _outside(measured: _Measured, name: str, area: Area) -> Outside:
    """The signed distance to the outline of the box or pill of this name."""
    if name.startswith("p"):
        return lambda point: distance_to_pill(point, area)
    box = measured.diagram.boxes[int(name[1:])]
    return lambda point: distance_to_box(point, box, area)
