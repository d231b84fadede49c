"""Everything that unit propagation gives, with its grounds: one deduction in place of a proof for each literal."""

from collections.abc import Iterable

from hornbook.logic.derivations import Line, derive
from hornbook.logic.theory import Theory
from hornbook.logic.values import Literal, Proof, Step, StepKind


def deduction(theory: Theory, given: Iterable[Literal]) -> Proof | None:
    """A step for each literal that unit propagation gives from these ones, after the steps that it rests on.

    The steps up to any literal hold a cheapest proof of it (`derivations` says what costs count), in time that is
    nearly linear in the clauses for all of them together. None where the given literals are found contradictory.
    """
    literals = sorted(set(given))
    if len({literal.atom for literal in literals}) < len(literals):
        return None
    index = theory.about(literals).index
    sources = [Line(kind=StepKind.GIVEN, literal=number) for number in index.numbers(literals)]
    found = derive(index, {}, sources, goal=None)
    if found.end is not None:
        return None
    place = {literal: number for number, literal in enumerate(found.lines)}
    return Proof(
        tuple(
            Step(
                kind=line.kind,
                literal=index.literal(literal),
                clause=line.clause,
                premises=tuple(place[premise.literal] for premise in line.premises if premise.literal is not None),
            )
            for literal, line in found.lines.items()
        )
    )
