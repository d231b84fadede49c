"""Has an engine make one page of each pattern, and makes the other pages of it: a frame is the same around all.

Of each pattern the engine makes a sample, in which each text that differs is a mark (`frames.py`), and one page as it
is. Where the page made of the sample is not what the engine made, or anything else is not as it is known here, nothing
is made of it.
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
from hornbook.publish.kept_frames import KeptFrames, learnt_of
from hornbook.publish.patterns import Pattern, slots_in, taken_apart
from hornbook.publish.site_map import entries_in, with_entries
from hornbook.publish.whole import DOCS, INDEX, LISTED, Files, in_order, is_page, made_of, searched_of

_FEWEST = 4
"""So many pages of one pattern are worth a sample: two of each are made by the engine."""
_PAGE = "/index.md"
_PLAIN_NAME = frozenset("abcdefghijklmnopqrstuvwxyz0123456789-_.")


_Framed = tuple[Group, Sample, Frame]
"""A group of pages with its sample, and the frame that this shows."""


@dataclass(frozen=True, slots=True)
class _Made:
    """What an engine made of one page."""

    page: str
    searched: Sequence[Mapping[str, Any]]
    mapped: str
    """Its entry in the map of the site."""


def made_with_frames(
    named: frozenset[str], run: Callable[[Files], Files | None], sources: Files, kept: KeptFrames | None = None
) -> Files | None:
    """The site that an engine makes of what it is given, made of fewer pages by `run`; None where that is in doubt.

    `named` are the pages that its navigation names, by their path in the folder of pages. The engine is one that makes
    each page of itself alone, as `load/engine_apart.py` finds. The frames that it shows go to those that are `kept`.
    """
    groups = _groups({path: data for path, data in sources.items() if _can_be_framed(path, named)})
    if not groups:
        return run(sources)
    samples = samples_of(groups, _new_word(data for path, data in sources.items() if not _is_asset(path)))
    given = _given(sources, groups, samples)
    files = run(given)
    whole = None if files is None else _whole(given, files, list(zip(groups, samples, strict=True)))
    if whole is None:
        return None
    made, frames = whole
    if kept is not None:
        kept.learn((group, learnt_of(group, sample, frame)) for group, sample, frame in frames)
    return made


def framed_before(named: frozenset[str], sources: Files, kept: KeptFrames) -> dict[str, dict[str, bytes]]:
    """Of the pages that are given those which a frame of an earlier run serves, with what search knows of each.

    They are called by their path in the site; `named` as above.
    """
    found: dict[str, dict[str, bytes]] = {}
    for path, data in sources.items() if kept.known else ():
        made = kept.made(_group_of_one(path, data)) if _can_be_framed(path, named) else None
        if made is not None:
            page, searched = made
            found[made_of(path)] = {"page": page.encode(), "search": json.dumps(searched).encode()}
    return found


def _can_be_framed(path: str, named: frozenset[str]) -> bool:
    """Whether a file is a page that no navigation shows, in a folder whose name is written alike in every address."""
    folder, _, name = path.removesuffix(_PAGE).rpartition("/")
    is_below = is_page(path) and path.endswith(_PAGE) and folder != ""
    return is_below and path.removeprefix(DOCS) not in named and _PLAIN_NAME.issuperset(name)


def _groups(sources: Files) -> list[Group]:
    alike: dict[tuple[str, Pattern], list[Member]] = defaultdict(list)
    for path, data in sources.items():
        group = _group_of_one(path, data)
        alike[group.folder, group.pattern] += group.members
    return [Group(*key, tuple(members)) for key, members in alike.items() if len(members) >= _FEWEST]


def _group_of_one(path: str, data: bytes) -> Group:
    folder, _, name = path.removesuffix(_PAGE).rpartition("/")
    markdown = data.decode()
    page = taken_apart(markdown)
    return Group(folder, page.pattern, (Member(path, (name, *page.texts), slots_in(markdown)),))


def _is_asset(path: str) -> bool:
    return path.startswith(DOCS) and not is_page(path)


def _new_word(texts: Iterable[bytes]) -> str:
    """A word that stands in none of the texts, in whatever case."""
    together = b"\0".join(texts).lower()
    return next(word for number in count() if (word := f"Kb{number}q").lower().encode() not in together)


def _given(sources: Files, groups: Iterable[Group], samples: Iterable[Sample]) -> Files:
    """What the engine is given: the samples, one page of each group, and what belongs to none."""
    left_out = {member.source for group in groups for member in group.members[1:]}
    kept = {path: data for path, data in sources.items() if path not in left_out}
    return kept | {sample.member.source: sample.markdown for sample in samples}


def _whole(given: Files, files: Files, kinds: Sequence[tuple[Group, Sample]]) -> tuple[Files, list[_Framed]] | None:
    """The whole site, out of what the engine made of what it was given, and the frames; None where that is in doubt."""
    paths = in_order(filter(is_page, given))
    made = _taken_apart(files, paths)
    if made is None:
        return None
    frames: list[_Framed] = []
    for group, sample in kinds:
        one, first = made.pop(sample.member.source), group.members[0]
        frame = frame_of(sample, one.page, one.searched, one.mapped)
        if frame is None or _framed(frame, first) != made[first.source]:
            return None
        made |= {member.source: _framed(frame, member) for member in group.members[1:]}
        frames.append((group, sample, frame))
    ordered = [made[path] for path in in_order(made)]
    site_map = with_entries(files, [one.mapped for one in ordered])
    if site_map is None:
        return None
    left = {path: files[path] for path in files.keys() - set(map(made_of, paths))}
    pages = {made_of(path): one.page.encode() for path, one in made.items()}
    return dict(sorted({**left, **pages, **site_map, **_index(files, ordered)}.items())), frames


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
