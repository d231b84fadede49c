"""Drawings as PDF: vectors, with the fonts that they need and with live links; the same bytes on every machine.

Typst sets the SVG of the drawing on a page of its size, and lays the links over it.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

import typst

from hornbook.diagrams.raster import FONTS, for_painters
from hornbook.diagrams.values import Area

_POINTS_PER_PIXEL = 0.75
_PAGE = """\
#let told = json(bytes(sys.inputs.told))
#set document(title: told.title, author: told.author, description: told.description, keywords: told.keywords,
  date: none)
#set page(width: told.width * 1pt, height: told.height * 1pt, margin: 0pt)
#set text(lang: told.lang)
#place(top + left,
  image(bytes(told.svg), format: "svg", width: 100%, height: 100%, alt: told.description))
#for one in told.links {
  place(top + left, dx: one.left * 1pt, dy: one.top * 1pt,
    link(one.address, block(width: one.width * 1pt, height: one.height * 1pt)))
}
"""
"""The page, in Typst; nothing of a drawing ever becomes a part of this program, since all of it is data."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a PDF says of itself."""

    title: str
    author: str
    description: str
    keywords: tuple[str, ...]
    lang: str


def pdf(svg: str, size: tuple[int, int], links: Sequence[tuple[Area, str]], told: Told) -> bytes:
    """The drawing on a page of its own, given its size and its links in pixels."""
    inputs = {
        "svg": for_painters(svg),
        "width": size[0] * _POINTS_PER_PIXEL,
        "height": size[1] * _POINTS_PER_PIXEL,
        "title": told.title,
        "author": told.author,
        "description": told.description,
        "keywords": list(told.keywords),
        "lang": told.lang.partition("-")[0],
        "links": [
            {
                "left": area.left * _POINTS_PER_PIXEL,
                "top": area.top * _POINTS_PER_PIXEL,
                "width": area.width * _POINTS_PER_PIXEL,
                "height": area.height * _POINTS_PER_PIXEL,
                "address": address,
            }
            for area, address in links
        ],
    }
    return typst.compile(_PAGE.encode(), font_paths=_fonts(), format="pdf", sys_inputs={"told": json.dumps(inputs)})


@cache
def _fonts() -> typst.Fonts:
    with resources.as_file(FONTS) as folder:
        return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(folder)])
