"""A page as a value, and as the Markdown file that every engine builds the same way.

The file holds front matter, headings and ready-made HTML blocks of one line each. Titles are strangers' text: they
are escaped in the front matter, which engines put into pages unescaped, and are character references in headings.
"""

import json
import re
from dataclasses import dataclass

from hornbook.model import Glossary
from hornbook.pages.html import Html, join, text


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside a page."""

    level: int
    words: str
    anchor: str


Blocks = list[Heading | Html]
"""What a page is made of, from top to bottom."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GeneratedPage:
    """One generated page."""

    address: str
    title: str
    description: str
    edit: str | None = None
    """The file that a reader would edit to change the page, from the project's root."""
    blocks: tuple[Heading | Html, ...]
    json_ld: dict[str, object] | None = None
    search_boost: int | None = None
    """How much the page counts for search, where not 1."""
    searched: bool = True
    """Whether search knows the page."""
    hide: tuple[str, ...] = ()
    """Which sides of the frame stay empty, so that the page is wider: `toc`, `navigation`."""


def to_markdown(page: GeneratedPage, glossary: Glossary) -> bytes:
    """The page's Markdown file."""
    meta: dict[str, object] = {
        "title": str(text(page.title)),
        "description": str(text(page.description)),
    }
    if page.edit is not None:
        meta["edit_url"] = str(text(glossary.repository + page.edit))
    if page.json_ld is not None:
        meta["json_ld"] = _script_data(page.json_ld)
    if page.search_boost is not None:
        meta["search"] = {"boost": page.search_boost}
    if not page.searched:
        meta["search"] = {"exclude": True}
    if page.hide:
        meta["hide"] = list(page.hide)
    head = "".join(f"{key}: {json.dumps(value)}\n" for key, value in meta.items())
    body = [f"# {heading_words(page.title)}", *(_block(block) for block in page.blocks if block)]
    return ("---\n" + head + "---\n\n" + "\n\n".join(body) + "\n").encode()


def heading_words(words: str) -> str:
    """Text in which Markdown finds nothing to interpret: every special character is a character reference."""
    return re.sub(r"[^\w ,]|_", lambda found: f"&#{ord(found.group())};", words.replace("\n", " "))


def _block(block: Heading | Html) -> str:
    if isinstance(block, Heading):
        return f"{'#' * block.level} {heading_words(block.words)} {{ #{block.anchor} }}"
    return join(block)


def _script_data(data: dict[str, object]) -> str:
    """JSON that may stand inside a script element."""
    written = json.dumps(data, sort_keys=True, ensure_ascii=False)
    return written.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
