"""What a proof by cases is searched in: clauses that are contradictory, none of which can go."""

from hypothesis import assume, given
from hypothesis import strategies as st

from hornbook.logic import Literal, StepKind, Theory
from hornbook.logic.cases import _minimal_unsatisfiable
from hornbook.logic.derivations import CLAUSE, LEAF, Line, cases, supposed
from hornbook.logic.steps import Steps
from tests.logic.theories import models_of, random_theory


@given(seed=st.integers(0, 10**9), taken=st.lists(st.sampled_from(["x000", "x001"]), max_size=2))
def test_of_clauses_that_contradict_what_is_given_only_those_are_left_that_are_needed(
    seed: int, taken: list[str]
) -> None:
    theory = random_theory(seed, atoms=4, clauses=18, horn=False, widths=[2, 3])
    held = [Literal(atom) for atom in taken]
    assume(not models_of(theory, held))
    kept = _minimal_unsatisfiable(theory.index, theory.index.numbers(held), Steps())
    left = [clause for clause in theory.clauses if clause.name in kept]
    assert not models_of(Theory(tuple(left), theory.atoms), held)
    for clause in left:
        assert models_of(Theory(tuple(one for one in left if one is not clause), theory.atoms), held)


def test_cases_cost_as_much_as_a_tree_with_both_ends() -> None:
    holding, failing = supposed((3,)), Line(kind=StepKind.CLAUSE, literal=5, under=(2,), clause="c", cost=CLAUSE)
    for ends in ((holding, failing), (failing, holding)):
        line = cases(5, *ends)
        assert (line.cost, line.under, line.premises) == (2 * LEAF + CLAUSE, (), (holding, failing))
