"""Where a page stands: the list that leads to it, above its title, and its neighbours in that list, at its end."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from hornbook.addresses import Index, relative, title_of_record
from hornbook.kinds import FAQ, SOURCE, TERM, Kind
from hornbook.language import later, say
from hornbook.model import Faq, KnowledgeBase, Source, Term
from hornbook.pages.generated_page import GeneratedPage
from hornbook.pages.groups import Group, faq_groups, source_groups
from hornbook.pages.html import EMPTY, Html, join, say_html, tag

_R = TypeVar("_R")

Link = tuple[str, str]
"""The title and address of a page."""


def in_order(knowledge: KnowledgeBase, kind: Kind) -> Sequence[Any]:
    """The records of a kind in the order in which readers find them listed."""
    order = _ORDERS.get(kind)
    return list(knowledge.records(kind.declaration)) if order is None else order(knowledge)


def placed(page: GeneratedPage, index: Index, before: Link | None, after: Link | None) -> GeneratedPage:
    """The page with a link to its list above the title, and links to those before and after it at the end."""
    here = [_link(page.address, (say("Home"), "")), _link(page.address, (say(index.title), index.address))]
    beside = [
        tag("span", say_html(message, page=_link(page.address, link)), class_=f"kb-{side}")
        for message, link, side in ((_BEFORE, before, "before"), (_NEXT, after, "after"))
        if link is not None
    ]
    below = tag("nav", *beside, class_="kb-neighbours", aria_label=say("Neighbours"), data_search_exclude="")
    return replace(page, above=crumbs(*here), blocks=(*page.blocks, below if beside else EMPTY))


_BEFORE = later("Before: {page}")
_NEXT = later("Next: {page}")


def crumbs(*links: Html) -> Html:
    """What stands above a title: links that lead to the page, from outside in."""
    return tag("nav", join(*links, by=" › "), class_="kb-crumbs", aria_label=say("Where this page stands"))


def list_title(kind: Kind, record: object) -> str:
    """What a list of such records says for one; there a term's name is no part of a sentence."""
    return record.label if isinstance(record, Term) else title_of_record(kind, record)


def _link(at: str, link: Link) -> Html:
    title, address = link
    return tag("a", title, href=relative(at, address))


def _terms(knowledge: KnowledgeBase) -> list[Term]:
    key = knowledge.glossary.order.key
    return sorted(knowledge.terms.values(), key=lambda term: (key(term.label), term.id))


def _faqs(knowledge: KnowledgeBase) -> list[Faq]:
    return _once(faq_groups(knowledge))


def _sources(knowledge: KnowledgeBase) -> list[Source]:
    return _once(source_groups(knowledge))


def _once(groups: Iterable[Group[_R]]) -> list[_R]:
    """The members of all groups, each where it comes first."""
    return list({id(one): one for group in groups for one in group.members}.values())


_ORDERS: Mapping[Kind, Callable[[KnowledgeBase], Sequence[Any]]] = {TERM: _terms, FAQ: _faqs, SOURCE: _sources}
