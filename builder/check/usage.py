"""Terms that nothing uses: readers would reach them from the A–Z alone."""

from collections.abc import Iterator

from builder.diagnostics import Diagnostic
from builder.model import Claim, KnowledgeBase, NamingClaim, Reference
from builder.reasoning.outcomes import every_claim, every_prose


def check_usage(knowledge: KnowledgeBase) -> Iterator[Diagnostic]:
    """Note each term that no implication, claim, other term, prose or page names."""
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
    used: set[str] = set()
    for framework in knowledge.frameworks.values():
        for implication in framework.implications:
            literals = [*implication.premises, *implication.assuming]
            literals += [implication.conclusion] if implication.conclusion else []
            used.update(literal.atom for literal in literals)
        used.update(atom for choice in framework.choices for atom in choice.one_of)
    for claim in every_claim(knowledge):
        match claim:
            case Claim():
                used.update(literal.atom for literal in (*claim.given, claim.goal))
            case NamingClaim():
                used.update((claim.term, claim.called))
            case _:
                pass
    for term in knowledge.terms.values():
        named = {*term.related, *term.failure_of, *term.addresses, *(match.target for match in term.matches)}
        used |= {*named, *(sense.called for sense in term.senses)} - {term.id}
    for prose in every_prose(knowledge):
        used.update(node.target for node in prose.walk() if isinstance(node, Reference))
    for page in knowledge.pages:
        used.update(part.target for part in page.parts if isinstance(part, Reference))
    return frozenset(used)
