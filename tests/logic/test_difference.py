import sys
from collections.abc import Set as AbstractSet

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hornbook.logic import UNSETTLED, Answer, Clause, Comparison, Literal, Side, Theory, Verdict, difference, verify
from tests.logic.theories import ATOMS, disjunctive_theories, models_of, pigeonhole, satisfies, theories

A, B, C, D, G = (Literal(atom) for atom in "abcdg")

shared = st.frozensets(st.sampled_from(ATOMS + "z"))


def shadow(theory: Theory, atoms: AbstractSet[str]) -> set[frozenset[tuple[str, bool]]]:
    """What the models say of these atoms."""
    models = models_of(theory, (), [Literal(atom) for atom in atoms])
    return {frozenset((atom, model[atom]) for atom in atoms) for model in models}


def entails(theory: Theory, clause: Clause) -> bool:
    return all(satisfies(model, [clause]) for model in models_of(theory, (), clause.literals()))


pairs = st.tuples(theories(), theories()) | st.tuples(disjunctive_theories(), theories())


@given(pairs, shared)
def test_a_difference_is_found_exactly_where_the_shared_atoms_can_differ(
    pair: tuple[Theory, Theory], atoms: frozenset[str]
) -> None:
    left, right = pair
    found = difference(left, right, atoms).difference
    assert (found is None) == (shadow(left, atoms) == shadow(right, atoms))
    if found is not None:
        holding, other = (left, right) if found.holds_in is Side.LEFT else (right, left)
        assert {literal.atom for literal in found.clause.literals()} <= atoms
        assert entails(holding, found.clause)
        assert not entails(other, found.clause)


@given(pairs, shared)
def test_the_answer_shows_that_the_other_theory_does_not_entail_the_clause(
    pair: tuple[Theory, Theory], atoms: frozenset[str]
) -> None:
    found = difference(*pair, atoms).difference
    if found is None or found.clause.conclusion is None:
        return
    other = pair[1] if found.holds_in is Side.LEFT else pair[0]
    assert found.answer.verdict in {Verdict.OPEN, Verdict.REFUTED}
    assert verify(other.clauses, found.clause.premises, found.clause.conclusion, found.answer) is None


@given(theories() | disjunctive_theories(), shared)
def test_a_theory_agrees_with_itself(theory: Theory, atoms: frozenset[str]) -> None:
    assert difference(theory, theory, atoms) == Comparison(None)


def test_two_ways_through_different_atoms_are_the_same_on_the_shared_ones() -> None:
    left = Theory((Clause("1", (A, B), C), Clause("2", (C, D), G)))
    right = Theory((Clause("1", (B, D), Literal("m")), Clause("2", (A, Literal("m")), G)))
    assert difference(left, right, frozenset("abdg")) == Comparison(None)


def test_the_smallest_clause_that_differs_is_shown_with_a_model() -> None:
    left, right = Theory((Clause("1", (A, B), G), Clause("2", (A,), G))), Theory((Clause("1", (A, B), G),))
    for found, side in (
        (difference(left, right, frozenset("abg")).difference, Side.LEFT),
        (difference(right, left, frozenset("abg")).difference, Side.RIGHT),
    ):
        assert found is not None
        assert (found.clause.premises, found.clause.conclusion, found.holds_in) == ((A,), G, side)
        assert found.answer.model_without == {"a": True, "b": False, "g": False}


def test_of_what_cannot_hold_together_the_last_is_concluded_to_fail() -> None:
    found = difference(Theory((Clause("1", (A, B, C), None),)), Theory(()), frozenset("abc")).difference
    assert found is not None
    assert (found.clause.premises, found.clause.conclusion) == ((A, B), C.negated())


def test_contradictory_theories_agree_even_on_no_atoms() -> None:
    never, clash = Theory((Clause("never", (), None),)), Theory((Clause("a", (), A), Clause("b", (A,), None)))
    assert difference(never, clash, frozenset()) == Comparison(None)
    assert difference(never, clash, frozenset("ab")) == Comparison(None)


def test_a_contradictory_theory_differs_from_a_consistent_one() -> None:
    never = Theory((Clause("never", (), None),))
    found = difference(never, Theory((Clause("a", (), A),)), frozenset("a")).difference
    assert found is not None
    assert (found.clause.conclusion, found.answer.verdict) == (A.negated(), Verdict.REFUTED)
    found = difference(never, Theory((Clause("n", (), A.negated()),)), frozenset("a")).difference
    assert found is not None
    assert (found.clause.conclusion, found.answer.verdict) == (A, Verdict.REFUTED)
    without_atoms = difference(Theory((), frozenset("a")), never, frozenset()).difference
    assert without_atoms is not None
    assert (without_atoms.clause, without_atoms.holds_in) == (Clause("difference", (), None), Side.RIGHT)
    assert without_atoms.answer.model_without == {"a": False}


@given(pairs, shared, st.integers(0, 300))
def test_with_a_limit_it_is_the_same_difference_or_there_may_be_one(
    pair: tuple[Theory, Theory], atoms: frozenset[str], limit: int
) -> None:
    found = difference(*pair, atoms, limit)
    assert found in (Comparison(None, complete=False), difference(*pair, atoms))
    if found.complete:
        assert difference(*pair, atoms, limit + 1) == found


def test_comparing_what_has_too_many_strongest_clauses_is_given_up() -> None:
    def ways(names: str) -> Theory:
        clauses = [Clause("goal", tuple(Literal(f"{names}{place:02}") for place in range(20)), G)]
        clauses += [
            Clause(f"{way}{place:02}", (Literal(f"{way}{place:02}"),), Literal(f"{names}{place:02}"))
            for place in range(20)
            for way in "ab"
        ]
        return Theory(tuple(clauses))

    atoms = frozenset(f"{way}{place:02}" for way in "ab" for place in range(20)) | {"g"}
    assert difference(ways("m"), ways("n"), atoms, 100_000) == Comparison(None, complete=False)


def test_a_question_too_hard_for_the_other_theory_leaves_the_comparison_open() -> None:
    easy = Theory((Clause("1", (A,), B),))
    hard = pigeonhole(9, 8).about([A, B])
    assert difference(easy, hard, {"a", "b"}, limit=50_000) == Comparison(None, complete=False)


def test_so_does_any_question_that_is_not_settled(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.modules["hornbook.logic.difference"], "ask", lambda *_: Answer(UNSETTLED))
    assert difference(Theory((Clause("1", (A,), B),)), Theory(()), {"a", "b"}) == Comparison(None, complete=False)
