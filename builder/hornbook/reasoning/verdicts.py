"""The words for verdicts: one table for pages, messages and the terminal."""

from collections.abc import Mapping
from dataclasses import dataclass

from hornbook.language import later
from hornbook.logic import UNSETTLED, Unsettled, Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class VerdictWords:
    """How one verdict is said, as messages; what was asked fills `{goal}` and `{given}`, in words or in notation."""

    sign: str
    """Tells it from the others without colour."""
    word: str
    sentence: str
    """What came out, where the question stands beside it."""
    answer: str
    """What came out, with the goal."""
    stated: str
    """What somebody says who states this verdict."""
    computed: str
    """What the engine says against it."""
    meaning: str
    """What somebody means who writes it in a claim."""


VERDICT_WORDS: Mapping[Verdict | Unsettled, VerdictWords] = {
    Verdict.FOLLOWS: VerdictWords(
        sign="✓",
        word=later("Follows"),
        sentence=later("It follows from what is given."),
        answer=later("Follows: {goal}."),
        stated="{goal} follows from {given}",
        computed="the implications prove it",
        meaning=later("What is given proves the goal."),
    ),
    Verdict.REFUTED: VerdictWords(
        sign="✗",
        word=later("The opposite follows"),
        sentence=later("The opposite follows from what is given."),
        answer=later("The opposite follows: “{goal}” is refuted."),
        stated="{goal} is refuted by {given}",
        computed="the implications prove the opposite",
        meaning=later("What is given proves the opposite of the goal."),
    ),
    Verdict.OPEN: VerdictWords(
        sign="?",
        word=later("Does not follow"),
        sentence=later("Nor does its opposite."),
        answer=later("Does not follow: “{goal}”; nor does its opposite."),
        stated="{goal} is open given {given}",
        computed="the implications leave it open",
        meaning=later("What is given proves neither the goal nor its opposite."),
    ),
    Verdict.CONTRADICTORY: VerdictWords(
        sign="!",
        word=later("Cannot hold together"),
        sentence=later("What is given cannot hold together."),
        answer=later("Cannot hold together: what is given is contradictory."),
        stated="{given} cannot hold together",
        computed="what is given cannot hold together",
        meaning=later("What is given cannot hold together, so that nothing can be asked of it."),
    ),
    UNSETTLED: VerdictWords(
        sign="…",
        word=later("Not settled"),
        sentence=later("It was not settled within the limit of steps."),
        answer=later("Not settled: “{goal}” takes more steps than a question may."),
        stated="{goal} given {given} is not settled",
        computed="finding out takes more steps than a question may",
        meaning=later("Finding out takes more steps than a question may; it cannot be stated."),
    ),
}
