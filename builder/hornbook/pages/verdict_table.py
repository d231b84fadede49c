"""Questions put to every framework, as a table of marks."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from hornbook.addresses import Anchored
from hornbook.logic import Answer, Verdict
from hornbook.model import Claim
from hornbook.pages.html import EMPTY, Html, join, row, table, tag
from hornbook.pages.marks import NOT_APPLYING, chip, dash, former_place, mark, permalink
from hornbook.pages.page import Page
from hornbook.reasoning.outcomes import outcome
from hornbook.reasoning.presuppositions import Standing
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
    place: Anchored | None = None
    """Its own place on the page, if it has one."""


def verdict_table(page: Page, rows: Sequence[Row]) -> Html:
    """A row for each question and a column for each framework; it scrolls inside itself."""
    frameworks = page.knowledge.frameworks
    body = [
        row(
            join(_own_place(one), question_html(page, one), one.below),
            *(answer_html(page, one.claim, framework, one.answers[framework]) for framework in frameworks),
            id=one.place.anchor if one.place else None,
        )
        for one in rows
    ]
    titles = ("Question", *map(page.to, frameworks))
    return table(titles, body, "kb-verdicts", tabindex="0", role="region", aria_label="Verdicts by framework")


def _own_place(one: Row) -> Html:
    return EMPTY if one.place is None else join(former_place(one.place.former), permalink(one.place.anchor, "this row"))


def question_html(page: Page, asked: Row) -> Html:
    """The question in words, and whether the frameworks that can be asked differ."""
    names = page.names(asked.claim.scope.framework)
    words = page.sentence(capital(claim_in_words(names, asked.claim)))
    verdicts = {answer.verdict for answer in asked.answers.values() if answer is not None}
    return join(words, "?", join(" ", chip("they differ", "warning")) if len(verdicts) > 1 else EMPTY)


def answer_html(page: Page, claim: Claim, framework: str, answer: Answer | None) -> Html:
    """A framework's verdict on a question, as a mark; a dash where it cannot be asked.

    Where something does not follow, a recorded example that shows it is named; where a word does not apply, that is.
    """
    if answer is None:
        return dash(CANNOT)
    if answer.verdict is not Verdict.OPEN:
        return mark(answer.verdict)
    found = outcome(page.reasoning, page.reasoning.framework(framework), claim.given, claim.goal)
    if found.presupposed.standing is Standing.DOES_NOT_APPLY:
        return join(mark(answer.verdict), tag("span", f"The word {NOT_APPLYING} here.", class_="kb-source kb-block"))
    if not found.witnesses:
        return mark(answer.verdict)
    shown = tag("span", "Known not to follow: ", page.to(found.witnesses[0]), class_="kb-source kb-block")
    return join(mark(answer.verdict), shown)
