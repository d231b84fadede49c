"""The catalogue of diagnostic codes: each with its severity and what it means.

One code has one folder in `tests/cases/` and one section on the site's page of codes; a test compares the lists.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Code:
    """One kind of finding."""

    severity: str
    meaning: str
    """One or two plain sentences for contributors: what was found, and why it matters."""


def _error(meaning: str) -> Code:
    return Code("error", meaning)


def _warning(meaning: str) -> Code:
    return Code("warning", meaning)


def _note(meaning: str) -> Code:
    return Code("note", meaning)


CODES: dict[str, Code] = {
    # load: files
    # load: YAML
    # load: records
    # load: references
    # load: prose
    # check
    "claim-verdict": _error("A claim's verdict is not the one that the implications give."),
    "claim-missing": _error("The sets that a claim lists as missing are not the ones that were computed."),
    "claim-scope": _error("A claim uses an atom that its framework or view does not know."),
    "claim-naming": _error("A claim about an author's word for a sense does not agree with the term's record."),
    "framework-contradictory": _error("The implications of a framework cannot hold together."),
    "given-contradictory": _error("What a claim takes as given cannot hold together, so everything would follow."),
    "views-differ": _error("Two views that are said to be equivalent are not."),
    "implication-redundant": _note("An implication follows from the others of its framework."),
    "term-unused": _note("No implication, question, view, page or other term uses this term."),
    "id-removed": _error("A published id is gone, so addresses that others use would break."),
    "id-unlisted": _warning("An id is not in the list of published ids yet."),
    "drawing-stale": _error("A drawing that is kept beside its specification is not the one that is made now."),
    # publish
}
