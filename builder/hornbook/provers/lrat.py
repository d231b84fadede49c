"""Proofs in LRAT, which small checkers read, verified ones among them.

Cruz-Filipe, Heule, Hunt, Kaufmann, Schneider-Kamp, "Efficient certified RAT verification" (2017). Each step of a proof
becomes a clause: one of the suppositions that it stands under fails, or its literal holds. So the two cases of a split
are two clauses, a lemma is one, and each follows from earlier ones by unit propagation along the hints behind it.
"""

from collections.abc import Iterable, Sequence

from hornbook.logic import Literal, Proof, Step, StepKind
from hornbook.provers.cnf import Cnf


def lrat(cnf: Cnf, proof: Proof) -> str:
    """The proof that these clauses cannot be satisfied, from one of a contradiction in them or of what denies the last.

    The proof is one of the theory that `cnf` was made of: of what contradicts the last literal taken, or of a
    contradiction (then its last literal is None).
    """
    written = _Written(cnf)
    numbers: list[int | None] = []
    for step in proof.steps:
        numbers.append(written.step(step, numbers))
    if proof.steps[-1].literal is not None:
        written.clause((), (numbers[-1], len(cnf.clauses)))
    return "\n".join((*written.lines, ""))


class _Written:
    """The lines that there are so far."""

    def __init__(self, cnf: Cnf) -> None:
        self._cnf = cnf
        self._clauses = dict(enumerate(cnf.clauses, 1))
        self._of_theory = {name: number for number, name in enumerate(cnf.names, 1)}
        self._of_taken = {literal: number for number, literal in enumerate(cnf.taken, 1 + len(cnf.names))}
        self.lines: list[str] = []

    def step(self, step: Step, numbers: Sequence[int | None]) -> int | None:
        """The clause that a step becomes, given those of earlier ones; None for a supposition, which needs none."""
        match step.kind:
            case StepKind.GIVEN:
                assert step.literal is not None
                return self._of_taken[step.literal]
            case StepKind.SUPPOSED:
                return None
            case StepKind.LEMMA:  # says what the contradiction that it rests on says
                return numbers[step.premises[0]]
            case StepKind.CLAUSE:
                assert step.clause is not None
                used = [self._of_theory[step.clause]]
            case _:
                used = []
        # The grounds first: what uses them is then down to one literal. A lemma is the first of its step's premises.
        return self.clause(self._said(step), (*(numbers[each] for each in reversed(step.premises)), *used))

    def clause(self, literals: Iterable[int], hints: Iterable[int | None]) -> int:
        """Write a clause that follows by unit propagation along these clauses; what tells nothing new is no hint."""
        clause = tuple(dict.fromkeys(literals))
        true, used = {-literal for literal in clause}, []
        for hint in hints:
            if hint is None or not true.isdisjoint(self._clauses[hint]):
                continue
            used.append(hint)
            left = [literal for literal in self._clauses[hint] if -literal not in true]
            if not left:
                break
            (unit,) = left
            true.add(unit)
        else:
            raise AssertionError("a step of a proof does not follow by unit propagation")
        number = len(self._clauses) + 1
        self._clauses[number] = clause
        self.lines.append(" ".join(map(str, (number, *clause, 0, *used, 0))))
        return number

    def _said(self, step: Step) -> tuple[int, ...]:
        told: tuple[Literal, ...] = () if step.literal is None else (step.literal,)
        return tuple(map(self._cnf.number, (*(one.negated() for one in step.under), *told)))
