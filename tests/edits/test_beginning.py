"""New files: what must be written stands there, what may be is a comment, and nothing is replaced."""

import re
from pathlib import Path

import pytest
import yaml

from hornbook.diagnostics import Severity
from hornbook.edits.beginning import begun
from hornbook.edits.values import FileChanges, Refusal
from hornbook.edits.writing import write_changes
from hornbook.kinds import STATEMENT, WRITTEN, Kind
from hornbook.load import load
from hornbook.manual import skeleton
from hornbook.model.declared import fields_of
from tests.sample_copy import copy_of_sample

EMPTY = {"field-empty", "field-count", "field-missing", "field-type", "chain-gaps", "field-form"}


def fields(kind: Kind, *, required: bool) -> set[str]:
    left_out = {"was", "id"} if kind.many else {"was"}
    declaration: type = kind.declaration
    return {one.name for one in fields_of(declaration) if one.required is required} - left_out


@pytest.mark.parametrize("kind", WRITTEN, ids=lambda kind: kind.word)
def test_required_fields_stand_there_and_the_others_as_comments(kind: Kind) -> None:
    text = skeleton(kind, "quite-new")
    written = yaml.safe_load(text)
    (record,) = written if kind is STATEMENT else (written,)
    assert set(record) - {"id"} == fields(kind, required=True)
    if kind is not STATEMENT:
        offered = set(re.findall(r"^# ([\w-]+):(?: |$)", text.partition("What may be added")[2], re.MULTILINE))
        assert offered == fields(kind, required=False)


@pytest.mark.parametrize("kind", WRITTEN, ids=lambda kind: kind.word)
def test_nothing_is_wrong_with_a_new_file_but_what_is_still_empty(kind: Kind, tmp_path: Path) -> None:
    root = copy_of_sample(tmp_path / "project")
    name = next(iter(load(root).knowledge.sources)) if kind is STATEMENT else "quite-new"  # type: ignore[union-attr]
    if kind is STATEMENT:
        for file in (root / "glossary/statements").glob("*.yaml"):
            file.unlink()
    changes = begun(root, kind.word, name)
    assert isinstance(changes, FileChanges), changes
    write_changes(root, changes)
    found = [one for one in load(root).diagnostics if one.severity is Severity.ERROR]
    assert {one.code for one in found} <= EMPTY
    assert {one.place.path for one in found} <= set(changes.written)


def test_what_is_there_is_never_replaced(tmp_path: Path) -> None:
    root = copy_of_sample(tmp_path / "project")
    for kind, name in (("term", "square"), ("framework", "square"), ("Terms", "board")):
        found = begun(root, kind, name)
        assert isinstance(found, Refusal)
        assert "already" in found.message


@pytest.mark.parametrize(
    ("kind", "name"), [("nothing", "a"), ("term", "Not an id"), ("term", "index"), ("term", "../x")]
)
def test_what_cannot_be_is_refused(kind: str, name: str, tmp_path: Path) -> None:
    assert isinstance(begun(copy_of_sample(tmp_path / "project"), kind, name), Refusal)


def test_editors_are_led_to_the_schema_where_there_is_one(tmp_path: Path) -> None:
    root = copy_of_sample(tmp_path / "project")
    (root / ".hornbook/schema").mkdir(parents=True)
    (root / ".hornbook/schema/term.json").write_text("{}", encoding="utf-8")
    changes = begun(root, "term", "quite-new")
    assert isinstance(changes, FileChanges)
    (text,) = changes.written.values()
    assert text.startswith("# yaml-language-server: $schema=../../.hornbook/schema/term.json\n")
