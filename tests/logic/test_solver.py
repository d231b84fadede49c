import random

from hypothesis import given, settings
from hypothesis import strategies as st
from pysat.solvers import Cadical153

from hornbook.logic.solver import Solver
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
    solver = Solver(6)
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
    solver = Solver(50)
    for clause in clauses:
        solver.add(clause)
    for _ in range(5):
        check(solver, clauses, [2 * atom + chance.randrange(2) for atom in chance.sample(range(50), 3)])


def test_no_atoms_and_no_clauses_have_the_empty_model() -> None:
    assert Solver(0).solve([]) == frozenset()


def test_a_tautology_and_a_clause_that_holds_already_change_nothing() -> None:
    solver = Solver(2)
    for clause in ([0, 1], [1], [1, 2]):
        solver.add(clause)
    assert solver.solve([3]) == frozenset({1, 3})


def test_an_empty_clause_leaves_no_model_whatever_is_assumed() -> None:
    solver = Solver(1)
    solver.add([])
    assert solver.solve([1]) is None
    assert solver.failed == frozenset()
