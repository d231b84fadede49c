"""Proofs whose cases share lemmas: they are right, short, and found within counted work."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pysat.solvers import Cadical153

from hornbook.logic import (
    UNSETTLED,
    Checker,
    Clause,
    Literal,
    Proof,
    Step,
    StepKind,
    Theory,
    Verdict,
    ask,
    contradiction,
    verify,
    verify_contradiction,
)
from tests.effort import tries
from tests.logic.test_certificates import damaged
from tests.logic.theories import pigeonhole, random_theory

A, B, C, G = (Literal(atom) for atom in "abcg")
NOT_A, NOT_B, NOT_C = A.negated(), B.negated(), C.negated()


def of_all_combinations(atoms: list[Literal], to: Literal | None) -> Theory:
    """A goal that each combination of the atoms gives."""
    rows = range(2 ** len(atoms))
    bodies = [[atom if row >> bit & 1 else atom.negated() for bit, atom in enumerate(atoms)] for row in rows]
    return Theory(tuple(Clause(f"c{row}", tuple(body), to) for row, body in enumerate(bodies)))


def refutation(theory: Theory, limit: int) -> Proof:
    found = contradiction(theory, limit=limit)
    assert found is not None
    assert found.proof is not None
    assert verify_contradiction(theory.clauses, [], found.proof) is None
    return found.proof


# how many steps a proof has, and how many it takes to find it


def test_proofs_that_pigeons_do_not_fit_into_fewer_holes_are_far_from_trees() -> None:
    lengths = [len(refutation(pigeonhole(holes + 1, holes), 2_000_000).steps) for holes in range(2, 7)]
    assert all(length <= most for length, most in zip(lengths, [14, 70, 300, 1_300, 5_800], strict=True))
    assert all(later < 5 * earlier for earlier, later in pairwise(lengths[1:]))


@pytest.mark.parametrize("seed", [0, 3, 7])
def test_random_clauses_of_three_literals_at_the_threshold_are_settled(seed: int) -> None:
    theory = random_theory(seed, atoms=60, clauses=258, horn=False, widths=[3])
    answer = ask(theory, [], Literal("x000"))
    assert answer.verdict is not UNSETTLED
    assert verify(theory.clauses, [], Literal("x000"), answer) is None


def test_where_finding_out_what_is_not_needed_takes_too_long_the_proof_is_found_all_the_same() -> None:
    needless = Clause("0 first", (Literal("0-0"),), Literal("0-1"))
    theory = Theory((needless, *pigeonhole(7, 6).clauses))
    assert len(refutation(theory, 2_000_000).steps) < 7_000


def test_what_settled_facts_make_true_has_no_part_in_what_is_left() -> None:
    rest = [replace(clause, premises=(*clause.premises, G)) for clause in of_all_combinations([A, B, C], None).clauses]
    x = Literal("x")
    theory = Theory((Clause("x-g", (x,), G), Clause("or-g", (x.negated(),), G), *rest))
    proof = refutation(theory, 100_000)
    assert next(step.literal for step in proof.steps if step.kind is StepKind.CASES) == G
    assert StepKind.BY_LEMMA in {step.kind for step in proof.steps}


# laws


@given(seed=st.integers(0, 10**9), ratio=st.sampled_from([4, 5, 6]))
@settings(max_examples=tries(30))
def test_what_takes_lemmas_has_the_verdict_of_a_solver_and_is_proved(seed: int, ratio: int) -> None:
    theory = random_theory(seed, atoms=18, clauses=18 * ratio, horn=False, widths=[3])
    goal = Literal("x001")
    answer = ask(theory, [Literal("x000")], goal)
    assert verify(theory.clauses, [Literal("x000")], goal, answer) is None
    number = {atom: place for place, atom in enumerate(sorted(theory.atoms), 1)}
    coded = [
        [number[one.atom] if one.holds else -number[one.atom] for one in clause.literals()] for clause in theory.clauses
    ]
    taken, wanted = number["x000"], number["x001"]
    with Cadical153(bootstrap_with=[*coded, [taken]]) as solver:
        possible = solver.solve(), solver.solve(assumptions=[wanted]), solver.solve(assumptions=[-wanted])
    expected = {
        (False, False, False): Verdict.CONTRADICTORY,
        (True, True, False): Verdict.FOLLOWS,
        (True, False, True): Verdict.REFUTED,
        (True, True, True): Verdict.OPEN,
    }
    assert answer.verdict is expected[possible]


@given(seed=st.integers(0, 10**9))
@settings(max_examples=tries(20))
def test_a_lemma_rests_on_each_of_its_suppositions_and_every_step_is_used(seed: int) -> None:
    theory = random_theory(seed, atoms=14, clauses=90, horn=False, widths=[3])
    proof = ask(theory, [], Literal("x001")).proof
    steps = () if proof is None else proof.steps
    for lemma in [step for step in steps if step.kind is StepKind.LEMMA]:
        end, todo, rested = steps[lemma.premises[0]], list(lemma.premises), set[Literal | None]()
        while todo:
            step = steps[todo.pop()]
            todo += [each for each in step.premises if len(steps[each].under) > len(lemma.under)]
            rested |= {step.literal} if step.kind is StepKind.SUPPOSED else set()
        assert rested == set(end.under[len(lemma.under) :])
        assert len(rested) >= 2
    closing = [step.premises for step in steps if step.kind in {StepKind.CASES, StepKind.LEMMA}]
    opened = {steps[end].under[:length] for ends in closing for end in ends for length in range(99)}
    used = {len(steps) - 1} | {premise for step in steps for premise in step.premises}
    used |= {place for place, step in enumerate(steps) if step.kind is StepKind.SUPPOSED and step.under in opened}
    assert used == set(range(len(steps)))


@pytest.mark.parametrize("theory", [of_all_combinations([A, B, C], G), of_all_combinations([A, B, C, G], None)])
def test_every_single_damage_to_a_proof_with_lemmas_is_refused(theory: Theory) -> None:
    answer = ask(theory, [], G)
    assert answer.proof is not None
    assert StepKind.BY_LEMMA in {step.kind for step in answer.proof.steps}
    for name, steps in damaged(answer.proof.steps):
        assert verify(theory.clauses, [], G, replace(answer, proof=Proof(tuple(steps)))) is not None, name


# the checker


def supposed(*under: Literal) -> Step:
    return Step(StepKind.SUPPOSED, under[-1], under=under)


CLAUSES = [Clause("ab-c", (A, B), C), Clause("b-not-c", (B, C), None), Clause("g", (), G)]
LEMMA = [
    supposed(A),
    supposed(A, B),
    Step(StepKind.CLAUSE, C, "ab-c", (0, 1), (A, B)),
    Step(StepKind.CLAUSE, None, "b-not-c", (1, 2), (A, B)),
    Step(StepKind.LEMMA, None, premises=(3,)),
]
GIVEN = Step(StepKind.GIVEN, A)
USED = Step(StepKind.BY_LEMMA, NOT_B, premises=(4, 5))
PROOF = [*LEMMA, GIVEN, USED]


def flaw(steps: list[Step], proved: Literal | None) -> str | None:
    return Checker(CLAUSES).proof_flaw([A, B], proved, Proof(tuple(steps)))


def test_a_lemma_written_by_hand_is_accepted() -> None:
    assert flaw(PROOF, NOT_B) is None
    other = [*LEMMA, GIVEN, Step(StepKind.GIVEN, B)]
    assert flaw([*other, Step(StepKind.BY_LEMMA, None, premises=(4, 5, 6))], None) is None
    within = [supposed(G), supposed(G, A), replace(USED, premises=(4, 7), under=(G, A)), supposed(G.negated())]
    assert flaw([*LEMMA, GIVEN, *within, USED], NOT_B) is None


@pytest.mark.parametrize(
    ("steps", "proved", "message"),
    [
        (LEMMA, None, "the last step is not a contradiction"),
        ([*LEMMA[:4], replace(LEMMA[4], premises=(2,))], None, "step 4 does not rest on a contradiction alone"),
        ([*LEMMA[:4], replace(LEMMA[4], premises=(3, 3))], None, "step 4 does not rest on a contradiction alone"),
        ([*LEMMA[:4], replace(LEMMA[4], literal=C)], None, "step 4 does not rest on a contradiction alone"),
        (
            [*LEMMA[:4], replace(LEMMA[4], under=(A, B))],
            None,
            "step 4 does not stand where the suppositions begin that cannot hold together",
        ),
        (
            [*LEMMA[:4], supposed(C), replace(LEMMA[4], under=(C,))],
            None,
            "step 5 does not stand where the suppositions begin that cannot hold together",
        ),
        (
            [*LEMMA[:4], supposed(NOT_A), replace(LEMMA[4], under=(NOT_A,))],
            None,
            "step 5 does not stand where the suppositions begin that cannot hold together",
        ),
        ([*LEMMA, replace(LEMMA[4], premises=(4,))], None, "step 5 takes a lemma for something else"),
        ([*LEMMA, Step(StepKind.CLAUSE, G, "g", (4,))], G, "step 5 takes a lemma for something else"),
        ([*PROOF[:6], replace(USED, premises=())], NOT_B, "step 6 does not rest on a lemma"),
        ([*PROOF[:6], replace(USED, premises=(5, 5))], NOT_B, "step 6 does not rest on a lemma"),
        ([*PROOF[:6], replace(USED, premises=(4, 4))], NOT_B, "step 6 takes a lemma for something else"),
        (
            [*PROOF[:6], replace(USED, premises=(4,))],
            NOT_B,
            "step 6 has not the premises that the lemma of step 4 needs",
        ),
        ([*PROOF[:6], replace(USED, literal=NOT_C)], NOT_C, "step 6 has a literal that is not in the lemma of step 4"),
        ([*PROOF[:6], replace(USED, premises=(4, 0))], NOT_B, "step 6 rests on a step of a case that it is outside of"),
        (
            [*PROOF[:6], supposed(C), replace(USED, under=(C,))],
            NOT_B,
            "step 7 stands under a supposition that none of its premises needs",
        ),
        ([*PROOF[:6], replace(USED, clause="g")], NOT_B, "step 6 names a clause that it does not use"),
    ],
)
def test_each_flaw_of_a_lemma_is_named(steps: list[Step], proved: Literal | None, message: str) -> None:
    assert flaw(steps, proved) == message


def test_a_lemma_under_a_supposition_serves_there_alone() -> None:
    inside = [replace(step, premises=tuple(n + 1 for n in step.premises), under=(G, *step.under)) for step in LEMMA]
    steps = [supposed(G), *inside, GIVEN]
    assert flaw([*steps, replace(USED, premises=(5, 6))], NOT_B) == (
        "step 7 rests on a step of a case that it is outside of"
    )
    assert flaw([*steps, replace(USED, premises=(5, 6), under=(G,))], NOT_B) == (
        "the last step stands under a supposition"
    )
