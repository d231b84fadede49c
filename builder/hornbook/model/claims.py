"""Every form of claim that a record can list; the engine's verdict must be the stated one."""

from dataclasses import dataclass

from hornbook.diagnostics import Place
from hornbook.model.fields import SenseId, TermId, ViewId
from hornbook.model.prose import Claim, Prose


@dataclass(frozen=True, slots=True, kw_only=True)
class EquivalenceClaim:
    """Two views say the same of the atoms that both mention."""

    views: tuple[ViewId, ViewId]
    holds: bool = True
    """False where the page claims that they differ."""
    note: Prose | None = None
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class NamingClaim:
    """An author's name for one sense of a word: `sense` of `term` is what this author calls `called`."""

    term: TermId
    sense: SenseId
    called: TermId
    note: Prose | None = None
    place: Place


AnyClaim = Claim | EquivalenceClaim | NamingClaim
