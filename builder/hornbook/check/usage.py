"""Terms that nothing uses: readers would reach them from the A–Z alone."""

from collections.abc import Iterator

from hornbook.diagnostics import Diagnostic
from hornbook.model import Claim, KnowledgeBase, NamingClaim, Reference
from hornbook.reasoning.everything import every_claim, every_prose


def check_usage(knowledge: KnowledgeBase) -> Iterator[Diagnostic]:
    """Note each term that no implication, claim, example, chain, other term, prose or page names."""
    used = _used(knowledge)
    for term in knowledge.terms.values():
        if term.id not in used and term.unused is None:
            yield Diagnostic(
                term.place,
                "term-unused",
                f"nothing uses the term `{term.id}`",
                hint="link it from a term it belongs to (`related`), or say why it stays: `unused: …`",
            )


def _used(knowledge: KnowledgeBase) -> frozenset[str]:
    return frozenset(
        (
            *_by_frameworks(knowledge),
            *_by_situations(knowledge),
            *_by_chains(knowledge),
            *_by_claims(knowledge),
            *_by_terms(knowledge),
            *_by_texts(knowledge),
        )
    )


def _by_frameworks(knowledge: KnowledgeBase) -> Iterator[str]:
    for framework in knowledge.frameworks.values():
        yield from framework.atoms


def _by_situations(knowledge: KnowledgeBase) -> Iterator[str]:
    for example in knowledge.examples.values():
        yield from (fact.atom for fact in example.facts)
    for question in knowledge.questions.values():
        yield from (option.literal.atom for option in question.options if option.literal is not None)


def _by_chains(knowledge: KnowledgeBase) -> Iterator[str]:
    for chain in knowledge.chains.values():
        yield from (gap.term for gap in chain.gaps if gap.term is not None)
        for link in chain.links:
            yield from (link.matches if link.term is None else (link.term, *link.matches))


def _by_claims(knowledge: KnowledgeBase) -> Iterator[str]:
    for claim in every_claim(knowledge):
        match claim:
            case Claim():
                yield from (literal.atom for literal in (*claim.given, claim.goal))
            case NamingClaim():
                yield from (claim.term, claim.called)
            case _:
                pass


def _by_terms(knowledge: KnowledgeBase) -> Iterator[str]:
    for term in knowledge.terms.values():
        named = {*term.related, *term.failure_of, *term.addresses, *(match.target for match in term.matches)}
        yield from {*named, *(sense.called for sense in term.senses)} - {term.id}


def _by_texts(knowledge: KnowledgeBase) -> Iterator[str]:
    for prose in every_prose(knowledge):
        yield from (node.target for node in prose.walk() if isinstance(node, Reference))
    for page in knowledge.pages:
        yield from (node.target for node in page.walk() if isinstance(node, Reference))
