from dataclasses import replace

import pytest
from hypothesis import given

from hornbook.logic import Clause, Literal, Theory
from hornbook.logic.theory import Index
from tests.logic.theories import ATOMS, clause_lists


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
    assert Clause("a", (Literal("a"),), Literal("a").negated()).literals() == {Literal("a", holds=False)}


def test_another_name_comes_after_those_of_all_clauses_and_of_those_before_it() -> None:
    index = Theory(tuple(Clause(name, (), Literal("a")) for name in ("b", "a", "c"))).index
    names = ["a", "b", "c", *map(index.another_name, (0, 1, 9, 10))]
    assert names == sorted(set(names))
    assert Theory(()).index.another_name(0)


def contents(index: Index) -> dict[str, object]:
    """All that an index says of its clauses."""
    containing = {literal: list(index.containing[literal]) for literal in index.numbered}
    names = ("literals", "conclusion", "place", "short", "horn", "definite")
    return {"containing": containing} | {name: getattr(index, name) for name in names}


@given(clause_lists(), clause_lists(most=4))
def test_an_index_of_more_clauses_is_as_if_made_at_once_and_the_first_stays_as_it_was(
    clauses: list[Clause], more: list[Clause]
) -> None:
    more = [replace(clause, name=f"d{clause.name}") for clause in more]
    index = Theory(tuple(clauses), frozenset(ATOMS)).index
    extended = index.extended(more)
    assert contents(extended) == contents(Theory((*clauses, *more), frozenset(ATOMS)).index)
    assert contents(index) == contents(Theory(tuple(clauses), frozenset(ATOMS)).index)
    assert contents(extended.extended(more[:0])) == contents(extended)


@given(clause_lists())
def test_a_part_of_an_index_says_the_same_of_its_clauses(clauses: list[Clause]) -> None:
    index = Theory(tuple(clauses), frozenset(ATOMS)).index
    some = [clause for place, clause in enumerate(index.clauses) if place % 2]
    alone = contents(Theory(tuple(some), frozenset(ATOMS)).index)
    assert contents(index.part(range(1, len(index.clauses), 2))) == alone


@given(clause_lists())
def test_an_index_knows_which_kind_of_clauses_it_has(clauses: list[Clause]) -> None:
    index = Theory(tuple(clauses)).index
    positive = [sum(index.literal(each).holds for each in literals) for literals in index.literals]
    assert index.horn == all(number <= 1 for number in positive)
    assert index.definite == all(number >= 1 for number in positive)
    assert index.short == [place for place, literals in enumerate(index.literals) if len(literals) <= 1]


@pytest.mark.parametrize(
    ("premises", "conclusion", "kinds"),
    [
        ("", "a", (True, True)),
        ("b", "a", (True, True)),
        ("b", None, (True, False)),
        ("", None, (True, False)),
        ("-b", "a", (False, True)),
        ("-b-c", "a", (False, True)),
    ],
)
def test_one_clause_makes_a_theory_horn_and_definite_or_not(
    premises: str, conclusion: str | None, kinds: tuple[bool, bool]
) -> None:
    literals = tuple(Literal(atom, "-" not in premises) for atom in premises.replace("-", ""))
    last = None if conclusion is None else Literal(conclusion)
    index = Theory((Clause("fact", (), Literal("z")), Clause("one", literals, last))).index
    assert (index.horn, index.definite) == kinds
