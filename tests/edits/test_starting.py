"""A project that has just begun: nothing is written over, it is in order, and builds without a file of the owner's."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from hornbook.cli import hornbook
from hornbook.edits.starting import started
from hornbook.edits.values import FileChanges, Refusal
from hornbook.edits.writing import write_changes
from hornbook.load import load
from hornbook.production import examine
from tests.where import REPOSITORY

PINS = re.compile(r"uses: (actions/[\w-]+@[0-9a-f]{40}) # (v[\d.]+)$", re.MULTILINE)


def begun(folder: Path, *, plain: bool = False) -> Path:
    changes = started(folder, plain=plain)
    assert isinstance(changes, FileChanges), changes
    folder.mkdir()
    write_changes(folder, changes)
    return folder


def run(*arguments: str) -> tuple[int, str]:
    done = CliRunner().invoke(hornbook, arguments)
    return done.exit_code, done.output


def refused(folder: Path) -> str:
    found = started(folder, plain=False)
    assert isinstance(found, Refusal)
    return found.message


@pytest.mark.parametrize("plain", [False, True])
def test_what_is_begun_has_nothing_to_report_and_is_laid_out_as_files_are(tmp_path: Path, plain: bool) -> None:  # noqa: FBT001
    project = begun(tmp_path / "my-glossary", plain=plain)
    result = examine(project)
    assert result.diagnostics == ()
    assert result.reasoning is not None
    assert result.reasoning.knowledge.glossary.title == "My glossary"
    assert bool(result.reasoning.knowledge.frameworks) is not plain
    assert run("--root", str(project), "fmt", "--check") == (0, "")


def test_the_command_says_what_it_wrote_and_writes_over_nothing(tmp_path: Path) -> None:
    status, said = run("--root", str(tmp_path), "init", "words/of-tea", "--plain")
    assert status == 0
    written = {path.relative_to(tmp_path).as_posix() for path in (tmp_path / "words").rglob("*") if path.is_file()}
    assert written == {line.strip() for line in said.splitlines() if line.startswith("  ")}
    assert "cd words/of-tea" in said
    (tmp_path / "full").mkdir()
    (tmp_path / "full/.kept").write_text("mine", encoding="utf-8")
    assert refused(tmp_path / "full") == "`full` is not empty"
    assert refused(tmp_path / "full/.kept") == "`.kept` is not a folder"
    assert [path.name for path in (tmp_path / "full").iterdir()] == [".kept"]


def test_an_empty_folder_that_is_there_may_be_used(tmp_path: Path) -> None:
    (tmp_path / "here").mkdir()
    assert run("--root", str(tmp_path), "init", "here")[0] == 0
    assert run("--root", str(tmp_path / "here"), "init", ".")[0] != 0


@pytest.mark.parametrize(
    ("folder", "title", "site"),
    [
        ("my-glossary", "My glossary", "my-glossary"),
        ("true", "True", "true"),
        ("42", "42", "42"),
        ("a: b # {c}", "A b c", "a-b-c"),
        ("Glossar, für 'mich'", "Glossar, für 'mich'", "glossar-f-r-mich"),
        ("词汇", "词汇", "glossary"),
        ("...", "...", "glossary"),
        ("x" * 200, "X" + "x" * 79, "x" * 200),
    ],
)
def test_any_name_of_a_folder_gives_a_title_and_an_address(tmp_path: Path, folder: str, title: str, site: str) -> None:
    loaded = load(begun(tmp_path / folder, plain=True))
    assert loaded.knowledge is not None, loaded.diagnostics
    assert loaded.knowledge.glossary.title == title
    assert loaded.knowledge.glossary.site_url == f"https://example.org/{site}/"


@pytest.mark.parametrize("name", ["check", "pages"])
def test_its_workflows_ask_for_as_little_as_ours_and_use_the_same_versions(tmp_path: Path, name: str) -> None:
    theirs = begun(tmp_path / "p", plain=True) / f".github/workflows/{name}.yml"
    ours = REPOSITORY / f".github/workflows/{name}.yml"
    text = theirs.read_text(encoding="utf-8")
    assert set(PINS.findall(text)) <= set(PINS.findall(ours.read_text(encoding="utf-8")))
    assert text.count("uses: ") == len(PINS.findall(text)) + 1
    assert "uses: OWNER/hornbook@COMMIT" in text
    mine, our = yaml.safe_load(text), yaml.safe_load(ours.read_text(encoding="utf-8"))
    assert mine["permissions"] == {}
    assert {job: one["permissions"] for job, one in mine["jobs"].items()} == {
        job: one["permissions"] for job, one in our["jobs"].items()
    }
    program = Path(sys.executable).parent / "check-jsonschema"
    command = [str(program), "--builtin-schema", "vendor.github-workflows", str(theirs)]
    assert subprocess.run(command, capture_output=True, check=False).returncode == 0
