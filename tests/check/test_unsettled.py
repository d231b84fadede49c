"""What takes more steps than a question may is said to be unsettled, and nothing is claimed of it."""

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from hornbook.check import check
from hornbook.cli import hornbook
from hornbook.diagnostics import Diagnostic
from hornbook.logic import UNSETTLED, Literal
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


def test_a_claim_that_takes_too_long_is_an_error_whatever_it_states(tmp_path: Path) -> None:
    told = found(tmp_path, no_room_where_it_is_on())
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
