"""The builder's own words, in the language of a glossary: one catalogue of messages for each language."""

from hornbook.language.catalogues import LANGUAGES, Catalogue, catalogue
from hornbook.language.saying import in_context, later, later_many, parts, parts_many, say, say_many, speaking, spoken

__all__ = [
    "LANGUAGES",
    "Catalogue",
    "catalogue",
    "in_context",
    "later",
    "later_many",
    "parts",
    "parts_many",
    "say",
    "say_many",
    "speaking",
    "spoken",
]
