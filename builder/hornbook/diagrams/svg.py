"""The SVG of a layout: files that stand alone, and drawings inside a page.

Attributes alone make a right picture; CSS only overrides them, because hosts strip or block styles.
"""

from collections.abc import Callable
from math import ceil

from hornbook.diagrams.markup import Attributes, element, number, text_lines, words
from hornbook.diagrams.paint import DARK, LIGHT
from hornbook.diagrams.pen import KIND_CLASSES, Pen, box_element, line_element, pill_element
from hornbook.diagrams.shapes import LEAST_MARGIN, SPACINGS, side_margin
from hornbook.diagrams.styles import file_style
from hornbook.diagrams.text import FONTS, REGULAR, broken, clean, text_width
from hornbook.diagrams.values import Area, Layout, Point, Theme
from hornbook.reasoning.proof_path import Lit

AddressOf = Callable[[str], str]

_CAPTION_SIZE = 12
_CAPTION_LEADING = 16
_CAPTION_GAP = 8
_CAPTION_WIDTH = 260
_CARD_RADIUS = 12


def svg_file(
    layout: Layout,
    theme: Theme,
    address_of: AddressOf,
    *,
    implication_address_of: AddressOf | None = None,
    attribution: str | None = None,
    style: str = "",
) -> str:
    """A file of its own: an opaque card with the drawing and a caption, one element a line.

    `address_of` gives the address of a term's page from its id, `implication_address_of` that of an implication.
    AUTO is light or dark as the reader's system is, and its boxes are links; LIGHT and DARK have no style and no
    links, for places where pictures are only shown. The caption is the diagram's title, and `attribution` behind it.
    `style` is CSS of its own for the file.
    """
    auto = theme is Theme.AUTO
    pen = Pen(
        palette=DARK if theme is Theme.DARK else LIGHT,
        prefix=f"{layout.diagram.id}-",
        link="href" if auto else None,
        address_of=address_of,
        implication_address_of=implication_address_of if auto else None,
        label_size=SPACINGS[layout.variant].label_size,
        inline=False,
        badges=False,
        lit=None,
    )
    width, height = file_size(layout, attribution)
    sides: Attributes = {"x": 0.5, "y": 0.5, "width": width - 1, "height": height - 1, "rx": _CARD_RADIUS}
    card: Attributes = {"class": "kb-bg", **sides, "fill": pen.colour("bg"), "stroke": pen.colour("frame")}
    margin = SPACINGS[layout.variant].margin
    children = [
        *_named(layout, pen),
        *([f"<style>{file_style(_classes(layout))}</style>"] if auto else []),
        *([f"<style>{style}</style>"] if style else []),
        element("rect", card),
        _drawing(layout, pen, (width - layout.width) / 2, margin, "\n"),
        _caption_text(_caption(layout, attribution), pen, width / 2, height - margin),
    ]
    return _root(layout, pen, width, height, "\n".join(["", *children, ""])) + "\n"


def file_size(layout: Layout, attribution: str | None = None) -> tuple[int, int]:
    """The width and the height in pixels of a layout's file."""
    spacing = SPACINGS[layout.variant]
    caption = _caption(layout, attribution)
    widest = max([layout.width, *(text_width(line, _CAPTION_SIZE) for line in caption)])
    height = layout.height + _CAPTION_GAP + _CAPTION_LEADING * len(caption) + 2 * spacing.margin
    return ceil(widest + 2 * side_margin(widest, spacing)), ceil(height)


def svg_inline(
    layout: Layout,
    address_of: AddressOf,
    prefix: str,
    lit: Lit | None = None,
    *,
    explorable: bool = False,
    implication_address_of: AddressOf | None = None,
) -> str:
    """A drawing for the middle of a page, on one line: no style, no card, colours that the page's CSS may override.

    Its links are `xlink:href` with `role="link"`, because a page that swaps its content by script trips over `href`
    inside SVG. `prefix` begins every id. What is `lit` is marked by class, by width and by a badge; a drawing
    that a script is to light up must be `explorable`: then every box has its badges, hidden.
    """
    pen = Pen(
        palette=LIGHT,
        prefix=prefix,
        link="xlink:href",
        address_of=address_of,
        implication_address_of=implication_address_of,
        label_size=SPACINGS[layout.variant].label_size,
        inline=True,
        badges=explorable or lit is not None,
        lit=lit,
    )
    width, height = inline_size(layout)
    drawing = _drawing(layout, pen, (width - layout.width) / 2, LEAST_MARGIN, "")
    return _root(layout, pen, width, height, "".join([*_named(layout, pen), drawing]))


def inline_size(layout: Layout) -> tuple[int, int]:
    """The width and the height in pixels of a layout in a page."""
    return ceil(layout.width + 2 * LEAST_MARGIN), ceil(layout.height + 2 * LEAST_MARGIN)


def _root(layout: Layout, pen: Pen, width: int, height: int, content: str) -> str:
    has_links = pen.link is not None and (
        any(placed.box.is_term for placed in layout.boxes)
        or any(placed.pill.term is not None for placed in layout.pills)
        or pen.implication_address_of is not None
    )
    return element(
        "svg",
        {
            "xmlns": "http://www.w3.org/2000/svg",
            "xmlns:xlink": "http://www.w3.org/1999/xlink" if pen.inline else None,
            "class": f"kb-dg kb-{layout.variant}",
            "viewBox": f"0 0 {width} {height}",
            "width": width,
            "height": height,
            "font-family": FONTS,
            "role": "group" if has_links else "img",
            "aria-labelledby": f"{pen.prefix}title",
            "aria-describedby": f"{pen.prefix}desc",
        },
        content,
    )


def _named(layout: Layout, pen: Pen) -> tuple[str, str]:
    diagram = layout.diagram
    return (
        element("title", {"id": f"{pen.prefix}title"}, words(diagram.title)),
        element("desc", {"id": f"{pen.prefix}desc"}, words(diagram.description)),
    )


def _drawing(layout: Layout, pen: Pen, left: float, top: float, separator: str) -> str:
    """Lines below boxes and pills, lit lines above the others; boxes and pills in reading order.

    That is from the top, and in a row along it.
    """
    lines = [
        line_element(placed, pen)
        for placed in sorted(layout.lines, key=lambda placed: pen.fires(placed.line.implication))
    ]

    def order(area: Area) -> Point:
        return (area.x, area.y) if layout.diagram.in_a_row else (area.y, area.x)

    placed = [(order(box.area), box_element(box, pen)) for box in layout.boxes]
    placed += [(order(pill.area), pill_element(pill, pen)) for pill in layout.pills]
    pieces = [piece for _, piece in sorted(placed, key=lambda one: one[0])]

    def group(attributes: dict[str, str], children: list[str]) -> str:
        return element("g", attributes, separator.join(["", *children, ""])) if children else ""

    return element(
        "g",
        {"transform": f"translate({number(left)} {number(top)})"},
        separator,
        group({"class": "kb-edges", "fill": "none", "aria-hidden": "true"}, lines),
        separator,
        group({"class": "kb-nodes"}, pieces),
        separator,
    )


def _classes(layout: Layout) -> frozenset[str]:
    roles = {f"kb-{placed.box.role}" for placed in layout.boxes}
    kinds = {KIND_CLASSES[placed.line.kind] for placed in layout.lines}
    is_here = "kb-here" in roles or any(placed.pill.here for placed in layout.pills)
    has_tabs = any(placed.tabs for placed in layout.boxes)
    return frozenset(roles | kinds | ({"kb-outline"} if is_here else set()) | ({"kb-tab"} if has_tabs else set()))


def _caption(layout: Layout, attribution: str | None) -> tuple[str, ...]:
    text = clean(f"{layout.diagram.title} — {attribution}" if attribution else layout.diagram.title)
    return broken(text, _CAPTION_SIZE, max(layout.width, _CAPTION_WIDTH))


def _caption_text(caption: tuple[str, ...], pen: Pen, x: float, bottom: float) -> str:
    return text_lines(
        caption,
        x=x,
        y=bottom - _CAPTION_LEADING * len(caption) / 2 + 3,
        size=_CAPTION_SIZE,
        leading=_CAPTION_LEADING,
        weight=REGULAR,
        fill=pen.colour("muted"),
        css_class="kb-caption",
    )
