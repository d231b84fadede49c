"""Questions to a theory: what the clauses say of a goal once some literals are taken as given."""

from collections.abc import Iterable, Sequence

from hornbook.logic.models import Models, told
from hornbook.logic.proofs import prove
from hornbook.logic.steps import Steps, StepsSpent
from hornbook.logic.theory import Theory
from hornbook.logic.values import UNSETTLED, Answer, Literal, Verdict

QUESTION_STEPS = 2_000_000
"""The most that any one question may take: about a second."""


def ask(theory: Theory, given: Iterable[Literal], goal: Literal, limit: int = QUESTION_STEPS) -> Answer:
    """Answer whether the goal follows from the clauses and what is given, with a certificate.

    The verdict is the first of these that applies: contradictory (the given cannot hold with the clauses),
    follows, refuted (the negation follows), open. The proof is the cheapest there is by unit propagation, else
    one by cases. Where all that takes more than `limit` steps (`steps` says what counts), it is unsettled.

    The two models of an open question differ as little as can be, atom by atom. In the one without the goal every
    other atom, in the order of the ids, fails unless the clauses, what is given, the denied goal and what was chosen
    before exclude that. In the one with the goal it then has its value of that model unless that is excluded.

    Atoms that the theory does not have are unconstrained. On Horn clauses the verdict takes time linear in the size
    of the clauses, and no steps.
    """
    literals = sorted(set(given))
    theory = theory.about([*literals, goal])
    known, wanted = theory.index.numbers(literals), theory.index.number(goal)
    try:
        return _answer(theory, known, wanted, Steps(limit))
    except StepsSpent:
        return Answer(UNSETTLED)


def contradiction(theory: Theory, given: Iterable[Literal] = (), limit: int = QUESTION_STEPS) -> Answer | None:
    """Tell that the given literals cannot hold together with the clauses, by a proof; None where they can.

    Past `limit` steps the answer is unsettled.
    """
    literals = sorted(set(given))
    theory = theory.about(literals)
    known, steps = theory.index.numbers(literals), Steps(limit)
    try:
        if Models(theory.index, steps).exist(known):
            return None
        return Answer(Verdict.CONTRADICTORY, prove(theory.index, known, None, steps))
    except StepsSpent:
        return Answer(UNSETTLED)


def _answer(theory: Theory, known: Sequence[int], wanted: int, steps: Steps) -> Answer:
    index, models = theory.index, Models(theory.index, steps)
    given = models.some(known)
    if given is None:
        return Answer(Verdict.CONTRADICTORY, prove(index, known, None, steps))
    without = models.first([*known, wanted ^ 1])
    if without is None:
        return Answer(Verdict.FOLLOWS, prove(index, known, wanted, steps), model_with=told(index, given))
    with_goal = models.first([*known, wanted], sorted(without))
    if with_goal is None:
        return Answer(Verdict.REFUTED, prove(index, known, wanted ^ 1, steps), model_without=told(index, given))
    return Answer(Verdict.OPEN, model_with=told(index, with_goal), model_without=told(index, without))
