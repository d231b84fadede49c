"""What an author says agrees with a verdict exactly where both can be right."""

from itertools import product

import pytest

from hornbook.logic import UNSETTLED, Verdict
from hornbook.model import Says
from hornbook.reasoning.agreement import SAYS_WORDS, Agreement, agreement

ACTUAL = {Says.ALWAYS: {"all"}, Says.NOT_ALWAYS: {"some", "none"}, Says.NEVER: {"none"}}
"""For each word, in which of the cases where what is given holds the goal may hold for it to be true."""
PROVED = {Verdict.FOLLOWS: {"all"}, Verdict.REFUTED: {"none"}, Verdict.OPEN: {"all", "some", "none"}}
"""For each verdict, what the implications leave possible."""


@pytest.mark.parametrize(("says", "verdict"), [*product(ACTUAL, PROVED)])
def test_the_two_differ_exactly_where_nothing_makes_both_true(says: Says, verdict: Verdict) -> None:
    assert (agreement(says, verdict) is Agreement.DIFFERS) is not (ACTUAL[says] & PROVED[verdict] != set())


@pytest.mark.parametrize(
    ("says", "found"),
    [
        (Says.ALWAYS, Agreement.LACKS),
        (Says.NOT_ALWAYS, Agreement.AGREES),
        (Says.NEVER, Agreement.SAYS_MORE),
        (Says.LEAVES_OPEN, Agreement.AGREES),
    ],
)
def test_an_open_question_may_say_less_than_the_author(says: Says, found: Agreement) -> None:
    assert agreement(says, Verdict.OPEN) is found


@pytest.mark.parametrize("verdict", [*Verdict, UNSETTLED])
def test_who_decides_nothing_agrees_with_anything(verdict: Verdict) -> None:
    assert agreement(Says.LEAVES_OPEN, verdict) is Agreement.AGREES


@pytest.mark.parametrize("says", Says)
def test_where_nothing_was_computed_there_is_nothing_to_compare(says: Says) -> None:
    assert agreement(says, Verdict.CONTRADICTORY) is agreement(says, UNSETTLED) is Agreement.AGREES


def test_every_word_has_words_of_its_own() -> None:
    assert len({*SAYS_WORDS.values()}) == len(SAYS_WORDS) == len(Says)
