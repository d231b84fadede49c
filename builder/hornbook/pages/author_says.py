"""What an author says of a question, beside the verdict that was computed and apart from it."""

from hornbook.language import say
from hornbook.logic import Unsettled, Verdict
from hornbook.model import Claim
from hornbook.model.author_names import PersonName, authors_of
from hornbook.pages.html import EMPTY, Html, tag
from hornbook.pages.page import Page
from hornbook.reasoning.agreement import SAYS_WORDS, agreement


def author_html(page: Page, claim: Claim, verdict: Verdict | Unsettled) -> Html:
    """What the author says of the question, and in a sentence how it stands to a verdict that is another."""
    if claim.author is None:
        return EMPTY
    who, says = _name(page, claim.scope.framework), say(SAYS_WORDS[claim.author.says])
    said = tag("span", tag("span", f"{who}:", class_="kb-says-who"), f" {says}", class_="kb-says")
    how = agreement(claim.author.says, verdict).value
    return tag("p", said, " ", page.cite(claim.author.source), f". {say(how)}" if how else EMPTY, class_="kb-author")


def _name(page: Page, framework: str) -> str:
    """The family name of who laid a framework out; where that is no person or several, what the framework is called."""
    record = page.knowledge.frameworks[framework]
    match authors_of(page.knowledge.sources[record.source.ref]).names:
        case (PersonName(_, particle, family),):
            return f"{particle} {family}".strip()
        case _:
            return record.label
