"""How boxes, pills and lines are written as SVG.

Files are painted by attributes, since hosts strip or block styles. Within a page of the site its style sheet paints
them (`styles.css`), so they say only what and where they are.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from hornbook.diagrams.markup import Attributes, curve_path, element, number, polygon_path, text_lines
from hornbook.diagrams.paint import BADGES, BOXES, LINES, PILLS, Paint
from hornbook.diagrams.shapes import (
    LINE_HEIGHT,
    PILL_LINE_HEIGHT,
    PILL_SIZE,
    TAB_RADIUS,
    label_weight,
    pill_radius,
    radius_of,
)
from hornbook.diagrams.text import BOLD
from hornbook.diagrams.values import Area, Box, Kind, Pill, PlacedBox, PlacedLine, PlacedPill, Role
from hornbook.logic import Literal
from hornbook.reasoning.proof_path import Lit

KIND_CLASSES = {
    Kind.PLAIN: "kb-plain",
    Kind.CONDITIONAL: "kb-cond",
    Kind.IMPOSSIBLE: "kb-impossible",
    Kind.GAP: "kb-gap",
    Kind.UNNAMED: "kb-unnamed",
}

_OUTLINE_GAP = 4.0
_RING_GAP = 5.0
_BADGE_RADIUS = 8.5
_RING: Attributes = {"fill": "none", "stroke": "none", "stroke-width": 3}
_MARKS: Mapping[str, Attributes] = {
    "kb-tick": {"d": "M-4 0.3L-1.2 3.1L4 -2.7", "stroke-width": 2},
    "kb-therefore": {"d": "M0 -3.2v.01M-3.2 2.4v.01M3.2 2.4v.01", "stroke-width": 3},
    "kb-cross": {"d": "M-3 -3L3 3M3 -3L-3 3", "stroke-width": 2},
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Pen:
    """What a drawing is written with."""

    palette: Mapping[str, str]
    prefix: str
    """Begins every id, so that several drawings can share a page."""
    link: str | None
    """The attribute that holds an address; None: nothing links."""
    address_of: Callable[[str], str]
    implication_address_of: Callable[[str], str] | None
    label_size: float
    negation: str
    """What the tabs of boxes say."""
    inline: bool
    explorable: bool
    """Whether a script lights it up, in whatever way; what is lit already goes through parts of that alone."""
    lit: Lit | None

    @property
    def badges(self) -> bool:
        """Whether boxes say their state in a badge."""
        return self.explorable or self.lit is not None

    def painted(self, attributes: Attributes) -> Attributes:
        """Attributes that paint; nothing where a style sheet does."""
        return {} if self.inline else attributes

    def face(self, size: float, weight: int, ink: str) -> Attributes:
        """How text is written."""
        weighed = {"font-weight": str(weight), "fill": self.colour(ink)}
        return self.painted({"text-anchor": "middle", "font-size": size, **weighed})

    def colour(self, name: str) -> str:
        """The value of one of the palette's colours."""
        return "none" if name == "none" else self.palette[name]

    @property
    def pales(self) -> bool:
        """Whether what is not lit is pale; a page shows it as it is, since there a reader may go on."""
        return self.lit is not None and not self.inline

    def fires(self, implication: str) -> bool:
        """Whether an implication is lit."""
        return self.lit is not None and implication in self.lit.implications


def box_element(placed: PlacedBox, pen: Pen) -> str:
    """A box: a link where it is a term and the drawing has links, else a group."""
    box, area = placed.box, placed.area
    state = None if pen.lit is None else state_of(box, pen.lit)
    classes = [f"kb-{box.role}"]
    if state is None and pen.pales:
        classes.append("kb-pale")
    elif pen.lit is not None and box.role is Role.GOAL and state is None:
        classes.append("kb-unreached")
    if state is not None:
        classes.append(state)
    paint = BOXES[classes[-1]]
    linked = pen.link is not None and box.is_term
    radius = radius_of(box, area)
    outlines = []
    if box.role is Role.HERE:
        outlines.append(_outline(area, radius, paint, pen))
    if linked and not pen.inline:
        outlines.append(_rectangle("kb-ring", area, radius, _RING_GAP, _RING))
    children = [
        *outlines,
        *(_tab(tab, area, pen) for tab in placed.tabs),
        _rectangle("kb-shape", area, radius, 0, _painted(paint, pen)),
    ]
    children.append(
        text_lines(
            placed.label,
            x=area.x,
            y=area.y,
            size=pen.label_size,
            leading=LINE_HEIGHT,
            css_class="kb-label",
            face=pen.face(pen.label_size, label_weight(box), paint.ink),
        )
    )
    if pen.explorable or (pen.badges and (state is not None or not pen.inline)):
        children.append(_badge(box, area, state, pen))
    return element("a" if linked else "g", _box_attributes(placed, classes, pen, linked=linked), *children)


def pill_element(placed: PlacedPill, pen: Pen) -> str:
    """A pill: a link where its term or its implication has an address, else a group that reads as one picture."""
    pill, area = placed.pill, placed.area
    classes = [KIND_CLASSES[pill.kind], *_shown(pill.implication, pen)]
    paint = PILLS[classes[-1]]
    drawn = "gap" if pill.kind.of_chain else "implication"
    address = _pill_address(pill, pen)
    linked = pen.link is not None and address is not None
    attributes: dict[str, str | float | None] = {
        "class": " ".join(["kb-pill", *classes]),
        "id": None if pen.inline else f"{pen.prefix}{drawn}-{pill.implication}",
        "data-implication": None if pill.kind.of_chain else pill.implication,
        "data-term": pill.term,
    }
    if pen.link is not None:
        attributes["aria-label"] = f"{pill.label}: {pill.words}"
        attributes["role"] = None if linked else "img"
    if address is not None:
        attributes |= _link(address, pen)
    children = [_rectangle("kb-shape", area, pill_radius(area), 0, _painted(paint, pen))]
    if pill.here:
        children.append(_outline(area, pill_radius(area), paint, pen))
    if linked and not pen.inline:
        children.append(_rectangle("kb-ring", area, pill_radius(area), _RING_GAP, _RING))
    children.append(
        text_lines(
            placed.label,
            x=area.x,
            y=area.y,
            size=PILL_SIZE,
            leading=PILL_LINE_HEIGHT,
            css_class="kb-label",
            face=pen.face(PILL_SIZE, BOLD, paint.ink),
        )
    )
    return element("a" if linked else "g", attributes, *children)


def line_elements(lines: Sequence[PlacedLine], pen: Pen) -> list[str]:
    """Lines with their arrowheads, if they have one; those that are lit lie above the others.

    In a page all lines of an implication that look alike are one.
    """
    ordered = sorted(lines, key=lambda placed: pen.fires(placed.line.implication))
    if not pen.inline:
        return [_line_element([placed], pen) for placed in ordered]
    alike: dict[tuple[str, Kind], list[PlacedLine]] = {}
    for placed in ordered:
        alike.setdefault((placed.line.implication, placed.line.kind), []).append(placed)
    return [_line_element(some, pen) for some in alike.values()]


def _line_element(some: Sequence[PlacedLine], pen: Pen) -> str:
    """Lines of one implication and one kind."""
    line = some[0].line
    classes = [KIND_CLASSES[line.kind], *_shown(line.implication, pen)]
    paint = LINES[classes[-1]]
    stroke: Attributes = {
        "stroke": pen.colour(paint.stroke),
        "stroke-width": paint.width,
        "stroke-dasharray": LINES[classes[0]].dash,
    }
    drawn = "".join(curve_path(placed.points) for placed in some)
    children = [element("path", {"class": "kb-line", "d": drawn, **pen.painted(stroke)})]
    heads = "".join(polygon_path(placed.head) for placed in some if placed.head)
    if heads:
        fill = pen.painted({"fill": pen.colour(paint.stroke)})
        children.append(element("path", {"class": "kb-head", "d": heads, **fill}))
    lights = not line.kind.of_chain and (pen.badges or not pen.inline)
    ends = {} if pen.inline else {"data-from": line.source, "data-to": line.target}
    attributes: Attributes = {
        "class": " ".join(["kb-edge", *classes]),
        "data-implication": line.implication if lights else None,
        **{name: None if end is None else str(end) for name, end in ends.items()},
    }
    return element("g", attributes, *children)


def _box_attributes(placed: PlacedBox, classes: list[str], pen: Pen, *, linked: bool) -> Attributes:
    box = placed.box
    kind = "term" if box.is_term else "objective" if box.role is Role.LINK else "fact"
    attributes: dict[str, str | float | None] = {
        "class": " ".join(["kb-box", f"kb-{kind}", *classes]),
        "id": None if pen.inline else f"{pen.prefix}{kind}-{box.atom}",
        f"data-{kind}": None if kind == "objective" else box.atom,
    }
    if linked:
        attributes |= _link(pen.address_of(box.atom), pen)
        attributes["aria-label"] = box.label if len(placed.label) > 1 or placed.tabs else None
    return attributes


def _pill_address(pill: Pill, pen: Pen) -> str | None:
    if pill.kind.of_chain:
        return None if pill.term is None else pen.address_of(pill.term)
    return None if pen.implication_address_of is None else pen.implication_address_of(pill.implication)


def _shown(implication: str, pen: Pen) -> list[str]:
    """The class of what belongs to an implication, where it is lit or pale."""
    return ["kb-fired"] if pen.fires(implication) else ["kb-pale"] if pen.pales else []


def state_of(box: Box, lit: Lit) -> str | None:
    """The class of a box that is lit; a box is denied where its negation is given, and fails where that follows."""
    holds, fails = Literal(box.atom), Literal(box.atom).negated()
    if holds in lit.given:
        return "kb-given"
    if fails in lit.given:
        return "kb-denied"
    if holds in lit.follows:
        return "kb-follows"
    return "kb-fails" if fails in lit.follows else None


def _link(address: str, pen: Pen) -> dict[str, str | float | None]:
    if pen.link is None:
        return {}
    return {"role": "link", pen.link: address, **({} if pen.inline else {"target": "_top"})}


def _painted(paint: Paint, pen: Pen) -> Attributes:
    return pen.painted(
        {
            "fill": pen.colour(paint.fill),
            "stroke": pen.colour(paint.stroke),
            "stroke-width": paint.width,
            "stroke-dasharray": paint.dash,
        }
    )


def _outline(area: Area, radius: float, paint: Paint, pen: Pen) -> str:
    """The second outline of what a drawing is about."""
    stroke = pen.painted({"fill": "none", "stroke": pen.colour(paint.stroke)})
    return _rectangle("kb-outline", area, radius, _OUTLINE_GAP, stroke)


def _tab(tab: Area, box: Area, pen: Pen) -> str:
    """The tab that says so where lines take a box's negation; its straight side lies under the box's border."""
    outwards = 1 if tab.y > box.y else -1
    inner, outer = tab.y - outwards * tab.height / 2, tab.y + outwards * tab.height / 2
    left, right, bend = tab.left, tab.left + tab.width, outer - outwards * TAB_RADIUS
    shape = (
        f"M{number(left)} {number(inner)}V{number(bend)}Q{number(left)} {number(outer)} {number(left + TAB_RADIUS)} "
        f"{number(outer)}H{number(right - TAB_RADIUS)}Q{number(right)} {number(outer)} {number(right)} {number(bend)}"
        f"V{number(inner)}Z"
    )
    paint = PILLS["kb-plain"]
    word = text_lines(
        (pen.negation,),
        x=tab.x,
        y=tab.y,
        size=PILL_SIZE,
        leading=PILL_LINE_HEIGHT,
        css_class="kb-word",
        face=pen.face(PILL_SIZE, BOLD, paint.ink),
    )
    drawn: Attributes = {"class": "kb-flap", "d": shape, **pen.painted({"fill": pen.colour(paint.fill)})}
    return element("g", {"class": "kb-tab", "aria-hidden": "true"}, element("path", drawn), word)


def _rectangle(css_class: str, area: Area, radius: float, gap: float, paint: Attributes) -> str:
    sides: Attributes = {
        "class": css_class,
        "x": area.left - gap,
        "y": area.top - gap,
        "width": area.width + 2 * gap,
        "height": area.height + 2 * gap,
        "rx": radius + gap,
    }
    return element("rect", {**sides, **paint} if paint else sides)


def _badge(box: Box, area: Area, state: str | None, pen: Pen) -> str:
    """The mark at a box's corner that says its state without colour; hidden while it has none."""
    inset = max(radius_of(box, area) * 0.293, 3)
    x, y = area.left + area.width - inset, area.top + inset
    shown = None if state is None else BADGES[state]
    paint: Attributes = {
        "color": pen.colour("noline" if state in {"kb-denied", "kb-fails"} else "folline"),
        "fill": pen.colour("bg"),
        "stroke": "currentColor",
        "stroke-linecap": "round",
        "display": None if shown else "none",
    }
    attributes = {"class": "kb-badge", "transform": f"translate({x:g} {y:g})", **pen.painted(paint)}
    marks = (
        element("path", {"class": name, **mark, **pen.painted({"fill": "none", "display": None if is_it else "none"})})
        for name, mark in _MARKS.items()
        for is_it in (name == shown,)
        if is_it or pen.explorable or not pen.inline
    )
    circle = element("circle", {"r": _BADGE_RADIUS, "stroke-width": 1.5})
    return element("g", {**attributes, "aria-hidden": "true"}, circle, *marks)
