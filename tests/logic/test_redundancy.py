from hypothesis import given

from hornbook.logic import Clause, Literal, StepKind, Theory, redundant, verify, verify_contradiction
from hornbook.logic.values import Answer, Verdict
from tests.logic.theories import disjunctive_theories, models_of, satisfies, theories

A, B, C = (Literal(atom) for atom in "abc")


@given(theories() | disjunctive_theories())
def test_redundant_are_the_clauses_that_hold_in_every_model_of_the_others(theory: Theory) -> None:
    expected = []
    for clause in sorted(theory.clauses, key=lambda clause: clause.name):
        others = Theory(tuple(other for other in theory.clauses if other != clause), theory.atoms)
        if all(satisfies(model, [clause]) for model in models_of(others)):
            expected.append(clause.name)
    assert list(redundant(theory)) == expected


@given(theories() | disjunctive_theories())
def test_proofs_use_the_other_clauses_only(theory: Theory) -> None:
    named = {clause.name: clause for clause in theory.clauses}
    for name, proof in redundant(theory).items():
        clause, others = named[name], [other for other in theory.clauses if other.name != name]
        if clause.conclusion is None or proof.steps[-1].literal is None:
            assert verify_contradiction(others, clause.premises, proof) is None
        else:
            answer = Answer(Verdict.FOLLOWS, proof)
            assert verify(others, clause.premises, clause.conclusion, answer) is None


def test_a_clause_given_twice_is_redundant_twice() -> None:
    theory = Theory((Clause("one", (A,), B), Clause("two", (A,), B)))
    proofs = redundant(theory)
    assert {name: proof.steps[-1].clause for name, proof in proofs.items()} == {"one": "two", "two": "one"}


def test_a_tautology_is_proved_from_its_premise() -> None:
    (step,) = redundant(Theory((Clause("same", (A,), A),)))["same"].steps
    assert (step.kind, step.literal) == (StepKind.GIVEN, A)


def test_contradictory_premises_are_shown_to_clash() -> None:
    proof = redundant(Theory((Clause("never", (A, A.negated()), B),)))["never"]
    assert proof.steps[-1].kind is StepKind.CLASH


def test_premises_that_the_others_make_impossible_are_shown_to_be_so() -> None:
    e, f = Literal("e"), Literal("f")
    theory = Theory(
        (
            Clause("abc", (A, B), C),
            Clause("be", (B,), e),
            Clause("bf", (B,), f),
            Clause("aef", (A, e, f), None),
        )
    )
    proofs = redundant(theory)
    assert [step.clause for step in proofs["abc"].steps] == [None, None, "be", "bf", "aef"]
    assert list(proofs) == ["abc"]


def test_a_fact_that_the_others_give_is_redundant() -> None:
    theory = Theory((Clause("a", (), A), Clause("ab", (A,), B), Clause("b", (), B)))
    assert {name: proof.steps[-1].clause for name, proof in redundant(theory).items()} == {"ab": "b", "b": "ab"}


def test_impossible_premises_of_an_impossibility_are_shown_by_the_others() -> None:
    theory = Theory((Clause("ab", (A, B), None), Clause("abc", (A, B, C), None)))
    assert [step.clause for step in redundant(theory)["abc"].steps] == [None, None, "ab"]
    assert list(redundant(theory)) == ["abc"]
