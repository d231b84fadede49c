"""Walking a positioned value with the record classes as the guide, whether or not the record is in order.

References are looked for here and not in validated records, so that one wrong field does not hide another.
"""

import types
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from pydantic import Discriminator, Tag

from hornbook.load.leaves import Leaf, Markdown
from hornbook.load.record_parts import KeysAre, Record
from hornbook.load.yaml_values import ScalarKind, YamlMapping, YamlScalar, YamlSequence, YamlValue


@dataclass(frozen=True, slots=True)
class FoundLeaf:
    """A single value that the records know, and the framework whose words are used there (None: the default)."""

    leaf: Leaf
    scalar: YamlScalar
    framework: str | None


@dataclass(frozen=True, slots=True)
class FoundRecord:
    """A group of fields that is a record of this class."""

    record: type[Record]
    value: YamlMapping
    framework: str | None


@dataclass(frozen=True, slots=True)
class FoundList:
    """A list of single values, each of which should be named once; texts are none."""

    name: str
    items: tuple[YamlScalar, ...]


Found = FoundLeaf | FoundRecord | FoundList


def walk(record: type[Record], value: YamlValue, framework: str | None) -> Iterator[Found]:
    """Find every known record, list and single value in `value`, in the order of the classes' fields.

    `framework` is the one that the file belongs to; a record with a field of that name says so for what is in it.
    """
    yield from _walk_hint(record, value, framework, "")


@cache
def field_hints(record: type[Record]) -> dict[str, Any]:
    """The type of each field, by the name that it has in YAML."""
    hints = get_type_hints(record, include_extras=True)
    return {info.alias or name: hints[name] for name, info in record.model_fields.items()}


def _walk_hint(hint: Any, value: YamlValue, framework: str | None, name: str) -> Iterator[Found]:  # noqa: ANN401 - a type
    origin = get_origin(hint)
    if origin is Annotated:
        yield from _walk_annotated(hint, value, framework, name)
    elif origin in (Union, types.UnionType):
        inner = next(option for option in get_args(hint) if option is not types.NoneType)
        yield from _walk_hint(inner, value, framework, name)
    elif origin is list and isinstance(value, YamlSequence):
        if not _is_prose(get_args(hint)[0]) and all(isinstance(item, YamlScalar) for item in value.items):
            yield FoundList(name, tuple(item for item in value.items if isinstance(item, YamlScalar)))
        for item in value.items:
            yield from _walk_hint(get_args(hint)[0], item, framework, name)
    elif origin is dict and isinstance(value, YamlMapping):
        for key, inner_value in value.fields:
            yield from _walk_hint(get_args(hint)[1], inner_value, framework, key.text)
    elif isinstance(hint, type) and issubclass(hint, Record):
        yield from _walk_record(hint, value, framework)


def _walk_annotated(hint: Any, value: YamlValue, framework: str | None, name: str) -> Iterator[Found]:  # noqa: ANN401
    inner, *extras = get_args(hint)
    leaf = next((extra for extra in extras if isinstance(extra, Leaf)), None)
    choose = next((extra for extra in extras if isinstance(extra, Discriminator)), None)
    if leaf is not None:
        if isinstance(value, YamlScalar) and value.kind is ScalarKind.TEXT:
            yield FoundLeaf(leaf, value, framework)
    elif choose is not None:
        assert callable(choose.discriminator)
        tag = Tag(str(choose.discriminator(value)))
        yield from _walk_hint(next(o for o in get_args(inner) if tag in get_args(o)), value, framework, name)
    else:
        keys = next((extra for extra in extras if isinstance(extra, KeysAre)), None)
        if keys is not None and isinstance(value, YamlMapping):
            yield from (FoundLeaf(keys.leaf, key, framework) for key, _ in value.fields)
        yield from _walk_hint(inner, value, framework, name)


def _is_prose(hint: Any) -> bool:  # noqa: ANN401 - a type
    return any(isinstance(extra, Markdown) for extra in get_args(hint))


def _walk_record(record: type[Record], value: YamlValue, framework: str | None) -> Iterator[Found]:
    hints = field_hints(record)
    if isinstance(value, YamlScalar) and record.shorthand:
        yield from _walk_hint(hints[record.shorthand], value, framework, record.shorthand)
    if not isinstance(value, YamlMapping):
        return
    own = value.text("framework") if "framework" in hints else None
    inside = own.text if own else framework
    yield FoundRecord(record, value, inside)
    for name, hint in hints.items():
        field = value.get(name)
        if field is not None:
            yield from _walk_hint(hint, field, inside, name)
