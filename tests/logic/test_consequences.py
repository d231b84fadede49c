from hypothesis import given
from hypothesis import strategies as st

from hornbook.logic import Clause, Consequences, Literal, Theory, consequences
from tests.logic.theories import (
    ATOMS,
    disjunctive_theories,
    entailed,
    horn_clauses,
    literals,
    models_of,
    pigeonhole,
    theories,
    true_in,
)

A, B, C, D, G = (Literal(atom) for atom in "abcdg")

facts = st.lists(literals(ATOMS + "z"), max_size=3)


def some_true(model: dict[str, bool], disjunction: frozenset[Literal]) -> bool:
    return any(true_in(model, literal) for literal in disjunction)


@given(theories() | disjunctive_theories() | horn_clauses().map(Theory), facts)
def test_literals_are_all_that_follow_beyond_the_given_and_the_clauses_alone(
    theory: Theory, taken: list[Literal]
) -> None:
    found = consequences(theory, taken)
    models, anyway = models_of(theory, taken), models_of(theory, (), taken)
    atoms = theory.atoms | {literal.atom for literal in taken}
    everything = [Literal(atom, holds) for atom in sorted(atoms) for holds in (False, True)]
    following = [literal for literal in everything if entailed(models, literal)] if models else []
    assert list(found.literals) == [
        literal for literal in following if literal not in taken and not entailed(anyway, literal)
    ]


@given(theories() | disjunctive_theories(), facts)
def test_alternatives_follow_are_strongest_and_independent(theory: Theory, taken: list[Literal]) -> None:
    alternatives = consequences(theory, taken).alternatives
    models, anyway = models_of(theory, taken), models_of(theory, (), taken)
    for disjunction in alternatives:
        assert len(disjunction) >= 2
        assert all(some_true(model, disjunction) for model in models)
        for literal in disjunction:
            assert not all(some_true(model, disjunction - {literal}) for model in models)
        others = [other for other in alternatives if other != disjunction]
        assert not all(
            some_true(model, disjunction) for model in anyway if all(some_true(model, other) for other in others)
        )
    assert list(alternatives) == sorted(alternatives, key=lambda each: (len(each), sorted(each)))


@given(theories() | disjunctive_theories(), facts)
def test_nothing_that_shortened_clauses_say_is_lost(theory: Theory, taken: list[Literal]) -> None:
    found = consequences(theory, taken)
    models = models_of(theory, taken)
    if not models:
        assert found == Consequences()
        return
    told = [
        model
        for model in models_of(theory, (), taken)
        if all(true_in(model, literal) for literal in [*taken, *found.literals])
        and all(some_true(model, disjunction) for disjunction in found.alternatives)
    ]
    assert told == models
    anyway = models_of(theory, (), taken)
    for clause in theory.clauses:
        false = {literal for literal in clause.literals() if entailed(models, literal.negated())}
        left = clause.literals() - false
        if false and not any(entailed(models, literal) for literal in left):
            assert all(
                some_true(model, left)
                for model in anyway
                if all(some_true(model, disjunction) for disjunction in found.alternatives)
            )


def test_what_two_ways_make_impossible_fails_though_one_of_them_needs_what_is_given() -> None:
    theory = Theory((Clause("1", (A, C), B), Clause("2", (A,), D), Clause("3", (B, D), None)))
    assert consequences(theory, [C]).literals == (A.negated(),)
    assert consequences(theory, []).literals == ()


def test_so_does_what_leads_there_from_any_atom() -> None:
    theory = Theory((Clause("1", (D, C), B), Clause("2", (D,), A), Clause("3", (A, B), None)))
    assert consequences(theory, [C]).literals == (D.negated(),)
    theory = Theory((Clause("1", (C,), D), Clause("2", (C,), G), Clause("3", (D, G), B)), frozenset("a"))
    assert consequences(theory, [B.negated()]).literals == (C.negated(),)


def test_the_failure_of_a_goal_leaves_alternatives() -> None:
    theory = Theory((Clause("abg", (A, B), G), Clause("ca", (C,), A), Clause("gd", (D,), G)))
    assert consequences(theory, [G.negated()]) == Consequences((D.negated(),), (frozenset({A.negated(), B.negated()}),))


def test_alternatives_leave_out_what_fails_only_if_another_does() -> None:
    theory = Theory((Clause("abg", (A, B), G), Clause("ab", (A,), B)))
    assert consequences(theory, [G.negated()]) == Consequences((A.negated(),), ())
    theory = Theory((Clause("abcg", (A, B, C), G), Clause("ab", (A,), B)))
    assert consequences(theory, [G.negated()]).alternatives == (frozenset({A.negated(), C.negated()}),)


def test_what_is_left_of_a_clause_is_told_whatever_holds_beside_it() -> None:
    assert consequences(Theory((Clause("1", (A, B), C),)), [A]).alternatives == (frozenset({B.negated(), C}),)


def test_alternatives_that_hold_are_shortened_and_told_apart_as_those_that_fail_are() -> None:
    one_of = Clause("1", (A, B.negated(), C.negated()), D)
    assert consequences(Theory((one_of, Clause("2", (B,), C))), [A]).alternatives == (frozenset({C, D}),)
    pair, other = Clause("1", (A, B.negated()), C), Clause("2", (A, D.negated()), G)
    both = (frozenset({B, C}), frozenset({D, G}))
    assert consequences(Theory((pair, other)), [A]).alternatives == both
    giving = (Clause("3", (B,), D), Clause("4", (C,), G))
    assert consequences(Theory((pair, other, *giving)), [A]).alternatives == both[:1]


def test_a_clause_that_holds_already_hides_no_alternative_of_those_after_it() -> None:
    theory = Theory((Clause("1", (A,), B), Clause("2", (A, C.negated()), D)))
    assert consequences(theory, [A]) == Consequences((B,), (frozenset({C, D}),))


def test_an_alternative_that_follows_from_another_one_is_not_listed_beside_it() -> None:
    theory = Theory((Clause("abg", (A, B), G), Clause("cdg", (C, D), G), Clause("ca", (C,), A), Clause("db", (D,), B)))
    assert consequences(theory, [G.negated()]).alternatives == (frozenset({A.negated(), B.negated()}),)


def test_nothing_follows_where_only_cases_show_the_contradiction() -> None:
    pairs = [(A, B), (A, B.negated()), (A.negated(), B), (A.negated(), B.negated())]
    theory = Theory(tuple(Clause(f"c{place}", (C, left), right) for place, (left, right) in enumerate(pairs)))
    assert consequences(theory, [C]) == Consequences()
    assert consequences(theory, []) == Consequences()


def test_nothing_follows_from_nothing_or_from_a_contradiction() -> None:
    theory = Theory((Clause("a", (), A), Clause("bc", (B,), C)))
    assert consequences(theory, []) == Consequences()
    assert consequences(theory, [A.negated()]) == Consequences()


@given(theories() | disjunctive_theories(), facts, st.integers(0, 150))
def test_with_a_limit_it_is_everything_or_said_to_be_less(theory: Theory, taken: list[Literal], limit: int) -> None:
    found, everything = consequences(theory, taken, limit), consequences(theory, taken)
    if found.complete:
        assert found == everything
        assert consequences(theory, taken, limit + 1) == everything
    else:
        assert all(entailed(models_of(theory, taken), literal) for literal in found.literals)
        assert not set(found.literals) & set(taken)


def test_of_what_is_too_hard_only_what_propagation_gives_is_told() -> None:
    theory = Theory((*pigeonhole(9, 8).clauses, Clause("ab", (A,), B)))
    assert consequences(theory, [A], 20_000) == Consequences((B,), complete=False)
    known = Theory((*theory.clauses, Clause("a", (), A)))
    assert consequences(known, [A], 20_000) == Consequences((), complete=False)


def chained(number: int) -> Theory:
    """Chains of ten, in each of which the last atom excludes another one."""
    clauses = []
    for chain in range(number):
        atoms = [Literal(f"{chain:04}-{place}") for place in range(11)]
        clauses += [Clause(f"c{chain:04}-{place}", (atoms[place],), atoms[place + 1]) for place in range(10)]
        clauses.append(Clause(f"n{chain:04}", (atoms[10], Literal(f"{chain:04}-x")), None))
    return Theory(tuple(clauses))


def test_what_follows_takes_steps_in_proportion_to_the_clauses() -> None:
    for number in (20, 200):
        theory, many = chained(number), [Literal(f"{chain:04}-0") for chain in range(number)]
        for taken in (many[:1], many):
            found = consequences(theory, taken, limit=120 * number)
            assert found.complete
            assert len(found.literals) == 11 * len(taken)
        assert not consequences(theory, many, limit=number).complete


def test_what_fails_is_found_in_steps_in_proportion_though_names_go_against_the_clauses() -> None:
    """Each atom but the first gives the one before it, and all of them what fails unless the last atom does."""
    for number in (20, 200):
        atoms = [Literal(f"x{place:03}") for place in range(number)]
        clauses = [Clause(f"c{place:03}", (atoms[place],), atoms[place - 1]) for place in range(1, number)]
        theory = Theory((*clauses, Clause("last", (atoms[0], Literal("y")), G)))
        found = consequences(theory, [G.negated()], limit=20 * number)
        assert found == Consequences((), (frozenset({atoms[0].negated(), Literal("y", holds=False)}),))


def test_shortened_clauses_are_told_apart_in_steps_in_proportion_to_them() -> None:
    both = [Clause(f"b{place:03}", (A, Literal(f"{place:03}-x")), Literal(f"{place:03}-y")) for place in range(300)]
    found = consequences(Theory(tuple(both)), [A], limit=10_000)
    assert found.complete
    assert len(found.alternatives) == 300
