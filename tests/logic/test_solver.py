import random
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pysat.solvers import Cadical153

from hornbook.logic.solver import Solver
from hornbook.logic.steps import Steps, StepsSpent
from tests.effort import tries

clause_codes = st.lists(st.lists(st.integers(0, 11), max_size=4), max_size=30)
assumption_codes = st.lists(st.lists(st.integers(0, 11), max_size=4), min_size=1, max_size=4)


def signed(literal: int) -> int:
    return (literal // 2 + 1) * (1 if literal % 2 else -1)


def check(solver: Solver, clauses: list[list[int]], assumptions: list[int]) -> None:
    model = solver.solve(assumptions)
    with Cadical153(bootstrap_with=[[signed(literal) for literal in clause] for clause in clauses]) as judge:
        satisfiable = judge.solve(assumptions=[signed(literal) for literal in assumptions])
        assert (model is not None) == satisfiable
        if model is None:
            assert solver.failed <= set(assumptions)
            assert not judge.solve(assumptions=[signed(literal) for literal in sorted(solver.failed)])
        else:
            assert model.issuperset(assumptions)
            assert all(not model.isdisjoint(clause) for clause in clauses)
            assert not any(literal ^ 1 in model for literal in model)


@given(clause_codes, assumption_codes, clause_codes)
def test_answers_are_those_of_another_solver_while_clauses_are_added(
    clauses: list[list[int]], asked: list[list[int]], more: list[list[int]]
) -> None:
    solver = Solver(6, Steps())
    known: list[list[int]] = []
    for group in (clauses, more):
        for clause in group:
            solver.add(clause)
        known += group
        for assumptions in asked:
            check(solver, known, assumptions)


@given(st.integers(0, 10**9))
@settings(max_examples=tries(30))
def test_answers_on_hard_random_clauses_are_those_of_another_solver(seed: int) -> None:
    chance = random.Random(seed)
    clauses = [[2 * atom + chance.randrange(2) for atom in chance.sample(range(50), 3)] for _ in range(213)]
    solver = Solver(50, Steps())
    for clause in clauses:
        solver.add(clause)
    for _ in range(5):
        check(solver, clauses, [2 * atom + chance.randrange(2) for atom in chance.sample(range(50), 3)])


def test_no_atoms_and_no_clauses_have_the_empty_model() -> None:
    assert Solver(0, Steps()).solve([]) == frozenset()


def test_a_tautology_and_a_clause_that_holds_already_change_nothing() -> None:
    solver = Solver(2, Steps())
    for clause in ([0, 1], [1], [1, 2]):
        solver.add(clause)
    assert solver.solve([3]) == frozenset({1, 3})


def test_an_empty_clause_leaves_no_model_whatever_is_assumed() -> None:
    solver = Solver(1, Steps())
    solver.add([])
    assert solver.solve([1]) is None
    assert solver.failed == frozenset()


def pigeons(steps: Steps) -> Solver:
    """Seven pigeons in six holes."""
    solver = Solver(42, steps)
    places = [[2 * (6 * pigeon + hole) + 1 for hole in range(6)] for pigeon in range(7)]
    for one in places:
        solver.add(one)
    for one, other in combinations(places, 2):
        for left, right in zip(one, other, strict=True):
            solver.add([left ^ 1, right ^ 1])
    return solver


def test_work_is_counted_and_the_same_each_time() -> None:
    def settled(limit: int) -> bool:
        try:
            return pigeons(Steps(limit)).solve([]) is None
        except StepsSpent:
            return False

    least = next(limit for limit in (4**power for power in range(20)) if settled(limit))
    assert least > 1000
    low, high = least // 4, least
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if settled(middle) else (middle, high)
    assert [settled(limit) for limit in (high - 1, high, high + 1)] == [False, True, True]


def test_a_solver_without_steps_gives_no_answer() -> None:
    with pytest.raises(StepsSpent):
        pigeons(Steps(100)).solve([])


def test_a_step_is_a_look_at_a_clause_and_at_each_further_literal_of_it() -> None:
    """One clause of five literals, at which it looks as one after the other fails."""

    def solved(limit: int) -> bool:
        solver = Solver(5, Steps(limit))
        solver.add([1, 3, 5, 7, 9])
        try:
            return solver.solve([0, 2, 4, 6]) == frozenset({0, 2, 4, 6, 9})
        except StepsSpent:
            return False

    assert [solved(limit) for limit in (17, 18)] == [False, True]
