"""What Graphviz is asked, and what it answers: boxes and pills of our sizes get places, lines get curves.

Lines run from centre to centre, except at a box with tabs. Which side of its box a tab needs depends on where Graphviz
puts what is at the lines' other ends; so a graph with tabs is laid out twice, first without curves, then with ports.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

from hornbook.diagrams.curves import Curve
from hornbook.diagrams.graphviz_wasm import laid_out
from hornbook.diagrams.ports import Docks, End, Port, Side, docks_of, led_into
from hornbook.diagrams.shapes import Spacing, box_size, pill_size, tab_width
from hornbook.diagrams.values import Area, Diagram, Line
from hornbook.logic import Literal

PIXELS_PER_INCH = 72
_FEW = 3
"""As many lines meet at a box without more room; each further one asks for `_ROOM` inches, up to `_MOST_ROOM`."""
_ROOM, _MOST_ROOM = 0.06, 0.3
_BOUNDS = re.compile(r'bb="([^"]+)"')
_PIECE = re.compile(r'\t(\w+)\t\[[^\]]*?pos="([^"]+)"')
_LINE = re.compile(r'\[id=(\d+),[^\]]*?pos="([^"]+)"')
"""Where Graphviz writes the corners of the whole, and by the names that we gave the places of pieces and of lines."""
_ALL_ALIKE = '\tnode [fixedsize=true label="" shape=box]\n\tedge [arrowhead=none headclip=false tailclip=false]\n'
"""What is said of every piece and line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """A diagram with the sizes of its pieces; `b0` is the first box's name in DOT, `p0` the first pill's."""

    diagram: Diagram
    spacing: Spacing
    labels: Mapping[str, tuple[str, ...]]
    sizes: Mapping[str, tuple[float, float]]
    ends: tuple[tuple[str, str], ...]
    """For every line the names of its source and its target."""
    rows: tuple[int, ...]
    """For every line how many ranks it goes down."""

    def alike(self, other: "Measured") -> bool:
        """Whether Graphviz is asked the same for both, so that it gives the same draft."""
        return _asked_with(self) == _asked_with(other)


def _asked_with(pieces: Measured) -> tuple[object, ...]:
    return pieces.sizes, pieces.ends, pieces.rows, pieces.spacing.beside, pieces.spacing.between_ranks


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """One order in which Graphviz reads the pieces: names, and indexes of lines."""

    names: tuple[str, ...]
    lines: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """Places by name, with the y axis turned down; the tabs of boxes; and curves by the lines' indexes."""

    areas: Mapping[str, Area]
    tabs: Mapping[str, Mapping[Port, Area]]
    curves: tuple[Curve, ...]
    ports: tuple[tuple[Port | None, Port | None], ...]
    """For both ends of every line the port whose tab it meets; None where it meets none."""
    width: float


def measured(diagram: Diagram, spacing: Spacing) -> Measured:
    """A diagram with names and sizes for its pieces."""
    boxes = {f"b{index}": box_size(box, spacing) for index, box in enumerate(diagram.boxes)}
    pills = {f"p{index}": pill_size(pill, spacing) for index, pill in enumerate(diagram.pills)}
    everything = {**boxes, **pills}
    box_names = {box.atom: f"b{index}" for index, box in enumerate(diagram.boxes)}
    pill_names = {pill.implication: f"p{index}" for index, pill in enumerate(diagram.pills)}

    def end(literal: Literal | None, line: Line) -> str:
        return pill_names[line.implication] if literal is None else box_names[literal.atom]

    ends = tuple((end(line.source, line), end(line.target, line)) for line in diagram.lines)
    return Measured(
        diagram=diagram,
        spacing=spacing,
        labels={name: label for name, (label, _, _) in everything.items()},
        sizes={name: (width, height) for name, (_, width, height) in everything.items()},
        ends=ends,
        rows=_rows(diagram, ends, spacing.rows),
    )


def spaced(pieces: Measured, spacing: Spacing) -> Measured:
    """The same pieces, each as large, in a spacing with another number of rows."""
    return replace(pieces, spacing=spacing, rows=_rows(pieces.diagram, pieces.ends, spacing.rows))


def ordered(pieces: Measured, number: int) -> Order:
    """The author's order (0), or one that is shuffled by a hash: the same on every machine."""
    names, lines = list(pieces.sizes), list(range(len(pieces.ends)))
    if number:
        names.sort(key=lambda name: sha256(f"{number} {name}".encode()).digest())
        lines.sort(key=lambda line: sha256(f"{number} {line}".encode()).digest())
    return Order(names=tuple(names), lines=tuple(lines))


def drafted(pieces: Measured, order: Order) -> Draft:
    """The pieces as Graphviz places them when it reads them in this order."""
    has_tabs = any(end and not end.holds for line in pieces.diagram.lines for end in (line.source, line.target))
    areas, curves, width = _asked(pieces, order, {}, (), routed=not has_tabs)
    if not has_tabs:
        in_order = tuple(curves[index] for index in range(len(curves)))
        return Draft(areas=areas, tabs={}, curves=in_order, ports=((None, None),) * len(curves), width=width)
    ends = tuple(
        (_end(pieces, areas, index, 0, line.source), _end(pieces, areas, index, 1, line.target))
        for index, line in enumerate(pieces.diagram.lines)
    )
    docks = docks_of((end for both in ends for end in both if end is not None), tab_width(pieces.diagram.negation))
    areas, curves, width = _asked(pieces, order, docks, ends)
    return Draft(
        areas={name: docks[name].box_in(area) if name in docks else area for name, area in areas.items()},
        tabs={name: docks[name].tabs_in(areas[name]) for name in docks},
        curves=tuple(_led(curves[index], both, docks, areas) for index, both in enumerate(ends)),
        ports=tuple((_tabbed(source), _tabbed(target)) for source, target in ends),
        width=width,
    )


def _end(pieces: Measured, areas: Mapping[str, Area], index: int, which: int, literal: Literal | None) -> End | None:
    """One end of a line; None at a pill."""
    if literal is None:
        return None
    box, other = pieces.ends[index][which], pieces.ends[index][1 - which]
    side = Side.BELOW if areas[other].y > areas[box].y else Side.ABOVE
    port = Port(side=side, holds=literal.holds, arrives=which == 1)
    return End(box=box, port=port, other=areas[other].x)


def _tabbed(end: End | None) -> Port | None:
    return None if end is None or end.port.holds else end.port


def _led(
    curve: Curve, ends: tuple[End | None, End | None], docks: Mapping[str, Docks], areas: Mapping[str, Area]
) -> Curve:
    for end in ends:
        # each time the curve is turned round, so that both ends come last once, the target's at the end
        curve = curve[::-1]
        if end is not None and end.box in docks:
            curve = led_into(curve, end, docks[end.box], areas[end.box])
    return curve


_Asked = tuple[dict[str, Area], dict[int, Curve], float]


def _asked(
    pieces: Measured,
    order: Order,
    docks: Mapping[str, Docks],
    ends: tuple[tuple[End | None, End | None], ...],
    *,
    routed: bool = True,
) -> _Asked:
    """Places, curves and the width of the whole; without curves, which take up to half of the time, if not `routed`."""
    sizes = {name: _whole(pieces, name, docks) for name in order.names} if docks else pieces.sizes
    found = laid_out(_graph(pieces, order, sizes, docks, ends, routed=routed))
    bounds = _BOUNDS.search(found)
    assert bounds is not None
    _, _, width, height = map(float, bounds[1].split(","))
    areas = {}
    for name, place in _PIECE.findall(found):
        x, y = map(float, place.split(","))
        across, down = sizes[name]
        areas[name] = Area(x=x, y=height - y, width=across, height=down)
    curves: dict[int, Curve] = {}
    for index, places in _LINE.findall(found):
        numbers = list(map(float, places.replace(" ", ",").split(",")))
        curves[int(index)] = tuple(zip(numbers[::2], [height - y for y in numbers[1::2]], strict=True))
    return areas, curves, width


def _whole(pieces: Measured, name: str, docks: Mapping[str, Docks]) -> tuple[float, float]:
    if name not in docks:
        return pieces.sizes[name]
    return docks[name].size(pieces.diagram.boxes[int(name[1:])], pieces.sizes[name])


def _graph(
    pieces: Measured,
    order: Order,
    sizes: Mapping[str, tuple[float, float]],
    docks: Mapping[str, Docks],
    ends: tuple[tuple[End | None, End | None], ...],
    *,
    routed: bool,
) -> str:
    """The graph for Graphviz in DOT, its statements in the order in which it shall read them.

    Names, numbers and records are ours and need no quoting.
    """
    spacing = f"nodesep={pieces.spacing.beside} rankdir=BT ranksep={_between_ranks(pieces):.2f}"
    if not routed:
        spacing += " splines=none"
    graph = [f"digraph {{\n\tgraph [{spacing}]\n", _ALL_ALIKE]
    for name in order.names:
        width, height = (format(pixels / PIXELS_PER_INCH, ".6f") for pixels in sizes[name])
        more = " ordering=in" if name.startswith("p") else ""
        if name in docks:
            more = f' shape=record label="{docks[name].record()}"'
        graph.append(f"\t{name} [width={width} height={height}{more}]\n")
    for index in order.lines:
        source, target = _with_ports(pieces.ends[index], ends[index] if docks else (None, None), docks)
        more = f" minlen={pieces.rows[index]}" if pieces.rows[index] > 1 else ""
        if source.startswith("p"):
            more += " weight=3"
        graph.append(f"\t{source} -> {target} [id={index}{more}]\n")
    return "".join((*graph, "}\n"))


def _between_ranks(pieces: Measured) -> float:
    """More room than usual where many lines meet, so that they do not lie on one another."""
    most = max(Counter(target for _, target in pieces.ends).values(), default=0)
    return pieces.spacing.between_ranks + min(_MOST_ROOM, _ROOM * max(0, most - _FEW))


def _rows(diagram: Diagram, ends: Sequence[tuple[str, str]], most: int) -> tuple[int, ...]:
    """For each line how many ranks it goes down: boxes that lead to the same and to nothing else stand in rows."""
    if most == 1:
        return (1,) * len(ends)
    lines = Counter(name for both in ends for name in both)
    met: Counter[tuple[str, Literal | None]] = Counter()
    rows = []
    for (source, target), line in zip(ends, diagram.lines, strict=True):
        alone = source.startswith("b") and lines[source] == 1
        rows.append(1 + met[target, line.target] % most if alone else 1)
        met[target, line.target] += alone
    return tuple(rows)


def _with_ports(
    names: tuple[str, str], ends: tuple[End | None, End | None], docks: Mapping[str, Docks]
) -> Iterator[str]:
    for name, end in zip(names, ends, strict=True):
        yield name + docks[name].compass(end) if end is not None and name in docks else name
