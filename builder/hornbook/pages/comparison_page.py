"""The page at `/frameworks/compare/`: every question put to every framework, and where the authors disagree."""

from hornbook.addresses import COMPARISON, part_address, title_of
from hornbook.pages.context import Context
from hornbook.pages.generated_page import Blocks, GeneratedPage, Heading
from hornbook.pages.html import Html, join, listing, row, table, tag
from hornbook.pages.page import Page
from hornbook.pages.verdict_table import LEGEND, Row, answer_html, question_html, verdict_table
from hornbook.reasoning.comparison import Compared, Mention, compare


def comparison_page(context: Context) -> GeneratedPage:
    """Questions that several frameworks can be asked first, then those that make sense to one alone."""
    page = Page(context, COMPARISON)
    compared = compare(page.reasoning)
    shared = sorted((one for one in compared if _asked_of(one) > 1), key=lambda one: not _differ(one))
    alone = [one for one in compared if _asked_of(one) == 1]
    lead = (
        f"{len(compared)} questions, each put to {len(page.knowledge.frameworks)} frameworks. Frameworks are "
        "compared, never merged: the same word may have another sense in each, and every verdict is computed from "
        "one author’s implications alone."
    )
    return GeneratedPage(
        address=COMPARISON,
        title="Frameworks compared",
        description="Every question against every framework, computed, and the disagreements between the authors.",
        blocks=(
            tag("p", lead),
            *_shared(page, shared),
            *_alone(page, alone),
            *_disagreements(page),
        ),
        hide=("navigation", "toc"),
    )


def _asked_of(one: Compared) -> int:
    return sum(1 for answer in one.answers.values() if answer is not None)


def _differ(one: Compared) -> bool:
    return len({answer.verdict for answer in one.answers.values() if answer is not None}) > 1


def _shared(page: Page, compared: list[Compared]) -> Blocks:
    if not compared:
        return []
    rows = [Row(claim=one.claim, answers=one.answers, below=_mentions(page, one.mentions)) for one in compared]
    return [
        Heading(2, "Questions for several frameworks", "shared"),
        tag("p", f"Those to which they say different things come first. {LEGEND}"),
        verdict_table(page, rows),
    ]


def _alone(page: Page, compared: list[Compared]) -> Blocks:
    """A table with the one framework that can be asked; for all others it cannot."""
    if not compared:
        return []
    rows = []
    for one in compared:
        framework, answer = next((key, answer) for key, answer in one.answers.items() if answer is not None)
        question = question_html(page, Row(claim=one.claim, answers=one.answers))
        shown = answer_html(page, one.claim, framework, answer)
        rows.append(row(join(question, _mentions(page, one.mentions)), page.to(framework), shown))
    return [
        Heading(2, "Questions for one framework", "alone"),
        tag("p", "None of the others can be asked these: each of them lacks one of the terms."),
        table(("Question", "Asked in", "Verdict"), rows, "kb-verdicts kb-alone"),
    ]


def _mentions(page: Page, mentions: tuple[Mention, ...]) -> Html:
    """The pages that state a claim on the question, each at the first such claim."""
    pages: dict[str, str] = {}
    for mention in mentions:
        address = part_address(page.knowledge, mention.kind, mention.record, mention.claim)
        pages.setdefault(title_of(page.knowledge, mention.record), address)
    links = [page.link(address, title) for title, address in pages.items()]
    return tag("span", "Stated in: ", join(*links, by=" · "), class_="kb-source kb-block")


def _disagreements(page: Page) -> Blocks:
    items = [join(page.to(one.id), f" {one.short}") for one in page.knowledge.disagreements.values()]
    return [Heading(2, "Where the authors disagree", "disagreements"), listing(items)] if items else []
