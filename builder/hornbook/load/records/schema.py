"""The JSON Schema of each kind of file (draft 2020-12), for editors; made from the declarations."""

from typing import Any

from hornbook.kinds import Kind
from hornbook.load.records.scalars import schema_of
from hornbook.model import Claim
from hornbook.model.declared import ByAtoms, ByIds, Field, Group, Many, Shape, Single, fields_of

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def json_schema(kind: Kind) -> dict[str, Any]:
    """Describe the files of a kind."""
    parts: dict[str, Any] = {}
    record = _group(kind.declaration, parts)
    schema = {"type": "array", "items": record, "title": kind.plural.capitalize()} if kind.many else record
    return {"$schema": _DIALECT, **schema, "$defs": dict(sorted(parts.items()))}


def _group(declaration: type, parts: dict[str, Any]) -> dict[str, Any]:
    fields = fields_of(declaration)
    described: dict[str, Any] = {
        "title": declaration.__name__,
        "description": (declaration.__doc__ or "").partition("\n")[0],
        "type": "object",
        "properties": {field.name: _field(field, parts) for field in fields},
        "additionalProperties": False,
    }
    required = [field.name for field in fields if field.required]
    if required:
        described["required"] = required
    shorthand: str | None = getattr(declaration, "shorthand", None)
    if shorthand is None:
        return described
    return {"anyOf": [described["properties"][shorthand], described], "title": described["title"]}


def _field(field: Field, parts: dict[str, Any]) -> dict[str, Any]:
    meaning = field.meaning if field.otherwise is None else f"{field.meaning} If left out: {field.otherwise}."
    return {"title": field.name, "description": meaning, **_shape(field.shape, parts)}


def _shape(shape: Shape, parts: dict[str, Any]) -> dict[str, Any]:
    match shape:
        case Single(how):
            return schema_of(how)
        case Many(item, _, count):
            counted = {"minItems": count.least, "maxItems": count.most}
            return {"type": "array", "items": _shape(item, parts), **{name: n for name, n in counted.items() if n}}
        case Group(declarations):
            options = [_reference(declaration, parts) for declaration in declarations]
            options += [{"type": "string", "pattern": "=>"}] if Claim in declarations else []
            return options[0] if len(options) == 1 else {"anyOf": options}
        case ByIds(declaration):
            return {"type": "object", "additionalProperties": _reference(declaration, parts)}
        case ByAtoms(_, declaration):
            one = _reference(declaration, parts)
            return {
                "type": "object",
                "additionalProperties": {"anyOf": [one, {"type": "object", "additionalProperties": one}]},
            }


def _reference(declaration: type, parts: dict[str, Any]) -> dict[str, Any]:
    name = declaration.__name__
    if name not in parts:
        parts[name] = {}  # a class that holds itself ends here
        parts[name] = _group(declaration, parts)
    return {"$ref": f"#/$defs/{name}"}
