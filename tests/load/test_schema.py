from collections.abc import Iterator
from typing import Any

import pytest
import yaml

from hornbook.load import KINDS, json_schema
from tests.load.project import SAMPLE

FILES = {
    "term": "glossary/terms/*",
    "framework": "glossary/frameworks/*",
    "faq": "glossary/faq/*",
    "view": "diagrams/by-*",
    "chain": "diagrams/from-*",
    "example": "glossary/examples/*",
    "question": "glossary/questions/*",
    "disagreement": "glossary/disagreements/*",
}


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


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_has_a_title_and_says_what_it_is_for(kind: str) -> None:
    found = list(properties(json_schema(kind)))
    assert found
    for name, field in found:
        assert field.get("description"), name
        assert field.get("title") or "$ref" in field, name


@pytest.mark.parametrize("kind", KINDS)
def test_no_field_may_be_null_and_no_other_field_is_allowed(kind: str) -> None:
    text = str(json_schema(kind))
    assert "'null'" not in text
    assert "'default'" not in text
    assert "'additionalProperties': False" in text


def test_fields_have_the_names_that_yaml_gives_them() -> None:
    framework = json_schema("framework")["$defs"]["ImplicationRecord"]
    assert {"if", "then", "assuming"} <= set(framework["properties"])
    assert framework["required"] == ["id", "if", "then"]
    assert "container-title" in json_schema("sources")["$defs"]["SourceRecord"]["properties"]


def test_a_citation_may_be_an_id_alone() -> None:
    first, second = json_schema("faq")["$defs"]["CitationRecord"]["anyOf"]
    assert (first["type"], second["type"]) == ("string", "object")


@pytest.mark.parametrize(("kind", "pattern"), FILES.items())
def test_the_samples_fields_are_all_described(kind: str, pattern: str) -> None:
    allowed = set(json_schema(kind)["properties"])
    files = list(SAMPLE.glob(f"{pattern}.yaml"))
    assert files
    for file in files:
        assert set(yaml.safe_load(file.read_text(encoding="utf-8"))) <= allowed
