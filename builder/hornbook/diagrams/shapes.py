"""The outlines of boxes and pills: how large they are, and where lines meet them."""

from dataclasses import dataclass, replace
from functools import lru_cache
from math import ceil

from hornbook.diagrams.curves import Outline
from hornbook.diagrams.text import BOLD, MEDIUM, broken, clean, text_width
from hornbook.diagrams.values import Area, Box, Pill, Role, Variant

PILL_SIZE = 12.5
LINE_HEIGHT = 18
PILL_LINE_HEIGHT = 15
TAB_HEIGHT = 20.0
TAB_RADIUS = 7.0
_TAB_WIDTH = 40.0
_TAB_PADDING = 7

_PILL_PADDING = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Spacing:
    """How one variant is spaced; pixels, except for the two distances that Graphviz takes in inches."""

    label_size: float
    beside: float
    between_ranks: float
    label_limit: float
    """The widest line of a label."""
    label_lines: int
    """Labels of several words have at least this many lines."""
    padding: float
    padding_wrapped: float
    least_width: float
    step: int
    """Widths are multiples of it."""
    margin: float
    """Between a file's drawing and the border of its card."""
    widest: float
    """The width of the whole drawing that this variant tries to keep to: a page's column, or a phone's."""
    rows: int = 1
    """In how many rows boxes stand that lead to the same and to nothing else."""

    @property
    def room(self) -> float:
        """The width that is left for what is drawn."""
        return self.widest - 2 * LEAST_MARGIN


LEAST_MARGIN = 8
"""What a drawing needs around it at least, for the focus ring and the badges."""


SPACINGS = {
    Variant.NORMAL: Spacing(
        label_size=15,
        beside=0.22,
        between_ranks=0.30,
        label_limit=200,
        label_lines=1,
        padding=14,
        padding_wrapped=11,
        least_width=108,
        step=4,
        margin=16,
        widest=688,
    ),
    Variant.NARROW: Spacing(
        label_size=14,
        beside=0.12,
        between_ranks=0.30,
        label_limit=112,
        label_lines=2,
        padding=8,
        padding_wrapped=8,
        least_width=72,
        step=2,
        margin=14,
        widest=328,
    ),
    Variant.WIDE: Spacing(
        label_size=15,
        beside=0.36,
        between_ranks=0.26,
        label_limit=200,
        label_lines=1,
        padding=16,
        padding_wrapped=12,
        least_width=112,
        step=4,
        margin=32,
        widest=880,
    ),
}


_TIGHT = {
    Variant.NORMAL: replace(SPACINGS[Variant.NORMAL], label_limit=130, label_lines=2, beside=0.16),
    Variant.NARROW: replace(SPACINGS[Variant.NARROW], label_limit=96),
    Variant.WIDE: replace(SPACINGS[Variant.WIDE], label_limit=130, label_lines=2, beside=0.2),
}
NARROWER = {variant: (tight, *(replace(tight, rows=rows) for rows in (2, 3, 4))) for variant, tight in _TIGHT.items()}
"""How the same is spaced where it would be too wide, to be tried one after the other."""

ROW_SPACINGS = {
    Variant.NORMAL: replace(SPACINGS[Variant.NORMAL], label_limit=130, label_lines=2),
    Variant.NARROW: replace(SPACINGS[Variant.NARROW], label_limit=230, label_lines=1, padding=14),
    Variant.WIDE: replace(SPACINGS[Variant.WIDE], label_limit=130, label_lines=2, padding=12),
}
"""How chains are spaced: a row leaves less width for each box, a column more."""


def side_margin(width: float, spacing: Spacing) -> float:
    """The margin at the left and at the right of a drawing of this width."""
    return max(LEAST_MARGIN, min(spacing.margin, (spacing.widest - width) / 2))


def box_size(box: Box, spacing: Spacing) -> tuple[tuple[str, ...], float, float]:
    """The lines of a box's label, and the width and the height that they need."""
    return _box_size(box.label, box.role, spacing)


@lru_cache(maxsize=1 << 14)  # one term stands in the drawings around many others
def _box_size(written: str, role: Role, spacing: Spacing) -> tuple[tuple[str, ...], float, float]:
    label, weight = clean(written), _weight_of(role)
    face = (spacing.label_size, weight)
    longest = max((text_width(word, *face) for word in label.replace("-", "- ").split()), default=0)
    # a long word stays whole as long as the box does not become half as wide again for it
    limit = max(spacing.label_limit, longest if longest <= 1.5 * spacing.label_limit else 0)
    lines = broken(label, spacing.label_size, limit, spacing.label_lines, weight)
    padding = spacing.padding if len(lines) == 1 else spacing.padding_wrapped
    if role is Role.GOAL:
        padding += 4
    widest = max(text_width(line, *face) for line in lines)
    width = max(spacing.least_width, _up_to(spacing.step, widest + 2 * padding))
    return lines, width, 44 if len(lines) == 1 else 22 + LINE_HEIGHT * len(lines)


def label_weight(box: Box) -> int:
    """The weight of a box's label."""
    return _weight_of(box.role)


def _weight_of(role: Role) -> int:
    return BOLD if role in {Role.GOAL, Role.HERE} else MEDIUM


def pill_size(pill: Pill, spacing: Spacing) -> tuple[tuple[str, ...], float, float]:
    """The lines of a pill's label, and the width and the height that they need."""
    lines = broken(clean(pill.label), PILL_SIZE, spacing.label_limit + 40)
    widest = max(text_width(line, PILL_SIZE) for line in lines)
    return lines, _up_to(2, widest + 2 * _PILL_PADDING), 28 + PILL_LINE_HEIGHT * (len(lines) - 1)


def tab_width(word: str) -> float:
    """The width of the tabs that say this word."""
    return max(_TAB_WIDTH, _up_to(2, text_width(clean(word), PILL_SIZE) + 2 * _TAB_PADDING))


def radius_of(box: Box, area: Area) -> float:
    """The radius of a box's corners: a leaf's are small, a goal is a stadium, all others lie between."""
    if box.role is Role.GOAL:
        return min(area.height / 2, 30)
    return 6 if box.role is Role.LEAF else 10


def outline_of_box(box: Box, area: Area) -> Outline:
    """The outline of a box."""
    return _rounded(area, radius_of(box, area))


def outline_of_tab(area: Area) -> Outline:
    """The outline of a tab."""
    return _rounded(area, 0)


def outline_of_pill(area: Area) -> Outline:
    """The outline of a pill."""
    return _rounded(area, pill_radius(area))


def pill_radius(area: Area) -> float:
    """The radius of a pill's corners: round ends, also where it holds several lines."""
    return min(area.height / 2, 14)


def _rounded(area: Area, radius: float) -> Outline:
    return Outline(area.x, area.y, area.width / 2, area.height / 2, radius)


def _up_to(step: int, value: float) -> float:
    """The next multiple of `step`; the rounding keeps float noise from adding one."""
    return float(step * ceil(round(value, 6) / step))
