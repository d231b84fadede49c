"""Which texts are read while something is made: records that tell when their long fields are looked at.

What is made of a knowledge base is made by functions of it. So it comes out the same where everything is as it was
that they looked at: the texts that were told, and the rest, which no record tells.
"""

import io
import pickle
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import fields, replace
from functools import partial
from typing import Any, TypeVar

from hornbook.model.knowledge import KnowledgeBase
from hornbook.model.prose import Claim
from hornbook.model.records import Sense, Term
from hornbook.model.situations import Faq

Read = tuple[str, str]
"""Of what kind of thing something was read, and of which; of all of them where none is named."""

_V = TypeVar("_V")

_BRIEF: Mapping[type, frozenset[str]] = {
    Term: frozenset(
        {
            *("id", "label", "aliases", "in_text", "labelling", "kind", "own_kind", "group", "tags", "status"),
            *("holds", "fails", "senses", "related", "match", "failure_of", "addresses"),
            *("mentions", "was", "unused", "link_mentions", "links_in_text"),
        }
    ),
    Sense: frozenset({"id", "framework", "of", "called", "holds", "fails", "match", "evidence", "sources", "was"}),
    Faq: frozenset({"id", "question", "asked", "framework", "view", "claims", "source", "was", "links_in_text"}),
}
"""What much else is made of: names, what follows from what, who is cited. It is not told, and counts for everything."""

_open: list[set[Read]] = []
"""Where what is read is noted; the last of them counts."""


@contextmanager
def reads() -> Iterator[set[Read]]:
    """What is read meanwhile, in this process; whatever is noted elsewhere is noted here alone."""
    noted: set[Read] = set()
    _open.append(noted)
    try:
        yield noted
    finally:
        _open.pop()


def note(*read: Read) -> None:
    """Note that something is read."""
    if _open:
        _open[-1].update(read)


def _telling(declaration: type) -> type:
    """The same declaration, whose values tell when their long fields are read."""
    told = {one.name for one in fields(declaration)} - _BRIEF[declaration]
    telling = {name: _telling_field(getattr(declaration, name)) for name in told}
    return type(declaration.__name__, (declaration,), {"__slots__": ("tells",), **telling})


def _telling_field(slot: Any) -> property:  # noqa: ANN401 - what finds a field in its object
    """A field that tells when it is read; all others are looked up as they always are, and cost no more."""

    def read(self: Any) -> Any:  # noqa: ANN401 - a field may hold anything
        note(self.tells)
        return slot.__get__(self)

    return property(read, slot.__set__)


_TELLING = {declaration: _telling(declaration) for declaration in _BRIEF}
_DECLARED = {telling: declaration for declaration, telling in _TELLING.items()}


def declared(kind: type) -> type:
    """The declaration of a value by its class."""
    return _DECLARED.get(kind, kind)


def _told_by(read: Read, record: _V) -> _V:
    telling: Any = _TELLING[type(record)]
    made: _V = object.__new__(telling)
    for one in fields(telling):
        value = getattr(record, one.name)
        inside = one.name == "senses" and isinstance(record, Term)
        object.__setattr__(made, one.name, tuple(map(partial(_told_by, read), value)) if inside else value)
    object.__setattr__(made, "tells", read)
    return made


def telling(knowledge: KnowledgeBase, before: tuple[KnowledgeBase, KnowledgeBase] | None = None) -> KnowledgeBase:
    """The same knowledge base, in which terms and questions tell when their texts are read.

    `before` are an earlier one and what was made of it here: of the very records that this had, the same come again.
    """
    terms = _telling_again(Term.__name__, knowledge.terms, before and (before[0].terms, before[1].terms))
    faqs = _telling_again(Faq.__name__, knowledge.faqs, before and (before[0].faqs, before[1].faqs))
    return replace(knowledge, terms=terms, faqs=faqs)


def _telling_again(
    kind: str, records: Mapping[str, _V], before: tuple[Mapping[str, _V], Mapping[str, _V]] | None
) -> dict[str, _V]:
    declared_before, telling_before = before or ({}, {})
    return {
        name: telling_before[name] if declared_before.get(name) is record else _told_by((kind, name), record)
        for name, record in records.items()
    }


class Told(Mapping[str, _V]):
    """A mapping that tells what is looked up in it."""

    def __init__(self, kind: str, values: Mapping[str, _V]) -> None:
        self.kind, self.values_told = kind, values

    def __getitem__(self, key: str) -> _V:
        note((self.kind, key))
        return self.values_told[key]

    def __iter__(self) -> Iterator[str]:
        note((self.kind, ""))
        return iter(self.values_told)

    def __len__(self) -> int:
        note((self.kind, ""))
        return len(self.values_told)


def untold(knowledge: KnowledgeBase) -> bytes:
    """All that is never told, in bytes that are the same only where it is."""
    brief = {
        one.name: [*map(_brief, getattr(knowledge, one.name).values())]
        if one.name in {"terms", "faqs"}
        else getattr(knowledge, one.name)
        for one in fields(knowledge)
    }
    return bytes_of(brief)


def value_told(knowledge: KnowledgeBase, read: Read, *others: Told[Any]) -> object:
    """What is read of a knowledge base or of other mappings that tell."""
    kind, name = read
    held: Mapping[str, Mapping[str, Any]] = {
        Term.__name__: knowledge.terms,
        Faq.__name__: knowledge.faqs,
        **{one.kind: one.values_told for one in others},
    }
    return held[kind].get(name) if name else sorted(held[kind].items())


class _Pickler(pickle.Pickler):
    """Writes values so that equal ones give equal bytes; nothing ever reads them."""

    def reducer_override(self, value: object) -> Any:  # noqa: ANN401 - what pickle asks for
        if isinstance(value, Claim) and value.missing is not None:
            # Sets have another order in each run.
            states = [getattr(value, one.name) for one in fields(value) if one.name != "missing"]
            return Claim, (*states, [sorted(one) for one in value.missing])
        if type(value) in _DECLARED:
            kind: Any = type(value)
            return _DECLARED[kind], tuple(getattr(value, one.name) for one in fields(kind))
        return NotImplemented


def bytes_of(value: object) -> bytes:
    """Something that is read, as bytes: the same only where it is."""
    written = io.BytesIO()
    pickler = _Pickler(written, pickle.HIGHEST_PROTOCOL)
    pickler.fast = True  # or what is the same object would be written otherwise than what is equal
    pickler.dump(value)
    return written.getvalue()


def _brief(record: object) -> list[object]:
    names = sorted(_BRIEF[declared(type(record))])
    return [_briefly(getattr(record, name)) for name in names]


def _briefly(value: object) -> object:
    is_group = isinstance(value, tuple) and value and declared(type(value[0])) in _BRIEF
    return [*map(_brief, value)] if is_group and isinstance(value, Iterable) else value
