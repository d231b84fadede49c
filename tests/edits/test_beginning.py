"""New files: what must be written stands there, what may be is a comment, and nothing is replaced."""

import json
import re
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner
from jsonschema import Draft202012Validator

from hornbook.cli import hornbook
from hornbook.diagnostics import Severity
from hornbook.edits.beginning import begun
from hornbook.edits.values import FileChanges, Refusal
from hornbook.edits.writing import write_changes
from hornbook.kinds import GLOSSARY, SOURCE, STATEMENT, WRITTEN, Kind
from hornbook.load import load
from hornbook.manual import published_schemas, skeleton
from hornbook.model.declared import fields_of
from tests.sample_copy import copy_of_sample

EMPTY = {"field-empty", "field-count", "field-missing", "field-type", "chain-gaps", "field-form"}


def fields(kind: Kind, *, required: bool) -> set[str]:
    left_out = {"was", "elsewhere", "id"} if kind.many else {"was", "elsewhere"}
    declaration: type = kind.declaration
    first = getattr(declaration, "either", ())[:1]
    return {one.name for one in fields_of(declaration) if (one.required or one.name in first) is required} - left_out


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


def test_statements_are_begun_of_sources_that_are_there(tmp_path: Path) -> None:
    root = copy_of_sample(tmp_path / "project")
    found = begun(root, STATEMENT.word, "nobody")
    assert isinstance(found, Refusal)
    assert found.message == "no source has the id `nobody`"
    source = root / SOURCE.own_file.format("nobody")
    source.parent.mkdir(exist_ok=True)
    source.write_text("not: readable", encoding="utf-8")
    assert isinstance(begun(root, STATEMENT.word, "nobody"), FileChanges)


@pytest.fixture(scope="module")
def with_schemas(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = copy_of_sample(tmp_path_factory.mktemp("schemas") / "project")
    written = CliRunner().invoke(hornbook, ["--root", str(root), "schema"])
    assert written.exit_code == 0, written.output
    return root


@pytest.mark.parametrize("kind", WRITTEN, ids=lambda kind: kind.word)
def test_a_new_file_names_the_written_schema_and_only_what_is_empty_breaks_it(kind: Kind, with_schemas: Path) -> None:
    name = "notes" if kind is STATEMENT else "quite-new"
    (with_schemas / kind.own_file.format(name)).unlink(missing_ok=True)  # what the source states
    changes = begun(with_schemas, kind.word, name)
    assert isinstance(changes, FileChanges), changes
    ((path, text),) = changes.written.items()
    schema = json.loads((with_schemas / path).parent.joinpath(schema_of(text)).resolve().read_text(encoding="utf-8"))
    found = list(Draft202012Validator(schema).iter_errors(yaml.safe_load(text)))
    assert [one.message for one in found if one.instance not in (None, []) and one.validator != "minItems"] == []
    assert any(one.instance is None for one in found) or kind is SOURCE, "a file of another kind would pass too"


def schema_of(text: str) -> str:
    """What the first line of a file names for editors."""
    return text.split("\n", 1)[0].removeprefix("# yaml-language-server: $schema=")


@pytest.mark.parametrize(("kind", "schema"), [("source", "source"), ("change", "change"), ("view", "view")])
def test_without_schemas_of_its_own_a_project_names_those_of_its_site(kind: str, schema: str, tmp_path: Path) -> None:
    root = copy_of_sample(tmp_path / "project")
    assert "yaml-language-server" not in first_line(root, kind), "nobody can have a site at an address for examples"
    glossary = root / GLOSSARY.file
    at = "https://words.hornbook.dev/"
    text = re.sub("(?m)^site_url: .*$", f"site_url: {at}", glossary.read_text(encoding="utf-8"))
    glossary.write_text(text, encoding="utf-8")
    assert first_line(root, kind) == f"# yaml-language-server: $schema={at}schema/{schema}.json"
    assert f"{at}schema/{schema}.json" == json.loads(published_schemas(at)[f"schema/{schema}.json"])["$id"]
    glossary.write_text(f"{text}strange: 1\n", encoding="utf-8")
    assert first_line(root, kind).startswith("# "), "a project with mistakes gets its new file too"


def first_line(root: Path, kind: str) -> str:
    changes = begun(root, kind, "quite-new")
    assert isinstance(changes, FileChanges)
    (text,) = changes.written.values()
    return text.partition("\n")[0]
