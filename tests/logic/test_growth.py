"""What a question costs does not depend on how much else there is that has nothing to do with it: steps are counted."""

from collections.abc import Callable

import pytest

from hornbook.logic import Clause, Literal, Theory, ask, consequences, direct_sets, minimal_sufficient_sets
from hornbook.logic.steps import Steps
from tests.logic.theories import random_theory

ATOMS = 30
Ask = Callable[[Theory, Literal], object]


@pytest.fixture(name="spent")
def spent_fixture(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The steps that were spent, one number for each time."""
    counted: list[int] = []
    spend = Steps.spend

    def counting(steps: Steps, number: int) -> None:
        counted.append(number)
        spend(steps, number)

    monkeypatch.setattr(Steps, "spend", counting)
    return counted


def beside(theory: Theory, copies: int) -> Theory:
    """The same theory with copies of it over other atoms."""
    clauses = list(theory.clauses)
    for copy in range(copies):
        for one in theory.clauses:
            premises = tuple(_renamed(literal, copy) for literal in one.premises)
            conclusion = None if one.conclusion is None else _renamed(one.conclusion, copy)
            clauses.append(Clause(f"{one.name}-{copy}", premises, conclusion))
    return Theory(tuple(clauses))


def _renamed(literal: Literal, copy: int) -> Literal:
    return Literal(f"{literal.atom}-{copy}", literal.holds)


QUESTIONS: dict[str, Ask] = {
    "fails": lambda theory, goal: consequences(theory, (goal.negated(),)),
    "holds": lambda theory, goal: consequences(theory, (goal,), alternatives=False),
    "direct": lambda theory, goal: direct_sets(theory, goal, 10_000),
    "enough": lambda theory, goal: minimal_sufficient_sets(
        theory, goal, [Literal(f"x{number:03}") for number in range(6)], limit=10_000
    ),
    "follows": lambda theory, goal: ask(theory, (Literal("x000"), Literal("x001")), goal, 10_000),
}


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_question_takes_the_same_steps_among_many_others(spent: list[int], question: str) -> None:
    alone = random_theory(7, atoms=ATOMS, clauses=60, horn=True, widths=(2, 3))
    # What holds whatever is asked is found anew for each question.
    alone = Theory(tuple(one for one in alone.clauses if len(one.literals()) > 1))
    found = []
    for theory in (alone, beside(alone, 3), beside(alone, 12)):
        spent.clear()
        for number in range(6, ATOMS, 4):
            QUESTIONS[question](theory, Literal(f"x{number:03}"))
        found.append(sum(spent))
    assert found[0] == found[1] == found[2]
    assert question == "follows" or found[0] > 0
