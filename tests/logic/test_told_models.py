"""Models of Horn clauses: which atoms differ from the base is looked up where somebody asks, and then it is a set."""

import pickle

from hornbook.logic import Clause, Literal, Theory, Verdict, ask
from hornbook.logic.models import AtomsOf

ATOMS = [Literal(name) for name in "abcdef"]
A, B, C, D, E, F = ATOMS


def chain() -> Theory:
    clauses = (Clause("ab", (A,), B), Clause("bc", (B,), C), Clause("de", (D,), E))
    return Theory(clauses, frozenset(one.atom for one in ATOMS))


def test_the_atoms_are_a_set() -> None:
    told = AtomsOf(["a", "a", "b", "b", "c", "c"], frozenset({1, 5}))
    assert len(told) == 2
    assert sorted(told) == ["a", "c"]
    assert "c" in told
    assert "b" not in told
    assert set(told) == {"a", "c"}
    assert told ^ {"a"} == frozenset({"c"})


def test_another_process_is_sent_the_atoms_alone() -> None:
    many = [f"a{number:06}" for number in range(100_000)]
    sent = pickle.dumps(AtomsOf(many, frozenset({7})))
    assert len(sent) < 200
    assert pickle.loads(sent) == frozenset({many[7]})


def test_both_models_of_an_open_question_are_told() -> None:
    answer = ask(chain(), [A], D)
    assert answer.verdict is Verdict.OPEN
    assert answer.model_with is not None
    assert answer.model_without is not None
    assert {atom for atom, holds in answer.model_without.items() if holds} == set("abc")
    assert {atom for atom, holds in answer.model_with.items() if holds} == set("abcde")


def test_a_contradiction_is_found_whatever_is_filed_under_the_last_atom() -> None:
    """What is filed under each atom is a list, in which a contradiction must not stand for the last one."""
    none_with = Clause("not-ab", (A, B), None)
    last = Clause("fa", (F,), A)
    answer = ask(Theory((none_with, last, Clause("fb", (F,), B))), [F], C)
    assert answer.verdict is Verdict.CONTRADICTORY
    assert ask(Theory((none_with, last)), [A], F).verdict is Verdict.OPEN


def test_few_clauses_among_many_atoms_are_looked_up() -> None:
    """Where most atoms have nothing, that takes no room."""
    theory = Theory((Clause("ab", (A,), B),), frozenset(f"x{number}" for number in range(100)))
    assert len(theory.index.forward.single) == 1
    assert ask(theory, [A, Literal("x7")], B).verdict is Verdict.FOLLOWS
