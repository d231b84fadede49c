"""The forms on GitHub ask for what the model declares, and are what GitHub takes for a form."""

import importlib.util
import subprocess
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import yaml

from hornbook.manual import issue_forms
from hornbook.model import Implication, Position, Sense, Source, Term
from hornbook.model.declared import fields_of
from tests.where import OF_FLAGSHIP, REPOSITORY

FOLDER = REPOSITORY / ".github" / "ISSUE_TEMPLATE"
FORMS = sorted(issue_forms())
DECLARED = {
    "term.yml": Term,
    "definition.yml": Sense,
    "implication.yml": Implication,
    "source.yml": Source,
    "disagree.yml": Position,
}


def tool() -> ModuleType:
    program = importlib.util.spec_from_file_location("forms", REPOSITORY / "tools" / "forms.py")
    assert program is not None
    assert program.loader is not None
    module = importlib.util.module_from_spec(program)
    program.loader.exec_module(module)
    return module


def boxes(name: str) -> list[dict[str, Any]]:
    body: list[dict[str, Any]] = issue_forms()[name]["body"]
    return [one for one in body if one["type"] != "markdown"]


@OF_FLAGSHIP
def test_the_forms_are_those_that_the_declarations_give() -> None:
    written = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.iterdir()}
    assert written == tool().forms(), "run `python tools/forms.py`"


@pytest.mark.parametrize("name", FORMS)
def test_a_form_is_one_for_github(name: str) -> None:
    assert_valid("vendor.github-issue-forms", FOLDER / name)
    ids = [one["id"] for one in boxes(name)]
    labels = [one["attributes"]["label"] for one in boxes(name)]
    assert len(set(ids)) == len(ids)
    assert len(set(labels)) == len(labels)


def test_the_settings_beside_them_are_valid() -> None:
    assert_valid("vendor.github-issue-config", FOLDER / "config.yml")


def assert_valid(schema: str, path: Path) -> None:
    program = Path(sys.executable).parent / "check-jsonschema"
    done = subprocess.run([program, "--builtin-schema", schema, path], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("name", FORMS)
def test_a_form_asks_for_everything_that_a_record_needs(name: str) -> None:
    asked = {one["id"].split("-")[0] for one in boxes(name)}
    assert {field.name.split("-")[0].lower() for field in fields_of(DECLARED[name]) if field.required} <= asked


@pytest.mark.parametrize("name", FORMS)
def test_only_few_words_are_offered_and_each_says_what_it_means(name: str) -> None:
    for one in boxes(name):
        options = one["attributes"].get("options", [])
        assert len(options) <= 10
        assert all(": " in option for option in options if option not in {"true", "false"})


def test_nobody_must_think_of_an_id() -> None:
    assert not [
        one for name in FORMS for one in boxes(name) if one["id"] == "id" and one.get("validations", {}).get("required")
    ]


def test_what_is_written_reads_as_what_was_meant() -> None:
    data = {"a": {"b": [{"c": True, "d": "no"}, {"c": False}]}, "e": ["on", "1", 'a "b": c # d', "~", "’", "x\ny"]}
    assert yaml.safe_load(tool().as_yaml(data)) == data
