"""What takes more steps than a question may is said to be unsettled, and nothing is claimed of it."""

import json
import re
from functools import partial
from pathlib import Path

import pytest
from click.testing import CliRunner

from hornbook.check import check, frameworks
from hornbook.cli import hornbook
from hornbook.diagnostics import Diagnostic
from hornbook.logic import UNSETTLED, Literal, redundant
from hornbook.reasoning import scopes
from hornbook.reasoning.outcomes import outcome
from hornbook.reasoning.scopes import reason_about
from tests.hard import FRAMEWORK, Files, no_room_where_it_is_on, pigeons, two_views
from tests.hard import framework as framework_text
from tests.load.project import loaded_with


def found(folder: Path, files: Files) -> tuple[Diagnostic, ...]:
    knowledge = loaded_with(folder, files).knowledge
    assert knowledge is not None
    return tuple(one for one in check(reason_about(knowledge)) if one.code not in {"term-unused", "id-unlisted"})


@pytest.fixture(autouse=True)
def few_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scopes, "QUESTION_STEPS", 20_000)
    monkeypatch.setattr(frameworks, "redundant", partial(redundant, limit=20_000))


def test_a_claim_that_takes_too_long_is_an_error_whatever_it_states(tmp_path: Path) -> None:
    told = [one for one in found(tmp_path, no_room_where_it_is_on()) if one.severity == "error"]
    assert [(one.code, one.place.line) for one in told] == [("claim-unsettled", 5)] * 2
    assert "20,000 steps" in told[0].message


def test_a_framework_that_takes_too_long_is_an_error_and_nothing_is_asked_in_it(tmp_path: Path) -> None:
    (one,) = found(tmp_path, {FRAMEWORK: framework_text(*pigeons(9, 8))})
    assert (one.code, one.place.path) == ("framework-unsettled", FRAMEWORK)


def test_views_that_take_too_long_to_compare_are_an_error(tmp_path: Path) -> None:
    (one,) = found(tmp_path, two_views())
    assert (one.code, one.place.path) == ("claim-unsettled", "diagrams/left.yaml")


def test_all_questions_to_a_scope_share_its_steps_equally(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    knowledge = loaded_with(tmp_path, no_room_where_it_is_on()).knowledge
    assert knowledge is not None
    monkeypatch.setattr(scopes, "SCOPE_STEPS", 3000)
    monkeypatch.setattr(scopes, "LEAST_STEPS", 0)
    limits = {str(scope): setting.limit for scope, setting in reason_about(knowledge).settings.items()}
    assert limits == {"weather": 3000 // 4, "wetness": 3000}, "four claims are put to every framework, none to the view"


def test_what_is_unsettled_lacks_nothing(tmp_path: Path) -> None:
    knowledge = loaded_with(tmp_path, no_room_where_it_is_on()).knowledge
    assert knowledge is not None
    reasoning = reason_about(knowledge)
    told = outcome(reasoning, reasoning.framework("weather"), [], Literal("switch"))
    assert told.answer.verdict is UNSETTLED
    assert told.missing.sets == ()


def test_asking_what_takes_too_long_is_answered_so(tmp_path: Path) -> None:
    files = dict(no_room_where_it_is_on())
    loaded_with(tmp_path, {FRAMEWORK: files[FRAMEWORK]})
    arguments = ["--root", str(tmp_path / "project"), "ask", "=> not switch"]
    text = CliRunner().invoke(hornbook, arguments)
    assert text.exit_code == 0
    assert text.output.startswith("Not settled: ")
    data = CliRunner().invoke(hornbook, [*arguments, "--format", "json"])
    assert data.exit_code == 0
    assert json.loads(data.output)["verdict"] == "unsettled"


def test_nobody_can_state_that_a_claim_is_unsettled(tmp_path: Path) -> None:
    faq = "question: Does it?\nframework: weather\nshort: S.\nanswer: A.\nclaims: ['rain => wet-ground : unsettled']\n"
    loaded = loaded_with(tmp_path, {"glossary/faq/does-rain-wet.yaml": faq + "source: almanac\n"})
    assert loaded.knowledge is None
    assert [one.code for one in loaded.diagnostics] == ["claim-notation"]


def test_a_claim_that_views_are_equivalent_is_as_hard_as_the_comparison(tmp_path: Path) -> None:
    files = dict(two_views())
    left = next(path for path in files if path.endswith("left.yaml"))
    files[left] = re.sub(r"equivalent_to: .*\n", "", files[left])
    files["glossary/faq/same.yaml"] = (
        "question: Are they the same?\nshort: Nobody knows.\nanswer: Nobody knows.\n"
        "claims: [{equivalent: [left, right]}]\nsource: almanac\n"
    )
    codes = [one.code for one in found(tmp_path, files)]
    assert codes == ["claim-unsettled"]


def test_a_claim_cannot_list_what_is_missing_where_not_all_was_found(tmp_path: Path) -> None:
    ways = [f"way-{number}" for number in range(14)]
    atoms = "".join(f"  {one}: {{holds: {one} is open, fails: {one} is closed}}\n" for one in ways)
    implications = "".join(
        f"  - {{id: either-{number}-{one}, if: [{ways[2 * number + one]}], then: gate-{number}}}\n"
        for number in range(7)
        for one in range(2)
    )
    gates = ", ".join(f"gate-{number}" for number in range(7))
    atoms += "".join(f"  gate-{number}: {{holds: gate is open, fails: gate is closed}}\n" for number in range(7))
    text = (
        f"label: Weather\nsource: almanac\natoms:\n{atoms}implications:\n{implications}"
        f"  - {{id: all-gates, if: [{gates}], then: wet-ground}}\n  - {{id: rain-wets, if: [rain], then: wet-ground}}\n"
    )
    among = ", ".join(ways)
    faq = (
        "question: Does rain wet the ground?\nshort: Yes.\nanswer: Yes.\nclaims:\n"
        f"  - {{then: wet-ground, verdict: open, missing: [[{ways[0]}]], among: [{among}]}}\nsource: almanac\n"
    )
    (told,) = (
        one
        for one in found(tmp_path, {FRAMEWORK: text, "glossary/faq/does-rain-wet.yaml": faq})
        if one.code == "claim-missing"
    )
    assert "only 64 sets were found" in told.message


JAM = "glossary/frameworks/jam.yaml"


def jam(more: str = "") -> Files:
    """A second framework, in which nine pigeons have to go into eight holes where it rains."""
    atoms, lines = pigeons(9, 8, "rain")
    text = framework_text([atom for atom in atoms if atom != "rain"], lines, more)
    return {JAM: text.replace("id: rain-wets", "id: rain-soaks")}


def notes(folder: Path, files: Files) -> list[tuple[str, str]]:
    """Where each finding of what is unsettled stands, and its code; not those of redundancy, which is hard here too."""
    told = [one for one in found(folder, files) if "unsettled" in one.code and "redundant" not in one.message]
    return [(one.place.path, str(one.code)) for one in told]


ASKED = "question: Does it?\nshort: S.\nanswer: A.\nsource: almanac\n"
IN_JAM = (JAM, "question-unsettled")
"""What the question of the base comes to there."""


def test_what_pages_compare_and_a_framework_cannot_settle_is_one_note_there(tmp_path: Path) -> None:
    faqs = {f"glossary/faq/{name}.yaml": f"{ASKED}claims: ['=> not rain : open']\n" for name in ("first", "second")}
    (told,) = (one for one in found(tmp_path, {**jam(), **faqs}) if one.related)
    assert told.place.path == JAM
    assert told.message.startswith("in `jam`, 2 questions that pages put to it are not settled")
    assert [one.place.path for one in told.related] == ["glossary/faq/does-rain-wet.yaml", "glossary/faq/first.yaml"]
    assert told.severity == "note"


def test_where_the_framework_itself_cannot_be_settled_nothing_else_is_said_of_it(tmp_path: Path) -> None:
    files = jam("  - {id: always, if: [not rain], then: impossible}\n")
    assert notes(tmp_path, files) == [(JAM, "framework-unsettled")]


def test_facts_that_may_not_hold_together_are_a_note_and_nothing_further_is_asked_of_them(tmp_path: Path) -> None:
    head = "text: A day.\nsource: almanac\nfacts: {rain: {jam: true}"
    monday, tuesday = (f"glossary/examples/{day}.yaml" for day in ("monday", "tuesday"))
    files = {
        **jam(),
        monday: f"label: Monday\n{head}}}\n",
        tuesday: f"label: Tuesday\n{head}, wet-ground: true}}\nrefines: monday\n",
    }
    assert notes(tmp_path, files) == [(monday, "question-unsettled"), (tuesday, "question-unsettled"), IN_JAM]


def test_what_an_example_is_said_to_separate_is_an_error_where_it_is_not_settled(tmp_path: Path) -> None:
    monday = "glossary/examples/monday.yaml"
    example = "label: Monday\ntext: A day.\nsource: almanac\nfacts: {wet-ground: true}\n"
    files = {**jam(), monday: f"{example}separates: [wet-ground => rain in jam]\n"}
    assert (monday, "claim-unsettled") in notes(tmp_path, files)


def test_a_claim_that_is_settled_but_not_where_its_words_apply_is_a_note(tmp_path: Path) -> None:
    first = "glossary/faq/first.yaml"
    claims = "claims: [{then: wet-ground, verdict: open}]\n"
    files = {**jam("presupposes: {wet-ground: [rain]}\n"), first: f"framework: jam\n{ASKED}{claims}"}
    assert notes(tmp_path, files) == [(first, "question-unsettled"), IN_JAM]


def test_that_more_may_be_redundant_is_a_note(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(frameworks, "redundant", partial(redundant, limit=10))
    (told,) = (one for one in found(tmp_path, {FRAMEWORK: framework_text(*pigeons(3, 3))}))
    assert (told.place.path, told.code) == (FRAMEWORK, "question-unsettled")
    assert told.message.startswith("whether more of its implications are redundant is not settled")


MONDAY, TUESDAY = (f"glossary/examples/{day}.yaml" for day in ("monday", "tuesday"))
DAY = "text: A day.\nsource: almanac\nfacts: {wet-ground: true}\n"


def test_where_the_framework_itself_cannot_be_settled_no_example_is_asked_of_in_it(tmp_path: Path) -> None:
    files = jam("  - {id: always, if: [not rain], then: impossible}\n")
    days = {MONDAY: f"label: Monday\n{DAY}", TUESDAY: f"label: Tuesday\n{DAY}refines: monday\n"}
    assert notes(tmp_path, {**files, **days}) == [(JAM, "framework-unsettled")]


def test_what_readers_are_asked_and_facts_do_not_settle_is_a_note_of_the_quiz(tmp_path: Path) -> None:
    quiz = "glossary/questions/which.yaml"
    options = "[{id: rain, label: It does, then: rain}, {id: unclear, label: Unclear}]"
    asked = f"question: Does it rain?\ntext: Two days.\noptions: {options}\nanswer: A.\n"
    files = {
        **jam(),
        MONDAY: f"label: Monday\n{DAY}verdicts: [{{framework: jam, then: rain, verdict: open}}]\n",
        TUESDAY: f"label: Tuesday\n{DAY}refines: monday\n",
        quiz: f"{asked}examples: [monday, tuesday]\nsource: almanac\n",
    }
    told = notes(tmp_path, files)
    assert (MONDAY, "claim-unsettled") in told
    assert (TUESDAY, "question-unsettled") in told, "whether it keeps each verdict"
    assert quiz in {
        related.place.path for one in found(tmp_path, files) if one.place.path == JAM for related in one.related
    }
