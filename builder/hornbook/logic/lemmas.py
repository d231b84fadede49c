"""Refutations by lemmas: what cannot hold together is found once and used wherever it serves.

A solver that learns clauses refutes what no case alone does (`solver`). Each clause that it learns follows from those
that it was made of by unit propagation (Goldberg, Novikov, "Verification of proofs of unsatisfiability for CNF
formulas", 2003; Beame, Kautz, Sabharwal, "Towards understanding and harnessing the potential of clause learning",
2004): suppose that none of its literals holds, and a contradiction is near. So it is written as a lemma, which says
that these suppositions cannot all hold. Proofs by nested cases are trees, in which the same is refuted again and again.
"""

from collections.abc import Mapping

from hornbook.logic.derivations import Line, cases, derive, opening, supposed
from hornbook.logic.solver import Learned, Solver
from hornbook.logic.steps import Steps
from hornbook.logic.theory import Index
from hornbook.logic.values import Clause, StepKind


def refute(index: Index, lines: Mapping[int, Line], under: tuple[int, ...], steps: Steps) -> Line:
    """A contradiction from lines that give one with the clauses, and are closed under propagation."""
    solver = Solver(len(index.atoms), steps)
    solver.learned = []
    open_clauses: dict[int, Clause] = {}
    unsettled = [place for place, literals in enumerate(index.literals) if lines.keys().isdisjoint(literals)]
    for place in unsettled:
        kept = solver.add(literal for literal in index.literals[place] if literal ^ 1 not in lines)
        open_clauses[id(kept)] = index.clauses[place]
    solver.solve([])
    state = _Refutation(index, lines, under, open_clauses, steps)
    return next(end for end in map(state.add, filter(state.is_new, solver.learned)) if end is not None)


class _Refutation:
    """The lines and lemmas that there are so far."""

    def __init__(
        self, index: Index, lines: Mapping[int, Line], under: tuple[int, ...], clauses: dict[int, Clause], steps: Steps
    ) -> None:
        self._index = index
        self._lines = lines
        self._under = under
        self._clauses = clauses
        """The clauses and lemmas, by what the solver keeps of them."""
        self._steps = steps
        self._lemmas: dict[str, Line] = {}

    def is_new(self, learned: Learned) -> bool:
        """Tell whether none of its literals is known to hold."""
        return self._lines.keys().isdisjoint(learned.literals)

    def add(self, learned: Learned) -> Line | None:
        """Add what was learned; give a contradiction where that makes one."""
        end = self._refuted(learned)
        supposed_here = end.under[len(self._under) :]
        if len(supposed_here) == 1:
            literal = supposed_here[0] ^ 1
            return self._propagated(cases(literal, end, supposed((*self._under, literal))))
        lemma = Line(kind=StepKind.LEMMA, literal=None, under=self._under, premises=(end,))
        name = self._index.another_name(len(self._lemmas))
        self._lemmas[name] = lemma
        told = map(self._index.literal, supposed_here)
        self._clauses[id(learned.clause)] = Clause(name, tuple(told), None)
        return None

    def _refuted(self, learned: Learned) -> Line:
        """The contradiction in supposing that none of these literals holds."""
        used = [clause for clause in map(self._clauses.get, map(id, learned.resolved)) if clause is not None]
        part = Index(used, (), whole=self._index)
        self._steps.spend(len(used) + len(self._lines))
        denied = [literal ^ 1 for literal in learned.literals if literal ^ 1 not in self._lines]
        sources = opening((*self._under, *denied), len(self._under))
        end = derive(part, self._lines, sources, goal=None, lemmas=self._lemmas).end
        assert end is not None
        return end

    def _propagated(self, fact: Line) -> Line | None:
        """Keep a line and all that it gives; a contradiction if that is among it."""
        whole = self._index.extended(self._lemma_clauses())
        self._steps.spend(len(whole.clauses))
        found = derive(whole, self._lines, [fact], goal=None, lemmas=self._lemmas)
        self._lines = found.lines
        return found.end

    def _lemma_clauses(self) -> list[Clause]:
        return [clause for clause in self._clauses.values() if clause.name in self._lemmas]
