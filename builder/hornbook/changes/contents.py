"""Which records came, went or read otherwise, and which addresses moved; led by the declarations of the model."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from functools import partial
from typing import Any, get_args

from hornbook.addresses import every_address, redirects, title_of
from hornbook.changes.drawings import redrawn
from hornbook.diagnostics import Place
from hornbook.kinds import KINDS, Kind
from hornbook.model import KnowledgeBase
from hornbook.model.contents import fields_of
from hornbook.model.fields import Borrowed
from hornbook.model.prose import Prose


@dataclass(frozen=True, slots=True)
class Reworded:
    """A field of a record that says something else."""

    record: str
    """As `kind id`."""
    field: str
    """Its path within the record, such as `senses.general.text`."""
    before: str | None
    """None: there was nothing, or it is no text."""
    after: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ContentChanges:
    """What the change means for what is written."""

    added: tuple[str, ...]
    """Records as `kind id`."""
    removed: tuple[str, ...]
    reworded: tuple[Reworded, ...]
    gone: tuple[str, ...]
    """Addresses that lead nowhere any more."""
    moved: Mapping[str, str]
    """Former addresses that newly lead to a present one."""
    drawn: Mapping[str, tuple[str, ...]]
    """Views and chains of both sides whose drawings show something else, with what appears and disappears."""


def content_changes(before: KnowledgeBase, after: KnowledgeBase) -> ContentChanges:
    """Compare two knowledge bases by their records, their addresses and what their drawings show."""
    old, new = _records(before), _records(after)
    reworded = [
        Reworded(name, ".".join(path), _text(before, one), _text(after, other))
        for name in old.keys() & new.keys()
        for path, one, other in _differences(old[name], new[name])
    ]
    former, lead = redirects(before), redirects(after)
    return ContentChanges(
        added=tuple(name for name in new if name not in old),
        removed=tuple(name for name in old if name not in new),
        reworded=tuple(sorted(reworded, key=lambda one: (one.record, one.field))),
        gone=tuple(sorted(every_address(before) - every_address(after) - {one.rstrip("/") for one in lead})),
        moved={one: present for one, present in lead.items() if one not in former},
        drawn={one.name: one.words for one in redrawn(before, after) if one.before and one.after},
    )


def _records(knowledge: KnowledgeBase) -> dict[str, Any]:
    """Every record that has an id of its own, as `kind id`."""
    return {
        f"{kind.word} {name}": record
        for kind in _WITH_IDS
        for name, record in knowledge.by_id(kind.declaration).items()
    }


def _has_ids(kind: Kind) -> bool:
    declaration: type = kind.declaration
    return "id" in fields_of(declaration)


_WITH_IDS = tuple(filter(_has_ids, KINDS))


def _differences(before: object, after: object) -> Iterator[tuple[tuple[str, ...], object, object]]:
    """The innermost fields in which two records of a class differ; where they stand plays no part."""
    declaration: type = type(before)
    for name, hint in fields_of(declaration).items():
        if Borrowed() in get_args(hint):
            continue  # told of where it is written
        one, other = getattr(before, name), getattr(after, name)
        if name == "place" or isinstance(one, Place) or _bare(one) == _bare(other):
            continue
        inside = _by_id(one), _by_id(other)
        if None in inside:
            yield (name,), one, other
        else:
            for key, first, second in _beside(*inside):
                if first is None or second is None or type(first) is not type(second):
                    yield (name, key), first, second
                else:
                    for path, *both in _differences(first, second):
                        yield (name, key, *path), both[0], both[1]


def _by_id(value: object) -> dict[str, object] | None:
    """The members of a group by their ids; None where it is no group, or one of things without ids."""
    if isinstance(value, tuple) and all(isinstance(getattr(one, "id", None), str) for one in value):
        return {one.id: one for one in value}
    return None


def _beside(before: Any, after: Any) -> Iterator[tuple[str, object, object]]:  # noqa: ANN401 - both were told apart
    for key in dict.fromkeys((*before, *after)):
        if _bare(before.get(key)) != _bare(after.get(key)):
            yield key, before.get(key), after.get(key)


def _bare(value: object) -> object:
    """A value without the places where it was read, to be compared."""
    if isinstance(value, Place):
        return None
    if is_dataclass(value) and not isinstance(value, type):
        return (type(value), *(_bare(getattr(value, one.name)) for one in fields(value)))
    if isinstance(value, tuple):
        return tuple(map(_bare, value))
    if isinstance(value, Mapping):
        return tuple((key, _bare(one)) for key, one in value.items())
    return value


def _text(knowledge: KnowledgeBase, value: object) -> str | None:
    """What a field says, where it is a text."""
    if isinstance(value, Prose):
        return " ".join(value.plain_text(partial(title_of, knowledge)).split())
    return value if isinstance(value, str) else None
