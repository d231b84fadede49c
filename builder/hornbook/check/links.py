"""Links and pictures of hand-written pages: what they lead to must be there, and is named where it is written."""

from collections.abc import Callable, Iterator
from urllib.parse import unquote

from hornbook.addresses import docs_address, files_of, pages_of, title_of
from hornbook.diagnostics import ANCHOR_MISSING, LINK_BROKEN, Diagnostic
from hornbook.diagnostics.formats import shown
from hornbook.model import Element, Embed, HandwrittenPage, KnowledgeBase, Picture, SiteLink
from hornbook.reasoning.anchors import heading_anchors


def check_links(knowledge: KnowledgeBase, files: frozenset[str]) -> Iterator[Diagnostic]:
    """Find links and pictures that lead to nothing; `files` are those of `docs/` that are copied, by path from there.

    Places on generated pages are left to the check of the finished site, which sees them.
    """
    known = pages_of(knowledge) | files_of(knowledge) | files
    anchors: dict[str, frozenset[str] | None] = {}

    def anchors_of(path: str) -> frozenset[str] | None:
        if path not in anchors:
            page = next((page for page in knowledge.pages if page.path == path), None)
            anchors[path] = None if page is None else _anchors(page, lambda target: title_of(knowledge, target))
        return anchors[path]

    for page in knowledge.pages:
        for node in page.walk():
            if isinstance(node, SiteLink | Picture) and docs_address(node.path) not in known:
                what = "link" if isinstance(node, SiteLink) else "picture"
                message = f"the {what} leads to `{shown(node.path)}`, which neither `docs/` nor the builder gives"
                hint = "name a file as it is called from this page: `reading.md`, `assets/a.png`, `terms/index.md`"
                yield Diagnostic(node.place, LINK_BROKEN, message, hint=hint)
            elif isinstance(node, SiteLink) and not _has_anchor(anchors_of(node.path), node.anchor):
                message = f"`docs/{shown(node.path)}` has no heading with the id `{shown(unquote(node.anchor))}`"
                hint = "mend what follows the `#`, or give a heading that id: `## Words { #id }`"
                yield Diagnostic(node.place, ANCHOR_MISSING, message, hint=hint)


def _has_anchor(anchors: frozenset[str] | None, anchor: str) -> bool:
    return anchors is None or not anchor or unquote(anchor) in anchors | {"top"}


def _anchors(page: HandwrittenPage, name: Callable[[str], str]) -> frozenset[str] | None:
    """The ids of a page; None where it shows something of the builder's, which has ids of its own."""
    nodes = tuple(page.walk())
    if any(isinstance(node, Embed) for node in nodes):
        return None
    written = (node.attributes for node in nodes if isinstance(node, Element))
    ids = (value for attributes in written for key, value in attributes if key == "id")
    return frozenset((*heading_anchors(page, name), *ids))
