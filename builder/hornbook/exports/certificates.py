"""Certificates of verdicts as data: proofs step by step, and situations as assignments."""

from collections.abc import Mapping

from hornbook.logic import Answer, Proof, Step

MOST_STEPS = 200
"""Of a longer proof it is told how long it is; the claim's page holds all of it."""
MOST_ATOMS = 200
"""Likewise of a situation in which more atoms have a value."""


def certificate_data(answer: Answer) -> dict[str, object]:
    """What bears a verdict out: a proof, and the situations that show what else may or may not be.

    `with` is a situation in which all that is given and the goal hold, `without` one in which the goal fails.
    """
    proof = {} if answer.proof is None else _proof(answer.proof)
    situations = {
        name: _situation(model)
        for name, model in (("with", answer.model_with), ("without", answer.model_without))
        if model is not None
    }
    return {**proof, **({"situations": situations} if situations else {})}


def proof_data(proof: Proof) -> list[dict[str, object]]:
    """A proof as data: its steps, each with the numbers of those that it rests on."""

    def one(step: Step) -> dict[str, object]:
        return {
            "kind": step.kind.value,
            "literal": None if step.literal is None else str(step.literal),
            "implication": None if step.clause is None else step.clause.partition("/")[0],
            "from": list(step.premises),
            "under": [str(literal) for literal in step.under],
        }

    return [one(step) for step in proof.steps]


def _proof(proof: Proof) -> dict[str, object]:
    told = {"proof": proof_data(proof)} if len(proof.steps) <= MOST_STEPS else {}
    return {"steps": len(proof.steps), **told}


def _situation(model: Mapping[str, bool]) -> dict[str, object]:
    if len(model) > MOST_ATOMS:
        return {"atoms": len(model)}
    holding, failing = ([atom for atom, holds in model.items() if holds is wanted] for wanted in (True, False))
    return {"atoms": len(model), "holds": holding, "fails": failing}
