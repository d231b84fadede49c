"""Direct sets and lacks, held to their definitions by truth tables."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hornbook.logic import Clause, Lacks, Literal, Theory, direct_sets, lacking
from hornbook.logic.direct_sets import CAP
from tests.logic.theories import ATOMS, disjunctive_theories, entailed, literals, models_of, theories

A, B, C, D, G = (Literal(atom) for atom in "abcdg")
_Members = frozenset[Literal]


def clauses_that_conclude(theory: Theory, goal: Literal) -> set[_Members]:
    found = set()
    for clause in theory.clauses:
        disjunction = clause.literals()
        if any(one.negated() in disjunction for one in disjunction) or goal not in disjunction:
            continue
        if clause.conclusion == goal or not goal.holds:
            members = frozenset(one.negated() for one in disjunction if one != goal)
            if goal not in members and models_of(theory, sorted(members), [goal]):
                found.add(members)
    return found


def gives(theory: Theory, goal: Literal, one: _Members, other: _Members) -> bool:
    rest = Theory(tuple(clause for clause in theory.clauses if goal.negated() not in clause.literals()), theory.atoms)
    models = models_of(rest, sorted(one), [*other, goal])
    return all(entailed(models, literal) for literal in other)


@given(theories() | disjunctive_theories(), literals(ATOMS + "y"))
def test_the_direct_sets_are_the_weakest_premises_of_what_concludes_the_goal(theory: Theory, goal: Literal) -> None:
    everything = clauses_that_conclude(theory, goal)
    found = direct_sets(theory, goal)
    assert found.complete
    assert set(found.sets) <= everything
    order = {members: (len(members), sorted(members)) for members in everything}
    for members in everything:
        weaker = {
            other
            for other in everything - {members}
            if gives(theory, goal, members, other)
            and (not gives(theory, goal, other, members) or order[other] < order[members])
        }
        assert (members in found.sets) is (not weaker)
    assert list(found.sets) == sorted(found.sets, key=order.__getitem__)


@given(theories() | disjunctive_theories(), st.lists(literals(), max_size=2), literals())
def test_a_question_lacks_what_settles_it_and_is_no_proof_alone(
    theory: Theory, taken: list[Literal], goal: Literal
) -> None:
    everything = [*map(Literal, ATOMS), *taken, goal]
    models = models_of(theory, taken, everything)
    lacks = lacking(theory, taken, goal, [Literal(atom) for atom in ATOMS])
    assert lacks.complete
    if not models or entailed(models, goal):
        assert (lacks.single, lacks.sets) == ((), ())
        return
    settling = {
        one
        for one in map(Literal, ATOMS)
        if one not in (*taken, goal)
        and (with_it := models_of(theory, [*taken, one], everything))
        and entailed(with_it, goal)
        and not entailed(models_of(theory, [one], everything), goal)
    }
    told = {lack.literal for lack in lacks.single}
    assert told <= settling
    assert settling == told.union(*(lack.stronger for lack in lacks.single))
    for lack, other in product(lacks.single, settling):
        is_given = entailed(models_of(theory, [*taken, other], everything), lack.literal)
        before = {one for lack in lacks.single[: lacks.single.index(lack)] for one in lack.stronger}
        assert (other in lack.stronger) is (is_given and other not in told | before)
    for rest in lacks.sets:
        assert entailed(models_of(theory, [*taken, *rest], everything), goal)
        assert rest.isdisjoint(settling)
        assert not any(rest > other for other in lacks.sets)


def test_a_dense_theory_names_what_readers_want() -> None:
    compact, hausdorff, normal, regular, metrizable = map(
        Literal, ("compact", "hausdorff", "normal", "regular", "metrizable")
    )
    theory = Theory(
        (
            Clause("1", (compact, hausdorff), normal),
            Clause("2", (metrizable,), normal),
            Clause("3", (metrizable,), hausdorff),
            Clause("4", (regular,), hausdorff),
            Clause("5", (hausdorff, normal), regular),
        )
    )
    assert direct_sets(theory, normal).sets == (frozenset({metrizable}), frozenset({compact, hausdorff}))
    (lack,) = lacking(theory, [compact], normal, [hausdorff, normal, regular, metrizable]).single
    assert (lack.literal, lack.stronger) == (hausdorff, (regular,))
    assert lacking(theory, [compact], normal, [hausdorff]).sets == (frozenset({metrizable}),)


def test_nothing_is_told_twice() -> None:
    both = Theory((Clause("1", (A, D), G), Clause("2", (B, D), G), Clause("3", (C,), A), Clause("4", (C,), B)))
    told = [(lack.literal, lack.stronger) for lack in lacking(both, [D], G, [A, B, C]).single]
    assert told == [(A, (C,)), (B, ())]
    longer = Theory((Clause("1", (A, B), G), Clause("2", (A, B, C), G), Clause("3", (C, D), G)))
    assert lacking(longer, [], G, []).sets == (frozenset({A, B}), frozenset({C, D}))


def test_a_set_that_gives_another_one_by_the_goal_alone_stays() -> None:
    theory = Theory((Clause("1", (B,), G), Clause("2", (C,), G), Clause("3", (G,), C), Clause("4", (A,), D)))
    assert direct_sets(theory, G).sets == (frozenset({B}), frozenset({C}))
    by_itself = Theory((*theory.clauses, Clause("5", (B,), C)))
    assert direct_sets(by_itself, G).sets == (frozenset({C}),)
    among_others = Theory(theory.clauses[:3], frozenset("0123456"))
    assert direct_sets(among_others, G).sets == (frozenset({B}), frozenset({C}))


def test_a_set_that_gives_another_one_is_left_out_whatever_fails_in_them() -> None:
    clauses = (Clause("1", (B.negated(),), G), Clause("2", (D.negated(),), G), Clause("3", (G,), A))
    theory = Theory((*clauses, Clause("4", (B.negated(),), D.negated())))
    assert direct_sets(theory, G).sets == (frozenset({D.negated()}),)


def test_nothing_is_lacking_where_the_goal_follows_already() -> None:
    theory = Theory((Clause("1", (A,), G), Clause("2", (B,), G)))
    assert lacking(theory, [A], G, [B]) == Lacks()


def test_what_settles_a_question_by_cases_is_told() -> None:
    ways = [(B, C), (B, C.negated()), (B.negated(), C), (B.negated(), C.negated())]
    theory = Theory(tuple(Clause(f"c{place}", (A, D, *way), G) for place, way in enumerate(ways)))
    assert [lack.literal for lack in lacking(theory, [D], G, [A]).single] == [A]


def test_a_definition_read_backwards_and_a_contrapositive_count() -> None:
    theory = Theory((Clause("d", (A, B), C), Clause("d/a", (C,), A), Clause("n", (A,), D), Clause("x", (D, G), None)))
    assert direct_sets(theory, A).sets == (frozenset({C}),)
    assert direct_sets(theory, A.negated()).sets == (frozenset({D.negated()}), frozenset({B, C.negated()}))
    assert direct_sets(theory, G).sets == ()
    assert direct_sets(theory, G.negated()).sets == (frozenset({D}),)


def test_nothing_gives_what_no_clause_concludes_or_what_is_contradictory() -> None:
    assert direct_sets(Theory(()), A).sets == ()
    assert direct_sets(Theory((Clause("t", (A,), A),)), A).sets == ()
    assert direct_sets(Theory((Clause("f", (), A),)), A).sets == (frozenset(),)
    assert direct_sets(Theory((Clause("f", (), A), Clause("n", (), A.negated()))), B).sets == ()
    assert lacking(Theory((Clause("1", (A,), B),)), [B.negated()], B, [A]).single == ()


@pytest.mark.parametrize("more", [-1, 0, 1, 2])
def test_of_more_sets_than_the_cap_the_first_are_told_and_that_there_are_others(more: int) -> None:
    clauses = [Clause(f"c{number:02}", (Literal(f"p{number:02}"),), G) for number in range(CAP + more)]
    found = direct_sets(Theory(tuple(clauses)), G)
    assert found.sets == tuple(frozenset(clause.premises) for clause in clauses[:CAP])
    assert found.complete == (more <= 0)


def test_what_takes_too_many_steps_is_said() -> None:
    theory = Theory(tuple(Clause(f"c{number:02}", (Literal(f"p{number:02}"),), G) for number in range(40)))
    assert not direct_sets(theory, G, limit=30).complete
    assert not lacking(theory, [], G, [Literal("p00")], limit=3).complete
