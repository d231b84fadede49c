"""What gives a goal in one step, and what single things a question lacks.

For theories in which nearly everything follows from something else: there, sets of what nothing gives say little.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from hornbook.logic.models import Models
from hornbook.logic.steps import Steps, StepsSpent
from hornbook.logic.sufficient_sets import SufficientSets
from hornbook.logic.theory import Index, Theory
from hornbook.logic.values import Literal

MOST_STEPS = 2_000_000
CAP = 64

_Set = tuple[int, ...]
"""The members of a set as numbers, sorted."""


@dataclass(frozen=True, slots=True)
class Lack:
    """One literal that would settle a question in favour of its goal."""

    literal: Literal
    stronger: tuple[Literal, ...]
    """Others that would, since they give this one; by id."""


@dataclass(frozen=True, slots=True)
class Lacks:
    """What a question lacks."""

    single: tuple[Lack, ...] = ()
    """Weakest first: each before those that give it, which are told with it; else by literals."""
    sets: tuple[frozenset[Literal], ...] = ()
    """Of each direct set of the goal what is not given, by size, then by literals."""
    complete: bool = True


def direct_sets(theory: Theory, goal: Literal, limit: int = MOST_STEPS) -> SufficientSets:
    """Find the premises of each clause that concludes the goal, where they can hold together.

    For a goal that is a negation, clauses read backwards count as well. A set is left out if it gives all members of
    another one, by the clauses that do not have the goal as a premise; of two that give each other the smaller one
    stays, then the first by literals. By size, then by literals; at most CAP of them. Where sorting them out takes
    more than `limit` steps, none is left out and the answer is not complete.
    """
    theory = theory.about([goal])
    index, wanted = theory.index, theory.index.number(goal)
    steps = Steps(limit)
    found = sorted(_premises(index, wanted), key=lambda members: (len(members), members))
    try:
        models = Models(index, steps, often=True)
        found = [members for members in found if models.exist(members)]
        kept, complete = _weakest(_without_premise(index, wanted), found, steps), True
    except StepsSpent:
        kept, complete = found, False
    sets = tuple(frozenset(map(index.literal, members)) for members in kept[:CAP])
    return SufficientSets(sets, complete and len(kept) <= CAP)


def lacking(
    theory: Theory, given: Iterable[Literal], goal: Literal, candidates: Sequence[Literal], limit: int = MOST_STEPS
) -> Lacks:
    """Find what would settle an open question: single candidates, and the rest of each direct set of the goal.

    A candidate counts if with what is given it is consistent and gives the goal, and alone does not give it.
    """
    known_literals = sorted(set(given))
    theory = theory.about([*known_literals, goal])
    index, steps = theory.index, Steps(limit)
    known, wanted = index.numbers(known_literals), index.number(goal)
    models = Models(index, steps, often=True)
    among = index.numbers(one for one in candidates if one.atom in theory.atoms and one not in known_literals)
    single: list[Lack] = []
    try:
        if not models.exist([*known, wanted ^ 1]):
            return Lacks()
        alone = [
            one
            for one in among
            if one != wanted
            and not models.exist([*known, one, wanted ^ 1])
            and models.exist([*known, one])
            and models.exist([one, wanted ^ 1])
        ]
        single = _folded(models, known, alone)
        direct = direct_sets(theory, goal, limit)
        rests = {_rest(models, known, index.numbers(members)) for members in direct.sets}
        sets = sorted((rest for rest in rests if models.exist([*known, *rest])), key=lambda rest: (len(rest), rest))
    except StepsSpent:
        return Lacks(tuple(single), complete=False)
    told = {lack.literal for lack in single}
    kept = [frozenset(map(index.literal, rest)) for rest in sets]
    return Lacks(tuple(single), tuple(rest for rest in kept if rest.isdisjoint(told)), direct.complete)


def _premises(index: Index, wanted: int) -> set[_Set]:
    """The negations of the other literals of each clause that is read as concluding the goal."""
    return {
        tuple(sorted(literal ^ 1 for literal in index.literals[clause] if literal != wanted))
        for clause in index.containing[wanted]
        if index.conclusion[clause] == wanted or not wanted & 1
    }


def _without_premise(index: Index, wanted: int) -> Index:
    """The clauses that do not have the goal as a premise."""
    having = set(index.containing[wanted ^ 1])
    return index.part(clause.name for place, clause in enumerate(index.clauses) if place not in having)


def _weakest(index: Index, sets: list[_Set], steps: Steps) -> list[_Set]:
    """Leave out sets that give another one that does not give them, and of equivalents all but the first."""
    models = Models(index, steps, often=True)

    def gives(one: _Set, other: _Set) -> bool:
        return all(literal in one or not models.exist([*one, literal ^ 1]) for literal in other)

    kept = []
    for place, one in enumerate(sets):
        given = [(at, other) for at, other in enumerate(sets) if at != place and gives(one, other)]
        if not any(at < place or not gives(other, one) for at, other in given):
            kept.append(one)
    return kept


def _rest(models: Models, known: list[int], members: list[int]) -> _Set:
    """What of a set does not follow from what is known."""
    return tuple(literal for literal in members if models.exist([*known, literal ^ 1]))


def _folded(models: Models, known: list[int], found: list[int]) -> list[Lack]:
    """The weakest of some literals, each with those that give it and that it does not give."""
    gives = {
        one: {other for other in found if other == one or not models.exist([*known, one, other ^ 1])} for one in found
    }
    literal = models.index.literal
    folded = []
    for one in found:
        weaker = gives[one] - {other for other in found if one in gives[other] and other >= one}
        if not weaker:
            stronger = tuple(literal(other) for other in found if other != one and one in gives[other])
            folded.append(Lack(literal(one), stronger))
    return folded
