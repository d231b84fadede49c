"""The SVG of a layout: what all drawings have, and drawings inside a page.

In files attributes alone make a right picture; CSS only overrides them, because hosts strip or block styles. Within a
page of the site the style sheet paints, so that no page repeats it piece by piece; without it lines and words are left.
"""

from collections.abc import Callable
from math import ceil

from hornbook.diagrams.markup import element, number, words
from hornbook.diagrams.paint import LIGHT
from hornbook.diagrams.pen import Pen, box_element, line_elements, pill_element
from hornbook.diagrams.shapes import LEAST_MARGIN, SPACINGS
from hornbook.diagrams.text import FONTS
from hornbook.diagrams.values import Area, Layout, Point
from hornbook.reasoning.proof_path import Lit

AddressOf = Callable[[str], str]


def svg_inline(
    layout: Layout,
    address_of: AddressOf,
    prefix: str,
    lit: Lit | None = None,
    *,
    explorable: bool = False,
    implication_address_of: AddressOf | None = None,
) -> str:
    """A drawing for the middle of a page, on one line: no style, no card, and painted by the page's CSS.

    Its links are `xlink:href` with `role="link"`, because a page that swaps its content by script trips over `href`
    inside SVG. `prefix` begins every id. What is `lit` is marked by class and by a badge; a drawing
    that a script is to light up in any way must be `explorable`: then every box has its badges, hidden.
    """
    pen = Pen(
        palette=LIGHT,
        prefix=prefix,
        link="xlink:href",
        address_of=address_of,
        implication_address_of=implication_address_of,
        label_size=SPACINGS[layout.variant].label_size,
        negation=layout.diagram.negation,
        inline=True,
        explorable=explorable,
        lit=lit,
    )
    width, height = inline_size(layout)
    transform = f"translate({number((width - layout.width) / 2)} {number(LEAST_MARGIN)})"
    content = "".join([*named(layout, pen), drawing(layout, pen, transform, "")])
    return root(layout, pen, (width, height), content)


def inline_size(layout: Layout) -> tuple[int, int]:
    """The width and the height in pixels of a layout in a page."""
    return ceil(layout.width + 2 * LEAST_MARGIN), ceil(layout.height + 2 * LEAST_MARGIN)


def root(layout: Layout, pen: Pen, size: tuple[int, int], content: str, css_class: str | None = None) -> str:
    """The element around a drawing of this width and height; a class of its own comes behind the others."""
    width, height = size
    has_links = pen.link is not None and (
        any(placed.box.is_term for placed in layout.boxes)
        or any(placed.pill.term is not None for placed in layout.pills)
        or pen.implication_address_of is not None
        or not pen.inline
    )
    return element(
        "svg",
        {
            "xmlns": "http://www.w3.org/2000/svg",
            "xmlns:xlink": None if pen.link is None else "http://www.w3.org/1999/xlink",
            "class": " ".join(filter(None, ["kb-dg", f"kb-{layout.variant}", css_class])),
            "viewBox": f"0 0 {width} {height}",
            "width": width,
            "height": height,
            "font-family": None if pen.inline else FONTS,
            "role": "group" if has_links else "img",
            "aria-labelledby": f"{pen.prefix}title",
            "aria-describedby": f"{pen.prefix}desc",
        },
        content,
    )


def named(layout: Layout, pen: Pen) -> tuple[str, str]:
    """What a drawing is called and what it shows, for those who do not see it."""
    diagram = layout.diagram
    return (
        element("title", {"id": f"{pen.prefix}title"}, words(diagram.title)),
        element("desc", {"id": f"{pen.prefix}desc"}, words(diagram.description)),
    )


def drawing(layout: Layout, pen: Pen, transform: str, separator: str) -> str:
    """What is drawn, moved and scaled: lines below boxes and pills, lit lines above the others.

    Boxes and pills stand in reading order: that is from the top, and in a row along it.
    """
    lines = line_elements(layout.lines, pen)

    def order(area: Area) -> Point:
        along = -area.x if layout.diagram.runs_left else area.x
        return (along, area.y) if layout.diagram.in_a_row else (area.y, area.x)

    placed = [(order(box.area), box_element(box, pen)) for box in layout.boxes]
    placed += [(order(pill.area), pill_element(pill, pen)) for pill in layout.pills]
    pieces = [piece for _, piece in sorted(placed, key=lambda one: one[0])]

    unpainted = {"stroke": "currentColor"} if pen.inline else {}
    """What a reader without our style sheet sees of lines and outlines."""

    def group(attributes: dict[str, str], children: list[str]) -> str:
        return element("g", attributes, separator.join(["", *children, ""])) if children else ""

    return element(
        "g",
        {"transform": transform},
        separator,
        group({"class": "kb-edges", "fill": "none", **unpainted, "aria-hidden": "true"}, lines),
        separator,
        group({"class": "kb-nodes", **unpainted}, pieces),
        separator,
    )
