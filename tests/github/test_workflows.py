"""The workflows and the action: least privilege, everything pinned, valid, and without a known hole."""

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.github.runner import WORKFLOWS, action, workflow
from tests.where import REPOSITORY

BIN = Path(sys.executable).parent
NAMES = sorted(path.name for path in WORKFLOWS.iterdir())
MAY_WRITE = {
    ("comment.yml", "comment"): {"pull-requests"},
    ("renew.yml", "commit"): {"contents"},
    ("pages.yml", "deploy"): {"pages", "id-token"},
}
"""The only jobs that may write anything, and what."""
PINNED = re.compile(r"uses: ([\w/-]+)@([0-9a-f]{40}) # (v\d+\.\d+\.\d+)$")


def jobs() -> list[tuple[str, str, dict[str, Any]]]:
    return [(name, job, content) for name in NAMES for job, content in workflow(name)["jobs"].items()]


def runs() -> list[str]:
    steps = [step for _, _, job in jobs() for step in job["steps"]] + action()["runs"]["steps"]
    return [step["run"] for step in steps if "run" in step]


def test_zizmor_finds_nothing() -> None:
    command = [str(BIN / "zizmor"), "--persona", "pedantic", "--offline", "--no-progress", "--strict-collection", "."]
    done = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
    assert "No findings to report" in done.stdout + done.stderr


@pytest.mark.parametrize(
    ("schema", "paths"),
    [
        ("vendor.github-workflows", [f".github/workflows/{name}" for name in NAMES]),
        ("vendor.github-actions", ["action.yml"]),
        ("vendor.dependabot", [".github/dependabot.yml"]),
    ],
)
def test_github_s_schemas_are_met(schema: str, paths: list[str]) -> None:
    command = [str(BIN / "check-jsonschema"), "--builtin-schema", schema, *paths]
    done = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_every_action_of_others_is_pinned_by_its_hash_and_each_in_one_version() -> None:
    texts = [path.read_text(encoding="utf-8") for path in (*WORKFLOWS.iterdir(), REPOSITORY / "action.yml")]
    used = [line for text in texts for line in text.splitlines() if "uses:" in line and "uses: ./" not in line]
    found = {PINNED.search(line) for line in used}
    assert None not in found
    pins = {one.groups() for one in found if one is not None}
    assert len(pins) == len({name for name, _, _ in pins})


@pytest.mark.parametrize("name", NAMES)
def test_a_workflow_may_do_nothing_that_a_job_does_not_ask_for(name: str) -> None:
    assert workflow(name)["permissions"] == {}
    assert "pull_request_target" not in workflow(name)["on"]
    assert "concurrency" in workflow(name)


@pytest.mark.parametrize(("name", "job", "content"), jobs(), ids=lambda one: one if isinstance(one, str) else "")
def test_a_job_reads_only_but_for_the_few_that_write(name: str, job: str, content: dict[str, Any]) -> None:
    written = {what for what, how in content["permissions"].items() if how == "write"}
    assert written == MAY_WRITE.get((name, job), set())
    assert content["timeout-minutes"] <= 60
    for step in content["steps"]:
        if step.get("uses", "").startswith("actions/checkout@"):
            assert step["with"]["persist-credentials"] is False


@pytest.mark.parametrize(("name", "job"), MAY_WRITE)
def test_a_job_that_writes_runs_neither_the_program_nor_what_it_depends_on(name: str, job: str) -> None:
    for step in workflow(name)["jobs"][job]["steps"]:
        assert not re.search(r"hornbook|pip|install|make", step.get("run", ""))
        assert step.get("uses", "") != "./"


def test_the_workflow_that_comments_checks_out_the_main_branch_alone() -> None:
    [checkout] = [step for step in workflow("comment.yml")["jobs"]["comment"]["steps"] if "uses" in step]
    assert checkout["with"]["ref"] == "${{ github.event.repository.default_branch }}"
    assert workflow("comment.yml")["on"]["workflow_run"]["workflows"] == [workflow("check.yml")["name"]]


def test_nothing_is_put_into_a_command_by_an_expression() -> None:
    assert runs()
    assert [run for run in runs() if "${{" in run] == []


@pytest.mark.parametrize("run", runs())
def test_every_command_is_one_for_bash(run: str) -> None:
    done = subprocess.run(["bash", "-n"], input=run, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_the_workflow_for_other_repositories_is_one_and_names_every_setting(tmp_path: Path) -> None:
    page = (REPOSITORY / "docs" / "contribute" / "pull-requests.md").read_text(encoding="utf-8")
    shown = next(block for block in re.findall(r"```yaml\n(.*?)```", page, re.DOTALL) if "jobs:" in block)
    example = tmp_path / "check.yml"
    example.write_text(shown, encoding="utf-8")
    schema = [str(BIN / "check-jsonschema"), "--builtin-schema", "vendor.github-workflows", str(example)]
    assert subprocess.run(schema, capture_output=True, check=False).returncode == 0
    [pin] = [found for found in map(PINNED.search, shown.splitlines()) if found]
    assert pin[0] in (WORKFLOWS / "check.yml").read_text(encoding="utf-8")
    table = dict(re.findall(r"^\| `(\w+)` \|.*\| `([^`]*)`", page, re.MULTILINE))
    assert table == {name: one["default"] for name, one in action()["inputs"].items()}


def test_the_hook_runs_where_what_it_checks_changed() -> None:
    [hook] = yaml.safe_load((REPOSITORY / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert hook["entry"].split()[0] in (REPOSITORY / "pyproject.toml").read_text(encoding="utf-8")
    assert hook["pass_filenames"] is False
    read = ["glossary/terms/a.yaml", "glossary/ids.txt", "diagrams/a.yaml", "diagrams/a.svg", "docs/a.md", "mkdocs.yml"]
    assert all(re.search(hook["files"], path) for path in read)
    assert not any(re.search(hook["files"], path) for path in ["builder/docs/a.py", "README.md", "site/mkdocs.yml"])


def test_the_template_of_a_pull_request_is_short() -> None:
    text = (REPOSITORY / ".github" / "PULL_REQUEST_TEMPLATE.md").read_text(encoding="utf-8")
    assert len(text.splitlines()) == 4


def test_every_place_with_owners_is_there() -> None:
    lines = (REPOSITORY / ".github" / "CODEOWNERS").read_text(encoding="utf-8").splitlines()
    places = [line.split()[0] for line in lines if line and not line.startswith("#")]
    assert places[0] == "*"
    assert [place for place in places[1:] if not (REPOSITORY / place.lstrip("/")).exists()] == []
