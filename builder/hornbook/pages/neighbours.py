"""Where a page stands: the list that leads to it, above its title, and its neighbours in that list, at its end."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from hornbook.addresses import Index, relative, title_of_record
from hornbook.kinds import FAQ, SOURCE, TERM, Kind
from hornbook.model import Faq, KnowledgeBase, Source, Term
from hornbook.model.author_names import author_order
from hornbook.pages.generated_page import GeneratedPage
from hornbook.pages.html import EMPTY, Html, join, tag

Link = tuple[str, str]
"""The title and address of a page."""


def in_order(knowledge: KnowledgeBase, kind: Kind) -> Sequence[Any]:
    """The records of a kind in the order in which readers find them listed."""
    order = _ORDERS.get(kind)
    return list(knowledge.records(kind.declaration)) if order is None else order(knowledge)


def placed(page: GeneratedPage, index: Index, before: Link | None, after: Link | None) -> GeneratedPage:
    """The page with a link to its list above the title, and links to those before and after it at the end."""
    here = [_link(page.address, ("Home", "")), _link(page.address, (index.title, index.address))]
    above = tag("nav", join(*here, by=" › "), class_="kb-crumbs", aria_label="Where this page stands")
    beside = [
        tag("span", sign, _link(page.address, link), class_=f"kb-{side}")
        for sign, link, side in (("Before: ", before, "before"), ("Next: ", after, "after"))
        if link is not None
    ]
    below = tag("nav", *beside, class_="kb-neighbours", aria_label="Neighbours", data_search_exclude="")
    return replace(page, above=above, blocks=(*page.blocks, below if beside else EMPTY))


def list_title(kind: Kind, record: object) -> str:
    """What a list of such records says for one; there a term's name is no part of a sentence."""
    return record.label if isinstance(record, Term) else title_of_record(kind, record)


def _link(at: str, link: Link) -> Html:
    title, address = link
    return tag("a", title, href=relative(at, address))


def _terms(knowledge: KnowledgeBase) -> list[Term]:
    return sorted(knowledge.terms.values(), key=lambda term: (term.label.casefold(), term.id))


def _faqs(knowledge: KnowledgeBase) -> list[Faq]:
    grouped = dict.fromkeys(faq for group in knowledge.glossary.faq for faq in group.faqs)
    return [knowledge.faqs[faq] for faq in dict.fromkeys((*grouped, *knowledge.faqs))]


def _sources(knowledge: KnowledgeBase) -> list[Source]:
    grouped = dict.fromkeys(source for group in knowledge.glossary.sources for source in group.sources)
    rest = sorted(knowledge.sources.values(), key=author_order)
    return [knowledge.sources[source] for source in dict.fromkeys((*grouped, *(one.id for one in rest)))]


_ORDERS: Mapping[Kind, Callable[[KnowledgeBase], Sequence[Any]]] = {TERM: _terms, FAQ: _faqs, SOURCE: _sources}
