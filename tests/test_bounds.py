"""What asks for too much work ends with a message, or with lists that say that they may not be whole.

The limits are counted, so that all of it is the same on every machine; `benchmarks/bounds.py` says how long it takes.
"""

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import pytest

from hornbook.logic import Literal
from hornbook.production import Result, examine
from hornbook.reasoning import scopes
from hornbook.reasoning.outcomes import if_it_fails, sufficient_sets
from hornbook.reports.explained import explain
from hornbook.site import build
from tests.hard import HARD, conditions, framework
from tests.load.project import loaded_with

CODES = {
    "no room": ["framework-unsettled"],
    "no room where it is on": ["claim-unsettled"] * 2,
    "many questions": ["claim-unsettled"] * 85 + ["claim-verdict"] * 15,  # of which two are put into one hole
    "two views": ["claim-unsettled"],
    "dense view": [],
    "conditions": [],
    "conditions of one goal": [],
    "choices": [],
    "headings": ["file-too-large"] * 2,
}
"""The errors of each, sorted."""


@pytest.fixture(autouse=True)
def few_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scopes, "QUESTION_STEPS", 20_000)
    monkeypatch.setattr(scopes, "SCOPE_STEPS", 20_000)
    monkeypatch.setattr(scopes, "LIST_STEPS", 20_000)
    monkeypatch.setattr(scopes, "LEAST_STEPS", 0)


def examined(folder: Path, name: str) -> Result:
    loaded_with(folder, HARD[name]())
    return examine(folder / "project")


@pytest.mark.parametrize("name", CODES)
def test_each_ends_with_its_message(name: str, tmp_path: Path) -> None:
    found: Sequence[str] = [one.code for one in examined(tmp_path, name).diagnostics if one.severity == "error"]
    assert sorted(found) == CODES[name]


def test_lists_that_may_not_be_whole_say_so(tmp_path: Path) -> None:
    loaded_with(tmp_path, conditions(80))
    reasoning = examine(tmp_path / "project").reasoning
    assert reasoning is not None
    weather = reasoning.framework("weather")
    assert not if_it_fails(reasoning, weather, "t080").complete
    assert not sufficient_sets(reasoning, weather, Literal("t080")).complete
    pages = build(reasoning, {})
    page = pages["docs/terms/t080/index.md"].decode()
    assert "More may follow; it is not settled within the limit of steps." in page
    assert "there may be more." in page
    report = explain(reasoning, "t080")
    assert "More may follow if it fails" in getattr(report, "text", "")
    whole = pages["docs/terms/rain/index.md"].decode()
    assert "More may follow" not in whole


def test_what_no_clause_links_with_a_term_is_not_asked_about(tmp_path: Path) -> None:
    loaded_with(tmp_path, conditions(40))
    reasoning = examine(tmp_path / "project").reasoning
    assert reasoning is not None
    found = if_it_fails(reasoning, reasoning.framework("weather"), "t001")
    assert found.complete
    assert [condition for condition, _ in found.conditional] == [Literal("c000")]


def test_an_explorer_without_a_diagram_draws_what_lies_around_the_goal_of_many_implications(tmp_path: Path) -> None:
    facts = [f"f{number:03}" for number in range(100)]
    steps = [f"id: to-{after}, if: [{before}], then: {after}" for before, after in pairwise(facts)]
    text = framework(facts, steps).replace("id: rain-wets", "id: rain-soaks")
    loaded_with(tmp_path, {"glossary/frameworks/many.yaml": text})
    reasoning = examine(tmp_path / "project").reasoning
    assert reasoning is not None
    page = build(reasoning, {})["docs/explore/many/index.md"].decode()
    assert "12 of 100 implications, around what is asked at first" in page
    assert page.count("<svg") < 20
