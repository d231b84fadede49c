"""The page for addresses that lead nowhere, as a template of the theme: it names the lists that there are."""

from hornbook.addresses import FAQS, INDEXES, TERMS
from hornbook.model import KnowledgeBase

_PLACE = "<!-- questions -->"
_QUESTIONS = ", the <a href=\"{{ 'faq/' | url }}\">questions</a>"


def lost_page(template: str, knowledge: KnowledgeBase) -> bytes:
    """The template with links to the lists of the knowledge base."""
    there = {index.address for index in INDEXES if index.exists(knowledge)}
    assert TERMS in there
    return template.replace(_PLACE, _QUESTIONS if FAQS in there else "").encode()
