"""Diagnostics: what was found, where, and how it is printed. A leaf: nothing of ours is imported here."""

from hornbook.diagnostics.bounds import bounded
from hornbook.diagnostics.codes import Code, Codes, Group, Lines, Severity
from hornbook.diagnostics.shared import (
    ANCHOR_MISSING,
    CHANGE_COMPLETED,
    CHANGE_UNFINISHED,
    ID_DUPLICATE,
    IMPORT_CHANGED,
    IMPORT_LEFT_OUT,
    IMPORT_UNREADABLE,
    LINK_BROKEN,
    MEANING_CHANGED,
    TABLE_ROW,
    WRONG_USAGE,
)
from hornbook.diagnostics.values import Diagnostic, Edit, Place, Related, has_errors, written_at

__all__ = [
    "ANCHOR_MISSING",
    "CHANGE_COMPLETED",
    "CHANGE_UNFINISHED",
    "ID_DUPLICATE",
    "IMPORT_CHANGED",
    "IMPORT_LEFT_OUT",
    "IMPORT_UNREADABLE",
    "LINK_BROKEN",
    "MEANING_CHANGED",
    "TABLE_ROW",
    "WRONG_USAGE",
    "Code",
    "Codes",
    "Diagnostic",
    "Edit",
    "Group",
    "Lines",
    "Place",
    "Related",
    "Severity",
    "bounded",
    "has_errors",
    "written_at",
]
