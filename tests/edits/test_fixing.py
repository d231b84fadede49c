"""Mending: what is certain is mended, what is not stays, and afterwards the project is as if it had been written so."""

import json
from contextlib import chdir
from pathlib import Path

import pytest
from click.testing import CliRunner

from hornbook.cli import hornbook
from hornbook.diagnostics import Edit, Place
from hornbook.edits.values import edited
from hornbook.load import load
from tests.sample_copy import copy_of_sample

TERM = "glossary/terms/square.yaml"
PLACE = ("path", "line", "column", "end_line", "end_column")


def checked(root: Path, *arguments: str) -> tuple[int, str]:
    with chdir(root):
        result = CliRunner().invoke(hornbook, ["check", *arguments])
    return result.exit_code, result.output


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("label:", "Label:"),
        ("related: [kite]", "related: [Kite]"),
        ("\nunused: Caf\u00e9.", "\nUnused: Cafe\u0301."),
    ],
)
def test_what_is_certain_is_mended(right: str, wrong: str, tmp_path: Path) -> None:
    root = copy_of_sample(tmp_path / "project")
    file = root / TERM
    text = file.read_text(encoding="utf-8").rstrip("\n")
    text = text if right in text else text + right
    file.write_text(text.replace(right, wrong, 1) + "\n", encoding="utf-8")
    assert load(root).diagnostics
    code, output = checked(root, "--fix")
    assert code == 0, output
    assert f"mended: {TERM}" in output
    assert file.read_text(encoding="utf-8") == text + "\n"


def test_what_is_mended_is_what_json_and_sarif_offer(tmp_path: Path) -> None:
    root = copy_of_sample(tmp_path / "project")
    file = root / TERM
    text = file.read_text(encoding="utf-8").rstrip("\n").replace("label:", "Label:") + "\nUnused: Cafe\u0301.\n"
    file.write_text(text, encoding="utf-8")
    found = json.loads(checked(root, "--format", "json")[1])["diagnostics"]
    offered = {Edit(Place(**{name: one[name] for name in PLACE}), one["text"]) for it in found for one in it["fix"]}
    (run,) = json.loads(checked(root, "--format", "sarif")[1])["runs"]
    in_sarif = {
        (*(one["deletedRegion"].values()), one["insertedContent"]["text"])
        for result in run["results"]
        for fix in result.get("fixes", ())
        for change in fix["artifactChanges"]
        for one in change["replacements"]
    }
    assert in_sarif == {(*(getattr(one.place, name) for name in PLACE[1:]), one.text) for one in offered}
    after = edited(TERM, text, offered)
    assert checked(root, "--fix")[0] == 0
    assert file.read_text(encoding="utf-8") == after


def test_a_file_of_another_ending_is_renamed(tmp_path: Path) -> None:
    root = copy_of_sample(tmp_path / "project")
    (root / TERM).rename(root / "glossary/terms/square.yml")
    before = checked(root)[0]
    assert before != 0
    assert checked(root, "--fix")[0] == 0
    assert (root / TERM).exists()


def test_what_may_be_meant_otherwise_stays(tmp_path: Path) -> None:
    root = copy_of_sample(tmp_path / "project")
    file = root / TERM
    text = file.read_text(encoding="utf-8").rstrip("\n") + "\nrelated: [rhombos]\n"
    file.write_text(text, encoding="utf-8")
    assert checked(root, "--fix")[0] == 1
    assert file.read_text(encoding="utf-8") == text


def test_where_nothing_is_wrong_nothing_is_written(tmp_path: Path) -> None:
    root = copy_of_sample(tmp_path / "project")
    before = {path: path.stat().st_mtime_ns for path in root.rglob("*.yaml")}
    assert checked(root, "--fix")[0] == 0
    assert {path: path.stat().st_mtime_ns for path in root.rglob("*.yaml")} == before
