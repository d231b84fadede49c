"""What gives a goal in one step, and what single things a question lacks.

For theories in which nearly everything follows from something else: there, sets of what nothing gives say little.
"""

from collections.abc import Collection, Iterable, Sequence
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
    """Others that would, since with what is given they give this one, and none told before; by id."""


@dataclass(frozen=True, slots=True)
class Lacks:
    """What a question lacks."""

    single: tuple[Lack, ...] = ()
    """The weakest, by literals; those that give them are told with them."""
    sets: tuple[frozenset[Literal], ...] = ()
    """Of each direct set of the goal what is not given, where that says more than a smaller one or a single literal."""
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
        kept, complete = _weakest(models, wanted, found), True
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
        settling = _excluded(models, [*known, wanted ^ 1], [one for one in among if one != wanted])
        settling = [one for one in settling if models.exist([*known, one])]
        settling = [one for one in settling if models.exist([wanted ^ 1, one])]
        single = _folded(models, known, settling)
        direct = direct_sets(theory, goal, limit)
        rests = {_rest(models, known, index.numbers(members)) for members in direct.sets}
        sets = _smallest([rest for rest in rests if models.exist([*known, *rest])], settling)
    except StepsSpent:
        return Lacks(tuple(single), complete=False)
    return Lacks(tuple(single), tuple(frozenset(map(index.literal, rest)) for rest in sets), direct.complete)


def _premises(index: Index, wanted: int) -> set[_Set]:
    """The negations of the other literals of each clause that is read as concluding the goal."""
    return {
        tuple(sorted(literal ^ 1 for literal in index.literals[clause] if literal != wanted))
        for clause in index.containing[wanted]
        if index.conclusion[clause] == wanted or not wanted & 1
    }


def _without_premise(index: Index, wanted: int, sets: list[_Set]) -> Index:
    """The clauses by which members of the sets follow, but for those that have the goal as a premise."""
    denied = {literal ^ 1 for members in sets for literal in members}
    return index.part(index.linked_clauses(denied).difference(index.containing[wanted ^ 1]))


def _weakest(models: Models, wanted: int, sets: list[_Set]) -> list[_Set]:
    """Leave out sets that give another one that does not give them, and of equivalents all but the first.

    By the clauses that do not have the goal as a premise; those are asked only about what all of them give.
    """
    fewer: list[Models] = []

    def gives(one: _Set, other: _Set) -> bool:
        if not _gives(models, one, other):
            return False
        if not models.index.containing[wanted ^ 1]:
            return True
        if not fewer:
            fewer.append(Models(_without_premise(models.index, wanted, sets), models.steps, often=True))
        return _gives(fewer[0], one, other)

    kept = []
    for place, one in enumerate(sets):
        given = [(at, other) for at, other in enumerate(sets) if at != place and gives(one, other)]
        if not any(at < place or not gives(other, one) for at, other in given):
            kept.append(one)
    return kept


def _gives(models: Models, one: _Set, other: _Set) -> bool:
    return all(literal in one or not models.exist([*one, literal ^ 1]) for literal in other)


def _excluded(models: Models, base: list[int], among: list[int]) -> list[int]:
    """The positive literals that cannot hold with the base; none is asked that holds in a model found before."""
    excluded, left = [], dict.fromkeys(among)
    while left:
        literal = next(iter(left))
        del left[literal]
        held = _held(models, [*base, literal])
        if held is None:
            excluded.append(literal)
        for other in held or ():
            left.pop(other, None)
    return excluded


def _held(models: Models, literals: list[int]) -> Collection[int] | None:
    """Positive literals, and some others, of a model in which these hold; None where there is none."""
    if not models.index.horn:
        return models.some(literals)
    state = models.closed(literals)  # in the least model nothing else is positive, and the rest need not be listed
    return None if state is None else state.order


def _rest(models: Models, known: list[int], members: list[int]) -> _Set:
    """What of a set does not follow from what is known."""
    return tuple(literal for literal in members if models.exist([*known, literal ^ 1]))


def _smallest(rests: list[_Set], settling: list[int]) -> list[_Set]:
    """The sets that neither hold another one nor a literal that is enough alone, by size, then by literals."""
    kept: list[_Set] = []
    for rest in sorted(rests, key=lambda members: (len(members), members)):
        members = set(rest)
        if members.isdisjoint(settling) and not any(members.issuperset(other) for other in kept):
            kept.append(rest)
    return kept


def _folded(models: Models, known: list[int], found: list[int]) -> list[Lack]:
    """The weakest of some literals, each with those that give it; what gives several stands with the first of them."""
    gives = {
        one: {other for other in found if other == one or not models.exist([*known, one, other ^ 1])} for one in found
    }
    weakest = [one for one in found if not any(one not in gives[other] or other < one for other in gives[one] - {one})]
    left = dict.fromkeys(one for one in found if one not in weakest)
    folded = []
    for weak in weakest:
        stronger = [one for one in left if weak in gives[one]]
        folded.append(Lack(models.index.literal(weak), tuple(map(models.index.literal, stronger))))
        for one in stronger:
            del left[one]
    return folded
