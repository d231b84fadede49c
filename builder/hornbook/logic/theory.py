"""A theory: named clauses over atoms, with the index that every question to it uses.

Inside the engine a literal is a number: twice the position of its atom among the sorted atoms, plus one if it
holds. So `number ^ 1` is the negation, and numbers sort as literals do.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from hornbook.logic.forward import Forward
from hornbook.logic.values import Clause, Literal


@dataclass(frozen=True, slots=True)
class Theory:
    """Clauses, and the atoms they are about: the given ones and all that the clauses mention.

    Two clauses of one name are a ValueError. Everything else is allowed: premises that repeat or contradict one
    another, tautologies, facts (no premises), no conclusion, the same clause under two names.
    """

    clauses: tuple[Clause, ...]
    atoms: frozenset[str] = frozenset()
    index: "Index" = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        names = [clause.name for clause in self.clauses]
        if len(set(names)) < len(names):
            doubled = sorted(name for name in set(names) if names.count(name) > 1)
            raise ValueError(f"clauses of one name: {', '.join(doubled)}")
        atoms = frozenset(self.atoms).union(_mentioned(self.clauses))
        object.__setattr__(self, "atoms", atoms)
        object.__setattr__(self, "index", Index(self.clauses, atoms))

    def about(self, literals: Iterable[Literal]) -> "Theory":
        """The same clauses over the atoms of these literals too, which no clause restricts."""
        others = {literal.atom for literal in literals if literal.atom not in self.atoms}
        return Theory(self.clauses, self.atoms | others) if others else self


def _mentioned(clauses: Iterable[Clause]) -> Iterator[str]:
    for clause in clauses:
        for premise in clause.premises:
            yield premise.atom
        if clause.conclusion is not None:
            yield clause.conclusion.atom


@dataclass(frozen=True, slots=True)
class Base:
    """One assignment, from which the models of a theory are told."""

    literals: frozenset[int]
    """The literals that are true in it."""
    assignment: Mapping[str, bool]
    """The same by atom."""


class _Places(dict[int, list[int]]):
    """The clauses of each literal, where most literals have none."""

    def __missing__(self, literal: int) -> list[int]:
        return []


class Index:
    """The clauses as numbers, ordered by name, so that the order they came in changes no answer.

    Tautologies are left out: nothing follows with one that does not follow without it.
    """

    def __init__(self, clauses: Iterable[Clause], atoms: Iterable[str], *, whole: "Index | None" = None) -> None:
        """Number the atoms, or with `whole` take its numbers: then it costs no more than the clauses do."""
        self.atoms: list[str] = sorted(atoms) if whole is None else whole.atoms
        self.position: Mapping[str, int] = (
            {atom: position for position, atom in enumerate(self.atoms)} if whole is None else whole.position
        )
        self.numbered: list[int] = list(range(2 * len(self.atoms))) if whole is None else whole.numbered
        """One object for each number, so that a question to a large theory touches less memory."""
        self.atom_of: list[str] = [atom for atom in self.atoms for _ in "01"] if whole is None else whole.atom_of
        """The atom of each number."""
        self.clauses: list[Clause] = []
        self.place: dict[str, int] = {}
        """Where a clause of this name is in `clauses`; tautologies are not in it."""
        self.literals: list[tuple[int, ...]] = []
        """Of each clause: its distinct literals, in the order in which the clause has them."""
        self.conclusion: list[int | None] = []
        self.containing: list[list[int]] | _Places = (
            [[] for _ in range(2 * len(self.atoms))] if whole is None else _Places()
        )
        """Of each literal: the clauses whose disjunction it is in."""
        self.short: list[int] = []
        """The clauses of at most one literal."""
        self.horn = True
        """No clause has two positive literals: unit propagation then finds every contradiction."""
        self.definite = True
        """Every clause has a positive literal: then all atoms can hold together."""
        for clause in sorted(clauses, key=lambda clause: clause.name):
            self._add(clause)
        self.base: Base | None = None
        """Kept here once it was found."""

    @cached_property
    def forward(self) -> Forward:
        """The clauses to chain on, where they are Horn."""
        return Forward(self.literals, len(self.numbered))

    def number(self, literal: Literal) -> int:
        """The number of a literal over the theory's atoms."""
        return self.numbered[2 * self.position[literal.atom] + literal.holds]

    def numbers(self, literals: Iterable[Literal]) -> list[int]:
        """The distinct numbers of these literals, sorted."""
        number, position = self.numbered, self.position
        return sorted({number[2 * position[literal.atom] + literal.holds] for literal in literals})

    def literal(self, number: int) -> Literal:
        """The literal that has this number."""
        return Literal(self.atoms[number >> 1], bool(number & 1))

    def linked(self, literals: Iterable[int]) -> set[int]:
        """The literals that a refutation of any of these can have to refute; it has no use for any others.

        A minimal unsatisfiable set of clauses has a connection tableau that begins with any one of them: whatever has
        a part in the refutation is linked to it by literals and their negations.
        """
        linked = set(literals)
        ends = list(linked)
        while ends:
            end = ends.pop() ^ 1
            for clause in self.containing[end]:
                fresh = [each for each in self.literals[clause] if each != end and each not in linked]
                if fresh:
                    linked.update(fresh)
                    ends += fresh
        return linked

    def linked_clauses(self, literals: Iterable[int]) -> set[int]:
        """The clauses, by their places, that a refutation of any of these literals can use."""
        return {clause for literal in self.linked(literals) for clause in self.containing[literal ^ 1]}

    def another_name(self, number: int) -> str:
        """A name after all that the clauses have, the later the larger its number."""
        return f"{self.clauses[-1].name if self.clauses else ''} {number:09}"

    def part(self, clauses: Iterable[int]) -> "Index":
        """An index of some of the clauses, told by their places, with the same numbers for the literals."""
        some = Index((), (), whole=self)
        for place in sorted(clauses):
            some._put(self.clauses[place], self.literals[place], self.conclusion[place])
        return some

    def extended(self, clauses: Collection[Clause]) -> "Index":
        """An index of these clauses too, whose names come after all others; no clause is numbered anew."""
        more, rows = Index((), (), whole=self), self.containing
        more.clauses, more.literals, more.conclusion = [*self.clauses], [*self.literals], [*self.conclusion]
        more.place, more.short, more.horn, more.definite = dict(self.place), [*self.short], self.horn, self.definite
        more.containing = _Places(rows) if isinstance(rows, _Places) else [*rows]
        for number in self.numbers(literal for clause in clauses for literal in clause.literals()):
            more.containing[number] = [*rows[number]]
        for clause in sorted(clauses, key=lambda clause: clause.name):
            more._add(clause)
        return more

    def _add(self, clause: Clause) -> None:
        """Number a clause and put it behind the others, unless it is a tautology."""
        written = [self.numbered[self.number(premise) ^ 1] for premise in clause.premises]
        conclusion = None if clause.conclusion is None else self.number(clause.conclusion)
        if conclusion is not None:
            written.append(conclusion)
        literals = tuple(dict.fromkeys(written))
        if not any(literal ^ 1 in literals for literal in literals):
            self._put(clause, literals, conclusion)

    def _put(self, clause: Clause, literals: tuple[int, ...], conclusion: int | None) -> None:
        place = len(self.clauses)
        if len(literals) <= 1:
            self.short.append(place)
        for literal in literals:
            places = self.containing[literal]
            places.append(place)
            self.containing[literal] = places
        positive = sum(literal & 1 for literal in literals)
        self.horn, self.definite = self.horn and positive <= 1, self.definite and positive >= 1
        self.place[clause.name] = place
        self.clauses.append(clause)
        self.literals.append(literals)
        self.conclusion.append(conclusion)
