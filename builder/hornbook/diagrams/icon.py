"""The site's icon: a goal, an arrow, and the two premises that it follows from, on a grid of 16 by 16 pixels.

Straight edges lie on the grid, so that a browser's tab shows them sharp.
"""

from collections.abc import Mapping

from hornbook.diagrams.markup import Attributes, element
from hornbook.diagrams.paint import DARK, LIGHT

GRID = 16
"""The width and the height of the icon, in its own pixels."""

_ARROW = "M8 5.25L11 8.25H9V9H12A1 1 0 0 1 13 10V11H12V10H4V11H3V10A1 1 0 0 1 4 9H7V8.25H5Z"


def favicon_svg() -> str:
    """The icon as a file, for light tab bars and for dark ones; light where styles are not read."""
    dark = (
        f".kb-goal{{fill:{DARK['goal']}}}.kb-rule{{fill:{DARK['rule']}}}"
        f".kb-derived{{fill:{DARK['derived']};stroke:{DARK['derivedline']}}}"
    )
    return (
        element(
            "svg",
            {
                "xmlns": "http://www.w3.org/2000/svg",
                "viewBox": f"0 0 {GRID} {GRID}",
                "width": 2 * GRID,
                "height": 2 * GRID,
            },
            f"<style>@media (prefers-color-scheme:dark){{{dark}}}</style>",
            icon(LIGHT),
        )
        + "\n"
    )


def mark_svg() -> str:
    """The icon as the theme writes it into pages, in the colours that they have at the time."""
    colours = {name: f"var(--kb-{name})" for name in LIGHT}
    drawn = {"xmlns": "http://www.w3.org/2000/svg", "viewBox": f"0 0 {GRID} {GRID}"}
    return element("svg", drawn, icon(colours)) + "\n"


def icon(palette: Mapping[str, str]) -> str:
    """The icon's elements: `goal`, `rule`, `derived` and `derivedline` are looked up in the palette."""
    premise: Attributes = {
        "class": "kb-derived",
        "y": 11.5,
        "width": 6,
        "height": 4,
        "rx": 1,
        "fill": palette["derived"],
        "stroke": palette["derivedline"],
    }
    return "".join(
        [
            element("rect", {"class": "kb-goal", "width": GRID, "height": 5, "rx": 2.5, "fill": palette["goal"]}),
            element("path", {"class": "kb-rule", "d": _ARROW, "fill": palette["rule"]}),
            element("rect", {"x": 0.5, **premise}),
            element("rect", {"x": 9.5, **premise}),
        ]
    )
