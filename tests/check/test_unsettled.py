"""What takes more steps than a question may is said to be unsettled, and nothing is claimed of it."""

import json
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
