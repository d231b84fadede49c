"""The vocabulary of drawings: a diagram says what is drawn, a layout says where."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from hornbook.addresses import BOX_LIMIT, LINE_LIMIT
from hornbook.logic import Literal

Point = tuple[float, float]
"""Pixels from the left and from the top."""

LIMITS = f"{BOX_LIMIT} boxes and {LINE_LIMIT} lines"
"""How much a drawing shows at most, in words."""


class Role(StrEnum):
    """What a box is to its diagram."""

    LEAF = "leaf"
    DERIVED = "derived"
    GOAL = "goal"
    HERE = "here"
    """The term whose neighbourhood this is."""
    LINK = "chain"
    """One objective of a chain."""


class Kind(StrEnum):
    """What an implication, or a gap of a chain, is drawn as: pill and lines alike."""

    PLAIN = "plain"
    CONDITIONAL = "conditional"
    IMPOSSIBLE = "impossible"
    GAP = "gap"
    """A gap of a chain that has a name."""
    UNNAMED = "unnamed"
    """A gap of a chain that has none."""

    @property
    def of_chain(self) -> bool:
        """Whether it is a gap, and no implication."""
        return self in {Kind.GAP, Kind.UNNAMED}


class Variant(StrEnum):
    """The drawings that are made of one diagram."""

    NORMAL = "normal"
    NARROW = "narrow"
    """For phones: smaller boxes, labels broken over lines."""
    WIDE = "wide"
    """For slides of 16:9, which it fills."""


class Theme(StrEnum):
    """The colours of a file: fixed, or those that the reader's system asks for."""

    AUTO = "auto"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """An atom, drawn: a term or a fact, whether lines take it or its negation; an objective of a chain likewise."""

    atom: str
    label: str
    role: Role
    is_term: bool
    """Whether it has a page, of a term or of a part of a large view; a fact has none, nor a link that is its number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pill:
    """The words that lines meet in: an implication that is more than "one premise, unconditional", or a gap."""

    implication: str
    """Its id; of a gap its number in the chain, from 1."""
    label: str
    kind: Kind
    words: str
    """The implication or the gap as a sentence, for those who do not see the lines."""
    conditions: tuple[Literal, ...] = ()
    here: bool = False
    """Whether the term whose neighbourhood this is stands among the conditions."""
    term: str | None = None
    """The term that names a gap."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A stroke of one implication or gap: from a premise to its pill (no arrow), or to its conclusion (an arrow).

    An end that is a negation is at the atom's box too, and meets there the word for “not”.
    """

    implication: str
    source: Literal | None
    """None: the implication's pill."""
    target: Literal | None
    kind: Kind

    @property
    def arrow(self) -> bool:
        """Whether it leads to the conclusion; only then it ends in an arrowhead."""
        return self.target is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagram:
    """What is drawn, in the author's order; no place, no size, no colour."""

    id: str
    title: str
    description: str
    boxes: tuple[Box, ...]
    pills: tuple[Pill, ...]
    lines: tuple[Line, ...]
    left_out: int = 0
    """How many implications a neighbourhood, or lines an overview does not show because it would be too large."""
    in_a_row: bool = False
    """A chain: the boxes stand side by side in this order, and pill n between the boxes n and n + 1."""
    runs_left: bool = False
    """Whether such a row begins at the right, as its language does."""
    negation: str = "not"
    """The word in the tab of a box where lines take its negation."""

    @property
    def runs(self) -> str:
        """Where its lines lead, as Graphviz and Mermaid put it: to the top, or along a row."""
        return ("RL" if self.runs_left else "LR") if self.in_a_row else "BT"

    @property
    def too_large(self) -> bool:
        """Whether it is refused."""
        return len(self.boxes) > BOX_LIMIT or len(self.lines) > LINE_LIMIT

    @property
    def extent(self) -> str:
        """How much there is to draw, in words."""
        return f"{len(self.boxes)} boxes and {len(self.lines)} lines"


@dataclass(frozen=True, slots=True, kw_only=True)
class Addresses:
    """Where the pieces of a drawing lead."""

    of_term: Callable[[str], str]
    of_implication: Callable[[str], str] | None = None

    def of_box(self, box: Box) -> str | None:
        """The page of a box's term."""
        return self.of_term(box.atom) if box.is_term else None

    def of_pill(self, pill: Pill) -> str | None:
        """The page of the term that names a gap, or the place of an implication."""
        if pill.kind.of_chain:
            return None if pill.term is None else self.of_term(pill.term)
        return None if self.of_implication is None else self.of_implication(pill.implication)

    def of_all(self, diagram: Diagram) -> tuple[str, ...]:
        """Where everything in a diagram that has a name leads: equal where its pieces lead to the same places."""
        terms = (*(box.atom for box in diagram.boxes), *(pill.term for pill in diagram.pills if pill.term))
        pills = (pill.implication for pill in diagram.pills)
        implications = dict.fromkeys([*pills, *(line.implication for line in diagram.lines)])
        to_implication = self.of_implication
        to_all = map(to_implication, implications) if to_implication else ()
        return (*map(self.of_term, terms), *to_all)


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit:
    """Whom a drawing is owed to, said in each of its files."""

    author: str
    """Whose vocabulary it shows."""
    publisher: str
    """What the site is called."""
    address: str
    """The drawing's page, or the site where it has none."""
    site: str
    """The site's address."""
    licence: str

    @property
    def parts(self) -> tuple[str, ...]:
        """What stands in the picture, besides its title; an address without its scheme."""
        _, _, site = self.site.partition("://")
        return self.author, (site or self.site).rstrip("/"), self.licence


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """A rectangle by its centre and size, in pixels."""

    x: float
    y: float
    width: float
    height: float

    @property
    def left(self) -> float:
        """The left border."""
        return self.x - self.width / 2

    @property
    def top(self) -> float:
        """The upper border."""
        return self.y - self.height / 2


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedBox:
    """A box, its label in lines, where it stands, and the tabs on its border that say “not”."""

    box: Box
    label: tuple[str, ...]
    area: Area
    tabs: tuple[Area, ...] = ()
    """Above or below it: the lines that end there take the negation."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedPill:
    """A pill, its label in lines, and where it stands."""

    pill: Pill
    label: tuple[str, ...]
    area: Area


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedLine:
    """A line as a chain of cubic Bézier curves (1 + 3n points), with the corners of its arrowhead."""

    line: Line
    points: tuple[Point, ...]
    head: tuple[Point, Point, Point] | None
    """The tip first; None for a line to a pill."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """A diagram with a place for everything; boxes and pills from top to bottom, then from left to right."""

    diagram: Diagram
    variant: Variant
    width: float
    """Of what is drawn, without any margin."""
    height: float
    boxes: tuple[PlacedBox, ...]
    pills: tuple[PlacedPill, ...]
    lines: tuple[PlacedLine, ...]
