"""What the site asks besides its claims: where that takes too many steps its page says so, and a note says it here."""

from collections.abc import Iterable, Iterator

from hornbook.diagnostics import Code, Diagnostic, Place, Related, Severity
from hornbook.logic import UNSETTLED, Literal
from hornbook.reasoning.asking import clash
from hornbook.reasoning.comparison import Compared, compare
from hornbook.reasoning.quiz import asked_in, examples_of, verdicts_on
from hornbook.reasoning.readings import facts_in
from hornbook.reasoning.scopes import Reasoning, Setting

QUESTION_UNSETTLED = Code(
    "question-unsettled",
    "Something that the site asks, and of which no claim states a verdict, takes more steps to settle than it may: its "
    "page says that it is not settled, or that there may be more.",
    "A claim that is settled in its own framework, and that a page also puts to one in which every combination of many "
    "alternatives has to be tried.",
    severity=Severity.NOTE,
)
_HINT = "the pages say so; leave out alternatives that exclude each other, if you want it settled"
_MOST_PLACES = 10
"""So many places that ask something are listed."""


def check_unsettled(reasoning: Reasoning) -> Iterator[Diagnostic]:
    """Find what pages put to frameworks that state no verdict on it, and cannot settle there; once for each framework.

    One that may contradict itself is reported as such. What is asked of facts, of words that may not apply and of
    implications that may be redundant is reported by the checks that ask it.
    """
    compared = compare(reasoning)
    for framework in reasoning.knowledge.frameworks.values():
        setting = reasoning.framework(framework.id)
        if clash(reasoning, setting) is not None:
            continue
        asked = sorted({*_compared(compared, framework.id), *_in_quiz(reasoning, setting)})
        if asked:
            several = f"{len(asked)} questions that pages put to it are" if len(asked) > 1 else "a question is"
            yield Diagnostic(
                framework.place,
                QUESTION_UNSETTLED,
                f"in `{framework.id}`, {several} not settled within the {setting.limit:,} steps that one may take",
                hint=_HINT,
                related=tuple(Related(place, "asked here") for place in asked[:_MOST_PLACES]),
            )


def unsettled(place: Place, what: str, setting: Setting) -> Diagnostic:
    """A note that something is not settled; `what` continues "whether"."""
    return Diagnostic(
        place,
        QUESTION_UNSETTLED,
        f"whether {what} is not settled within the steps that may be taken for it in `{setting.framework.id}`",
        hint=_HINT,
    )


def settled(reasoning: Reasoning, setting: Setting, given: Iterable[Literal] = ()) -> bool:
    """Whether it is known if what is given can hold together; else that is what a note tells, and nothing further."""
    found = clash(reasoning, setting, given)
    return found is None or found.proof is not None


def _compared(compared: Iterable[Compared], framework: str) -> Iterator[Place]:
    """Where a question is asked that others answer, and that this framework cannot."""
    for one in compared:
        answer = one.answers[framework]
        stated = {mention.claim.scope.framework for mention in one.mentions if mention.claim.scope.view is None}
        if answer is not None and answer.verdict is UNSETTLED and framework not in stated:
            yield one.claim.place


def _in_quiz(reasoning: Reasoning, setting: Setting) -> Iterator[Place]:
    """Where readers are asked what the facts of some example do not settle in this framework."""
    for question in reasoning.knowledge.questions.values():
        assumed = [
            one for framework, one in asked_in(reasoning.knowledge, question) if framework == setting.framework.id
        ]
        examples = [
            example
            for example in (examples_of(reasoning.knowledge, question) if assumed else ())
            if settled(reasoning, setting, facts_in(setting, example))
        ]
        verdicts = [
            verdict
            for assuming in assumed
            for example in examples
            for verdict in verdicts_on(reasoning, setting, question, example, assuming).values()
        ]
        if UNSETTLED in verdicts:
            yield question.place
