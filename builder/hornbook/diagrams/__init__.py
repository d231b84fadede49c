"""Drawings of implications and of chains: what is drawn, where it stands, and the SVG."""

from hornbook.diagrams.chains import chain_of
from hornbook.diagrams.comparison import both, lacking, marks
from hornbook.diagrams.layout import lay_out
from hornbook.diagrams.specification import diagram_of, neighbourhoods_of
from hornbook.diagrams.styles import css, fits_from
from hornbook.diagrams.svg import file_size, inline_size, svg_file, svg_inline
from hornbook.diagrams.values import BOX_LIMIT, LIMITS, Diagram, Layout, Theme, Variant

__all__ = [
    "BOX_LIMIT",
    "LIMITS",
    "Diagram",
    "Layout",
    "Theme",
    "Variant",
    "both",
    "chain_of",
    "css",
    "diagram_of",
    "file_size",
    "fits_from",
    "inline_size",
    "lacking",
    "lay_out",
    "marks",
    "neighbourhoods_of",
    "svg_file",
    "svg_inline",
]
