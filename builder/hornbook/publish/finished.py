"""Reads a finished site over, each page once: its links, its anchors, and whatever should not be in it."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from hornbook.diagnostics import Diagnostic, Place
from hornbook.publish.addresses import base_of
from hornbook.publish.documents import documents_of
from hornbook.publish.gate import check_document, check_other_files
from hornbook.publish.links import check_outlines, outline_of
from hornbook.publish.origins import Origins, check_origins
from hornbook.publish.theme import Theme


def check_site(files: Mapping[str, bytes], site_url: str, origins: Origins) -> tuple[Diagnostic, ...]:
    """Everything that is wrong with a finished site, sorted; a diagnostic's place is a file of the site.

    Found are links, pictures, scripts, style sheets and anchors that lead to nothing, ids that are not unique, what
    the tables in `allowed` do not list in any page, drawing or style sheet, and files and scripts of strangers.
    `site_url` is the address that it is published at: links to it count as links within it.
    """
    base = base_of(site_url)
    found: set[Diagnostic] = {*check_origins(files, origins), *check_other_files(files)}
    outlines = []
    for document in documents_of(files):
        outlines.append(outline_of(document))
        found.update(check_document(document, origins, base))
    return tuple(sorted({*found, *check_outlines(outlines, frozenset(files), base)}))


def check_drawings_of_docs(drawings: Mapping[str, bytes], site_url: str) -> Iterator[Diagnostic]:
    """What the gate would refuse of the drawings of `docs/`, by path from there, told where contributors have them."""
    nothing = Origins(frozenset(), {}, {}, Theme({}, ()))
    for document in documents_of(drawings):
        for found in check_document(document, nothing, base_of(site_url)):
            yield replace(found, place=Place(f"docs/{found.place.path}"))
