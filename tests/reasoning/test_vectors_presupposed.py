"""Presuppositions on the theories that both engines share: how they stand to what is given, read off truth tables."""

from collections.abc import Mapping
from types import SimpleNamespace
from typing import cast

import pytest

from hornbook.logic import Checker, Verdict
from hornbook.model import Scope
from hornbook.reasoning.inquiries import Inquiries
from hornbook.reasoning.presuppositions import Standing, presupposed
from hornbook.reasoning.scopes import Reasoning, Setting
from tests.vectors.reading import Asked, all_asked


@pytest.fixture(params=all_asked(), ids=lambda asked: asked.name)
def asked(request: pytest.FixtureRequest) -> Asked:
    found: Asked = request.param
    return found


def setting_of(asked: Asked) -> Setting:
    """As much of a setting as its presuppositions need."""
    presupposes = [SimpleNamespace(atom=atom, under=under) for atom, under in asked.presupposes.items()]
    made = SimpleNamespace(
        scope=Scope(asked.name),
        framework=SimpleNamespace(all_presupposes=presupposes),
        theory=asked.theory,
        checker=Checker(asked.theory.clauses),
        limit=1_000_000,
    )
    return cast("Setting", made)


def no_reasoning() -> Reasoning:
    """As much of what reasons as asking about presuppositions needs."""
    return cast("Reasoning", SimpleNamespace(inquiries=Inquiries()))


def test_the_standing_is_that_of_the_truth_tables(asked: Asked) -> None:
    reasoning, setting = no_reasoning(), setting_of(asked)
    for question in asked.questions:
        found, expected = presupposed(reasoning, setting, question.given, question.goal), question.presupposed
        if expected is None:
            assert (found.literals, found.standing) == ((), Standing.GRANTED), question
            continue
        assert (list(found.literals), found.standing) == (expected.literals, expected.standing), question
        assert (found.failing, list(found.atoms)) == (expected.failing, expected.atoms), question
        assert (found.proof is not None) is (expected.standing in {"does-not-apply", "not-together"}), question
        assert (None if found.answer is None else found.answer.verdict) is expected.verdict, question
        if found.answer is not None and expected.verdict is Verdict.OPEN:
            shown = (found.answer.model_without, found.answer.model_with)
            assert list(map(held, shown)) == list(expected.models or ()), question


def held(model: Mapping[str, bool] | None) -> frozenset[str]:
    assert model is not None
    return frozenset(atom for atom, holds in model.items() if holds)


def test_every_standing_comes_up() -> None:
    questions = [question for asked in all_asked() for question in asked.questions]
    assert {one.presupposed.standing for one in questions if one.presupposed} == {*Standing}
    assert {one.presupposed.verdict for one in questions if one.presupposed} >= {*Verdict} - {Verdict.CONTRADICTORY}
