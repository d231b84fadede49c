"""The builder's own words, in the language of a glossary: one catalogue of messages for each language."""

from hornbook.language.catalogues import (
    ENGLISH,
    LANGUAGES,
    Catalogue,
    English,
    catalogue,
    has_catalogue,
    language_name,
)
from hornbook.language.collation import SIGNS, Collation, collation
from hornbook.language.direction import Direction, against, apart, direction_of, main_direction, running
from hornbook.language.saying import in_context, later, later_many, parts, parts_many, say, say_many, speaking, spoken

__all__ = [
    "ENGLISH",
    "LANGUAGES",
    "SIGNS",
    "Catalogue",
    "Collation",
    "Direction",
    "English",
    "against",
    "apart",
    "catalogue",
    "collation",
    "direction_of",
    "has_catalogue",
    "in_context",
    "language_name",
    "later",
    "later_many",
    "main_direction",
    "parts",
    "parts_many",
    "running",
    "say",
    "say_many",
    "speaking",
    "spoken",
]
