"""The page at `/frameworks/compare/`: every question put to every framework, and where the authors disagree."""

from hornbook.addresses import COMPARISON, FAQS, part_address, title_of
from hornbook.language import say, say_many
from hornbook.pages.context import Context
from hornbook.pages.excerpts import more_html
from hornbook.pages.generated_page import Blocks, GeneratedPage, Heading
from hornbook.pages.html import Html, folded, join, listing, say_html, tag
from hornbook.pages.page import Page
from hornbook.pages.verdict_list import LEGEND, Row, verdict_list
from hornbook.reasoning.comparison import Compared, Mention, compare

_MOST = 60
"""So many questions that differ are shown, so many that agree, and so many that one framework alone can be asked."""


def comparison_page(context: Context) -> GeneratedPage:
    """Questions that several frameworks can be asked first, then those that make sense to one alone."""
    page = Page(context, COMPARISON)
    compared = compare(page.reasoning)
    shared = [one for one in compared if _asked_of(one) > 1]
    alone = [one for one in compared if _asked_of(one) == 1]
    lead = say_many(
        "{count} question, asked in {frameworks} frameworks.",
        "{count} questions, each asked in {frameworks} frameworks.",
        len(compared),
        frameworks=len(page.knowledge.frameworks),
    )
    merged = say(
        "Frameworks are compared, never merged: a word may have another sense in each, and each verdict is computed "
        "from the implications of one framework alone."
    )
    return GeneratedPage(
        address=COMPARISON,
        title=say("Frameworks compared"),
        description=say("Every question asked in every framework, and the disagreements between the authors."),
        blocks=(
            tag("p", f"{lead} {merged}"),
            *_shared(page, shared),
            *_alone(page, alone),
            *_disagreements(page),
        ),
    )


def _asked_of(one: Compared) -> int:
    return sum(1 for answer in one.answers.values() if answer is not None)


def _differ(one: Compared) -> bool:
    return len({answer.verdict for answer in one.answers.values() if answer is not None}) > 1


def _shared(page: Page, compared: list[Compared]) -> Blocks:
    """Those to which the frameworks say different things in sight, the others folded up."""
    differing = [one for one in compared if _differ(one)]
    agreeing = [one for one in compared if not _differ(one)]
    blocks: Blocks = []
    if differing:
        blocks += [Heading(2, say("They differ"), "differ"), tag("p", say(LEGEND)), *_first(page, differing)]
    if agreeing:
        blocks += [Heading(2, say("They agree"), "agree"), _group(page, _counted(agreeing), agreeing, _MOST)]
    return blocks


def _counted(compared: list[Compared]) -> str:
    return say_many("{count} question", "{count} questions", len(compared))


def _first(page: Page, compared: list[Compared]) -> list[Html]:
    return [*verdict_list(page, _rows(page, compared[:_MOST])), _more(page, compared, _MOST)]


def _alone(page: Page, compared: list[Compared]) -> Blocks:
    """What only one framework can be asked, by framework."""
    if not compared:
        return []
    blocks: Blocks = [
        Heading(2, say("Only in one framework"), "alone"),
        tag("p", say("These can be asked in one framework only: each of the others lacks one of the terms.")),
    ]
    left = _MOST
    for framework in page.knowledge.frameworks.values():
        own = [one for one in compared if one.answers[framework.id] is not None]
        if own:
            blocks.append(_group(page, f"{framework.label}: {_counted(own)}", own, left))
            left = max(0, left - len(own))
    return blocks


def _group(page: Page, title: str, compared: list[Compared], most: int) -> Html:
    return folded(title, *verdict_list(page, _rows(page, compared[:most])), _more(page, compared, most))


def _more(page: Page, compared: list[Compared], most: int) -> Html:
    """That there are more, each of which stands on the page that asks it."""
    return more_html(len(compared) - most, page.link(FAQS, say("each on the page that asks it")))


def _rows(page: Page, compared: list[Compared]) -> list[Row]:
    """The questions with the frameworks that can be asked; where only one can, the others are not counted up."""
    rows = []
    for one in compared:
        asked = {framework: answer for framework, answer in one.answers.items() if answer is not None}
        answers = one.answers if len(asked) > 1 else asked
        rows.append(Row(claim=one.claim, answers=answers, below=_mentions(page, one.mentions)))
    return rows


def _mentions(page: Page, mentions: tuple[Mention, ...]) -> Html:
    """The pages that state a claim on the question, each at the first such claim."""
    pages: dict[str, str] = {}
    for mention in mentions:
        address = part_address(page.knowledge, mention.kind, mention.record, mention.claim)
        pages.setdefault(title_of(page.knowledge, mention.record), address)
    links = [page.link(address, title) for title, address in pages.items()]
    return tag("p", say_html("Stated in: {pages}", pages=join(*links, by=" · ")), class_="kb-source")


def _disagreements(page: Page) -> Blocks:
    items = [page.to(one.id) for one in page.knowledge.disagreements.values()]
    if not items:
        return []
    shown = folded(say_many("{count} disagreement", "{count} disagreements", len(items)), listing(items))
    return [Heading(2, say("Where the authors disagree"), "disagreements"), shown]
