"""Chains of cubic Bézier curves: where they end at an outline, whether they cross, how long they are."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import hypot, inf

from hornbook.diagrams.values import Point

Curve = tuple[Point, ...]
"""1 + 3n points: n cubic Bézier curves, each beginning where the one before ends."""


@dataclass(frozen=True, slots=True)
class Outline:
    """A rectangle with round corners: its centre, half of its sides, and the radius; in pixels."""

    x: float
    y: float
    half_width: float
    half_height: float
    radius: float

    def distance(self, point: Point) -> float:
        """How far a point is from it; negative inside."""
        right = abs(point[0] - self.x) - self.half_width + self.radius
        below = abs(point[1] - self.y) - self.half_height + self.radius
        if right > 0 and below > 0:
            return hypot(right, below) - self.radius
        return max(below, right) - self.radius


HEAD_LENGTH = 9.2
HEAD_WIDTH = 9.0
_HIDDEN = HEAD_LENGTH - 1.2
"""How far from the tip a line ends inside its arrowhead."""
_COARSE_STEPS = 10
_HALVINGS = 12
_STRIPES = 5  # odd, so that curves of a symmetric drawing do not cross in corners of their polylines


def ending_at(curve: Curve, outline: Outline, gap: float) -> tuple[Curve, tuple[Point, Point, Point] | None]:
    """Cut a curve where it comes within `gap` of an outline that it ends in, and put an arrowhead there.

    The curve's own end is put inside the arrowhead, whose corners are returned, the tip first. A curve that never
    leaves the outline is returned whole, without an arrowhead.
    """
    to_tip = _until(curve, outline, gap)
    if len(to_tip) < 4:
        return curve, None
    tip = to_tip[-1]
    shaft = _until(to_tip, Outline(*tip, _HIDDEN, _HIDDEN, _HIDDEN), 0)
    if len(shaft) < 4:
        shaft = to_tip
    base = shaft[-1] if shaft[-1] != tip else to_tip[-2]
    length = hypot(tip[0] - base[0], tip[1] - base[1]) or 1.0
    along, across = (tip[0] - base[0]) / length, (tip[1] - base[1]) / length
    foot = (tip[0] - HEAD_LENGTH * along, tip[1] - HEAD_LENGTH * across)
    half = HEAD_WIDTH / 2
    left = (foot[0] - half * across, foot[1] + half * along)
    right = (foot[0] + half * across, foot[1] - half * along)
    return shaft, (tip, left, right)


def starting_at(curve: Curve, outline: Outline, gap: float) -> Curve:
    """Cut a curve where it leaves an outline by `gap`; one that never leaves it is returned whole."""
    rest = _until(curve[::-1], outline, gap)[::-1]
    return rest if len(rest) >= 4 else curve


def straight(start: Point, end: Point) -> Curve:
    """A straight line as a cubic curve."""
    (x0, y0), (x1, y1) = start, end
    return start, ((2 * x0 + x1) / 3, (2 * y0 + y1) / 3), ((x0 + 2 * x1) / 3, (y0 + 2 * y1) / 3), end


def flattened(curve: Curve) -> tuple[Point, ...]:
    """A polyline along the curve: five stretches for each Bézier curve."""
    points = [curve[0]]
    for start in range(0, len(curve) - 1, 3):
        segment = curve[start : start + 4]
        points += [_at(segment, step / _STRIPES) for step in range(1, _STRIPES + 1)]
    return tuple(points)


def length_of(line: Sequence[Point]) -> float:
    """The length of a polyline."""
    return sum(hypot(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(line))


def crossings_among(lines: Sequence[Sequence[Point]], most: float = inf) -> int:
    """How often polylines cross, counted until it is more than `most`; touching at an end does not count."""
    bounds = [_bounds(line) for line in lines]
    stretches = [[(a, b, _spanned(a, b)) for a, b in pairwise(line)] for line in lines]
    found = 0
    for one, around in enumerate(bounds):
        for other in range(one + 1, len(lines)):
            if _meet(around, bounds[other]):
                near = [stretch for stretch in stretches[other] if _meet(stretch[2], around)]
                found += _crossings([stretch for stretch in stretches[one] if _meet(stretch[2], bounds[other])], near)
                if found > most:
                    return found
    return found


def _until(curve: Curve, outline: Outline, gap: float) -> Curve:
    """The part of a curve before it comes for good within a gap of an outline."""
    if outline.distance(curve[-1]) > gap:
        return curve
    for start in range(len(curve) - 4, -1, -3):
        segment = curve[start : start + 4]
        last = _last_beyond(segment, outline, gap)
        if last is not None:
            return curve[:start] + _first_part(segment, last)
    return curve[:1]


def _last_beyond(segment: Curve, outline: Outline, gap: float) -> float | None:
    """The parameter at which one Bézier curve is last further than a gap from an outline; None where it never is."""
    (x0, y0), (x1, y1), (x2, y2), (x3, y3) = segment
    # as polynomials in t, seen from the middle of the outline: this is asked some twenty times for each end of a line
    ax, bx, cx, dx = x3 - x0 + 3 * (x1 - x2), 3 * (x0 - 2 * x1 + x2), 3 * (x1 - x0), x0 - outline.x
    ay, by, cy, dy = y3 - y0 + 3 * (y1 - y2), 3 * (y0 - 2 * y1 + y2), 3 * (y1 - y0), y0 - outline.y
    to_corner_x, to_corner_y = outline.half_width - outline.radius, outline.half_height - outline.radius
    reach = outline.radius + gap

    def beyond(t: float) -> bool:
        right = abs(((ax * t + bx) * t + cx) * t + dx) - to_corner_x
        below = abs(((ay * t + by) * t + cy) * t + dy) - to_corner_y
        if right > 0 and below > 0:
            return hypot(right, below) > reach
        return right > reach or below > reach

    for step in range(_COARSE_STEPS - 1, -1, -1):
        low, high = step / _COARSE_STEPS, (step + 1) / _COARSE_STEPS
        if beyond(low):
            for _ in range(_HALVINGS):
                middle = (low + high) / 2
                low, high = (middle, high) if beyond(middle) else (low, middle)
            return low
    return None


def _at(segment: Curve, t: float) -> Point:
    """The point of one Bézier curve at the parameter t, from 0 to 1."""
    (x0, y0), (x1, y1), (x2, y2), (x3, y3) = segment
    s = 1 - t
    a, b, c, d = s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t
    return a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3


def _first_part(segment: Curve, t: float) -> Curve:
    """The part of one Bézier curve before the parameter t (de Casteljau 1959)."""
    start, second, third, end = segment
    to_second, along, to_end = _between(start, second, t), _between(second, third, t), _between(third, end, t)
    before, behind = _between(to_second, along, t), _between(along, to_end, t)
    return start, to_second, before, _between(before, behind, t)


def _between(a: Point, b: Point, t: float) -> Point:
    return a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t


def _bounds(line: Sequence[Point]) -> tuple[float, float, float, float]:
    across, down = [point[0] for point in line], [point[1] for point in line]
    return min(across), min(down), max(across), max(down)


def _spanned(a: Point, b: Point) -> tuple[float, float, float, float]:
    """The bounds of one stretch: there are so many that lists of its ends would take longer than all else here."""
    return min(a[0], b[0]), min(a[1], b[1]), max(a[0], b[0]), max(a[1], b[1])


def _meet(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    return one[0] <= other[2] and other[0] <= one[2] and one[1] <= other[3] and other[1] <= one[3]


_Stretch = tuple[Point, Point, tuple[float, float, float, float]]
"""One stretch of a polyline with its bounds."""


def _crossings(line: Sequence[_Stretch], other: Sequence[_Stretch]) -> int:
    return sum(_meet(around, bounds) and _cross(a, b, c, d) for a, b, around in line for c, d, bounds in other)


def _cross(a: Point, b: Point, c: Point, d: Point) -> bool:
    """Whether the stretches ab and cd cross in one inner point (the signs of four areas)."""
    return _side(a, b, c) * _side(a, b, d) < 0 and _side(c, d, a) * _side(c, d, b) < 0


def _side(a: Point, b: Point, c: Point) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
