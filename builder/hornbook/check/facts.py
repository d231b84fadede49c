"""Facts of examples: each counts for somebody, they can hold together, and they are about words that apply."""

from collections.abc import Iterator

from hornbook.check.claims import CLAIM_UNSETTLED, proof_notes
from hornbook.check.unsettled import unsettled
from hornbook.diagnostics import Code, Diagnostic, Lines, Place
from hornbook.logic import UNSETTLED, Literal, Verdict
from hornbook.model import Claim, Example, RecordedFact
from hornbook.reasoning.asking import answer_to, clash
from hornbook.reasoning.presuppositions import presupposed_by
from hornbook.reasoning.readings import facts_in, what_follows
from hornbook.reasoning.scopes import Reasoning, Setting

FACT_FRAMEWORK = Code(
    "fact-framework",
    "A fact of an example does not say for whom it counts, although frameworks mean its word differently, or it is "
    "meant for a framework that does not know it.",
    Lines("glossary/examples/monday.yaml", "facts: {rain: true}", "facts: {rain: {weather: true}}"),
)
EXAMPLE_CONTRADICTORY = Code(
    "example-contradictory",
    "The facts of an example cannot hold together in a framework that counts them.",
    Lines(
        "glossary/examples/monday.yaml",
        "facts: {rain: true, wet-ground: false}",
        "facts: {rain: true, wet-ground: true}",
    ),
)
FACT_INAPPLICABLE = Code(
    "fact-inapplicable",
    "A fact of an example is about a word that, by the other facts, does not apply there.",
    Lines("glossary/examples/monday.yaml", "facts: {wet-ground: false, mud: false}", "facts: {wet-ground: false}"),
)
EXAMPLE_SEPARATES = Code(
    "example-separates",
    "An example is said to separate two things, and its facts do not show it.",
    Lines(
        "glossary/examples/monday.yaml",
        "facts: {wet-ground: true}\nseparates: [wet-ground => rain]",
        "facts: {wet-ground: true, rain: false}\nseparates: [wet-ground => rain]",
    ),
)


def check_facts(reasoning: Reasoning) -> Iterator[Diagnostic]:
    """Look at the facts of each example, in each framework that counts them."""
    for example in reasoning.knowledge.examples.values():
        for fact in example.facts:
            yield from _for_nobody(reasoning, fact)
        for framework in reasoning.knowledge.frameworks:
            setting = reasoning.framework(framework)
            if clash(reasoning, setting) is None:  # else that is reported, and everything would follow
                yield from _counted(reasoning, setting, example)
        for claim in example.separates:
            yield from _separated(reasoning, example, claim)


def _for_nobody(reasoning: Reasoning, fact: RecordedFact) -> Iterator[Diagnostic]:
    """A fact whose word several frameworks mean differently, or that its framework does not know."""
    knowledge = reasoning.knowledge
    term = knowledge.terms.get(fact.atom)
    knowing = [one for one in knowledge.frameworks.values() if fact.atom in reasoning.framework(one.id).theory.atoms]
    if fact.framework is not None:
        if all(one.id != fact.framework for one in knowing):
            known = ", ".join(f"`{one.id}`" for one in knowing)
            message = f"`{fact.framework}` does not know `{fact.atom}`, so this counts for nobody"
            yield Diagnostic(fact.place, FACT_FRAMEWORK, message, hint=f"it is known to {known}; or delete the line")
    elif term is not None and len(term.senses) > 1 and knowing:
        value = "true" if fact.holds else "false"
        meant = ", ".join(f"{one.id}: {value}" for one in knowing)
        yield Diagnostic(
            fact.place,
            FACT_FRAMEWORK,
            f"`{fact.atom}` has {len(term.senses)} senses, and this does not say in whose it is meant",
            hint=f"name those for whom it counts: `{fact.atom}: {{{meant}}}`",
        )


def _counted(reasoning: Reasoning, setting: Setting, example: Example) -> Iterator[Diagnostic]:
    facts = facts_in(setting, example)
    contradictory = clash(reasoning, setting, facts)
    if contradictory is not None:
        if contradictory.proof is not None:
            yield Diagnostic(
                example.place,
                EXAMPLE_CONTRADICTORY,
                f"the facts of `{example.id}` cannot hold together in `{setting.framework.id}`",
                hint="correct a fact, or say of it for which frameworks it counts: `atom: {FRAMEWORK: true}`",
                notes=proof_notes(setting, contradictory.proof),
            )
        else:
            yield unsettled(example.place, f"the facts of `{example.id}` can hold together", setting)
        return
    if not what_follows(reasoning, setting, facts).complete:
        yield unsettled(example.place, f"more follows from the facts of `{example.id}`", setting)
    for fact in facts:
        for needed in presupposed_by(setting, (fact.atom,)):
            answer = answer_to(reasoning, setting, facts, needed)
            if answer.verdict is Verdict.REFUTED:
                assert answer.proof is not None
                yield Diagnostic(
                    _place_of(example, fact),
                    FACT_INAPPLICABLE,
                    f"in `{setting.framework.id}`, `{fact.atom}` applies only under `{needed}`, which fails here",
                    hint="delete the fact: where a word does not apply, it neither holds nor fails",
                    notes=proof_notes(setting, answer.proof),
                )
                break


def _place_of(example: Example, literal: Literal) -> Place:
    return next(fact.place for fact in example.facts if fact.literal == literal)


def _separated(reasoning: Reasoning, example: Example, claim: Claim) -> Iterator[Diagnostic]:
    """What the counted facts lack in order to refute a claim."""
    setting = reasoning.framework(claim.scope.framework)
    wanted = (*claim.given, claim.goal.negated())
    facts = facts_in(setting, example)
    strange = [literal for literal in wanted if literal.atom not in setting.theory.atoms]
    verdicts = {} if strange else {one: answer_to(reasoning, setting, facts, one).verdict for one in wanted}
    lacking = strange or [one for one, verdict in verdicts.items() if verdict not in (Verdict.FOLLOWS, UNSETTLED)]
    if not lacking and UNSETTLED in verdicts.values():
        yield Diagnostic(
            claim.place,
            CLAIM_UNSETTLED,
            f"whether the facts of `{example.id}` separate this is not settled within the {setting.limit:,} steps that "
            f"a question may take in `{setting.framework.id}`",
            hint="record as facts what they should give, or leave it out",
        )
    if lacking:
        names = ", ".join(f"`{literal}`" for literal in lacking)
        yield Diagnostic(
            claim.place,
            EXAMPLE_SEPARATES,
            f"in `{setting.framework.id}`, the facts of `{example.id}` do not give {names}",
            hint="record what is lacking, or delete the claim",
        )
