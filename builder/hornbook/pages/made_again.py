"""What belongs to one page, made again where something was read for it that is not as it was, else as it was made.

For each page it is kept which texts were read while it was made. Where these and all that no text is are the same,
the page is too, since it is made by functions of them.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from functools import cache as once
from functools import cached_property
from typing import Any

from hornbook.cache import digest_of, keep_rows, kept_before, kept_rows, packed, unpacked
from hornbook.model.reads import Read, Told, bytes_of, note, reads, untold, value_told
from hornbook.reasoning.scopes import Reasoning
from hornbook.spread import begun

Made = dict[str, tuple[str, bytes]]
"""Pages by their addresses and files by theirs, each with its title; that of a file is empty."""
Jobs = Mapping[str, list[Callable[[], Made]]]
"""What makes all that belongs to a page, by its address."""

_KIND = "what pages read"
_DIGESTS = "digests of what pages read"


class Again:
    """What earlier runs made of parts of a knowledge base, for as long as these are as they were."""

    def __init__(self, reasoning: Reasoning, noted: Iterable[Read], *others: Told[Any]) -> None:
        """`noted` is what was read for everything, and counts as it is once something is made; `others` tell too."""
        self._reasoning = reasoning
        self._noted = noted
        self._others = others
        self._table = (reasoning.knowledge.glossary.site_url,)
        self._digest = once(self._digested)
        self._known: Mapping[Read, tuple[object, str]] = reasoning.cache.held(_DIGESTS) or {}
        self._found: dict[Read, tuple[object, str]] = {}
        reasoning.cache.hold(self._found, _DIGESTS)

    def _digested(self, read: Read) -> str:
        """What is read as one digest, with what it is called; that of the same record is known from the last run."""
        value = value_told(self._reasoning.knowledge, read, *self._others)
        was, digest = self._known.get(read, (None, ""))
        if value is None or was is not value:
            digest = "/".join((*read, digest_of(bytes_of(value))))
        self._found[read] = value, digest
        return digest

    @cached_property
    def _around(self) -> str:
        """All that counts for everything, as one digest."""
        limits = repr(sorted((repr(scope), one.limit) for scope, one in self._reasoning.settings.items()))
        read = sorted({*self._noted, *self._reasoning.read})
        return digest_of(untold(self._reasoning.knowledge), limits, *map(self._digest, read))

    def _key(self, name: str, read: Iterable[Read]) -> tuple[str, ...]:
        return (self._around, name, *map(self._digest, sorted(read)))

    def made(self, jobs: Jobs, kind: str = _KIND, meanwhile: Callable[[], None] = lambda: None) -> Made:
        """What all jobs of a kind make; they are made in one call, since what they read is kept of them together.

        While other cores make them, this one does something else `meanwhile`.
        """
        cache = self._reasoning.cache
        if not cache.keeps:
            with begun(_all, [*jobs.values()]) as results:
                meanwhile()
                return {name: made for one in results() for name, made in one.items()}
        rows = kept_rows(cache, kind, self._table)
        keys = {page: self._key(page, map(tuple, rows[page])) for page in jobs if page in rows}
        kept = kept_before(cache, ("pages", kind), "page", keys, _unpacked)
        wanting = [page for page in jobs if page not in kept]
        found = {page: rows[page] for page in kept}
        with begun(_watched, [jobs[page] for page in wanting]) as results:
            meanwhile()
            anew = results()
        for page, (made, read) in zip(wanting, anew, strict=True):
            keys[page] = self._key(page, read)
            cache.put("page", keys[page], _packed(made))
            kept[page], found[page] = made, [list(one) for one in sorted(read)]
        keep_rows(cache, kind, self._table, found, rows)
        cache.hold({page: (keys[page], kept[page]) for page in jobs}, "pages", kind)
        return {name: made for page in jobs for name, made in kept[page].items()}

    def told(self, kind: str, makers: Mapping[str, Callable[[], Any]]) -> dict[str, Any]:
        """What each of many small things is as JSON has it, all kept in one table; who asks has read what they read."""
        cache = self._reasoning.cache
        if not cache.keeps:
            return {name: make() for name, make in makers.items()}
        rows = kept_rows(cache, kind, self._table)
        found = {}
        for name, make in makers.items():
            read, key, value = rows.get(name, ((), "", None))
            if key != digest_of(*self._key(name, map(tuple, read))):
                with reads() as noted:
                    value = make()
                read, key = [list(one) for one in sorted(noted)], digest_of(*self._key(name, noted))
            note(*map(tuple, read))
            found[name] = [read, key, value]
        keep_rows(cache, kind, self._table, found, rows)
        return {name: value for name, (_, _, value) in found.items()}


def _all(jobs: list[Callable[[], Made]]) -> Made:
    return {name: made for job in jobs for name, made in job().items()}


def _watched(jobs: list[Callable[[], Made]]) -> tuple[Made, frozenset[Read]]:
    """What jobs make, and what is read for it."""
    with reads() as noted:
        made = _all(jobs)
    return made, frozenset(noted)


def _packed(made: Made) -> bytes:
    titles = json.dumps({name: title for name, (title, _) in made.items()}).encode()
    return packed({"": titles, **{f"/{name}": data for name, (_, data) in made.items()}})


def _unpacked(entry: bytes) -> Made:
    files = unpacked(entry)
    return {name: (title, files[f"/{name}"]) for name, title in json.loads(files[""]).items()}
