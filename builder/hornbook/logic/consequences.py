"""What follows from given literals: every literal, and the strongest disjunctions where no single one does.

Literals that follow are found between two models, as in Janota, Lynce, Marques-Silva, "Algorithms for computing
backbones of propositional formulae" (2015): only what no model so far denies is worth a question.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from hornbook.logic.forward import CONTRADICTION
from hornbook.logic.independence import Left
from hornbook.logic.models import Models
from hornbook.logic.propagation import Propagation
from hornbook.logic.steps import Steps, StepsSpent
from hornbook.logic.theory import Index, Theory
from hornbook.logic.values import Clause, Literal


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
    beyond = sorted(following.difference(known, _alone(models, following)))
    shortened = _shortened(models, known, following) if alternatives else []
    disjunctions = _independent(index, shortened, steps)
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


def _following_by_propagation(models: Models, known: list[int], among: frozenset[int] | None = None) -> frozenset[int]:
    """The same on Horn clauses, where there are some: of the negative ones, those `among` them.

    An atom fails if supposing that it holds is contradictory.

    Worth a try are only those from which chaining can reach a contradiction; where that is what some clause says, only
    those that clauses link with what is known, or else the contradiction would follow without it too. Of these, one by
    one, those that do not hold in a model in which as many of them hold as possible. So the work is that of the cone,
    and not of the theory.
    """
    state = models.closed(known)
    if state is None:
        return frozenset()
    following, before = set(state.holds), len(state.order)
    index = models.index
    tried = None if among is None else {literal ^ 1 for literal in among if not literal & 1}
    threatened = sorted(_threatened(index, known, tried))
    for literal in threatened:
        if literal ^ 1 not in state.holds:
            state.assume(literal)
    doubtful = dict.fromkeys(each for each in threatened if each not in state.holds and each ^ 1 not in following)
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


def _threatened(index: Index, known: list[int], tried: set[int] | None) -> set[int]:
    """The positive literals, of those to be tried or of all, that can be what a contradiction with the known needs."""
    if index.definite:  # then something known must fail, and all that chains lead from to it is linked
        leading = _leading_to_contradiction(index, known)
        return leading if tried is None else leading & tried
    linked = index.linked(known if tried is None else tried)
    leading = _leading_to_contradiction(index, known, {literal | 1 for literal in linked})
    return leading & ({literal ^ 1 for literal in linked if not literal & 1} if tried is None else tried)


def _leading_to_contradiction(index: Index, known: Iterable[int], among: set[int] | None = None) -> set[int]:
    """The positive literals, of some, from which chains of Horn clauses lead to what is impossible or known to fail."""
    todo = [CONTRADICTION, *(literal ^ 1 for literal in known if not literal & 1)]
    leading = set(todo)
    while todo:
        fresh = index.forward.giving(todo.pop()) - leading
        if among is not None:
            fresh &= among
        leading |= fresh
        todo += fresh
    return leading - {CONTRADICTION}


def _alone(models: Models, literals: frozenset[int]) -> frozenset[int]:
    """Those of the literals that the clauses give without anything; a model clears all that it denies."""
    if models.index.horn:
        return literals & _following_by_propagation(models, [], literals)
    certain, left = set[int](), sorted(literals, reverse=True)
    while left:
        literal = left.pop()
        other = models.some([literal ^ 1])
        if other is None:
            certain.add(literal)
        else:
            left = [each for each in left if each in other]
    return frozenset(certain)


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


def _independent(index: Index, disjunctions: list[tuple[int, ...]], steps: Steps) -> list[tuple[int, ...]]:
    """Leave out what follows from the clauses and the rest."""
    if not disjunctions:
        return []
    names = [index.another_name(place) for place in range(len(disjunctions))]
    told = [
        Clause(name, tuple(index.literal(literal ^ 1) for literal in disjunction), None)
        for name, disjunction in zip(names, disjunctions, strict=True)
    ]
    whole = index.extended(told)
    places = [whole.place[name] for name in names]
    left = Left(whole, places, steps)
    kept = [disjunctions[n] for n in reversed(range(len(places))) if not left.drop([places[n]])]
    return kept[::-1]
