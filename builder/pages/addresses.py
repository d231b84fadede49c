"""Addresses: where each thing has its page, and how one page links to another.

Pages are folders with an `index`, so a link inside an HTML block is relative to the same address in every engine.
"""

from posixpath import relpath

from builder.model import KnowledgeBase

HOME = ""
TERMS = "terms/"
FRAMEWORKS = "frameworks/"
VIEWS = "diagrams/"
FAQS = "faq/"
SOURCES = "sources/"
CODES = "contribute/codes/"


def term_address(term: str) -> str:
    """The page of a term."""
    return f"{TERMS}{term}/"


def framework_address(framework: str, implication: str | None = None) -> str:
    """The page of a framework, or one of its implications, facts or choices on it."""
    return f"{FRAMEWORKS}{framework}/" + (f"#{implication}" if implication else "")


def view_address(view: str) -> str:
    """The page of a view."""
    return f"{VIEWS}{view}/"


def faq_address(faq: str, claim: int | None = None) -> str:
    """The page of a question, or one of its claims (counted from 1) on it."""
    return f"{FAQS}{faq}/" + (f"#claim-{claim}" if claim else "")


def source_address(source: str) -> str:
    """A source in the bibliography."""
    return f"{SOURCES}#{source}"


def address_of(knowledge: KnowledgeBase, target: str) -> str:
    """The page that `[[target]]` leads to: a term, a view, a question or a framework."""
    if target in knowledge.terms:
        return term_address(target)
    if target in knowledge.views:
        return view_address(target)
    if target in knowledge.faqs:
        return faq_address(target)
    return framework_address(knowledge.frameworks[target].id)


def title_of(knowledge: KnowledgeBase, target: str) -> str:
    """The words that `[[target]]` shows in running text."""
    if target in knowledge.terms:
        return knowledge.terms[target].name
    if target in knowledge.views:
        return knowledge.views[target].title
    if target in knowledge.faqs:
        return knowledge.faqs[target].question
    return knowledge.frameworks[target].label


def relative(at: str, to: str) -> str:
    """The link from the page at one address to another address (both from the site's root)."""
    path, mark, anchor = to.partition("#")
    if path == at:
        return f"#{anchor}" if mark else "./"
    link = relpath(path or ".", at or ".")
    return link + ("/" if path.endswith("/") or not path else "") + mark + anchor
