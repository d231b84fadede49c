"""Positioned trees to records: one reader for every kind, led by the declarations of the model."""

from hornbook.diagnostics import TABLE_ROW, Codes, Group
from hornbook.load.records.completion import Around
from hornbook.load.records.fields import FIELD_UNKNOWN
from hornbook.load.records.misplaced import FILE_MISPLACED, in_wrong_folder, kind_meant
from hornbook.load.records.reader import UNREAD, Reader, ReadProse, meant_among
from hornbook.load.records.recovery import lost, respelt
from hornbook.load.records.rules import CHAIN_GAPS, CHOICE_TOO_LARGE, FIELD_TOGETHER
from hornbook.load.records.scalars import (
    FIELD_CHOICE,
    FIELD_EMPTY,
    FIELD_FORM,
    FIELD_TYPE,
    IMPOSSIBLE,
    LONGEST_PROSE,
    TEXT_QUOTED,
    described,
    schema_of,
)

__all__ = [
    "CODES",
    "FIELD_TYPE",
    "IMPOSSIBLE",
    "LONGEST_PROSE",
    "UNREAD",
    "Around",
    "ReadProse",
    "Reader",
    "described",
    "in_wrong_folder",
    "kind_meant",
    "lost",
    "meant_among",
    "respelt",
    "schema_of",
]

CODES: Codes = {
    Group.FILES: (FILE_MISPLACED,),
    Group.FIELDS: (
        FIELD_UNKNOWN,
        FIELD_TYPE,
        FIELD_CHOICE,
        FIELD_FORM,
        FIELD_EMPTY,
        FIELD_TOGETHER,
        CHOICE_TOO_LARGE,
        CHAIN_GAPS,
        TABLE_ROW,
        TEXT_QUOTED,
    ),
}
"""What the room can find."""
