"""Questions to a theory: what the clauses say of a goal once some literals are taken as given."""

from collections.abc import Iterable, Sequence

from hornbook.logic.forward import Closure
from hornbook.logic.models import Models, told, told_beyond
from hornbook.logic.proofs import prove, prove_forward
from hornbook.logic.steps import Steps, StepsSpent
from hornbook.logic.theory import Index, Theory
from hornbook.logic.values import UNSETTLED, Answer, Literal, Model, Proof, Verdict

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

    Atoms that the theory does not have are unconstrained. On Horn clauses the verdict takes no steps, and time linear
    in the size of those clauses of which some premises hold, not of all.
    """
    literals = set(given)
    theory = theory.about([*literals, goal])
    index = theory.index
    known, wanted = index.numbers(literals), index.number(goal)
    try:
        return (_answer_on_horn if index.horn else _answer)(index, known, wanted, Steps(limit))
    except StepsSpent:
        return Answer(UNSETTLED)


def contradiction(theory: Theory, given: Iterable[Literal] = (), limit: int = QUESTION_STEPS) -> Answer | None:
    """Tell that the given literals cannot hold together with the clauses, by a proof; None where they can.

    Past `limit` steps the answer is unsettled.
    """
    literals = set(given)
    theory = theory.about(literals)
    index, steps = theory.index, Steps(limit)
    known = index.numbers(literals)
    try:
        possible = _closed(index, known) is not None if index.horn else Models(index, steps).exist(known)
        return None if possible else Answer(Verdict.CONTRADICTORY, prove(index, known, None, steps))
    except StepsSpent:
        return Answer(UNSETTLED)


def _answer(index: Index, known: Sequence[int], wanted: int, steps: Steps) -> Answer:
    models = Models(index, steps)
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


def _answer_on_horn(index: Index, known: Sequence[int], wanted: int, steps: Steps) -> Answer:
    """The same by what holds for certain, whatever the goal; in the least model the rest fails."""
    closure, atom = _closed(index, known), wanted | 1
    if closure is None:
        return Answer(Verdict.CONTRADICTORY, prove(index, known, None, steps))
    least = told_beyond(index, closure.order)
    if atom in closure:
        return _certain(prove_forward(index, frozenset(known), atom, closure), least, follows=wanted == atom)
    certain = len(closure.order)
    if not _added(closure, [atom], known):
        return _certain(prove(index, known, atom ^ 1, steps), least, follows=wanted != atom)
    holding = told_beyond(index, closure.order)
    if wanted == atom:
        return Answer(Verdict.OPEN, model_with=holding, model_without=least)
    failing = told_beyond(index, _most_without(index, [*known, wanted], closure.order[certain:]))
    return Answer(Verdict.OPEN, model_with=failing, model_without=holding)


def _certain(proof: Proof, model: Model, *, follows: bool) -> Answer:
    if follows:
        return Answer(Verdict.FOLLOWS, proof, model_with=model)
    return Answer(Verdict.REFUTED, proof, model_without=model)


def _closed(index: Index, known: Sequence[int]) -> Closure | None:
    """What holds for certain on Horn clauses once these literals do; None where they are contradictory."""
    closure = Closure(index.forward)
    possible = not index.forward.contradictory
    return closure if possible and _added(closure, (each for each in known if each & 1), known) else None


def _added(closure: Closure, literals: Iterable[int], known: Sequence[int]) -> bool:
    """Add positive literals; False where they contradict the clauses or what is known to fail."""
    return closure.add(literals) and not any(each ^ 1 in closure for each in known if not each & 1)


def _most_without(index: Index, literals: Sequence[int], wanted: Iterable[int]) -> list[int]:
    """The positive literals beyond those that hold anyway, once those wanted were added that can be, first come first.

    The literals can hold together.
    """
    state = Models(index, Steps()).closed(literals)
    assert state is not None
    for literal in sorted(wanted):
        state.assume(literal)
    return [literal for literal in state.order if literal & 1 and literal not in index.forward.alone]
