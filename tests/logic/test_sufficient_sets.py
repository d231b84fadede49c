import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hornbook.logic import Clause, Literal, SufficientSets, Theory, minimal_sufficient_sets, sufficient_sets
from hornbook.logic.models import Models
from hornbook.logic.steps import Steps, StepsSpent
from tests.effort import tries
from tests.logic.theories import (
    ATOMS,
    disjunctive_theories,
    entailed,
    horn_clauses,
    literals,
    models_of,
    random_theory,
    theories,
)

A, B, C, D, G = (Literal(atom) for atom in "abcdg")

candidate_lists = st.lists(literals(ATOMS + "z"), max_size=6)


def too_much(*_: object) -> None:
    raise StepsSpent


def sets_by_truth_table(
    theory: Theory, goal: Literal, candidates: list[Literal], taken: list[Literal]
) -> set[frozenset[Literal]]:
    everything = [*candidates, goal]
    sufficient: list[frozenset[Literal]] = []
    for size in range(len(candidates) + 1):
        for members in map(frozenset, itertools.combinations(sorted(set(candidates)), size)):
            models = models_of(theory, [*taken, *members], everything)
            if models and entailed(models, goal) and not any(smaller <= members for smaller in sufficient):
                sufficient.append(members)
    return set(sufficient)


@given(theories() | disjunctive_theories(), literals(ATOMS + "y"), candidate_lists, st.lists(literals(), max_size=2))
def test_the_sets_are_all_that_are_minimal_consistent_and_sufficient(
    theory: Theory, goal: Literal, candidates: list[Literal], taken: list[Literal]
) -> None:
    found = minimal_sufficient_sets(theory, goal, candidates, taken)
    assert found.complete
    assert len(set(found.sets)) == len(found.sets)
    assert set(found.sets) == sets_by_truth_table(theory, goal, candidates, taken)


@given(theories() | disjunctive_theories(), literals(ATOMS + "y"), candidate_lists, st.lists(literals(), max_size=2))
def test_the_search_in_rounds_finds_the_same_sets(
    theory: Theory, goal: Literal, candidates: list[Literal], taken: list[Literal]
) -> None:
    by_projection = minimal_sufficient_sets(theory, goal, candidates, taken)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sufficient_sets, "_all", too_much)
        assert minimal_sufficient_sets(theory, goal, candidates, taken) == by_projection
    cut_off = minimal_sufficient_sets(theory, goal, candidates, taken, limit=30)
    assert set(cut_off.sets) <= set(by_projection.sets)
    assert cut_off.complete <= (cut_off == by_projection)


@given(theories() | disjunctive_theories(), literals(), candidate_lists, st.lists(literals(), max_size=1))
def test_a_set_that_another_one_entails_comes_before_it_then_size_then_ids(
    theory: Theory, goal: Literal, candidates: list[Literal], taken: list[Literal]
) -> None:
    sets = minimal_sufficient_sets(theory, goal, candidates, taken).sets
    everything = [*candidates, goal]

    def gives(strong: frozenset[Literal], weak: frozenset[Literal]) -> bool:
        models = models_of(theory, [*taken, *strong], everything)
        return all(entailed(models, literal) for literal in weak)

    left = set(sets)
    for members in sets:
        free = [one for one in left if not any(gives(one, other) and not gives(other, one) for other in left)]
        assert members == min(free, key=lambda each: (len(each), sorted(each)))
        left.remove(members)


@given(seed=st.integers(0, 10**9), cap=st.integers(1, 3))
@settings(max_examples=tries(50))
def test_a_cap_keeps_the_smallest_sets_and_says_so(seed: int, cap: int) -> None:
    theory = random_theory(seed, atoms=14, clauses=22, horn=True, widths=[2, 3])
    goal, candidates = Literal("x000"), [Literal(atom) for atom in sorted(theory.atoms)]
    everything = minimal_sufficient_sets(theory, goal, candidates, cap=1000)
    capped = minimal_sufficient_sets(theory, goal, candidates, cap=cap)
    assert everything.complete
    assert capped.complete == (len(everything.sets) <= cap)
    by_size = sorted(everything.sets, key=lambda each: (len(each), sorted(each)))
    assert set(capped.sets) == set(by_size[:cap])


def test_a_cap_below_one_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one set"):
        minimal_sufficient_sets(Theory(()), A, [A], cap=0)


def test_a_goal_that_follows_already_needs_nothing_more() -> None:
    assert minimal_sufficient_sets(Theory(()), A, [B], given=[A]) == SufficientSets((frozenset(),), complete=True)


def test_nothing_suffices_where_what_is_given_is_contradictory() -> None:
    assert minimal_sufficient_sets(Theory(()), A, [A], given=[B, B.negated()]) == SufficientSets((), complete=True)


def test_conditions_that_hold_already_are_not_listed_again() -> None:
    theory = Theory((Clause("abg", (A, B), G),))
    assert minimal_sufficient_sets(theory, G, [A, B, G], given=[A]).sets == (frozenset({G}), frozenset({B}))


def test_rounds_leave_out_what_is_contradictory_or_not_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sufficient_sets, "_all", too_much)
    theory = Theory((Clause("1", (A, B, C), G), Clause("2", (B, C), G), Clause("3", (A, D), None)))
    candidates = [A, B, C, D, B.negated()]
    assert minimal_sufficient_sets(theory, G, candidates).sets == (frozenset({B, C}),)
    theory = Theory((Clause("1", (B,), A), Clause("2", (A, B), G)))
    assert minimal_sufficient_sets(theory, G, candidates).sets == (frozenset({B}),)
    theory = Theory((Clause("1", (A,), B), Clause("2", (A, B), G)))
    assert minimal_sufficient_sets(theory, G, candidates).sets == (frozenset({A}),)
    # without the goal denied, C is contradictory with B and A
    theory = Theory((Clause("1", (A, B), C.negated()), Clause("2", (C, D), G), Clause("3", (A, B, C), G)))
    assert minimal_sufficient_sets(theory, G, candidates).sets == (frozenset({C, D}),)


def test_rounds_take_a_literal_and_its_negation_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    theory = Theory((Clause("1", (A, B), G), Clause("2", (A.negated(), C), G), Clause("3", (C, D), None)))
    candidates = [A, A.negated(), B, C, D]
    expected = (frozenset({A, B}), frozenset({B, C}), frozenset({A.negated(), C}))
    assert set(minimal_sufficient_sets(theory, G, candidates).sets) == set(expected)
    monkeypatch.setattr(sufficient_sets, "_all", too_much)
    found = minimal_sufficient_sets(theory, G, candidates)
    assert found.complete
    assert set(found.sets) == set(expected)


def test_a_search_that_runs_out_of_steps_leaves_the_answer_incomplete() -> None:
    theory, candidates = choices(6)
    everything = minimal_sufficient_sets(theory, G, candidates)
    assert everything.complete
    cut_off = [minimal_sufficient_sets(theory, G, candidates, limit=limit) for limit in (0, 100, 1_000, 3_000)]
    assert all(not found.complete and set(found.sets) <= set(everything.sets) for found in cut_off[:3])
    assert [len(found.sets) for found in cut_off] == sorted(len(found.sets) for found in cut_off)


def test_of_more_sets_than_the_cap_the_answer_is_not_complete() -> None:
    theory, candidates = choices(7)
    found = minimal_sufficient_sets(theory, G, candidates)
    assert (len(found.sets), found.complete) == (64, False)
    assert minimal_sufficient_sets(theory, G, candidates, cap=128).complete


@pytest.mark.parametrize(("cap", "complete"), [(3, False), (4, True), (5, True)])
def test_rounds_that_find_as_many_sets_as_there_may_be_know_whether_these_are_all(
    monkeypatch: pytest.MonkeyPatch, cap: int, *, complete: bool
) -> None:
    theory, candidates = choices(2)
    monkeypatch.setattr(sufficient_sets, "_all", too_much)
    found = minimal_sufficient_sets(theory, G, candidates, cap=cap)
    assert (len(found.sets), found.complete) == (min(cap, 4), complete)


def test_rounds_go_on_after_the_last_set_that_there_may_be(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sufficient_sets, "_all", too_much)
    found = minimal_sufficient_sets(Theory((Clause("1", (A,), G),), frozenset("b")), G, [A, B], cap=1)
    assert found == SufficientSets((frozenset({A}),), complete=True)


def choices(number: int) -> tuple[Theory, list[Literal]]:
    """A goal that needs one of two literals in each of `number` places, so 2^number sets."""
    pairs = [(Literal(f"a{place:02}"), Literal(f"b{place:02}"), Literal(f"m{place:02}")) for place in range(number)]
    clauses = [Clause("goal", tuple(middle for _, _, middle in pairs), G)]
    for left, right, middle in pairs:
        clauses += [
            Clause(f"{left}-{middle}", (left,), middle),
            Clause(f"{right}-{middle}", (right,), middle),
        ]
    return Theory(tuple(clauses)), [literal for left, right, _ in pairs for literal in (left, right)]


def test_more_sets_than_can_be_listed_are_cut_off_at_the_cap() -> None:
    theory, candidates = choices(25)
    found = minimal_sufficient_sets(theory, G, candidates)
    assert not found.complete
    assert len(found.sets) == 64
    assert all(len(members) == 25 for members in found.sets)


def test_many_ways_of_two_premises_each_are_all_found() -> None:
    pairs = [(Literal(f"a{place:02}"), Literal(f"b{place:02}")) for place in range(25)]
    theory = Theory(tuple(Clause(f"c{place:02}", pair, G) for place, pair in enumerate(pairs)))
    found = minimal_sufficient_sets(theory, G, [literal for pair in pairs for literal in pair])
    assert found == SufficientSets(tuple(frozenset(pair) for pair in pairs), complete=True)


@given(seed=st.integers(0, 10**9), horn=st.booleans())
@settings(max_examples=tries(10))
def test_sets_of_large_theories_suffice_and_are_minimal(*, seed: int, horn: bool) -> None:
    theory = random_theory(seed, atoms=60, clauses=110, horn=horn, widths=[2, 3, 3])
    goal, candidates = Literal("x000"), [Literal(atom) for atom in sorted(theory.atoms)[1:40]]
    for members in minimal_sufficient_sets(theory, goal, candidates, cap=20).sets:
        assert minimal_sufficient_sets(theory, goal, sorted(members)).sets == (members,)


def test_however_few_steps_there_are_no_set_is_wrong() -> None:
    theory, candidates = choices(3)
    everything = set(minimal_sufficient_sets(theory, G, candidates).sets)
    found = [minimal_sufficient_sets(theory, G, candidates, limit=limit) for limit in range(0, 4_000, 20)]
    assert all(set(one.sets) <= everything for one in found)
    assert all(set(one.sets) == everything for one in found if one.complete)
    assert found[-1].complete


@given(
    theories() | disjunctive_theories() | horn_clauses().map(lambda clauses: Theory(clauses, frozenset(ATOMS))),
    st.lists(st.frozensets(literals(), min_size=1, max_size=2), max_size=5, unique=True),
)
def test_whatever_sets_there_are_each_comes_after_those_that_it_entails(
    theory: Theory, drawn: list[frozenset[Literal]]
) -> None:
    theory = Theory(theory.clauses, frozenset(ATOMS))
    left = [members for members in drawn if models_of(theory, members)]

    def gives(strong: frozenset[Literal], weak: frozenset[Literal]) -> bool:
        return all(entailed(models_of(theory, strong), literal) for literal in weak)

    numbers = [tuple(theory.index.numbers(members)) for members in left]
    for found in sufficient_sets._weakest_first(theory.index, [], numbers, 1_000_000):
        free = [one for one in left if all(gives(other, one) for other in left if gives(one, other))]
        assert found == tuple(theory.index.numbers(free[0]))
        left.remove(free[0])
    assert not left


def test_sets_whose_order_takes_too_many_steps_stay_as_they_came() -> None:
    theory = Theory((Clause("1", (A,), B),))
    index = theory.index
    sets: list[tuple[int, ...]] = [(index.number(A),), (index.number(B),)]
    assert sufficient_sets._weakest_first(index, [], sets, 0) == sets
    assert sufficient_sets._weakest_first(index, [], sets, 1_000) == [sets[1], sets[0]]


def test_what_excludes_a_literal_comes_after_what_only_denies_it() -> None:
    theory = Theory((Clause("1", (A, B), None), Clause("2", (B.negated(),), G)))
    assert minimal_sufficient_sets(theory, G, [A, B.negated()]).sets == (frozenset({B.negated()}), frozenset({A}))
    horn = Theory((Clause("1", (A, B), None), Clause("2", (B, C), None)))
    sets: list[tuple[int, ...]] = [(horn.index.number(A),), (horn.index.number(B.negated()),)]
    assert horn.index.horn
    assert sufficient_sets._weakest_first(horn.index, [], sets, 1_000) == [sets[1], sets[0]]


@pytest.mark.parametrize("holds", [True, False])
def test_so_does_what_gives_a_literal_by_cases_only(*, holds: bool) -> None:
    given_by_cases = Literal("d", holds)
    ways = [(B, C), (B, C.negated()), (B.negated(), C), (B.negated(), C.negated())]
    theory = Theory(tuple(Clause(f"c{place}", (A, *way), given_by_cases) for place, way in enumerate(ways)))
    strong, weak = (theory.index.number(A),), (theory.index.number(given_by_cases),)
    assert sufficient_sets._weakest_first(theory.index, [], [strong, weak], 1_000) == [weak, strong]


def test_what_a_set_gives_takes_a_step_for_each_of_its_literals_and_of_those_found() -> None:
    index = Theory((Clause("1", (A,), B), Clause("2", (B,), C))).index
    members, found = [index.number(A)], [index.number(C)]
    assert sufficient_sets._entailed(Models(index, Steps(4)), members, found) == set(found)
    with pytest.raises(StepsSpent):
        sufficient_sets._entailed(Models(index, Steps(3)), members, found)
