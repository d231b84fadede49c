"""Questions: the answer, and below it each claim with its verdict, its proof or its models."""

from builder.logic import Proof, Side, Verdict
from builder.model import AnyClaim, Claim, EquivalenceClaim, Faq, NamingClaim, Scope, View
from builder.pages.addresses import FAQS, faq_address, framework_address, relative, term_address, view_address
from builder.pages.context import Context, Lit
from builder.pages.document import Document, Heading
from builder.pages.figures import LEGEND, figure_html
from builder.pages.html import EMPTY, Html, join, tag, text
from builder.pages.marks import claim_mark, mark
from builder.pages.proofs import citation_html, lit_by, models_html, proof_html, sets_html
from builder.pages.prose_html import Section, prose_html
from builder.pages.sentence_html import name_html, sentence_html
from builder.reasoning.outcomes import Outcome, outcome_of, view_difference
from builder.reasoning.scopes import Setting, record_of
from builder.reasoning.sentences import capital, claim_in_words, clause_in_words


def faq_index(context: Context) -> Document:
    """The page at `/faq/`: every question with its short answer."""
    items = [_card(faq, FAQS) for faq in context.knowledge.faqs.values()]
    total = sum(len(faq.claims) for faq in context.knowledge.faqs.values())
    lead = f"{len(items)} questions. Their answers rest on {total} claims, each recomputed from the implications."
    return Document(
        address=FAQS,
        title="Questions",
        description="Questions about the vocabulary, with claims that are recomputed from its implications.",
        blocks=(tag("p", text(lead)), tag("div", *items, class_="kb-cards")),
    )


def faq_page(context: Context, faq: Faq) -> Document:
    """The page at `/faq/ID/`."""
    at = faq_address(faq.id)
    section = Section(at, faq.framework)
    answer = prose_html(context.knowledge, context.finder, faq.answer, section)
    framework = context.knowledge.frameworks[faq.framework]
    link = tag("a", text(framework.label), href=relative(at, framework_address(framework.id)))
    about = join(text("In the vocabulary of "), link, text(" · "), citation_html(context, faq.source, at))
    note = prose_html(context.knowledge, context.finder, faq.note, section)
    claims: list[Heading | Html] = [_claim(context, claim, number, at) for number, claim in enumerate(faq.claims, 1)]
    if claims:
        claims.insert(0, Heading(2, "What is claimed, checked", "claims"))
    return Document(
        address=at,
        title=faq.question,
        description=faq.short,
        edit=f"glossary/faq/{faq.id}.yaml",
        blocks=(
            tag("p", text(faq.short), class_="kb-short"),
            tag("p", *_marks(faq), class_="kb-facts"),
            tag("div", answer, class_="kb-answer"),
            tag("div", note, class_="kb-note") if note else EMPTY,
            *_figure(context, faq, at),
            *claims,
            Heading(2, "Source", "source"),
            tag("p", about),
        ),
    )


def answer_card(faq: Faq, at: str) -> Html:
    """The answer of a question as another page embeds it."""
    return tag("div", _card(faq, at), class_="kb-cards")


def _card(faq: Faq, at: str) -> Html:
    link = tag("a", text(faq.question), href=relative(at, faq_address(faq.id)))
    return tag(
        "div",
        tag("p", link, class_="kb-card-title"),
        tag("p", text(faq.short)),
        tag("p", *_marks(faq), class_="kb-facts"),
        class_="kb-card",
    )


def _marks(faq: Faq) -> list[Html]:
    """How many claims have which verdict."""
    kinds = [_kind(claim) for claim in faq.claims]
    found: list[Html] = []
    for verdict in Verdict:
        count = kinds.count(verdict)
        if count:
            found.append(join(claim_mark(verdict), text(f" × {count} ")))
    return found


def _kind(claim: AnyClaim) -> Verdict:
    match claim:
        case Claim():
            return claim.verdict
        case EquivalenceClaim():
            return Verdict.FOLLOWS if claim.holds else Verdict.REFUTED
        case NamingClaim():
            return Verdict.FOLLOWS


def _claim(context: Context, claim: AnyClaim, number: int, at: str) -> Html:
    body = _claim_body(context, claim, at)
    note = prose_html(context.knowledge, context.finder, claim.note, Section(at))
    shown = tag("div", note, class_="kb-note") if note else EMPTY
    return tag("section", *body, shown, class_=f"kb-claim kb-claim-{_kind(claim)}", id=f"claim-{number}")


def _claim_body(context: Context, claim: AnyClaim, at: str) -> list[Html]:
    match claim:
        case Claim():
            return _engine_claim(context, claim, at)
        case EquivalenceClaim():
            return _equivalence(context, claim, at)
        case NamingClaim():
            return _naming(context, claim, at)


def _engine_claim(context: Context, claim: Claim, at: str) -> list[Html]:
    setting = context.reasoning.settings[claim.scope]
    outcome = outcome_of(context.reasoning, claim)
    words = sentence_html(capital(claim_in_words(context.knowledge, setting.framework, claim)), at)
    scope = _scope(context, claim.scope, at)
    head = tag("p", claim_mark(outcome.answer.verdict), text(" "), words, text("?"), class_="kb-claim-head")
    return [
        head,
        tag("p", text(_VERDICTS[outcome.answer.verdict]), text(" Asked in "), scope, text("."), class_="kb-verdict"),
        _certificate(context, setting, claim, outcome, at),
        _missing(context, setting, outcome, at),
    ]


_VERDICTS = {
    Verdict.FOLLOWS: "It follows: it holds in every model.",
    Verdict.REFUTED: "The opposite follows.",
    Verdict.OPEN: "It does not follow, and neither does its opposite.",
    Verdict.CONTRADICTORY: "What is given cannot hold together.",
}


def _scope(context: Context, scope: Scope, at: str) -> Html:
    if scope.view is not None:
        words = text(context.knowledge.views[scope.view].title)
        return tag("a", words, href=relative(at, view_address(scope.view)))
    words = text(f"all of {context.knowledge.frameworks[scope.framework].label}")
    return tag("a", words, href=relative(at, framework_address(scope.framework)))


def _certificate(context: Context, setting: Setting, claim: Claim, outcome: Outcome, at: str) -> Html:
    answer = outcome.answer
    if answer.proof is not None:
        count = sum(1 for step in answer.proof.steps if step.clause)
        title = f"The proof ({count} step{'' if count == 1 else 's'})"
        body = proof_html(context, setting, answer.proof, at)
    else:
        title = "Two models: one where it holds, one where it fails"
        body = models_html(context, setting, answer, (claim.goal, *claim.given), at)
    return tag("details", tag("summary", text(title)), body, class_="kb-certificate")


def _missing(context: Context, setting: Setting, outcome: Outcome, at: str) -> Html:
    if not outcome.missing.sets:
        return EMPTY
    lead = tag("p", text("It would follow with any one of these added:"))
    return tag("div", lead, sets_html(context, setting, outcome.missing, at), class_="kb-missing")


def _equivalence(context: Context, claim: EquivalenceClaim, at: str) -> list[Html]:
    one, other = (context.knowledge.views[view] for view in claim.views)
    links = [tag("a", text(view.title), href=relative(at, view_address(view.id))) for view in (one, other)]
    says = "say the same of" if claim.holds else "do not say the same of"
    words = join(links[0], text(" and "), links[1], text(f" {says} every term that both mention."))
    sign = mark("✓", "Equivalent", "follows") if claim.holds else mark("✗", "Different", "refuted")
    return [
        tag("p", sign, text(" "), words, class_="kb-claim-head"),
        tag("p", *_comparison(context, one, other, at), class_="kb-verdict"),
    ]


def _comparison(context: Context, one: View, other: View, at: str) -> list[Html]:
    """Why two views agree, or what only one of them gives."""
    found = view_difference(context.reasoning, one.id, other.id)
    framework = context.knowledge.frameworks[one.framework]
    if found is None:
        first, second = (context.reasoning.settings[view.scope].theory.atoms for view in (one, other))
        names = [_term_or_text(context, atom, at) for atom in sorted(first & second)]
        lead = "Each was projected onto the terms that both mention, and each gives all that the other gives: "
        return [text(lead), join(*names, by=", "), text(".")]
    richer = one if found.holds_in is Side.LEFT else other
    said = clause_in_words(context.knowledge, framework, found.clause)
    return [text(f"Only “{richer.title}” gives this: "), sentence_html(said, at)]


def _naming(context: Context, claim: NamingClaim, at: str) -> list[Html]:
    term = context.knowledge.terms[claim.term]
    link = relative(at, f"{term_address(term.id)}#sense-{claim.sense}")
    sense = tag("a", text(f"this sense of “{term.name}”"), href=link)
    called = _term_or_text(context, claim.called, at)
    words = join(text("The author’s word for "), sense, text(" is "), called, text("."))
    return [tag("p", mark("✓", "Recorded", "follows"), text(" "), words, class_="kb-claim-head")]


def _term_or_text(context: Context, atom: str, at: str) -> Html:
    term = context.knowledge.terms.get(atom)
    if term is None:
        return text(atom)
    return name_html(atom, term.name, at)


def _figure(context: Context, faq: Faq, at: str) -> tuple[Heading | Html, ...]:
    """The question's view, or the implications that its proofs use, with the first proof's path lit."""
    framework = context.knowledge.frameworks[faq.framework]
    proofs = _proofs(context, faq)
    view = context.knowledge.views[faq.view] if faq.view else None
    wanted = set(view.show) if view else set()
    wanted |= {
        record_of(setting, step.clause).id for setting, _, proof in proofs for step in proof.steps if step.clause
    }
    shown = [one for one in framework.implications if one.id in wanted]
    if not shown:
        return ()
    lit, caption = Lit(), ""
    if proofs:
        setting, claim, proof = proofs[0]
        lit = lit_by(setting, proof)
        caption = f"Lit: the proof of claim {faq.claims.index(claim) + 1}. ✓ marks what is given, ∴ what follows. "
    if view is not None and len(shown) == len(view.show):
        drawing = context.drawings.view(view.id, lit, at)
    else:
        drawing = context.drawings.path(framework, shown, lit, at)
    figure = figure_html(context, drawing, framework, shown, at=at, caption=caption + LEGEND)
    return (Heading(2, "In the diagram", "diagram"), figure)


def _proofs(context: Context, faq: Faq) -> list[tuple[Setting, Claim, Proof]]:
    found = []
    for claim in faq.claims:
        if isinstance(claim, Claim) and claim.scope.framework == faq.framework:
            proof = outcome_of(context.reasoning, claim).answer.proof
            if proof is not None:
                found.append((context.reasoning.settings[claim.scope], claim, proof))
    return found
