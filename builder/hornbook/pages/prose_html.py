"""Contributors' prose as HTML: references resolved, first mentions linked, everything else an allow-list.

The result passes nh3, so a mistake here or in the parser still cannot put a script on a page.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

import nh3

from hornbook.addresses import address_of, outside_term, relative, term_address, title_of
from hornbook.language import Direction, against
from hornbook.mathematics import Formula
from hornbook.model import Element, Embed, KnowledgeBase, Node, Picture, Prose, Reference, SiteLink, StatedClaim, Text
from hornbook.model.outside import OutsideTerm
from hornbook.model.prose import HEADINGS, plain_text
from hornbook.pages.formula_html import formulas_aside, formulas_back
from hornbook.pages.html import EMPTY, Html, formula_html, join, tag, text_kept, trusted, void_tag
from hornbook.pages.marks import sign_mark
from hornbook.pages.sentence_html import sentence_html
from hornbook.reasoning.anchors import anchor_of, free_anchor
from hornbook.reasoning.mentions import TermFinder
from hornbook.reasoning.sentences import claim_in_words, names_of

_TAGS = {"p", "em", "strong", "code", "pre", "ul", "ol", "li", "blockquote", "table", "thead", "tbody", "tr", "th"}
_TAGS |= {"bdi", "td", "br", "hr", "a", "span", "s", *HEADINGS}
_ATTRIBUTES = {
    "a": {"href", "title", "class", "data-term", "rel"},
    "ol": {"start"},
    "span": {"class"},
    "code": {"class"},
    "*": {"dir", "lang", "title"},  # ours: texts hold no attribute
    **{heading: {"id"} for heading in HEADINGS},
}
_CLEANER = nh3.Cleaner(tags=_TAGS, attributes=_ATTRIBUTES, url_schemes={"http", "https", "mailto"}, link_rel=None)
WITH_DIRECTION = frozenset({"p", "ul", "ol", "blockquote", "table"})
"""The blocks of texts that may run against the page."""
BLOCKS = WITH_DIRECTION | {"pre", "details", "div", "hr"}
_PLACED = frozenset({"li", "td", "th", "summary", *HEADINGS})
_UNLINKED = {"a", "code", "pre", "blockquote", *HEADINGS}


@dataclass(frozen=True, slots=True)
class Headings:
    """Where the headings of a text stand on its page."""

    level: int = 2
    """That of the heading above the text."""
    part: str = ""
    """The part of the record that the text is of."""
    taken: set[str] = field(default_factory=set)
    """The anchors that headings in texts have on the page."""


@dataclass(frozen=True, slots=True)
class Section:
    """One section of one page: the only state of linking is which terms it has linked already."""

    at: str
    """The page's address."""
    framework: str | None
    linked: set[str]
    """Terms that need no further link, the page's own included."""
    tags: tuple[str, ...] = ()
    """What its prose is about."""
    headings: Headings = field(default_factory=Headings)


def prose_html(knowledge: KnowledgeBase, finder: TermFinder, prose: Prose | None, section: Section) -> Html:
    """The prose as safe block-level HTML on one line."""
    if prose is None:
        return EMPTY
    nodes = _fitted(knowledge, prose.nodes, section.headings)
    written = join(*(_node(knowledge, finder, node, section, linkable=prose.links_mentions) for node in nodes))
    words, formulas = formulas_aside(written)
    return trusted(formulas_back(_cleaned(words), formulas).replace("\n", "&#10;"))


@lru_cache(maxsize=1 << 12)  # why something follows stands on the page of each term in it
def _cleaned(words: str) -> str:
    return _CLEANER.clean(words)


def _fitted(knowledge: KnowledgeBase, nodes: tuple[Node, ...], headings: Headings) -> Iterator[Node]:
    """The blocks of a text; its headings go on from the level above, none is left out, and each gets its anchor."""
    above: list[int] = []
    for node in nodes:
        if not (isinstance(node, Element) and node.tag in HEADINGS):
            yield node
            continue
        written = HEADINGS.index(node.tag)
        above = [*(level for level in above if level < written), written]
        level = min(headings.level + len(above), len(HEADINGS))
        words = plain_text(node.children, lambda target: title_of(knowledge, target))
        begins = "-".join(filter(None, ("text", headings.part, anchor_of(words))))
        anchor = free_anchor(begins, headings.taken, {})
        headings.taken.add(anchor)
        yield Element(HEADINGS[level - 1], node.children, (("id", anchor),))


def reference_html(knowledge: KnowledgeBase, at: str, reference: Reference) -> Html:
    """A link to what a reference names."""
    foreign = outside_term(knowledge, reference.target)
    if foreign is not None:
        return outside_html(reference.target, foreign, reference.words)
    words = reference.words or title_of(knowledge, reference.target)
    link = relative(at, address_of(knowledge, reference.target))
    return tag("a", words, href=link, class_="kb-link" if reference.target in knowledge.terms else None)


def outside_html(name: str, term: OutsideTerm, words: str | None = None) -> Html:
    """A link to a term of another glossary, with a preview; `name` is what we call it."""
    return tag("a", words or term.label, href=term.url, class_="kb-link kb-outside", data_term=name, rel="external")


def stated_claim_html(knowledge: KnowledgeBase, at: str, stated: StatedClaim) -> Html:
    """A claim made in passing, and its mark behind it; it was checked like any other."""
    claim = stated.claim
    names = names_of(knowledge, knowledge.frameworks[claim.scope.framework])
    words = stated.words or sentence_html(knowledge, claim_in_words(names, claim), at)
    return tag("span", words, "\N{NO-BREAK SPACE}", sign_mark(claim.verdict), class_="kb-stated")


def _node(knowledge: KnowledgeBase, finder: TermFinder, node: Node, section: Section, *, linkable: bool) -> Html:
    match node:
        case Text():
            return _linked(finder, node.text, section) if linkable else text_kept(node.text)
        case Reference():
            section.linked.add(node.target)
            return reference_html(knowledge, section.at, node)
        case StatedClaim():
            return stated_claim_html(knowledge, section.at, node)
        case Formula():
            return formula_html(node)
        case Embed():
            return tag("p", reference_html(knowledge, section.at, Reference(node.target, None, node.place)))
        case SiteLink() | Picture():
            raise AssertionError("only pages hold these")
        case Element():
            return _element(knowledge, finder, node, section, linkable=linkable and node.tag not in _UNLINKED)


def _element(knowledge: KnowledgeBase, finder: TermFinder, node: Element, section: Section, *, linkable: bool) -> Html:
    if node.tag in {"br", "hr"}:
        return void_tag(node.tag)
    children = [_node(knowledge, finder, child, section, linkable=linkable) for child in node.children]
    more: dict[str, str | None] = {"rel": "noopener noreferrer nofollow"} if node.tag == "a" else {}
    direction = against(plain_text(node.children, lambda target: title_of(knowledge, target)))
    if direction is not None:
        more |= {"dir": direction} if node.tag in WITH_DIRECTION else {}
        children = kept_apart(node, children, direction)
    return tag(node.tag, *children, **dict(node.attributes), **more)


def kept_apart(node: Element, children: list[Html], direction: Direction) -> list[Html]:
    """What a line of a list, a cell or a heading holds, where it runs against the page but stands as others do."""
    holds_blocks = any(isinstance(child, Element) and child.tag in BLOCKS for child in node.children)
    return children if node.tag not in _PLACED or holds_blocks else [tag("bdi", *children, dir=direction)]


def _linked(finder: TermFinder, words: str, section: Section) -> Html:
    """Text with the section's first mention of each term made a link."""
    parts: list[Html | str] = []
    at = 0
    for mention in finder.find(words, section.framework, section.tags):
        if mention.term is None or mention.term in section.linked:
            continue
        section.linked.add(mention.term)
        parts.append(words[at : mention.start])
        link = relative(section.at, term_address(mention.term))
        named = words[mention.start : mention.end]
        parts.append(tag("a", named, href=link, class_="kb-link kb-auto"))
        at = mention.end
    return join(*parts, words[at:])
