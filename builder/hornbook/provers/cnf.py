"""A theory and some literals as clauses of numbers, the way that DIMACS and LRAT count them: from 1."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from hornbook.logic import Literal, Theory


@dataclass(frozen=True, slots=True)
class Cnf:
    """Clauses of numbers: a literal is the number of its atom, negative where the atom fails."""

    atoms: tuple[str, ...]
    """By id; the first has the number 1."""
    clauses: tuple[tuple[int, ...], ...]
    """Those of the theory in its order, without tautologies, then one for each literal that is taken; from 1."""
    names: tuple[str, ...]
    """Of the clauses of the theory, in the same order."""
    taken: tuple[Literal, ...]
    """Behind those, one clause for each of these."""
    numbers: Mapping[str, int] = field(repr=False)
    """The number of each atom."""

    def number(self, literal: Literal) -> int:
        """The number of a literal."""
        number = self.numbers[literal.atom]
        return number if literal.holds else -number


def cnf_of(theory: Theory, taken: Iterable[Literal]) -> Cnf:
    """The clauses of a theory and the literals that are taken with it.

    Tautologies are left out: nothing follows with one that does not follow without it, and some checkers refuse them.
    """
    literals = tuple(dict.fromkeys(taken))
    atoms = tuple(sorted(theory.atoms.union(literal.atom for literal in literals)))
    whole = Cnf(atoms, (), (), literals, {atom: number for number, atom in enumerate(atoms, 1)})
    named: dict[str, tuple[int, ...]] = {}
    for clause in theory.clauses:
        ends = () if clause.conclusion is None else (clause.conclusion,)
        written = (*(premise.negated() for premise in clause.premises), *ends)
        numbers = tuple(dict.fromkeys(map(whole.number, written)))
        if not any(-number in numbers for number in numbers):
            named[clause.name] = numbers
    units = tuple((whole.number(literal),) for literal in literals)
    return Cnf(atoms, (*named.values(), *units), tuple(named), literals, whole.numbers)
