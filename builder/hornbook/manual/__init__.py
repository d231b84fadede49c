"""What contributors may write and what may go wrong: fields, JSON Schema and codes, made from their declarations."""

from hornbook.manual.codes import all_codes
from hornbook.manual.schemas import json_schema, meaning_of, schema_globs, schemas
from hornbook.manual.sections import field_manual
from hornbook.manual.skeletons import skeleton
from hornbook.manual.vocabulary import Entry, Vocabulary, vocabulary_of

__all__ = [
    "Entry",
    "Vocabulary",
    "all_codes",
    "field_manual",
    "json_schema",
    "meaning_of",
    "schema_globs",
    "schemas",
    "skeleton",
    "vocabulary_of",
]
