"""Where every file of a finished site comes from: from us, from the theme, or from the engine, which makes few.

A file of any other origin is refused: nobody looked at it. What stands in pages the gate reads.
"""

import json
import re
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from hornbook.diagnostics import Code, Diagnostic, Place
from hornbook.publish.theme import Theme

HTML_FILE = Code(
    "html-file",
    "The finished site has a file that neither the builder nor the theme brought, or one that was changed.",
    "A plugin of the site engine adds a script of its own.",
)

HTML_MISSING = Code(
    "html-missing",
    "The finished site lacks a page or file that the builder gave the engine.",
    "The settings of the site engine name pages in `exclude_docs`.",
)

_LOST = "404.html"
"""The page that servers answer with where there is none; the theme's layer has it."""
_SITEMAP = "sitemap.xml"
_SEARCH = re.compile(r"search/(search_index|words-\d+|texts-\d+)\.json|search\.json")
_LONGEST_SITEMAP = 1 << 26


@dataclass(frozen=True, slots=True)
class Origins:
    """What a site may be made of."""

    pages: frozenset[str]
    """The pages that the engine was to make, by their path in the site."""
    written: Mapping[str, bytes]
    """The files that the builder gave the engine to copy, likewise."""
    sources: Mapping[str, bytes]
    """What the engine was given for each page."""
    theme: Theme
    siblings: frozenset[str] = frozenset()
    """The files of text that are made of finished pages, beside these."""


def origins_of(docs: Mapping[str, bytes], theme: Theme, *, siblings: bool = False) -> Origins:
    """What a site may be made of whose sources are `docs`, by their path: Markdown becomes pages, each in a folder.

    With `siblings` each page has its text beside it.
    """
    sources = {page_of(path): data for path, data in docs.items() if path.endswith(".md")}
    written = {path: data for path, data in docs.items() if not path.endswith(".md")}
    beside = frozenset(map(sibling_of, sources)) if siblings else frozenset()
    return Origins(frozenset({_LOST, *sources}), written, sources, theme, beside)


def sibling_of(page: str) -> str:
    """The file of text beside a page."""
    return f"{page.removesuffix('html')}md"


def page_of(path: str) -> str:
    """The page that a Markdown file becomes."""
    name = path.removesuffix(".md")
    return "index.html" if name == "index" else f"{name.removesuffix('/index')}/index.html"


def check_origins(files: Mapping[str, bytes], origins: Origins) -> Iterator[Diagnostic]:
    """Find files of a site that nobody brought or that are not as they were brought, and those that are missing."""
    for path in sorted(files):
        problem = None if path in origins.pages else _problem(path, files, origins)
        if problem is not None:
            hint = "look in `mkdocs.yml` for a plugin or a hook that writes it"
            yield Diagnostic(Place(path), HTML_FILE, f"the file {problem}", hint=hint)
    for path in sorted((origins.pages | origins.written.keys()) - files.keys() - {_LOST}):
        message = "the site engine made nothing of this page or file"
        hint = "look in `mkdocs.yml` for what leaves pages out, such as `exclude_docs`, and in its `hooks`"
        yield Diagnostic(Place(path), HTML_MISSING, message, hint=hint)


def _problem(path: str, files: Mapping[str, bytes], origins: Origins) -> str | None:
    data = files[path]
    if path in origins.written:
        return None if data == origins.written[path] else "is not the one that the builder wrote"
    if path in origins.siblings:
        return None
    if path in origins.theme.files:
        return None if data == origins.theme.files[path].read_bytes() else "is not the one that the theme brings"
    if _SEARCH.fullmatch(path):
        return None if _is_json(data) else "is no JSON"
    if path == f"{_SITEMAP}.gz":
        return None if _unpacked(data) == files.get(_SITEMAP) else f"is not {_SITEMAP} packed"
    return None if path == _SITEMAP else "was brought neither by the builder nor by the theme"


def _is_json(data: bytes) -> bool:
    try:
        json.loads(data)
    except (ValueError, RecursionError):
        return False
    return True


def _unpacked(data: bytes) -> bytes | None:
    """What a gzip file holds; None where it holds more than any site map, or is none."""
    unpacking = zlib.decompressobj(wbits=31)
    try:
        content = unpacking.decompress(data, _LONGEST_SITEMAP)
    except zlib.error:
        return None
    return content if unpacking.eof and not unpacking.unused_data else None
