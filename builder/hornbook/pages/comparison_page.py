"""The page at `/frameworks/compare/`: every question put to every framework, and where the authors disagree."""

from hornbook.addresses import (
    COMPARISON,
    disagreement_address,
    faq_address,
    framework_address,
    relative,
)
from hornbook.pages.context import Context
from hornbook.pages.document import Document, Heading
from hornbook.pages.html import Html, join, listing, tag
from hornbook.pages.verdict_table import LEGEND, Row, answer_html, question_html, verdict_table
from hornbook.reasoning.comparison import Compared, Mention, compare

Blocks = list[Heading | Html]


def comparison_page(context: Context) -> Document:
    """Questions that several frameworks can be asked first, then those that make sense to one alone."""
    compared = compare(context.reasoning)
    shared = sorted((one for one in compared if _asked_of(one) > 1), key=lambda one: not _differ(one))
    alone = [one for one in compared if _asked_of(one) == 1]
    lead = (
        f"{len(compared)} questions, each put to {len(context.knowledge.frameworks)} frameworks. Frameworks are "
        "compared, never merged: the same word may have another sense in each, and every verdict is computed from "
        "one author’s implications alone."
    )
    return Document(
        address=COMPARISON,
        title="Frameworks compared",
        description="Every question against every framework, computed, and the disagreements between the authors.",
        blocks=(
            tag("p", lead),
            *_shared(context, shared),
            *_alone(context, alone),
            *_disagreements(context),
        ),
        hide=("navigation", "toc"),
    )


def _asked_of(one: Compared) -> int:
    return sum(1 for answer in one.answers.values() if answer is not None)


def _differ(one: Compared) -> bool:
    return len({answer.verdict for answer in one.answers.values() if answer is not None}) > 1


def _shared(context: Context, compared: list[Compared]) -> Blocks:
    if not compared:
        return []
    rows = [Row(claim=one.claim, answers=one.answers, below=_mentions(context, one.mentions)) for one in compared]
    return [
        Heading(2, "Questions for several frameworks", "shared"),
        tag("p", f"Those to which they say different things come first. {LEGEND}"),
        verdict_table(context, rows, COMPARISON),
    ]


def _alone(context: Context, compared: list[Compared]) -> Blocks:
    """A table with the one framework that can be asked; for all others it cannot."""
    if not compared:
        return []
    rows = []
    for one in compared:
        framework, answer = next((key, answer) for key, answer in one.answers.items() if answer is not None)
        label = context.knowledge.frameworks[framework].label
        link = tag("a", label, href=relative(COMPARISON, framework_address(framework)))
        question = question_html(context, Row(claim=one.claim, answers=one.answers), COMPARISON)
        head = tag("th", question, _mentions(context, one.mentions), scope="row")
        rows.append(tag("tr", head, tag("td", link), tag("td", answer_html(answer))))
    titles = ("Question", "Asked in", "Verdict")
    head = tag("tr", *(tag("th", title, scope="col") for title in titles))
    table = tag("table", tag("thead", head), tag("tbody", *rows), class_="kb-verdicts kb-alone")
    return [
        Heading(2, "Questions for one framework", "alone"),
        tag("p", "None of the others can be asked these: each of them lacks one of the terms."),
        tag("div", table, class_="kb-scroll"),
    ]


def _mentions(context: Context, mentions: tuple[Mention, ...]) -> Html:
    """The pages that state a claim on the question."""
    pages: dict[str, str] = {}
    for mention in mentions:
        if mention.kind == "faq":
            address, title = (
                faq_address(mention.record, mention.number),
                context.knowledge.faqs[mention.record].question,
            )
        else:
            address = disagreement_address(mention.record)
            title = context.knowledge.disagreements[mention.record].question
        pages.setdefault(title, address)
    links = [tag("a", title, href=relative(COMPARISON, address)) for title, address in pages.items()]
    return tag("span", "Stated in: ", join(*links, by=" · "), class_="kb-source kb-block")


def _disagreements(context: Context) -> Blocks:
    items = []
    for one in context.knowledge.disagreements.values():
        link = tag("a", one.question, href=relative(COMPARISON, disagreement_address(one.id)))
        items.append(join(link, f" {one.short}"))
    return [Heading(2, "Where the authors disagree", "disagreements"), listing(items)] if items else []
