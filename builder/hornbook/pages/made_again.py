"""What belongs to one page, made again where something was read for it that is not as it was, else as it was made.

For each page it is kept which texts were read while it was made. Where these and all that no text is are the same,
the page is too, since it is made by functions of them.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from functools import cache as once

from hornbook.cache import digest_of, keep_rows, kept_rows, packed, unpacked
from hornbook.model.reads import Read, Told, reads, told, untold
from hornbook.pages.context import Context
from hornbook.spread import spread

Made = dict[str, tuple[str, bytes]]
"""Pages by their addresses and files by theirs, each with its title; that of a file is empty."""
Jobs = Mapping[str, list[Callable[[], Made]]]
"""What makes all that belongs to a page, by its address."""

_KIND = "what pages read"


def made_again(jobs: Jobs, context: Context, noted: Iterable[Read]) -> Made:
    """What all jobs make; `noted` is what was read while they were put together."""
    cache = context.reasoning.cache
    if not cache.keeps:
        return {name: made for one in spread(_all, [*jobs.values()]) for name, made in one.items()}
    uses = [context.uses] if isinstance(context.uses, Told) else []

    @once
    def digest(read: Read) -> str:
        return digest_of(told(context.knowledge, read, *uses))

    def key(page: str, read: Iterable[Read]) -> tuple[str, ...]:
        return (around, page, *(f"{kind}/{name}/{digest((kind, name))}" for kind, name in sorted(read)))

    limits = repr(sorted((repr(scope), one.limit) for scope, one in context.reasoning.settings.items()))
    around = digest_of(untold(context.knowledge), limits, *map(digest, sorted({*noted, *context.reasoning.read})))
    table = (context.knowledge.glossary.site_url,)
    rows = kept_rows(cache, _KIND, table)
    entries = {page: cache.get("page", key(page, map(tuple, rows[page]))) for page in jobs if page in rows}
    kept = {page: _unpacked(entry) for page, entry in entries.items() if entry is not None}
    wanting = [page for page in jobs if page not in kept]
    found = {page: rows[page] for page in kept}
    for page, (made, read) in zip(wanting, spread(_watched, [jobs[page] for page in wanting]), strict=True):
        cache.put("page", key(page, read), _packed(made))
        kept[page], found[page] = made, [list(one) for one in sorted(read)]
    keep_rows(cache, _KIND, table, found, rows)
    return {name: made for page in jobs for name, made in kept[page].items()}


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
