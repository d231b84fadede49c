"""The words for verdicts: one table for pages, messages and the terminal."""

from collections.abc import Mapping
from dataclasses import dataclass

from hornbook.logic import UNSETTLED, Unsettled, Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class VerdictWords:
    """How one verdict is said; `{goal}` and `{given}` stand for what was asked, in words or in notation."""

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
        word="Follows",
        sentence="It follows from what is given.",
        answer="Follows: {goal}.",
        stated="{goal} follows from {given}",
        computed="the implications prove it",
        meaning="What is given proves the goal.",
    ),
    Verdict.REFUTED: VerdictWords(
        sign="✗",
        word="The opposite follows",
        sentence="The opposite follows from what is given.",
        answer="The opposite follows: “{goal}” is refuted.",
        stated="{goal} is refuted by {given}",
        computed="the implications prove the opposite",
        meaning="What is given proves the opposite of the goal.",
    ),
    Verdict.OPEN: VerdictWords(
        sign="?",
        word="Does not follow",
        sentence="Nor does its opposite.",
        answer="Does not follow: “{goal}”; nor does its opposite.",
        stated="{goal} is open given {given}",
        computed="the implications leave it open",
        meaning="What is given proves neither the goal nor its opposite.",
    ),
    Verdict.CONTRADICTORY: VerdictWords(
        sign="!",
        word="Cannot hold together",
        sentence="What is given cannot hold together.",
        answer="Cannot hold together: what is given is contradictory.",
        stated="{given} cannot hold together",
        computed="what is given cannot hold together",
        meaning="What is given cannot hold together, so that nothing can be asked of it.",
    ),
    UNSETTLED: VerdictWords(
        sign="…",
        word="Not settled",
        sentence="It was not settled within the limit of steps.",
        answer="Not settled: “{goal}” takes more steps than a question may.",
        stated="{goal} given {given} is not settled",
        computed="finding out takes more steps than a question may",
        meaning="Finding out takes more steps than a question may; it cannot be stated.",
    ),
}
