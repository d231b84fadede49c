"""Proofs of what unit propagation alone does not give: by cases, contradiction being one of them.

The search is that of Sheeran, Stålmarck, "A tutorial on Stålmarck's proof procedure" (2000): suppose an atom, then
its negation, propagate both, and keep what they have in common; where nothing new comes of that, what is left is
refuted by lemmas (`lemmas`). It runs on few clauses: those of a refutation by propagation if there is one, otherwise
a minimal unsatisfiable set of them. It is complete; the proofs are short, not shortest.
"""

from collections.abc import Mapping, Sequence
from contextlib import suppress

from hornbook.logic.derivations import Derivations, Line, cases, derive, supposed
from hornbook.logic.lemmas import refute
from hornbook.logic.propagation import Propagation
from hornbook.logic.solver import Solver
from hornbook.logic.steps import Steps, StepsSpent
from hornbook.logic.theory import Index

SHORTENING_STEPS = 250_000
"""What may be spent on finding out which clauses of a contradiction are not needed."""

FEW = 32
"""Up to so many clauses, a proof by contradiction is compared with every way to tell two cases apart."""


def derive_by_cases(
    index: Index, lines: Mapping[int, Line], given: Sequence[int], goal: int | None, steps: Steps
) -> Line:
    """A line for a goal that follows from the given literals, or for the contradiction in them (None).

    `lines` is all that unit propagation reaches from what is given, and the goal is not among it.
    """
    used = None
    if goal is not None:
        refutation = _suppose(index, lines, (), goal ^ 1, steps).end
        if refutation is not None:
            used = _clauses_of(refutation)
            if len(used) > FEW:
                return cases(goal, supposed((goal,)), refutation)
    if used is None:
        denied = [] if goal is None else [goal ^ 1]
        used = _minimal_unsatisfiable(index, [*given, *denied], steps)
    part = index.part(map(index.place.__getitem__, used))
    known = [lines[literal] for literal in given]
    return _close(part, derive(part, {}, known, goal=None).lines, (), goal, steps)


def _close(index: Index, lines: Mapping[int, Line], under: tuple[int, ...], goal: int | None, steps: Steps) -> Line:
    """Derive the goal, or for None a contradiction, from lines that give it and are closed under propagation."""
    while lemmas := _lemmas(index, lines, under, steps):
        if goal in lemmas:
            return lemmas[goal]
        found = derive(index, lines, lemmas.values(), goal=goal)
        if found.end is not None:
            return found.end
        lines = found.lines
    if goal is None:
        return refute(index, lines, under, steps)
    denied = _suppose(index, lines, under, goal ^ 1, steps)
    end = denied.end or _close(index, denied.lines, (*under, goal ^ 1), None, steps)
    return cases(goal, supposed((*under, goal)), end)


def _lemmas(index: Index, lines: Mapping[int, Line], under: tuple[int, ...], steps: Steps) -> dict[int | None, Line]:
    """What holds in both cases of some atom, by its literal; None where both cases are contradictory.

    In a contradictory case everything holds; there only the negation of its supposition is kept, which gives the
    rest. Of several lines for one literal the cheapest is kept, then the one whose cases are of the first atom.
    """
    lemmas: dict[int | None, Line] = {}
    for atom, (positive, negative) in _looked_ahead(index, lines, steps).items():
        common: Sequence[int | None]
        if positive is not None and negative is not None:
            common = sorted(positive & negative)
        elif positive is negative:
            common = [None]
        else:
            common = [2 * atom + (negative is None)]
        if not common:
            continue
        holding, failing = (_suppose(index, lines, under, literal, steps) for literal in (2 * atom + 1, 2 * atom))
        for literal in common:
            line = cases(literal, _end(holding, literal), _end(failing, literal))
            if literal not in lemmas or line.cost < lemmas[literal].cost:
                lemmas[literal] = line
    return lemmas


def _end(case: Derivations, literal: int | None) -> Line:
    if case.end is not None:
        return case.end
    assert literal is not None
    return case.lines[literal]


def _looked_ahead(
    index: Index, lines: Mapping[int, Line], steps: Steps
) -> dict[int, tuple[set[int] | None, set[int] | None]]:
    """Of each open atom: what it gives beyond the lines, and what its negation gives; None: a contradiction."""
    state = Propagation(index, steps=steps)
    state.assume_all(lines)
    known = len(state.order)

    def given_by(literal: int) -> set[int] | None:
        if not state.assume(literal):
            return None
        new = set(state.order[known:])
        state.undo(known)
        return new

    atoms = sorted({literal >> 1 for literals in index.literals for literal in literals})
    return {
        atom: (given_by(2 * atom + 1), given_by(2 * atom))
        for atom in atoms
        if not {2 * atom, 2 * atom + 1} & state.holds
    }


def _suppose(
    index: Index, lines: Mapping[int, Line], under: tuple[int, ...], literal: int, steps: Steps
) -> Derivations:
    steps.spend(len(index.literals))  # a derivation visits no clause more often than it has literals
    return derive(index, lines, [supposed((*under, literal))], goal=None)


def _clauses_of(end: Line) -> list[str]:
    """The names of the clauses that a line rests on."""
    seen, open_lines = {end}, [end]
    while open_lines:
        for premise in open_lines.pop().premises:
            if premise not in seen:
                seen.add(premise)
                open_lines.append(premise)
    return sorted({line.clause for line in seen if line.clause is not None})


def _minimal_unsatisfiable(index: Index, literals: Sequence[int], steps: Steps) -> list[str]:
    """The names of clauses that are contradictory with the literals; the last go first, until each is needed.

    Where that takes more than SHORTENING_STEPS, the others stay. Each clause gets an atom of its own that switches it
    on, so that the solver says which ones it used.
    """
    solver = Solver(len(index.atoms) + len(index.clauses), steps)
    switches = {2 * (len(index.atoms) + clause) + 1: clause for clause in range(len(index.clauses))}
    for switch, clause in switches.items():
        solver.add((*index.literals[clause], switch ^ 1))
    needed = list(switches)
    solver.solve([*literals, *needed])
    needed = [each for each in needed if each in solver.failed]
    solver.steps = Steps(SHORTENING_STEPS, within=steps)
    with suppress(StepsSpent):
        for switch in reversed(needed):
            tried = [each for each in needed if each != switch]
            if switch in needed and solver.solve([*literals, *tried]) is None:
                needed = [each for each in tried if each in solver.failed]
    return [index.clauses[switches[switch]].name for switch in needed]
