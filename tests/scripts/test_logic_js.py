"""The logic in the browser: the answers of truth tables and of our engine, with proofs that the checker accepts."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hornbook.logic import (
    UNSETTLED,
    Answer,
    Checker,
    Clause,
    Literal,
    Proof,
    StepKind,
    SufficientSets,
    Theory,
    Unsettled,
    Verdict,
    ask,
    minimal_sufficient_sets,
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
from tests.scripts.logic_script import Models, Script
from tests.vectors.reading import Asked, all_asked

# "z" is in no theory
facts = st.lists(literals(ATOMS + "z"), max_size=3)
goals = literals(ATOMS + "z")
candidate_lists = st.lists(literals(ATOMS + "z"), max_size=6)
small = theories() | disjunctive_theories()


def flaw_of(
    theory: Theory, taken: Sequence[Literal], goal: Literal, verdict: Verdict | Unsettled, proof: Proof | None
) -> str | None:
    """What is wrong with the proof; there must be one exactly where the verdict is not open."""
    if verdict is Verdict.OPEN or verdict is UNSETTLED:
        return None if proof is None else f"the verdict is {verdict}, but there is a proof"
    if proof is None:
        return f"the verdict is {verdict}, but there is no proof"
    proved = {Verdict.FOLLOWS: goal, Verdict.REFUTED: goal.negated()}.get(verdict)
    return Checker(theory.clauses).proof_flaw(taken, proved, proof)


def held(answer: Answer) -> Models | None:
    """The atoms that hold in the two models of an open question."""
    if answer.verdict is not Verdict.OPEN or answer.model_without is None or answer.model_with is None:
        return None
    without, with_goal = (
        frozenset(atom for atom, holds in model.items() if holds) for model in (answer.model_without, answer.model_with)
    )
    return without, with_goal


# the questions that our engine is held to as well


@pytest.fixture(params=all_asked(), ids=lambda asked: asked.name)
def asked(request: pytest.FixtureRequest) -> Asked:
    found: Asked = request.param
    return found


def test_verdicts_are_those_of_the_truth_tables_and_proved(script: Script, asked: Asked) -> None:
    for question in asked.questions:
        verdict, proof = script.ask(asked.theory, question.given, question.goal)
        assert verdict is question.verdict, question
        assert flaw_of(asked.theory, question.given, question.goal, verdict, proof) is None, question


def test_the_situations_of_what_is_open_are_those_of_the_truth_tables(script: Script, asked: Asked) -> None:
    for question in asked.questions:
        _, _, models = script.ask_all(asked.theory, question.given, question.goal)
        assert models == question.models, question


def test_proofs_are_ours_where_they_suppose_nothing(script: Script, asked: Asked) -> None:
    for question in asked.questions:
        _, proof = script.ask(asked.theory, question.given, question.goal)
        if question.clauses is not None:
            assert proof == ask(asked.theory, question.given, question.goal).proof, question


def test_what_follows_is_what_all_models_have_in_common(script: Script, asked: Asked) -> None:
    for question in asked.questions:
        assert script.following(asked.theory, question.given) == question.follows, question


def test_what_is_missing_are_the_minimal_sets_weakest_first(script: Script, asked: Asked) -> None:
    for question in asked.questions:
        found = script.missing_sets(asked.theory, question.goal, question.candidates, question.given, cap=question.cap)
        assert found == question.missing, question


# laws


@given(theory=small, taken=facts, goal=goals)
def test_the_verdict_is_ours_and_proved(script: Script, theory: Theory, taken: list[Literal], goal: Literal) -> None:
    verdict, proof, models = script.ask_all(theory, taken, goal)
    ours = ask(theory, taken, goal)
    assert verdict is ours.verdict
    assert models == held(ours)
    assert flaw_of(theory, taken, goal, verdict, proof) is None
    if ours.proof is not None and supposes_nothing(ours.proof):
        assert proof == ours.proof


def supposes_nothing(proof: Proof) -> bool:
    return all(step.kind is not StepKind.SUPPOSED for step in proof.steps)


@given(seed=st.integers(0, 10**9), horn=st.booleans(), atoms=st.integers(10, 40))
@settings(max_examples=tries(40))
def test_larger_theories_have_our_verdicts_and_proofs(*, script: Script, seed: int, horn: bool, atoms: int) -> None:
    theory = random_theory(seed, atoms=atoms, clauses=atoms * 3 // 2, horn=horn, widths=[1, 2, 2, 2, 3])
    taken, goal = [Literal("x001"), Literal("x002", seed % 2 == 0)], Literal("x000")
    verdict, proof, models = script.ask_all(theory, taken, goal)
    ours = ask(theory, taken, goal)
    assert verdict is ours.verdict
    assert models == held(ours)
    assert flaw_of(theory, taken, goal, verdict, proof) is None
    if ours.proof is not None and supposes_nothing(ours.proof):
        assert proof == ours.proof


@given(theory=small, taken=facts, goal=goals)
def test_each_step_of_a_proof_is_used_and_stands_once_after_what_is_given(
    script: Script, theory: Theory, taken: list[Literal], goal: Literal
) -> None:
    _, proof = script.ask(theory, taken, goal)
    if proof is None:
        return
    used = {len(proof.steps) - 1}
    for number, step in reversed(list(enumerate(proof.steps))):
        if number in used:
            used.update(step.premises)
    assert used == set(range(len(proof.steps)))
    assert len({(step.literal, step.under) for step in proof.steps}) == len(proof.steps)
    order = [step.kind is not StepKind.GIVEN for step in proof.steps]
    assert order == sorted(order)


@given(theory=small, taken=facts, goal=goals)
def test_what_is_outside_of_a_case_does_not_interrupt_it(
    script: Script, theory: Theory, taken: list[Literal], goal: Literal
) -> None:
    _, proof = script.ask(theory, taken, goal)
    for before, after in zip(proof.steps, proof.steps[1:], strict=False) if proof else ():
        left_a_case = len(after.under) < len(before.under)
        assert left_a_case == (after.under != before.under and after.kind is not StepKind.SUPPOSED)
        assert not left_a_case or after.kind is StepKind.CASES


@given(theory=disjunctive_theories(), taken=facts, goal=goals)
def test_the_case_in_which_an_atom_holds_comes_first(
    script: Script, theory: Theory, taken: list[Literal], goal: Literal
) -> None:
    _, proof = script.ask(theory, taken, goal)
    for step in proof.steps if proof else ():
        if step.kind is StepKind.CASES:
            holding, failing = step.premises
            assert holding < failing


def test_cases_are_told_apart_only_where_that_is_needed(script: Script) -> None:
    a, b, x = Literal("a"), Literal("b"), Literal("x")
    bodies = [(one, other) for one in (a, a.negated()) for other in (b, b.negated())]
    bodies += [(x, Literal(f"y{number}")) for number in range(9)]
    theory = Theory(tuple(Clause(f"c{number:02}", (one,), other) for number, (one, other) in enumerate(bodies)))
    _, proof = script.ask(theory, [], x)
    assert proof is not None
    assert {step.literal.atom for step in proof.steps if step.literal is not None} == {"a", "b"}


@given(theory=small, taken=facts)
def test_what_follows_follows_and_nothing_else_does(script: Script, theory: Theory, taken: list[Literal]) -> None:
    models = models_of(theory, taken)
    everything = [
        Literal(atom, holds)
        for atom in sorted(theory.atoms | {literal.atom for literal in taken})
        for holds in (False, True)
    ]
    expected = [literal for literal in everything if models and literal not in taken and entailed(models, literal)]
    assert script.following(theory, taken) == expected


@given(theory=small, goal=goals, candidates=candidate_lists, taken=facts, cap=st.sampled_from([1, 2, 64]))
def test_what_is_missing_is_what_we_find(
    script: Script, theory: Theory, goal: Literal, candidates: list[Literal], taken: list[Literal], cap: int
) -> None:
    found = script.missing_sets(theory, goal, candidates, taken, cap)
    assert found == minimal_sufficient_sets(theory, goal, candidates, taken, cap)


# what is too large


@pytest.mark.parametrize("pigeons", [2, 3, 4, 5])
def test_few_pigeons_do_not_fit_into_fewer_holes(script: Script, pigeons: int) -> None:
    theory = pigeonhole(pigeons, pigeons - 1)
    verdict, proof = script.ask(theory, [], Literal("0-0"))
    assert verdict is Verdict.CONTRADICTORY
    assert proof is not None
    assert verify_contradiction(theory.clauses, [], proof) is None


def test_a_question_that_is_too_hard_is_left_unsettled(script: Script) -> None:
    theory = pigeonhole(10, 9)
    goal = Literal("0-0")
    assert script.ask(theory, [], goal) == (UNSETTLED, None)
    assert script.following(theory, []) is None
    assert script.missing_sets(theory, goal, sorted(map(Literal, theory.atoms))[:20]) == SufficientSets(
        (), complete=False
    )


def chain_of(length: int) -> tuple[list[Literal], Theory]:
    chain = [Literal(f"n{number:05}") for number in range(length + 1)]
    return chain, Theory(tuple(Clause(f"c{n:05}", (chain[n],), chain[n + 1]) for n in range(length)))


def test_a_long_chain_has_our_proof_and_one_that_is_too_long_is_left_unsettled(script: Script) -> None:
    chain, theory = chain_of(3000)
    for goal in (chain[100], chain[-1]):
        assert script.ask(theory, chain[:1], goal) == (Verdict.FOLLOWS, ask(theory, chain[:1], goal).proof)
    longer, theory = chain_of(40_000)
    assert script.ask(theory, longer[:1], longer[-1]) == (UNSETTLED, None)


# how much work it is


def test_what_a_question_cannot_reach_costs_nothing(script: Script) -> None:
    chain, small = chain_of(50)
    beside = tuple(Clause(f"d{n:05}", (Literal(f"y{n:05}"),), Literal(f"y{n + 1:05}")) for n in range(1000))
    large = Theory((*small.clauses, *beside))
    for goal in (chain[20], chain[-1], chain[20].negated()):
        assert script.looks("judged", large, chain[10:11], goal) == script.looks("judged", small, chain[10:11], goal)
        assert script.looks("settle", large, chain[10:11], goal) == script.looks("settle", small, chain[10:11], goal)
        assert script.looks("judged", small, chain[10:11], goal) <= 3 * 50


def test_what_follows_is_not_asked_atom_by_atom(script: Script) -> None:
    looks = []
    for length in (200, 400):
        chain, theory = chain_of(length)
        looks.append(script.looks("following", theory, chain[length // 2 : length // 2 + 1]))
    assert looks[1] <= 2.2 * looks[0] <= 2.2 * 4 * 200


def test_sets_found_before_the_limit_are_right(script: Script) -> None:
    goal = Literal("g")
    pairs = [(Literal(f"a{place:02}"), Literal(f"b{place:02}")) for place in range(25)]
    theory = Theory(tuple(Clause(f"c{place:02}", pair, goal) for place, pair in enumerate(pairs)))
    found = script.missing_sets(theory, goal, [literal for pair in pairs for literal in pair], cap=10)
    assert not found.complete
    assert len(found.sets) == 10
    assert set(found.sets) <= set(map(frozenset, pairs))
