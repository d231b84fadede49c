"""What is asked of the models of some clauses, one question after another, held against truth tables."""

from hypothesis import given
from hypothesis import strategies as st

from hornbook.logic import Literal, Theory
from hornbook.logic.models import Models
from hornbook.logic.steps import Steps
from tests.logic.theories import ATOMS, disjunctive_theories, horn_clauses, literals, models_of, theories

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
