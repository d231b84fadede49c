"""Reads a finished site over, each page once: its links, its anchors, and whatever should not be in it.

Drawings that are copied as they are can be read like that before there is a site.
"""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from hornbook.diagnostics import Diagnostic, Place
from hornbook.publish.addresses import base_of
from hornbook.publish.documents import document_of, is_document
from hornbook.publish.gate import check_document, check_other_files
from hornbook.publish.links import Outline, check_outlines, outline_of
from hornbook.publish.origins import Origins, check_origins
from hornbook.publish.theme import Theme
from hornbook.spread import spread

Looked = tuple[Outline, tuple[Diagnostic, ...]]
"""What there is in a document, and what is wrong in it alone."""


def look_at(files: Mapping[str, bytes], site_url: str, origins: Origins, *, here: bool = False) -> dict[str, Looked]:
    """Look at each of these pages and drawings for itself; in this process alone, where other cores are taken."""
    base = base_of(site_url)

    def looked_at(path: str) -> Looked:
        document = document_of(path, files[path])
        return outline_of(document), tuple(check_document(document, origins, base))

    paths = [path for path in sorted(files) if is_document(path)]
    return dict(zip(paths, map(looked_at, paths) if here else spread(looked_at, paths), strict=True))


def check_site(
    files: Mapping[str, bytes], site_url: str, origins: Origins, known: Mapping[str, Looked] = MappingProxyType({})
) -> tuple[Diagnostic, ...]:
    """Everything that is wrong with a finished site, sorted; a diagnostic's place is a file of the site.

    Found are links, pictures, scripts, style sheets and anchors that lead to nothing, ids that are not unique, what
    the tables in `allowed` do not list in any page, drawing or style sheet, and files and scripts of strangers.
    `site_url` is the address that it is published at: links to it count as links within it. What is `known` is what
    was found in files that the builder wrote; it counts for those that came out of the engine as they were.
    """
    base = base_of(site_url)
    found: set[Diagnostic] = {*check_origins(files, origins), *check_other_files(files)}
    same = {path: one for path, one in known.items() if files.get(path) == origins.written[path]}
    looked = {**same, **look_at({path: files[path] for path in files.keys() - same.keys()}, site_url, origins)}
    outlines = [looked[path][0] for path in sorted(looked)]
    found.update(one for _, problems in looked.values() for one in problems)
    # What is missing is told once, not once more by each link to it.
    expected = frozenset((*files, *origins.pages, *origins.written))
    return tuple(sorted({*found, *check_outlines(outlines, expected, base)}))


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
