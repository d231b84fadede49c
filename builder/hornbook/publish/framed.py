"""Has an engine make one page of each pattern, and makes the other pages of it: a frame is the same around all.

Of each pattern the engine makes a sample, in which each text that differs is a mark (`frames.py`), and one page as it
is. Files that engines only copy they are not given at all. Where the page made of the sample is not what the engine
made, or anything else is not as it is known here, the engine makes everything.
"""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from typing import Any

from hornbook.publish.frames import (
    Frame,
    Group,
    Member,
    Sample,
    filled,
    frame_of,
    page_in,
    samples_of,
    searched_in,
)
from hornbook.publish.patterns import Pattern, slots_in, taken_apart
from hornbook.publish.site_map import entries_in, with_entries
from hornbook.publish.whole import DOCS, INDEX, LISTED, Files, Made, in_order, is_page, made_of, searched_of

_FEWEST = 4
"""So many pages of one pattern are worth a sample: two of each are made by the engine."""
_PAGE = "/index.md"
_PLAIN_NAME = frozenset("abcdefghijklmnopqrstuvwxyz0123456789-_.")
_READ_AS_PAGES = (".markdown", ".mdown", ".mkdn", ".mkd")
"""What engines take for Markdown as well."""


@dataclass(frozen=True, slots=True)
class _Made:
    """What an engine made of one page."""

    page: str
    searched: Sequence[Mapping[str, Any]]
    mapped: str
    """Its entry in the map of the site."""


def made_with_frames(named: frozenset[str], run: Callable[[Files], Made], sources: Files) -> Made:
    """The site that an engine makes of what it is given; `run` makes one of files that are laid before it.

    `named` are the pages that its navigation names, by their path in the folder of pages. The engine is one that makes
    each page of itself alone, as `load/engine_apart.py` finds.
    """
    groups = _groups(sources, named)
    if not groups:
        return run(sources)
    samples = samples_of(groups, _new_word(data for path, data in sources.items() if not _is_copied(path, named)))
    given = _given(sources, groups, samples, named)
    files, found = run(given)
    whole = None if found or not files else _whole(sources, given, files, list(zip(groups, samples, strict=True)))
    return run(sources) if whole is None else (whole, ())


def _groups(sources: Files, named: frozenset[str]) -> list[Group]:
    alike: dict[tuple[str, Pattern], list[Member]] = defaultdict(list)
    for path in filter(is_page, sources):
        folder, _, name = path.removesuffix(_PAGE).rpartition("/")
        if (
            not path.endswith(_PAGE)
            or path.removeprefix(DOCS) in named
            or not folder
            or not _PLAIN_NAME.issuperset(name)
        ):
            continue
        markdown = sources[path].decode()
        taken = taken_apart(markdown)
        alike[folder, taken.pattern].append(Member(path, (name, *taken.texts), slots_in(markdown)))
    return [Group(*key, tuple(members)) for key, members in alike.items() if len(members) >= _FEWEST]


def _new_word(texts: Iterable[bytes]) -> str:
    """A word that stands in none of the texts, in whatever case."""
    together = b"\0".join(texts).lower()
    return next(word for number in count() if (word := f"Kb{number}q").lower().encode() not in together)


def _given(sources: Files, groups: Iterable[Group], samples: Iterable[Sample], named: frozenset[str]) -> Files:
    """What the engine is given: the samples, one page of each group, and what belongs to none."""
    left_out = {member.source for group in groups for member in group.members[1:]}
    kept = (path for path in sources if path not in left_out and not _is_copied(path, named))
    return {path: sources[path] for path in kept} | {sample.member.source: sample.markdown for sample in samples}


def _is_copied(path: str, named: frozenset[str]) -> bool:
    """Whether a file is surely one that engines copy as it is."""
    name = path.removeprefix(DOCS)
    hidden = name.startswith((".", "templates/")) or "/." in name
    return not (name == path or is_page(path) or hidden or name in named or name.endswith(_READ_AS_PAGES))


def _whole(sources: Files, given: Files, files: Files, kinds: Sequence[tuple[Group, Sample]]) -> Files | None:
    """The whole site, out of what the engine made of what it was given; None where that is in doubt."""
    paths = in_order(filter(is_page, given))
    made = _taken_apart(files, paths)
    copied = {made_of(path): data for path, data in sources.items() if path not in given and not is_page(path)}
    if made is None or not copied.keys().isdisjoint(files):
        return None
    for group, sample in kinds:
        one, first = made.pop(sample.member.source), group.members[0]
        frame = frame_of(sample, one.page, one.searched, one.mapped)
        if frame is None or _framed(frame, first) != made[first.source]:
            return None
        made |= {member.source: _framed(frame, member) for member in group.members[1:]}
    ordered = [made[path] for path in in_order(made)]
    site_map = with_entries(files, [one.mapped for one in ordered])
    if site_map is None:
        return None
    left = {path: data for path, data in files.items() if path not in set(map(made_of, paths))}
    pages = {made_of(path): one.page.encode() for path, one in made.items()}
    return dict(sorted({**copied, **left, **pages, **site_map, **_index(files, ordered)}.items()))


def _framed(frame: Frame, member: Member) -> _Made:
    return _Made(page_in(frame, member), searched_in(frame, member), filled(frame.mapped, member.texts))


def _taken_apart(files: Files, sources: Sequence[str]) -> dict[str, _Made] | None:
    """What the engine made of each page, by its source, these being all in order; None where that cannot be told."""
    pages = [made_of(path) for path in sources]
    searched, mapped = searched_of(files, pages), entries_in(files, pages)
    if searched is None or mapped is None or not files.keys() >= set(pages):
        return None
    made = {
        path: _Made(files[page].decode(), searched[page], mapped[page])
        for path, page in zip(sources, pages, strict=True)
    }
    return made if _index(files, made.values()) == {path: files[path] for path in {INDEX} & files.keys()} else None


def _index(files: Files, pages: Iterable[_Made]) -> dict[str, bytes]:
    """The index of search, where there is one, that lists these pages."""
    if INDEX not in files:
        return {}
    index = json.loads(files[INDEX]) | {LISTED: [entry for page in pages for entry in page.searched]}
    return {INDEX: json.dumps(index, separators=(",", ":")).encode()}
