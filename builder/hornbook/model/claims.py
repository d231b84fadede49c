"""Every form of claim that a record can list; the engine's verdict must be the stated one."""

from dataclasses import dataclass
from typing import Annotated as A

from hornbook.diagnostics import Place
from hornbook.model.fields import NewId, Otherwise, SenseId, TermId, ViewId, Written
from hornbook.model.prose import CLAIM_ID, CLAIM_ID_OTHERWISE, Claim, Prose


@dataclass(frozen=True, slots=True, kw_only=True)
class EquivalenceClaim:
    """That two views say the same of the atoms that both mention, or that they do not."""

    id: A[str | None, NewId(), Otherwise(CLAIM_ID_OTHERWISE), CLAIM_ID] = None
    views: A[tuple[ViewId, ViewId], Written("equivalent"), "The two views."]
    holds: A[bool, "False where they are said to differ."] = True
    note: A[Prose | None, "What a reader should know about this claim."] = None
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class NamingClaim:
    """That an author has another term for one sense of a word."""

    id: A[str | None, NewId(), Otherwise(CLAIM_ID_OTHERWISE), CLAIM_ID] = None
    meant: A[SenseId, Written("sense"), "The sense, written `term/sense`."]
    called: A[TermId, "The author's own term for it."]
    note: A[Prose | None, "What a reader should know about this claim."] = None
    place: Place

    @property
    def term(self) -> str:
        """The term whose sense it is."""
        return self.meant.partition("/")[0]

    @property
    def sense(self) -> str:
        """The id of the sense within the term."""
        return self.meant.partition("/")[2]


AnyClaim = Claim | EquivalenceClaim | NamingClaim
