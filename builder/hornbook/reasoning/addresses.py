"""The addresses of the finished site that records give rise to, for data that names them.

An address is written without the slash at its end: `terms/rain`, `frameworks/weather#rain-wets`; the home page is
empty.
"""

from collections.abc import Iterator

from hornbook.addresses import page_address
from hornbook.model import KnowledgeBase

_FIXED = (
    "",
    "terms",
    "frameworks",
    "frameworks/compare",
    "diagrams",
    "faq",
    "examples",
    "quiz",
    "disagreements",
    "sources",
)


def every_address(knowledge: KnowledgeBase) -> frozenset[str]:
    """Every page that a record, a list of records or a file of `docs/` has, and every anchor of a record on it."""
    return frozenset(
        (
            *_FIXED,
            *_of_terms(knowledge),
            *_of_frameworks(knowledge),
            *_of_questions(knowledge),
            *_of_situations(knowledge),
            *(f"diagrams/{picture}" for picture in (*knowledge.views, *knowledge.chains)),
            *_of_sources(knowledge),
            *(page_address(page.path).strip("/") for page in knowledge.pages),
        )
    )


def plain_address(written: str) -> str:
    """An address as somebody wrote it, without slashes at the ends of its path."""
    path, mark, anchor = written.partition("#")
    return path.strip("/") + mark + anchor


def _of_terms(knowledge: KnowledgeBase) -> Iterator[str]:
    for term in knowledge.terms.values():
        yield f"terms/{term.id}"
        yield from (f"terms/{term.id}#sense-{sense.id}" for sense in term.senses)


def _of_frameworks(knowledge: KnowledgeBase) -> Iterator[str]:
    for framework in knowledge.frameworks.values():
        yield f"frameworks/{framework.id}"
        anchors = [
            *(implication.id for implication in framework.implications),
            *(fact.id for fact in framework.facts),
            *(choice.id for choice in framework.choices),
            *(listing.id for listing in framework.lists),
            *(table.id for table in framework.tables),
        ]
        yield from (f"frameworks/{framework.id}#{anchor}" for anchor in anchors)


def _of_questions(knowledge: KnowledgeBase) -> Iterator[str]:
    for faq in knowledge.faqs.values():
        yield f"faq/{faq.id}"
        yield from (f"faq/{faq.id}#claim-{number}" for number, _ in enumerate(faq.claims, 1))
    yield from (f"quiz#{question}" for question in knowledge.questions)


def _of_situations(knowledge: KnowledgeBase) -> Iterator[str]:
    for example in knowledge.examples.values():
        yield f"examples/{example.id}"
        yield from (f"examples/{example.id}#judgement-{number}" for number, _ in enumerate(example.judgements, 1))
    for disagreement in knowledge.disagreements.values():
        yield f"disagreements/{disagreement.id}"
        yield from (f"disagreements/{disagreement.id}#position-{one.framework}" for one in disagreement.positions)


def _of_sources(knowledge: KnowledgeBase) -> Iterator[str]:
    for source in knowledge.sources:
        yield f"sources/{source}"
        yield f"sources#{source}"
        yield from (f"sources/{source}#statement-{one.id}" for one in knowledge.statements.get(source, ()))
