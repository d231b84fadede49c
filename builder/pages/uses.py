"""Backlinks: for each term, the questions, views, frameworks, terms and pages that use it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from builder.logic import Literal
from builder.model import (
    AnyClaim,
    Claim,
    Implication,
    KnowledgeBase,
    NamingClaim,
    Page,
    Prose,
    Reference,
    StatedClaim,
    Text,
)
from builder.pages.addresses import faq_address, framework_address, relative, term_address, view_address
from builder.pages.html import Html, tag, text
from builder.pages.term_finder import TermFinder

KINDS = ("Questions", "Diagrams", "Terms", "Frameworks", "Pages")


@dataclass(frozen=True, slots=True, order=True)
class Use:
    """One place that uses a term."""

    kind: int
    """Index into KINDS, which is also the order in which uses are listed."""
    title: str
    address: str


def uses_of_terms(knowledge: KnowledgeBase, finder: TermFinder) -> Mapping[str, tuple[Use, ...]]:
    """Where each term is used, by its id, its label or an alias; a term's own page does not count."""
    found: defaultdict[str, set[Use]] = defaultdict(set)
    for use, terms in _uses(knowledge, finder):
        for term in terms & knowledge.terms.keys():
            if use.address != term_address(term):
                found[term].add(use)
    return {term: tuple(sorted(uses)) for term, uses in found.items()}


def uses_html(uses: tuple[Use, ...], at: str) -> Html:
    """The uses, grouped by kind."""
    groups = []
    for number, kind in enumerate(KINDS):
        links = [tag("a", text(use.title), href=relative(at, use.address)) for use in uses if use.kind == number]
        if links:
            groups.append(tag("dt", text(kind)) + "".join(tag("dd", link) for link in links))
    return tag("dl", *groups, class_="kb-uses")


def page_address(path: str) -> str:
    """The address of a hand-written page."""
    stem = path.removesuffix(".md")
    return stem.removesuffix("index") if stem == "index" or stem.endswith("/index") else f"{stem}/"


def _uses(knowledge: KnowledgeBase, finder: TermFinder) -> Iterator[tuple[Use, set[str]]]:
    """Each page with everything it names: terms, and ids of other things, which no term has."""
    for faq in knowledge.faqs.values():
        named = _in_prose(finder, faq.framework, faq.answer, faq.note)
        yield Use(0, faq.question, faq_address(faq.id)), named.union(*(_in_claim(claim) for claim in faq.claims))
    for view in knowledge.views.values():
        framework = knowledge.frameworks[view.framework]
        shown = [implication for implication in framework.implications if implication.id in view.show]
        named = _in_implications(shown) | _in_prose(finder, framework.id, view.text, view.note)
        yield Use(1, view.title, view_address(view.id)), named
    for term in knowledge.terms.values():
        named = {*term.related, *term.failure_of, *term.addresses, *(match.target for match in term.matches)}
        for sense in term.senses:
            named |= _in_prose(finder, sense.framework, sense.text, sense.note)
        yield Use(2, term.label, term_address(term.id)), named | _in_prose(finder, None, term.note)
    for framework in knowledge.frameworks.values():
        named = _in_prose(finder, framework.id, framework.text) | _in_implications(framework.implications)
        yield Use(3, framework.label, framework_address(framework.id)), named
    for page in knowledge.pages:
        yield _use_by_page(page)


def _use_by_page(page: Page) -> tuple[Use, set[str]]:
    named = {part.target for part in page.parts if isinstance(part, Reference)}
    named = named.union(*(_in_claim(part.claim) for part in page.parts if isinstance(part, StatedClaim)))
    address = page_address(page.path)
    written = "".join(part for part in page.parts if isinstance(part, str))
    return Use(4, page_title(written, address), address), named


def _in_implications(implications: Iterable[Implication]) -> set[str]:
    literals = (literal for one in implications for literal in (*one.premises, *one.assuming, one.conclusion))
    return {literal.atom for literal in literals if literal is not None}


def page_title(markdown: str, address: str) -> str:
    """The title of a hand-written page: its first heading, or its address."""
    lines = (line for line in markdown.splitlines() if line.startswith("# "))
    return next(lines, f"# {address or 'Home'}")[2:].strip()


def _in_prose(finder: TermFinder, framework: str | None, *pieces: Prose | None) -> set[str]:
    found: set[str] = set()
    for prose in pieces:
        for node in prose.walk() if prose else ():
            match node:
                case Text(words):
                    found |= {mention.term for mention in finder.find(words, framework)}
                case Reference(target, _, _):
                    found.add(target)
                case StatedClaim(claim, _, _):
                    found |= _in_claim(claim)
                case _:
                    pass
    return found


def _in_claim(claim: AnyClaim) -> set[str]:
    match claim:
        case Claim():
            literals: tuple[Literal, ...] = (*claim.given, claim.goal)
            return {literal.atom for literal in literals}
        case NamingClaim():
            return {claim.term, claim.called}
        case _:
            return set()
