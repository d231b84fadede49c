"""Mathematics in texts: where a formula stands, what TeX makes of it, and what it is in plain letters."""

from hornbook.mathematics.conversion import COMMANDS, Flaw, converted, in_letters
from hornbook.mathematics.formulas import INLINE_OR_BLOCK, Formula, Part, Typeset, Written, spans_of, written_in

__all__ = [
    "COMMANDS",
    "INLINE_OR_BLOCK",
    "Flaw",
    "Formula",
    "Part",
    "Typeset",
    "Written",
    "converted",
    "in_letters",
    "spans_of",
    "written_in",
]
