"""Every verdict has words of its own."""

import pytest

from hornbook.logic import UNSETTLED, Verdict
from hornbook.reasoning.verdicts import VERDICT_WORDS


def test_every_verdict_has_words() -> None:
    assert list(VERDICT_WORDS) == [*Verdict, UNSETTLED]


@pytest.mark.parametrize("field", ["sign", "word", "sentence", "answer", "stated", "computed"])
def test_verdicts_are_told_apart_by_each_of_their_words(field: str) -> None:
    said = [getattr(words, field) for words in VERDICT_WORDS.values()]
    assert len(set(said)) == len(VERDICT_WORDS)


@pytest.mark.parametrize("words", ["{given}", "a } b {", "%s {0}"])
def test_what_is_asked_stands_in_a_sentence_as_it_is(words: str) -> None:
    for one in VERDICT_WORDS.values():
        assert words in one.stated.format(goal=words, given=words)
    assert words in VERDICT_WORDS[Verdict.FOLLOWS].answer.format(goal=words)
