"""SMT-LIB: a solver that is not ours answers each question as the file says that it must."""

from itertools import pairwise

import z3
from hypothesis import given

from hornbook.logic import Clause, Literal, Theory
from hornbook.provers import problems_of, smtlib
from tests.provers.made_questions import Put, hard, put, questions, words


def answered(text: str) -> list[str]:
    """What z3 prints of a file, with a context of its own."""
    context = z3.Context()
    printed: str = z3.Z3_eval_smtlib2_string(context.ref(), text)
    return printed.splitlines()


def statuses(text: str) -> list[str]:
    return [line.split()[2].rstrip(")") for line in text.splitlines() if line.startswith("(set-info :status")]


def file_of(*asked_of: Put) -> str:
    atoms: dict[str, str] = {}
    clauses: dict[str, str] = {}
    for theory, asked in asked_of:
        of_atoms, of_clauses = words(theory, asked)
        atoms |= of_atoms
        clauses |= of_clauses
    return smtlib(["About it"], [(f"Scope {n}", t, [one]) for n, (t, one) in enumerate(asked_of)], atoms, clauses)


@given(questions(), questions())
def test_a_solver_answers_as_the_file_says(one: Put, other: Put) -> None:
    text = file_of(one, other)
    expected = [str(problem.expected) for _, asked in (one, other) for problem in problems_of(asked.answer)]
    assert statuses(text) == expected
    assert answered(text) == expected


def test_questions_that_take_cases() -> None:
    text = file_of(*hard())
    assert answered(text) == statuses(text)
    assert "unsat" in statuses(text)


def test_ids_that_mean_something_to_solvers_are_names_all_the_same() -> None:
    ids = ("not", "true", "false", "and", "let", "push", "bool", "is", "by", "0")
    chain = pairwise(ids)
    theory = Theory(tuple(Clause(f"{one}/{other}", (Literal(one),), Literal(other)) for one, other in chain))
    text = file_of(put(theory, [Literal("not")], Literal("0")), put(theory, [], Literal("true")))
    assert answered(text) == ["sat", "unsat", "sat", "sat"]


def test_what_a_stranger_wrote_stays_within_its_comment() -> None:
    theory, asked = put(Theory((Clause("one", (Literal("a"),), Literal("b")),)), [], Literal("a"))
    evil = "so\n(assert false)\r(assert false)\x85(assert false)\u2028(assert false)"
    text = smtlib([evil], [(evil, theory, [asked])], {"a": evil, "b": evil}, {"one": evil})
    assert answered(text) == ["sat", "sat"]
    assert [line for line in text.splitlines() if line.startswith("(assert false")] == []
