"""Chains, placed by arithmetic: boxes in a row with a pill on each gap, or in a column for narrow pages."""

from collections.abc import Sequence
from itertools import accumulate, pairwise

from hornbook.diagrams.curves import Curve, straight
from hornbook.diagrams.values import Area, Point, Variant

Size = tuple[float, float]

_BESIDE = 20.0
"""Between two boxes whose pill stands above them."""
_ABOVE = 17.0
"""Between the boxes and the pills above them; an arrowhead needs it together with half of a pill."""
_ASIDE = 10.0
"""How far from the middle of a box the lines to the pills above it stand."""
_TURN = 10.0
"""The radius of a line's turn from upright to level."""
_LEVEL = 4.0
"""How much of a line is level at least, between a pill and the turn."""
_BEFORE, _AFTER = 9.0, 20.0
"""Before and after a pill that stands between the boxes of a column; the arrowhead needs the room after it."""
_ROUND = 0.5523
"""How far a cubic curve's control points go towards the corner of a quarter of a circle."""


def in_a_row(boxes: Sequence[Size], pills: Sequence[Size], variant: Variant) -> tuple[list[Area], tuple[Curve, ...]]:
    """Where boxes stand, then pills, and for each pill the line to it and the line from it, from centre to centre.

    In the normal drawing and the wide one pills stand above the gaps, so that a chain of four is no wider than a column
    of text; in the narrow one they stand between the boxes, from top to bottom. The boxes of a row become equally high,
    those of a column equally wide. There is one pill fewer than there are boxes.
    """
    width = max((width for width, _ in boxes), default=0.0)
    height = max((height for _, height in boxes), default=0.0)
    match variant:
        case Variant.NORMAL | Variant.WIDE:
            return _arched([(own, height) for own, _ in boxes], pills)
        case Variant.NARROW:
            return _stacked([(width, own) for _, own in boxes], pills)


def _between(boxes: Sequence[float], pills: Sequence[float]) -> list[float]:
    """The centres of boxes and pills by turns along a line, given their lengths."""
    lengths = list(boxes[:1])
    for pill, box in zip(pills, boxes[1:], strict=True):
        lengths += [pill, box]
    steps = [
        (one + other) / 2 + (_AFTER if number % 2 else _BEFORE) for number, (one, other) in enumerate(pairwise(lengths))
    ]
    return list(accumulate(steps, initial=0.0)) if lengths else []


def _stacked(boxes: Sequence[Size], pills: Sequence[Size]) -> tuple[list[Area], tuple[Curve, ...]]:
    """Boxes and pills by turns from top to bottom."""
    centres = [(0.0, at) for at in _between([height for _, height in boxes], [height for _, height in pills])]
    areas = [_area(centre, size) for centre, size in zip(centres[::2], boxes, strict=True)]
    areas += [_area(centre, size) for centre, size in zip(centres[1::2], pills, strict=True)]
    return areas, tuple(straight(start, end) for start, end in pairwise(centres))


def _arched(boxes: Sequence[Size], pills: Sequence[Size]) -> tuple[list[Area], tuple[Curve, ...]]:
    """Boxes beside one another; lines go up from each, through the pill above the gap and down to the next."""
    room = 2 * (_ASIDE + _TURN + _LEVEL)
    steps = [
        max((one + other) / 2 + _BESIDE, pill + room)
        for (one, _), (other, _), (pill, _) in zip(boxes, boxes[1:], pills, strict=False)
    ]
    centres = list(accumulate(steps, initial=0.0)) if boxes else []
    level = -(_top(boxes) + _ABOVE + _top(pills))
    middles = [(one + other) / 2 for one, other in pairwise(centres)]
    areas = [_area((x, 0.0), size) for x, size in zip(centres, boxes, strict=True)]
    areas += [_area((x, level), size) for x, size in zip(middles, pills, strict=True)]
    curves: list[Curve] = []
    for (one, other), middle in zip(pairwise(centres), middles, strict=True):
        curves.append(_turned((one + _ASIDE, 0.0), (middle, level)))
        curves.append(_turned((other - _ASIDE, 0.0), (middle, level))[::-1])
    return areas, tuple(curves)


def _top(sizes: Sequence[Size]) -> float:
    return max((height / 2 for _, height in sizes), default=0.0)


def _turned(start: Point, end: Point) -> Curve:
    """Upright from `start`, a quarter of a circle, then level to `end`."""
    side = 1 if end[0] > start[0] else -1
    first, second = (start[0], end[1] + _TURN), (start[0] + side * _TURN, end[1])
    into = (first[0], first[1] - _ROUND * _TURN)
    out = (second[0] - side * _ROUND * _TURN, second[1])
    return (start, *straight(start, first)[1:], into, out, second, *straight(second, end)[1:])


def _area(centre: Point, size: Size) -> Area:
    return Area(x=centre[0], y=centre[1], width=size[0], height=size[1])
