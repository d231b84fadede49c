"""Questions put to every framework, as a table of marks."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from hornbook.addresses import framework_address, relative
from hornbook.logic import Answer
from hornbook.model import Claim
from hornbook.pages.context import Context
from hornbook.pages.html import EMPTY, Html, join, tag
from hornbook.pages.marks import chip, claim_mark
from hornbook.pages.sentence_html import sentence_html
from hornbook.reasoning.sentences import capital, claim_in_words

CANNOT = "cannot be asked here"
LEGEND = "A dash: it cannot be asked here, because the framework lacks one of the terms."


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One question of a table, with what each framework says to it."""

    claim: Claim
    """It lends its words; its own verdict plays no part."""
    answers: Mapping[str, Answer | None]
    below: Html = EMPTY
    """What stands below the question, such as the pages that ask it."""
    anchor: str | None = None


def verdict_table(context: Context, rows: Sequence[Row], at: str) -> Html:
    """A row for each question and a column for each framework; it scrolls inside itself."""
    frameworks = context.knowledge.frameworks.values()
    links = [tag("a", one.label, href=relative(at, framework_address(one.id))) for one in frameworks]
    head = tag("tr", tag("th", "Question", scope="col"), *(tag("th", link, scope="col") for link in links))
    body = [
        tag(
            "tr",
            tag("th", question_html(context, row, at), row.below, scope="row"),
            *(tag("td", answer_html(row.answers[one.id])) for one in frameworks),
            id=row.anchor,
        )
        for row in rows
    ]
    table = tag("table", tag("thead", head), tag("tbody", *body), class_="kb-verdicts")
    return tag("div", table, class_="kb-scroll", tabindex="0", role="region", aria_label="Verdicts by framework")


def question_html(context: Context, row: Row, at: str) -> Html:
    """The question in words, and whether the frameworks that can be asked differ."""
    framework = context.knowledge.frameworks[row.claim.scope.framework]
    words = sentence_html(capital(claim_in_words(context.knowledge, framework, row.claim)), at)
    verdicts = {answer.verdict for answer in row.answers.values() if answer is not None}
    return join(words, "?", join(" ", chip("they differ", "warning")) if len(verdicts) > 1 else EMPTY)


def answer_html(answer: Answer | None) -> Html:
    """A framework's verdict as a mark; a dash where it cannot be asked."""
    if answer is None:
        return tag("span", "–", class_="kb-cannot", role="img", aria_label=CANNOT, title=CANNOT)
    return claim_mark(answer.verdict)
