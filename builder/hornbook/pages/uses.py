"""Backlinks: for each term, the questions, examples, drawings, frameworks, terms and pages that use it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from hornbook.addresses import page_address, page_title, record_address, relative, term_address
from hornbook.kinds import ADDRESSED, DISAGREEMENT, EXAMPLE, FAQ, PAGE, VIEW, Kind
from hornbook.language import say, say_many
from hornbook.model import KnowledgeBase, Term, Text, View
from hornbook.model.contents import terms_named, walk
from hornbook.pages.html import Html, join, tag
from hornbook.pages.neighbours import list_title
from hornbook.reasoning.mentions import TermFinder

_FIRST = (FAQ, EXAMPLE, DISAGREEMENT, VIEW)
"""What is asked, told and drawn comes before the vocabulary itself."""
TITLES = tuple(dict.fromkeys(kind.title_of_several for kind in (*_FIRST, *ADDRESSED, PAGE)))
_MOST = 24
"""So many uses of one kind are listed."""


@dataclass(frozen=True, slots=True, order=True)
class Use:
    """One place that uses a term."""

    kind: int
    """Index into TITLES, which is also the order in which uses are listed."""
    title: str
    address: str
    record: str = ""
    """The id of the record that it is the page of; none for a page written by hand."""


def uses_of_terms(knowledge: KnowledgeBase, finder: TermFinder) -> Mapping[str, tuple[Use, ...]]:
    """Where each term is used, by its id, its label or an alias; a term's own page does not count."""
    found: defaultdict[str, set[Use]] = defaultdict(set)
    for use, terms in _uses(knowledge, finder):
        for term in terms & knowledge.terms.keys():
            if use.address != term_address(term):
                found[term].add(use)
    return {term: tuple(sorted(uses)) for term, uses in found.items()}


def uses_html(uses: tuple[Use, ...], at: str) -> Html:
    """The uses, grouped by kind; of many of one kind the first, and how many more there are."""
    groups = []
    for number, listed in enumerate(TITLES):
        found = [use for use in uses if use.kind == number]
        links = [tag("a", use.title, href=relative(at, use.address)) for use in found[:_MOST]]
        if len(found) > _MOST:
            left = len(found) - _MOST
            links.append(join(say_many("and {count} more", "and {count} more", left, count=f"{left:,}")))
        if links:
            groups.append(join(tag("dt", say(listed)), *(tag("dd", link) for link in links)))
    return tag("dl", *groups, class_="kb-uses")


def _uses(knowledge: KnowledgeBase, finder: TermFinder) -> Iterator[tuple[Use, set[str]]]:
    """Each page with everything it names: terms, and ids of other things, which no term has."""
    for kind in ADDRESSED:
        for record in knowledge.records(kind.declaration):
            named = _named(finder, record)
            if isinstance(record, View):
                named |= _drawn(knowledge, record)
            yield _use(kind, list_title(kind, record), record_address(kind, record.id), record.id), named
    for page in knowledge.pages:
        # What a page mentions without brackets is not linked there.
        yield _use(PAGE, page_title(knowledge, page), page_address(page.path)), {*terms_named(page)}


def _use(kind: Kind, title: str, address: str, record: str = "") -> Use:
    return Use(TITLES.index(kind.title_of_several), title, address, record)


def _named(finder: TermFinder, record: object) -> set[str]:
    """The ids of what a record names: in its fields, its claims and its texts, with or without brackets."""
    texts = walk(record, Text)
    tags = record.tags if isinstance(record, Term) else ()
    mentions = (mention for one in texts for mention in finder.find(one.value.text, one.framework, tags))
    return {*(mention.term for mention in mentions if mention.term is not None), *terms_named(record)}


def _drawn(knowledge: KnowledgeBase, view: View) -> set[str]:
    """The atoms of the implications that a view shows."""
    return {atom for one in knowledge.frameworks[view.framework].picked(view.show) for atom in one.atoms}
