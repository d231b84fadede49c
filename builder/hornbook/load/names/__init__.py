"""Every id and name of a project, gathered on the trees, and what refers to them."""

from hornbook.diagnostics import Codes, Group
from hornbook.load.names.ids import (
    ALIAS_TAKEN,
    ID_FORM,
    ID_RESERVED,
    IDS_LINE,
    LONGEST_ID,
    Mistake,
    PublishedIds,
    id_mistake,
    name_diagnostics,
    read_published,
    slug,
)
from hornbook.load.names.project import COUNTED, FIELD_MISSING, ID_TAKEN, Known, gather
from hornbook.load.names.references import (
    ATOM_WITHOUT_SENTENCES,
    REFERENCE_KIND,
    REFERENCE_UNKNOWN,
    References,
    Suggestions,
)

__all__ = [
    "CODES",
    "COUNTED",
    "FIELD_MISSING",
    "ID_FORM",
    "LONGEST_ID",
    "REFERENCE_KIND",
    "Known",
    "Mistake",
    "PublishedIds",
    "References",
    "Suggestions",
    "gather",
    "id_mistake",
    "name_diagnostics",
    "read_published",
    "slug",
]

CODES: Codes = {
    Group.FIELDS: (FIELD_MISSING,),
    Group.IDS: (ID_FORM, ID_RESERVED, ID_TAKEN, ALIAS_TAKEN, IDS_LINE),
    Group.REFERENCES: (REFERENCE_UNKNOWN, REFERENCE_KIND, ATOM_WITHOUT_SENTENCES),
}
"""What the room can find."""
