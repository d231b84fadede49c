"""Records as plain data and back, for what is kept from one run to the next: nothing in it is ever a program.

Only classes that a record may hold, as the declarations say, are made again; each is called by its own name.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields, is_dataclass
from enum import Enum
from functools import cache
from operator import attrgetter
from typing import Any, get_args

from hornbook.mathematics import Formula, Typeset
from hornbook.mathematics.formulas import Part
from hornbook.model.contents import fields_of

_TUPLE, _SET, _MAPPING, _TYPESET, _FIRST = range(5)
"""What the first item of a list says that it is; from `_FIRST` on it is the number of a class."""


@dataclass(frozen=True, slots=True)
class Classes:
    """The classes that values may be of: words, and what has fields."""

    words: Mapping[str, type[Enum]]
    records: Mapping[str, type]


def classes_in(roots: Iterable[type]) -> Classes:
    """Every class that may stand in a value of these; no two have one name."""
    words: dict[str, type[Enum]] = {}
    records: dict[str, type] = {one.__name__: one for one in (Formula, Part)}
    todo = [*roots]
    while todo:
        declaration = todo.pop()
        if records.setdefault(declaration.__name__, declaration) is not declaration:
            message = f"two classes are called {declaration.__name__}"
            raise ValueError(message)
        for kind in {kind for hint in fields_of(declaration).values() for kind in _classes(hint)}:
            if issubclass(kind, Enum):
                words[kind.__name__] = kind
            elif kind.__name__ not in records:
                todo.append(kind)
    return Classes(words, records)


def _classes(hint: object) -> Iterable[type]:
    """The words and dataclasses that a type names, however they are grouped in it."""
    if isinstance(hint, type) and (is_dataclass(hint) or issubclass(hint, Enum)):
        yield hint
    for inner in get_args(hint):
        yield from _classes(inner)


def to_plain(value: object) -> Any:  # noqa: ANN401 - what JSON can hold
    """A value of the model as JSON has it, the names of its classes first."""
    names: dict[str, int] = {}
    written = _written(value, names)
    return [[*names], written]


def _written(value: Any, names: dict[str, int]) -> Any:  # noqa: ANN401 - likewise
    kind: type = type(value)
    if value is None or kind in (str, int, bool):
        return value
    if isinstance(value, Enum):
        return [names.setdefault(kind.__name__, _FIRST + len(names)), value.value]
    number, parts = _group(value)
    if number is None:
        number, parts = names.setdefault(kind.__name__, _FIRST + len(names)), _parts(kind)(value)
    return [number, *[_written(part, names) for part in parts]]


def _group(value: Any) -> tuple[int | None, Iterable[Any]]:  # noqa: ANN401 - a value of the model
    """What a value of no class of its own is, and what it holds."""
    if type(value) is tuple:
        return _TUPLE, value
    if type(value) is frozenset:
        return _SET, sorted(value)
    if isinstance(value, Mapping):
        return _MAPPING, [part for pair in value.items() for part in pair]
    return (_TYPESET, value.pieces) if type(value) is Typeset else (None, ())


@cache
def _parts(kind: type) -> Callable[[Any], tuple[Any, ...]]:
    """What gives the values of all fields of a record."""
    get = attrgetter(*_names(kind))
    return get if len(_names(kind)) > 1 else lambda record: (get(record),)


@cache
def _names(kind: type) -> tuple[str, ...]:
    return tuple(one.name for one in fields(kind))


def from_plain(written: Any, classes: Classes) -> Any:  # noqa: ANN401 - a value of the model
    """What `to_plain` was given; raises KeyError for a class that is not among them."""
    names, value = written
    makers = [_maker(name, classes) for name in names]

    def read(one: Any) -> Any:  # noqa: ANN401 - likewise
        if type(one) is not list:
            return one
        number = one[0]
        if number >= _FIRST:
            return makers[number - _FIRST]([part if type(part) is not list else read(part) for part in one[1:]])
        if number == _MAPPING:
            return {name: read(part) for name, part in zip(one[1::2], one[2::2], strict=True)}
        parts = [part if type(part) is not list else read(part) for part in one[1:]]
        if number == _TUPLE:
            return tuple(parts)
        return frozenset(parts) if number == _SET else Typeset(tuple(parts))

    return read(value)


def _maker(name: str, classes: Classes) -> Callable[[list[Any]], Any]:
    """What makes a value of a class of what it holds."""
    if name in classes.words:
        word = classes.words[name]
        return lambda held: word(held[0])
    return _record_maker(classes.records[name])


@cache
def _record_maker(kind: type) -> Callable[[list[Any]], Any]:
    """Likewise; the fields are put in as they were, past what a class does to hold them."""
    setters = [kind.__dict__[name].__set__ for name in _names(kind)]
    new = object.__new__

    def made(held: list[Any]) -> Any:  # noqa: ANN401 - a value of the model
        record: Any = new(kind)
        for put, value in zip(setters, held):  # noqa: B905 - each has as many, by the digest of the code
            put(record, value)
        return record

    return made
