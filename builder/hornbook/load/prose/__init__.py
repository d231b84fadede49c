"""Markdown to trees of prose: texts of records and pages written by hand, with their references and claims."""

from hornbook.diagnostics import Codes, Group
from hornbook.load.prose.bounds import TEXT_TANGLED
from hornbook.load.prose.foreign import ForeignPage, aside_of, bracketed_claims, read_foreign, read_foreign_words
from hornbook.load.prose.marks import PROSE_MARK
from hornbook.load.prose.page_tree import DEFINITION_UNUSED, PAGE_FRONT_MATTER, PROSE_HEADING
from hornbook.load.prose.parsing import parse_page, parse_prose, too_long
from hornbook.load.prose.targets import PROSE_LINK, PROSE_REFERENCE
from hornbook.load.prose.tree import (
    DEFINITION_MISSING,
    PROSE_COUNT,
    PROSE_EMBED,
    PROSE_HTML,
    PROSE_IMAGE,
    PROSE_TOO_DEEP,
)

__all__ = [
    "CODES",
    "ForeignPage",
    "aside_of",
    "bracketed_claims",
    "parse_page",
    "parse_prose",
    "read_foreign",
    "read_foreign_words",
    "too_long",
]

CODES: Codes = {
    Group.TEXTS: (
        PROSE_REFERENCE,
        PROSE_LINK,
        DEFINITION_MISSING,
        DEFINITION_UNUSED,
        PROSE_EMBED,
        PROSE_COUNT,
        PROSE_MARK,
        PROSE_HTML,
        PROSE_IMAGE,
        PROSE_HEADING,
        PROSE_TOO_DEEP,
        TEXT_TANGLED,
        PAGE_FRONT_MATTER,
    ),
}
"""What the room can find."""
