"""Parts of a diagram that no line connects: each is laid out alone, and they stand in rows like words."""

from collections.abc import Sequence
from dataclasses import replace

from hornbook.diagrams.values import Area, Diagram, Layout, Line, PlacedBox, PlacedLine, PlacedPill, Point

_BESIDE = 28.0
_BELOW = 34.0


def parts_of(diagram: Diagram) -> list[Diagram]:
    """The connected parts of a diagram, in the order of their first pieces; a chain is one."""
    if diagram.in_a_row:
        return [diagram]
    names = [*(f"box {box.atom}" for box in diagram.boxes), *(f"pill {pill.implication}" for pill in diagram.pills)]
    part = {name: number for number, name in enumerate(names)}
    members = {number: [name] for name, number in part.items()}
    for one, other in (_ends(line) for line in diagram.lines):
        small, large = sorted((part[one], part[other]))
        if small != large:
            for name in members[large]:
                part[name] = small
            members[small] += members.pop(large)
    return [
        replace(
            diagram,
            boxes=tuple(box for box in diagram.boxes if part[f"box {box.atom}"] == number),
            pills=tuple(pill for pill in diagram.pills if part[f"pill {pill.implication}"] == number),
            lines=tuple(line for line in diagram.lines if part[_ends(line)[0]] == number),
        )
        for number in sorted(members)
    ]


def in_rows(parts: Sequence[Layout], diagram: Diagram, widest: float) -> Layout:
    """The parts as one layout: each in the first row that has room for it, rows centred one below another."""
    rows: list[list[Layout]] = []
    for part in parts:
        row = next((row for row in rows if _width([*row, part]) <= widest), None)
        if row is None:
            rows.append([part])
        else:
            row.append(part)
    whole = max(map(_width, rows))
    boxes: list[PlacedBox] = []
    pills: list[PlacedPill] = []
    lines: list[PlacedLine] = []
    top = 0.0
    for row in rows:
        left = (whole - _width(row)) / 2
        for part in row:
            moved = _moved(part, left, top)
            boxes, pills, lines = boxes + list(moved.boxes), pills + list(moved.pills), lines + list(moved.lines)
            left += part.width + _BESIDE
        top += max(part.height for part in row) + _BELOW
    return Layout(
        diagram=diagram,
        variant=parts[0].variant,
        width=round(whole, 2),
        height=round(top - _BELOW, 2),
        boxes=tuple(sorted(boxes, key=lambda placed: (placed.area.y, placed.area.x))),
        pills=tuple(sorted(pills, key=lambda placed: (placed.area.y, placed.area.x))),
        lines=_in_order(lines, diagram),
    )


def _ends(line: Line) -> tuple[str, str]:
    pill = f"pill {line.implication}"
    source = pill if line.source is None else f"box {line.source.atom}"
    return source, pill if line.target is None else f"box {line.target.atom}"


def _in_order(lines: Sequence[PlacedLine], diagram: Diagram) -> tuple[PlacedLine, ...]:
    places = {line: number for number, line in enumerate(diagram.lines)}
    return tuple(sorted(lines, key=lambda placed: places[placed.line]))


def _width(row: Sequence[Layout]) -> float:
    return sum(part.width for part in row) + _BESIDE * (len(row) - 1)


def _moved(layout: Layout, right: float, down: float) -> Layout:
    def area(old: Area) -> Area:
        return replace(old, x=round(old.x + right, 2), y=round(old.y + down, 2))

    def point(old: Point) -> Point:
        return round(old[0] + right, 2), round(old[1] + down, 2)

    def line(old: PlacedLine) -> PlacedLine:
        head = old.head and (point(old.head[0]), point(old.head[1]), point(old.head[2]))
        return PlacedLine(line=old.line, points=tuple(map(point, old.points)), head=head)

    return replace(
        layout,
        boxes=tuple(replace(one, area=area(one.area), tabs=tuple(map(area, one.tabs))) for one in layout.boxes),
        pills=tuple(replace(one, area=area(one.area)) for one in layout.pills),
        lines=tuple(map(line, layout.lines)),
    )
