"""Claims: what a page states about its vocabulary, with the verdict that the engine must reach."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from hornbook.diagnostics import Place
from hornbook.logic import Literal, Verdict
from hornbook.model.fields import FrameworkId, SenseId, TermId, ViewId

if TYPE_CHECKING:
    from hornbook.model.prose import Prose


@dataclass(frozen=True, slots=True)
class Scope:
    """Where a question is asked: one framework, or one view of it (then only its implications count)."""

    framework: FrameworkId
    view: ViewId | None = None

    def __str__(self) -> str:
        return self.view or self.framework


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """An implication with a verdict: `premises`, `assuming` these conditions, give `goal`."""

    premises: tuple[Literal, ...]
    assuming: tuple[Literal, ...]
    goal: Literal
    verdict: Verdict
    scope: Scope
    missing: tuple[frozenset[Literal], ...] | None = None
    """For an open claim: all the minimal sets that, added, would make the goal follow; None: not stated."""
    among: tuple[Literal, ...] | None = None
    """The literals that `missing` may use; None: the primitive ones."""
    note: "Prose | None" = None
    place: Place
    verdict_place: Place = field(compare=False)
    """Where the verdict is written, or the claim itself where it is left out."""

    @property
    def given(self) -> tuple[Literal, ...]:
        """Everything taken as given: to the engine a condition is a premise."""
        return self.premises + self.assuming

    def __str__(self) -> str:
        """The claim in the notation that prose and the command line use, without scope and verdict."""
        left = " + ".join(map(str, self.premises))
        conditions = f" assuming {' + '.join(map(str, self.assuming))}" if self.assuming else ""
        return f"{left} => {self.goal}{conditions}".strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class EquivalenceClaim:
    """Two views say the same of the atoms that both mention."""

    views: tuple[ViewId, ViewId]
    holds: bool
    """False where the page claims that they differ."""
    note: "Prose | None" = None
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class NamingClaim:
    """An author's name for one sense of a word: `sense` of `term` is what this author calls `called`."""

    term: TermId
    sense: SenseId
    called: TermId
    note: "Prose | None" = None
    place: Place


AnyClaim = Claim | EquivalenceClaim | NamingClaim
