"""Claims as cards: the verdict, what was asked and in which scope, and the proof or the models that bear it out."""

from collections.abc import Iterable, Sequence

from hornbook.addresses import Anchored, claim_use_if_any, explore_address, framework_address, term_address
from hornbook.language import later, say
from hornbook.logic import Side, Unsettled, Verdict
from hornbook.model import AnyClaim, Claim, EquivalenceClaim, Implication, NamingClaim, Scope, View
from hornbook.pages.author_says import author_html
from hornbook.pages.html import EMPTY, Html, folded, join, say_html, tag
from hornbook.pages.marks import equivalence_mark, former_places, mark, permalink, use_link
from hornbook.pages.page import Page
from hornbook.pages.presupposition import presupposition_html
from hornbook.pages.proofs import additions_html, proof_html, proof_title, situations_html
from hornbook.reasoning.outcomes import Outcome, additions, outcome_of, view_difference
from hornbook.reasoning.scopes import Setting
from hornbook.reasoning.sentences import capital, claim_in_words, clause_in_words
from hornbook.reasoning.verdicts import VERDICT_WORDS


def claim_card(page: Page, record: str, one: Anchored, shown: Sequence[Implication] | None = None) -> Html:
    """A claim of a record at its place on the page, with its verdict, what was asked, and its certificate.

    The path of its proof is lit on a drawing of the implications `shown`, or of those that the proof uses.
    """
    claim: AnyClaim = one.value
    note = page.section().note(claim.note)
    return claim_frame(page, record, _kind(claim), [*_claim_body(page, claim, one.anchor, shown), note], one)


def claim_frame(page: Page, record: str, verdict: Verdict | Unsettled, body: Iterable[Html], place: Anchored) -> Html:
    """The frame of a claim's card in the colour of its verdict; links to itself and to how to show it elsewhere."""
    use = use_link(page.at, claim_use_if_any(page.knowledge, record, place.anchor), say("this claim"))
    head = (former_places(place.earlier), permalink(place.anchor, say("this claim")), use)
    return tag("section", *head, *body, class_=f"kb-claim kb-claim-{verdict}", id=place.anchor)


def marks_of(claims: Iterable[AnyClaim]) -> Html:
    """A line that says how many of the claims carry which mark, in the order of the claims."""
    shown = [_mark(claim) for claim in claims]
    counted = [join(one, f" × {shown.count(one)} ") for one in dict.fromkeys(shown)]
    return tag("p", say_html("Claims: {marks}", marks=join(*counted)) if counted else EMPTY, class_="kb-facts")


def certificate_html(
    page: Page, claim: Claim, outcome: Outcome, name: str, shown: Sequence[Implication] | None = None
) -> Html:
    """What bears the verdict out, folded up: a proof or situations; what would still be missing; the explorer.

    `name` is an id of the page, with which others may begin after two hyphens; `shown` is as in `claim_card`.
    """
    setting = page.reasoning.settings[claim.scope]
    proof, situations = outcome.answer.proof, outcome.situations
    parts = [_witnesses(page, outcome), presupposition_html(page, setting, outcome, name, shown)]
    if proof is not None:
        parts.append(_folded(proof_title(proof), proof_html(page, setting, proof, f"{name}--proof", shown)))
    if situations is not None:
        one_each_way = situations.model_with is not None and situations.model_without is not None
        title = say("Two situations that show it") if one_each_way else say("A situation that shows it")
        parts.append(_folded(title, situations_html(page, setting, situations, (*claim.given, claim.goal))))
    return join(*parts, _missing(page, setting, outcome), _explore(page, claim))


def _witnesses(page: Page, outcome: Outcome) -> Html:
    """The recorded examples which show that something does not follow, if it is open."""
    if not outcome.witnesses:
        return EMPTY
    links = join(*map(page.to, outcome.witnesses), by=", ")
    return tag("p", say_html("It is known not to follow: see {examples}.", examples=links), class_="kb-witness")


def _folded(title: str, body: Html) -> Html:
    return folded(title, body, class_="kb-certificate")


def scope_link(page: Page, scope: Scope) -> Html:
    """The view or the framework in which a claim is asked, as a link."""
    if scope.view is not None:
        return page.to(scope.view)
    words = say("all of {framework}", framework=page.knowledge.frameworks[scope.framework].label)
    return page.link(framework_address(scope.framework), words)


def term_or_text(page: Page, atom: str) -> Html | str:
    """A term's name as a link; an id that is no term, as it is."""
    return page.name(atom) if atom in page.knowledge.terms else atom


def _mark(claim: AnyClaim) -> Html:
    match claim:
        case Claim():
            return mark(claim.verdict)
        case EquivalenceClaim():
            return equivalence_mark(holds=claim.holds)
        case NamingClaim():
            # Words: a claim that nothing computes
            return mark(Verdict.FOLLOWS, say("Recorded"))


def _kind(claim: AnyClaim) -> Verdict:
    match claim:
        case Claim():
            return claim.verdict
        case EquivalenceClaim():
            return Verdict.FOLLOWS if claim.holds else Verdict.REFUTED
        case NamingClaim():
            return Verdict.FOLLOWS


def _claim_body(page: Page, claim: AnyClaim, anchor: str, shown: Sequence[Implication] | None) -> list[Html]:
    match claim:
        case Claim():
            return _engine_claim(page, claim, anchor, shown)
        case EquivalenceClaim():
            return _equivalence(page, claim)
        case NamingClaim():
            return _naming(page, claim)


def _engine_claim(page: Page, claim: Claim, anchor: str, shown: Sequence[Implication] | None) -> list[Html]:
    setting = page.reasoning.settings[claim.scope]
    outcome = outcome_of(page.reasoning, claim)
    verdict = outcome.answer.verdict
    words = page.sentence(capital(claim_in_words(setting.names, claim)))
    said = say(VERDICT_WORDS[verdict].sentence)
    computed = say_html("Computed in {scope}.", scope=scope_link(page, claim.scope))
    return [
        tag("p", mark(verdict), " ", words, ".", class_="kb-claim-head"),
        tag("p", said, " ", computed, class_="kb-verdict"),
        author_html(page, claim, verdict),
        certificate_html(page, claim, outcome, anchor, shown),
    ]


def _explore(page: Page, claim: Claim) -> Html:
    """The explorer with all that is given marked; where an atom is given both ways, there is no such mark."""
    if len({literal.atom for literal in claim.given}) < len(set(claim.given)):
        return EMPTY
    address = explore_address(claim.scope, claim.given, claim.goal)
    return tag("p", page.link(address, say("Try it in the explorer")), class_="kb-try")


def _missing(page: Page, setting: Setting, outcome: Outcome) -> Html:
    found = additions(outcome)
    if not found:
        return EMPTY
    one, some = say("It would follow with this added:"), say("It would follow with any one of these added:")
    lead = tag("p", one if len(found) == 1 else some)
    complete = outcome.missing.complete and outcome.lacks.complete
    return tag("div", lead, additions_html(page, setting, found, complete=complete), class_="kb-missing")


def _equivalence(page: Page, claim: EquivalenceClaim) -> list[Html]:
    one, other = (page.knowledge.views[view] for view in claim.views)
    message = _AGREE if claim.holds else _DISAGREE
    words = say_html(message, one=page.to(one.id), other=page.to(other.id))
    return [
        tag("p", _mark(claim), " ", words, class_="kb-claim-head"),
        tag("p", _comparison(page, one, other), class_="kb-verdict"),
    ]


_AGREE = later("{one} and {other} agree on every term that both mention.")
_DISAGREE = later("{one} and {other} do not agree on every term that both mention.")
_SAME = later("On the terms that both mention, whatever follows in one follows in the other: {terms}.")


def _comparison(page: Page, one: View, other: View) -> Html:
    """Why two views agree, or what only one of them gives."""
    found = view_difference(page.reasoning, one.id, other.id).difference
    if found is None:
        first, second = (page.reasoning.settings[view.scope].theory.atoms for view in (one, other))
        names = [term_or_text(page, atom) for atom in sorted(first & second)]
        return say_html(_SAME, terms=join(*names, by=", "))
    richer = one if found.holds_in is Side.LEFT else other
    said = page.sentence(clause_in_words(page.names(one.framework), found.clause))
    return say_html("This follows only in “{view}”: {statement}", view=richer.title, statement=said)


def _naming(page: Page, claim: NamingClaim) -> list[Html]:
    term = page.knowledge.terms[claim.term]
    called = say("this sense of “{term}”", term=term.name)
    sense = page.link(f"{term_address(term.id)}#sense-{claim.sense}", called)
    words = say_html("The author’s word for {sense} is {word}.", sense=sense, word=term_or_text(page, claim.called))
    return [tag("p", _mark(claim), " ", words, class_="kb-claim-head")]
