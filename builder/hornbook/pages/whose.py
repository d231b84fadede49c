"""Whose words a term's are: said wherever its short definition stands without its page."""

from hornbook.model import KnowledgeBase, Term
from hornbook.pages.marks import counted
from hornbook.reasoning.ideas import are_compared, author_of, ideas_of, named_by_sources


def whose(knowledge: KnowledgeBase, term: Term) -> str:
    """The author in whose sense a term is explained, or how many there are; nothing where nobody gives it a sense."""
    authors = {author_of(knowledge, sense) for sense in term.senses}
    if len(authors) == 1:
        return f"In the sense of {named_by_sources(knowledge, term.senses[0])}"
    ideas = f"{counted(ideas_of(term), 'idea')}, " if are_compared(term) else ""
    return f"{ideas}{counted(authors, 'author')}" if authors else ""


def described(knowledge: KnowledgeBase, term: Term) -> str:
    """The short definition with whose it is, as other sites show it."""
    author = whose(knowledge, term)
    return f"{term.short} ({author}.)" if author else term.short
