"""Drawings as SVG files that stand alone: an opaque card, the drawing, and below it whom it is owed to.

Everything that is right without CSS is said in attributes, because hosts strip or block styles.
"""

from dataclasses import dataclass
from itertools import combinations, pairwise
from math import ceil

from hornbook.diagrams.markup import Attributes, element, number, text_lines, words
from hornbook.diagrams.paint import DARK, LIGHT
from hornbook.diagrams.pen import KIND_CLASSES, Pen, state_of
from hornbook.diagrams.shapes import SPACINGS, side_margin
from hornbook.diagrams.styles import FILE_CLASS, file_style
from hornbook.diagrams.svg import AddressOf, drawing, named, root
from hornbook.diagrams.text import REGULAR, broken, clean, text_width
from hornbook.diagrams.values import Area, Credit, Layout, Theme, Variant
from hornbook.reasoning.proof_path import Lit

SLIDE = (960, 540)
"""The size of a wide drawing's card, in pixels: 16:9."""
_SLIDE_MARGIN = 36
_LARGEST = 1.7
"""As much a drawing may grow to fill its slide."""
_CAPTION_SIZE = 12
_CAPTION_LEADING = 16
_CAPTION_GAP = 8
_CAPTION_WIDTH = 260
_CARD_RADIUS = 12
_SEPARATOR = " · "
_NAMESPACES = {
    "xmlns:rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "xmlns:dc": "http://purl.org/dc/elements/1.1/",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """The card of a file, and where the drawing stands on it; in pixels."""

    width: int
    height: int
    left: float
    top: float
    scale: float
    caption: tuple[str, ...]
    caption_bottom: float

    def placed(self, area: Area) -> Area:
        """An area of the layout as it stands on the card."""
        return Area(
            x=self.left + self.scale * area.x,
            y=self.top + self.scale * area.y,
            width=self.scale * area.width,
            height=self.scale * area.height,
        )

    @property
    def caption_area(self) -> Area:
        """Where the caption stands."""
        height = _CAPTION_LEADING * len(self.caption)
        width = max((text_width(line, _CAPTION_SIZE, REGULAR) for line in self.caption), default=0)
        return Area(x=self.width / 2, y=self.caption_bottom - height / 2, width=width, height=height)


def frame_of(layout: Layout, credit: Credit | None = None) -> Frame:
    """The card of a layout's file: as large as it needs, or a slide that it fills."""
    parts = [layout.diagram.title, *(credit.parts if credit else ())]
    if layout.variant is Variant.WIDE:
        return _slide(layout, parts)
    spacing = SPACINGS[layout.variant]
    caption = _caption(parts, max(layout.width, _CAPTION_WIDTH))
    widest = max([layout.width, *(text_width(line, _CAPTION_SIZE) for line in caption)])
    height = ceil(layout.height + _CAPTION_GAP + _CAPTION_LEADING * len(caption) + 2 * spacing.margin)
    width = ceil(widest + 2 * side_margin(widest, spacing))
    return Frame(
        width=width,
        height=height,
        left=(width - layout.width) / 2,
        top=spacing.margin,
        scale=1,
        caption=caption,
        caption_bottom=height - spacing.margin + 3,
    )


def svg_file(  # noqa: PLR0913 - what a file is made of, each given by name
    layout: Layout,
    theme: Theme,
    address_of: AddressOf,
    *,
    implication_address_of: AddressOf | None = None,
    credit: Credit | None = None,
    lit: Lit | None = None,
    on_paper: bool = False,
    style: str = "",
) -> str:
    """A file of its own: an opaque card with the drawing and a caption, one element a line.

    `address_of` gives the address of a term's page from its id, `implication_address_of` that of an implication.
    AUTO is light or dark as the reader's system is, and its boxes are links, which leave the frame that they stand in
    (`xlink:href`, which older programs know too, and which SVGO leaves);
    LIGHT and DARK have no style and no links, for places where pictures are only shown. The caption is the diagram's
    title, and the `credit` behind it, which stands in the metadata too. With something `lit`, all else is pale. On
    paper the card has no border and no round corners. `style` is CSS of its own for the file.
    """
    auto = theme is Theme.AUTO
    variant = "" if layout.variant is Variant.NORMAL else f"{layout.variant}-"
    pen = Pen(
        palette=DARK if theme is Theme.DARK else LIGHT,
        prefix=f"{layout.diagram.id}-{variant}",
        link="xlink:href" if auto else None,
        address_of=address_of,
        implication_address_of=implication_address_of if auto else None,
        label_size=SPACINGS[layout.variant].label_size,
        negation=layout.diagram.negation,
        inline=False,
        explorable=False,
        lit=lit,
    )
    frame = frame_of(layout, credit)
    children = [
        *named(layout, pen),
        *([] if credit is None else [_metadata(layout.diagram.title, credit)]),
        *([f"<style>{file_style(_classes(layout, lit))}</style>"] if auto else []),
        *([f"<style>{style}</style>"] if style else []),
        _card(frame, pen, on_paper=on_paper),
        drawing(layout, pen, _moved(frame), "\n"),
        _caption_element(frame, pen, credit),
    ]
    content = "\n".join(["", *children, ""])
    return root(layout, pen, (frame.width, frame.height), content, FILE_CLASS if auto else None) + "\n"


def _card(frame: Frame, pen: Pen, *, on_paper: bool) -> str:
    inset = 0 if on_paper else 0.5
    card: Attributes = {
        "class": "kb-bg",
        "x": inset,
        "y": inset,
        "width": frame.width - 2 * inset,
        "height": frame.height - 2 * inset,
        "rx": None if on_paper else _CARD_RADIUS,
        "fill": pen.colour("bg"),
        "stroke": None if on_paper else pen.colour("frame"),
    }
    return element("rect", card)


def _slide(layout: Layout, parts: list[str]) -> Frame:
    width, height = SLIDE
    caption = _caption(parts, width - 2 * _SLIDE_MARGIN)
    bottom = height - _SLIDE_MARGIN / 2
    room = bottom - _CAPTION_LEADING * len(caption) - _CAPTION_GAP - _SLIDE_MARGIN
    across = width - 2 * _SLIDE_MARGIN
    scale = round(min(_LARGEST, across / max(layout.width, 1), room / max(layout.height, 1)), 4)
    return Frame(
        width=width,
        height=height,
        left=(width - scale * layout.width) / 2,
        top=_SLIDE_MARGIN + (room - scale * layout.height) / 2,
        scale=scale,
        caption=caption,
        caption_bottom=bottom,
    )


def _moved(frame: Frame) -> str:
    scale = "" if frame.scale == 1 else f" scale({frame.scale:g})"
    return f"translate({number(frame.left)} {number(frame.top)}){scale}"


def _caption(parts: list[str], limit: float) -> tuple[str, ...]:
    """The parts side by side, in as few lines as their width allows, and these about equally long."""
    said = [part for part in map(clean, parts) if part]
    for breaks in range(len(said)):
        ways = (_joined(said, places) for places in combinations(range(1, len(said)), breaks))
        best = min(ways, key=_widest)
        if _widest(best) <= limit:
            return best
    return tuple(line for part in said for line in broken(part, _CAPTION_SIZE, limit))


def _joined(parts: list[str], breaks: tuple[int, ...]) -> tuple[str, ...]:
    return tuple(_SEPARATOR.join(parts[start:end]) for start, end in pairwise((0, *breaks, len(parts))))


def _widest(lines: tuple[str, ...]) -> float:
    return max(text_width(line, _CAPTION_SIZE) for line in lines)


def _caption_element(frame: Frame, pen: Pen, credit: Credit | None) -> str:
    area = frame.caption_area
    text = text_lines(
        frame.caption,
        x=area.x,
        y=area.y,
        size=_CAPTION_SIZE,
        leading=_CAPTION_LEADING,
        css_class="kb-caption",
        face=pen.face(_CAPTION_SIZE, REGULAR, "muted"),
    )
    if pen.link is None or credit is None:
        return text
    return element("a", {"class": "kb-credit", "role": "link", pen.link: credit.address, "target": "_top"}, text)


def _metadata(title: str, credit: Credit) -> str:
    """The credit as programs read it: Dublin Core in RDF, as SVG recommends."""
    said = {
        "dc:title": title,
        "dc:creator": credit.author,
        "dc:publisher": credit.publisher,
        "dc:source": credit.address,
        "dc:rights": credit.licence,
    }
    about = element(
        "rdf:Description", {"rdf:about": credit.address}, *(element(tag, {}, words(text)) for tag, text in said.items())
    )
    return element("metadata", {}, element("rdf:RDF", _NAMESPACES, about))


def _classes(layout: Layout, lit: Lit | None) -> frozenset[str]:
    boxes = {f"kb-{placed.box.role}" for placed in layout.boxes}
    kinds = {KIND_CLASSES[placed.line.kind] for placed in layout.lines}
    kinds |= {KIND_CLASSES[placed.pill.kind] for placed in layout.pills}
    is_here = "kb-here" in boxes or any(placed.pill.here for placed in layout.pills)
    has_tabs = any(placed.tabs for placed in layout.boxes)
    states = set() if lit is None else {state_of(placed.box, lit) for placed in layout.boxes} - {None}
    return frozenset(
        one
        for one in (
            *boxes,
            *kinds,
            *states,
            "kb-outline" if is_here else None,
            "kb-tab" if has_tabs else None,
            *(() if lit is None else ("kb-fired", "kb-pale", "kb-badge")),
        )
        if one is not None
    )
