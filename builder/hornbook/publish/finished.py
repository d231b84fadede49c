"""Reads a finished site over, each page once: its links, its anchors, and whatever should not be in it.

Of a page in which nothing was wrong, what others need to know of it is kept: it is not read again as long as it, its
source and what it may hold are the same. Drawings that are copied as they are can be read before there is a site.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from types import MappingProxyType
from typing import Any

from hornbook.cache import NOTHING_KEPT, NoCache, Rows, as_before, digest_of, keep_rows, kept_rows
from hornbook.diagnostics import Diagnostic, Place
from hornbook.publish.addresses import Base, base_of
from hornbook.publish.documents import document_of, is_document
from hornbook.publish.gate import check_document, check_other_files
from hornbook.publish.glance import glance
from hornbook.publish.links import Brief, Outline, brief_of, check_outlines, outline_of
from hornbook.publish.origins import Origins, check_origins
from hornbook.publish.theme import Theme
from hornbook.spread import begun, spread

_KIND = "read over"


@dataclass(frozen=True, slots=True)
class Looked:
    """What there is in a document, and what is wrong in it alone."""

    brief: Brief | None
    """What is kept of it, if that is all that matters of it."""
    outline: Outline | None = None
    """All that leads somewhere; None where a glance was enough."""
    problems: tuple[Diagnostic, ...] = ()


@contextmanager
def looking_at(
    files: Mapping[str, bytes],
    site_url: str,
    origins: Origins,
    *,
    cache: NoCache = NOTHING_KEPT,
    name: tuple[str, ...] = (),
) -> Iterator[Callable[[], dict[str, Looked]]]:
    """Begin to look at each of these pages and drawings for itself; what is given waits for what there is in them.

    Those that the last run left under this `name` in the cache are not looked at.
    """
    base = base_of(site_url)
    _, briefs, _ = _known_of(files, origins, base, cache, name, "copied")
    with _looking(files, [path for path in _documents(files) if path not in briefs], origins, base) as looked:
        yield looked


@contextmanager
def checking(
    files: Mapping[str, bytes],
    site_url: str,
    origins: Origins,
    known: Mapping[str, Looked] = MappingProxyType({}),
    cache: NoCache = NOTHING_KEPT,
    name: tuple[str, ...] = (),
) -> Iterator[Callable[[Mapping[str, bytes]], tuple[Diagnostic, ...]]]:
    """Begin to look for everything that is wrong with a finished site; a diagnostic's place is a file of the site.

    Found are links, pictures, scripts, style sheets and anchors that lead to nothing, ids that are not unique, what
    the tables in `allowed` do not list in any page, drawing or style sheet, and files and scripts of strangers.
    `site_url` is the address that it is published at: links to it count as links within it. What is `known` is what
    was found in files that the builder wrote; it counts for those that came out of the engine as they were. What the
    last run found under this `name` in the cache is not looked for again.

    Other cores look at the pages, while this process does something else. What is given waits for them, and says what
    was found, sorted; it takes those files of the site that were made anew meanwhile, none of them a page or a drawing.
    """
    base = base_of(site_url)
    digests, briefs, rows = _known_of(files, origins, base, cache, name, "finished")
    looks = {path: one for path, one in known.items() if files.get(path) == origins.written[path]}
    wanting = [path for path in _documents(files) if path not in briefs and path not in looks]
    with _looking(files, wanting, origins, base) as looked:

        def found(made_anew: Mapping[str, bytes]) -> tuple[Diagnostic, ...]:
            every = looks | looked()
            read = briefs | {path: look.brief for path, look in every.items() if look.brief is not None}
            kept = {one: rows.get(one) or _row(read[path]) for path, one in digests.items() if path in read}
            keep_rows(cache, _KIND, name, kept, rows)
            return _wrong_in({**files, **made_anew}, origins, base, every, read, partial(_doubtful, cache, name))

        yield found


@dataclass(frozen=True, slots=True)
class _Stood:
    """What there was when all links of all documents that are known in brief led to something."""

    files: frozenset[str]
    places: "Mapping[str, Outline | Brief]"

    def is_within(self, files: frozenset[str], places: "Mapping[str, Outline | Brief]") -> bool:
        """Whether there is all of it yet, in the very same files."""
        return (
            self.files == files
            and self.places.keys() == places.keys()
            and all(
                one is places[path] or (one.anchors <= places[path].anchors and one.states <= places[path].states)
                for path, one in self.places.items()
            )
        )


_Doubtful = Callable[[Mapping[str, Brief], frozenset[str], "Mapping[str, Outline | Brief]"], list[str]]


def _doubtful(
    cache: NoCache,
    name: tuple[str, ...],
    briefs: Mapping[str, Brief],
    files: frozenset[str],
    places: "Mapping[str, Outline | Brief]",
) -> list[str]:
    """Those of these documents that lead to what is not there.

    A document that led to something when all did, in this process, does so as long as nothing is gone.
    """
    stood: _Stood | None = cache.held("stood", *name)
    known = stood.places if stood is not None and stood.is_within(files, places) else {}
    doubtful = [
        path
        for path, brief in sorted(briefs.items())
        if known.get(path) is not brief and not brief.stands(files, places)
    ]
    if not doubtful:
        cache.hold(_Stood(files, places), "stood", *name)
    return doubtful


def _wrong_in(
    files: Mapping[str, bytes],
    origins: Origins,
    base: Base,
    looks: Mapping[str, Looked],
    briefs: Mapping[str, Brief],
    doubtful_in: _Doubtful,
) -> tuple[Diagnostic, ...]:
    """What is wrong with a site, once its documents were looked at, or are known in brief."""
    found: set[Diagnostic] = {*check_origins(files, origins), *check_other_files(files)}
    # What is missing is told once, not once more by each link to it.
    expected = frozenset((*files, *origins.pages, *origins.written))
    outlines = {path: look.outline for path, look in looks.items() if look.outline is not None}
    places: dict[str, Outline | Brief] = {**briefs, **outlines}
    # Where a page leads that was or seems in order may be gone: then it is read through, to say so.
    in_brief = {path: brief for path, brief in briefs.items() if path not in outlines}
    doubtful = doubtful_in(in_brief, expected, places)
    again = dict(zip(doubtful, spread(lambda path: _looked(path, files[path], origins, base), doubtful), strict=True))
    for look in (*looks.values(), *again.values()):
        found.update(look.problems)
    outlines |= {path: look.outline for path, look in again.items() if look.outline is not None}
    others = {path: brief for path, brief in briefs.items() if path not in outlines}
    return tuple(
        sorted({*found, *check_outlines([outlines[path] for path in sorted(outlines)], expected, base, others)})
    )


def _documents(files: Mapping[str, bytes]) -> list[str]:
    return [path for path in sorted(files) if is_document(path)]


@contextmanager
def _looking(
    files: Mapping[str, bytes], paths: list[str], origins: Origins, base: Base
) -> Iterator[Callable[[], dict[str, Looked]]]:
    """Begin to look at these documents; what is given waits for what there is in each."""

    def looked_at(path: str) -> Looked:
        brief = glance(path, files[path], origins, base)
        return _looked(path, files[path], origins, base) if brief is None else Looked(brief)

    with begun(looked_at, paths) as results:
        yield lambda: dict(zip(paths, results(), strict=True))


def _looked(path: str, data: bytes, origins: Origins, base: Base) -> Looked:
    """Look at a document element by element."""
    document = document_of(path, data)
    problems = tuple(check_document(document, origins, base))
    outline = outline_of(document)
    return Looked(None if problems else brief_of(outline, base), outline, problems)


def _known_of(
    files: Mapping[str, bytes], origins: Origins, base: Base, cache: NoCache, name: tuple[str, ...], which: str
) -> tuple[dict[str, str], dict[str, Brief], Rows]:
    """The digests of documents, what the cache has of them, and all rows that it has; `which` of a site they are."""
    if not cache.keeps:
        return {}, {}, {}
    digests, rows = _digests(files, origins, base, cache, (which, *name)), kept_rows(cache, _KIND, name)
    known = {path: rows[digest] for path, digest in digests.items() if digest in rows}
    read = partial(map, lambda path: _read(known[path]))
    return digests, as_before(cache, ("briefs", which, *name), None, known, read), rows


def _digests(
    files: Mapping[str, bytes], origins: Origins, base: Base, cache: NoCache, name: tuple[str, ...]
) -> dict[str, str]:
    """For each document a digest of all that a look at it can see."""
    scripts = sorted(path for path in (*origins.theme.files, *origins.written) if path.endswith(".js"))
    around = repr((base, scripts, [script.pattern for script in origins.theme.scripts]))
    given = {
        path: (files[path], origins.sources.get(path, b""), str(path in origins.written)) for path in _documents(files)
    }
    digested = partial(map, lambda path: digest_of(around, path, *given[path]))
    return as_before(cache, ("digests of documents", *name), around, given, digested)


def _row(brief: Brief) -> list[object]:
    return [sorted(brief.anchors), sorted(brief.states), [*map(list, brief.targets)]]


def _read(row: list[Any]) -> Brief:
    anchors, states, targets = row
    return Brief(frozenset(anchors), frozenset(states), tuple((path, fragment) for path, fragment in targets))


def check_drawings_of(
    folder: str, drawings: Mapping[str, bytes], files: frozenset[str], site_url: str
) -> tuple[Diagnostic, ...]:
    """Everything that will be wrong with drawings once they are copied; a diagnostic's place is the file in `folder`.

    `files` are those that the site will have.
    """
    base = base_of(site_url)
    nobodys = Origins(frozenset(), {}, {}, Theme({}, ()))
    documents = [document_of(path, drawings[path]) for path in sorted(drawings) if is_document(path)]
    found = {one for document in documents for one in check_document(document, nobodys, base)}
    found.update(check_outlines([outline_of(document) for document in documents], files, base))
    # A mistake that is made again and again is told where it is made first.
    first = {(one.place.path, one.code, one.message): one for one in sorted(found, reverse=True)}
    return tuple(sorted(replace(one, place=_within(folder, one.place)) for one in first.values()))


def _within(folder: str, place: Place) -> Place:
    return replace(place, path=f"{folder}/{place.path}")
