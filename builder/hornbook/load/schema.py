"""The JSON Schema of each kind of file, for editors; made from the record classes."""

from typing import Any

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from hornbook.load.record_classes import RECORDS

KINDS: dict[str, Any] = {kind.schema: list[record] if kind.many else record for kind, record in RECORDS.items()}  # type: ignore[valid-type] # made here


def json_schema(kind: str) -> dict[str, Any]:
    """Describe a kind of file as JSON Schema (draft 2020-12); `kind` is a key of `KINDS`."""
    schema = TypeAdapter(KINDS[kind]).json_schema(by_alias=True, schema_generator=_Generator)
    return {"$schema": GenerateJsonSchema.schema_dialect, **schema}


class _Generator(GenerateJsonSchema):
    """A field that may be left out may not be null; and single values stand for the groups that allow it."""

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        described = super().default_schema(schema)
        described.pop("default", None)
        return described

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        described = super().model_schema(schema)
        shorthand = getattr(schema["cls"], "shorthand", None)
        if shorthand is None:
            return described
        return {"anyOf": [described["properties"][shorthand], described], "title": described["title"]}
