"""What contributors may write and what may go wrong: fields, JSON Schema, forms, codes, made from declarations."""

from hornbook.manual.codes import all_codes
from hornbook.manual.forms import form_settings, issue_forms
from hornbook.manual.schemas import (
    SCHEMA_FOLDER,
    json_schema,
    meaning_of,
    published_schemas,
    schema_globs,
    schemas,
)
from hornbook.manual.sections import field_manual
from hornbook.manual.skeletons import skeleton
from hornbook.manual.vocabulary import Entry, Vocabulary, vocabulary_of

__all__ = [
    "SCHEMA_FOLDER",
    "Entry",
    "Vocabulary",
    "all_codes",
    "field_manual",
    "form_settings",
    "issue_forms",
    "json_schema",
    "meaning_of",
    "published_schemas",
    "schema_globs",
    "schemas",
    "skeleton",
    "vocabulary_of",
]
