"""Reads a finished site over, each page once: its links, its anchors, and whatever should not be in it."""

from collections.abc import Mapping

from hornbook.diagnostics import Diagnostic
from hornbook.publish.addresses import base_of
from hornbook.publish.documents import documents_of
from hornbook.publish.gate import check_document, check_other_files
from hornbook.publish.links import check_outlines, outline_of
from hornbook.publish.origins import Origins, check_origins


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
