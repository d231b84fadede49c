"""Facts of examples: for whom they count, whether they can hold together, and what is said of them only once."""

from dataclasses import replace
from pathlib import Path

from hornbook.check.facts import check_facts
from hornbook.check.presuppositions import check_presuppositions
from hornbook.model import Scope
from hornbook.reasoning.scopes import Reasoning
from tests.reasoning.projects import FRAMEWORK, example, with_files

WEATHER = """\
label: Weather
source: almanac
atoms:
  mud: {holds: there is mud, fails: there is no mud}
  frost: {holds: there is frost, fails: there is no frost}
presupposes: {mud: [not frost, wet-ground]}
implications:
  - {id: rain-wets, if: [rain], then: wet-ground}
  - {id: frost-or-mud, if: [wet-ground, not frost, not rain], then: mud}
"""
OTHER = "label: Other\nsource: almanac\nimplications: [{id: a, if: [rain], then: wet-ground}]\n"


def told(folder: Path, facts: str, *more: str, framework: str = WEATHER) -> list[str]:
    files = {FRAMEWORK: framework, "glossary/examples/monday.yaml": example("Monday", f"facts: {facts}", *more)}
    files["glossary/frameworks/other.yaml"] = OTHER
    return [f"{one.code} {one.place.line}" for one in check_facts(with_files(folder / "project", files))]


def test_a_fact_for_one_framework_that_knows_it_is_fine(tmp_path: Path) -> None:
    assert told(tmp_path, "{rain: {weather: true}}") == []
    assert told(tmp_path / "other", "{mud: {other: true}}") == ["fact-framework 3"]


def test_what_a_word_presupposes_may_be_open_or_granted(tmp_path: Path) -> None:
    assert told(tmp_path / "open", "{mud: true}") == []
    assert told(tmp_path / "granted", "{mud: false, rain: true, frost: false}") == []
    assert told(tmp_path / "first", "{mud: false, frost: true}") == ["fact-inapplicable 3"]
    assert told(tmp_path / "second", "{mud: false, wet-ground: false}") == ["fact-inapplicable 3"]


def test_what_is_separated_by_the_facts_is_fine(tmp_path: Path) -> None:
    assert told(tmp_path, "{wet-ground: true, rain: false}", "separates: [wet-ground => rain]") == []
    assert told(tmp_path / "other", "{rain: true}", "separates: [rain => mud in other]") == ["example-separates 4"]


def test_in_a_framework_that_is_contradictory_itself_no_fact_is_blamed(tmp_path: Path) -> None:
    never = "  - {id: never-wet, if: [wet-ground], then: impossible}\n"
    contradictory = WEATHER + never + "  - {id: always, if: [not wet-ground], then: rain}\n"
    assert told(tmp_path, "{rain: true}", framework=contradictory) == []


def test_facts_about_which_nothing_can_be_settled_are_told_as_such_and_left_alone(tmp_path: Path) -> None:
    files = {
        FRAMEWORK: WEATHER,
        "glossary/examples/monday.yaml": example("Monday", "facts: {wet-ground: true, rain: false}"),
    }
    reasoning = with_files(tmp_path / "project", files)
    scope = Scope("weather")
    hasty = Reasoning(reasoning.knowledge, {**reasoning.settings, scope: replace(reasoning.settings[scope], limit=-1)})
    assert [one.code for one in check_facts(hasty)] == ["question-unsettled"]


def test_presuppositions_that_meet_again_are_no_circle(tmp_path: Path) -> None:
    meeting = WEATHER.replace("presupposes: {", "presupposes: {frost: [wet-ground], rain: [mud, frost], ")
    reasoning = with_files(tmp_path / "project", {FRAMEWORK: meeting})
    assert "presupposition-circle" not in {one.code for one in check_presuppositions(reasoning)}
