"""Loading: a project's files become a knowledge base, or diagnostics that say where and what to do."""

from hornbook.diagnostics import ID_DUPLICATE, Codes, Group
from hornbook.load.engine_settings import SETTINGS_DIFFER, SETTINGS_NAV, SETTINGS_UNSAFE, EngineSettings, unknown_pages
from hornbook.load.loading import YAML_EMPTY, Loaded, load
from hornbook.load.names.ids import ALIAS_TAKEN, ID_FORM, ID_RESERVED, IDS_LINE
from hornbook.load.names.project import FIELD_MISSING, ID_TAKEN
from hornbook.load.names.references import ATOM_WITHOUT_SENTENCES, REFERENCE_KIND, REFERENCE_UNKNOWN
from hornbook.load.prose.bounds import TEXT_TANGLED
from hornbook.load.prose.claims import CLAIM_NOTATION, FIELD_REPEATED, PROSE_REFERENCE
from hornbook.load.prose.page_tree import DEFINITION_UNUSED, PAGE_FRONT_MATTER, PROSE_HEADING, TABLE_ROW
from hornbook.load.prose.parsing import TEXT_TOO_LONG
from hornbook.load.prose.tree import (
    DEFINITION_MISSING,
    PROSE_COUNT,
    PROSE_EMBED,
    PROSE_HTML,
    PROSE_IMAGE,
    PROSE_TOO_DEEP,
)
from hornbook.load.prose.web_addresses import PROSE_LINK
from hornbook.load.records.manual import field_manual
from hornbook.load.records.reader import FIELD_UNKNOWN
from hornbook.load.records.rules import CHAIN_GAPS, CHOICE_TOO_LARGE, FIELD_TOGETHER
from hornbook.load.records.scalars import FIELD_CHOICE, FIELD_EMPTY, FIELD_FORM, FIELD_TYPE
from hornbook.load.records.schema import json_schema
from hornbook.load.text.assets import FILE_KIND, FILE_RESERVED, find_assets
from hornbook.load.text.files import (
    FILE_ENCODING,
    FILE_MISSING,
    FILE_TOO_LARGE,
    TEXT_CONTROL_CHARACTER,
    TEXT_NOT_COMPOSED,
)
from hornbook.load.text.listing import FILE_LINK, FILE_NAME, FILE_UNREAD, FILE_UNREADABLE
from hornbook.load.tree.reader import (
    YAML_ANCHOR,
    YAML_DUPLICATE_KEY,
    YAML_KEY,
    YAML_MANY_DOCUMENTS,
    YAML_MERGE_KEY,
    YAML_TAG,
    YAML_TOO_DEEP,
    YAML_TOO_LARGE,
)
from hornbook.load.tree.syntax import YAML_SYNTAX

__all__ = [
    "CODES",
    "EngineSettings",
    "Loaded",
    "field_manual",
    "find_assets",
    "json_schema",
    "load",
    "unknown_pages",
]

CODES: Codes = {
    Group.FILES: (
        FILE_MISSING,
        FILE_UNREAD,
        FILE_UNREADABLE,
        FILE_LINK,
        FILE_TOO_LARGE,
        FILE_NAME,
        FILE_KIND,
        FILE_RESERVED,
        FILE_ENCODING,
        TEXT_CONTROL_CHARACTER,
        TEXT_NOT_COMPOSED,
        SETTINGS_NAV,
        SETTINGS_DIFFER,
        SETTINGS_UNSAFE,
    ),
    Group.YAML: (
        YAML_SYNTAX,
        YAML_EMPTY,
        YAML_DUPLICATE_KEY,
        YAML_ANCHOR,
        YAML_TAG,
        YAML_MERGE_KEY,
        YAML_KEY,
        YAML_MANY_DOCUMENTS,
        YAML_TOO_DEEP,
        YAML_TOO_LARGE,
    ),
    Group.FIELDS: (
        FIELD_UNKNOWN,
        FIELD_MISSING,
        FIELD_TYPE,
        FIELD_CHOICE,
        FIELD_FORM,
        FIELD_EMPTY,
        FIELD_TOGETHER,
        FIELD_REPEATED,
        TEXT_TOO_LONG,
        TABLE_ROW,
        CHOICE_TOO_LARGE,
        CHAIN_GAPS,
    ),
    Group.IDS: (
        ID_FORM,
        ID_RESERVED,
        ID_TAKEN,
        ALIAS_TAKEN,
        IDS_LINE,
        ID_DUPLICATE,
    ),
    Group.REFERENCES: (
        REFERENCE_UNKNOWN,
        REFERENCE_KIND,
        ATOM_WITHOUT_SENTENCES,
    ),
    Group.TEXTS: (
        PROSE_REFERENCE,
        CLAIM_NOTATION,
        PROSE_LINK,
        DEFINITION_MISSING,
        DEFINITION_UNUSED,
        PROSE_EMBED,
        PROSE_COUNT,
        PROSE_HTML,
        PROSE_IMAGE,
        PROSE_HEADING,
        PROSE_TOO_DEEP,
        TEXT_TANGLED,
        PAGE_FRONT_MATTER,
    ),
}
"""What loading can find."""
