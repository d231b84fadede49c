"""Measure whether answers on Horn clauses take linear time: microseconds for each clause must stay about flat.

Run it as `python benchmarks/horn.py`. Chains, grids and random clauses of 1,000 to 100,000; for each the time to
build the theory, to answer a question that follows (with its proof) and one that is open (with its two models), and
to check the proof. The best of five runs counts. Sorting and the memory's caches add a little at every tenfold.

`python benchmarks/horn.py peer` measures against python-sat instead, where that is installed (the `test` extra brings
it): random clauses of 1,000 to 1,000,000 in one theory each, its index built; the time of a question, with its proof
or its models, as a multiple of what `propagate()` takes for the same given literals. One of a hundred clauses is given,
or as many as make a small cone. Processor time, the best of five.
"""

import random
import sys
import time
from collections.abc import Callable

from hornbook.logic import Checker, Clause, Literal, Theory, Verdict, ask, verify

SIZES = (1_000, 10_000, 100_000)
RUNS = 5
SMALL = 500
"""So many given literals make a small cone."""
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
    return Theory(tuple(clauses), frozenset({UNKNOWN.atom}.union(atom.atom for atom in atoms))), atoms[: size // 20]


def main() -> None:
    """Print a table of microseconds for each clause, or one of ratios to the peer."""
    if sys.argv[1:] == ["peer"]:
        _measure_against_peer()
        return
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


def _measure_against_peer() -> None:
    try:
        from pysat.solvers import Minisat22  # noqa: PLC0415 (only where it is installed and asked for)
    except ImportError:
        sys.exit("python-sat is not installed: `pip install 'hornbook[test]'` brings it")
    _print_row("× propagate()", "given", "cone", "peer, ms", "follows", "open", "check")
    for size in (*SIZES, 1_000_000):
        theory, _ = scattered(size)
        number = {atom: place for place, atom in enumerate(theory.index.atoms, 1)}
        clauses = [
            [*(-number[one.atom] for one in clause.premises), number[clause.conclusion.atom]]
            for clause in theory.clauses
            if clause.conclusion is not None
        ]
        with Minisat22(bootstrap_with=clauses) as solver:
            for given in sorted({min(size // 100, SMALL), size // 100}):
                _measure_query(f"{size:,}", theory, given, lambda taken: solver.propagate(assumptions=taken)[1])


def _measure_query(name: str, theory: Theory, number: int, propagate: Callable[[list[int]], list[int]]) -> None:
    chance, index = random.Random(number), theory.index  # noqa: S311 (repeatable, not secret)
    taken = chance.sample(range(1, len(index.atoms)), number)
    given = [Literal(index.atoms[place - 1]) for place in taken]
    holding = [abs(one) - 1 for one in propagate(taken)]
    goal, checker = Literal(index.atoms[holding[-1]]), Checker(theory.clauses)
    follows, opened = ask(theory, given, goal), ask(theory, given, UNKNOWN)
    assert follows.verdict is Verdict.FOLLOWS
    assert checker.flaw(given, UNKNOWN, opened) is None
    peer = _best(lambda: propagate(taken), time.process_time)
    works = (
        lambda: ask(theory, given, goal),
        lambda: ask(theory, given, UNKNOWN),
        lambda: checker.flaw(given, goal, follows),
    )
    ratios = [f"{_best(work, time.process_time) / peer:.1f}" for work in works]
    cone = sum(len(index.containing[2 * atom]) for atom in holding)
    _print_row(name, f"{number:,}", f"{cone:,}", f"{peer * 1e3:.3f}", *ratios)


def _best(work: Callable[[], object], clock: Callable[[], float] = time.perf_counter) -> float:
    """Time some work in seconds, the best of a few runs."""
    times = []
    for _ in range(RUNS):
        begin = clock()
        work()
        times.append(clock() - begin)
    return min(times)


def _print_row(name: str, *columns: str) -> None:
    sys.stdout.write(f"{name:12}{''.join(f'{column:>9}' for column in columns)}\n")


if __name__ == "__main__":
    main()
