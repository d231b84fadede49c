"""Reads a finished site over, each page once: its links, its anchors, and whatever should not be in it."""

from collections.abc import Mapping
from pathlib import Path

from hornbook.diagnostics import Diagnostic, Place
from hornbook.publish.addresses import base_of
from hornbook.publish.documents import documents_of, files_of
from hornbook.publish.gate import check_document, check_other_files
from hornbook.publish.links import Outline, check_outlines, outline_of
from hornbook.publish.scripts import engine_scripts

Site = Path | Mapping[str, bytes]
"""A finished site: the folder that it stands in, or its files by path."""


def check_site(site: Site, site_url: str) -> tuple[Diagnostic, ...]:
    """Everything that `check_links` and `check_html` find in a finished site, sorted.

    `site_url` is the address that it is published at. A diagnostic's place is a file of the site.
    """
    return _read_over(site, site_url, links=True, html=True)


def check_links(site: Site, site_url: str) -> tuple[Diagnostic, ...]:
    """Find every link, picture, script, style sheet and anchor that leads to nothing, and ids that are not unique.

    Links to `site_url`, the address that the site is published at, count as links within it.
    """
    return _read_over(site, site_url, links=True, html=False)


def check_html(site: Site, site_url: str) -> tuple[Diagnostic, ...]:
    """Find what the tables in `allowed` do not list in any page, drawing or style sheet, and scripts of strangers."""
    return _read_over(site, site_url, links=False, html=True)


def _read_over(site: Site, site_url: str, *, links: bool, html: bool) -> tuple[Diagnostic, ...]:
    base = base_of(site_url)
    found: set[Diagnostic] = set()
    outlines: list[Outline] = []
    try:
        files = files_of(site)
        scripts = engine_scripts(files, base)
        for document in documents_of(files):
            if links:
                outlines.append(outline_of(document))
            if html:
                found.update(check_document(document, scripts, base))
        if html:
            found.update(check_other_files(files))
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        return (Diagnostic(Place(str(error.filename)), "output-failed", f"the site cannot be read: {reason}"),)
    return tuple(sorted({*found, *check_outlines(outlines, frozenset(files), base)}))
