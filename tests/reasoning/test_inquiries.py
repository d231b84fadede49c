"""Each question is put to the engine once in a run, and asking again gives the same answer."""

from collections.abc import Iterator

import pytest

from hornbook.check import check
from hornbook.logic import Answer, Literal, Theory, ask
from hornbook.reasoning import asking
from hornbook.reasoning.asking import answer_to
from hornbook.reasoning.inquiries import Inquiries
from hornbook.reasoning.outcomes import outcome, outcome_of
from hornbook.site import build
from tests.reasoning.projects import shapes

RECTANGLE, SQUARE, RHOMBUS = (Literal(atom) for atom in ("rectangle", "square", "rhombus"))


@pytest.fixture
def put(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[tuple[object, ...]]]:
    """Every question that reaches the engine."""
    questions: list[tuple[object, ...]] = []

    def counted(theory: Theory, given: tuple[Literal, ...], goal: Literal, limit: int) -> Answer:
        questions.append((id(theory), given, goal))
        return ask(theory, given, goal, limit)

    monkeypatch.setattr(asking, "ask", counted)
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
    first = answer_to(reasoning, plane, [RECTANGLE, RHOMBUS], SQUARE)
    assert answer_to(reasoning, plane, iter([RHOMBUS, RECTANGLE, RHOMBUS]), SQUARE) is first
    assert outcome(reasoning, plane, [RECTANGLE, RHOMBUS], SQUARE).answer is first
    assert answer_to(reasoning, plane, [], SQUARE) is not first
    assert answer_to(reasoning, plane, [RECTANGLE], RHOMBUS) is not first
    assert answer_to(reasoning, reasoning.framework("workshop"), [RECTANGLE], SQUARE) is not first
    assert len(put) == 4


def test_another_choice_of_what_may_be_missing_is_another_inquiry(put: list[tuple[object, ...]]) -> None:
    reasoning = shapes()
    plane = reasoning.framework("plane")
    one, other = outcome(reasoning, plane, [], SQUARE), outcome(reasoning, plane, [], SQUARE, ())
    assert one.answer is other.answer
    assert one.missing.sets != other.missing.sets == ()
    assert outcome(reasoning, plane, [], SQUARE).missing is one.missing
    assert len(put) == 1


def test_another_run_asks_anew() -> None:
    claim = next(faq for faq in shapes().knowledge.faqs.values()).claims[0]
    one, other = shapes(), shapes()
    assert one != other
    assert outcome_of(one, claim) == outcome_of(other, claim)  # type: ignore[arg-type]  # the first is a plain claim
    assert outcome_of(one, claim) is not outcome_of(other, claim)  # type: ignore[arg-type]  # likewise


def test_an_inquiry_is_put_at_most_once_for_each_kind_of_thing_that_comes_of_it() -> None:
    inquiries, calls = Inquiries(), list[str]()

    def put() -> str:
        calls.append("put")
        return "found"

    assert inquiries.once(str, ("a", 1), put) is inquiries.once(str, ("a", 1), put)
    assert calls == ["put"]
    assert inquiries.once(str, ("a", 2), put) == "found"
    assert inquiries.once(int, ("a", 1), lambda: 3) == 3
    assert calls == ["put"] * 2
