"""The engine gives the answers that truth tables gave; the script in the browser is held to the same ones."""

from collections.abc import Mapping

import pytest

from hornbook.logic import (
    Literal,
    Proof,
    StepKind,
    Verdict,
    ask,
    consequences,
    contradiction,
    direct_sets,
    lacking,
    minimal_sufficient_sets,
    verify,
)
from tests.vectors.reading import Asked, Question, all_asked

ALL = all_asked()


@pytest.fixture(params=ALL, ids=lambda asked: asked.name)
def asked(request: pytest.FixtureRequest) -> Asked:
    found: Asked = request.param
    return found


def questions() -> list[Question]:
    return [question for asked in ALL for question in asked.questions]


def test_the_questions_are_of_every_kind() -> None:
    assert {question.verdict for question in questions()} == {*Verdict}
    assert any(question.clauses is None and question.verdict is Verdict.FOLLOWS for question in questions())
    assert all((question.models is None) is (question.verdict is not Verdict.OPEN) for question in questions())
    assert any(question.models and len(question.models[0] ^ question.models[1]) > 2 for question in questions())
    assert any(question.models and question.models[0] - question.models[1] for question in questions())
    assert any(len(question.missing.sets) > 2 for question in questions())
    assert any(not question.missing.complete for question in questions())
    assert any(question.lacks and any(lack.stronger for lack in question.lacks.single) for question in questions())
    assert any(question.lacks and question.lacks.sets for question in questions())
    assert any(len(question.direct.sets) > 2 for question in questions())
    assert {asked.theory.index.horn for asked in ALL} == {False, True}
    assert any(len(asked.theory.index.clauses) < len(asked.theory.clauses) for asked in ALL), "a tautology"
    assert any(clause.conclusion is None for asked in ALL for clause in asked.theory.clauses)
    assert any(not clause.premises for asked in ALL for clause in asked.theory.clauses)
    assert any(len(set(clause.premises)) < len(clause.premises) for asked in ALL for clause in asked.theory.clauses)


def test_verdicts_are_those_of_the_truth_tables_and_certified(asked: Asked) -> None:
    for question in asked.questions:
        answer = ask(asked.theory, question.given, question.goal)
        assert answer.verdict is question.verdict, question
        assert verify(asked.theory.clauses, question.given, question.goal, answer) is None, question


def test_the_models_of_what_is_open_are_those_of_the_truth_tables(asked: Asked) -> None:
    for question in asked.questions:
        if question.verdict is Verdict.OPEN:
            answer = ask(asked.theory, question.given, question.goal)
            shown = (answer.model_without, answer.model_with)
            assert [held(model) for model in shown] == list(question.models or ()), question


def held(model: Mapping[str, bool] | None) -> frozenset[str] | None:
    return None if model is None else frozenset(atom for atom, holds in model.items() if holds)


def test_a_proof_has_as_few_clauses_as_there_can_be_where_propagation_gives_one(asked: Asked) -> None:
    for question in asked.questions:
        proof = ask(asked.theory, question.given, question.goal).proof
        assert (None if proof is None else clauses_as_a_tree(proof)) == question.clauses, question


def clauses_as_a_tree(proof: Proof) -> int | None:
    if any(step.kind is StepKind.CASES for step in proof.steps):
        return None
    counts: list[int] = []
    for step in proof.steps:
        counts.append((step.kind is StepKind.CLAUSE) + sum(counts[premise] for premise in step.premises))
    return counts[-1]


def test_what_follows_is_what_all_models_have_in_common(asked: Asked) -> None:
    for question in asked.questions:
        if question.verdict is Verdict.CONTRADICTORY:
            assert consequences(asked.theory, question.given).literals == ()
            continue
        atoms = sorted(asked.theory.atoms)
        literals = [Literal(atom, holds) for atom in atoms for holds in (False, True)]
        following = [
            literal
            for literal in literals
            if literal not in question.given and ask(asked.theory, question.given, literal).verdict is Verdict.FOLLOWS
        ]
        assert following == question.follows, question
        anyway = [literal for literal in following if ask(asked.theory, (), literal).verdict is Verdict.FOLLOWS]
        beyond = tuple(literal for literal in following if literal not in anyway)
        assert consequences(asked.theory, question.given).literals == beyond, question


def test_what_is_missing_are_the_minimal_sets_weakest_first(asked: Asked) -> None:
    for question in asked.questions:
        found = minimal_sufficient_sets(
            asked.theory, question.goal, question.candidates, question.given, cap=question.cap
        )
        assert found == question.missing, question


def test_direct_sets_are_the_premises_that_are_not_idle(asked: Asked) -> None:
    for question in asked.questions:
        assert direct_sets(asked.theory, question.goal) == question.direct, question


def test_what_an_open_question_lacks_is_what_would_settle_it(asked: Asked) -> None:
    for question in asked.questions:
        if question.lacks is not None:
            assert lacking(asked.theory, question.given, question.goal, question.candidates) == question.lacks, question


def test_what_a_search_would_find_is_what_the_truth_tables_say(asked: Asked) -> None:
    for question in asked.questions:
        if contradiction(asked.theory, question.wanted) is not None:
            match = "excluded"
        elif contradiction(asked.theory, [*question.given, *question.wanted]) is not None:
            match = "cannot"
        else:
            verdicts = {ask(asked.theory, question.given, one).verdict for one in question.wanted}
            match = "all" if verdicts == {Verdict.FOLLOWS} else "may"
        assert match == question.match, question
