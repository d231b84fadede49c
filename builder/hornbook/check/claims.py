"""Claims: each is put to the engine, wherever it is made, and its verdict must be the one computed."""

from collections.abc import Iterator, Mapping

from hornbook.check.authors import check_author
from hornbook.diagnostics import Code, Diagnostic, Lines, Place
from hornbook.logic import UNSETTLED, Answer, Clause, Literal, Proof, SufficientSets, Unsettled, Verdict
from hornbook.model import Claim, EquivalenceClaim, NamingClaim
from hornbook.reasoning.asking import clash
from hornbook.reasoning.outcomes import answer_of, missing_of, view_difference
from hornbook.reasoning.proof_text import proof_text
from hornbook.reasoning.scopes import Reasoning, Setting
from hornbook.reasoning.sentences import plain
from hornbook.reasoning.verdicts import VERDICT_WORDS

CLAIM_VERDICT = Code(
    "claim-verdict",
    "A claim's verdict is not the one that the implications give: the text or an implication is wrong.",
    Lines(
        "glossary/faq/does-rain-wet.yaml",
        "- {if: [rain], then: not wet-ground, verdict: follows}",
        "- {if: [rain], then: not wet-ground, verdict: refuted}",
    ),
)
CLAIM_UNSETTLED = Code(
    "claim-unsettled",
    "A claim takes more steps to settle than a question may, so that nothing can be said of it.",
    "A claim about many alternatives that exclude each other, whose every combination has to be tried.",
)
CLAIM_MISSING = Code(
    "claim-missing",
    "The sets that a claim lists as missing are not the ones that were computed.",
    Lines(
        "glossary/faq/does-rain-wet.yaml",
        "- {then: wet-ground, verdict: open, missing: [[not rain]]}",
        "- {then: wet-ground, verdict: open, missing: [[rain]]}",
    ),
)
CLAIM_SCOPE = Code(
    "claim-scope",
    "A claim uses an atom that its framework or view does not know, so nothing can be said of it there.",
    Lines(
        "glossary/faq/does-rain-wet.yaml",
        "- {if: [snow], then: wet-ground, verdict: follows}",
        "- {if: [rain], then: wet-ground, verdict: follows}",
    ),
)
CLAIM_NAMING = Code(
    "claim-naming",
    "A claim about an author's word for a sense does not agree with the term's record.",
    Lines(
        "glossary/faq/does-rain-wet.yaml",
        "- {sense: rain/weather, called: wet-ground}",
        "- {sense: rain/weather, called: rain}",
    ),
)


def check_claims(reasoning: Reasoning) -> Iterator[Diagnostic]:
    """Check every claim of the knowledge base; in a contradictory scope, which is reported as such, none is asked."""
    clashing = {scope for scope, setting in reasoning.settings.items() if clash(reasoning, setting)}
    for claim in reasoning.claims:
        if isinstance(claim, Claim) and claim.scope in clashing:
            continue
        if isinstance(claim, Claim):
            yield from _check_claim(reasoning, claim)
        elif isinstance(claim, EquivalenceClaim):
            yield from _check_equivalence(reasoning, claim)
        else:
            yield from _check_naming(reasoning, claim)


def answer_notes(setting: Setting, claim: Claim, answer: Answer) -> tuple[str, ...]:
    """The certificate of an answer as lines of text: the proof, or the model that tells against the claim."""
    if answer.proof is not None:
        return proof_notes(setting, answer.proof)
    if claim.verdict is Verdict.REFUTED and answer.model_with is not None:
        return (f"a model where it holds: {model_in_words(answer.model_with)}",)
    if claim.verdict is Verdict.FOLLOWS and answer.model_without is not None:
        return (f"a model where it fails: {model_in_words(answer.model_without)}",)
    models = (("holds", answer.model_with), ("fails", answer.model_without))
    return tuple(f"a model where it {how}: {model_in_words(model)}" for how, model in models if model is not None)


def proof_notes(setting: Setting, proof: Proof) -> tuple[str, ...]:
    """A proof as lines of text: what is given, then each step."""
    text = proof_text(setting, proof)
    given = f"given: {'; '.join(map(plain, text.given))}" if text.given else "given: nothing"
    return (given, *(f"{line.number}. {'  ' * line.depth}{plain(line.sentence)}" for line in text.lines))


def model_in_words(model: Mapping[str, bool]) -> str:
    """The atoms that hold in a model, then those that do not."""
    held = ", ".join(sorted(atom for atom, holds in model.items() if holds)) or "nothing"
    failed = ", ".join(sorted(atom for atom, holds in model.items() if not holds))
    return f"{held} hold; {failed} do not" if failed else f"{held} hold"


def _check_claim(reasoning: Reasoning, claim: Claim) -> Iterator[Diagnostic]:
    setting = reasoning.settings[claim.scope]
    used = {literal.atom for literal in (*claim.given, claim.goal, *(claim.among or ()))}
    used |= {literal.atom for missing in claim.missing or () for literal in missing}
    strange = sorted(used - setting.theory.atoms)
    if strange:
        names = ", ".join(f"`{atom}`" for atom in strange)
        where = f"view `{claim.scope.view}`" if claim.scope.view else f"framework `{claim.scope.framework}`"
        yield Diagnostic(
            claim.place,
            CLAIM_SCOPE,
            f"{names}: not known to the {where}, in which this claim is made",
            hint="ask it in a framework or view whose implications use it, or correct the id",
        )
        return
    answer = answer_of(reasoning, claim)
    verdict = answer.verdict
    yield from check_author(claim, verdict)
    if verdict is UNSETTLED:
        yield Diagnostic(
            claim.verdict_place,
            CLAIM_UNSETTLED,
            f"{VERDICT_WORDS[UNSETTLED].stated.format(goal=claim.goal, given=_given(claim))} within the "
            f"{setting.limit:,} steps that a question may take here",
            hint="ask it in a view that shows only what it needs, or leave it out",
        )
    elif verdict is not claim.verdict:
        yield Diagnostic(
            claim.verdict_place,
            CLAIM_VERDICT,
            f"this says {_said(claim)}; {VERDICT_WORDS[verdict].computed}",
            hint=_remedy(verdict, missing_of(reasoning, claim)),
            notes=answer_notes(setting, claim, answer),
        )
    elif claim.missing is not None:
        yield from _check_missing(claim, missing_of(reasoning, claim))


def _check_missing(claim: Claim, computed: SufficientSets) -> Iterator[Diagnostic]:
    if not computed.complete:
        yield Diagnostic(
            claim.place,
            CLAIM_MISSING,
            f"this lists what is missing for {claim.goal}, but only {len(computed.sets)} sets were found: "
            "there are more, or finding them all takes too many steps",
            hint="name the few literals that they may use with `among`, or leave out `missing`",
        )
    elif set(claim.missing or ()) != set(computed.sets):
        yield Diagnostic(
            claim.place,
            CLAIM_MISSING,
            f"this lists {_sets(claim.missing or ())} as missing for {claim.goal}; computed: {_sets(computed.sets)}",
            hint="write the computed sets, or name the literals they may use with `among`",
        )


def _check_equivalence(reasoning: Reasoning, claim: EquivalenceClaim) -> Iterator[Diagnostic]:
    compared = view_difference(reasoning, *claim.views)
    found = compared.difference
    one, other = claim.views
    if not compared.complete:
        yield undecided(claim.place, one, other)
        return
    if (found is None) is claim.holds:
        return
    if found is None:
        yield Diagnostic(
            claim.place,
            CLAIM_VERDICT,
            f"this says that `{one}` and `{other}` differ; they agree on every atom that both mention",
            hint="write `holds: true`",
        )
        return
    first, second = (one, other) if found.holds_in == "left" else (other, one)
    yield Diagnostic(
        claim.place,
        CLAIM_VERDICT,
        f"this says that `{one}` and `{other}` are equivalent; only `{first}` gives {clause_in_notation(found.clause)}",
        hint=f"write `holds: false`, or mend the implications that `{second}` shows",
    )


def undecided(place: Place, one: str, other: str) -> Diagnostic:
    """Whether two views say the same takes too many steps to find out."""
    return Diagnostic(
        place,
        CLAIM_UNSETTLED,
        f"whether `{one}` and `{other}` say the same takes more steps than a comparison may",
        hint="show fewer implications in the views, or leave out that they are equivalent",
    )


def clause_in_notation(clause: Clause) -> str:
    """A clause in the notation of claims."""
    premises = " + ".join(map(str, clause.premises))
    return f"`{premises} => {clause.conclusion or 'impossible'}`"


def _check_naming(reasoning: Reasoning, claim: NamingClaim) -> Iterator[Diagnostic]:
    term = reasoning.knowledge.terms[claim.term]
    sense = next(sense for sense in term.senses if sense.id == claim.sense)
    if sense.called != claim.called:
        yield Diagnostic(
            claim.place,
            CLAIM_NAMING,
            f"this says that the sense `{claim.term}/{claim.sense}` is called `{claim.called}`; "
            f"its record says `{sense.called}`",
            hint=f"write `called: {sense.called}`, or correct the sense in {sense.place.path}",
        )


def _said(claim: Claim) -> str:
    return VERDICT_WORDS[claim.verdict].stated.format(goal=claim.goal, given=_given(claim))


def _given(claim: Claim) -> str:
    premises = " + ".join(map(str, claim.premises)) or "nothing"
    return premises + (f" assuming {' + '.join(map(str, claim.assuming))}" if claim.assuming else "")


def _remedy(verdict: Verdict | Unsettled, missing: SufficientSets) -> str:
    if verdict is Verdict.OPEN and missing.sets:
        return f"it follows with {_set(missing.sets[0])} added; or write `verdict: open`"
    return f"write `verdict: {verdict}` and correct the text, or mend the implications"


def _set(literals: frozenset[Literal]) -> str:
    return " + ".join(map(str, sorted(literals))) or "nothing"


def _sets(sets: tuple[frozenset[Literal], ...]) -> str:
    return " or ".join(f"[{_set(literals)}]" for literals in sets) or "no set"
