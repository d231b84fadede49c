"""Whether a text of somebody else's can be one of ours: our own reader is asked."""

from hornbook.diagnostics import Place, Severity
from hornbook.load.names import REFERENCE_UNKNOWN, Known, References, Suggestions
from hornbook.load.prose import parse_prose
from hornbook.mathematics import Formula, converted, written_in

_NOBODY = Known(
    linked={},
    ambiguous=frozenset(),
    sentences=frozenset(),
    atoms=frozenset(),
    chain_terms={},
    view_frameworks={},
    sources={},
    former={},
    retired=frozenset(),
    default_framework="",
    damaged=(),
)
"""A project without anything in it."""


def is_sound(text: str) -> bool:
    """Whether a text in Markdown is in order, whatever its links lead to."""
    references = References(_NOBODY, Suggestions())
    parse_prose(text, Place(""), lambda *_: Place(""), "", references)
    return all(one.severity is not Severity.ERROR or one.code == REFERENCE_UNKNOWN for one in references.found)


def is_sound_line(text: str) -> bool:
    """Whether all formulas of a plain text can be set."""
    return all(
        isinstance(converted(one.words, is_block=one.is_block), Formula) for one in written_in(text) if one.is_formula
    )
