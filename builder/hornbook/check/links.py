"""Links and pictures of hand-written pages: what they lead to must be there, and is named where it is written."""

from collections.abc import Callable, Iterator
from functools import cache, partial
from pathlib import PurePosixPath
from urllib.parse import unquote

from hornbook.addresses import (
    FILES_LIST,
    docs_address,
    every_address,
    files_of,
    pages_of,
    plain_address,
    title_of,
    view_address,
)
from hornbook.diagnostics import ANCHOR_MISSING, LINK_BROKEN, Diagnostic
from hornbook.diagnostics.formats import shown
from hornbook.kinds import LINKED
from hornbook.model import Element, Embed, HandwrittenPage, KnowledgeBase, Picture, SiteLink
from hornbook.reasoning.anchors import Places, heading_anchors


def check_links(  # noqa: C901 - what each of its questions needs is made once, if it is asked
    knowledge: KnowledgeBase, files: frozenset[str], places_on: Callable[[str], Places | None]
) -> Iterator[Diagnostic]:
    """Find links and pictures that lead to nothing; `files` are those of `docs/` that are copied, by path from there.

    `places_on` gives the places on a page that the builder makes, by its address; a page is made only where a link
    leads to a place on it that the tables of addresses do not know.
    """
    handwritten = {docs_address(page.path): page for page in knowledge.pages}

    @cache
    def known() -> frozenset[str]:
        return pages_of(knowledge) | files_of(knowledge) | files

    @cache
    def promised() -> frozenset[str]:
        drawn = (view_address(name) for name in (*knowledge.views, *knowledge.chains))
        return every_address(knowledge) | {f"{plain_address(address)}#{FILES_LIST}" for address in drawn}

    @cache
    def places_written(address: str) -> Places:
        return _places(handwritten[address], knowledge)

    def leads_somewhere(link: SiteLink) -> bool:
        address, fragment = docs_address(link.path), unquote(link.anchor)
        if address in handwritten:
            return places_written(address).has(fragment) or _of_a_drawing(handwritten[address], fragment)
        if not fragment or f"{address.rstrip('/')}#{fragment}" in promised():
            return True
        places = places_on(address)
        return places is None or places.has(fragment)

    for page in knowledge.pages:
        for node in page.walk():
            if isinstance(node, SiteLink | Picture) and docs_address(node.path) not in known():
                what = "link" if isinstance(node, SiteLink) else "picture"
                message = f"the {what} leads to `{shown(node.path)}`, which neither `docs/` nor the builder gives"
                hint = _record_meant(knowledge, node) or (
                    "name a file as it is called from this page: `reading.md`, `assets/a.png`, `terms/index.md`"
                )
                yield Diagnostic(node.place, LINK_BROKEN, message, hint=hint)
            elif isinstance(node, SiteLink) and not leads_somewhere(node):
                yield _nowhere(node, by_hand=docs_address(node.path) in handwritten)


def _record_meant(knowledge: KnowledgeBase, node: SiteLink | Picture) -> str | None:
    """What to write where a link names a record by a file or a page that is none; None where it names no record."""
    name = PurePosixPath(node.path.removesuffix("/index.md")).stem
    is_record = any(name in knowledge.by_id(kind.declaration) for kind in LINKED)
    return f"write `[[{name}|words]]`" if is_record and isinstance(node, SiteLink) else None


def _nowhere(link: SiteLink, *, by_hand: bool) -> Diagnostic:
    anchor = shown(unquote(link.anchor))
    if by_hand:
        message = f"`docs/{shown(link.path)}` has no heading with the id `{anchor}`"
        hint = "mend what follows the `#`, or give a heading that id: `## Words { #id }`"
    else:
        message = f"the page `{shown(link.path)}` of the site has no place `{anchor}`"
        hint = "mend what follows the `#`; on the finished page the sign behind each heading leads to its address"
    return Diagnostic(link.place, ANCHOR_MISSING, message, hint=hint)


def _of_a_drawing(page: HandwrittenPage, fragment: str) -> bool:
    """Whether a place may be in something of the builder's that the page shows; nothing else has such an id."""
    return fragment.startswith("kb-") and any(isinstance(node, Embed) for node in page.walk())


def _places(page: HandwrittenPage, knowledge: KnowledgeBase) -> Places:
    written = (node.attributes for node in page.walk() if isinstance(node, Element))
    ids = (value for attributes in written for key, value in attributes if key == "id")
    return Places(frozenset((*heading_anchors(page, partial(title_of, knowledge)), *ids)))
