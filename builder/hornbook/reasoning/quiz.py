"""Quiz questions put to frameworks: where each is asked, and the verdict on each option that it offers."""

from collections.abc import Mapping

from hornbook.logic import Literal, Unsettled, Verdict
from hornbook.model import Example, KnowledgeBase, Option, Question
from hornbook.reasoning.asking import answer_to
from hornbook.reasoning.presuppositions import applying_given
from hornbook.reasoning.readings import facts_in
from hornbook.reasoning.scopes import Reasoning, Setting


def examples_of(knowledge: KnowledgeBase, question: Question) -> list[Example]:
    """The examples that a question is asked of, in the order in which they are shown."""
    return [knowledge.examples[example] for example in question.examples]


def asked_in(knowledge: KnowledgeBase, question: Question) -> tuple[tuple[str, tuple[Literal, ...]], ...]:
    """The frameworks that a question is put to, each with what is assumed there: as judgements of its examples do."""
    wanted = {option.literal for option in question.options}
    asked = dict.fromkeys(
        (judgement.claim.scope.framework, judgement.claim.assuming)
        for example in examples_of(knowledge, question)
        for judgement in example.judgements
        if judgement.claim.goal in wanted
    )
    return tuple(sorted(asked, key=lambda one: one[0]))


def offered_in(setting: Setting, question: Question) -> Mapping[Option, Literal]:
    """The options of which a framework can say something."""
    return {
        option: option.literal
        for option in question.options
        if option.literal is not None and option.literal.atom in setting.theory.atoms
    }


def verdicts_on(
    reasoning: Reasoning, setting: Setting, question: Question, example: Example, assuming: tuple[Literal, ...]
) -> Mapping[Option, Verdict | Unsettled]:
    """What the facts of an example come to for each option whose word applies to it."""
    given = (*facts_in(setting, example), *assuming)
    outside = applying_given(reasoning, setting, given).not_applying
    return {
        option: answer_to(reasoning, setting, given, literal).verdict
        for option, literal in offered_in(setting, question).items()
        if literal.atom not in outside
    }
