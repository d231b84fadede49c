"""Questions to a theory: what the clauses say of a goal once some literals are taken as given."""

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from hornbook.logic.forward import Closure
from hornbook.logic.models import Models, told, told_beyond
from hornbook.logic.proofs import clash, prove, prove_forward
from hornbook.logic.steps import Steps, StepsSpent
from hornbook.logic.theory import Index, Theory
from hornbook.logic.values import UNSETTLED, Answer, Literal, Model, Proof, Step, StepKind, Verdict

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
    literals, index = list(given), theory.index
    try:
        known, wanted = index.numbers(literals), index.number(goal)
    except KeyError:
        return _answer_beyond(theory, set(literals), goal, limit)
    try:
        return (_answer_on_horn if index.horn else _answer)(index, known, wanted, Steps(limit))
    except StepsSpent:
        return Answer(UNSETTLED)


def contradiction(theory: Theory, given: Iterable[Literal] = (), limit: int = QUESTION_STEPS) -> Answer | None:
    """Tell that the given literals cannot hold together with the clauses, by a proof; None where they can.

    Past `limit` steps the answer is unsettled.
    """
    literals = set(given)
    within = [literal for literal in literals if literal.atom in theory.atoms]
    if len(within) < len(literals) and (clashing := _clash(literals)) is not None:
        return clashing
    index, steps = theory.index, Steps(limit)
    known = index.numbers(within)
    try:
        possible = _closed(index, known) is not None if index.horn else Models(index, steps).exist(known)
        return None if possible else Answer(Verdict.CONTRADICTORY, prove(index, known, None, steps))
    except StepsSpent:
        return Answer(UNSETTLED)


def _answer_beyond(theory: Theory, given: AbstractSet[Literal], goal: Literal, limit: int) -> Answer:
    """The same where some atoms are not the theory's: each of them is as it is given, or may be either way."""
    clashing = _clash(given)
    if clashing is not None:
        return clashing
    within = [literal for literal in given if literal.atom in theory.atoms]
    beyond = {literal.atom: literal.holds for literal in given if literal.atom not in theory.atoms}
    if goal.atom in theory.atoms:
        answer = ask(theory, within, goal, limit)
        shown = (answer.model_with, answer.model_without)
        with_goal, without = (None if model is None else _told_too(model, beyond) for model in shown)
        return replace(answer, model_with=with_goal, model_without=without)
    index, steps = theory.index, Steps(limit)
    try:
        model = _first(index, index.numbers(within), steps)
        if model is None:
            return Answer(Verdict.CONTRADICTORY, prove(index, index.numbers(within), None, steps))
    except StepsSpent:
        return Answer(UNSETTLED)
    with_goal, without = (_told_too(model, {goal.atom: holds} | beyond) for holds in (goal.holds, not goal.holds))
    if goal.atom not in beyond:
        return Answer(Verdict.OPEN, model_with=with_goal, model_without=without)
    proof = Proof((Step(StepKind.GIVEN, Literal(goal.atom, beyond[goal.atom])),))
    return _certain(proof, with_goal, follows=beyond[goal.atom] is goal.holds)


def _clash(given: AbstractSet[Literal]) -> Answer | None:
    """The contradiction in what is given, if it holds a literal and its negation."""
    for literal in sorted(given):
        if literal.holds and literal.negated() in given:
            return Answer(Verdict.CONTRADICTORY, clash(literal))
    return None


def _first(index: Index, known: Sequence[int], steps: Steps) -> Model | None:
    """The first model in which these literals hold."""
    if index.horn:
        closure = _closed(index, known)
        return None if closure is None else told_beyond(index, closure.found)
    model = Models(index, steps).first(known)
    return None if model is None else told(index, model)


def _told_too(model: Mapping[str, bool], beyond: Mapping[str, bool]) -> Model:
    """A model with the values of atoms that the theory does not have."""
    assert isinstance(model, Model)
    return Model(model.base, model.flipped, beyond)


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
    certain = frozenset(closure.found)
    least = told_beyond(index, certain)
    if atom in closure:
        return _certain(prove_forward(index, frozenset(known), atom, closure), least, follows=wanted == atom)
    if not _added(closure, [atom], known):
        return _certain(prove(index, known, atom ^ 1, steps), least, follows=wanted != atom)
    beyond = closure.found - certain
    holding = told_beyond(index, closure.found)
    if wanted == atom:
        return Answer(Verdict.OPEN, model_with=holding, model_without=least)
    failing = least if len(beyond) == 1 else told_beyond(index, _most_without(index, [*known, wanted], beyond))
    return Answer(Verdict.OPEN, model_with=failing, model_without=holding)


def _certain(proof: Proof, model: Model, *, follows: bool) -> Answer:
    if follows:
        return Answer(Verdict.FOLLOWS, proof, model_with=model)
    return Answer(Verdict.REFUTED, proof, model_without=model)


def _closed(index: Index, known: Sequence[int]) -> Closure | None:
    """What holds for certain on Horn clauses once these literals do; None where they are contradictory."""
    closure = Closure(index.forward)
    possible = not index.forward.contradictory
    return closure if possible and _added(closure, [each for each in known if each & 1], known) else None


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
