"""The addresses by which other vocabularies name terms and senses of this one, and what these are matched with."""

from hornbook.addresses import outside_term, record_address, term_address
from hornbook.kinds import SENSE, TERM
from hornbook.model import KnowledgeBase, Sense, Term


def term_iri(knowledge: KnowledgeBase, term: str) -> str:
    """The page of a term, in full."""
    return knowledge.glossary.site_url + term_address(term)


def sense_iri(knowledge: KnowledgeBase, term: Term | str, sense: Sense | str) -> str:
    """The place of a sense on its term's page, in full."""
    term_id, sense_id = (one if isinstance(one, str) else one.id for one in (term, sense))
    return knowledge.glossary.site_url + record_address(TERM, term_id, SENSE.anchor.format(sense_id))


def match_iri(knowledge: KnowledgeBase, target: str) -> str:
    """What a mapping leads to: a term, a sense written `term/sense`, or a term of another glossary."""
    foreign = outside_term(knowledge, target)
    if foreign is not None:
        return foreign.url
    term, mark, sense = target.partition("/")
    return sense_iri(knowledge, term, sense) if mark else term_iri(knowledge, term)
