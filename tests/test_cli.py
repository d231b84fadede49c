"""The commands: what they print, where, and how they exit."""

import json
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from hornbook import cli, production
from hornbook.edits import journal, writing
from hornbook.edits.journal import Step
from hornbook.logic import Answer, Literal, Proof, Theory, ask
from hornbook.publish import Engine
from hornbook.reasoning import asking
from tests.sample_copy import copy_of_sample
from tests.where import SAMPLE

QUESTION = "rhombus + equal-diagonals => square assuming planar"


def run(*arguments: str, root: Path = SAMPLE) -> Result:
    return CliRunner().invoke(cli.hornbook, ["--root", str(root), *arguments])


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return copy_of_sample(tmp_path / "shapes")


def break_a_claim(project: Path) -> None:
    path = project / "glossary" / "faq" / "what-makes-a-square.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("verdict: refuted", "verdict: open"), encoding="utf-8")


def test_a_clean_project_exits_with_0() -> None:
    result = run("check")
    assert (result.exit_code, result.output) == (0, "no errors\n")


def test_an_error_exits_with_1_and_shows_the_proof(project: Path) -> None:
    break_a_claim(project)
    result = run("check", root=project)
    assert result.exit_code == 1
    assert "glossary/faq/what-makes-a-square.yaml:11:42: error[claim-verdict]" in result.output
    assert "by the contrapositive of nothing-round-is-parallel" in result.output


def test_errors_as_data_and_as_annotations(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    break_a_claim(project)
    monkeypatch.chdir(project)
    data = json.loads(run("check", "--format", "json", root=project).output)
    assert [found["code"] for found in data["diagnostics"]] == ["claim-verdict"]
    assert (
        "::error file=glossary/faq/what-makes-a-square.yaml,line=11"
        in run("check", "--format", "github", root=project).output
    )


def test_errors_as_sarif(project: Path) -> None:
    break_a_claim(project)
    result = run("check", "--format", "sarif", root=project)
    (log,) = json.loads(result.output)["runs"]
    assert (result.exit_code, [one["ruleId"] for one in log["results"]]) == (1, ["claim-verdict"])


def test_paths_lead_from_where_the_command_runs_in_every_form(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    break_a_claim(project)
    monkeypatch.chdir(project.parent)
    path = "shapes/glossary/faq/what-makes-a-square.yaml"
    text = run("check", root=Path("shapes")).output
    assert f"{path}:11:42: error" in text
    assert "  11 |   - " in text
    for form in ("json", "github", "sarif"):
        assert path in run("check", "--format", form, root=Path("shapes")).output


@pytest.mark.parametrize(("variable", "coloured"), [("FORCE_COLOR", True), ("NO_COLOR", False)])
def test_colour_is_as_the_environment_asks(
    project: Path,
    variable: str,
    coloured: bool,  # noqa: FBT001
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    break_a_claim(project)
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv(variable, "1")
    assert ("\x1b[" in run("check", root=project).output) is coloured
    assert "\x1b[" not in run("check", "--format", "json", root=project).output


@pytest.mark.parametrize("command", [["ask", QUESTION], ["explain", "square"]])
def test_mistakes_are_told_in_the_form_that_was_asked_for(project: Path, command: list[str]) -> None:
    plane = project / "glossary/frameworks/plane.yaml"
    plane.write_text(plane.read_text(encoding="utf-8").replace("then: square", "then: [square"), encoding="utf-8")
    as_json = run(*command, "--format", "json", root=project)
    assert as_json.exit_code == 1
    assert [one["code"] for one in json.loads(as_json.stdout)["diagnostics"]] == ["yaml-syntax"]
    assert "::error file=" in run(*command, "--format", "github", root=project).stdout
    (log,) = json.loads(run(*command, "--format", "sarif", root=project).stdout)["runs"]
    assert [one["ruleId"] for one in log["results"]] == ["yaml-syntax"]


@pytest.mark.parametrize("command", [["ask", "sqare => rhombus"], ["explain", "sqare"], ["diff", "no-such-state"]])
def test_wrong_usage_is_told_in_the_form_that_was_asked_for(project: Path, command: list[str]) -> None:
    as_json = run(*command, "--format", "json", root=project)
    assert as_json.exit_code == 2
    told = json.loads(as_json.stdout)
    assert (told["format"], told["code"]) == ("hornbook-problem/1", "wrong-usage")
    assert told["message"]
    assert told["hint"]
    assert run(*command, "--format", "github", root=project).stdout.startswith("::error title=wrong-usage::")
    (log,) = json.loads(run(*command, "--format", "sarif", root=project).stdout)["runs"]
    assert log["invocations"][0]["executionSuccessful"] is False


@pytest.mark.parametrize("command", [["ask", QUESTION], ["explain", "square"]])
def test_answers_are_notices_on_github_and_notifications_in_sarif(command: list[str]) -> None:
    assert run(*command, "--format", "github").output.startswith("::notice title=hornbook::")
    (log,) = json.loads(run(*command, "--format", "sarif").output)["runs"]
    assert log["invocations"][0]["executionSuccessful"] is True


def test_a_warning_fails_only_a_strict_run(project: Path) -> None:
    (project / "glossary" / "terms" / "oval.yml").write_text("label: Oval\n", encoding="utf-8")
    assert run("check", root=project).exit_code == 0
    strict = run("check", "--strict", root=project)
    assert strict.exit_code == 1
    assert "[file-unread]" in strict.output


def test_the_list_of_ids_is_written_and_then_held(project: Path) -> None:
    assert run("check", "--update-ids", root=project).exit_code == 0
    ids = (project / "glossary" / "ids.txt").read_text(encoding="utf-8").splitlines()
    assert "implication plane/square-definition" in ids
    assert ids == sorted(ids)
    (project / "glossary" / "terms" / "kite.yaml").unlink()
    for path in (*project.glob("glossary/**/*.yaml"), *project.glob("diagrams/*.yaml")):
        text = path.read_text(encoding="utf-8").replace("[[kite|kites]]", "kites")
        path.write_text(text.replace("kite", "square"), encoding="utf-8")
    result = run("check", root=project)
    assert result.exit_code == 1
    assert "error[id-removed] the term `kite` was published and is gone" in result.output


def test_a_kept_drawing_is_renewed_on_demand(project: Path) -> None:
    kept = project / "diagrams" / "by-definition.svg"
    kept.write_text("<svg/>", encoding="utf-8")
    assert run("check", root=project).exit_code == 1
    assert run("check", "--update-drawings", root=project).exit_code == 0
    assert kept.read_text(encoding="utf-8").startswith("<svg xmlns")


@pytest.mark.parametrize("command", [("mv", "square", "quadrangle"), ("mv", "view:by-definition", "defined")])
def test_kept_drawings_are_renewed_in_the_same_change(
    project: Path, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    kept = project / "diagrams" / "by-definition.svg"
    kept.write_text("<svg/>", encoding="utf-8")
    assert run("check", "--update-drawings", root=project).exit_code == 0
    carried_out: list[int] = []

    def carry_out(root: Path, steps: Sequence[Step]) -> None:
        carried_out.append(len(steps))
        journal.carry_out(root, steps)

    monkeypatch.setattr(writing, "carry_out", carry_out)
    result = run(*command, root=project)
    assert result.exit_code == 0, result.output
    assert ".svg" in result.output
    assert len(carried_out) == 1, "a run that is killed in between would leave old drawings"
    assert run("check", root=project).exit_code == 0


def test_ask_answers_with_a_proof_and_exits_with_0() -> None:
    result = run("ask", QUESTION)
    assert result.exit_code == 0
    assert result.output.startswith("Follows: square holds.")
    assert "3. Square holds, because rectangle holds (step 2)" in result.output


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        (QUESTION, "follows"),
        ("round => square", "refuted"),
        ("rhombus => square", "open"),
        ("round + square => planar", "contradictory"),
    ],
)
def test_ask_gives_one_object_whatever_the_verdict(question: str, verdict: str) -> None:
    result = run("ask", question, "--format", "json")
    data = json.loads(result.output)
    assert result.exit_code == 0
    assert data["verdict"] == verdict
    assert ("models" in data) is (verdict == "open")
    assert ("proof" in data) is (verdict != "open")
    if verdict == "open":
        assert data["missing"] == [["rectangle"]]


def test_ask_counts_only_the_implications_of_the_scope() -> None:
    through = "parallelogram + equal-diagonals => rectangle assuming planar"
    assert "Follows" in run("ask", through, "--view", "by-diagonals").output
    assert "Does not follow" in run("ask", "rhombus => parallelogram", "--view", "by-diagonals").output
    assert "Follows" in run("ask", "rhombus => parallelogram in by-definition").output


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["ask", "square =>"], "hint:"),
        (["ask", "sqare => rhombus"], "did you mean `square`?"),
        (["ask", "square => rhombus", "--in", "plain"], "did you mean `plane`?"),
        (["ask", "planar => square", "--view", "by-definition"], "`planar` is not an atom of by-definition"),
        (["explain", "sqare"], "did you mean `square`?"),
    ],
)
def test_a_question_that_cannot_be_asked_is_wrong_usage(arguments: list[str], said: str) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert said in result.output


def test_explain_takes_an_id_a_label_or_an_alias() -> None:
    texts = {run("explain", name).output for name in ("square", "Square", "SQUARES")}
    assert len(texts) == 1
    text = texts.pop()
    assert "Enough for it:\n  - rectangle + rhombus" in text
    assert "If it fails:\n  - At least one of these: rectangle fails or rhombus <lozenge> fails." in text
    data = json.loads(run("explain", "square", "--format", "json").output)
    assert data["frameworks"]["plane"]["enough"] == [["rectangle", "rhombus"]]


def test_build_writes_what_changed_and_nothing_after_an_error(project: Path) -> None:
    assert "files written, 0 unchanged" in run("build", root=project).output
    assert "0 files written" in run("build", root=project).output
    before = {path: path.stat().st_mtime_ns for path in (project / "build").rglob("*") if path.is_file()}
    break_a_claim(project)
    assert run("build", root=project).exit_code == 1
    assert {path: path.stat().st_mtime_ns for path in (project / "build").rglob("*") if path.is_file()} == before


@pytest.mark.parametrize(
    ("path", "right", "wrong", "code"),
    [
        ("glossary/glossary.yaml", "title:", "titel: T\ntitle:", "field-unknown"),
        ("glossary/frameworks/plane.yaml", "then: square", "then: squares", "reference-unknown"),
        ("glossary/frameworks/plane.yaml", "then: square", "then: [square", "yaml-syntax"),
        ("glossary/terms/rhombus.yaml", "kind: property", "kind: proparty", "reference-unknown"),
        ("glossary/examples/board.yaml", "label:", "lable: L\nlabel:", "field-unknown"),
    ],
)
def test_ask_says_what_is_broken_in_what_an_answer_rests_on(
    project: Path, path: str, right: str, wrong: str, code: str
) -> None:
    text = (project / path).read_text(encoding="utf-8")
    assert right in text
    (project / path).write_text(text.replace(right, wrong, 1), encoding="utf-8")
    result = run("ask", QUESTION, root=project)
    assert result.exit_code == 1
    assert f"error[{code}]" in result.stderr
    assert result.stdout == ""


def test_ask_reads_nothing_that_no_answer_rests_on(project: Path) -> None:
    answered = run("ask", QUESTION, root=project).stdout
    for path in (*project.glob("docs/*.md"), *project.glob("glossary/faq/*.yaml"), project / "glossary/sources.yaml"):
        path.write_text("[[nothing] {", encoding="utf-8")
    framework = project / "glossary/frameworks/plane.yaml"
    text = framework.read_text(encoding="utf-8")
    framework.write_text(text.replace("Figures", "[[nothing]] <b>Figures</b>", 1), encoding="utf-8")
    result = run("ask", QUESTION, root=project)
    assert (result.exit_code, result.stdout) == (0, answered)
    assert run("check", root=project).exit_code == 1


def test_a_question_is_answered_without_checking_what_claims_say(project: Path) -> None:
    break_a_claim(project)
    result = run("ask", QUESTION, root=project)
    assert result.exit_code == 0
    assert result.stdout.startswith("Follows: ")


def _imported_by(*arguments: str) -> set[str]:
    """The modules that a command imports."""
    program = """
import json, sys
from hornbook.cli import hornbook
try:
    hornbook(sys.argv[1:])
finally:
    print(json.dumps([*sys.modules]), file=sys.stderr)
"""
    ran = subprocess.run([sys.executable, "-c", program, *arguments], capture_output=True, check=False, text=True)
    assert ran.returncode == 0, ran.stderr
    return set(json.loads(ran.stderr))


def test_the_engines_that_an_option_names_are_those_there_are() -> None:
    assert tuple(Engine) == cli.ENGINES


def test_questions_are_answered_without_what_reads_texts_and_builds_pages() -> None:
    imported = _imported_by("--root", str(SAMPLE), "ask", QUESTION)
    pages = {"hornbook.site", "hornbook.publish", "hornbook.diagrams", "hornbook.check", "hornbook.manual"}
    assert imported.isdisjoint({*pages, "hornbook.load.prose", "markdown_it", "mkdocs", "pygments"})


def _process(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "hornbook", *arguments], capture_output=True, text=True, check=False)


def test_wrong_usage_exits_with_2_and_help_with_0() -> None:
    assert _process("chek").returncode == 2
    assert _process("--root", str(SAMPLE), "check", "--format", "xml").returncode == 2
    assert _process("--help").returncode == 0


def test_a_bug_of_ours_is_one_line_and_exits_with_3(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise KeyError("lost")

    monkeypatch.setattr(production, "examine", broken)
    monkeypatch.setattr(sys, "argv", ["hornbook", "--root", str(SAMPLE), "check"])
    with pytest.raises(SystemExit) as ended:
        cli.main()
    assert ended.value.code == 3
    said = capsys.readouterr().err
    assert "a bug of ours (KeyError: 'lost')" in said
    assert "Traceback" not in said


@pytest.mark.parametrize("command", [["check"], ["site"], ["ask", "square => rectangle"]])
def test_a_wrong_proof_is_a_bug_of_ours_and_shown_to_nobody(
    command: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    def wrong(theory: Theory, given: tuple[Literal, ...], goal: Literal, limit: int) -> Answer:
        answer = ask(theory, given, goal, limit)
        return answer if answer.proof is None else replace(answer, proof=Proof(answer.proof.steps[:-1]))

    project = copy_of_sample(tmp_path / "shapes")
    monkeypatch.setattr(asking, "ask", wrong)
    monkeypatch.setattr(sys, "argv", ["hornbook", "--root", str(project), *command])
    with pytest.raises(SystemExit) as ended:
        cli.main()
    assert ended.value.code == 3
    said = capsys.readouterr()
    assert "a bug of ours (WrongCertificateError: " in said.err
    assert "Follows" not in said.out
    assert not (project / "site").exists()


def test_schemas_are_written_where_git_passes_over_them(project: Path) -> None:
    said = run("schema", root=project)
    assert said.exit_code == 0
    folder = project / ".hornbook" / "schema"
    assert (folder / ".gitignore").read_text(encoding="utf-8") == "*\n"
    assert "four equal sides" in (folder / "term.json").read_text(encoding="utf-8")
    assert not (project / ".vscode").exists()
    assert run("schema", "term", root=project).output == (folder / "term.json").read_text(encoding="utf-8")


def test_settings_of_an_editor_that_are_there_are_left_alone(project: Path) -> None:
    (project / ".vscode").mkdir()
    (project / ".vscode" / "settings.json").write_text("{}\n", encoding="utf-8")
    said = run("schema", "--vscode", "--out", str(project / "schemas"), root=project)
    assert ".vscode/settings.json is there already" in said.output
    assert (project / ".vscode" / "settings.json").read_text(encoding="utf-8") == "{}\n"
    assert (project / ".vscode" / "extensions.json").exists()
    assert (project / "schemas" / "view.json").exists()


def test_a_schema_is_printed_of_a_project_with_mistakes_too(project: Path) -> None:
    (project / "glossary" / "terms" / "kite.yaml").write_text("label: [\n", encoding="utf-8")
    said = run("schema", "term", root=project)
    assert said.exit_code == 0
    assert "ids are those that could be read" in said.stderr
    assert json.loads(said.stdout)["title"] == "Term"
    assert run("schema", "tern", root=project).exit_code == 2
