"""Whose words a term's are: said wherever its short definition stands without its page."""

from hornbook.language import say, say_many
from hornbook.model import KnowledgeBase, Term
from hornbook.reasoning.ideas import are_compared, author_of, ideas_of, named_by_sources


def whose(knowledge: KnowledgeBase, term: Term) -> str:
    """The author in whose sense a term is explained, or how many there are; nothing where nobody gives it a sense."""
    authors = {author_of(knowledge, sense) for sense in term.senses}
    if len(authors) == 1:
        return say("In the sense of {sources}", sources=named_by_sources(knowledge, term.senses[0]))
    if not authors:
        return ""
    if are_compared(term):
        return ideas_and_authors(len(ideas_of(term)), len(authors))
    return say_many("{count} author", "{count} authors", len(authors))


def ideas_and_authors(ideas: int, authors: int) -> str:
    """How many ideas there are behind a term, and how many authors use it."""
    return say(
        "{ideas}, {authors}",
        ideas=say_many("{count} idea", "{count} ideas", ideas),
        authors=say_many("{count} author", "{count} authors", authors),
    )


def described(knowledge: KnowledgeBase, term: Term) -> str:
    """The short definition with whose it is, as other sites show it."""
    author = whose(knowledge, term)
    return say("{definition} ({whose}.)", definition=term.short, whose=author) if author else term.short
