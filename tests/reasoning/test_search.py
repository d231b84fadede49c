"""Search by formula, against every assignment: agrees, may agree, cannot agree."""

from collections.abc import Sequence
from itertools import combinations
from pathlib import Path

import pytest

from hornbook.logic import Literal, Verdict, verify_contradiction
from hornbook.reasoning.presuppositions import applying_given
from hornbook.reasoning.readings import facts_in
from hornbook.reasoning.scopes import Reasoning, Setting
from hornbook.reasoning.search import Match, Search, examples_known, search
from tests.reasoning.projects import FRAMEWORK, example, with_files
from tests.reasoning.test_presuppositions import holding, models

WEATHER = """\
label: Weather
source: almanac
atoms:
  clouds: {holds: there are clouds, fails: the sky is clear}
  sun: {holds: the sun shines, fails: the sun does not shine}
implications:
  - {id: rain-wets, if: [rain], then: wet-ground}
  - {id: no-rain-from-clear-sky, if: [rain], then: clouds}
  - {id: clouds-hide-the-sun, if: [clouds, sun], then: impossible}
"""
DAYS = {
    "glossary/examples/clear.yaml": example("Clear", "facts: {clouds: false}"),
    "glossary/examples/dull.yaml": example("Dull", "facts: {clouds: true}"),
    "glossary/examples/unknown.yaml": example("Unknown"),
    "glossary/examples/wet.yaml": example("Wet", "facts: {rain: true}"),
}


@pytest.fixture(scope="module")
def reasoning(tmp_path_factory: pytest.TempPathFactory) -> Reasoning:
    folder: Path = tmp_path_factory.mktemp("weather")
    return with_files(folder / "project", {FRAMEWORK: WEATHER, **DAYS})


@pytest.fixture(scope="module")
def weather(reasoning: Reasoning) -> Setting:
    return reasoning.framework("weather")


def formulas(setting: Setting) -> list[tuple[Literal, ...]]:
    literals = [Literal(atom, holds) for atom in sorted(setting.theory.atoms) for holds in (False, True)]
    return [(), *((one,) for one in literals), *combinations(literals, 2)]


def by_example(searched: Search) -> dict[str, Match]:
    return {one.example: one.match for one in searched.found}


def test_each_example_is_told_as_the_truth_table_says(reasoning: Reasoning, weather: Setting) -> None:
    rows = models(weather.theory)
    seen = set()
    for wanted in formulas(weather):
        searched = search(reasoning, weather, wanted)
        assert (searched.excluded is not None) is (not holding(rows, *wanted))
        expected = {}
        for one in reasoning.knowledge.examples.values() if searched.excluded is None else ():
            there = holding(rows, *facts_in(weather, one))
            if facts_in(weather, one):
                having = holding(there, *wanted)
                expected[one.id] = Match.CANNOT if not having else Match.ALL if having == there else Match.MAY
        assert by_example(searched) == expected
        seen |= {*expected.values()}
    assert seen == {Match.ALL, Match.MAY, Match.CANNOT}


def test_proofs_bear_out_what_is_said(reasoning: Reasoning, weather: Setting) -> None:
    clauses = weather.theory.clauses
    for wanted in formulas(weather):
        searched = search(reasoning, weather, wanted)
        if searched.excluded is not None:
            assert searched.excluded.proof is not None
            assert verify_contradiction(clauses, wanted, searched.excluded.proof) is None
        for one in searched.found:
            facts = facts_in(weather, reasoning.knowledge.examples[one.example])
            if one.match is Match.CANNOT:
                (proof,) = one.proofs
                assert verify_contradiction(clauses, (*facts, *wanted), proof) is None
            else:
                proved = [proof.steps[-1].literal for proof in one.proofs]
                assert proved == (list(wanted) if one.match is Match.ALL else [])


def test_those_that_have_it_come_first(reasoning: Reasoning, weather: Setting) -> None:
    found = search(reasoning, weather, (Literal("clouds"),)).found
    assert [(one.example, one.match.value) for one in found] == [
        ("dull", "all"),
        ("wet", "all"),
        ("clear", "cannot"),
    ]
    assert [one.example for one in search(reasoning, weather, (Literal("rain"),)).found] == ["wet", "dull", "clear"]


def test_what_excludes_itself_is_said_once(reasoning: Reasoning, weather: Setting) -> None:
    searched = search(reasoning, weather, (Literal("rain"), Literal("sun")))
    assert searched.found == ()
    assert searched.excluded is not None
    assert searched.excluded.verdict is Verdict.CONTRADICTORY


def test_what_is_known_of_an_example_is_its_facts_and_what_they_give(reasoning: Reasoning, weather: Setting) -> None:
    rows = models(weather.theory)
    known = examples_known(reasoning, weather)
    assert [one.example for one in known] == ["clear", "dull", "wet"]

    def everywhere(rows: Sequence[dict[str, bool]]) -> dict[str, bool]:
        return {atom: rows[0][atom] for atom in rows[0] if all(row[atom] is rows[0][atom] for row in rows)}

    for one in known:
        facts = facts_in(weather, reasoning.knowledge.examples[one.example])
        assert one.facts == facts
        assert one.holds == everywhere(holding(rows, *facts))
        assert one.applying == applying_given(reasoning, weather, facts)
