"""Truth tables: what the engines are held to, computed by trying every row; no engine has a part in it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from hornbook.logic import Clause, Literal, Verdict

Members = tuple[Literal, ...]
"""The members of a set, sorted."""


class Table:
    """A truth table. A set of its rows is a number with one bit for each of them."""

    def __init__(self, atoms: Sequence[str], clauses: Sequence[Clause]) -> None:
        """Keep the rows in which every clause is true, read as the implication that it is."""
        size = 1 << len(atoms)
        everything = (1 << size) - 1
        self.atoms, self.clauses = atoms, clauses
        self._holds: dict[Literal, int] = {}
        for place, atom in enumerate(atoms):
            width = 2 << place
            column = ((1 << width // 2) - 1) << width // 2
            while width < size:
                column |= column << width
                width *= 2
            self._holds[Literal(atom)] = column
            self._holds[Literal(atom, holds=False)] = everything ^ column
        self.literals = tuple(sorted(self._holds))
        self._rows = everything
        for clause in clauses:
            premises = everything
            for premise in clause.premises:
                premises &= self._holds[premise]
            concluded = 0 if clause.conclusion is None else self._holds[clause.conclusion]
            self._rows &= concluded | (everything ^ premises)

    def models(self, literals: Iterable[Literal]) -> int:
        """The rows in which every clause and these literals are true."""
        rows = self._rows
        for literal in literals:
            rows &= self._holds[literal]
        return rows

    def nearest(self, literals: Iterable[Literal], wanted: Sequence[Literal]) -> list[Literal]:
        """The row in which these literals are true and, as far as what is before it allows, each of the wanted ones."""
        rows = self.models(literals)
        for literal in wanted:
            rows = rows & self._holds[literal] or rows
        return [literal for literal in self.literals if not rows & ~self._holds[literal]]

    def all_true(self, rows: int, literal: Literal) -> bool:
        """Tell whether the literal is true in each of these rows."""
        return not rows & ~self._holds[literal]


def verdict_of(table: Table, given: Iterable[Literal], goal: Literal) -> Verdict:
    """The verdict of the rows in which what is given is true."""
    models = table.models(given)
    if not models:
        return Verdict.CONTRADICTORY
    if table.all_true(models, goal):
        return Verdict.FOLLOWS
    return Verdict.REFUTED if table.all_true(models, goal.negated()) else Verdict.OPEN


def two_models(table: Table, given: Sequence[Literal], goal: Literal) -> list[list[str]]:
    """The atoms that hold in the two models of an open question."""
    atoms = sorted({literal.atom for literal in table.literals})
    first = table.nearest((*given, goal.negated()), [Literal(atom, holds=False) for atom in atoms])
    second = table.nearest((*given, goal), first)
    return [[literal.atom for literal in model if literal.holds] for model in (first, second)]


def minimal_sets(table: Table, given: Sequence[Literal], goal: Literal, candidates: Sequence[Literal]) -> list[Members]:
    """The minimal sets of candidates that are enough, by size, then by literals."""
    sets: list[Members] = []
    for size in range(len(candidates) + 1):
        for members in combinations(sorted(candidates), size):
            models = table.models((*given, *members))
            if models and table.all_true(models, goal) and not any(set(one) <= set(members) for one in sets):
                sets.append(members)
    return sets


def weakest_first(table: Table, given: Sequence[Literal], sets: Sequence[Members]) -> list[Members]:
    """The sets in order, each after those that it entails and that do not entail it."""
    models = {members: table.models((*given, *members)) for members in sets}
    left, ordered = list(sets), list[Members]()
    while left:
        entailed_by = {one: [other for other in left if not models[one] & ~models[other]] for one in left}
        weakest = next(one for one in left if all(models[one] == models[other] for other in entailed_by[one]))
        left.remove(weakest)
        ordered.append(weakest)
    return ordered


def direct_sets_of(table: Table, goal: Literal) -> list[Members]:
    """The premises of clauses that conclude the goal, by size, then by literals, without idle ones."""
    found = set[Members]()
    for clause in table.clauses:
        disjunction = set(clause.literals())
        if any(literal.negated() in disjunction for literal in disjunction):
            continue
        if clause.conclusion == goal or (not goal.holds and goal in disjunction):
            found.add(tuple(sorted(literal.negated() for literal in disjunction if literal != goal)))
    sets = sorted((one for one in found if table.models(one)), key=lambda one: (len(one), one))
    rest = Table(table.atoms, [one for one in table.clauses if goal.negated() not in one.literals()])
    rows = {one: rest.models(one) for one in sets}
    kept = []
    for place, one in enumerate(sets):
        given = [other for other in sets if other != one and not rows[one] & ~rows[other]]
        if all(rows[one] == rows[other] and sets.index(other) > place for other in given):
            kept.append(one)
    return kept


@dataclass(frozen=True, slots=True)
class Lacking:
    """What an open question lacks."""

    single: list[tuple[Literal, list[Literal]]]
    """The weakest, each with those that give it and none before it."""
    sets: list[Members]


def lacking_of(table: Table, given: Sequence[Literal], goal: Literal, candidates: Iterable[Literal]) -> Lacking:
    """The single candidates that would settle it, and the smallest rests of the direct sets that hold none of them."""

    def models(*more: Literal) -> int:
        return table.models((*given, *more))

    alone = [
        one
        for one in sorted(set(candidates) - {*given, goal})
        if models(one) and table.all_true(models(one), goal) and not table.all_true(table.models([one]), goal)
    ]
    weakest = []
    for one in alone:
        weaker = [other for other in alone if other != one and table.all_true(models(one), other)]
        if all(table.all_true(models(other), one) and one < other for other in weaker):
            weakest.append(one)
    single, told = [], set(weakest)
    for one in weakest:
        stronger = [other for other in alone if other not in told and table.all_true(models(other), one)]
        told.update(stronger)
        single.append((one, stronger))
    rests = {
        tuple(one for one in members if not table.all_true(models(), one)) for members in direct_sets_of(table, goal)
    }
    left = sorted((one for one in rests if models(*one) and not set(alone) & set(one)), key=lambda one: (len(one), one))
    return Lacking(single, [one for one in left if not any(set(other) < set(one) for other in left)])


def least_costs(clauses: Iterable[Clause], given: Sequence[Literal]) -> dict[Literal | None, int]:
    """The clauses in the least derivation of each literal, None being a contradiction, by going to the fixpoint."""
    costs: dict[Literal | None, int] = dict.fromkeys(given, 0)
    if any(literal.negated() in costs for literal in given):
        costs[None] = 0
    changed = True
    while changed:
        changed = False
        for clause in clauses:
            disjunction = clause.literals()
            if any(literal.negated() in disjunction for literal in disjunction):
                continue
            for concluded in (*disjunction, None):
                needed = [literal.negated() for literal in disjunction if literal != concluded]
                if all(literal in costs for literal in needed):
                    cost = 1 + sum(costs[literal] for literal in needed)
                    if cost < costs.get(concluded, cost + 1):
                        costs[concluded], changed = cost, True
    return costs
