"""Models: whether literals can hold together, and the one model that is shown of all that there are.

On Horn clauses unit propagation decides it, and where it ends all the rest may be false. Otherwise the values that
are wanted for the rest are tried as they are, which takes one look at each clause; a solver is asked only where they
do not fit.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet

from hornbook.logic.forward import CONTRADICTION, Closure
from hornbook.logic.propagation import Propagation
from hornbook.logic.solver import Solver
from hornbook.logic.steps import Steps, StepsSpent
from hornbook.logic.theory import Base, Index
from hornbook.logic.values import Model

BASE_STEPS = 200_000
"""What may be spent on the base model of a theory; past it every atom fails in the base, model or not."""


def base_of(index: Index) -> Base:
    """The first model of the clauses alone, found once for all that is asked of them.

    Where there is none, or finding it takes too long, it is the assignment in which every atom fails.
    """
    if index.base is None:
        positive = index.forward.alone if index.horn and not index.forward.contradictory else _first_of(index)
        literals = frozenset(2 * position + (2 * position + 1 in positive) for position in range(len(index.atoms)))
        assignment = {atom: 2 * position + 1 in positive for position, atom in enumerate(index.atoms)}
        index.base = Base(literals, assignment)
    return index.base


def _first_of(index: Index) -> frozenset[int]:
    try:
        return Models(index, Steps(BASE_STEPS)).first(()) or frozenset()
    except StepsSpent:
        return frozenset()


def told(index: Index, literals: frozenset[int]) -> Model:
    """The model of these true literals, by what is not as in the base."""
    base = base_of(index)
    return Model(base.assignment, frozenset(index.atoms[each >> 1] for each in literals - base.literals))


def told_beyond(index: Index, positive: Iterable[int]) -> Model:
    """The model of Horn clauses in which just these positive literals hold beyond those that hold in every model."""
    return Model(base_of(index).assignment, AtomsOf(index.atom_of, frozenset(positive)))


class AtomsOf(AbstractSet[str]):
    """The atoms of literals by their numbers, looked up where somebody asks: of most answers nobody reads a model."""

    __slots__ = ("_atom_of", "_atoms", "_literals")

    def __init__(self, atom_of: Sequence[str], literals: frozenset[int]) -> None:
        """Take the literals, no two of one atom, and the atom of each number."""
        self._atom_of, self._literals = atom_of, literals
        self._atoms: frozenset[str] | None = None

    def _told(self) -> frozenset[str]:
        if self._atoms is None:
            self._atoms = frozenset(map(self._atom_of.__getitem__, self._literals))
        return self._atoms

    def __contains__(self, atom: object) -> bool:
        return atom in self._told()

    def __iter__(self) -> Iterator[str]:
        return iter(self._told())

    def __len__(self) -> int:
        return len(self._literals)

    def __reduce__(self) -> tuple[type[frozenset[str]], tuple[list[str]]]:
        """What another process is sent: the atoms alone."""
        return frozenset, (sorted(self._told()),)

    @classmethod
    def _from_iterable(cls, atoms: Iterable[str]) -> frozenset[str]:  # type: ignore[override]
        """What operations of sets give."""
        return frozenset(atoms)


class Models:
    """The models of some clauses, with the steps that may be spent on finding them."""

    def __init__(self, index: Index, steps: Steps, *, often: bool = False) -> None:
        """Ask the clauses of this index; propagating what is asked counts too where it is asked often."""
        self.index = index
        self.steps = steps
        self._propagating = steps if often else Steps()
        self._made: Solver | None = None
        self._state: Propagation | None = None
        self._assumed: list[tuple[int, int]] = []
        """What the state was made from: each literal, with what had been found before it."""

    def exist(self, literals: Sequence[int]) -> bool:
        """Tell whether there is a model in which these literals hold."""
        if self.index.definite and all(literal & 1 for literal in literals):
            return True
        return self.closed(literals) is not None if self.index.horn else self.some(literals) is not None

    def closed(self, literals: Sequence[int]) -> Propagation | None:
        """What unit propagation gives from these literals, or None where it finds them contradictory.

        It goes on from what was asked before, as far as that begins alike, and is good until something else is asked.
        """
        if self._state is None:
            self._state = Propagation(self.index, steps=self._propagating)
        state, alike = self._state, 0
        while alike < min(len(self._assumed), len(literals)) and self._assumed[alike][0] == literals[alike]:
            alike += 1
        if alike < len(self._assumed):
            state.undo(self._assumed[alike][1])
            del self._assumed[alike:]
        for literal in literals[alike:]:
            before = len(state.order)
            if state.contradictory or not state.assume(literal):
                return None
            self._assumed.append((literal, before))
        return None if state.contradictory else state

    def some(self, literals: Sequence[int]) -> frozenset[int] | None:
        """The true literals of a model in which these literals hold, whichever is found first; None: there is none."""
        state = self.closed(literals)
        if state is None:
            return None
        least = self._completed(state, ())
        if self.index.horn or self._fit(least):
            return least
        near = self._completed(state, base_of(self.index).literals)
        return near if self._fit(near) else self._solver().solve(literals)

    def first(self, literals: Sequence[int], prefer: Collection[int] = ()) -> frozenset[int] | None:
        """The true literals of the first model in which `literals` hold, or None where there is none.

        First: each literal of `prefer` in turn, then the negation of each atom in order, holds in it unless
        that is impossible together with what was decided before. Horn clauses are not asked so: see `most`.
        """
        state = self.closed(literals)
        if state is None:
            return None
        wanted = self._completed(state, prefer)
        if self._fit(wanted):
            return wanted
        before = len(state.order)
        found = self._first_by_solver(state, prefer)
        state.undo(before)
        return found

    def most(self, literals: Sequence[int], among: Collection[int]) -> frozenset[int]:
        """Literals that can hold, and of some others as many as fit with them in one model, first come first.

        On Horn clauses what else is there follows from these.
        """
        if not self.index.horn:
            return self.first(literals, among) or frozenset()
        state = self.closed(literals)
        assert state is not None
        before = len(state.order)
        for literal in among:
            state.assume(literal)
        found = frozenset(state.holds)
        state.undo(before)
        return found

    def culprits(self, literals: Sequence[int]) -> list[int] | None:
        """Some of the literals that cannot hold together, in the same order, or None if there is a model of all."""
        if self.index.horn:
            return self._culprits_by_chaining(literals)
        if self._solver().solve(literals) is not None:
            return None
        return [literal for literal in literals if literal in self._solver().failed]

    def _culprits_by_chaining(self, literals: Sequence[int]) -> list[int] | None:
        """The same on Horn clauses: what a derivation rests on of a contradiction, or of something that is to fail."""
        closure = Closure(self.index.forward)
        closure.add(each for each in literals if each & 1)
        self.steps.spend(len(literals) + len(closure.found))
        failing = (CONTRADICTION, *(each ^ 1 for each in literals if not each & 1))
        end = next((each for each in failing if each in closure), None)
        if end is None:
            return None
        leaves = self.index.forward.leaves(end, closure)
        return [each for each in literals if each in leaves or each ^ 1 == end]

    def _completed(self, state: Propagation, prefer: Collection[int]) -> frozenset[int]:
        """What holds, with the first literal of `prefer` for each other atom, and the negations of the rest."""
        chosen: dict[int, int] = {}
        for literal in prefer:
            if literal ^ 1 not in state.holds:
                chosen.setdefault(literal >> 1, literal)
        failing = (2 * atom for atom in range(len(self.index.atoms)) if atom not in chosen)
        return frozenset(state.holds).union(chosen.values(), (each for each in failing if each ^ 1 not in state.holds))

    def _fit(self, literals: frozenset[int]) -> bool:
        return not any(literals.isdisjoint(clause) for clause in self.index.literals)

    def _first_by_solver(self, state: Propagation, prefer: Iterable[int]) -> frozenset[int] | None:
        model = self._solver().solve(state.order)
        if model is None:
            return None
        for literal in (*prefer, *range(0, 2 * len(self.index.atoms), 2)):
            if literal not in model and literal ^ 1 not in state.holds:
                model = self._solver().solve([*state.order, literal]) or model
            state.assume(literal if literal in model else literal ^ 1)
        return model

    def _solver(self) -> Solver:
        if self._made is None:
            self._made = Solver(len(self.index.atoms), self.steps)
            for literals in self.index.literals:
                self._made.add(literals)
        return self._made
