"""Positioned trees to records: one reader for every kind, led by the declarations of the model."""

from hornbook.diagnostics import Codes, Group
from hornbook.load.records.completion import Around
from hornbook.load.records.descriptions import json_schema
from hornbook.load.records.manual import field_manual
from hornbook.load.records.reader import FIELD_UNKNOWN, UNREAD, Reader
from hornbook.load.records.recovery import lost, respelt
from hornbook.load.records.rules import CHAIN_GAPS, CHOICE_TOO_LARGE, FIELD_TOGETHER
from hornbook.load.records.scalars import FIELD_CHOICE, FIELD_EMPTY, FIELD_FORM, FIELD_TYPE, described

__all__ = [
    "CODES",
    "FIELD_TYPE",
    "UNREAD",
    "Around",
    "Reader",
    "described",
    "field_manual",
    "json_schema",
    "lost",
    "respelt",
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
    ),
}
"""What the room can find."""
