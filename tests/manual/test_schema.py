"""The JSON Schema of each kind of file: made from the declarations, and true of real files."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from hornbook import kinds
from hornbook.addresses import SCHEMA
from hornbook.kinds import KINDS, PAGE, SCHEMA_NAMES, Kind
from hornbook.load.text.files import source_text
from hornbook.load.tree.reader import read_yaml
from hornbook.load.tree.values import ScalarKind, YamlMapping, YamlScalar, YamlSequence, YamlValue
from hornbook.manual import json_schema, published_schemas, schemas
from tests.load.project import BASE
from tests.where import FLAGSHIP, OF_FLAGSHIP, SAMPLE

DESCRIBED = [kind for kind in KINDS if kind is not PAGE]
FILES = [
    pytest.param(kind, path, marks=OF_FLAGSHIP if root == FLAGSHIP else ())
    for root in (BASE, SAMPLE, FLAGSHIP)
    for kind in DESCRIBED
    for path in sorted(root.glob(kind.file.replace("{}", "*")))
]


def properties(schema: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    match schema:
        case dict():
            yield from schema.get("properties", {}).items()
            for inner in schema.values():
                yield from properties(inner)
        case list():
            for inner in schema:
                yield from properties(inner)
        case _:
            pass


def plain(value: YamlValue | None) -> Any:
    """A file as other programs for YAML 1.2 read it."""
    match value:
        case YamlMapping(fields):
            return {key.text: plain(inner) for key, inner in fields}
        case YamlSequence(items):
            return [plain(item) for item in items]
        case YamlScalar(kind=ScalarKind.TRUTH):
            return value.text == "true"
        case YamlScalar(kind=ScalarKind.NUMBER):
            return int(value.text)
        case _:
            return value and value.text


def problems(kind: Kind, text: str) -> list[str]:
    data = plain(read_yaml(source_text("x.yaml", text)).value)
    return [error.message for error in Draft202012Validator(json_schema(kind)).iter_errors(data)]


@pytest.mark.parametrize("kind", DESCRIBED, ids=lambda kind: kind.schema)
def test_the_schema_is_one(kind: Kind) -> None:
    Draft202012Validator.check_schema(json_schema(kind))


@pytest.mark.parametrize("kind", DESCRIBED, ids=lambda kind: kind.schema)
def test_every_field_has_a_title_and_says_what_it_is_for(kind: Kind) -> None:
    found = list(properties(json_schema(kind)))
    assert found
    for name, field in found:
        assert field["title"] == name
        assert field["description"].endswith("."), name


@pytest.mark.parametrize("kind", DESCRIBED, ids=lambda kind: kind.schema)
def test_no_field_may_be_null_and_no_other_field_is_allowed(kind: Kind) -> None:
    text = str(json_schema(kind))
    assert "'null'" not in text
    assert "'additionalProperties': False" in text


def test_fields_have_the_names_that_yaml_gives_them() -> None:
    implication = json_schema(kinds.FRAMEWORK)["$defs"]["Implication"]
    assert {"if", "then", "assuming"} <= set(implication["properties"])
    assert implication["required"] == ["id", "if", "then"]
    assert {"container-title", "URL"} <= set(json_schema(kinds.SOURCE)["items"]["properties"])


def test_fields_written_inline_are_the_record_s_own() -> None:
    judgement = json_schema(kinds.EXAMPLE)["$defs"]["Judgement"]
    assert set(judgement["properties"]) == {
        *("id", "framework", "assuming", "then", "verdict", "author", "note", "says", "source")
    }
    assert set(judgement["required"]) == {"framework", "then"}


def test_a_citation_may_be_an_id_alone() -> None:
    first, second = json_schema(kinds.FAQ)["$defs"]["Citation"]["anyOf"]
    assert (first["type"], second["type"]) == ("string", "object")


@pytest.mark.parametrize(("kind", "path"), FILES, ids=lambda one: getattr(one, "stem", ""))
def test_every_file_that_loads_agrees_with_its_schema(kind: Kind, path: Any) -> None:
    text = path.read_text(encoding="utf-8")
    if kind is kinds.VIEW and "kind: chain" in text:
        kind = kinds.CHAIN
    elif kind is kinds.CHAIN:
        return
    if kind is kinds.SOURCE and text[:1] != "-":
        pytest.skip("a group by id, which schemas describe as a list")
    assert problems(kind, text) == []


def test_texts_of_one_character_agree_and_empty_ones_do_not() -> None:
    texts = "{label: ?, kind: property, text: ?, note: ?, senses: [{id: a, framework: w, source: a, text: ?}]}"
    assert problems(kinds.TERM, texts.replace("?", "x")) == []
    assert len(problems(kinds.TERM, texts.replace("?", "''"))) == 4


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (kinds.TERM, "{kind: property, short: Water.}"),
        (kinds.TERM, "{label: Rain, kind: The weather, short: Water.}"),
        (kinds.TERM, "{label: Rain, kind: property, short: Water., colour: grey}"),
        (kinds.TERM, "{label: Rain, kind: property, short: Water., related: rain}"),
        (kinds.FRAMEWORK, "{label: W, source: a, implications: [{id: A, if: [a], then: b}]}"),
        (kinds.FRAMEWORK, "{label: W, source: a, implications: [{id: a, if: [], then: b}]}"),
        (kinds.EXAMPLE, "{label: W, text: T, source: a, facts: {rain: 3}}"),
        (kinds.CHAIN, "{kind: chain, title: T, framework: w, links: [{label: a}], gaps: [{}], text: T, source: a}"),
    ],
)
def test_what_does_not_load_does_not_agree_either(kind: Kind, text: str) -> None:
    assert problems(kind, text)


def test_published_schemas_have_their_addresses_and_no_ids_of_a_project() -> None:
    at = "https://words.hornbook.dev/"
    published = {address: json.loads(text) for address, text in published_schemas(at).items()}
    assert (
        published.keys() == {SCHEMA.format(name) for name in schemas()} == {SCHEMA.format(one) for one in SCHEMA_NAMES}
    )
    for address, schema in published.items():
        Draft202012Validator.check_schema(schema)
        assert schema["$id"] == at + address
        del schema["$id"]
    assert published == {SCHEMA.format(name): schema for name, schema in schemas().items()}
