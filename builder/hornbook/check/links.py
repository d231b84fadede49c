"""Links and pictures of hand-written pages: what they lead to must be there, and is named where it is written."""

from collections.abc import Callable, Iterator
from urllib.parse import unquote

from hornbook.addresses import (
    BIBTEX,
    CODES,
    COMPARISON,
    CSL_JSON,
    DISAGREEMENTS,
    EXAMPLES,
    EXPLORE,
    FAQS,
    FRAMEWORKS,
    QUIZ,
    SOURCES,
    TERMS,
    VIEWS,
    disagreement_address,
    example_address,
    faq_address,
    framework_address,
    page_address,
    source_address,
    term_address,
    title_of,
    view_address,
)
from hornbook.diagnostics import Diagnostic
from hornbook.diagnostics.formats import shown
from hornbook.model import Element, Embed, HandwrittenPage, KnowledgeBase, Picture, SiteLink
from hornbook.reasoning.anchors import heading_anchors

_DRAWN = tuple(f"{width}{colours}.svg" for width in ("", ".narrow") for colours in ("", ".light", ".dark"))


def check_links(knowledge: KnowledgeBase, files: frozenset[str]) -> Iterator[Diagnostic]:
    """Find pages without an address of their own, and links and pictures that lead to nothing.

    `files` are those of `docs/` that are copied, by path from there.

    Places on generated pages are left to the check of the finished site, which sees them.
    """
    known = _generated(knowledge) | {*map(page_address, (*files, *(page.path for page in knowledge.pages)))}
    anchors: dict[str, frozenset[str] | None] = {}

    def anchors_of(path: str) -> frozenset[str] | None:
        if path not in anchors:
            page = next((page for page in knowledge.pages if page.path == path), None)
            anchors[path] = None if page is None else _anchors(page, lambda target: title_of(knowledge, target))
        return anchors[path]

    yield from _without_address(knowledge)
    for page in knowledge.pages:
        for node in page.walk():
            if isinstance(node, SiteLink | Picture) and page_address(node.path) not in known:
                what = "link" if isinstance(node, SiteLink) else "picture"
                message = f"the {what} leads to `{shown(node.path)}`, which neither `docs/` nor the builder gives"
                hint = "name a file as it is called from this page: `reading.md`, `assets/a.png`, `terms/index.md`"
                yield Diagnostic(node.place, "link-broken", message, hint=hint)
            elif isinstance(node, SiteLink) and not _has_anchor(anchors_of(node.path), node.anchor):
                message = f"`docs/{shown(node.path)}` has no heading with the id `{shown(unquote(node.anchor))}`"
                hint = "mend what follows the `#`, or give a heading that id: `## Words { #id }`"
                yield Diagnostic(node.place, "anchor-missing", message, hint=hint)


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


def _without_address(knowledge: KnowledgeBase) -> Iterator[Diagnostic]:
    """`rain.md` has the address of `rain/index.md`, which may be another page."""
    taken = dict.fromkeys(_generated(knowledge), "the builder")
    folders = (page.path for page in knowledge.pages if page.path.endswith("index.md"))
    taken |= {page_address(path): f"`docs/{path}`" for path in folders}
    for page in knowledge.pages:
        address = page_address(page.path)
        if address in taken and not page.path.endswith("index.md"):
            message = f"{shown(taken[address])} gives another page the address `{shown(address)}`"
            yield Diagnostic(page.place, "file-reserved", message, hint="give the file another name")


def _generated(knowledge: KnowledgeBase) -> frozenset[str]:
    """The address of every page and file that the builder makes."""
    kinds = (TERMS, FRAMEWORKS, VIEWS, FAQS, SOURCES, EXPLORE, CODES, BIBTEX, CSL_JSON)
    optional = (
        (COMPARISON, len(knowledge.frameworks) > 1),
        (EXAMPLES, knowledge.examples),
        (QUIZ, knowledge.questions),
        (DISAGREEMENTS, knowledge.disagreements),
    )
    drawn = (*knowledge.views, *knowledge.chains)
    return frozenset(
        (
            *kinds,
            *(address for address, present in optional if present),
            *map(term_address, knowledge.terms),
            *map(framework_address, knowledge.frameworks),
            *(f"{EXPLORE}{framework}/" for framework in knowledge.frameworks),
            *map(view_address, drawn),
            *(f"{VIEWS}{name}{end}" for name in drawn for end in _DRAWN),
            *map(faq_address, knowledge.faqs),
            *map(example_address, knowledge.examples),
            *map(disagreement_address, knowledge.disagreements),
            *map(source_address, knowledge.sources),
        )
    )
