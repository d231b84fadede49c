"""The checker accepts what is true and refuses what is damaged."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hornbook.logic import (
    UNSETTLED,
    Answer,
    Checker,
    Clause,
    Literal,
    Model,
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
from tests.logic.theories import (
    assignments,
    disjunctive_theories,
    entailed,
    literals,
    models_of,
    satisfies,
    theories,
    true_in,
)

A, B, C, G, X = (Literal(atom) for atom in "abcgx")
NOT_A, NOT_B, NOT_X = A.negated(), B.negated(), X.negated()

questions = st.tuples(st.lists(literals(), max_size=2), literals())


def damaged(steps: tuple[Step, ...]) -> Iterator[tuple[str, list[Step]]]:
    """Every proof that one damage makes of these steps, none of which proves the same."""
    for place, step in enumerate(steps):
        before, after = list(steps[:place]), list(steps[place + 1 :])
        yield "dropped", [*before, *after]
        yield "cut off", before
        changes: list[tuple[str, Step]] = [
            ("renamed", replace(step, clause="no such clause")),
            ("outside its case", replace(step, under=step.under[:-1])) if step.under else ("", step),
            ("in a case of its own", replace(step, under=(*step.under, X))),
            ("in its case twice", replace(step, under=step.under * 2)) if step.under else ("", step),
            ("under its own literal", replace(step, under=(*step.under, step.literal or X))),
            ("about another atom", replace(step, literal=X)),
            ("given", replace(step, kind=StepKind.GIVEN, clause=None, premises=())),
            ("supposed", replace(step, kind=StepKind.SUPPOSED, clause=None, premises=())),
            ("cases", replace(step, kind=StepKind.CASES, clause=None)),
            ("clash", replace(step, kind=StepKind.CLASH, clause=None)),
            ("a lemma", replace(step, kind=StepKind.LEMMA, literal=None, clause=None)),
            ("by a lemma", replace(step, kind=StepKind.BY_LEMMA, clause=None)),
            ("premise too many", replace(step, premises=(*step.premises, *step.premises, 0))),
            ("self-supporting", replace(step, premises=(place,))),
            ("resting on a later step", replace(step, premises=(len(steps),))),
            ("resting on a step counted from the end", replace(step, premises=(-1,))),
        ]
        if step.literal is not None:
            changes += [
                ("negated", replace(step, literal=step.literal.negated())),
                ("made a contradiction", replace(step, literal=None)),
            ]
        if step.premises:
            changes.append(("without a premise", replace(step, premises=step.premises[1:])))
            changes.append(("without any premise", replace(step, premises=())))
        if len(step.premises) > 1:
            changes.append(("with premises swapped", replace(step, premises=step.premises[::-1])))
        yield from ((name, [*before, change, *after]) for name, change in changes if change != step)


@given(theories(most=6) | disjunctive_theories(), questions)
def test_every_single_damage_to_a_proof_is_refused(theory: Theory, question: tuple[list[Literal], Literal]) -> None:
    taken, goal = question
    answer = ask(theory, taken, goal)
    if answer.proof is None:
        return
    for name, steps in damaged(answer.proof.steps):
        flawed = replace(answer, proof=Proof(tuple(steps)))
        assert verify(theory.clauses, taken, goal, flawed) is not None, name
    others = [clause for clause in theory.clauses if clause.name not in {step.clause for step in answer.proof.steps}]
    if len(others) < len(theory.clauses):
        assert verify(others, taken, goal, answer) is not None
    for literal in {step.literal for step in answer.proof.steps if step.kind is StepKind.GIVEN}:
        assert verify(theory.clauses, [each for each in taken if each != literal], goal, answer) is not None


@given(theories(most=6) | disjunctive_theories(), questions, st.sampled_from(Verdict))
def test_a_certificate_serves_no_other_verdict(
    theory: Theory, question: tuple[list[Literal], Literal], verdict: Verdict
) -> None:
    answer = ask(theory, *question)
    if answer.verdict is not verdict:
        assert verify(theory.clauses, *question, replace(answer, verdict=verdict)) is not None
    assert verify(theory.clauses, question[0], question[1].negated(), answer) is None or (
        answer.verdict is not Verdict.CONTRADICTORY
    )


steps_at_random = st.lists(
    st.builds(
        Step,
        kind=st.sampled_from(StepKind),
        literal=st.none() | literals("ab"),
        clause=st.none() | st.sampled_from(["c0", "c1"]),
        premises=st.lists(st.integers(0, 3), max_size=2).map(tuple),
        under=st.lists(literals("ab"), max_size=1).map(tuple),
    ),
    max_size=5,
).map(lambda steps: Proof(tuple(steps)))


@given(theories("ab", most=3), st.lists(literals("ab"), max_size=2), literals("ab"), steps_at_random)
def test_whatever_proof_is_accepted_proves_the_truth(
    theory: Theory, taken: list[Literal], goal: Literal, proof: Proof
) -> None:
    models = models_of(theory, taken, [goal])
    model = models[0] if models else {}
    for answer, true in (
        (Answer(Verdict.FOLLOWS, proof, model_with=model), bool(models) and entailed(models, goal)),
        (Answer(Verdict.REFUTED, proof, model_without=model), bool(models) and entailed(models, goal.negated())),
        (Answer(Verdict.CONTRADICTORY, proof), not models),
    ):
        assert true or verify(theory.clauses, taken, goal, answer) is not None
    assert not models or verify_contradiction(theory.clauses, taken, proof) is not None


@given(theories(), questions, st.data())
def test_models_are_accepted_exactly_if_they_are_models(
    theory: Theory, question: tuple[list[Literal], Literal], data: st.DataObject
) -> None:
    taken, goal = question
    atoms = theory.atoms | {literal.atom for literal in [*taken, goal]}
    pool = st.sampled_from(assignments(atoms))
    first, second = data.draw(pool), data.draw(pool)
    sound = all(
        satisfies(model, theory.clauses) and all(true_in(model, literal) for literal in [*taken, required])
        for model, required in ((first, goal), (second, goal.negated()))
    )
    answer = Answer(Verdict.OPEN, model_with=first, model_without=second)
    assert (verify(theory.clauses, taken, goal, answer) is None) == sound


OPEN = ask(Theory((Clause("ab", (A,), B),)), [C], G)


def open_flaw(answer: Answer) -> str | None:
    return verify([Clause("ab", (A,), B)], [C], G, answer)


def test_a_damaged_model_is_refused() -> None:
    assert open_flaw(OPEN) is None
    assert OPEN.model_with is not None
    model = dict(OPEN.model_with)
    assert open_flaw(replace(OPEN, model_with=None)) == "the verdict is open, and there is no model with the goal"
    assert open_flaw(replace(OPEN, model_without=None)) == "the verdict is open, and there is no model without the goal"
    assert (
        open_flaw(replace(OPEN, model_with=OPEN.model_without, model_without=model)) == "g does not hold in its model"
    )
    assert open_flaw(replace(OPEN, model_with={**model, "c": False})) == "c does not hold in its model"
    assert open_flaw(replace(OPEN, model_with={**model, "a": True})) == "the model breaks the clause ab"
    assert open_flaw(replace(OPEN, model_without=model)) == "not g does not hold in its model"
    for atom in "abcg":
        partial = {other: value for other, value in model.items() if other != atom}
        told = {
            "a": "the model breaks the clause ab",
            "b": None,  # which is free where a fails
            "c": "c does not hold in its model",
            "g": "g does not hold in its model",
        }
        assert open_flaw(replace(OPEN, model_with=partial)) == told[atom]


def test_an_answer_with_the_wrong_kind_of_certificate_is_refused() -> None:
    proof = ask(Theory(()), [A], A).proof
    assert open_flaw(replace(OPEN, proof=proof)) == "the verdict is open, and there is a proof"
    follows = Answer(Verdict.FOLLOWS, proof, model_with={"a": True})
    assert verify([], [A], A, follows) is None
    assert verify([], [A], A, replace(follows, proof=None)) == "the verdict is follows, and there is no proof"
    assert (
        verify([], [A], A, replace(follows, model_with=None))
        == "the verdict is follows, and there is no model with the goal"
    )
    assert (
        verify([], [A], A, replace(follows, model_without={"a": False}))
        == "the verdict is follows, and there is a model without the goal"
    )
    assert verify([], [A], A, replace(follows, verdict=UNSETTLED)) == "the verdict is unsettled, and there is a proof"
    assert verify([], [A], A, Answer(UNSETTLED)) is None


def test_a_proof_without_a_model_of_what_is_given_settles_nothing() -> None:
    clauses = [Clause("ab", (A,), B), Clause("a-not-b", (A,), NOT_B)]
    proof = Proof((given_step(A), clause_step("ab", B, 0)))
    for model in ({"a": True, "b": True}, {"a": False, "b": True}):
        assert verify(clauses, [A], B, Answer(Verdict.FOLLOWS, proof, model_with=model)) is not None


def test_the_model_of_what_is_given_has_the_goal_that_is_given() -> None:
    holds, fails = Proof((given_step(A),)), Proof((given_step(NOT_A),))
    follows, refuted = Answer(Verdict.FOLLOWS, holds, {"a": False}), Answer(Verdict.REFUTED, fails, None, {"a": True})
    assert verify([], [A], A, follows) == "a does not hold in its model"
    assert verify([], [NOT_A], A, refuted) == "not a does not hold in its model"


# models as differences


@given(theories() | disjunctive_theories(), st.lists(questions, min_size=1, max_size=4), st.data())
def test_models_told_by_how_they_differ_are_accepted_exactly_if_they_are_models(
    theory: Theory, asked: list[tuple[list[Literal], Literal]], data: st.DataObject
) -> None:
    """Whatever the base is, and whatever the checker saw before."""
    checker = Checker(theory.clauses)
    bases = [data.draw(st.sampled_from(assignments(theory.atoms | set("abcde")))) for _ in range(2)]
    for taken, goal in asked:
        base = data.draw(st.sampled_from(bases))
        first, second = (Model(base, data.draw(st.frozensets(st.sampled_from(sorted(base))))) for _ in range(2))
        sound = all(
            satisfies(dict(model), theory.clauses) and all(true_in(dict(model), one) for one in [*taken, required])
            for model, required in ((first, goal), (second, goal.negated()))
        )
        answer = Answer(Verdict.OPEN, model_with=first, model_without=second)
        assert (checker.flaw(taken, goal, answer) is None) == sound


@given(theories() | disjunctive_theories(), questions)
def test_a_damaged_difference_is_refused_unless_it_is_another_model(
    theory: Theory, question: tuple[list[Literal], Literal]
) -> None:
    taken, goal = question
    answer = ask(theory, taken, goal)
    checker = Checker(theory.clauses)
    assert checker.flaw(taken, goal, answer) is None
    for required, model in ((goal, answer.model_with), (goal.negated(), answer.model_without)):
        if not isinstance(model, Model):
            continue
        for atom in model:
            flipped = Model(model.base, model.flipped ^ {atom})
            sound = dict(flipped) in models_of(theory, [*taken, required])
            damaged_answer = (
                replace(answer, model_with=flipped) if required is goal else replace(answer, model_without=flipped)
            )
            assert (checker.flaw(taken, goal, damaged_answer) is None) == sound


def test_a_difference_that_breaks_a_clause_of_its_base_is_refused() -> None:
    checker = Checker([Clause("ab", (A,), B)])
    for base, flipped in (({"a": False, "b": False}, "a"), ({"a": True, "b": True}, "b")):
        good = Model({**base, "g": True}, frozenset("z"))
        answer = Answer(Verdict.OPEN, model_with=good, model_without=replace(good, flipped=frozenset("g")))
        assert checker.flaw([], G, answer) is None
        broken = replace(answer, model_with=replace(good, flipped=frozenset(flipped)))
        assert checker.flaw([], G, broken) == "the model breaks the clause ab"


def test_a_base_that_breaks_a_clause_is_no_model_by_itself() -> None:
    checker = Checker([Clause("ab", (A,), B)])
    wrong = {"a": True, "b": False, "g": True}
    good = Model(wrong, frozenset("a"))
    answer = Answer(Verdict.OPEN, model_with=good, model_without=Model(wrong, frozenset("ag")))
    assert checker.flaw([], G, answer) is None
    assert (
        checker.flaw([], G, replace(answer, model_with=Model(wrong, frozenset()))) == "the model breaks the clause ab"
    )
    assert checker.flaw([], G, replace(answer, model_with=Model({**wrong}, frozenset()))) is not None
    assert checker.flaw([], G, answer) is None


def given_step(literal: Literal) -> Step:
    return Step(StepKind.GIVEN, literal)


def supposed_step(*under: Literal) -> Step:
    return Step(StepKind.SUPPOSED, under[-1], under=under)


def clause_step(clause: str, literal: Literal | None, *premises: int, under: tuple[Literal, ...] = ()) -> Step:
    return Step(StepKind.CLAUSE, literal, clause, premises, under)


CLAUSES = [
    Clause("ag", (A,), G),
    Clause("bg", (B,), G),
    Clause("a-or-b", (NOT_A,), B),
    Clause("abc", (A, B, A), C),
    Clause("a-not-a", (A,), A),
]
CASES = [
    supposed_step(A),
    clause_step("ag", G, 0, under=(A,)),
    supposed_step(NOT_A),
    clause_step("a-or-b", B, 2, under=(NOT_A,)),
    clause_step("bg", G, 3, under=(NOT_A,)),
    Step(StepKind.CASES, G, premises=(1, 4)),
]


def flaw(steps: list[Step], taken: list[Literal], goal: Literal) -> str | None:
    return Checker(CLAUSES).proof_flaw(taken, goal, Proof(tuple(steps)))


def test_proofs_written_by_hand_are_accepted() -> None:
    assert flaw(CASES, [], G) is None
    assert flaw([given_step(A), given_step(B), clause_step("abc", C, 0, 1)], [A, B], C) is None
    assert (
        flaw([given_step(A), given_step(C.negated()), clause_step("abc", NOT_B, 0, 1)], [A, C.negated()], NOT_B) is None
    )


@pytest.mark.parametrize(
    ("steps", "message"),
    [
        ([], "the proof has no steps"),
        ([given_step(G)], "step 0 is not one of the given literals"),
        ([replace(given_step(A), under=(A,))], "step 0 is not one of the given literals"),
        ([given_step(A), replace(given_step(A), premises=(0,))], "step 1 is not one of the given literals"),
        ([replace(given_step(A), clause="ag")], "step 0 names a clause that it does not use"),
        ([given_step(A)], "the last step is not g"),
        ([supposed_step(G)], "the last step stands under a supposition"),
        ([Step(StepKind.SUPPOSED, G, under=(A,))], "step 0 does not suppose the last of its suppositions"),
        ([Step(StepKind.SUPPOSED, G)], "step 0 does not suppose the last of its suppositions"),
        ([supposed_step(A, G)], "step 0 stands in a case that was not opened"),
        ([clause_step("ag", G, 0)], "step 0 rests on a step that is not before it"),
        ([given_step(A), clause_step("ag", G, -1)], "step 1 rests on a step that is not before it"),
        ([given_step(A), clause_step("ga", G, 0)], "step 1 names a clause that there is not"),
        ([given_step(A), Step(StepKind.CLAUSE, G, premises=(0,))], "step 1 names a clause that there is not"),
        ([given_step(A), clause_step("bg", G, 0)], "step 1 has not the premises that the clause bg needs"),
        ([given_step(B), clause_step("ag", G, 0)], "step 1 has not the premises that the clause ag needs"),
        ([clause_step("ag", G, 1), given_step(A)], "step 0 rests on a step that is not before it"),
        ([given_step(A), clause_step("ag", C, 0)], "step 1 has a literal that is not in the clause ag"),
        ([given_step(A), clause_step("abc", C, 0, 0)], "step 1 has not the premises that the clause abc needs"),
        ([given_step(A), clause_step("ag", None, 0)], "step 1 has not the premises that the clause ag needs"),
        ([clause_step("a-not-a", A)], "step 0 has not the premises that the clause a-not-a needs"),
        ([supposed_step(A), clause_step("ag", G, 0)], "step 1 stands in a case that it is outside of"),
        (
            [given_step(A), supposed_step(B), clause_step("ag", G, 0, under=(B,))],
            "step 2 stands under a supposition that none of its premises needs",
        ),
        (
            [supposed_step(A), supposed_step(B), clause_step("abc", C, 0, 1, under=(B,))],
            "step 2 rests on a step of a case that it is outside of",
        ),
        ([*CASES[:5], replace(CASES[5], premises=(1,))], "step 5 does not rest on the ends of two cases"),
        (
            [*CASES[:5], replace(CASES[5], premises=(4, 1))],
            "step 5 does not begin with the case in which an atom holds",
        ),
        (
            [given_step(A), given_step(B), Step(StepKind.CASES, G, premises=(0, 1))],
            "step 2 does not begin with the case in which an atom holds",
        ),
        (
            [*CASES[:5], replace(CASES[5], premises=(1, 1))],
            "step 5 does not rest on a case and its opposite, opened where it stands",
        ),
        (
            [*CASES[:5], supposed_step(X), replace(CASES[5], under=(X,))],
            "step 6 does not rest on a case and its opposite, opened where it stands",
        ),
        (
            [
                supposed_step(X),
                supposed_step(X, A),
                clause_step("ag", G, 1, under=(X, A)),
                supposed_step(NOT_A),
                clause_step("a-or-b", B, 3, under=(NOT_A,)),
                clause_step("bg", G, 4, under=(NOT_A,)),
                Step(StepKind.CASES, G, premises=(2, 5)),
            ],
            "step 6 does not rest on a case and its opposite, opened where it stands",
        ),
        ([*CASES[:5], replace(CASES[5], premises=(1, 3))], "step 5 has a case that ends with something else"),
        ([*CASES[:5], replace(CASES[5], literal=None)], "step 5 has a case that ends with something else"),
    ],
)
def test_each_flaw_of_a_proof_is_named(steps: list[Step], message: str) -> None:
    if message.startswith("step 1 stands in a case"):
        message = message.replace("stands in", "rests on a step of")
    assert flaw(steps, [A, B], G) == message


def test_both_ends_of_cases_stand_in_cases_that_are_opened_where_these_are_told_apart() -> None:
    holding = [supposed_step(A), clause_step("ag", G, 0, under=(A,))]
    failing = [
        supposed_step(NOT_A),
        clause_step("a-or-b", B, 2, under=(NOT_A,)),
        clause_step("bg", G, 3, under=(NOT_A,)),
    ]
    for moved in (holding, failing):
        steps = [*holding, *failing, supposed_step(X)]
        for step in moved:
            place = steps.index(step)
            steps[place] = replace(step, under=(X, *step.under))
        steps = [steps[-1], *steps[:-1]]
        steps = [replace(step, premises=tuple(premise + 1 for premise in step.premises)) for step in steps]
        told_apart = Step(StepKind.CASES, G, premises=(2, 5), under=(X,))
        assert flaw([*steps, told_apart], [], G) == (
            "step 6 does not rest on a case and its opposite, opened where it stands"
        )


def test_a_supposition_that_holds_in_one_case_is_not_used_in_the_other() -> None:
    leaked = [*CASES[:3], clause_step("ag", G, 0, under=(NOT_A,)), Step(StepKind.CASES, G, premises=(1, 3))]
    assert flaw(leaked, [], G) == "step 3 rests on a step of a case that it is outside of"


def test_clauses_of_one_name_are_refused() -> None:
    proof = Proof((given_step(A), clause_step("same", G, 0)))
    doubled = [Clause("same", (A,), G), Clause("same", (A,), C)]
    assert Checker(doubled).proof_flaw([A], G, proof) == "two clauses have one name"


CLASH = [given_step(A), given_step(NOT_A), Step(StepKind.CLASH, None, premises=(0, 1))]


@pytest.mark.parametrize(
    ("steps", "message"),
    [
        (CLASH, None),
        ([*CLASH[:2], replace(CLASH[2], premises=(0,))], "step 2 does not rest on two given literals"),
        ([*CLASH[:2], replace(CLASH[2], premises=(1, 0))], "step 2 does not rest on a literal and its negation"),
        ([*CLASH[:2], replace(CLASH[2], premises=(0, 0))], "step 2 does not rest on a literal and its negation"),
        ([*CLASH[:2], replace(CLASH[2], literal=G)], "step 2 is not a contradiction in what was given"),
        (
            [*CLASH[:2], supposed_step(X), replace(CLASH[2], under=(X,))],
            "step 3 is not a contradiction in what was given",
        ),
        (
            [supposed_step(X), supposed_step(NOT_X), Step(StepKind.CLASH, None, premises=(0, 1))],
            "step 2 does not rest on two given literals",
        ),
        (CLASH[:2], "the last step is not a contradiction"),
        (
            [given_step(NOT_A), clause_step("a", A), Step(StepKind.CLASH, None, premises=(1, 0))],
            "step 2 does not rest on two given literals",
        ),
        (
            [given_step(X), given_step(A), Step(StepKind.CLASH, None, premises=(0, 1))],
            "step 2 does not rest on a literal and its negation",
        ),
    ],
)
def test_a_clash_rests_on_two_given_literals(steps: list[Step], message: str | None) -> None:
    assert verify_contradiction([Clause("a", (), A)], [A, NOT_A, X], Proof(tuple(steps))) == message


def test_a_contradiction_shows_nothing_of_consistent_literals() -> None:
    theory = Theory((Clause("ab", (A,), B),))
    found = contradiction(theory, [A, NOT_B])
    assert found is not None
    assert found.proof is not None
    assert verify_contradiction(theory.clauses, [A, NOT_B], found.proof) is None
    assert verify_contradiction(theory.clauses, [A], found.proof) == "step 1 is not one of the given literals"
    assert (
        verify_contradiction(theory.clauses, [A, B], Proof((given_step(A),))) == "the last step is not a contradiction"
    )


def test_a_model_is_written_out_in_the_order_of_its_base() -> None:
    model = Model({"a": True, "b": False}, frozenset({"b"}))
    assert repr(model) == "Model({'a': True, 'b': True})"
    assert (len(model), list(model)) == (2, ["a", "b"])
