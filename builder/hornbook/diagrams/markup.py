"""SVG as text: elements, numbers and lines of text, always escaped and always written the same way."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from html import escape
from math import hypot

from hornbook.diagrams.text import clean
from hornbook.diagrams.values import Point
from hornbook.language import Direction, main_direction

Attributes = Mapping[str, str | float | None]


def element(tag: str, attributes: Attributes, *children: str) -> str:
    """An element; attributes that are None are left out, numbers are rounded, text is escaped. Children are markup."""
    written = "".join([f' {name}="{_value(value)}"' for name, value in attributes.items() if value is not None])
    return f"<{tag}{written}>{''.join(children)}</{tag}>" if children else f"<{tag}{written}/>"


@lru_cache(maxsize=1 << 14)  # the same classes and colours stand in every drawing, the same places in page and file
def _value(value: str | float) -> str:
    return escape(clean(value)) if isinstance(value, str) else number(value)


@lru_cache(maxsize=1 << 12)  # likewise
def words(text: str) -> str:
    """Text as markup."""
    return escape(clean(text), quote=False)


def number(value: float) -> str:
    """A number with at most two decimals, without needless zeros."""
    if isinstance(value, int):
        return str(value)
    written = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if written == "-0" else written


def text_lines(  # noqa: PLR0913 -- a text's place and face
    lines: Sequence[str], *, x: float, y: float, size: float, leading: float, css_class: str, face: Attributes
) -> str:
    """Text of a size, centred on (x, y); several lines become one `tspan` each. `face` is how it is written."""
    first = y + 0.35 * size - leading * (len(lines) - 1) / 2
    if len(lines) == 1:
        content, at = words(lines[0]), first
    else:
        across = _value(x)
        content = "".join(
            [
                f'<tspan x="{across}" y="{_value(first + leading * row)}">{words(line)}</tspan>'
                for row, line in enumerate(lines)
            ]
        )
        at = None
    place: Attributes = {"class": css_class, "x": x if at is not None else None, "y": at}
    return element("text", {**place, **face, "direction": text_direction(" ".join(lines))}, content)


def text_direction(text: str) -> str | None:
    """The direction of a text that runs from right to left; None for all others, as drawings run."""
    return Direction.RTL if main_direction(text) is Direction.RTL else None


@lru_cache(maxsize=1 << 10)  # a page and the file of its drawing show the same lines
def curve_path(points: tuple[Point, ...]) -> str:
    """The path data of a chain of cubic Bézier curves; straight ones are written as lines."""
    parts = [f"M{_pair(points[0])}"]
    for start in range(0, len(points) - 1, 3):
        first, second, third, last = points[start : start + 4]
        if _is_straight(first, second, third, last):
            parts.append(f"L{_pair(last)}")
        else:
            parts.append(f"C{_pair(second)} {_pair(third)} {_pair(last)}")
    return "".join(parts)


@lru_cache(maxsize=1 << 10)
def polygon_path(points: tuple[Point, ...]) -> str:
    """The path data of a closed polygon."""
    return f"M{'L'.join(map(_pair, points))}Z"


def _is_straight(first: Point, second: Point, third: Point, last: Point) -> bool:
    """Whether both control points lie on the line between the ends, as far as anyone can see."""
    across, down = last[0] - first[0], last[1] - first[1]
    length = hypot(across, down)
    return all(
        abs(across * (point[1] - first[1]) - down * (point[0] - first[0])) <= 0.05 * length
        and 0 <= across * (point[0] - first[0]) + down * (point[1] - first[1]) <= length * length
        for point in (second, third)
    )


def _pair(point: Point) -> str:
    return f"{_value(point[0])} {_value(point[1])}"
