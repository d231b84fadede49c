import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hornbook.logic.projection import project
from hornbook.logic.steps import Steps, StepsSpent

families = st.lists(st.frozensets(st.integers(0, 9), max_size=4), max_size=10)
kept_literals = st.frozensets(st.integers(0, 9))


def entails(clauses: list[frozenset[int]], disjunction: frozenset[int]) -> bool:
    models = ({2 * atom + value for atom, value in enumerate(values)} for values in itertools.product([0, 1], repeat=5))
    return all(
        not model.isdisjoint(disjunction) for model in models if all(not model.isdisjoint(clause) for clause in clauses)
    )


@given(families, kept_literals)
def test_the_result_is_every_strongest_clause_over_the_kept_literals(
    clauses: list[frozenset[int]], kept: frozenset[int]
) -> None:
    strongest: list[frozenset[int]] = []
    for size in range(len(kept) + 1):
        for literals in map(frozenset, itertools.combinations(sorted(kept), size)):
            tautology = any(literal ^ 1 in literals for literal in literals)
            if not tautology and not any(each <= literals for each in strongest) and entails(clauses, literals):
                strongest.append(literals)
    expected = sorted(strongest, key=lambda clause: (len(clause), sorted(clause)))
    assert project(clauses, kept.__contains__, Steps()) == expected


@given(families, kept_literals, st.integers(0, 60))
def test_a_limit_gives_the_same_result_or_none(clauses: list[frozenset[int]], kept: frozenset[int], limit: int) -> None:
    assert within(clauses, kept, limit) in (None, project(clauses, kept.__contains__, Steps()))
    if within(clauses, kept, limit) is not None:
        assert within(clauses, kept, limit + 1) is not None


def within(clauses: list[frozenset[int]], kept: frozenset[int], limit: int) -> list[frozenset[int]] | None:
    try:
        return project(clauses, kept.__contains__, Steps(limit))
    except StepsSpent:
        return None


def test_an_impossible_clause_is_all_that_is_left() -> None:
    assert project([frozenset({0}), frozenset(), frozenset({3, 4})], lambda _: True, Steps()) == [frozenset()]


def test_the_clauses_that_there_are_on_the_way_are_what_counts() -> None:
    pairs = [frozenset({2 * place, 100 + 20 * way + 2 * place}) for place in range(10) for way in range(4)]
    goal = frozenset(2 * place + 1 for place in range(10))
    with pytest.raises(StepsSpent):
        project([*pairs, goal], lambda literal: literal >= 100, Steps(10_000))


def test_a_clause_is_held_against_those_that_share_a_literal_and_the_fewest_that_may_be_weaker() -> None:
    pairs = [frozenset({0, 2}), frozenset({0, 4}), frozenset({2, 4})]
    assert [within(pairs, frozenset(range(6)), limit) is None for limit in (6, 7)] == [True, False]


def ways_through(hub: int, far: int, goal: int, first: int) -> tuple[list[frozenset[int]], frozenset[int]]:
    """Twelve ways into a hub and twelve out of it, which all give one more; of these negations alone are kept."""
    ways, middle = range(first, first + 24, 2), range(first + 1, first + 25, 2)
    clauses = [frozenset({2 * way, 2 * hub + 1}) for way in ways]
    clauses += [frozenset({2 * hub, 2 * each + 1}) for each in middle]
    clauses += [frozenset({2 * each, 2 * far + 1}) for each in middle]
    kept = {2 * each for each in (*ways, *middle)} | {2 * goal + 1}
    return [*clauses, frozenset({2 * far, 2 * goal + 1})], frozenset(kept)


def test_what_makes_fewest_clauses_is_forgotten_first() -> None:
    for clauses, kept in (ways_through(0, 1, 2, 3), ways_through(26, 27, 28, 1), ways_through(1, 0, 40, 4)):
        assert within(clauses, kept, 900) is not None


@pytest.mark.parametrize(("ring", "beside"), [(range(8), range(8, 16)), (range(1, 17, 2), range(0, 16, 2))])
def test_what_is_forgotten_goes_before_what_both_values_are_kept_of(ring: range, beside: range) -> None:
    ways = [(ring, ring, 1), (ring, beside, 0), (beside, ring, 3)]
    clauses = [
        frozenset({2 * one[place], 2 * other[(place + further) % 8] + 1})
        for one, other, further in ways
        for place in range(8)
    ]
    kept = frozenset(2 * each + value for each in ring for value in (0, 1))
    assert within(clauses, kept, 2_150) is not None
