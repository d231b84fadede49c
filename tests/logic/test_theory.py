import pytest

from hornbook.logic import Clause, Literal, Theory


def test_atoms_are_the_given_and_the_mentioned_ones() -> None:
    theory = Theory((Clause("ab", (Literal("a"),), Literal("b", holds=False)),), frozenset("z"))
    assert theory.atoms == frozenset("abz")


def test_clauses_of_one_name_are_refused_and_named() -> None:
    clauses = tuple(Clause(name, (), None) for name in ("twice", "once", "twice"))
    with pytest.raises(ValueError, match=r"clauses of one name: twice$"):
        Theory(clauses)


def test_theories_are_equal_by_their_clauses_and_atoms() -> None:
    clauses = (Clause("a", (), Literal("a")),)
    assert Theory(clauses) == Theory(clauses, frozenset("a"))
    assert hash(Theory(clauses)) == hash(Theory(clauses, frozenset("a")))
    assert Theory(clauses) != Theory(clauses, frozenset("b"))


def test_literals_and_clauses_read_as_they_are_written() -> None:
    assert str(Literal("a").negated()) == "not a"
    assert str(Literal("a")) == "a"
    assert Clause("ab", (Literal("a"),), None).literals() == {Literal("a", holds=False)}


def test_another_name_comes_after_those_of_all_clauses_and_of_those_before_it() -> None:
    index = Theory(tuple(Clause(name, (), Literal("a")) for name in ("b", "a", "c"))).index
    names = ["a", "b", "c", *map(index.another_name, (0, 1, 9, 10))]
    assert names == sorted(set(names))
    assert Theory(()).index.another_name(0)
