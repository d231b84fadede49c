"""Positioned trees to records: one reader for every kind, led by the declarations of the model."""

from hornbook.diagnostics import TABLE_ROW, Codes, Group
from hornbook.load.records.completion import Around
from hornbook.load.records.reader import FIELD_UNKNOWN, UNREAD, Reader, ReadProse, meant_among
from hornbook.load.records.recovery import lost, respelt
from hornbook.load.records.rules import CHAIN_GAPS, CHOICE_TOO_LARGE, FIELD_TOGETHER
from hornbook.load.records.scalars import (
    FIELD_CHOICE,
    FIELD_EMPTY,
    FIELD_FORM,
    FIELD_TYPE,
    IMPOSSIBLE,
    LONGEST_PROSE,
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
    "lost",
    "meant_among",
    "respelt",
    "schema_of",
]

CODES: Codes = {
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
    ),
}
"""What the room can find."""
