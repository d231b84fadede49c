"""Frameworks that extend others: what is taken over, what is left out, and what cannot be."""

from pathlib import Path

import pytest

from hornbook.edits.renaming import renamed
from hornbook.load import Loaded
from hornbook.logic import Literal, Verdict
from hornbook.model import KnowledgeBase
from hornbook.reasoning.asking import answer_to
from hornbook.reasoning.readings import facts_in
from hornbook.reasoning.scopes import reason_about
from hornbook.reports.explained import explain
from hornbook.reports.values import Report
from hornbook.site import build
from tests.load.project import found, loaded_with

WEATHER = """\
label: Weather
source: almanac
atoms:
  windy: {holds: the wind blows, fails: the air is still}
  calm: {holds: it is calm, fails: it is not calm}
choices:
  - {id: wind, one_of: [windy, calm]}
presupposes: {wet-ground: [not calm]}
implications:
  - {id: rain-wets, if: [rain], then: wet-ground}
  - {id: wind-dries, if: [windy], then: not wet-ground}
"""
HEAD = "label: Climate\nsource: almanac\nextends: weather\n"
FILES = {"weather": "glossary/frameworks/weather.yaml", "climate": "glossary/frameworks/climate.yaml"}


def loaded(folder: Path, climate: str, **others: str) -> Loaded:
    files = {FILES["weather"]: WEATHER, FILES["climate"]: climate}
    return loaded_with(folder, files | {f"glossary/frameworks/{name}.yaml": text for name, text in others.items()})


def knowledge(folder: Path, climate: str, **others: str) -> KnowledgeBase:
    made = loaded(folder, climate, **others)
    assert made.knowledge is not None, made.diagnostics
    return made.knowledge


def test_all_of_the_base_counts_and_its_own_comes_after(tmp_path: Path) -> None:
    own = HEAD + "implications:\n  - {id: wet-rains, if: [wet-ground], then: rain}\n"
    climate = knowledge(tmp_path, own).frameworks["climate"]
    assert [one.id for one in climate.all_implications] == ["rain-wets", "wind-dries", "wet-rains"]
    assert [one.id for one in climate.implications] == ["wet-rains"]
    assert [one.id for one in climate.all_facts] == ["windy", "calm"]
    assert [one.id for one in climate.all_choices] == ["wind"]
    assert [one.atom for one in climate.all_presupposes] == ["wet-ground"]
    assert climate.atoms == {"rain", "wet-ground", "windy", "calm"}


def test_what_is_left_out_does_not_count(tmp_path: Path) -> None:
    climate = knowledge(tmp_path, HEAD + "without: [wind-dries, wind, wet-ground, windy, calm]\n").frameworks["climate"]
    assert [one.id for one in climate.all_implications] == ["rain-wets"]
    assert (climate.all_facts, climate.all_choices, climate.all_presupposes) == ((), (), ())
    assert climate.atoms == {"rain", "wet-ground"}


def test_what_follows_in_the_base_follows_here_unless_it_is_left_out(tmp_path: Path) -> None:
    base = knowledge(tmp_path, HEAD + "without: [rain-wets]\n", storm="label: S\nsource: almanac\nextends: climate\n")
    reasoning = reason_about(base)

    def verdict(framework: str, given: str, goal: str) -> object:
        setting = reasoning.framework(framework)
        return answer_to(reasoning, setting, (Literal(given),), Literal(goal, holds=False)).verdict

    for framework in ("weather", "climate", "storm"):
        assert verdict(framework, "windy", "wet-ground") is Verdict.FOLLOWS
        assert verdict(framework, "windy", "calm") is Verdict.FOLLOWS
    assert verdict("weather", "windy", "rain") is Verdict.FOLLOWS
    assert verdict("climate", "windy", "rain") is Verdict.OPEN
    assert verdict("storm", "windy", "rain") is Verdict.OPEN


def test_each_part_is_at_home_where_it_is_written(tmp_path: Path) -> None:
    storm = "label: Storm\nsource: almanac\nextends: climate\nwithout: [rain-wets]\nimplications:\n"
    storm += "  - {id: rain-wets, if: [rain, windy], then: wet-ground}\n"
    base = knowledge(tmp_path, HEAD, storm=storm)
    whole = base.frameworks["storm"]
    assert whole.home_of("rain-wets").id == "storm"
    assert whole.home_of("wind-dries").id == "weather"
    assert whole.home_of("nothing").id == "storm"
    assert [one.id for one in whole.bases] == ["climate", "weather"]
    assert sum(one.id == "rain-wets" for one in whole.all_implications) == 1


def test_an_example_counts_for_whom_it_names_alone(tmp_path: Path) -> None:
    example = "label: Monday\ntext: It blows.\nsource: almanac\nfacts: {windy: {weather: true}, calm: false}\n"
    made = loaded_with(
        tmp_path,
        {FILES["weather"]: WEATHER, FILES["climate"]: HEAD, "glossary/examples/monday.yaml": example},
    ).knowledge
    assert made is not None
    reasoning, monday = reason_about(made), made.examples["monday"]
    assert set(facts_in(reasoning.framework("weather"), monday)) == {Literal("windy"), Literal("calm", holds=False)}
    assert set(facts_in(reasoning.framework("climate"), monday)) == {Literal("calm", holds=False)}


@pytest.mark.parametrize(
    ("lines", "code", "place"),
    [
        ("implications:\n  - {id: rain-wets, if: [rain], then: windy}\n", "id-taken", "5:10"),
        ("atoms:\n  windy: {holds: it blows, fails: it does not}\n", "id-taken", "5:3"),
        ("presupposes: {wet-ground: [rain]}\n", "id-taken", "4:15"),
        ("lists:\n  - {id: wind, title: Winds, items: [north]}\n", "id-taken", "5:10"),
        ("without: [windy]\n", "extends-without", "4:11"),
        ("without: [wind-dreis]\n", "reference-unknown", "4:11"),
        ("without: [rain]\n", "reference-unknown", "4:11"),
    ],
)
def test_what_cannot_be_is_told_at_its_place(tmp_path: Path, lines: str, code: str, place: str) -> None:
    assert found(loaded(tmp_path, HEAD + lines)) == [(code, f"{FILES['climate']}:{place}")]


def test_an_id_can_be_used_again_once_it_is_left_out(tmp_path: Path) -> None:
    again = "without: [windy]\natoms:\n  windy: {holds: it blows, fails: it does not}\n"
    climate = knowledge(tmp_path, HEAD + again).frameworks["climate"]
    assert [(one.id, one.holds) for one in climate.all_facts] == [("calm", "it is calm"), ("windy", "it blows")]


def test_leaving_out_needs_a_base(tmp_path: Path) -> None:
    made = loaded(tmp_path, "label: Climate\nsource: almanac\nwithout: [rain-wets]\n")
    assert ("field-together", f"{FILES['climate']}:3:1") in found(made)


def test_an_unknown_base_is_one_mistake(tmp_path: Path) -> None:
    made = loaded(tmp_path, HEAD.replace("weather", "waether") + "without: [rain-wets]\n")
    assert found(made) == [("reference-unknown", f"{FILES['climate']}:3:10")]
    assert made.diagnostics[0].hint == "did you mean `weather`?"


def test_a_circle_is_told_once_with_every_framework_in_it(tmp_path: Path) -> None:
    made = loaded(
        tmp_path,
        HEAD.replace("weather", "storm"),
        storm="label: S\nsource: almanac\nextends: wind\n",
        wind="label: W\nsource: almanac\nextends: climate\n",
        breeze="label: B\nsource: almanac\nextends: wind\n",
    )
    assert found(made) == [("extends-circle", f"{FILES['climate']}:3:10")]
    message = "`climate` extends `storm`, which extends `wind`, which extends `climate`"
    assert made.diagnostics[0].message == message
    assert made.readable is not None


def test_renaming_a_part_reaches_whatever_leaves_it_out(tmp_path: Path) -> None:
    made = loaded(tmp_path, HEAD + "without: [wind-dries, windy, wind]\n")
    changes = renamed(made, "weather/wind-dries", "wind-drains")
    assert any(edit.place.path == FILES["climate"] and edit.text == "wind-drains" for edit in changes.edits)  # type: ignore[union-attr]


def test_pages_say_what_is_taken_over_and_from_where(tmp_path: Path) -> None:
    own = HEAD + "without: [wind-dries]\nimplications:\n  - {id: wet-rains, if: [wet-ground], then: rain}\n"
    reasoning = reason_about(knowledge(tmp_path, own))
    files = build(reasoning, {})
    page = files["docs/frameworks/climate/index.md"].decode()
    assert 'It extends <a href="../weather/">Weather</a>, without ' in page
    assert '<a href="../weather/#rain-wets">Weather</a>' in page
    assert 'id="rain-wets"' not in page
    assert 'id="wet-rains"' in page
    assert 'Extended by <a href="../climate/">Climate</a>' in files["docs/frameworks/weather/index.md"].decode()
    told = explain(reasoning, "framework climate")
    assert isinstance(told, Report)
    assert "It extends Weather [weather], without wind-dries." in told.text
    assert told.data["extends"] == "weather"
