"""Backlinks: for each term, the questions, examples, drawings, frameworks, terms and pages that use it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from hornbook.addresses import (
    disagreement_address,
    example_address,
    faq_address,
    framework_address,
    question_address,
    relative,
    term_address,
    view_address,
)
from hornbook.logic import Literal
from hornbook.model import (
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
from hornbook.pages.html import Html, join, tag
from hornbook.pages.term_finder import TermFinder

KINDS = ("Questions", "Examples", "Disagreements", "Diagrams", "Terms", "Frameworks", "Pages")


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
        links = [tag("a", use.title, href=relative(at, use.address)) for use in uses if use.kind == number]
        if links:
            groups.append(join(tag("dt", kind), *(tag("dd", link) for link in links)))
    return tag("dl", *groups, class_="kb-uses")


def page_address(path: str) -> str:
    """The address of a hand-written page."""
    stem = path.removesuffix(".md")
    return stem.removesuffix("index") if stem == "index" or stem.endswith("/index") else f"{stem}/"


def _uses(knowledge: KnowledgeBase, finder: TermFinder) -> Iterator[tuple[Use, set[str]]]:
    """Each page with everything it names: terms, and ids of other things, which no term has."""
    yield from _uses_by_questions(knowledge, finder)
    yield from _uses_by_situations(knowledge, finder)
    yield from _uses_by_drawings(knowledge, finder)
    for term in knowledge.terms.values():
        named = {*term.related, *term.failure_of, *term.addresses, *(match.target for match in term.matches)}
        for sense in term.senses:
            named |= _in_prose(finder, sense.framework, sense.text, sense.note)
        yield _use("Terms", term.label, term_address(term.id)), named | _in_prose(finder, None, term.note)
    for framework in knowledge.frameworks.values():
        named = _in_prose(finder, framework.id, framework.text, framework.note)
        for one in framework.lists:
            named |= _in_prose(finder, framework.id, *one.items, one.note)
        for table in framework.tables:
            named |= _in_prose(finder, framework.id, *(cell for row in table.rows for cell in row), table.note)
        named |= _in_implications(framework.implications)
        yield _use("Frameworks", framework.label, framework_address(framework.id)), named
    for page in knowledge.pages:
        yield _use_by_page(page)


def _uses_by_questions(knowledge: KnowledgeBase, finder: TermFinder) -> Iterator[tuple[Use, set[str]]]:
    for faq in knowledge.faqs.values():
        named = _in_prose(finder, faq.framework, faq.answer, faq.note)
        yield _use("Questions", faq.question, faq_address(faq.id)), named | _in_claims(faq.claims)
    for question in knowledge.questions.values():
        named = _in_prose(finder, None, question.text, question.answer)
        named |= {option.literal.atom for option in question.options if option.literal is not None}
        yield _use("Questions", f"Quiz: {question.question}", question_address(question.id)), named


def _uses_by_situations(knowledge: KnowledgeBase, finder: TermFinder) -> Iterator[tuple[Use, set[str]]]:
    for example in knowledge.examples.values():
        named = _in_prose(finder, None, example.text, example.note) | {fact.atom for fact in example.facts}
        for judgement in example.judgements:
            claim = judgement.claim
            named |= {claim.goal.atom, *(literal.atom for literal in claim.given)}
            named |= _in_prose(finder, claim.scope.framework, claim.note)
        yield _use("Examples", example.label, example_address(example.id)), named
    for disagreement in knowledge.disagreements.values():
        named = _in_prose(finder, None, disagreement.text) | _in_claims(disagreement.claims)
        for position in disagreement.positions:
            named |= _in_prose(finder, position.framework, position.says) | _in_claims(position.claims)
        yield _use("Disagreements", disagreement.question, disagreement_address(disagreement.id)), named


def _uses_by_drawings(knowledge: KnowledgeBase, finder: TermFinder) -> Iterator[tuple[Use, set[str]]]:
    for view in knowledge.views.values():
        framework = knowledge.frameworks[view.framework]
        shown = [implication for implication in framework.implications if implication.id in view.show]
        named = _in_implications(shown) | _in_prose(finder, framework.id, view.text, view.note)
        yield _use("Diagrams", view.title, view_address(view.id)), named
    for chain in knowledge.chains.values():
        terms = [*(link.term for link in chain.links), *(gap.term for gap in chain.gaps)]
        named = {term for term in terms if term is not None}
        named |= _in_prose(finder, chain.framework, chain.text, chain.note)
        yield _use("Diagrams", chain.title, view_address(chain.id)), named


def _use(kind: str, title: str, address: str) -> Use:
    return Use(KINDS.index(kind), title, address)


def _use_by_page(page: Page) -> tuple[Use, set[str]]:
    named = {part.target for part in page.parts if isinstance(part, Reference)}
    named |= _in_claims(part.claim for part in page.parts if isinstance(part, StatedClaim))
    address = page_address(page.path)
    written = "".join(part for part in page.parts if isinstance(part, str))
    return _use("Pages", page_title(written, address), address), named


def _in_claims(claims: Iterable[AnyClaim]) -> set[str]:
    return {atom for claim in claims for atom in _in_claim(claim)}


def _in_implications(implications: Iterable[Implication]) -> set[str]:
    return {atom for one in implications for atom in one.atoms}


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
