"""Measure whether answers on Horn clauses take linear time: microseconds for each clause must stay about flat.

Run it as `python benchmarks/horn.py`. Chains, grids and random clauses of 1,000 to 100,000; for each the time to
build the theory, to answer a question that follows (with its proof) and one that is open (with its two models), and
to check the proof. The best of three runs counts. Sorting and the memory's caches add a little at every tenfold.
"""

import random
import sys
import time
from collections.abc import Callable

from hornbook.logic import Clause, Literal, Theory, Verdict, ask, verify

SIZES = (1_000, 10_000, 100_000)
RUNS = 3
UNKNOWN = Literal("unknown")
"""An atom of every theory that no clause mentions."""

Family = Callable[[int], tuple[Theory, list[Literal]]]
"""Makes a theory of about so many clauses, and what is given."""


def chain(size: int) -> tuple[Theory, list[Literal]]:
    """Each atom gives the next."""
    atoms = [Literal(f"a{number:06}") for number in range(size + 1)]
    clauses = [Clause(f"c{number:06}", (atoms[number],), atoms[number + 1]) for number in range(size)]
    return _theory(clauses), atoms[:1]


def grid(size: int) -> tuple[Theory, list[Literal]]:
    """Each place follows from its two neighbours towards the margins, which are given."""
    side = round(size**0.5)
    places = [[Literal(f"p{row:04}-{column:04}") for column in range(side + 1)] for row in range(side + 1)]
    clauses = [
        Clause(f"c{row:04}-{column:04}", (places[row - 1][column], places[row][column - 1]), places[row][column])
        for row in range(1, side + 1)
        for column in range(1, side + 1)
    ]
    return _theory(clauses), [*places[0], *(row[0] for row in places[1:])]


def scattered(size: int) -> tuple[Theory, list[Literal]]:
    """Random clauses of one to three premises, a tenth of them backwards, over half as many atoms."""
    chance = random.Random(size)  # noqa: S311 (repeatable, not secret)
    atoms = [Literal(f"a{number:06}") for number in range(size // 2)]
    clauses = []
    for number in range(size):
        conclusion = chance.randrange(1, len(atoms))
        below = len(atoms) if chance.random() < 0.1 else conclusion
        premises = tuple(atoms[chance.randrange(below)] for _ in range(chance.randint(1, 3)))
        clauses.append(Clause(f"c{number:06}", premises, atoms[conclusion]))
    return _theory(clauses), atoms[: size // 20]


def main() -> None:
    """Print a table of microseconds for each clause."""
    _print_row("µs a clause", "clauses", "build", "follows", "open", "check")
    families: tuple[Family, ...] = (chain, grid, scattered)
    for family in families:
        for size in SIZES:
            _measure(family.__name__, *family(size))


def _theory(clauses: list[Clause]) -> Theory:
    return Theory(tuple(clauses), frozenset({UNKNOWN.atom}))


def _measure(name: str, theory: Theory, given: list[Literal]) -> None:
    model = ask(theory, given, UNKNOWN).model_without
    assert model is not None
    goal = Literal(max(atom for atom, holds in model.items() if holds))
    answer = ask(theory, given, goal)
    assert answer.verdict is Verdict.FOLLOWS
    assert verify(theory.clauses, given, goal, answer) is None
    seconds = (
        _best(lambda: Theory(theory.clauses, theory.atoms)),
        _best(lambda: ask(theory, given, goal)),
        _best(lambda: ask(theory, given, UNKNOWN)),
        _best(lambda: verify(theory.clauses, given, goal, answer)),
    )
    number = len(theory.clauses)
    _print_row(name, f"{number:,}", *(f"{second / number * 1e6:.2f}" for second in seconds))


def _best(work: Callable[[], object]) -> float:
    """Time some work in seconds, the best of a few runs."""
    times = []
    for _ in range(RUNS):
        begin = time.perf_counter()
        work()
        times.append(time.perf_counter() - begin)
    return min(times)


def _print_row(name: str, *columns: str) -> None:
    sys.stdout.write(f"{name:12}{''.join(f'{column:>9}' for column in columns)}\n")


if __name__ == "__main__":
    main()
