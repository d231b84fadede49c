"""What is asked in a run: each question is put to the engine once, however many checks and pages ask it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from hornbook.logic import Answer, Literal, SufficientSets
from hornbook.model import Scope


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the engine says of one question."""

    answer: Answer
    missing: SufficientSets
    """For an open question the minimal sets that would settle it in favour of the goal; else none."""


class Inquiry(NamedTuple):
    """One question to the engine."""

    scope: Scope
    given: tuple[Literal, ...]
    goal: Literal
    among: tuple[Literal, ...] | None
    """What a set that is missing may be made of; None: the primitive literals."""


class Inquiries:
    """The inquiries of one run with their outcomes. They only grow: what was put once is never put again."""

    def __init__(self) -> None:
        self._outcomes: dict[Inquiry, Outcome] = {}

    def once(self, inquiry: Inquiry, put: Callable[[], Outcome]) -> Outcome:
        """The outcome of an inquiry; `put` is called where nobody made it before."""
        if inquiry not in self._outcomes:
            self._outcomes[inquiry] = put()
        return self._outcomes[inquiry]
