"""Schemas with the ids of a project: each offered with its meaning, and none demanded."""

from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from hornbook.kinds import KINDS
from hornbook.load import load
from hornbook.load.text import source_text
from hornbook.load.tree import read_yaml
from hornbook.manual import Vocabulary, schema_globs, schemas, vocabulary_of
from tests.load.project import loaded_with
from tests.manual.test_schema import plain
from tests.where import BOTH, SAMPLE


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    return vocabulary_of(load(SAMPLE))


def told(schema: dict[str, Any], name: str) -> dict[str, str]:
    return {option["const"]: option["description"] for option in schema["$defs"][name]["anyOf"]}


@pytest.mark.parametrize("root", BOTH)
def test_every_file_agrees_with_the_schema_of_where_it_stands(root: Path) -> None:
    made = schemas(vocabulary_of(load(root)))
    read = 0
    for name, glob in schema_globs().items():
        validator = Draft202012Validator(made[name])
        for path in root.glob(glob):
            data = plain(read_yaml(source_text("x.yaml", path.read_text(encoding="utf-8"))).value)
            if name != "sources" or isinstance(data, list):
                assert [error.message for error in validator.iter_errors(data)] == [], path
                read += 1
    assert read > len(KINDS)


def test_schemas_are_schemas_with_and_without_ids(vocabulary: Vocabulary) -> None:
    for made in (schemas(), schemas(vocabulary)):
        assert made.keys() >= {*schema_globs()}
        for schema in made.values():
            Draft202012Validator.check_schema(schema)


def test_the_same_files_give_the_same_schemas(vocabulary: Vocabulary) -> None:
    assert str(schemas(vocabulary_of(load(SAMPLE)))) == str(schemas(vocabulary))


def test_a_meaning_is_in_the_vocabulary_s_own_words(vocabulary: Vocabulary) -> None:
    made = schemas(vocabulary)
    assert told(made["term"], "term-ids")["square"] == (
        "Square (term): A quadrilateral with four equal sides & four right angles."
    )
    implications = told(made["view"], "implication-ids")
    assert implications["rectangle-is-parallelogram"].endswith("Parallelogram holds if rectangle holds.")
    assert told(made["term"], "source-ids")["primer"].startswith("A primer of figures")
    assert told(made["framework"], "atom-literals")["not round"] == "The figure is not round."


def test_ids_are_listed_once_in_a_schema(vocabulary: Vocabulary) -> None:
    assert str(schemas(vocabulary)["term"]).count("'const': 'rhombus'") == 1


def test_where_there_are_mistakes_ids_keep_what_could_be_read(tmp_path: Path) -> None:
    broken = {"glossary/terms/kite.yaml": "label: [\n", "glossary/terms/planar.yaml": "label: Planar\n"}
    loaded = loaded_with(tmp_path, broken, SAMPLE)
    assert loaded.knowledge is None
    terms = told(schemas(vocabulary_of(loaded))["term"], "term-ids")
    assert terms["kite"] == "Term"
    assert terms["square"].startswith("Square (term)")
    before = vocabulary_of(load(SAMPLE))
    assert told(schemas(vocabulary_of(loaded, before))["term"], "term-ids")["kite"].startswith("Kite (term)")


def test_a_project_that_cannot_be_read_has_no_ids(tmp_path: Path) -> None:
    for schema in schemas(vocabulary_of(load(tmp_path))).values():
        Draft202012Validator.check_schema(schema)
