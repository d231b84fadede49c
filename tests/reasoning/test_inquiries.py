"""Each question is put to the engine once in a run, and asking again gives the same answer."""

from collections.abc import Iterator

import pytest

from hornbook.check import check
from hornbook.logic import Answer, Literal, Theory, ask
from hornbook.reasoning import outcomes
from hornbook.reasoning.inquiries import Inquiries, Inquiry, Outcome
from hornbook.reasoning.outcomes import outcome, outcome_of
from hornbook.site import build
from tests.reasoning.projects import shapes

RECTANGLE, SQUARE, RHOMBUS = (Literal(atom) for atom in ("rectangle", "square", "rhombus"))


@pytest.fixture
def put(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[tuple[object, ...]]]:
    """Every question that reaches the engine."""
    questions: list[tuple[object, ...]] = []

    def counted(theory: Theory, given: tuple[Literal, ...], goal: Literal, wanted: tuple[Literal, ...]) -> Answer:
        questions.append((id(theory), given, goal))
        return ask(theory, given, goal, wanted)

    monkeypatch.setattr(outcomes, "ask", counted)
    yield questions
    assert len(questions) == len(set(questions))


def test_pages_put_nothing_that_the_checks_put_or_another_page(put: list[tuple[object, ...]]) -> None:
    reasoning = shapes()
    check(reasoning)
    build(reasoning, {})
    assert put
    before = len(put)
    build(reasoning, {})
    assert len(put) == before


def test_what_is_asked_is_all_of_the_question(put: list[tuple[object, ...]]) -> None:
    reasoning = shapes()
    plane = reasoning.framework("plane")
    first = outcome(reasoning, plane, [RECTANGLE], SQUARE)
    assert outcome(reasoning, plane, iter([RECTANGLE]), SQUARE) is first
    assert outcome(reasoning, plane, [], SQUARE) is not first
    assert outcome(reasoning, plane, [RECTANGLE], RHOMBUS) is not first
    assert outcome(reasoning, reasoning.framework("workshop"), [RECTANGLE], SQUARE) is not first
    assert len(put) == 4


def test_another_choice_of_what_may_be_missing_is_another_question() -> None:
    reasoning = shapes()
    plane = reasoning.framework("plane")
    one = outcome(reasoning, plane, [], SQUARE)
    assert outcome(reasoning, plane, [], SQUARE, ()) is not one
    assert outcome(reasoning, plane, [], SQUARE, ()).missing.sets == ()


def test_another_run_asks_anew() -> None:
    claim = next(faq for faq in shapes().knowledge.faqs.values()).claims[0]
    one, other = shapes(), shapes()
    assert one != other
    assert outcome_of(one, claim) == outcome_of(other, claim)  # type: ignore[arg-type]  # the first is a plain claim
    assert outcome_of(one, claim) is not outcome_of(other, claim)  # type: ignore[arg-type]  # likewise


def test_an_inquiry_is_put_at_most_once() -> None:
    reasoning = shapes()
    made = outcome(reasoning, reasoning.framework("plane"), [], SQUARE)
    inquiries = Inquiries()
    inquiry = Inquiry(reasoning.framework("plane").scope, (), SQUARE, None)
    calls: list[Outcome] = []

    def put() -> Outcome:
        calls.append(made)
        return made

    assert inquiries.once(inquiry, put) is inquiries.once(inquiry, put) is made
    assert len(calls) == 1
