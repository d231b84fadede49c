"""Drawings of implications and of chains: what is drawn, where it stands, and the SVG."""

from hornbook.diagrams.card import CARD_SIZE
from hornbook.diagrams.chains import chain_of
from hornbook.diagrams.comparison import both, lacking, marks
from hornbook.diagrams.layout import lay_out
from hornbook.diagrams.overview import overview_of
from hornbook.diagrams.specification import Neighbourhoods, diagram_of, neighbourhoods_of
from hornbook.diagrams.styles import css, fits_from
from hornbook.diagrams.svg import inline_size, svg_inline
from hornbook.diagrams.svg_file import SLIDE, frame_of, svg_file
from hornbook.diagrams.values import LIMITS, Credit, Diagram, Layout, Theme, Variant

__all__ = [
    "CARD_SIZE",
    "LIMITS",
    "SLIDE",
    "Credit",
    "Diagram",
    "Layout",
    "Neighbourhoods",
    "Theme",
    "Variant",
    "both",
    "chain_of",
    "css",
    "diagram_of",
    "fits_from",
    "frame_of",
    "inline_size",
    "lacking",
    "lay_out",
    "marks",
    "neighbourhoods_of",
    "overview_of",
    "svg_file",
    "svg_inline",
]
