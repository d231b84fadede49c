"""What the model's classes declare of how they are written, taken apart once: fields, and the shapes of their values.

The reader, the JSON Schema and the manual all go by this; outside the model nothing else looks at annotations.
"""

import types
from collections.abc import Iterator
from dataclasses import MISSING, dataclass, fields, is_dataclass, replace
from enum import StrEnum
from functools import cache
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from hornbook.diagnostics import Place
from hornbook.logic import Literal
from hornbook.model.fields import (
    Address,
    Atoms,
    ById,
    Computed,
    Count,
    Day,
    FileName,
    Inline,
    Language,
    Line,
    NewId,
    OrAlone,
    Otherwise,
    OutsideId,
    PlaceOf,
    Ref,
    Truths,
    Version,
    Whole,
    Words,
    Written,
)
from hornbook.model.prose import Prose

How = (
    Line
    | Words
    | NewId
    | Ref
    | Atoms
    | Day
    | Version
    | Whole
    | Address
    | OutsideId
    | Language
    | type[Prose]
    | type[bool]
    | type[StrEnum]
)
"""How a single value is written."""
_HOWS = (Line, Words, NewId, Ref, Atoms, Day, Version, Whole, Address, OutsideId, Language)


@dataclass(frozen=True, slots=True)
class Single:
    """A single value."""

    how: How


@dataclass(frozen=True, slots=True)
class Many:
    """A list."""

    item: "Shape"
    made: type[tuple[object, ...]] | type[frozenset[object]]
    count: Count
    alone: bool = False
    """Its only item may stand without the list."""


@dataclass(frozen=True, slots=True)
class Group:
    """A group of fields: the record of a class, or of one of several."""

    declarations: tuple[type, ...]


@dataclass(frozen=True, slots=True)
class ByIds:
    """A group of ids with a record each."""

    declaration: type
    key: Ref | None
    """What the ids are those of; None where the records define them."""


@dataclass(frozen=True, slots=True)
class ByAtoms:
    """A group of atoms, each with a record of its own, or with one for each of some frameworks."""

    key: Ref
    declaration: type


Shape = Single | Many | Group | ByIds | ByAtoms


@dataclass(frozen=True, slots=True)
class Field:
    """A field as it is written."""

    name: str
    """In YAML."""
    path: tuple[str, ...]
    """Where its value goes in the model: a field of the record, or of a value that is written inline."""
    shape: Shape
    meaning: str
    required: bool
    otherwise: str | None
    """What it is where it is left out, if the step that knows all records says so."""
    default: str | None = None
    """What it is where it is left out, as it would be written; None where that says nothing."""


@cache
def fields_of(declaration: type) -> tuple[Field, ...]:
    """The fields that are written for a class, those of values written inline among them, in their order."""
    return tuple(_fields(declaration))


def declarations_in(shape: Shape) -> tuple[type, ...]:
    """The classes whose fields are written in a value of this shape."""
    match shape:
        case Many(item):
            return declarations_in(item)
        case Group(declarations):
            return declarations
        case ByIds(declaration) | ByAtoms(_, declaration):
            return (declaration,)
        case _:
            return ()


def words_in(shape: Shape) -> type[StrEnum] | None:
    """The words of which a value of this shape is one, or each of its items is one."""
    match shape:
        case Single(type() as how) if issubclass(how, StrEnum):
            return how
        case Many(item):
            return words_in(item)
        case _:
            return None


@cache
def places_of(declaration: type) -> tuple[tuple[str, str | None, bool], ...]:
    """The fields that say where something is written: name, the field whose place it is, whether of each item."""
    found = []
    for name, hint in _hints(declaration).items():
        bare, marks = _bare(hint)
        if bare is Place or Place in get_args(bare):
            of = next((mark.name for mark in marks if isinstance(mark, PlaceOf)), None)
            found.append((name, of, bare is not Place))
    return tuple(found)


@cache
def inline_of(declaration: type) -> tuple[tuple[str, type], ...]:
    """The fields whose own fields are written among those of the class."""
    bared = ((name, *_bare(hint)) for name, hint in _hints(declaration).items())
    return tuple((name, bare) for name, bare, marks in bared if any(isinstance(mark, Inline) for mark in marks))


@cache
def named_by_file(declaration: type) -> tuple[str, ...]:
    """The fields that hold the name of the record's file, or the key before the record."""
    bared = ((name, *_bare(hint)) for name, hint in _hints(declaration).items())
    return tuple(name for name, _, marks in bared if any(isinstance(mark, FileName) for mark in marks))


def _fields(declaration: type) -> Iterator[Field]:
    defaults = {one.name: one for one in fields(declaration)}
    for name, hint in _hints(declaration).items():
        bare, marks = _bare(hint)
        kinds = tuple(map(type, marks))
        if bare is Place or Place in get_args(bare) or FileName in kinds or Computed in kinds:
            continue
        inline = next((mark for mark in marks if isinstance(mark, Inline)), None)
        if inline is not None:
            yield from _inline(name, bare, inline)
            continue
        otherwise = next((mark.words for mark in marks if isinstance(mark, Otherwise)), None)
        default = defaults[name].default
        has_default = default is not MISSING or defaults[name].default_factory is not MISSING
        yield Field(
            name=next((mark.name for mark in marks if isinstance(mark, Written)), name),
            path=(name,),
            shape=_shape(bare, marks),
            meaning=next((mark for mark in marks if isinstance(mark, str)), ""),
            required=not has_default and otherwise is None,
            otherwise=otherwise,
            default=_as_written(default),
        )


def _inline(name: str, declaration: type, inline: Inline) -> Iterator[Field]:
    for inner in fields_of(declaration):
        if not inline.names or inner.name in inline.names:
            required = inner.required or inner.name in inline.required
            yield replace(inner, path=(name, *inner.path), required=required)


def _as_written(default: object) -> str | None:
    if isinstance(default, bool):
        return str(default).lower()
    return str(default) if isinstance(default, str) else None


@cache
def _hints(declaration: type) -> dict[str, Any]:
    hints = get_type_hints(declaration, include_extras=True)
    return {one.name: hints[one.name] for one in fields(declaration)}


def _bare(hint: Any) -> tuple[Any, tuple[Any, ...]]:  # noqa: ANN401 - a type
    """A type without annotations and without None, and the annotations; outer ones come first."""
    if get_origin(hint) is Annotated:
        inner, *marks = get_args(hint)
        bare, more = _bare(inner)
        return bare, (*marks, *more)
    if get_origin(hint) in (Union, types.UnionType):
        options = [option for option in get_args(hint) if option is not types.NoneType]
        if len(options) == 1:
            return _bare(options[0])
    return hint, ()


def _shape(bare: Any, marks: tuple[Any, ...]) -> Shape:  # noqa: ANN401 - a type
    origin = get_origin(bare)
    if origin in (tuple, frozenset):
        return _many(bare, origin, marks)
    if origin in (Union, types.UnionType):
        return Group(tuple(get_args(bare)))
    if bare in (Literal, str, int):
        return Single(next(mark for mark in marks if isinstance(mark, _HOWS)))
    if bare is Prose or bare is bool or issubclass(bare, StrEnum):
        return Single(bare)
    assert isinstance(bare, type)
    assert is_dataclass(bare)
    return Group((bare,))


def _key(declaration: type) -> Ref | None:
    """The reference that the key before a record is; None where it defines an id."""
    marks = next(marks for _, marks in map(_bare, _hints(declaration).values()) if FileName() in marks)
    return next((mark for mark in marks if isinstance(mark, Ref)), None)


def _many(bare: Any, made: Any, marks: tuple[Any, ...]) -> Shape:  # noqa: ANN401 - a type
    inner = get_args(bare)
    item, more = _bare(inner[0])
    for mark in marks:
        if isinstance(mark, ById):
            return ByIds(item, _key(item))
        if isinstance(mark, Truths):
            return ByAtoms(Ref(mark.kind), item)
    exact = len(inner) if made is tuple and inner[-1] is not Ellipsis else None
    count = next((mark for mark in marks if isinstance(mark, Count)), Count(exact or 0, exact))
    kept = tuple(mark for mark in marks if isinstance(mark, _HOWS))
    return Many(_shape(item, (*more, *kept)), made, count, any(isinstance(mark, OrAlone) for mark in marks))
