"""What a site engine is given and what it makes of it, by path: pages of Markdown, and the index of its search."""

import json
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from hornbook.diagnostics import Diagnostic
from hornbook.publish.origins import page_of

DOCS = "docs/"
"""The folder of pages, and of files that are copied, in that of a run."""
INDEX = "search/search_index.json"
LISTED = "docs"
"""Where an index holds what it says of pages."""

Files = Mapping[str, bytes]
Made = tuple[Files, tuple[Diagnostic, ...]]
"""The files of a site that an engine made, none where it failed; and what it found."""


def is_page(path: str) -> bool:
    """Whether a file of those that an engine is given becomes a page."""
    return path.startswith(DOCS) and path.endswith(".md")


def made_of(path: str) -> str:
    """The path in the site of what a file in the folder of pages becomes."""
    return page_of(path.removeprefix(DOCS)) if is_page(path) else path.removeprefix(DOCS)


def in_order(paths: Iterable[str]) -> list[str]:
    """The files of pages in the order in which engines make them, one folder after another."""
    return sorted(paths, key=lambda path: path.split("/")[:-1])


def searched_of(files: Files, pages: Collection[str]) -> dict[str, list[dict[str, Any]]] | None:
    """What search knows of each of these pages of a site, which are all that it has; None where that cannot be told."""
    said: dict[str, list[dict[str, Any]]] = {page: [] for page in pages}
    try:
        for entry in json.loads(files[INDEX])[LISTED] if INDEX in files else ():
            said[f"{entry['location'].partition('#')[0]}index.html"].append(entry)
    except (ValueError, KeyError, TypeError, AttributeError):
        return None
    return said
