"""Validating records one by one, and turning what pydantic finds into diagnostics with a place."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from pydantic import ValidationError

from hornbook.diagnostics import Diagnostic, Place
from hornbook.diagnostics.formats import shown
from hornbook.load.record_parts import Record
from hornbook.load.record_walk import FoundList, FoundRecord, field_hints, walk
from hornbook.load.suggestions import Suggestions
from hornbook.load.yaml_values import YamlMapping, YamlScalar, YamlSequence, YamlValue

_R = TypeVar("_R", bound=Record)


@dataclass(frozen=True, slots=True)
class Validated(Generic[_R]):
    """A record, or None where it has mistakes."""

    record: _R | None
    diagnostics: tuple[Diagnostic, ...]


def validate(kind: type[_R], value: YamlValue, suggestions: Suggestions) -> Validated[_R]:
    """Hold a value against a record class; every mistake in it is found at once."""
    found = list(_list_and_pair_mistakes(kind, value))
    try:
        record = kind.model_validate(value)
    except ValidationError as error:
        found += [
            _diagnostic(kind, value, details, suggestions)
            for details in error.errors(include_url=False, include_input=False)
        ]
        return Validated(None, tuple(found))
    return Validated(record, tuple(found))


def _list_and_pair_mistakes(kind: type[Record], value: YamlValue) -> Iterator[Diagnostic]:
    for found in walk(kind, value, None):
        match found:
            case FoundRecord(record, group):
                yield from _not_together(record, group)
                yield from _neither(record, group)
                yield from _in_both(record, group)
            case FoundList(name, items):
                yield from _repeated(name, items)
            case _:
                pass


def _not_together(record: type[Record], group: YamlMapping) -> Iterator[Diagnostic]:
    given = [name for name in record.together if group.get(name)]
    missing = [name for name in record.together if not group.get(name)]
    if given and missing:
        key = group.key(given[0])
        assert key is not None
        yield Diagnostic(
            key.place,
            "field-together",
            f"`{given[0]}` is given without `{missing[0]}`",
            hint=f"add `{missing[0]}: …`, or delete `{given[0]}`",
        )


def _neither(record: type[Record], group: YamlMapping) -> Iterator[Diagnostic]:
    if record.either and not any(group.get(name) for name in record.either):
        first, *others = (f"`{name}`" for name in record.either)
        yield Diagnostic(
            _beginning(group),
            "field-missing",
            f"{' or '.join([first, *others])} is missing",
            hint=f"add {first} or {' or '.join(others)}",
        )


def _repeated(name: str, items: tuple[YamlScalar, ...]) -> Iterator[Diagnostic]:
    seen: set[str] = set()
    for item in items:
        if _words(item) in seen:
            message = f"`{name}` names `{shown(item.text)}` twice"
            yield Diagnostic(item.place, "field-repeated", message, hint="delete one")
        seen.add(_words(item))


def _in_both(record: type[Record], group: YamlMapping) -> Iterator[Diagnostic]:
    if record.apart is None:
        return
    first, second = record.apart
    seen = {_words(item) for item in group.texts(first)}
    once = {_words(item): item for item in reversed([*group.texts(second)])}
    for words in once.keys() & seen:
        message = f"`{second}` names `{shown(words)}`, as `{first}` does"
        yield Diagnostic(once[words].place, "field-repeated", message, hint="delete one")


def _words(item: YamlScalar) -> str:
    """What an item says: a literal may be written with any space after its `not`."""
    return " ".join(item.text.split())


def _diagnostic(kind: type[Record], value: YamlValue, details: Any, suggestions: Suggestions) -> Diagnostic:  # noqa: ANN401 - pydantic's
    where = _locate(value, details["loc"])
    match details["type"]:
        case "missing":
            name = str(details["loc"][-1])
            return Diagnostic(_beginning(where.value), "field-missing", f"`{name}` is missing", hint=f"add `{name}: …`")
        case "extra_forbidden":
            key = where.key
            assert key is not None
            record = _record_of(kind, value, where.group)
            return Diagnostic(
                key.place,
                "field-unknown",
                f"there is no field `{shown(key.text)}` here",
                hint=_field_hint(key.text, tuple(field_hints(record)), suggestions),
            )
        case _:
            return _mistake(where, details)


def _mistake(where: "_Where", details: Any) -> Diagnostic:  # noqa: ANN401 - pydantic's
    context = details["ctx"]
    code, hint = context["code"], context["hint"]
    if code == "field-choice" and hint is None:
        hint = "write one of these words"
    place = where.value.place
    if isinstance(where.value, YamlScalar) and where.value.start == where.value.end and where.key is not None:
        place = where.key.place
    return Diagnostic(place, code, f"{where.name} {details['msg']}", hint=hint)


@dataclass(frozen=True, slots=True)
class _Where:
    """What a location in pydantic's sense leads to."""

    value: YamlValue
    group: YamlMapping | None
    key: YamlScalar | None
    name: str


def _locate(value: YamlValue, location: tuple[int | str, ...]) -> _Where:
    """Follow a location; the tags of unions and the fields that a shorthand stands for are no step."""
    where = _Where(value, None, None, "the record")
    for step in location:
        current = where.value
        if isinstance(step, int) and isinstance(current, YamlSequence):
            name = where.name.removeprefix("an item of ")
            where = _Where(current.items[step], where.group, None, f"an item of {name}")
        elif isinstance(step, str) and isinstance(current, YamlMapping):
            inner, key = current.get(step), current.key(step)
            if inner is not None and key is not None:
                where = _Where(inner, current, key, f"`{shown(step)}`")
    return where


def _beginning(value: YamlValue) -> Place:
    """The first field of a group, since the whole of it may be long."""
    if isinstance(value, YamlMapping) and value.fields:
        return value.fields[0][0].place
    return value.place


def _record_of(kind: type[Record], value: YamlValue, group: YamlMapping | None) -> type[Record]:
    found = (item for item in walk(kind, value, None) if isinstance(item, FoundRecord))
    return next((item.record for item in found if item.value is group), kind)


def _field_hint(name: str, fields: tuple[str, ...], suggestions: Suggestions) -> str:
    closest = suggestions.closest(name, fields)
    return f"did you mean `{closest}`?" if closest else f"the fields are {', '.join(f'`{field}`' for field in fields)}"
