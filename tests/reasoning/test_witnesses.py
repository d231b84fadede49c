"""Witnesses: an example that has all that is given, and not the goal, shows that it does not follow."""

from itertools import combinations
from pathlib import Path

import pytest

from hornbook.logic import Literal, Verdict
from hornbook.reasoning.outcomes import outcome
from hornbook.reasoning.readings import facts_in
from hornbook.reasoning.scopes import Reasoning, Setting
from hornbook.reasoning.witnesses import witnesses
from tests.reasoning.projects import FRAMEWORK, example, with_files
from tests.reasoning.test_presuppositions import holding, models

WEATHER = """\
label: Weather
source: almanac
atoms:
  clouds: {holds: there are clouds, fails: the sky is clear}
  strict: {holds: damp counts, fails: damp does not count}
  lax: {holds: only puddles count, fails: not only puddles count}
  damp: {holds: it is damp, fails: it is dry}
choices:
  - {id: counting, one_of: [strict, lax]}
implications:
  - {id: rain-wets, if: [rain], then: wet-ground}
  - {id: rain-comes-from-clouds, if: [rain], then: clouds}
  - {id: damp-counts, if: [damp], assuming: [strict], then: wet-ground}
  - {id: damp-does-not, if: [damp, not rain], assuming: [lax], then: not wet-ground}
"""
DAYS = {
    "glossary/examples/dull.yaml": example("Dull", "facts: {clouds: true, rain: false}"),
    "glossary/examples/misty.yaml": example("Misty", "facts: {clouds: true, rain: false, damp: true}"),
    "glossary/examples/drizzly.yaml": example("Drizzly", "facts: {damp: true}"),
    "glossary/examples/wet.yaml": example("Wet", "facts: {rain: true}"),
    "diagrams/cloudy.yaml": "title: Clouds\nframework: weather\ngoal: clouds\nshow: [rain-comes-from-clouds]\n",
}


@pytest.fixture(scope="module")
def reasoning(tmp_path_factory: pytest.TempPathFactory) -> Reasoning:
    folder: Path = tmp_path_factory.mktemp("weather")
    return with_files(folder / "project", {FRAMEWORK: WEATHER, **DAYS})


def questions(setting: Setting) -> list[tuple[tuple[Literal, ...], Literal]]:
    literals = [Literal(atom, holds) for atom in sorted(setting.theory.atoms) for holds in (False, True)]
    return [
        (given, goal) for given in [(), *((one,) for one in literals), *combinations(literals, 2)] for goal in literals
    ]


def test_an_example_is_a_witness_exactly_where_all_its_situations_refute_the_claim(reasoning: Reasoning) -> None:
    weather = reasoning.framework("weather")
    rows = models(weather.theory)
    choices = {"strict", "lax"}
    seen = 0
    for given, goal in questions(weather):
        supposed = [one for one in given if one.atom in choices]
        rest = [one for one in given if one.atom not in choices]
        expected = []
        for one in reasoning.knowledge.examples.values():
            there = holding(rows, *facts_in(weather, one), *supposed)
            if there and holding(there, *rest, goal.negated()) == there:
                expected.append((len({*facts_in(weather, one), *supposed}), one.id))
        if expected and outcome(reasoning, weather, given, goal).answer.verdict is Verdict.OPEN:
            seen += 1
        if outcome(reasoning, weather, given, goal).answer.verdict is Verdict.OPEN:
            assert [name for _, name in sorted(expected)] == list(witnesses(reasoning, weather, given, goal))
            assert outcome(reasoning, weather, given, goal).witnesses == witnesses(reasoning, weather, given, goal)
        else:
            assert outcome(reasoning, weather, given, goal).witnesses == ()
    assert seen > 20


def test_fewest_facts_come_first_and_all_are_listed(reasoning: Reasoning) -> None:
    weather = reasoning.framework("weather")
    assert witnesses(reasoning, weather, (Literal("clouds"),), Literal("rain")) == ("dull", "misty")


def test_the_value_of_a_choice_is_supposed_of_the_example(reasoning: Reasoning) -> None:
    weather = reasoning.framework("weather")
    given = (Literal("damp"), Literal("lax"))
    assert witnesses(reasoning, weather, given, Literal("wet-ground")) == ("misty",)
    assert witnesses(reasoning, weather, (Literal("damp"),), Literal("wet-ground")) == ()


def test_a_view_is_refuted_by_the_whole_framework(reasoning: Reasoning) -> None:
    (view,) = (setting for scope, setting in reasoning.settings.items() if scope.view == "cloudy")
    assert witnesses(reasoning, view, (), Literal("rain")) == ("dull", "misty")


def test_facts_that_contradict_what_is_supposed_are_no_witness(reasoning: Reasoning) -> None:
    weather = reasoning.framework("weather")
    both = (Literal("strict"), Literal("lax"))
    assert witnesses(reasoning, weather, both, Literal("rain")) == ()
