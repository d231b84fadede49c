"""Questions: the answer, and below it each claim with its verdict, its proof or its models."""

from hornbook.addresses import FAQS, faq_address, framework_address, relative
from hornbook.logic import Proof
from hornbook.model import Claim, Faq, Implication
from hornbook.pages.claim_card import claim_card, marks_of
from hornbook.pages.context import Context, Drawing, Lit
from hornbook.pages.document import Document, Heading
from hornbook.pages.figures import LEGEND, figure_html
from hornbook.pages.html import EMPTY, Html, join, tag
from hornbook.pages.proofs import citation_html, lit_by
from hornbook.pages.prose_html import Section, prose_html
from hornbook.reasoning.outcomes import outcome_of
from hornbook.reasoning.scopes import Setting, record_of


def faq_index(context: Context) -> Document:
    """The page at `/faq/`: every question with its short answer."""
    items = [_card(faq, FAQS) for faq in context.knowledge.faqs.values()]
    total = sum(len(faq.claims) for faq in context.knowledge.faqs.values())
    lead = f"{len(items)} questions. Their answers rest on {total} claims, each recomputed from the implications."
    return Document(
        address=FAQS,
        title="Questions",
        description="Questions about the vocabulary, with claims that are recomputed from its implications.",
        blocks=(tag("p", lead), tag("div", *items, class_="kb-cards")),
    )


def faq_page(context: Context, faq: Faq) -> Document:
    """The page at `/faq/ID/`."""
    at = faq_address(faq.id)
    section = Section(at, faq.framework)
    answer = prose_html(context.knowledge, context.finder, faq.answer, section)
    framework = context.knowledge.frameworks[faq.framework]
    link = tag("a", framework.label, href=relative(at, framework_address(framework.id)))
    about = join("In the vocabulary of ", link, " · ", citation_html(context, faq.source, at))
    note = prose_html(context.knowledge, context.finder, faq.note, section)
    shown = _shown(context, faq)
    claims: list[Heading | Html] = [
        claim_card(context, claim, at, f"claim-{number}", shown) for number, claim in enumerate(faq.claims, 1)
    ]
    if claims:
        claims.insert(0, Heading(2, "What is claimed, checked", "claims"))
    return Document(
        address=at,
        title=faq.question,
        description=faq.short,
        edit=f"glossary/faq/{faq.id}.yaml",
        blocks=(
            tag("p", faq.short, class_="kb-short"),
            tag("p", *marks_of(faq.claims), class_="kb-facts"),
            tag("div", answer, class_="kb-answer"),
            tag("div", note, class_="kb-note") if note else EMPTY,
            *_figure(context, faq, shown, at),
            *claims,
            Heading(2, "Source", "source"),
            tag("p", about),
        ),
    )


def answer_card(faq: Faq, at: str) -> Html:
    """The answer of a question as another page embeds it."""
    return tag("div", _card(faq, at), class_="kb-cards")


def _card(faq: Faq, at: str) -> Html:
    link = tag("a", faq.question, href=relative(at, faq_address(faq.id)))
    return tag(
        "div",
        tag("p", link, class_="kb-card-title"),
        tag("p", faq.short),
        tag("p", *marks_of(faq.claims), class_="kb-facts"),
        class_="kb-card",
    )


def _figure(context: Context, faq: Faq, shown: list[Implication], at: str) -> tuple[Heading | Html, ...]:
    """The question's view, or the implications that its proofs use, with the first proof's path lit."""
    framework = context.knowledge.frameworks[faq.framework]
    proofs = _proofs(context, faq)
    view = context.knowledge.views[faq.view] if faq.view else None
    if not shown:
        return ()
    lit, caption = Lit(), ""
    if proofs:
        setting, claim, proof = proofs[0]
        lit = lit_by(setting, proof)
        caption = f"Lit: the proof of claim {faq.claims.index(claim) + 1}. ✓ marks what is given, ∴ what follows. "
    drawing: Drawing | None
    if view is not None and len(shown) == len(view.show):
        drawing = context.drawings.view(view.id, lit, at)
    else:
        drawing = context.drawings.path(framework, shown, lit, at)
    if drawing is None:
        return ()
    figure = figure_html(context, drawing, framework, shown, at=at, caption=caption + LEGEND)
    return (Heading(2, "In the diagram", "diagram"), figure)


def _shown(context: Context, faq: Faq) -> list[Implication]:
    """The implications of the question's view, and all that its proofs use."""
    wanted = set(context.knowledge.views[faq.view].show) if faq.view else set()
    wanted |= {
        record_of(setting, step.clause).id
        for setting, _, proof in _proofs(context, faq)
        for step in proof.steps
        if step.clause
    }
    return [one for one in context.knowledge.frameworks[faq.framework].implications if one.id in wanted]


def _proofs(context: Context, faq: Faq) -> list[tuple[Setting, Claim, Proof]]:
    found = []
    for claim in faq.claims:
        if isinstance(claim, Claim) and claim.scope.framework == faq.framework:
            proof = outcome_of(context.reasoning, claim).answer.proof
            if proof is not None:
                found.append((context.reasoning.settings[claim.scope], claim, proof))
    return found
