"""Pages written by hand: their headings and ready HTML, so that the site engine finds nothing to read its own way.

What contributors wrote passes an allow-list of its own; references, claims and embeds, which are ours, are put in
afterwards.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial

import nh3

from hornbook.addresses import docs_address, page_address, page_title, relative, title_of
from hornbook.language import against
from hornbook.mathematics import Formula
from hornbook.model import (
    Element,
    Embed,
    HandwrittenPage,
    Node,
    PageHeading,
    Picture,
    Reference,
    SiteLink,
    StatedClaim,
    Text,
)
from hornbook.model.prose import plain_text
from hornbook.pages.code import coloured
from hornbook.pages.context import Context
from hornbook.pages.faq_pages import answer_card
from hornbook.pages.generated_page import Heading, handwritten_markdown
from hornbook.pages.glance import glance_html
from hornbook.pages.html import Html, formula_html, join, tag, text_kept, trusted, void_tag
from hornbook.pages.page import Page
from hornbook.pages.prose_html import WITH_DIRECTION, kept_apart, reference_html, stated_claim_html
from hornbook.pages.search_words import BOOST, asked_html
from hornbook.pages.view_pages import view_figure
from hornbook.reasoning.anchors import heading_anchors

MOST_COLOURED = 20_000
"""As many characters of code on one page have colours."""

_ELEMENTS = (
    "p em strong s code pre ul ol li blockquote table thead tbody tr th td br hr a bdi span img sup div details summary"
)
_ATTRIBUTES = {
    "a": {"href", "title", "class"},
    "details": {"class", "open"},
    "div": {"class"},
    "img": {"src", "alt", "title", "width", "height"},
    "li": {"id"},
    "ol": {"start"},
    "p": {"class"},
    "span": {"class"},
    "sup": {"id"},
    "*": {"dir", "lang", "title"},  # ours: pages hold no raw HTML
}
_ALIGNED = {"style": {f"text-align: {side};" for side in ("left", "center", "right")}}
_CLASSES = {
    "a": re.compile(r"footnote-(?:ref|backref)"),
    "details": re.compile(r"[a-z]+(?: (?:inline|end))*"),
    "div": re.compile(r"admonition [a-z]+(?: (?:inline|end))*|highlight|footnote"),
    "p": re.compile(r"(?:lead|actions)(?: (?:lead|actions))*|admonition-title"),
    "span": re.compile(r"[a-z][a-z0-9]{0,2}(?: [a-z][a-z0-9]{0,2}(?:-[A-Z][A-Za-z]*)+)*"),
}
_IDS = re.compile(r"fn(?:ref[0-9]*)?:\S+")
_LINES = frozenset({"ul", "ol", "blockquote", "table", "thead", "tbody", "tr", "div", "details"})
"""Elements that hold blocks, each on a line of its own, as engines write them: so search sees the words apart."""
_LINE = text_kept("\n")
_OURS = re.compile("\ufdd0([0-9]+)\ufdd1")
"""What stands for markup of ours while the rest passes the allow-list; no text can hold these characters."""


def hand_written_page(context: Context, page: HandwrittenPage) -> bytes:
    """The Markdown file that the engine gets."""
    asked = asked_html(page_title(context.knowledge, page), page.asked)
    blocks = [*_blocks(context, page), *([asked] if asked else [])]
    return handwritten_markdown(page, blocks, context.knowledge.glossary, BOOST if asked else None)


def _blocks(context: Context, page: HandwrittenPage) -> Iterator[Heading | Html]:
    def name(target: str) -> str:
        return title_of(context.knowledge, target)

    anchors = iter(heading_anchors(page, name))
    writer = _Writer(Page(context, page_address(page.path)))
    for block in page.blocks:
        if isinstance(block, PageHeading):
            is_text = all(isinstance(child, Text) for child in block.children)
            markup = None if is_text else writer.checked(block.children)
            yield Heading(block.level, block.words(name), next(anchors), markup)
        else:
            yield writer.checked((block,))


class _Writer:
    """Writes the nodes of one page at its address."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._ours: list[Html] = []
        self._coloured = 0
        self._embeds = 0

    def checked(self, nodes: Iterable[Node]) -> Html:
        """The nodes as markup on one line that passed the allow-list."""
        self._ours = []
        written = join(*map(self._node, nodes))
        cleaned = nh3.clean(
            written,
            tags=set(_ELEMENTS.split()),
            attributes=_ATTRIBUTES,
            attribute_filter=_only_known,
            tag_attribute_values={"td": _ALIGNED, "th": _ALIGNED},
            url_schemes={"http", "https", "mailto"},
            link_rel=None,
        )
        with_ours = _OURS.sub(lambda found: self._ours[int(found[1])], cleaned)
        return trusted(with_ours.replace("\n", "&#10;").replace("\t", "&#9;"))

    def _node(self, node: Node) -> Html | str:
        match node:
            case Text(words):
                return text_kept(words)
            case Reference() | StatedClaim() | Embed() | Formula():
                return self._set_aside(node)
            case SiteLink(path, rest, title, children, _):
                return tag("a", *map(self._node, children), href=self._link(path, rest), title=title)
            case Picture(path, rest, words, title, size, _):
                source = self._link(path, rest)
                return void_tag("img", src=source, alt=words, title=title, **dict(size))
            case Element("pre", (Element("code", (Text(code),), attributes),)):
                return self._code(code, dict(attributes).get("class", "").removeprefix("language-"))
            case Element():
                return self._element(node)

    def _element(self, node: Element) -> Html:
        if node.tag in ("br", "hr"):
            return void_tag(node.tag)
        children: Sequence[Html | str] = [self._node(child) for child in node.children]
        attributes: dict[str, str | None] = {
            f"{name}_" if name == "class" else name: value for name, value in node.attributes
        }
        direction = against(plain_text(node.children, partial(title_of, self._page.knowledge)))
        if direction is not None:
            attributes |= {"dir": direction} if node.tag in WITH_DIRECTION else {}
            children = kept_apart(node, list(map(join, children)), direction)
        holds_blocks = any(isinstance(child, Element) and child.tag in ("p", "pre") for child in node.children)
        if node.tag in _LINES or (node.tag == "li" and holds_blocks):
            return tag(node.tag, _LINE, join(*children, by=_LINE), _LINE, **attributes)
        return tag(node.tag, *children, **attributes)

    def _code(self, code: str, language: str) -> Html:
        self._coloured += len(code)
        inside = coloured(code, language if self._coloured <= MOST_COLOURED else "")
        return tag("div", tag("pre", tag("span"), tag("code", trusted(inside))), class_="highlight")

    def _link(self, path: str, rest: str) -> str:
        at, address = self._page.at, docs_address(path)
        return relative(at, address + rest) if rest.startswith("#") else relative(at, address) + rest

    def _set_aside(self, node: Reference | StatedClaim | Embed | Formula) -> str:
        match node:
            case Reference():
                self._ours.append(reference_html(self._page.knowledge, self._page.at, node))
            case StatedClaim():
                self._ours.append(stated_claim_html(self._page.knowledge, self._page.at, node))
            case Formula():
                self._ours.append(formula_html(node))
            case Embed(target, _):
                # `kb-`, which no heading's id begins with, and a number: a page may show one drawing twice.
                self._embeds += 1
                self._ours.append(_embedded(replace(self._page, ids=f"kb-{self._embeds}-"), target))
        return f"\ufdd0{len(self._ours) - 1}\ufdd1"


def _only_known(element: str, name: str, value: str) -> str | None:
    """The value, where a class or an id is one that pages may have."""
    if name == "class":
        return value if element in _CLASSES and _CLASSES[element].fullmatch(value) else None
    return value if name != "id" or _IDS.fullmatch(value) else None


def _embedded(page: Page, target: str) -> Html:
    knowledge = page.knowledge
    if target == "index":
        return glance_html(page)
    if target in knowledge.views:
        return view_figure(page, knowledge.views[target])
    return answer_card(page, knowledge.faqs[target])
