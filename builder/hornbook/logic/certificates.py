"""An independent checker of certificates: it tells whether a proof or a model bears its verdict out.

It shares no code with the engine and searches for nothing; it reads each step once and compares. The semantics
that it holds steps to is written at `Step`.
"""

from collections.abc import Iterable

from hornbook.logic.values import Answer, Clause, Literal, Model, Proof, Step, StepKind, Verdict


def verify(clauses: Iterable[Clause], given: Iterable[Literal], goal: Literal, answer: Answer) -> str | None:
    """None if the certificate establishes the verdict; otherwise what is wrong with it, in words.

    That what is given is consistent has a certificate only where the verdict is open.
    """
    clauses, given = list(clauses), set(given)
    if answer.verdict is Verdict.OPEN:
        return _models_flaw(clauses, given, goal, answer)
    if answer.model_with is not None or answer.model_without is not None:
        return f"the verdict is {answer.verdict}, but there is a model"
    if answer.proof is None:
        return "there is no proof"
    proved = {Verdict.FOLLOWS: goal, Verdict.REFUTED: goal.negated(), Verdict.CONTRADICTORY: None}
    return _proof_flaw(clauses, given, proved[answer.verdict], answer.proof)


def verify_contradiction(clauses: Iterable[Clause], given: Iterable[Literal], proof: Proof) -> str | None:
    """None if the proof shows that the given literals contradict the clauses; otherwise what is wrong with it."""
    return _proof_flaw(list(clauses), set(given), None, proof)


def _models_flaw(clauses: list[Clause], given: set[Literal], goal: Literal, answer: Answer) -> str | None:
    if answer.proof is not None:
        return "the verdict is open, but there is a proof"
    if answer.model_with is None or answer.model_without is None:
        return "a model is missing"
    return _model_flaw(clauses, given | {goal}, answer.model_with) or _model_flaw(
        clauses, given | {goal.negated()}, answer.model_without
    )


def _model_flaw(clauses: list[Clause], required: set[Literal], model: Model) -> str | None:
    atoms = {literal.atom for clause in clauses for literal in clause.literals()}
    atoms.update(literal.atom for literal in required)
    for atom in sorted(atoms):
        if not isinstance(model.get(atom), bool):
            return f"the model says nothing of {atom}"
    for literal in sorted(required):
        if model[literal.atom] != literal.holds:
            return f"{literal} does not hold in its model"
    for clause in clauses:
        if not any(model[literal.atom] == literal.holds for literal in clause.literals()):
            return f"the model breaks the clause {clause.name}"
    return None


def _proof_flaw(clauses: list[Clause], given: set[Literal], proved: Literal | None, proof: Proof) -> str | None:
    named = {clause.name: clause for clause in clauses}
    if len(named) < len(clauses):
        return "two clauses have one name"
    if not proof.steps:
        return "the proof has no steps"
    flaw = _steps_flaw(proof.steps, named, given)
    if flaw is None and proof.steps[-1].under:
        flaw = "the last step stands under a supposition"
    if flaw is None and proof.steps[-1].literal != proved:
        flaw = f"the last step is not {'a contradiction' if proved is None else proved}"
    return flaw


def _steps_flaw(steps: tuple[Step, ...], named: dict[str, Clause], given: set[Literal]) -> str | None:
    opened: set[tuple[Literal, ...]] = {()}
    for number, step in enumerate(steps):
        if not all(0 <= premise < number for premise in step.premises):
            return f"step {number} rests on a step that is not before it"
        premises = [steps[premise] for premise in step.premises]
        flaw = _step_flaw(step, premises, named, given)
        if step.kind is StepKind.SUPPOSED and step.under[:-1] in opened:
            opened.add(step.under)
        if flaw is None and step.under not in opened:
            flaw = "stands in a case that was not opened"
        if flaw is not None:
            return f"step {number} {flaw}"
    return None


def _step_flaw(step: Step, premises: list[Step], named: dict[str, Clause], given: set[Literal]) -> str | None:
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
    return _cases_flaw(step, premises) if step.kind is StepKind.CASES else _clash_flaw(step, premises)


def _clause_flaw(step: Step, premises: list[Step], named: dict[str, Clause]) -> str | None:
    clause = None if step.clause is None else named.get(step.clause)
    if clause is None:
        return "names a clause that there is not"
    disjunction = [premise.negated() for premise in clause.premises]
    if clause.conclusion is not None:
        disjunction.append(clause.conclusion)
    if step.literal is not None and step.literal not in disjunction:
        return f"has a literal that is not in the clause {clause.name}"
    needed = [literal.negated() for literal in dict.fromkeys(disjunction) if literal != step.literal]
    if [premise.literal for premise in premises] != needed:
        return f"has not the premises that the clause {clause.name} needs"
    if any(step.under[: len(premise.under)] != premise.under for premise in premises):
        return "rests on a step of a case that it is outside of"
    if len(step.under) != max((len(premise.under) for premise in premises), default=0):
        return "stands under a supposition that none of its premises needs"
    return None


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
