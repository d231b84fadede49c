"""Claims as cards: the verdict, what was asked and in which scope, and the proof or the models that bear it out."""

from collections.abc import Iterable, Sequence

from hornbook.addresses import explore_address, framework_address, relative, term_address, view_address
from hornbook.logic import Side, Verdict
from hornbook.model import AnyClaim, Claim, EquivalenceClaim, Implication, NamingClaim, Scope, View
from hornbook.pages.context import Context
from hornbook.pages.html import EMPTY, Html, join, tag
from hornbook.pages.marks import claim_mark, mark
from hornbook.pages.proofs import models_html, proof_html, sets_html
from hornbook.pages.prose_html import Section, prose_html
from hornbook.pages.sentence_html import name_html, sentence_html
from hornbook.reasoning.outcomes import Outcome, outcome_of, view_difference
from hornbook.reasoning.scopes import Setting
from hornbook.reasoning.sentences import capital, claim_in_words, clause_in_words


def claim_card(
    context: Context, claim: AnyClaim, at: str, anchor: str, shown: Sequence[Implication] | None = None
) -> Html:
    """A claim with its verdict, what was asked, and its certificate; `anchor` is its id on the page.

    The path of its proof is lit on a drawing of the implications `shown`, or of those that the proof uses.
    """
    note = prose_html(context.knowledge, context.finder, claim.note, Section(at))
    noted = tag("div", note, class_="kb-note") if note else EMPTY
    return card_of(_kind(claim), [*_claim_body(context, claim, at, anchor, shown), noted], anchor)


def card_of(verdict: Verdict, body: Iterable[Html], anchor: str | None) -> Html:
    """The frame of a claim's card in the colour of its verdict."""
    return tag("section", *body, class_=f"kb-claim kb-claim-{verdict}", id=anchor)


def marks_of(claims: Iterable[AnyClaim]) -> list[Html | str]:
    """How many of the claims carry which mark, in the order of the claims."""
    shown = [_mark(claim) for claim in claims]
    counted = [join(one, f" × {shown.count(one)} ") for one in dict.fromkeys(shown)]
    return ["Claims: ", *counted] if counted else []


def certificate_html(
    context: Context, claim: Claim, outcome: Outcome, at: str, name: str, shown: Sequence[Implication] | None = None
) -> Html:
    """What bears the verdict out, folded up: a proof or two models; what would still be missing; the explorer.

    `name` is unique on the page; `shown` is as in `claim_card`.
    """
    setting = context.reasoning.settings[claim.scope]
    answer = outcome.answer
    if answer.proof is not None:
        count = sum(1 for step in answer.proof.steps if step.clause)
        title = f"The proof ({count} step{'' if count == 1 else 's'})"
        body = proof_html(context, setting, answer.proof, at, f"{name}-proof", shown)
    else:
        title = "Two models, one each way"
        body = models_html(context, setting, answer, (claim.goal, *claim.given), at)
    return join(
        tag("details", tag("summary", title), body, class_="kb-certificate"),
        _missing(context, setting, outcome, at),
        _explore(claim, at),
    )


def scope_link(context: Context, scope: Scope, at: str) -> Html:
    """The view or the framework in which a claim is asked, as a link."""
    if scope.view is not None:
        words = context.knowledge.views[scope.view].title
        return tag("a", words, href=relative(at, view_address(scope.view)))
    words = f"all of {context.knowledge.frameworks[scope.framework].label}"
    return tag("a", words, href=relative(at, framework_address(scope.framework)))


def term_or_text(context: Context, atom: str, at: str) -> Html | str:
    """A term's name as a link; an id that is no term, as it is."""
    term = context.knowledge.terms.get(atom)
    if term is None:
        return atom
    return name_html(atom, term.name, at)


def _mark(claim: AnyClaim) -> Html:
    match claim:
        case Claim():
            return claim_mark(claim.verdict)
        case EquivalenceClaim():
            return mark("✓", "Equivalent", "follows") if claim.holds else mark("✗", "Different", "refuted")
        case NamingClaim():
            return mark("✓", "Recorded", "follows")


def _kind(claim: AnyClaim) -> Verdict:
    match claim:
        case Claim():
            return claim.verdict
        case EquivalenceClaim():
            return Verdict.FOLLOWS if claim.holds else Verdict.REFUTED
        case NamingClaim():
            return Verdict.FOLLOWS


def _claim_body(
    context: Context, claim: AnyClaim, at: str, anchor: str, shown: Sequence[Implication] | None
) -> list[Html]:
    match claim:
        case Claim():
            return _engine_claim(context, claim, at, anchor, shown)
        case EquivalenceClaim():
            return _equivalence(context, claim, at)
        case NamingClaim():
            return _naming(context, claim, at)


def _engine_claim(
    context: Context, claim: Claim, at: str, anchor: str, shown: Sequence[Implication] | None
) -> list[Html]:
    setting = context.reasoning.settings[claim.scope]
    outcome = outcome_of(context.reasoning, claim)
    words = sentence_html(capital(claim_in_words(context.knowledge, setting.framework, claim)), at)
    scope = scope_link(context, claim.scope, at)
    head = tag("p", claim_mark(outcome.answer.verdict), " ", words, ".", class_="kb-claim-head")
    return [
        head,
        tag("p", VERDICTS[outcome.answer.verdict], " Asked in ", scope, ".", class_="kb-verdict"),
        certificate_html(context, claim, outcome, at, anchor, shown),
    ]


VERDICTS = {
    Verdict.FOLLOWS: "It follows.",
    Verdict.REFUTED: "The opposite follows.",
    Verdict.OPEN: "Neither this nor its opposite follows.",
    Verdict.CONTRADICTORY: "What is given cannot hold together.",
}


def _explore(claim: Claim, at: str) -> Html:
    """The explorer with all that is given marked; where an atom is given both ways, there is no such mark."""
    if len({literal.atom for literal in claim.given}) < len(set(claim.given)):
        return EMPTY
    address = relative(at, explore_address(claim.scope, claim.given, claim.goal))
    return tag("p", tag("a", "Try it in the explorer", href=address), class_="kb-try")


def _missing(context: Context, setting: Setting, outcome: Outcome, at: str) -> Html:
    if not outcome.missing.sets:
        return EMPTY
    only = len(outcome.missing.sets) == 1
    lead = tag("p", ("It would follow with this added:" if only else "It would follow with any one of these added:"))
    return tag("div", lead, sets_html(context, setting, outcome.missing, at), class_="kb-missing")


def _equivalence(context: Context, claim: EquivalenceClaim, at: str) -> list[Html]:
    one, other = (context.knowledge.views[view] for view in claim.views)
    links = [tag("a", view.title, href=relative(at, view_address(view.id))) for view in (one, other)]
    says = "say the same of" if claim.holds else "do not say the same of"
    words = join(links[0], " and ", links[1], f" {says} every term that both mention.")
    return [
        tag("p", _mark(claim), " ", words, class_="kb-claim-head"),
        tag("p", *_comparison(context, one, other, at), class_="kb-verdict"),
    ]


def _comparison(context: Context, one: View, other: View, at: str) -> list[Html | str]:
    """Why two views agree, or what only one of them gives."""
    found = view_difference(context.reasoning, one.id, other.id)
    framework = context.knowledge.frameworks[one.framework]
    if found is None:
        first, second = (context.reasoning.settings[view.scope].theory.atoms for view in (one, other))
        names = [term_or_text(context, atom, at) for atom in sorted(first & second)]
        lead = "Each was projected onto the terms that both mention, and each gives all that the other gives: "
        return [lead, join(*names, by=", "), "."]
    richer = one if found.holds_in is Side.LEFT else other
    said = clause_in_words(context.knowledge, framework, found.clause)
    return [f"Only “{richer.title}” gives this: ", sentence_html(said, at)]


def _naming(context: Context, claim: NamingClaim, at: str) -> list[Html]:
    term = context.knowledge.terms[claim.term]
    link = relative(at, f"{term_address(term.id)}#sense-{claim.sense}")
    sense = tag("a", f"this sense of “{term.name}”", href=link)
    called = term_or_text(context, claim.called, at)
    words = join("The author’s word for ", sense, " is ", called, ".")
    return [tag("p", _mark(claim), " ", words, class_="kb-claim-head")]
