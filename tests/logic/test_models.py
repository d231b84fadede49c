"""What is asked of the models of some clauses, one question after another, held against truth tables."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hornbook.logic import Clause, Literal, Theory
from hornbook.logic.models import Models
from hornbook.logic.steps import Steps, StepsSpent
from tests.effort import tries
from tests.logic.theories import (
    ATOMS,
    disjunctive_theories,
    horn_clauses,
    literals,
    models_of,
    random_theory,
    theories,
)

any_theories = theories() | disjunctive_theories() | st.builds(Theory, horn_clauses())
questions = st.lists(st.lists(literals(), max_size=4), min_size=1, max_size=4)


def asked(theory: Theory) -> tuple[Theory, Models]:
    theory = Theory(theory.clauses, frozenset(ATOMS))
    return theory, Models(theory.index, Steps())


def models_by_table(theory: Theory, taken: list[Literal]) -> list[frozenset[int]]:
    return [
        frozenset(theory.index.number(Literal(atom, holds)) for atom, holds in model.items())
        for model in models_of(theory, taken)
    ]


@given(any_theories, questions)
def test_there_are_models_or_literals_that_cannot_hold_together(theory: Theory, taken: list[list[Literal]]) -> None:
    theory, models = asked(theory)
    for question in taken:
        numbers = [theory.index.number(literal) for literal in question]
        possible = models_by_table(theory, question)
        assert models.exist(numbers) == bool(possible)
        some, culprits = models.some(numbers), models.culprits(numbers)
        if possible:
            assert some in possible
            assert culprits is None
        else:
            assert some is None
            assert culprits is not None
            assert culprits == [number for number in numbers if number in culprits]
            assert not models_by_table(theory, [theory.index.literal(number) for number in culprits])


@given(any_theories, questions, st.lists(literals(), max_size=4))
def test_the_first_model_prefers_what_is_said_then_that_atoms_fail(
    theory: Theory, taken: list[list[Literal]], preferred: list[Literal]
) -> None:
    theory, models = asked(theory)
    order = [*map(theory.index.number, preferred), *range(0, 2 * len(ATOMS), 2)]
    for question in taken if not theory.index.horn else ():
        numbers = [theory.index.number(literal) for literal in question]
        possible = models_by_table(theory, question)
        first = max(possible, key=lambda model: [each in model for each in order], default=None)
        assert models.first(numbers, order[: len(preferred)]) == first


@given(seed=st.integers(0, 10**9))
@settings(max_examples=tries(20))
def test_the_first_model_of_many_clauses_is_found_too(seed: int) -> None:
    theory = random_theory(seed, atoms=8, clauses=20, horn=False, widths=[2, 3, 3])
    models, index = Models(theory.index, Steps()), theory.index
    preferred = [2 * (seed % 8) + 1, 2 * (seed // 8 % 8) + 1, 2 * (seed // 64 % 8)]
    possible = [
        frozenset(2 * place + value for place, value in enumerate(model.values())) for model in models_of(theory)
    ]
    for order in ([], preferred):
        wanted = [*order, *range(0, 16, 2)]
        first = max(possible, key=lambda model: [each in model for each in wanted], default=None)
        assert models.first([], order) == first
    assert index.atoms == sorted(theory.atoms)


@given(any_theories, st.lists(literals(), max_size=3), st.lists(literals(), max_size=4))
def test_as_many_hold_as_can_first_come_first(theory: Theory, taken: list[Literal], preferred: list[Literal]) -> None:
    theory, models = asked(theory)
    if not models_by_table(theory, taken):
        return
    among, fitting = list(map(theory.index.number, preferred)), list(taken)
    for literal in preferred:
        fitting += [literal] if models_by_table(theory, [*fitting, literal]) else []
    most = models.most([theory.index.number(literal) for literal in taken], among)
    assert most.intersection(among) == set(map(theory.index.number, fitting)).intersection(among)
    assert models_by_table(theory, [theory.index.literal(number) for number in most])


def numbered(theory: Theory, written: str) -> list[int]:
    """Numbers of literals that are written so: `a -b`."""
    return [theory.index.number(Literal(each.removeprefix("-"), not each.startswith("-"))) for each in written.split()]


def theory_of(*disjunctions: str) -> Theory:
    """Clauses written as their literals; what is the last comes out as the conclusion."""
    read = [
        [Literal(each.removeprefix("-"), not each.startswith("-")) for each in written.split()]
        for written in disjunctions
    ]
    return Theory(
        tuple(
            Clause(f"c{place}", tuple(one.negated() for one in literals[:-1]), literals[-1])
            for place, literals in enumerate(read)
        ),
        frozenset("abcdefgh"),
    )


def test_what_is_preferred_and_cannot_be_hides_nothing_of_what_is_preferred_after_it() -> None:
    """That it cannot be is found by cases alone."""
    theory = theory_of("-a b c", "-a b -c", "-a -b c", "-a -b -c")
    first = Models(theory.index, Steps()).first([], numbered(theory, "a d"))
    assert first == frozenset(numbered(theory, "-a -b -c d -e -f -g -h"))


@pytest.mark.parametrize("names", ["abgh", "efgh", "fegh"])
def test_the_first_atoms_fail_before_later_ones_though_a_solver_meets_these_first(names: str) -> None:
    """Its conflict is about all but the first of these, so that it sets them next."""
    last, fact, one, other = list(names)
    theory = theory_of(f"{fact} {one}", f"{fact} {other}", f"-{one} -{other}", f"{last} {one} {other}")
    first = Models(theory.index, Steps()).first([])
    expected = " ".join(each if each in {fact, other} else f"-{each}" for each in "abcdefgh")
    assert first == frozenset(numbered(theory, expected))


def test_what_has_no_part_in_a_contradiction_is_no_culprit() -> None:
    for theory in (theory_of("h", "-h -a c", "-g d"), theory_of("h", "-h -a c", "-g d", "e f")):
        models = Models(theory.index, Steps())
        assert models.culprits(numbered(theory, "-b d a -c -g")) == numbered(theory, "a -c")
        assert models.culprits(numbered(theory, "-b -d a g c")) == numbered(theory, "-d g")
        assert models.culprits(numbered(theory, "-b a d h")) is None


def test_of_what_is_wanted_what_only_cases_exclude_is_left_out() -> None:
    theory = theory_of("-a b c", "-a b -c", "-a -b c", "-a -b -c")
    most = Models(theory.index, Steps()).most([], numbered(theory, "a d"))
    assert most.isdisjoint(numbered(theory, "a -d"))


def test_looking_for_culprits_takes_a_step_for_each_literal_that_is_asked_or_found() -> None:
    theory = theory_of("-a b", "-b c")
    asked = numbered(theory, "a -c")
    assert Models(theory.index, Steps(5)).culprits(asked) == asked
    with pytest.raises(StepsSpent):
        Models(theory.index, Steps(4)).culprits(asked)
