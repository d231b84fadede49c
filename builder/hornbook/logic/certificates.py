"""An independent checker of certificates: it tells whether a proof or a model bears its verdict out.

It shares no code with the engine and searches for nothing; it reads each step once and compares. The semantics
that it holds steps to is written at `Step`.
"""

from collections.abc import Callable, Iterable, Mapping
from itertools import chain

from hornbook.logic.values import UNSETTLED, Answer, Clause, Literal, Model, Proof, Step, StepKind, Unsettled, Verdict

_Shown = tuple[bool, bool, bool]
"""Whether there is a proof, a model in which the goal is true, and one in which it is false."""

_NEEDED: Mapping[Verdict | Unsettled, _Shown] = {
    Verdict.FOLLOWS: (True, True, False),
    Verdict.REFUTED: (True, False, True),
    Verdict.OPEN: (False, True, True),
    Verdict.CONTRADICTORY: (True, False, False),
    UNSETTLED: (False, False, False),
}


class Checker:
    """The clauses of one theory, against which many certificates are held.

    Models of one theory are told by how they differ from a base. The base is read once; of each model then only the
    clauses that the base breaks and those with a literal that is true in the base and not in the model.
    """

    def __init__(self, clauses: Iterable[Clause]) -> None:
        """Keep the clauses, by name and by atom."""
        self._clauses = tuple(clauses)
        self._named = {clause.name: clause for clause in self._clauses}
        self._with: dict[tuple[str, bool], list[Clause]] = {}
        """The clauses by the literals of their disjunctions."""
        for clause in self._clauses:
            for premise in clause.premises:
                self._with.setdefault((premise.atom, not premise.holds), []).append(clause)
            if clause.conclusion is not None:
                self._with.setdefault((clause.conclusion.atom, clause.conclusion.holds), []).append(clause)
        self._base: Mapping[str, bool] | None = None
        self._suspect: tuple[Clause, ...] = self._clauses
        """The clauses that the base breaks."""

    def clause(self, name: str) -> Clause:
        """The clause of this name."""
        return self._named[name]

    def flaw(self, given: Iterable[Literal], goal: Literal, answer: Answer) -> str | None:
        """None if the certificate establishes the verdict; otherwise what is wrong with it, in words."""
        given = set(given)
        shown = (answer.proof is not None, answer.model_with is not None, answer.model_without is not None)
        for there, needed, what in zip(
            shown, _NEEDED[answer.verdict], ("proof", "model with the goal", "model without the goal"), strict=True
        ):
            if there != needed:
                return f"the verdict is {answer.verdict}, and there is {'a' if there else 'no'} {what}"
        proved = (
            goal if answer.verdict is Verdict.FOLLOWS else goal.negated() if answer.verdict is Verdict.REFUTED else None
        )
        flaws = (
            None if answer.proof is None else self.proof_flaw(given, proved, answer.proof),
            None if answer.model_with is None else self._model_flaw(given | {goal}, answer.model_with),
            None if answer.model_without is None else self._model_flaw(given | {goal.negated()}, answer.model_without),
        )
        return next((flaw for flaw in flaws if flaw is not None), None)

    def proof_flaw(self, given: Iterable[Literal], proved: Literal | None, proof: Proof) -> str | None:
        """None if the proof proves this literal, or with None a contradiction; otherwise what is wrong with it."""
        if len(self._named) < len(self._clauses):
            return "two clauses have one name"
        if not proof.steps:
            return "the proof has no steps"
        flaw = _steps_flaw(proof.steps, self._named, set(given))
        if flaw is None and proof.steps[-1].under:
            flaw = "the last step stands under a supposition"
        if flaw is None and (proof.steps[-1].literal != proved or proof.steps[-1].kind is StepKind.LEMMA):
            flaw = f"the last step is not {'a contradiction' if proved is None else proved}"
        return flaw

    def _model_flaw(self, required: set[Literal], model: Mapping[str, bool]) -> str | None:
        doubtful: Iterable[Clause] = self._clauses
        if isinstance(model, Model):
            if self._base is not model.base:
                self._base = model.base
                self._suspect = tuple(clause for clause in self._clauses if not _is_true(clause, model.base))
            lost = ((atom, model.base.get(atom) is True) for atom in model.flipped)
            doubtful = chain(self._suspect, *(self._with.get(literal, ()) for literal in lost))
        failing = [literal for literal in required if model.get(literal.atom) is not literal.holds]
        if failing:
            return f"{min(failing)} does not hold in its model"
        broken = sorted(clause.name for clause in doubtful if not _is_true(clause, model))
        return f"the model breaks the clause {broken[0]}" if broken else None


def verify(clauses: Iterable[Clause], given: Iterable[Literal], goal: Literal, answer: Answer) -> str | None:
    """None if the certificate establishes the verdict; otherwise what is wrong with it, in words."""
    return Checker(clauses).flaw(given, goal, answer)


def verify_contradiction(clauses: Iterable[Clause], given: Iterable[Literal], proof: Proof) -> str | None:
    """None if the proof shows that the given literals contradict the clauses; otherwise what is wrong with it."""
    return Checker(clauses).proof_flaw(given, None, proof)


def _is_true(clause: Clause, model: Mapping[str, bool]) -> bool:
    """Tell whether a literal of the clause is true; one of an atom that the model says nothing of is not."""
    for premise in clause.premises:
        if model.get(premise.atom) is (not premise.holds):
            return True
    return clause.conclusion is not None and model.get(clause.conclusion.atom) is clause.conclusion.holds


def _disjunction(clause: Clause) -> tuple[Literal, ...]:
    """The clause's literals, in the order in which it has them."""
    negated = tuple(premise.negated() for premise in clause.premises)
    return negated if clause.conclusion is None else (*negated, clause.conclusion)


def _steps_flaw(steps: tuple[Step, ...], named: dict[str, Clause], given: set[Literal]) -> str | None:
    opened: set[tuple[Literal, ...]] = {()}
    for number, step in enumerate(steps):
        if not all(0 <= premise < number for premise in step.premises):
            return f"step {number} rests on a step that is not before it"
        premises = [steps[premise] for premise in step.premises]
        flaw = _step_flaw(step, premises, named, given)
        if flaw is None and step.kind is StepKind.BY_LEMMA:
            flaw = _by_lemma_flaw(step, premises, steps)
        if step.kind is StepKind.SUPPOSED and step.under[:-1] in opened:
            opened.add(step.under)
        if flaw is None and step.under not in opened:
            flaw = "stands in a case that was not opened"
        if flaw is not None:
            return f"step {number} {flaw}"
    return None


def _step_flaw(step: Step, premises: list[Step], named: dict[str, Clause], given: set[Literal]) -> str | None:
    if any(premise.kind is StepKind.LEMMA for premise in premises[step.kind is StepKind.BY_LEMMA :]):
        return "takes a lemma for something else"
    if step.kind is StepKind.CLAUSE:
        return _clause_flaw(step, premises, named)
    if step.clause is not None:
        return "names a clause that it does not use"
    if step.kind is StepKind.GIVEN:
        sound = step.literal in given and not premises and not step.under
        return None if sound else "is not one of the given literals"
    if step.kind is StepKind.SUPPOSED:
        sound = step.under[-1:] == (step.literal,) and not premises
        return None if sound else "does not suppose the last of its suppositions"
    return _FLAW_OF[step.kind](step, premises)


def _clause_flaw(step: Step, premises: list[Step], named: dict[str, Clause]) -> str | None:
    clause = None if step.clause is None else named.get(step.clause)
    if clause is None:
        return "names a clause that there is not"
    return _used_flaw(step, premises, _disjunction(clause), f"the clause {clause.name}") or _place_flaw(step, premises)


def _used_flaw(step: Step, premises: list[Step], disjunction: tuple[Literal, ...], what: str) -> str | None:
    if step.literal is not None and step.literal not in disjunction:
        return f"has a literal that is not in {what}"
    needed = [literal.negated() for literal in dict.fromkeys(disjunction) if literal != step.literal]
    if [premise.literal for premise in premises] != needed:
        return f"has not the premises that {what} needs"
    return None


def _place_flaw(step: Step, premises: list[Step]) -> str | None:
    if any(step.under[: len(premise.under)] != premise.under for premise in premises):
        return "rests on a step of a case that it is outside of"
    if len(step.under) != max((len(premise.under) for premise in premises), default=0):
        return "stands under a supposition that none of its premises needs"
    return None


def _lemma_flaw(step: Step, premises: list[Step]) -> str | None:
    if step.literal is not None or len(premises) != 1 or premises[0].literal is not None:
        return "does not rest on a contradiction alone"
    end = premises[0].under
    if len(end) <= len(step.under) or end[: len(step.under)] != step.under:
        return "does not stand where the suppositions begin that cannot hold together"
    return None


def _by_lemma_flaw(step: Step, premises: list[Step], steps: tuple[Step, ...]) -> str | None:
    if not premises or premises[0].kind is not StepKind.LEMMA:
        return "does not rest on a lemma"
    (end,) = premises[0].premises
    together = steps[end].under[len(premises[0].under) :]
    negated = tuple(literal.negated() for literal in together)
    return _used_flaw(step, premises[1:], negated, f"the lemma of step {step.premises[0]}") or _place_flaw(
        step, premises
    )


def _cases_flaw(step: Step, premises: list[Step]) -> str | None:
    if len(premises) != 2:
        return "does not rest on the ends of two cases"
    positive, negative = premises
    opened = positive.under[-1:]
    if opened == () or not opened[0].holds:
        return "does not begin with the case in which an atom holds"
    if positive.under != (*step.under, opened[0]) or negative.under != (*step.under, opened[0].negated()):
        return "does not rest on a case and its opposite, opened where it stands"
    if not {positive.literal, negative.literal} <= {step.literal, None}:
        return "has a case that ends with something else"
    return None


def _clash_flaw(step: Step, premises: list[Step]) -> str | None:
    if len(premises) != 2 or any(premise.kind is not StepKind.GIVEN for premise in premises):
        return "does not rest on two given literals"
    positive, negative = (premise.literal for premise in premises)
    if positive is None or not positive.holds or negative != positive.negated():
        return "does not rest on a literal and its negation"
    if step.literal is not None or step.under:
        return "is not a contradiction in what was given"
    return None


_FLAW_OF: Mapping[StepKind, Callable[[Step, list[Step]], str | None]] = {
    StepKind.CASES: _cases_flaw,
    StepKind.LEMMA: _lemma_flaw,
    StepKind.BY_LEMMA: lambda _step, _premises: None,
    StepKind.CLASH: _clash_flaw,
}
