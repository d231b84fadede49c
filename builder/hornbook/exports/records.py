"""Records as data, and the JSON Schema of the same: both led by the declarations of the model.

A field has its name in files. Texts are words, references ids, literals `a` or `not a`; what has no value, and a truth
that is what it is where nothing is said, is left out.
"""

from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from typing import Any

from hornbook.exports.telling import UNTOLD, Schema, Telling, told_of
from hornbook.exports.words import in_words
from hornbook.load.records import IMPOSSIBLE, schema_of
from hornbook.model import Prose, RecordedFact
from hornbook.model.declared import ByAtoms, ByIds, Field, Group, Many, Shape, Single, fields_of, named_by_file
from hornbook.model.fields import Atoms, Day, Line, Ref, Words
from hornbook.model.reads import declared

_EMPTY: tuple[object, ...] = (None, "", [], {})


def data_of(telling: Telling, record: Any, around: tuple[Any, ...] = ()) -> dict[str, object]:  # noqa: ANN401 - any
    """A record as data; `around` are those that it stands in, the outermost first."""
    declaration = declared(type(record))
    data = {one.name: one.value(telling, record, around) for one in told_of(declaration)}
    inside = (*around, record)
    for one in _written(declaration):
        value: Any = record
        for step in one.path:
            value = getattr(value, step)
        if one.default is not None and isinstance(value, bool) and str(value).lower() == one.default:
            continue
        data[one.name] = _value(telling, value, one.shape, inside)
    required = _required(declaration)
    return {name: value for name, value in data.items() if value not in _EMPTY or name in required}


@cache
def _required(declaration: type) -> frozenset[str]:
    """The fields that records of a class always have."""
    found = {one.name for one in told_of(declaration) if one.always}
    found |= {one.name for one in _written(declaration) if one.required and not isinstance(one.shape, ByIds | ByAtoms)}
    return frozenset(found | {"atom"}) if declaration is RecordedFact else frozenset(found)


@cache
def _written(declaration: type) -> tuple[Field, ...]:
    """The fields that are told as they are written."""
    apart = UNTOLD.get(declaration, frozenset()) | {one.name for one in told_of(declaration)}
    return tuple(one for one in fields_of(declaration) if one.name not in apart)


def _value(telling: Telling, value: Any, shape: Shape, inside: tuple[Any, ...]) -> object:  # noqa: ANN401 - any
    if value is None:
        return IMPOSSIBLE if isinstance(shape, Single) and _may_be_impossible(shape.how) else None
    match shape:
        case Single(how):
            return _single(telling, value, how)
        case Many(item):
            listed = sorted(value) if isinstance(value, frozenset) else value
            return [_value(telling, one, item, inside) for one in listed]
        case Group():
            return data_of(telling, value, inside)
        case ByIds(declaration):
            (key,) = named_by_file(declaration)
            return {getattr(one, key): data_of(telling, one, inside) for one in value}
        case ByAtoms():
            return [{"atom": one.atom, **_framework(one), **data_of(telling, one, inside)} for one in value]


def _framework(fact: RecordedFact) -> dict[str, object]:
    return {"framework": fact.framework} if fact.framework else {}


def _may_be_impossible(how: object) -> bool:
    return isinstance(how, Atoms) and how.or_impossible


def _single(telling: Telling, value: Any, how: object) -> object:  # noqa: ANN401 - any
    if how is Prose:
        return in_words(telling.knowledge, value)
    if isinstance(value, StrEnum):
        return value.value
    return str(value) if isinstance(how, Atoms) else value


@dataclass(slots=True)
class Schemas:
    """Schemas of records that are being made; each class is described once."""

    parts: dict[str, Schema] = field(default_factory=dict)

    def of(self, declaration: type) -> Schema:
        """A reference to the schema of the records of a class."""
        name = declaration.__name__
        if name not in self.parts:
            self.parts[name] = {}  # a class that holds itself ends here
            self.parts[name] = self._record(declaration)
        return {"$ref": f"#/$defs/{name}"}

    def _record(self, declaration: type) -> Schema:
        properties = {one.name: {"description": one.meaning, **one.schema} for one in told_of(declaration)}
        properties |= {one.name: self._field(one) for one in _written(declaration)}
        if declaration is RecordedFact:  # in files both stand before it
            properties |= {
                name: {"description": meaning, **schema_of(Ref(name))} for name, meaning in _OF_FACTS.items()
            }
        return {
            "title": declaration.__name__,
            "description": (declaration.__doc__ or "").partition("\n")[0],
            "type": "object",
            "properties": properties,
            "required": sorted(_required(declaration)),
        }

    def _field(self, one: Field) -> Schema:
        truth = isinstance(one.shape, Single) and one.shape.how is bool and one.default is not None
        return {
            "description": one.meaning,
            **self._shape(one.shape),
            **({"default": one.default == "true"} if truth else {}),
        }

    def _shape(self, shape: Shape) -> Schema:
        match shape:
            case Single(how):
                return _single_schema(how)
            case Many(item):
                return {"type": "array", "items": self._shape(item)}
            case Group(declarations):
                options = [self.of(one) for one in declarations]
                return options[0] if len(options) == 1 else {"anyOf": options}
            case ByIds(declaration):
                return {"type": "object", "additionalProperties": self.of(declaration)}
            case ByAtoms(_, declaration):
                return {"type": "array", "items": self.of(declaration)}


_OF_FACTS = {"atom": "The atom.", "framework": "The one framework for which it is recorded."}


def _single_schema(how: Any) -> Schema:  # noqa: ANN401 - how any value is written
    if how is Prose or isinstance(how, Line | Words):
        return {"type": "string"}
    if isinstance(how, Day) and how.partial:
        return {"type": "string", "pattern": r"^\d{4}(-\d\d(-\d\d)?)?$"}
    if _may_be_impossible(how):
        return {"anyOf": [schema_of(how), {"const": IMPOSSIBLE}]}
    return schema_of(how)
