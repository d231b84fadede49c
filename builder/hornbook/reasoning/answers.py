"""Recorded answers to a question, held against one another: which of them cannot all be right, and why."""

from collections.abc import Iterator
from dataclasses import dataclass

from hornbook.model import AnswerKind, Example, KnowledgeBase, Option, Question, RecordedAnswer


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerClash:
    """Two answers that cannot both be right.

    Everything that is true of the `refined` example is true of the `refining` one, so a definite answer to the first
    holds of the second too; but there another definite answer was given, and the question's answers exclude each
    other.
    """

    question: Question
    refined: Example
    refined_answer: RecordedAnswer
    refined_option: Option
    refining: Example
    refining_answer: RecordedAnswer
    refining_option: Option


def answer_clashes(knowledge: KnowledgeBase, question: Question) -> tuple[AnswerClash, ...]:
    """All clashes among the recorded answers to one question, in the order of the examples.

    Answers of one kind are compared: polls with polls, and what one author or commenter (by the same words) said
    with what he or she said elsewhere. An option without a literal, such as "ambiguous", is not definite.
    """
    if not question.exclusive:
        return ()
    return tuple(
        clash
        for refining in knowledge.examples.values()
        for refined in refined_by(knowledge, refining)
        for clash in _between(question, refined, refining)
    )


def refined_by(knowledge: KnowledgeBase, example: Example) -> tuple[Example, ...]:
    """The examples that an example refines: the nearest first; where they run in a circle, each once."""
    found: list[Example] = []
    current = example
    while current.refines is not None and all(current.refines != one.id for one in (example, *found)):
        current = knowledge.examples[current.refines]
        found.append(current)
    return tuple(found)


def answer_counts_as(question: Question, answer: RecordedAnswer) -> Option:
    """The option that an answer to this question chose."""
    return next(option for option in question.options if option.id == answer.option)


def _between(question: Question, refined: Example, refining: Example) -> Iterator[AnswerClash]:
    for earlier in _definite(question, refined):
        for later in _definite(question, refining):
            first, second = answer_counts_as(question, earlier), answer_counts_as(question, later)
            if first.literal != second.literal and _comparable(earlier, later):
                yield AnswerClash(
                    question=question,
                    refined=refined,
                    refined_answer=earlier,
                    refined_option=first,
                    refining=refining,
                    refining_answer=later,
                    refining_option=second,
                )


def _definite(question: Question, example: Example) -> Iterator[RecordedAnswer]:
    for answer in example.answers:
        if answer.question == question.id and answer_counts_as(question, answer).literal is not None:
            yield answer


def _comparable(one: RecordedAnswer, other: RecordedAnswer) -> bool:
    return one.kind is other.kind and (one.kind is AnswerKind.POLL or one.by == other.by)
