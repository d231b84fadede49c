"""Questions: the answer, and below it each claim with its verdict, its proof or its models."""

from hornbook.addresses import FAQS, FAQS_A_PAGE, anchors_of, divided, faq_address, part_page
from hornbook.kinds import CLAIM, FAQ
from hornbook.language import later, say, say_many
from hornbook.logic import Proof
from hornbook.model import Claim, Faq, Implication
from hornbook.pages.cards import card, cards
from hornbook.pages.claim_card import claim_card, marks_of
from hornbook.pages.context import Context, Drawing
from hornbook.pages.figures import LEGEND, figure_html
from hornbook.pages.generated_page import Blocks, GeneratedPage, Heading
from hornbook.pages.groups import faq_groups, group_blocks, part_of
from hornbook.pages.html import Html, tag
from hornbook.pages.page import Page
from hornbook.pages.parts import parts_html, ranges
from hornbook.pages.search_words import BOOST, asked_html
from hornbook.reasoning.outcomes import answer_of
from hornbook.reasoning.proof_path import Lit, lit_by
from hornbook.reasoning.scopes import Setting

_DESCRIPTION = later("Questions about the terms, with claims whose verdicts are computed.")


def faq_index(context: Context) -> GeneratedPage:
    """The page at `/faq/`: every question with its short answer."""
    page = Page(context, FAQS)
    faqs = page.knowledge.faqs
    blocks, parts = _listed(page, 1)
    total = sum(len(faq.claims) for faq in page.knowledge.faqs.values())
    asked = say_many("{count} question.", "{count} questions.", len(faqs))
    rest = say_many(
        "Their answers rest on {count} claim, whose verdict is computed.",
        "Their answers rest on {count} claims, whose verdicts are computed.",
        total,
    )
    return GeneratedPage(
        address=FAQS,
        title=say("Questions"),
        description=say(_DESCRIPTION),
        blocks=(tag("p", f"{asked} {rest}"), parts, *blocks),
    )


def faq_part(context: Context, number: int) -> GeneratedPage:
    """A page with a further part of the questions."""
    page = Page(context, part_page(FAQS, number))
    blocks, parts = _listed(page, number)
    return GeneratedPage(
        address=page.at,
        title=say("Questions, part {number}", number=number),
        description=say(_DESCRIPTION),
        blocks=(parts, *blocks, parts),
        searched=False,
    )


def _listed(page: Page, number: int) -> tuple[Blocks, Html]:
    """A part of the questions in their groups, and links to the other parts."""
    start = (number - 1) * FAQS_A_PAGE
    groups = part_of(faq_groups(page.knowledge), start, start + FAQS_A_PAGE)
    blocks = group_blocks(groups, lambda members: [cards(*(faq_card(page, faq) for faq in members))])
    return blocks, parts_html(page, FAQS, ranges(len(page.knowledge.faqs), FAQS_A_PAGE), number)


def faq_page(context: Context, faq: Faq) -> GeneratedPage:
    """The page at `/faq/ID/`."""
    page = Page(context, faq_address(faq.id), faq.framework)
    shown = _shown(page, faq)
    claims: list[Heading | Html] = [
        claim_card(page, faq.id, one, shown) for one in anchors_of(page.knowledge, FAQ, faq) if one.part is CLAIM
    ]
    if claims:
        claims.insert(0, Heading(2, say("The claims, checked"), "claims"))
    return GeneratedPage(
        address=page.at,
        title=faq.question,
        description=faq.short,
        edit=faq.place,
        search_boost=BOOST if faq.asked else None,
        blocks=(
            asked_html(faq.question, faq.asked),
            tag("p", faq.short, class_="kb-short"),
            tag("p", page.in_framework(faq.framework), class_="kb-whose"),
            marks_of(faq.claims),
            tag("div", page.prose(faq.answer), class_="kb-answer"),
            page.note(faq.note),
            *_figure(page, faq, shown),
            *claims,
            Heading(2, say("Source"), "source"),
            page.origin(faq.framework, faq.source),
        ),
    )


def answer_card(page: Page, faq: Faq) -> Html:
    """The answer of a question as another page embeds it."""
    return cards(faq_card(page, faq))


def faq_card(page: Page, faq: Faq) -> Html:
    """A question with its short answer, whose it is and what became of its claims."""
    return card(
        page.to(faq.id), tag("p", faq.short), tag("p", page.to(faq.framework), class_="kb-whose"), marks_of(faq.claims)
    )


def _figure(page: Page, faq: Faq, shown: list[Implication]) -> tuple[Heading | Html, ...]:
    """The question's view, or the implications that its proofs use, with the first proof's path lit."""
    proofs = _proofs(page, faq)
    view = page.knowledge.views[faq.view] if faq.view else None
    if not shown:
        return ()
    lit: Lit | None = None
    caption = say(LEGEND)
    if proofs:
        setting, claim, proof = proofs[0]
        lit = lit_by(setting, proof)
        number = faq.claims.index(claim) + 1
        lead = say("Highlighted: the proof of claim {number}. ✓ is what is given, ∴ what follows.", number=number)
        caption = f"{lead} {say(LEGEND)}"
    drawing: Drawing | None
    if view is not None and len(shown) == len(view.show):
        drawing = page.drawings.view(view.id, lit, page.at, page.ids)
    else:
        drawing = page.drawings.path(page.knowledge.frameworks[faq.framework], shown, lit, page.at)
    if drawing is None:
        return ()
    figure = figure_html(page, drawing, page.names(faq.framework), shown, caption)
    return (Heading(2, say("In the diagram"), "diagram"), figure)


def _shown(page: Page, faq: Faq) -> list[Implication]:
    """The implications of the question's view, unless it is too large for one drawing, and all that its proofs use."""
    view = page.knowledge.views[faq.view] if faq.view else None
    wanted = set(view.show) if view is not None and divided(page.knowledge, view) is None else set()
    for setting, _, proof in _proofs(page, faq):
        wanted |= lit_by(setting, proof).implications
    return page.reasoning.framework(faq.framework).picked(wanted)


def _proofs(page: Page, faq: Faq) -> list[tuple[Setting, Claim, Proof]]:
    found = []
    for claim in faq.claims:
        if isinstance(claim, Claim) and claim.scope.framework == faq.framework:
            proof = answer_of(page.reasoning, claim).proof
            if proof is not None:
                found.append((page.reasoning.settings[claim.scope], claim, proof))
    return found
