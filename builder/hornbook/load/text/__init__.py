"""Bytes to text: which files a project has, what their texts may hold, and where in them something stands."""

from hornbook.diagnostics import Codes, Group
from hornbook.load.text.characters import DEVICES, character_name, forbidden_characters, has_visible
from hornbook.load.text.files import (
    FILE_ENCODING,
    FILE_MISSING,
    FILE_TOO_LARGE,
    LARGEST_FILE,
    NOTHING_UNSAVED,
    TEXT_CONFUSABLE,
    TEXT_CONTROL_CHARACTER,
    TEXT_NOT_COMPOSED,
    TEXT_TOO_LONG,
    ProjectFiles,
    SourceText,
    Unsaved,
    read_project,
    read_text,
    source_text,
)
from hornbook.load.text.listing import (
    FILE_KIND,
    FILE_LINK,
    FILE_NAME,
    FILE_RESERVED,
    FILE_UNREAD,
    FILE_UNREADABLE,
    find_assets,
    kind_at,
    unreadable,
)
from hornbook.load.text.pictures import oversized

__all__ = [
    "CODES",
    "DEVICES",
    "FILE_LINK",
    "FILE_MISSING",
    "FILE_TOO_LARGE",
    "FILE_UNREAD",
    "LARGEST_FILE",
    "NOTHING_UNSAVED",
    "TEXT_CONFUSABLE",
    "TEXT_CONTROL_CHARACTER",
    "TEXT_NOT_COMPOSED",
    "TEXT_TOO_LONG",
    "ProjectFiles",
    "SourceText",
    "Unsaved",
    "character_name",
    "find_assets",
    "forbidden_characters",
    "has_visible",
    "kind_at",
    "oversized",
    "read_project",
    "read_text",
    "source_text",
    "unreadable",
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
        TEXT_CONFUSABLE,
    ),
    Group.FIELDS: (TEXT_TOO_LONG,),
}
"""What the room can find."""
