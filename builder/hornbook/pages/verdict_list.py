"""Questions put to every framework: each with its marks, author by author."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from hornbook.addresses import Anchored
from hornbook.language import later, later_many, say, say_many
from hornbook.logic import Answer, Verdict
from hornbook.model import Claim
from hornbook.pages.html import EMPTY, Html, folded, join, listing, say_html, tag
from hornbook.pages.marks import chip, former_places, mark, permalink
from hornbook.pages.page import Page
from hornbook.reasoning.ideas import author_of
from hornbook.reasoning.outcomes import outcome
from hornbook.reasoning.presuppositions import Standing
from hornbook.reasoning.sentences import capital, claim_in_words

CANNOT = later_many("Cannot be asked in {count} other", "Cannot be asked in {count} others")
LEGEND = later("The question cannot be asked in a framework that lacks one of its terms.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One question, with what each framework says to it."""

    claim: Claim
    """It lends its words; its own verdict plays no part."""
    answers: Mapping[str, Answer | None]
    below: Html = EMPTY
    """What stands below the question, such as the pages that ask it."""
    place: Anchored | None = None
    """Its own place on the page, if it has one."""


def verdict_list(page: Page, rows: Sequence[Row]) -> list[Html]:
    """Each question with what every framework says to it, those of one author together."""
    return [
        tag(
            "section",
            tag("p", _own_place(one), question_html(page, one), class_="kb-asked-of"),
            listing(_answers(page, one), "kb-answers"),
            _cannot(page, one),
            one.below,
            class_="kb-compared",
            id=one.place.anchor if one.place else None,
        )
        for one in rows
    ]


def _own_place(one: Row) -> Html:
    if one.place is None:
        return EMPTY
    return join(former_places(one.place.earlier), permalink(one.place.anchor, say("this row")))


def _answers(page: Page, one: Row) -> list[Html]:
    """An item for each framework that can be asked, those of one author side by side."""
    by_author: dict[tuple[object, ...], list[Html]] = {}
    for framework, answer in one.answers.items():
        if answer is not None:
            shown = join(page.to(framework), " ", answer_html(page, one.claim, framework, answer))
            by_author.setdefault(author_of(page.knowledge, page.knowledge.frameworks[framework]), []).append(shown)
    return [answer for answers in by_author.values() for answer in answers]


def _cannot(page: Page, one: Row) -> Html:
    """The frameworks that cannot be asked, folded up."""
    frameworks = [framework for framework, answer in one.answers.items() if answer is None]
    if not frameworks:
        return EMPTY
    names = tag("p", join(*map(page.to, frameworks), by=" · "))
    return folded(say_many(*CANNOT, len(frameworks)), names, class_="kb-words kb-more kb-cannot")


def question_html(page: Page, asked: Row) -> Html:
    """The question in words, and whether the frameworks that can be asked differ."""
    names = page.names(asked.claim.scope.framework)
    question = say_html("{claim}?", claim=page.sentence(capital(claim_in_words(names, asked.claim))))
    verdicts = {answer.verdict for answer in asked.answers.values() if answer is not None}
    return join(question, " ", chip(say("they differ"), "warning")) if len(verdicts) > 1 else question


def answer_html(page: Page, claim: Claim, framework: str, answer: Answer) -> Html:
    """A framework's verdict on a question, as a mark.

    Where something does not follow, a recorded example that shows it is named; where a word does not apply, that is.
    """
    if answer.verdict is not Verdict.OPEN:
        return mark(answer.verdict)
    found = outcome(page.reasoning, page.reasoning.framework(framework), claim.given, claim.goal)
    if found.presupposed.standing is Standing.DOES_NOT_APPLY:
        shown = join(say("The word does not apply here."))
    elif found.witnesses:
        shown = say_html("Known not to follow: {example}", example=page.to(found.witnesses[0]))
    else:
        return mark(answer.verdict)
    return join(mark(answer.verdict), " ", tag("span", shown, class_="kb-source"))
