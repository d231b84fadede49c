"""Every id and name of a project, gathered on the trees, and what refers to them: references, claims in one line."""

from hornbook.diagnostics import Codes, Group
from hornbook.load.names.claims import CLAIM_NOTATION, FIELD_REPEATED, Where, read_claim
from hornbook.load.names.extending import EXTENDS_CIRCLE, EXTENDS_WITHOUT
from hornbook.load.names.formulas import FORMULA, read_formula, typeset
from hornbook.load.names.ids import (
    ID_FORM,
    ID_RESERVED,
    IDS_LINE,
    NAME_SHARED,
    Mistake,
    PublishedIds,
    id_mistake,
    is_free_id,
    name_diagnostics,
    read_published,
)
from hornbook.load.names.project import COUNTED, FIELD_MISSING, ID_TAKEN, Known, gather
from hornbook.load.names.referable import OUTSIDE, Candidate, candidates, everything_named
from hornbook.load.names.references import (
    ATOM_WITHOUT_SENTENCES,
    REFERENCE_KIND,
    REFERENCE_UNKNOWN,
    Named,
    References,
    Suggestions,
)
from hornbook.model.notation import LONGEST_ID, slug

__all__ = [
    "CLAIM_NOTATION",
    "CODES",
    "COUNTED",
    "FIELD_MISSING",
    "FIELD_REPEATED",
    "ID_FORM",
    "LONGEST_ID",
    "OUTSIDE",
    "REFERENCE_KIND",
    "REFERENCE_UNKNOWN",
    "Candidate",
    "Known",
    "Mistake",
    "Named",
    "PublishedIds",
    "References",
    "Suggestions",
    "Where",
    "candidates",
    "everything_named",
    "gather",
    "id_mistake",
    "is_free_id",
    "name_diagnostics",
    "read_claim",
    "read_formula",
    "read_published",
    "slug",
    "typeset",
]

CODES: Codes = {
    Group.FIELDS: (FIELD_MISSING, FIELD_REPEATED),
    Group.IDS: (ID_FORM, ID_RESERVED, ID_TAKEN, NAME_SHARED, IDS_LINE),
    Group.REFERENCES: (
        REFERENCE_UNKNOWN,
        REFERENCE_KIND,
        ATOM_WITHOUT_SENTENCES,
        EXTENDS_CIRCLE,
        EXTENDS_WITHOUT,
    ),
    Group.TEXTS: (CLAIM_NOTATION, FORMULA),
}
"""What the room can find."""
