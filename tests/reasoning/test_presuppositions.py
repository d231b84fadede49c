"""Presuppositions: how those of a question stand to what is given, read off truth tables; and what is shown then."""

from itertools import combinations, product
from pathlib import Path

import pytest

from hornbook.logic import UNSETTLED, Literal, Theory, Verdict
from hornbook.reasoning.outcomes import outcome
from hornbook.reasoning.presuppositions import (
    Standing,
    applying_given,
    applying_in,
    presupposed,
    presupposed_by,
    presupposed_in_words,
)
from hornbook.reasoning.scopes import Reasoning, Setting
from hornbook.reasoning.sentences import plain
from tests.reasoning.projects import FRAMEWORK, with_files

WEATHER = """\
label: Weather
source: almanac
atoms:
  mud: {holds: there is mud, fails: there is no mud}
  deep: {holds: the mud is deep, fails: the mud is shallow}
  frost: {holds: there is frost, fails: there is no frost}
  slide: {holds: one can slide, fails: one cannot slide}
presupposes:
  mud: [wet-ground]
  deep: [mud, not frost]
  slide: [frost, wet-ground]
implications:
  - {id: rain-wets, if: [rain], then: wet-ground}
  - {id: frost-dries, if: [frost, not rain], then: not wet-ground}
  - {id: deep-mud, if: [deep, rain], then: mud}
"""


@pytest.fixture(scope="module")
def reasoning(tmp_path_factory: pytest.TempPathFactory) -> Reasoning:
    folder: Path = tmp_path_factory.mktemp("weather")
    return with_files(folder / "project", {FRAMEWORK: WEATHER})


@pytest.fixture(scope="module")
def weather(reasoning: Reasoning) -> Setting:
    return reasoning.framework("weather")


def models(theory: Theory) -> list[dict[str, bool]]:
    """Every assignment in which each clause is true."""
    atoms = sorted(theory.atoms)
    rows = (dict(zip(atoms, values, strict=True)) for values in product((False, True), repeat=len(atoms)))
    return [
        row
        for row in rows
        if all(any(row[one.atom] is one.holds for one in clause.literals()) for clause in theory.clauses)
    ]


def holding(rows: list[dict[str, bool]], *literals: Literal) -> list[dict[str, bool]]:
    return [row for row in rows if all(row[one.atom] is one.holds for one in literals)]


def test_what_an_atom_presupposes_is_closed_under_presupposition(weather: Setting) -> None:
    assert list(map(str, presupposed_by(weather, ["deep"]))) == ["not frost", "mud", "wet-ground"]
    assert presupposed_by(weather, ["rain", "frost"]) == ()


def test_the_standing_is_that_of_the_definition_for_every_small_question(
    reasoning: Reasoning, weather: Setting
) -> None:
    rows = models(weather.theory)
    literals = [Literal(atom, holds) for atom in sorted(weather.theory.atoms) for holds in (False, True)]
    seen = set()
    for given in [(), *((one,) for one in literals), *combinations(literals, 2)]:
        for goal in literals:
            found = presupposed(reasoning, weather, given, goal)
            wanted = presupposed_by(weather, [goal.atom, *(one.atom for one in given)])
            granted = holding(rows, *given)
            if not granted or all(holding([row], *wanted) for row in granted):
                expected = Standing.GRANTED
            elif any(not holding(granted, one) for one in wanted):
                expected = Standing.DOES_NOT_APPLY
            elif not holding(granted, *wanted):
                expected = Standing.NOT_TOGETHER
            else:
                expected = Standing.UNSETTLED
            assert (found.standing, found.literals) == (expected, wanted)
            seen.add(found.standing)
            if found.answer is not None:
                values = {row[goal.atom] is goal.holds for row in holding(granted, *wanted)}
                expected_verdict = Verdict.FOLLOWS if values == {True} else Verdict.REFUTED
                assert found.answer.verdict is (Verdict.OPEN if len(values) > 1 else expected_verdict)
    assert seen == {*Standing}


def test_situations_are_taken_where_the_words_apply_and_are_none_where_they_cannot(
    reasoning: Reasoning, weather: Setting
) -> None:
    literals = [Literal(atom, holds) for atom in sorted(weather.theory.atoms) for holds in (False, True)]
    for given in [(), *((one,) for one in literals)]:
        for goal in literals:
            found = outcome(reasoning, weather, given, goal)
            if found.answer.verdict is not Verdict.OPEN:
                assert found.situations is None
                continue
            if found.presupposed.standing in (Standing.DOES_NOT_APPLY, Standing.NOT_TOGETHER):
                assert found.situations is None
                continue
            assert found.situations is not None
            shown = [found.situations.model_with, found.situations.model_without]
            there = [model for model in shown if model is not None]
            settled = found.presupposed.answer
            if settled is not None and settled.verdict is not Verdict.OPEN:
                (other,) = there
                assert (other[goal.atom] is goal.holds) is (settled.verdict is Verdict.REFUTED)
            else:
                assert [model[goal.atom] is goal.holds for model in there] == [True, False]
                assert all(model[one.atom] is one.holds for model in there for one in found.presupposed.literals)


def test_in_a_situation_an_atom_applies_exactly_where_all_it_presupposes_holds(weather: Setting) -> None:
    for row in models(weather.theory):
        expected = {atom for atom in ("mud", "deep", "slide") if not holding([row], *presupposed_by(weather, [atom]))}
        assert applying_in(weather, row).not_applying == expected


def test_where_little_is_known_an_atom_may_apply_or_not(reasoning: Reasoning, weather: Setting) -> None:
    rain, dry, frost = Literal("rain"), Literal("wet-ground", holds=False), Literal("frost")
    assert applying_given(reasoning, weather, [rain]).not_applying == set()
    assert applying_given(reasoning, weather, [rain]).unsure == {"deep", "slide"}
    assert applying_given(reasoning, weather, [dry]).not_applying == {"mud", "deep", "slide"}
    assert applying_given(reasoning, weather, [frost]).not_applying == {"deep"}
    assert applying_given(reasoning, weather, [frost]).unsure == {"mud", "slide"}


@pytest.mark.parametrize(
    ("given", "goal", "words"),
    [
        (("wet-ground",), "mud", ""),
        ((), "mud", "Shown where the words apply: Wet ground holds."),
        (("not rain", "frost"), "mud", "The word does not apply here: "),
        (("not rain",), "not frost", ""),
        (("not rain",), "slide", "The words cannot apply together here: "),
        (("not rain", "mud"), "not frost", "Where the words apply, it follows: they apply only if "),
    ],
)
def test_what_is_said_of_it(
    reasoning: Reasoning, weather: Setting, given: tuple[str, ...], goal: str, words: str
) -> None:
    def literal(text: str) -> Literal:
        return Literal(text.removeprefix("not "), not text.startswith("not "))

    found = outcome(reasoning, weather, tuple(map(literal, given)), literal(goal))
    said = plain(presupposed_in_words(weather, found.answer, found.presupposed))
    assert said.startswith(words)
    assert bool(said) is bool(words)


COAST = "label: Coast\nsource: almanac\nextends: weather\n"


@pytest.mark.parametrize(
    ("more", "atom", "expected"),
    [
        ("", "deep", ["not frost", "mud", "wet-ground"]),
        ("", "slide", ["frost", "wet-ground"]),
        ("without: [slide]\n", "slide", []),
        ("presupposes: {frost: [rain]}\n", "slide", ["frost", "rain", "wet-ground"]),
    ],
)
def test_what_an_extended_framework_presupposes_is_taken_over(
    more: str, atom: str, expected: list[str], tmp_path: Path
) -> None:
    files = {FRAMEWORK: WEATHER, "glossary/frameworks/coast.yaml": COAST + more}
    coast = with_files(tmp_path / "project", files).framework("coast")
    assert list(map(str, presupposed_by(coast, [atom]))) == expected


def test_a_circle_is_closed_without_end(tmp_path: Path) -> None:
    circle = WEATHER.replace("  mud: [wet-ground]", "  mud: [deep]")
    setting = with_files(tmp_path / "project", {FRAMEWORK: circle}).framework("weather")
    assert {one.atom for one in presupposed_by(setting, ["mud"])} == {"deep", "mud", "frost"}


def test_a_view_leaves_out_what_it_does_not_know(tmp_path: Path) -> None:
    view = "title: Frost\nframework: weather\ngoal: wet-ground\nshow: [frost-dries]\n"
    setting = with_files(tmp_path / "project", {FRAMEWORK: WEATHER, "diagrams/frosty.yaml": view})
    (frosty,) = (one for scope, one in setting.settings.items() if scope.view == "frosty")
    assert [str(one) for one in presupposed_by(frosty, ["deep"])] == ["not frost", "wet-ground"]


def test_unsettled_is_no_verdict_that_could_be_stated() -> None:
    assert UNSETTLED.value not in {verdict.value for verdict in Verdict}
