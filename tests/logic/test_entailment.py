import itertools
import os
import random
import subprocess
import sys
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pysat.solvers import Cadical153

from hornbook.logic import (
    UNSETTLED,
    Answer,
    Clause,
    Consequences,
    Literal,
    Proof,
    StepKind,
    Theory,
    Unsettled,
    Verdict,
    ask,
    consequences,
    contradiction,
    verify,
    verify_contradiction,
)
from tests.effort import tries
from tests.logic.theories import (
    ATOMS,
    disjunctive_theories,
    entailed,
    literals,
    models_of,
    pigeonhole,
    random_theory,
    theories,
)

A, B, C, D, E, G = (Literal(atom) for atom in "abcdeg")

# "z" is in no theory
questions = st.tuples(st.lists(literals(ATOMS + "z"), max_size=3), literals(ATOMS + "z"))


def implication(name: str, *premises: Literal, to: Literal | None) -> Clause:
    return Clause(name, premises, to)


def verdict_by_truth_table(theory: Theory, taken: list[Literal], goal: Literal) -> Verdict:
    models = models_of(theory, taken, [goal])
    if not models:
        return Verdict.CONTRADICTORY
    if entailed(models, goal):
        return Verdict.FOLLOWS
    return Verdict.REFUTED if entailed(models, goal.negated()) else Verdict.OPEN


@given(theories() | disjunctive_theories(), questions)
def test_verdict_is_that_of_the_truth_table_and_certified(
    theory: Theory, question: tuple[list[Literal], Literal]
) -> None:
    taken, goal = question
    answer = ask(theory, taken, goal)
    assert answer.verdict is verdict_by_truth_table(theory, taken, goal)
    assert verify(theory.clauses, taken, goal, answer) is None


@given(theories() | disjunctive_theories(), st.lists(literals(ATOMS + "z"), max_size=3))
def test_contradiction_is_found_exactly_where_there_is_no_model(theory: Theory, taken: list[Literal]) -> None:
    found = contradiction(theory, taken)
    assert (found is None) == bool(models_of(theory, taken))
    if found is not None:
        assert found.proof is not None
        assert verify_contradiction(theory.clauses, taken, found.proof) is None


@pytest.mark.parametrize("horn", [True, False])
@given(seed=st.integers(0, 10**9), atoms=st.integers(30, 200))
@settings(max_examples=tries(40))
def test_large_theories_agree_with_a_sat_solver(*, horn: bool, seed: int, atoms: int) -> None:
    chance = random.Random(seed)
    clauses = int(atoms * chance.uniform(0.8, 2.2))
    theory = random_theory(seed, atoms=atoms, clauses=clauses, horn=horn, widths=[1, 2, 2, 2, 3, 3])
    names = sorted(theory.atoms)
    taken = [Literal(chance.choice(names), chance.random() < 0.8) for _ in range(chance.randrange(4))]
    goal = Literal(chance.choice(names), chance.random() < 0.8)
    answer = ask(theory, taken, goal)
    assert answer.verdict is verdict_by_solver(theory, taken, goal)
    assert verify(theory.clauses, taken, goal, answer) is None


@given(seed=st.integers(0, 10**9))
@settings(max_examples=tries(20))
def test_hard_theories_agree_with_a_sat_solver(seed: int) -> None:
    theory = random_theory(seed, atoms=30, clauses=120, horn=False, widths=[3])
    goal = Literal("x000")
    answer = ask(theory, [], goal)
    assert answer.verdict is verdict_by_solver(theory, [], goal)
    assert verify(theory.clauses, [], goal, answer) is None


def verdict_by_solver(theory: Theory, taken: list[Literal], goal: Literal) -> Verdict:
    number = {atom: place for place, atom in enumerate(sorted(theory.atoms), 1)}

    def coded(literal: Literal) -> int:
        return number[literal.atom] if literal.holds else -number[literal.atom]

    disjunctions = [[coded(literal) for literal in clause.literals()] for clause in theory.clauses]
    with Cadical153(bootstrap_with=disjunctions) as solver:
        assumed = [coded(literal) for literal in taken]
        if not solver.solve(assumptions=assumed):
            return Verdict.CONTRADICTORY
        if not solver.solve(assumptions=[*assumed, -coded(goal)]):
            return Verdict.FOLLOWS
        return Verdict.OPEN if solver.solve(assumptions=[*assumed, coded(goal)]) else Verdict.REFUTED


@given(theories() | disjunctive_theories(), questions, st.randoms(use_true_random=False))
def test_the_order_of_clauses_and_givens_changes_nothing(
    theory: Theory, question: tuple[list[Literal], Literal], chance: random.Random
) -> None:
    taken, goal = question
    clauses, shuffled = list(theory.clauses), list(taken)
    chance.shuffle(clauses)
    chance.shuffle(shuffled)
    assert ask(Theory(tuple(clauses), theory.atoms), shuffled, goal) == ask(theory, taken, goal)


def test_answers_do_not_depend_on_hash_seeds() -> None:
    program = """
from hornbook.logic import Literal, ask, consequences, difference, minimal_sufficient_sets, redundant
from tests.logic.theories import random_theory
def shown(sets):
    return [sorted(map(str, members)) for members in sets]
for seed in range(6):
    theory = random_theory(seed, atoms=12, clauses=24, horn=seed % 2 == 0, widths=[2, 2, 3])
    goal, candidates = Literal("x000"), [Literal(atom) for atom in sorted(theory.atoms)]
    print(ask(theory, [], goal), ask(theory, [Literal("x001")], goal))
    print(shown(minimal_sufficient_sets(theory, goal, candidates).sets))
    found = consequences(theory, {Literal("x001"), Literal("x002", False), Literal("x003")})
    print(found.literals, shown(found.alternatives), redundant(theory, [[clause.name] for clause in theory.clauses]))
    other = random_theory(seed + 100, atoms=12, clauses=24, horn=True, widths=[2, 2, 3])
    print(difference(theory, other, frozenset(["x003", "x004", "x005", "x006"])))
"""
    printed = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for seed in ("0", "1", "2")
    }
    assert len(printed) == 1


# proofs


@given(theories() | disjunctive_theories(), questions)
def test_each_step_of_a_proof_is_used_and_stands_once(theory: Theory, question: tuple[list[Literal], Literal]) -> None:
    proof = ask(theory, *question).proof
    if proof is None:
        return
    used = {len(proof.steps) - 1}
    for number, step in reversed(list(enumerate(proof.steps))):
        if number in used:
            used.update(step.premises)
        if step.kind is StepKind.CASES:
            unders = {proof.steps[premise].under for premise in step.premises}
            used.update(
                place
                for place, other in enumerate(proof.steps)
                if other.kind is StepKind.SUPPOSED and other.under in unders
            )
    assert used == set(range(len(proof.steps)))
    assert len({(step.literal, step.under) for step in proof.steps}) == len(proof.steps)


@given(theories(), questions)
def test_a_proof_by_propagation_uses_as_few_clauses_as_there_can_be(
    theory: Theory, question: tuple[list[Literal], Literal]
) -> None:
    taken, goal = question
    answer = ask(theory, taken, goal)
    proved: dict[Verdict | Unsettled, Literal | None]
    proved = {Verdict.FOLLOWS: goal, Verdict.REFUTED: goal.negated(), Verdict.CONTRADICTORY: None}
    if answer.proof is None or proved_cost(answer.proof) == 0:
        return
    least = least_costs(theory, taken).get(proved[answer.verdict])
    assert (least is None) == any(step.kind is StepKind.CASES for step in answer.proof.steps)
    assert least is None or least == proved_cost(answer.proof)


def proved_cost(proof: Proof) -> int:
    """The clauses that the proof uses when it is written out as a tree."""
    costs: list[int] = []
    for step in proof.steps:
        costs.append((step.kind is StepKind.CLAUSE) + sum(costs[premise] for premise in step.premises))
    return costs[-1]


def least_costs(theory: Theory, taken: list[Literal]) -> dict[Literal | None, int]:
    """The fewest clauses in a derivation by propagation, by iteration to the fixpoint."""
    costs: dict[Literal | None, int] = dict.fromkeys(taken, 0)
    changed = True
    while changed:
        changed = False
        for clause in theory.clauses:
            disjunction = clause.literals()
            if any(literal.negated() in disjunction for literal in disjunction):
                continue
            for concluded in [*disjunction, None]:
                needed = [literal.negated() for literal in disjunction if literal != concluded]
                if all(literal in costs for literal in needed):
                    cost = 1 + sum(costs[literal] for literal in needed)
                    if cost < costs.get(concluded, cost + 1):
                        costs[concluded], changed = cost, True
    return costs


def proof_of(answer: Answer) -> list[str]:
    assert answer.proof is not None
    return [
        f"{'  ' * len(step.under)}{step.literal or 'impossible'} {step.clause or step.kind} {list(step.premises)}"
        for step in answer.proof.steps
    ]


def test_contraposition_reads_a_clause_backwards() -> None:
    theory = Theory((implication("ab", A, B, to=C),))
    assert proof_of(ask(theory, [A, C.negated()], B)) == [
        "a given []",
        "not c given []",
        "not b ab [0, 1]",
    ]


def test_of_equally_short_proofs_the_one_with_fewer_contrapositions_counts_then_fewer_premises_then_names() -> None:
    backwards = implication("a1", G.negated(), to=A.negated())
    wide, narrow, last = implication("a2", A, B, to=G), implication("a3", A, to=G), implication("a4", A, to=G)
    clauses = (last, wide, backwards, narrow)
    assert proof_of(ask(Theory(clauses), [A, B], G))[-1] == "g a3 [0]"
    assert proof_of(ask(Theory((wide, backwards)), [A, B], G))[-1] == "g a2 [0, 1]"


def test_an_impossible_conjunction_is_refuted_by_supposing_it() -> None:
    theory = Theory(
        (
            implication("forth", A, to=B),
            implication("other", A, to=C),
            implication("clash", B, C, to=None),
        )
    )
    assert proof_of(ask(theory, [], A)) == [
        "  a supposed []",
        "  b forth [0]",
        "  c other [0]",
        "  impossible clash [1, 2]",
        "  not a supposed []",
        "not a cases [3, 4]",
    ]


def test_two_ways_to_the_goal_are_told_apart_where_one_of_them_must_hold() -> None:
    theory = Theory(
        (
            implication("first", A, to=G),
            implication("one-of", A.negated(), to=B),
            implication("second", B, to=G),
        )
    )
    assert proof_of(ask(theory, [], G)) == [
        "  a supposed []",
        "  g first [0]",
        "  not a supposed []",
        "  b one-of [2]",
        "  g second [3]",
        "g cases [1, 4]",
    ]


def test_so_they_are_whichever_atom_tells_them_apart() -> None:
    theory = Theory(
        (
            implication("first", D, to=A),
            implication("one-of", D.negated(), to=E),
            implication("second", E, to=A),
        )
    )
    assert proof_of(ask(theory, [], A)) == [
        "  d supposed []",
        "  a first [0]",
        "  not d supposed []",
        "  e one-of [2]",
        "  a second [3]",
        "a cases [1, 4]",
    ]


def test_what_holds_outside_a_case_is_shown_before_it() -> None:
    theory = Theory(
        (
            implication("first", A, D, to=G),
            implication("one-of", A.negated(), to=B),
            implication("second", B, D, to=G),
            implication("to-d", C, to=D),
        )
    )
    assert proof_of(ask(theory, [C], G))[:3] == ["c given []", "d to-d [0]", "  a supposed []"]


def test_so_is_what_a_case_uses_beside_something_that_it_used_already() -> None:
    theory = Theory(
        (
            implication("both", C, B, to=G),
            implication("first", A, to=B),
            implication("second", A, D, to=C),
            implication("to-d", E, to=D),
            implication("without", A.negated(), to=G),
        )
    )
    assert proof_of(ask(theory, [E], G))[:3] == ["e given []", "d to-d [0]", "  a supposed []"]


def test_a_long_proof_by_contradiction_is_not_searched_for_cases() -> None:
    chain = [Literal(f"n{number:02}") for number in range(40)]
    steps = [Clause(f"c{number:02}", (chain[number],), chain[number + 1]) for number in range(39)]
    theory = Theory((*steps, implication("start", A.negated(), to=chain[0]), implication("end", chain[-1], to=A)))
    answer = ask(theory, [], A)
    assert answer.verdict is Verdict.FOLLOWS
    assert proof_of(answer)[0] == "  a supposed []"
    assert verify(theory.clauses, [], A, answer) is None


def test_cases_are_told_apart_within_cases_where_there_is_no_other_way() -> None:
    atoms = [Literal(atom) for atom in "abc"]
    clauses = tuple(
        Clause(f"c{row}", tuple(atoms[i] if row >> i & 1 else atoms[i].negated() for i in range(3)), G)
        for row in range(8)
    )
    answer = ask(Theory(clauses), [], G)
    assert answer.verdict is Verdict.FOLLOWS
    assert answer.proof is not None
    assert max(len(step.under) for step in answer.proof.steps) == 3
    assert verify(clauses, [], G, answer) is None


def test_a_lemma_by_cases_is_used_where_it_leads_on() -> None:
    e, f = Literal("e"), Literal("f")
    theory = Theory(
        (
            implication("a-c", A, to=C),
            implication("a-or-b", A.negated(), to=B),
            implication("b-c", B, to=C),
            implication("c-e-or-f", C, e.negated(), to=f),
            implication("e-d", e, C, to=D),
            implication("f-d", f, C, to=D),
            implication("d-g", D, A, to=G),
            implication("d-b-g", D, B, to=G),
        )
    )
    answer = ask(theory, [], G)
    assert answer.verdict is Verdict.FOLLOWS
    assert verify(theory.clauses, [], G, answer) is None


def both_ways(case: str, to: Literal) -> list[Clause]:
    """Clauses with which an atom gives a literal through two others, and so does its negation."""
    atom = Literal(case)
    clauses = []
    for way in (atom, atom.negated()):
        left, right = Literal(f"{way} left"), Literal(f"{way} right")
        clauses += [
            Clause(f"{way} to the left", (way,), left),
            Clause(f"{way} to the right", (way,), right),
            Clause(f"{way} together", (left, right), to),
        ]
    return clauses


def test_a_literal_and_its_negation_by_different_cases_are_a_contradiction() -> None:
    theory = Theory((*both_ways("p", A), *both_ways("q", A.negated())))
    found = contradiction(theory)
    assert found is not None
    assert found.proof is not None
    assert verify_contradiction(theory.clauses, [], found.proof) is None


def test_givens_that_negate_each_other_clash_without_any_clause() -> None:
    answer = ask(Theory(()), [A, A.negated()], B)
    assert answer.verdict is Verdict.CONTRADICTORY
    assert proof_of(answer) == ["a given []", "not a given []", "impossible clash [0, 1]"]


def test_a_goal_that_is_given_follows_in_one_step() -> None:
    assert proof_of(ask(Theory(()), [A], A)) == ["a given []"]


def test_an_impossible_nothing_is_a_contradiction_by_itself() -> None:
    answer = ask(Theory((implication("never", to=None),)), [], A)
    assert answer.verdict is Verdict.CONTRADICTORY
    assert proof_of(answer) == ["impossible never []"]


def test_facts_that_negate_each_other_are_a_contradiction() -> None:
    answer = ask(Theory((implication("yes", to=A), implication("no", to=A.negated()))), [], B)
    assert answer.verdict is Verdict.CONTRADICTORY
    assert proof_of(answer) == ["a yes []", "impossible no [0]"]


@pytest.mark.parametrize("atom", [A, B, D])
def test_so_they_are_whatever_else_there_is_and_whichever_comes_first(atom: Literal) -> None:
    one_of = implication("or", A.negated(), to=B)
    for holds in (True, False):
        facts = (implication("1", to=Literal(atom.atom, holds)), implication("2", to=Literal(atom.atom, not holds)))
        assert ask(Theory((*facts, one_of)), [], C).verdict is Verdict.CONTRADICTORY
        assert consequences(Theory((*facts, one_of)), [C]) == Consequences()


def test_a_chain_longer_than_the_recursion_limit_is_proved() -> None:
    chain = [Literal(f"n{number:05}") for number in range(5000)]
    theory = Theory(
        tuple(
            Clause(f"c{number:05}", (before,), after)
            for number, (before, after) in enumerate(itertools.pairwise(chain))
        )
    )
    answer = ask(theory, [chain[0]], chain[-1])
    assert verify(theory.clauses, [chain[0]], chain[-1], answer) is None


def test_costs_that_double_at_every_step_stay_small_numbers() -> None:
    clauses = []
    for number in range(300):
        low, high = Literal(f"m{number}"), Literal(f"m{number + 1}")
        left, right = Literal(f"p{number}"), Literal(f"q{number}")
        clauses += [
            Clause(f"p{number}", (low,), left),
            Clause(f"q{number}", (low,), right),
            Clause(f"r{number}", (left, right), high),
        ]
    answer = ask(Theory(tuple(clauses)), [Literal("m0")], Literal("m300"))
    assert answer.proof is not None
    assert len(answer.proof.steps) == 901


# models


@given(theories() | disjunctive_theories(), questions)
def test_the_models_of_an_open_question_are_the_first_without_the_goal_and_the_nearest_to_it_with_it(
    theory: Theory, question: tuple[list[Literal], Literal]
) -> None:
    taken, goal = question
    answer = ask(theory, taken, goal)
    if answer.verdict is not Verdict.OPEN:
        return
    least = chosen(models_of(theory, [*taken, goal.negated()]), lambda _: False)
    assert answer.model_without == least
    assert answer.model_with == chosen(models_of(theory, [*taken, goal]), least.__getitem__)


def chosen(models: list[dict[str, bool]], wanted: Callable[[str], bool]) -> dict[str, bool]:
    """Of these models the one in which atom by atom each has the wanted value if one of those that are left has it."""
    for atom in sorted(models[0]):
        models = [model for model in models if model[atom] == wanted(atom)] or models
    (model,) = models
    return model


@given(seed=st.integers(0, 10**9), horn=st.booleans())
@settings(max_examples=tries(20))
def test_the_models_are_these_in_larger_theories_too(*, seed: int, horn: bool) -> None:
    theory = random_theory(seed, atoms=40, clauses=60, horn=horn, widths=[1, 2, 3, 3])
    goal = Literal("x020")
    answer = ask(theory, [], goal)
    if answer.verdict is Verdict.OPEN:
        least = chosen_by_solver(theory, goal.negated(), lambda _: False)
        assert answer.model_without == least
        assert answer.model_with == chosen_by_solver(theory, goal, least.__getitem__)


def chosen_by_solver(theory: Theory, required: Literal, wanted: Callable[[str], bool]) -> dict[str, bool]:
    number = {atom: place for place, atom in enumerate(sorted(theory.atoms), 1)}

    def coded(literal: Literal) -> int:
        return number[literal.atom] if literal.holds else -number[literal.atom]

    model: dict[str, bool] = {}
    disjunctions = [[coded(literal) for literal in clause.literals()] for clause in theory.clauses]
    with Cadical153(bootstrap_with=[*disjunctions, [coded(required)]]) as solver:
        for atom in sorted(theory.atoms):
            sofar = [coded(Literal(each, holds)) for each, holds in model.items()]
            fits = solver.solve(assumptions=[*sofar, coded(Literal(atom, wanted(atom)))])
            model[atom] = wanted(atom) if fits else not wanted(atom)
    return model


def test_models_cover_the_atoms_of_the_theory_and_the_question_in_order() -> None:
    theory = Theory((implication("ab", A, to=B),), frozenset("d"))
    answer = ask(theory, [C], G)
    assert answer.model_with == {"a": False, "b": False, "c": True, "d": False, "g": True}
    assert answer.model_without == {"a": False, "b": False, "c": True, "d": False, "g": False}
    assert list(answer.model_with) == sorted(answer.model_with)


def test_the_model_with_the_goal_differs_only_where_that_is_needed() -> None:
    theory = Theory((implication("a", A.negated(), to=B), implication("gc", G, to=C), implication("ga", G, to=A)))
    answer = ask(theory, [], G)
    assert answer.model_without == {"a": False, "b": True, "c": False, "g": False}
    assert answer.model_with == {"a": True, "b": True, "c": True, "g": True}


@given(theories() | disjunctive_theories(), questions)
def test_definite_verdicts_come_with_a_model_of_what_is_given(
    theory: Theory, question: tuple[list[Literal], Literal]
) -> None:
    taken, goal = question
    answer = ask(theory, taken, goal)
    shown = [model for model in (answer.model_with, answer.model_without) if model is not None]
    expected = {Verdict.FOLLOWS: 1, Verdict.REFUTED: 1, Verdict.OPEN: 2, Verdict.CONTRADICTORY: 0, UNSETTLED: 0}
    assert len(shown) == expected[answer.verdict]
    for model in shown:
        assert dict(model) in models_of(theory, taken, [goal])


# atoms that the theory does not have


beyond = st.tuples(st.lists(literals("abyz"), max_size=4), literals("abyz"))


@given(theories() | disjunctive_theories(), beyond)
def test_atoms_that_the_theory_does_not_have_are_answered_as_if_it_had_them(
    theory: Theory, question: tuple[list[Literal], Literal]
) -> None:
    taken, goal = question
    theory = Theory(theory.clauses)
    found, as_if = ask(theory, taken, goal), ask(theory.about([*taken, goal]), taken, goal)
    assert (found.verdict, found.proof) == (as_if.verdict, as_if.proof)
    assert verify(theory.clauses, taken, goal, found) is None
    if found.verdict is Verdict.OPEN:
        assert (found.model_with, found.model_without) == (as_if.model_with, as_if.model_without)
        assert found.model_with is not None
        assert list(found.model_with) == sorted(found.model_with)
        assert len(found.model_with) == len(list(found.model_with))
    assert contradiction(theory, taken) == contradiction(theory.about(taken), taken)


def test_a_goal_that_the_theory_does_not_have_is_unsettled_where_what_is_given_is() -> None:
    assert ask(pigeonhole(9, 8), [], Literal("z"), 50_000) == Answer(UNSETTLED)


# limits


@given(disjunctive_theories(), questions, st.integers(0, 100))
def test_with_a_limit_the_answer_is_the_same_or_unsettled(
    theory: Theory, question: tuple[list[Literal], Literal], limit: int
) -> None:
    taken, goal = question
    found = ask(theory, taken, goal, limit)
    assert found in (Answer(UNSETTLED), ask(theory, taken, goal))
    assert contradiction(theory, taken, limit) in (Answer(UNSETTLED), contradiction(theory, taken))
    if found.verdict is not UNSETTLED:
        assert ask(theory, taken, goal, limit + 1) == found


def least_limit(theory: Theory, taken: list[Literal], goal: Literal) -> int:
    """The smallest limit within which the question is settled."""
    low, high = -1, 1_000_000
    while high - low > 1:
        middle = (low + high) // 2
        if ask(theory, taken, goal, middle).verdict is UNSETTLED:
            low = middle
        else:
            high = middle
    return high


@given(disjunctive_theories(), st.lists(questions, min_size=2, max_size=3), st.randoms(use_true_random=False))
@settings(max_examples=tries(30))
def test_the_cost_of_a_question_is_the_same_whatever_was_asked_before(
    theory: Theory, asked: list[tuple[list[Literal], Literal]], chance: random.Random
) -> None:
    costs = [least_limit(theory, *question) for question in asked]
    clauses = list(theory.clauses)
    chance.shuffle(clauses)
    again = Theory(tuple(clauses), theory.atoms)
    assert [least_limit(again, *question) for question in reversed(asked)] == costs[::-1]


def test_horn_clauses_settle_every_question_without_a_step() -> None:
    chain = [Literal(f"n{number:02}") for number in range(40)]
    theory = Theory(tuple(Clause(f"c{n:02}", (chain[n],), chain[n + 1]) for n in range(39)))
    assert ask(theory, [chain[0]], chain[-1], 0).verdict is Verdict.FOLLOWS
    assert ask(theory, [chain[-1]], chain[0], 0).verdict is Verdict.OPEN


def test_what_is_too_hard_is_unsettled_and_shows_nothing() -> None:
    assert ask(pigeonhole(9, 8), [], Literal("0-0"), 50_000) == Answer(UNSETTLED)
    assert contradiction(pigeonhole(9, 8), [], 50_000) == Answer(UNSETTLED)
    assert verify(pigeonhole(9, 8).clauses, [], Literal("0-0"), Answer(UNSETTLED)) is None
