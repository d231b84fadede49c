"""Structured data for search engines and other programs: schema.org's DefinedTerm and DefinedTermSet."""

from hornbook.addresses import TERMS, term_address
from hornbook.model import KnowledgeBase, Relation, Term
from hornbook.pages.whose import described
from hornbook.reasoning.matches import entries


def defined_term_set(knowledge: KnowledgeBase) -> dict[str, object]:
    """The glossary as a schema.org DefinedTermSet, without its terms."""
    glossary = knowledge.glossary
    return {
        "@context": "https://schema.org",
        "@type": "DefinedTermSet",
        "@id": f"{glossary.site_url}{TERMS}",
        "name": glossary.title,
        "description": glossary.description,
        "url": f"{glossary.site_url}{TERMS}",
        "inLanguage": glossary.lang,
        "license": glossary.licence,
    }


def defined_term(knowledge: KnowledgeBase, term: Term) -> dict[str, object]:
    """The term as a schema.org DefinedTerm in this glossary's DefinedTermSet."""
    site = knowledge.glossary.site_url
    data: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "DefinedTerm",
        "@id": f"{site}{term_address(term.id)}",
        "name": term.label,
        "description": described(knowledge, term),
        "termCode": term.id,
        "url": f"{site}{term_address(term.id)}",
        "inDefinedTermSet": {
            "@type": "DefinedTermSet",
            "@id": f"{site}{TERMS}",
            "name": knowledge.glossary.title,
            "url": f"{site}{TERMS}",
        },
    }
    if term.aliases:
        data["alternateName"] = [alias.text for alias in term.aliases]
    same = [found.address for relation, found in entries(term.elsewhere) if relation is Relation.EXACT]
    if same:
        data["sameAs"] = same
    return data
