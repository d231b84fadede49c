"""All prose and all claims of a knowledge base, wherever they stand."""

from collections.abc import Iterator

from hornbook.model import AnyClaim, Disagreement, Framework, KnowledgeBase, Prose, StatedClaim, Term


def every_prose(knowledge: KnowledgeBase) -> Iterator[Prose]:
    """Every piece of contributors' prose, record by record."""
    for term in knowledge.terms.values():
        yield from _in_term(term)
    for framework in knowledge.frameworks.values():
        yield from _in_framework(framework)
    for view in knowledge.views.values():
        yield from _present(view.text, view.note)
    for chain in knowledge.chains.values():
        yield from _present(chain.text, chain.note)
    for faq in knowledge.faqs.values():
        yield from _present(faq.answer, faq.note, *(claim.note for claim in faq.claims))
    for example in knowledge.examples.values():
        yield from _present(example.text, example.note, *(one.claim.note for one in example.judgements))
    for question in knowledge.questions.values():
        yield question.text
        yield question.answer
    for disagreement in knowledge.disagreements.values():
        yield from _in_disagreement(disagreement)
    for change in knowledge.changes:
        yield change.text


def every_claim(knowledge: KnowledgeBase) -> Iterator[AnyClaim]:
    """Every claim: those that records list, examples' verdicts included, and those that prose makes in passing."""
    for faq in knowledge.faqs.values():
        yield from faq.claims
    for example in knowledge.examples.values():
        yield from (judgement.claim for judgement in example.judgements)
    for disagreement in knowledge.disagreements.values():
        yield from disagreement.claims
        for position in disagreement.positions:
            yield from position.claims
    for prose in every_prose(knowledge):
        yield from (node.claim for node in prose.walk() if isinstance(node, StatedClaim))
    for page in knowledge.pages:
        yield from (part.claim for part in page.parts if isinstance(part, StatedClaim))


def _in_term(term: Term) -> Iterator[Prose]:
    for sense in term.senses:
        yield from _present(sense.text, sense.note)
    yield from _present(term.note)


def _in_framework(framework: Framework) -> Iterator[Prose]:
    yield from _present(framework.text, framework.note)
    for implication in framework.implications:
        yield from _present(implication.because, implication.note)
    for listing in framework.lists:
        yield from _present(*listing.items, listing.note)
    for table in framework.tables:
        yield from _present(*(cell for row in table.rows for cell in row), table.note)


def _in_disagreement(disagreement: Disagreement) -> Iterator[Prose]:
    yield from _present(disagreement.text, *(claim.note for claim in disagreement.claims))
    for position in disagreement.positions:
        yield from _present(position.says, *(claim.note for claim in position.claims))


def _present(*pieces: Prose | None) -> Iterator[Prose]:
    return (piece for piece in pieces if piece is not None)
