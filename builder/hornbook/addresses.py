"""Addresses: where each thing has its page, and how one page links to another.

Pages are folders with an `index`, so a link inside an HTML block is relative to the same address in every engine.
"""

from collections.abc import Iterable
from functools import lru_cache
from posixpath import relpath

from hornbook.logic import Literal
from hornbook.model import KnowledgeBase, Scope

TERMS = "terms/"
FRAMEWORKS = "frameworks/"
VIEWS = "diagrams/"
FAQS = "faq/"
EXAMPLES = "examples/"
QUIZ = "quiz/"
DISAGREEMENTS = "disagreements/"
COMPARISON = "frameworks/compare/"
SOURCES = "sources/"
BIBTEX = "sources/bibliography.bib"
CSL_JSON = "sources/bibliography.json"
CODES = "contribute/codes/"
EXPLORE = "explore/"


def term_address(term: str) -> str:
    """The page of a term."""
    return f"{TERMS}{term}/"


def framework_address(framework: str, implication: str | None = None) -> str:
    """The page of a framework, or one of its implications, facts, choices, lists or tables on it."""
    return f"{FRAMEWORKS}{framework}/" + (f"#{implication}" if implication else "")


def explore_address(scope: Scope, given: Iterable[Literal] = (), goal: Literal | None = None) -> str:
    """The explorer of a scope, with what is taken as given and the goal; the script reads them from the fragment."""
    page = view_address(scope.view) if scope.view is not None else f"{EXPLORE}{scope.framework}/"
    known = sorted(given)
    parts = {
        "holds": ",".join(one.atom for one in known if one.holds),
        "fails": ",".join(one.atom for one in known if not one.holds),
        "goal": "" if goal is None else ("" if goal.holds else "!") + goal.atom,
    }
    state = "&".join(f"{key}={value}" for key, value in parts.items() if value)
    return f"{page}#{state}" if state else page


def view_address(view: str) -> str:
    """The page of a view or a chain."""
    return f"{VIEWS}{view}/"


def faq_address(faq: str, claim: int | None = None) -> str:
    """The page of a question, or one of its claims (counted from 1) on it."""
    return f"{FAQS}{faq}/" + (f"#claim-{claim}" if claim else "")


def example_address(example: str, judgement: int | None = None) -> str:
    """The page of an example, or what one framework makes of it (counted from 1) on it."""
    return f"{EXAMPLES}{example}/" + (f"#judgement-{judgement}" if judgement else "")


def question_address(question: str) -> str:
    """A question on the page of the quiz."""
    return f"{QUIZ}#{question}"


def disagreement_address(disagreement: str, anchor: str | None = None) -> str:
    """The page of a disagreement, or one of its positions or claims on it."""
    return f"{DISAGREEMENTS}{disagreement}/" + (f"#{anchor}" if anchor else "")


def source_address(source: str, statement: str | None = None) -> str:
    """The page of a source, or one of its statements on it."""
    return f"{SOURCES}{source}/" + (f"#statement-{statement}" if statement else "")


def written_address(written: str) -> str:
    """The address that people write without its last slash, such as `faq/outer-and-inner#claim-1`."""
    path, mark, anchor = written.partition("#")
    return (path.rstrip("/") + "/" if path.strip("/") else "") + mark + anchor


def address_of(knowledge: KnowledgeBase, target: str) -> str:
    """The page that `[[target]]` leads to: of a term, view, chain, question, example, disagreement or framework."""
    if target in knowledge.views or target in knowledge.chains:
        return view_address(target)
    for known, address in (
        (knowledge.terms, term_address),
        (knowledge.faqs, faq_address),
        (knowledge.examples, example_address),
        (knowledge.disagreements, disagreement_address),
    ):
        if target in known:
            return address(target)
    return framework_address(knowledge.frameworks[target].id)


def title_of(knowledge: KnowledgeBase, target: str) -> str:
    """The words that `[[target]]` shows in running text."""
    if target in knowledge.terms:
        return knowledge.terms[target].name
    for drawn in (knowledge.views.get(target), knowledge.chains.get(target)):
        if drawn is not None:
            return drawn.title
    for asked in (knowledge.faqs.get(target), knowledge.disagreements.get(target)):
        if asked is not None:
            return asked.question
    if target in knowledge.examples:
        return knowledge.examples[target].label
    return knowledge.frameworks[target].label


@lru_cache(maxsize=1 << 14)  # the same links stand on every page
def relative(at: str, to: str) -> str:
    """The link from the page at one address to another address (both from the site's root)."""
    path, mark, anchor = to.partition("#")
    if path == at:
        return f"#{anchor}" if mark else "./"
    link = relpath(path or ".", at or ".")
    return link + ("/" if path.endswith("/") or not path else "") + mark + anchor
