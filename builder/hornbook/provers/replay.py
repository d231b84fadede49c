"""A proof as data for the reader's browser, where a script that shares nothing with the builder replays it."""

from hornbook.logic import Literal, Proof, Step, StepKind, Theory

Replayable = tuple[list[list[int]], list[tuple[list[int], list[int], int]]]
"""The clauses used, and for each step: what it says, the steps that it rests on, and the clause that it uses.

What a step says is a clause: one of its suppositions fails, or its literal holds. It follows by unit propagation from
what its grounds say and from the clause, if any (else -1). What is given rests on nothing and uses none (-2). A literal
is twice its atom's place, plus one if it holds.
"""
_GIVEN, _NO_CLAUSE = -2, -1


def replayable(theory: Theory, proof: Proof) -> Replayable:
    """The proof as numbers alone, so that it is short as an attribute."""
    index = theory.index
    used = dict.fromkeys(step.clause for step in proof.steps if step.clause is not None)
    places: dict[str, int] = {}

    def number(literal: Literal) -> int:
        return 2 * places.setdefault(literal.atom, len(places)) + literal.holds

    named = (index.clauses[index.place[name]] for name in used)
    clauses = [sorted(map(number, sorted(clause.literals()))) for clause in named]
    order = list(used)
    steps: list[tuple[list[int], list[int], int]] = []
    for step in proof.steps:
        if step.kind is StepKind.LEMMA:  # says what the contradiction that it rests on says
            said = steps[step.premises[0]][0]
        else:
            said = [number(literal) for literal in _said(step)]
        clause = _NO_CLAUSE if step.clause is None else order.index(step.clause)
        steps.append((said, list(step.premises), _GIVEN if step.kind is StepKind.GIVEN else clause))
    return clauses, steps


def _said(step: Step) -> tuple[Literal, ...]:
    denied = tuple(literal.negated() for literal in step.under)
    return denied if step.literal is None else (*denied, step.literal)
