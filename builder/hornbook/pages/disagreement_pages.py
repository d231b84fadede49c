"""Disagreements: what each author holds, with the claims that can decide it put to every framework."""

from collections.abc import Mapping
from dataclasses import replace

from hornbook.addresses import (
    COMPARISON,
    DISAGREEMENTS,
    Anchored,
    anchors_of,
    disagreement_address,
    former_ids,
)
from hornbook.kinds import DISAGREEMENT, FRAMEWORK, POSITION, POSITION_CLAIM, SHARED_CLAIM
from hornbook.language import later, say, say_many
from hornbook.logic import Answer
from hornbook.model import Claim, Disagreement, Evidence, Position, Scope
from hornbook.pages.cards import card, cards
from hornbook.pages.claim_card import claim_card, marks_of
from hornbook.pages.context import Context
from hornbook.pages.generated_page import Blocks, GeneratedPage, Heading
from hornbook.pages.html import EMPTY, Html, folded, join, say_html, tag
from hornbook.pages.marks import chip, former_places
from hornbook.pages.page import Page
from hornbook.pages.search_words import BOOST, asked_html
from hornbook.pages.verdict_list import LEGEND, Row, verdict_list
from hornbook.reasoning.comparison import answers_to, asked


def disagreement_index(context: Context) -> GeneratedPage:
    """The page at `/disagreements/`."""
    page = Page(context, DISAGREEMENTS)
    disagreements = page.knowledge.disagreements.values()
    lead = say_many(
        "{count} point on which the sources differ, or a word that they use for different things.",
        "{count} points on which the sources differ, or words that they use for different things.",
        len(disagreements),
    )
    compared = EMPTY
    if len(page.knowledge.frameworks) > 1:
        compared = say_html(_COMPARED, compared=page.link(COMPARISON, say("compared")))
    return GeneratedPage(
        address=DISAGREEMENTS,
        title=say("Disagreements"),
        description=say("Where the sources disagree, and what each of them says."),
        blocks=(
            tag("p", lead, " ", compared),
            cards(*(_card(page, one) for one in disagreements)),
        ),
    )


_COMPARED = later(
    "If claims can decide one, their verdicts are computed. All questions side by side: frameworks {compared}."
)


def disagreement_page(context: Context, disagreement: Disagreement) -> GeneratedPage:
    """The page at `/disagreements/ID/`."""
    page = Page(context, disagreement_address(disagreement.id))
    return GeneratedPage(
        address=page.at,
        title=disagreement.question,
        description=disagreement.short,
        edit=disagreement.place,
        search_boost=BOOST if disagreement.asked else None,
        blocks=(
            asked_html(disagreement.question, disagreement.asked),
            tag("p", disagreement.short, class_="kb-short"),
            page.prose(disagreement.text),
            Heading(2, say("Who says what"), "positions"),
            *_positions(page, disagreement),
            *_shared(page, disagreement),
        ),
    )


def _card(page: Page, one: Disagreement) -> Html:
    labels = dict.fromkeys(page.knowledge.frameworks[position.framework].label for position in one.positions)
    claims = [claim for position in one.positions for claim in position.claims]
    whose = tag("p", " · ".join(labels), class_="kb-source")
    return card(page.to(one.id), tag("p", one.short), whose, marks_of((*one.claims, *claims)))


def _positions(page: Page, disagreement: Disagreement) -> Blocks:
    """Each position under the name of its framework, and below it the claims that decide it."""
    blocks: Blocks = []
    for one in anchors_of(page.knowledge, DISAGREEMENT, disagreement):
        if one.part is POSITION:
            blocks.append(_position(page, one.value, one))
        elif one.part is POSITION_CLAIM:
            blocks.append(claim_card(page, disagreement.id, one))
    return blocks


def _position(page: Page, position: Position, place: Anchored) -> Html:
    head = [
        page.to(position.framework, class_="kb-framework"),
        tag("span", page.cite(position.source), class_="kb-source"),
    ]
    if position.evidence is Evidence.INFERRED:
        head.insert(1, chip(say("inferred"), "inferred"))
    return tag(
        "section",
        tag("p", former_places(place.earlier), join(*head, by=" "), class_="kb-sense-head"),
        page.section(position.framework).prose(position.says),
        class_="kb-sense kb-position",
        id=place.anchor,
    )


def _shared(page: Page, disagreement: Disagreement) -> Blocks:
    if not disagreement.claims:
        return []
    asked_of_all = [
        (one, answers_to(page.reasoning, asked(one.value)))
        for one in anchors_of(page.knowledge, DISAGREEMENT, disagreement)
        if one.part is SHARED_CLAIM
    ]
    rows = [Row(claim=one.value, answers=answers, place=one) for one, answers in asked_of_all]
    return [
        Heading(2, say("The same question in every framework"), "claims"),
        tag("p", say("Computed from the implications of each framework alone."), " ", say(LEGEND)),
        *verdict_list(page, rows),
        *(_why(page, disagreement.id, one, answers) for one, answers in asked_of_all),
    ]


_WHY = later("Why: question {number}")
_WHY_EACH = later("Why, framework by framework: question {number}")


def _why(page: Page, record: str, one: Anchored, answers: Mapping[str, Answer | None]) -> Html:
    """The claim in every framework that can be asked, with its proof or its models, folded up."""
    claim: Claim = one.value
    answered = [
        claim_card(page, record, put_to(one.within(framework, former_ids(page.knowledge, FRAMEWORK, framework))))
        for framework, answer in answers.items()
        if answer is not None
    ]
    message = _WHY_EACH if len(answers) > 1 else _WHY
    title = say(message, number=one.number)
    note = page.section().note(claim.note)
    return join(note, folded(title, *answered))


def put_to(place: Anchored) -> Anchored:
    """A shared question in the framework of this place; what is stated of its own framework alone is left out."""
    claim: Claim = place.value
    assert place.framework is not None
    author = claim.author if place.framework == claim.scope.framework else None
    scope = Scope(place.framework)
    return replace(place, value=replace(claim, scope=scope, missing=None, among=None, author=author, note=None))
