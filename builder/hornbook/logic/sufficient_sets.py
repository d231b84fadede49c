"""Minimal sufficient sets: the smallest sets of candidates that make a goal follow.

A set of candidates suffices, or contradicts what is given, exactly when the negations of its members are a clause
that the theory, what is given and the negated goal entail. So the minimal sets are the strongest such clauses,
found by forgetting everything else (`projection`), from the clauses alone that can have a part in a refutation of
the negated goal. Where that takes too many steps, sets that suffice and largest sets that do not are found in turn
(Liffiton, Previti, Malik, Marques-Silva, "Fast, flexible MUS enumeration", 2016), as long as there are steps left.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from hornbook.logic.forward import Closure
from hornbook.logic.models import Models
from hornbook.logic.projection import project
from hornbook.logic.propagation import Propagation
from hornbook.logic.solver import Solver
from hornbook.logic.steps import Steps, StepsSpent
from hornbook.logic.theory import Index, Theory
from hornbook.logic.values import Literal

MOST_STEPS = 2_000_000

_Set = tuple[int, ...]
"""The members of a set as numbers, sorted."""


@dataclass(frozen=True, slots=True)
class SufficientSets:
    """The minimal sufficient sets that were found, and whether these are all."""

    sets: tuple[frozenset[Literal], ...]
    complete: bool


def minimal_sufficient_sets(
    theory: Theory,
    goal: Literal,
    candidates: Sequence[Literal],
    given: Iterable[Literal] = (),
    cap: int = 64,
    limit: int = MOST_STEPS,
) -> SufficientSets:
    """Find the subset-minimal sets of candidates that, with what is given, are consistent and give the goal.

    Weakest first: a set that another one entails (with the clauses and what is given) comes before it; otherwise by
    size, then by literals. If the goal follows already there is one set, the empty one; if what is given is
    contradictory there is none. There are at most `cap` sets (a ValueError below 1): of more, the first by size and
    literals are kept, and the answer is incomplete. It is so too if the search was cut off at its bound.
    """
    if cap < 1:
        raise ValueError("the cap is at least one set")
    facts = sorted(set(given))
    theory = theory.about([*facts, goal])
    index = theory.index
    known, wanted = index.numbers(facts), index.number(goal)
    among = index.numbers(literal for literal in candidates if literal.atom in theory.atoms)
    try:
        sets, complete = _all(index, known, wanted, among, Steps(limit)), True
    except StepsSpent:
        linked = index.linked([wanted ^ 1])
        worth = [literal for literal in among if literal ^ 1 in linked]
        sets, complete = _by_rounds(Models(index, Steps(limit), often=True), known, wanted, worth, cap)
    sets.sort(key=lambda members: (len(members), members))
    return SufficientSets(
        tuple(frozenset(map(index.literal, members)) for members in _weakest_first(index, known, sets[:cap], limit)),
        complete=complete and len(sets) <= cap,
    )


def _all(index: Index, known: list[int], wanted: int, among: list[int], steps: Steps) -> list[_Set]:
    """All the sets, by projection."""
    models = Models(index, steps, often=True)
    if not models.exist(known):
        return []
    if not models.exist([*known, wanted ^ 1]):
        return [()]
    clauses = _linked(index, known, wanted)
    linked = {literal for clause in clauses for literal in clause}
    denied = {literal ^ 1 for literal in among} & linked
    projected = project(clauses, denied.__contains__, steps)
    sets = [tuple(sorted(literal ^ 1 for literal in clause)) for clause in projected]
    return [members for members in sets if models.exist([*known, *members])]


def _linked(index: Index, known: list[int], wanted: int) -> list[list[int]]:
    """The negated goal, and the clauses linked to it by literals and their negations, shortened by what is given.

    A minimal unsatisfiable set of clauses has a connection tableau that begins with any one of them, here with the
    negated goal: so nothing else has a part in its refutation. Of a clause that refutes one literal only the others
    are to be refuted in turn; on Horn clauses that leaves what the goal is derived from, and not what it gives.
    """
    state = Propagation(index)
    state.assume_all(known)
    holds = state.holds
    clauses: dict[int, list[int]] = {}
    linked, ends = {wanted ^ 1}, [wanted ^ 1]
    while ends:
        end = ends.pop() ^ 1
        for clause in index.containing[end]:
            if not holds.isdisjoint(index.literals[clause]):
                continue
            if clause not in clauses:
                clauses[clause] = [literal for literal in index.literals[clause] if literal ^ 1 not in holds]
            fresh = [literal for literal in clauses[clause] if literal != end and literal not in linked]
            linked.update(fresh)
            ends += fresh
    return [[wanted ^ 1], *clauses.values()]


def _by_rounds(models: Models, known: list[int], wanted: int, among: list[int], cap: int) -> tuple[list[_Set], bool]:
    """The sets that the rounds find, until there are more than `cap`, and whether they are all.

    Each round takes a set of candidates about which nothing is known yet. Then either it holds a smallest one that
    suffices or is contradictory, and no set that holds that one is of interest any more; or it is within a largest
    one that leaves the goal open, and no set within that is.
    """
    # the solver tries each atom as false first; so a candidate is in where its atom is false: large sets come first,
    # which seldom leave the goal open
    chosen = {literal: 2 * place for place, literal in enumerate(among)}
    unexplored, sets = Solver(len(among), models.steps), list[_Set]()
    for literal in among:
        if literal ^ 1 in chosen:
            unexplored.add([chosen[literal] ^ 1, chosen[literal ^ 1] ^ 1])
    try:
        together = models.exist([*known, *among])  # then no set of them is contradictory
        while (region := unexplored.solve([])) is not None and len(sets) <= cap:
            models.steps.spend(len(among))
            members = [literal for literal in among if chosen[literal] in region]
            inconsistent = None if together else _smallest(models, known, members)
            smallest = inconsistent or _smallest(models, [*known, wanted ^ 1], members)
            if smallest is None:
                largest = models.most([*known, wanted ^ 1, *members], among)
                unexplored.add(chosen[literal] for literal in among if literal not in largest)
                continue
            unexplored.add(chosen[literal] ^ 1 for literal in smallest)
            if inconsistent is None:
                sets.append(smallest)
    except StepsSpent:
        return sets, False
    return sets, region is None


def _smallest(models: Models, base: list[int], members: list[int]) -> _Set | None:
    """A minimal part of the members that is contradictory with the base; None if all of them are not."""
    culprits = models.culprits([*base, *members])
    if culprits is None:
        return None
    needed = set(base)
    part = [literal for literal in culprits if literal not in needed]
    for literal in reversed(part):
        left = models.culprits([*base, *(each for each in part if each != literal)])
        part = part if left is None else [each for each in left if each not in needed]
    return tuple(part)


def _weakest_first(index: Index, known: list[int], sets: list[_Set], limit: int) -> list[_Set]:
    """Reorder sets that come by size and literals: each after those that it entails and that do not entail it.

    They stay as they came where finding out what entails what takes too many steps.
    """
    mentioned = sorted({literal for members in sets for literal in members})
    models = Models(index, Steps(limit), often=True)
    try:
        entailed = {members: _entailed(models, [*known, *members], mentioned) for members in sets}
    except StepsSpent:
        return sets
    ordered, left = list[_Set](), list(sets)
    while left:
        weakest = next(
            members
            for members in left
            if all(entailed[other].issuperset(members) for other in left if entailed[members].issuperset(other))
        )
        ordered.append(weakest)
        left.remove(weakest)
    return ordered


def _entailed(models: Models, members: list[int], literals: list[int]) -> set[int]:
    """Those of the literals that follow from these members."""
    if models.index.horn:  # a positive literal follows by chaining or not at all
        closure = Closure(models.index.forward)
        closure.add(each for each in members if each & 1)
        models.steps.spend(len(members) + len(closure.found))
        certain = {literal for literal in literals if literal in closure or literal in members}
    else:
        state = Propagation(models.index, steps=models.steps)
        state.assume_all(members)
        certain = state.holds.intersection(literals)
    unsure = [each for each in literals if each not in certain and not (models.index.horn and each & 1)]
    return certain.union(literal for literal in unsure if not models.exist([*members, literal ^ 1]))
