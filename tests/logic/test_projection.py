import itertools

from hypothesis import given
from hypothesis import strategies as st

from hornbook.logic.projection import project

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
    assert project(clauses, kept.__contains__) == expected


@given(families, kept_literals, st.integers(0, 6))
def test_a_bound_gives_the_same_result_or_none(clauses: list[frozenset[int]], kept: frozenset[int], most: int) -> None:
    assert project(clauses, kept.__contains__, most) in (None, project(clauses, kept.__contains__))


def test_an_impossible_clause_is_all_that_is_left() -> None:
    assert project([frozenset({0}), frozenset(), frozenset({3, 4})], lambda _: True) == [frozenset()]


def test_a_bound_on_clauses_and_on_resolvents_is_kept() -> None:
    pairs = [frozenset({0, literal}) for literal in (2, 4, 6)] + [frozenset({1, literal}) for literal in (8, 10, 12)]
    resolvents = project(pairs, lambda literal: literal > 1, most=9)
    assert resolvents is not None
    assert len(resolvents) == 9
    assert project(pairs, lambda literal: literal > 1, most=8) is None
    assert project([frozenset({literal}) for literal in (0, 2, 4)], lambda _: True, most=2) is None
