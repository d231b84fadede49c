"""Measure proofs by cases, and what is listed of large theories: steps and seconds of processor time.

Run it as `python -m benchmarks.proofs`, or with `cases` or `lists` after it. Cases: that pigeons do not fit into fewer
holes, and random clauses of three literals where half of such theories are contradictory; how many steps the proof has.
Lists, of the random Horn clauses of `benchmarks/horn.py`: what follows, clauses that the others give, smallest sets
that give a goal; how many there are. What is cut off at its bound is marked with a plus.
"""

import random
import sys
import time
from collections.abc import Callable
from functools import partial
from typing import TypeVar

from benchmarks.horn import scattered
from hornbook.logic import (
    Clause,
    Literal,
    Theory,
    ask,
    consequences,
    contradiction,
    minimal_sufficient_sets,
    redundant,
    verify,
)
from tests.logic.theories import pigeonhole

LIMIT = 10_000_000
"""More steps than a question may have otherwise, so that eight pigeons are settled."""
SIZES = (1_000, 4_000, 10_000)
ASKED = 2_000
"""Of so many clauses it is found out whether the others give them."""

T = TypeVar("T")


def main() -> None:
    """Print what was asked for, or everything."""
    asked = sys.argv[1:] or ["cases", "lists"]
    if "cases" in asked:
        _measure_cases()
    if "lists" in asked:
        _measure_lists()


def threshold(atoms: int, seed: int) -> Theory:
    """Random clauses of three literals, 4.3 for each atom."""
    chance = random.Random(seed)  # noqa: S311 (repeatable, not secret)
    names = [f"x{number:03}" for number in range(atoms)]
    clauses = []
    for number in range(round(4.3 * atoms)):
        conclusion, *premises = [Literal(atom, chance.random() < 0.5) for atom in chance.sample(names, 3)]
        clauses.append(Clause(f"c{number:03}", tuple(premises), conclusion))
    return Theory(tuple(clauses))


def _measure_cases() -> None:
    _print_row("cases", "clauses", "steps", "seconds")
    for pigeons in range(4, 9):
        theory = pigeonhole(pigeons, pigeons - 1)
        seconds, found = _timed(partial(contradiction, theory, limit=LIMIT))
        steps = len(found.proof.steps) if found is not None and found.proof is not None else None
        _print_row(f"{pigeons} pigeons", len(theory.clauses), "unsettled" if steps is None else steps, seconds)
    for atoms in (30, 50, 75, 100):
        theory, goal = threshold(atoms, atoms), Literal("x000")
        seconds, answer = _timed(partial(ask, theory, [], goal))
        assert verify(theory.clauses, [], goal, answer) is None
        steps = None if answer.proof is None else len(answer.proof.steps)
        _print_row(f"{atoms} atoms", len(theory.clauses), answer.verdict if steps is None else steps, seconds)


def _measure_lists() -> None:
    _print_row("lists", "clauses", "listed", "seconds")
    for size in SIZES:
        theory, given = scattered(size)
        theory.index.forward  # noqa: B018 (the index is built before anything is timed)
        atoms = sorted(theory.atoms)
        goal, candidates = Literal(atoms[len(atoms) // 2]), [Literal(atom) for atom in atoms]
        units = [[clause.name] for clause in theory.clauses[:ASKED]]
        for name, taken in (("what follows from one", given[:1]), ("what follows from many", given)):
            seconds, found = _timed(partial(consequences, theory, taken))
            _print_row(name, size, _number(len(found.literals), complete=found.complete), seconds)
        seconds, less = _timed(partial(redundant, theory, units))
        _print_row("what others give", size, _number(len(less.answers), complete=less.complete), seconds)
        seconds, sets = _timed(partial(minimal_sufficient_sets, theory, goal, candidates))
        _print_row("smallest sets", size, _number(len(sets.sets), complete=sets.complete), seconds)


def _number(number: int, *, complete: bool) -> str:
    return f"{number:,}{'' if complete else '+'}"


def _timed(work: Callable[[], T]) -> tuple[float, T]:
    begin = time.process_time()
    found = work()
    return time.process_time() - begin, found


def _print_row(name: str, *columns: object) -> None:
    told = (f"{column:,}" if isinstance(column, int) else column for column in columns)
    told = (f"{column:.3f}" if isinstance(column, float) else str(column) for column in told)
    sys.stdout.write(f"{name:24}{''.join(f'{column:>12}' for column in told)}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
