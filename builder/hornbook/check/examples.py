"""Examples that refine others: more facts, none of them lost, and every definite verdict kept."""

from collections.abc import Iterator

from hornbook.check.claims import proof_notes
from hornbook.check.unsettled import settled, unsettled
from hornbook.diagnostics import Code, Diagnostic, Lines, Related
from hornbook.logic import UNSETTLED, Literal, Verdict
from hornbook.model import Example, Framework, KnowledgeBase, Scope
from hornbook.reasoning.answers import refined_by
from hornbook.reasoning.asking import answer_to, clash
from hornbook.reasoning.readings import facts_in
from hornbook.reasoning.scopes import Reasoning
from hornbook.reasoning.verdicts import VERDICT_WORDS

EXAMPLE_REFINES = Code(
    "example-refines",
    "An example that refines another one lacks or contradicts one of its facts, loses a verdict, or refines itself.",
    Lines(
        "glossary/examples/tuesday.yaml",
        "refines: monday  # when it rained, without wind\nfacts: {windy: true}",
        "refines: monday\nfacts: {rain: true, windy: false}",
    ),
)

_Question = tuple[tuple[Literal, ...], Literal]
"""What is assumed, and the goal."""


def check_examples(reasoning: Reasoning) -> Iterator[Diagnostic]:
    """Hold each example that refines another one against it."""
    knowledge = reasoning.knowledge
    yield from _circles(knowledge)
    for refining in knowledge.examples.values():
        if refining.refines is None or refining.refines == refining.id:
            continue
        refined = knowledge.examples[refining.refines]
        lost = list(_lost_facts(reasoning, refined, refining))
        # Where a fact is lost, that is the cause of every verdict lost with it.
        yield from lost or _lost_verdicts(reasoning, refined, refining)


def _circles(knowledge: KnowledgeBase) -> Iterator[Diagnostic]:
    """Each circle once, at the first of its examples by id."""
    for example in knowledge.examples.values():
        circle = [example, *refined_by(knowledge, example)]
        if circle[-1].refines == example.id and example.id == min(one.id for one in circle):
            through = f" (through {', '.join(f'`{one.id}`' for one in circle[1:])})" if len(circle) > 1 else ""
            yield Diagnostic(
                example.refines_place,
                EXAMPLE_REFINES,
                f"`{example.id}` refines itself{through}",
                hint="the example with the fewest facts refines none; delete its `refines`",
            )


def _lost_facts(reasoning: Reasoning, refined: Example, refining: Example) -> Iterator[Diagnostic]:
    """Facts that count in some framework before, and there no more; each is told once, with the first framework."""
    told: set[Literal] = set()
    for framework in reasoning.knowledge.frameworks:
        setting = reasoning.framework(framework)
        kept = facts_in(setting, refining)
        for fact in facts_in(setting, refined):
            if fact in kept or fact in told:
                continue
            told.add(fact)
            value = "true" if fact.holds else "false"
            yield Diagnostic(
                refining.refines_place,
                EXAMPLE_REFINES,
                f"in `{framework}`, `{refined.id}` has the fact `{fact.atom}: {value}`; `{refining.id}` "
                + ("says the opposite" if fact.negated() in kept else "does not have it"),
                hint=f"write `{fact.atom}: {value}` here too, or delete `refines`",
                related=(Related(refined.place, f"`{refined.id}`"),),
            )


def _lost_verdicts(reasoning: Reasoning, refined: Example, refining: Example) -> Iterator[Diagnostic]:
    """One finding for each framework and set of assumptions under which the added facts undo a verdict."""
    for framework in reasoning.knowledge.frameworks.values():
        setting = reasoning.settings[Scope(framework.id)]
        if clash(reasoning, setting) is not None:
            continue
        reported: set[tuple[Literal, ...]] = set()
        hard = False
        for assuming, goal in _questions(reasoning.knowledge, framework, (refined, refining)):
            if assuming in reported or not {goal.atom, *(one.atom for one in assuming)} <= setting.theory.atoms:
                continue
            before = answer_to(reasoning, setting, (*facts_in(setting, refined), *assuming), goal)
            after = answer_to(reasoning, setting, (*facts_in(setting, refining), *assuming), goal)
            hard = hard or UNSETTLED in (before.verdict, after.verdict)
            if (
                before.verdict not in {Verdict.FOLLOWS, Verdict.REFUTED}
                or after.proof is None
                or after.verdict is before.verdict
            ):
                continue
            reported.add(assuming)
            said = VERDICT_WORDS[before.verdict].stated.format(goal=f"`{goal}`", given=f"the facts of `{refined.id}`")
            condition = f" assuming {' + '.join(map(str, assuming))}" if assuming else ""
            yield Diagnostic(
                refining.refines_place,
                EXAMPLE_REFINES,
                f"in `{framework.id}`{condition}, {said}; those of `{refining.id}` cannot hold together there",
                hint="correct the facts that this example adds, or delete `refines`",
                notes=proof_notes(setting, after.proof),
            )
        if hard and all(settled(reasoning, setting, facts_in(setting, one)) for one in (refined, refining)):
            yield unsettled(refining.refines_place, f"`{refining.id}` keeps each verdict on `{refined.id}`", setting)


def _questions(
    knowledge: KnowledgeBase, framework: Framework, examples: tuple[Example, Example]
) -> Iterator[_Question]:
    """What can be asked of both: the goals of verdicts and of quiz options, under each assumption and each choice."""
    judgements = [
        judgement.claim
        for example in examples
        for judgement in example.judgements
        if judgement.claim.scope.framework == framework.id
    ]
    choices = [(Literal(atom),) for choice in framework.all_choices for atom in choice.one_of]
    ids = {example.id for example in examples}
    options = [
        option.literal
        for question in knowledge.questions.values()
        if ids & set(question.examples)
        for option in question.options
        if option.literal is not None
    ]
    goals = [*(claim.goal for claim in judgements), *options]
    for assuming in dict.fromkeys([(), *(claim.assuming for claim in judgements), *choices]):
        for goal in dict.fromkeys(goals):
            yield assuming, goal
