"""What earlier runs read of files: where nothing was wrong, a file says the same as long as names mean the same.

What is kept of a file is found by its text and by all that is known of ids, but for places and for what is looked at
only where something is wrong. A file with which anything was wrong is read again in each run.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from functools import cache as once
from functools import partial
from typing import Any

from hornbook.cache import NoCache, digest_of
from hornbook.diagnostics import Place
from hornbook.kinds import KINDS, Kind
from hornbook.load.names import Known, References, Suggestions
from hornbook.load.records import UNREAD
from hornbook.load.text import SourceText
from hornbook.model import HandwrittenPage
from hornbook.model.passages import Passage
from hornbook.model.plain import Classes, classes_in, from_plain, to_plain

Make = Callable[[References, list[Passage] | None], list[Any]]
"""Reads a file: mistakes go to the references, wording to the passages. `UNREAD` stands for what could not be made."""

_KIND = "reading"
_WHERE_WRONG = frozenset({"names", "scopes", "damaged", "lost"})
"""What is known for the words of mistakes alone, or looked at only beside one."""


class KeptReadings:
    """The readings of the files of a project, by all that they depend on."""

    def __init__(self, cache: NoCache, known: Known, *, with_passages: bool) -> None:
        """Begin with what is known of ids; the passages are wanted or not."""
        self._cache = cache
        self._known = known
        self._around = _digest(known, with_passages=with_passages) if cache.keeps else ""

    def read(
        self, source: SourceText, kind: str, references: References, passages: list[Passage] | None, make: Make
    ) -> list[Any]:
        """The records of a file, or its page, as an earlier run read them or else as `make` does."""
        if not self._cache.keeps:
            return make(references, passages)
        key = (self._around, kind, source.path, source.text)
        held, here = self._cache.held(_KIND, source.path), (self._around, kind, source.text)
        if held is not None and held[0] == here:
            return self._taken(held[1], references, passages, make)
        entry = self._cache.get(_KIND, key)
        if entry is not None:
            written, asked, texts = json.loads(entry)
            kept = list(from_plain(written, _classes())), asked, texts
            self._cache.hold((here, kept), _KIND, source.path)
            return self._taken(kept, references, passages, make)
        quiet, named = references.quiet, len(references.named)
        told = len(passages or ())
        made = make(references, passages)
        if references.quiet == quiet and not any(one is UNREAD for one in made):
            asked = sorted({one.name for one in references.named[named:]})
            texts = [one.text for one in (passages or [])[told:]]
            self._cache.put(_KIND, key, json.dumps([to_plain(tuple(made)), asked, texts]).encode())
        return made

    def _taken(
        self,
        kept: tuple[list[Any], list[str], list[str]],
        references: References,
        passages: list[Passage] | None,
        make: Make,
    ) -> list[Any]:
        """The records of a file as they were read, with all that reading it leaves behind."""
        records, asked, texts = kept
        references.were_asked(asked)
        if passages is not None:
            passages += _passages(texts, self._known, make)
        return list(records)


@once
def _classes() -> Classes:
    return classes_in([*(kind.declaration for kind in KINDS), HandwrittenPage])


def _passages(texts: list[str], known: Known, make: Make) -> list[Passage]:
    """The passages of a file; where in it they stand is read again, if anybody asks."""

    @once
    def again() -> list[Passage]:
        found: list[Passage] = []
        make(References(known, Suggestions()), found)
        return found

    def where(number: int, start: int, end: int) -> Place:
        return again()[number].where(start, end)

    return [Passage(text, partial(where, number)) for number, text in enumerate(texts)]


def _digest(known: Known, *, with_passages: bool) -> str:
    parts = {one.name: _written(getattr(known, one.name)) for one in fields(known) if one.name not in _WHERE_WRONG}
    return digest_of(json.dumps([with_passages, parts]))


def _written(value: Any) -> Any:  # noqa: ANN401 - what JSON can hold
    """A value without its places, the same in each run."""
    if isinstance(value, Place):
        return None
    if isinstance(value, Kind):
        return value.word
    if is_dataclass(value):
        return [_written(getattr(value, one.name)) for one in fields(value)]
    if isinstance(value, Mapping):
        return [[name, _written(one)] for name, one in value.items()]
    if isinstance(value, frozenset):
        return sorted(json.dumps(_written(one)) for one in value)
    return [_written(one) for one in value] if isinstance(value, tuple | list) else value
