"""What follows from given literals: every literal, and the strongest disjunctions where no single one does.

Literals that follow are found between two models, as in Janota, Lynce, Marques-Silva, "Algorithms for computing
backbones of propositional formulae" (2015): only what no model so far denies is worth a question.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from hornbook.logic.models import Models
from hornbook.logic.propagation import Propagation
from hornbook.logic.solver import Solver
from hornbook.logic.steps import Steps, StepsSpent
from hornbook.logic.theory import Index, Theory
from hornbook.logic.values import Literal


@dataclass(frozen=True, slots=True)
class Consequences:
    """What follows, beyond what was given and what the clauses say anyway."""

    literals: tuple[Literal, ...] = ()
    """Sorted."""
    alternatives: tuple[frozenset[Literal], ...] = ()
    """At least one literal of each holds; by size, then by literals."""
    complete: bool = True
    """False: there may be more, since finding them takes too many steps."""


MOST_STEPS = 2_000_000


def consequences(
    theory: Theory, given: Iterable[Literal], limit: int = MOST_STEPS, *, alternatives: bool = True
) -> Consequences:
    """Everything of note that follows from the clauses with the given literals; nothing if they are contradictory.

    Past `limit` steps only what unit propagation gives at once is told, and that it may not be all.

    `literals`: all that follow and are not given and do not follow from the clauses alone.

    `alternatives`: the disjunctions of at least two literals that come about as follows. The literals that follow
    shorten the clauses: those that must fail are struck out, and clauses with one that must hold are done with.
    What remains of a shortened clause is shortened further, trying its last literal first, as long as the clauses
    with the given ones give it. Then, from the last to the first (by size, then by literals), each that follows
    from the remaining ones and the clauses without the given literals is left out. They take most of the steps;
    without `alternatives` none is sought.
    """
    literals = sorted(set(given))
    theory = theory.about(literals)
    known = theory.index.numbers(literals)
    try:
        return _everything(theory.index, known, Steps(limit), alternatives=alternatives)
    except StepsSpent:
        return _at_once(theory.index, known)


def _everything(index: Index, known: list[int], steps: Steps, *, alternatives: bool) -> Consequences:
    models = Models(index, steps, often=True)
    following = _following(models, known)
    beyond = [literal for literal in sorted(following.difference(known)) if models.exist([literal ^ 1])]
    shortened = _shortened(models, known, following) if alternatives else []
    if index.horn and not any(literal & 1 for disjunction in shortened for literal in disjunction):
        disjunctions = _independent_negative(models, shortened)
    else:
        disjunctions = _independent(index, shortened, steps) if shortened else []
    return Consequences(
        tuple(index.literal(literal) for literal in beyond),
        tuple(frozenset(index.literal(literal) for literal in disjunction) for disjunction in disjunctions),
    )


def _at_once(index: Index, known: list[int]) -> Consequences:
    """What unit propagation gives beyond what it gives without the known literals."""
    alone, state = Propagation(index), Propagation(index)
    found = sorted(state.holds - alone.holds - set(known)) if state.assume_all(known) else []
    return Consequences(tuple(map(index.literal, found)), complete=False)


def _following(models: Models, known: list[int]) -> frozenset[int]:
    """The literals of every model in which the known ones hold; none if there is no model."""
    if models.index.horn:
        return _following_by_propagation(models, known)
    everything = [2 * atom + 1 for atom in range(len(models.index.atoms))]
    fewest, most = models.first(known), models.first(known, everything)
    if fewest is None or most is None:
        return frozenset()
    possible = fewest & most
    state = models.closed(known)
    certain = frozenset() if state is None else frozenset(state.holds)
    for literal in sorted(possible - certain):
        if literal in possible:
            other = models.first([*known, literal ^ 1])
            possible = possible if other is None else possible & other
    return possible


def _following_by_propagation(models: Models, known: list[int]) -> frozenset[int]:
    """The same on Horn clauses: an atom fails for certain if supposing that it holds is contradictory.

    Worth a try are only those that clauses link with what is known, or else the contradiction would follow without it
    too; and of them those that do not hold in a model in which as many hold as possible, one by one. So the work is
    that of the cone, and not of the theory.
    """
    state = models.closed(known)
    if state is None:
        return frozenset()
    following, before = set(state.holds), len(state.order)
    linked = set[int]().union(*(models.index.linked(literal) for literal in known))
    positive = sorted(literal ^ 1 for literal in linked if not literal & 1)
    for literal in positive:
        if literal ^ 1 not in state.holds:
            state.assume(literal)
    doubtful = dict.fromkeys(each for each in positive if each not in state.holds and each ^ 1 not in following)
    state.undo(before)
    while doubtful:
        literal = next(iter(doubtful))
        del doubtful[literal]
        if state.assume(literal):
            for other in state.order[before:]:
                doubtful.pop(other, None)
            state.undo(before)
        else:
            following.add(literal ^ 1)
    return frozenset(following)


def _shortened(models: Models, known: list[int], following: frozenset[int]) -> list[tuple[int, ...]]:
    """What is left of the clauses that the literals shortened, as strong as the known literals make it."""
    disjunctions, index = set(), models.index
    for clause in sorted({clause for literal in following for clause in index.containing[literal ^ 1]}):
        left = sorted(literal for literal in index.literals[clause] if literal ^ 1 not in following)
        if not following.isdisjoint(left):
            continue
        for literal in reversed(left):
            fewer = [each for each in left if each != literal]
            if not models.exist([*known, *(each ^ 1 for each in fewer)]):
                left = fewer
        disjunctions.add(tuple(left))
    return sorted(disjunctions, key=lambda literals: (len(literals), literals))


def _independent_negative(models: Models, disjunctions: list[tuple[int, ...]]) -> list[tuple[int, ...]]:
    """Leave out what follows from Horn clauses and the rest, where each says that not all of some atoms hold.

    Then propagation from these atoms ends in a contradiction, or reaches all of another one's.
    """
    kept = disjunctions
    for disjunction in reversed(disjunctions):
        state = models.closed([literal ^ 1 for literal in disjunction])
        others = [each for each in kept if each != disjunction]
        models.steps.spend(len(others))
        if state is None or any(all(literal ^ 1 in state.holds for literal in other) for other in others):
            kept = others
    return kept


def _independent(index: Index, disjunctions: list[tuple[int, ...]], steps: Steps) -> list[tuple[int, ...]]:
    """Leave out what follows from the clauses and the rest; a literal of its own switches each disjunction on."""
    switches = {2 * (len(index.atoms) + place) + 1: each for place, each in enumerate(disjunctions)}
    solver = Solver(len(index.atoms) + len(disjunctions), steps)
    for literals in index.literals:
        solver.add(literals)
    for switch, disjunction in switches.items():
        solver.add((*disjunction, switch ^ 1))
    kept = list(switches)
    for switch in reversed(switches):
        others = [each for each in kept if each != switch]
        if solver.solve([*others, *(literal ^ 1 for literal in switches[switch])]) is None:
            kept = others
    return [switches[switch] for switch in kept]
