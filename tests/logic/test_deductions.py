"""One deduction of all that propagation gives: each step is one of a proof, and nothing that propagates is left out."""

from hypothesis import given
from hypothesis import strategies as st

from hornbook.logic import Checker, Clause, Literal, Proof, Theory, ask, consequences, deduction
from hornbook.logic.propagation import Propagation
from tests.logic.theories import ATOMS, disjunctive_theories, literals, theories

A, B, C, D = (Literal(atom) for atom in "abcd")
facts = st.lists(literals(ATOMS + "z"), max_size=3)


def propagated(theory: Theory, taken: list[Literal]) -> set[Literal] | None:
    """What unit propagation gives, or None where it finds a contradiction."""
    index = theory.about(taken).index
    state = Propagation(index)
    if state.contradictory or not state.assume_all(index.numbers(taken)):
        return None
    return {index.literal(number) for number in state.holds}


@given(theories() | disjunctive_theories(), facts)
def test_every_step_is_borne_out_and_all_that_propagates_has_one(theory: Theory, taken: list[Literal]) -> None:
    found = deduction(theory, taken)
    expected = propagated(theory, taken)
    if expected is None:
        assert found is None
        return
    assert found is not None
    assert [step.literal for step in found.steps] == list(dict.fromkeys(step.literal for step in found.steps))
    assert {step.literal for step in found.steps} == expected
    checker = Checker(theory.clauses)
    for number, step in enumerate(found.steps, start=1):
        assert checker.proof_flaw(taken, step.literal, Proof(found.steps[:number])) is None


@given(theories(), facts)
def test_a_step_rests_on_no_more_than_the_cheapest_proof_has(theory: Theory, taken: list[Literal]) -> None:
    found = deduction(theory, taken)
    for step in found.steps if found is not None else ():
        assert step.literal is not None
        answer = ask(theory, taken, step.literal)
        if answer.proof is not None and step.clause is not None:
            assert answer.proof.steps[-1].clause == step.clause


def test_what_is_given_both_ways_and_what_contradicts_has_none() -> None:
    theory = Theory((Clause("r", (A,), B), Clause("s", (A, B), None)))
    assert deduction(theory, [C, C.negated()]) is None
    assert deduction(theory, [A]) is None
    assert deduction(Theory(()), []) == Proof(())


def test_what_is_given_comes_before_what_rests_on_it() -> None:
    theory = Theory((Clause("r", (A,), B), Clause("s", (A, B), C), Clause("t", (D,), A.negated())))
    found = deduction(theory, [A])
    assert found is not None
    assert [(str(step.literal), step.clause, step.premises) for step in found.steps] == [
        ("a", None, ()),
        ("b", "r", (0,)),
        ("not d", "t", (0,)),
        ("c", "s", (0, 1)),
    ]


@given(theories() | disjunctive_theories(), facts)
def test_without_alternatives_the_literals_are_the_same(theory: Theory, taken: list[Literal]) -> None:
    literals_alone = consequences(theory, taken, alternatives=False)
    assert literals_alone.literals == consequences(theory, taken).literals
    assert literals_alone.alternatives == ()
