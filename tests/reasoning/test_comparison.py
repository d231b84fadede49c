from itertools import product
from pathlib import Path

import pytest

from hornbook.kinds import DISAGREEMENT, FAQ
from hornbook.logic import Literal, Theory, Verdict
from hornbook.model import Claim, Scope
from hornbook.reasoning.comparison import answers_to, asked, compare, lacking
from hornbook.reasoning.scopes import Reasoning
from tests.reasoning.projects import shapes, with_files


@pytest.fixture(name="reasoning", scope="module")
def reasoning_fixture() -> Reasoning:
    return shapes()


def test_each_question_of_a_page_is_compared_once(reasoning: Reasoning) -> None:
    knowledge = reasoning.knowledge
    stated = [claim for faq in knowledge.faqs.values() for claim in faq.claims if isinstance(claim, Claim)]
    for disagreement in knowledge.disagreements.values():
        stated += disagreement.claims
        stated += [c for position in disagreement.positions for c in position.claims if isinstance(c, Claim)]
    compared = compare(reasoning)
    questions = [asked(one.claim) for one in compared]
    assert len(set(questions)) == len(questions)
    assert set(questions) == {asked(claim) for claim in stated}
    assert sum(len(one.mentions) for one in compared) == len(stated)


def test_the_order_of_premises_makes_no_other_question(reasoning: Reasoning) -> None:
    by_question = {asked(one.claim): one for one in compare(reasoning)}
    shared = next(one for question, one in by_question.items() if question.premises == {*map(Literal, FIRST)})
    assert {mention.kind for mention in shared.mentions} == {FAQ, DISAGREEMENT}


FIRST = ("rectangle", "rhombus")


def test_verdicts_of_examples_are_not_compared(reasoning: Reasoning) -> None:
    judged = {
        asked(judgement.claim) for example in reasoning.knowledge.examples.values() for judgement in example.judgements
    }
    compared = {asked(one.claim) for one in compare(reasoning)}
    stated_elsewhere = {question for question in judged if question in compared}
    assert all(len(question.premises) == 2 and question.assuming for question in stated_elsewhere)
    assert judged - compared


def test_every_framework_answers_or_cannot_be_asked(reasoning: Reasoning) -> None:
    for one in compare(reasoning):
        assert list(one.answers) == list(reasoning.knowledge.frameworks)
        question = asked(one.claim)
        for framework, answer in one.answers.items():
            setting = reasoning.settings[Scope(framework)]
            assert (answer is None) == bool(lacking(setting, question))
            assert (answer is None) == (not question.atoms <= setting.theory.atoms)


def test_a_claim_of_a_whole_framework_has_the_verdict_that_it_states(reasoning: Reasoning) -> None:
    for one in compare(reasoning):
        for mention in one.mentions:
            answer = one.answers[mention.claim.scope.framework]
            if mention.claim.scope.view is None:
                assert answer is not None
                assert answer.verdict is mention.claim.verdict


def test_two_authors_may_answer_differently(tmp_path: Path) -> None:
    other = "label: Other\nsource: almanac\nimplications:\n  - {id: a, if: [rain], then: not wet-ground}\n"
    deaf = "label: Deaf\nsource: almanac\n"
    files = {"glossary/frameworks/other.yaml": other, "glossary/frameworks/deaf.yaml": deaf}
    (one,) = compare(with_files(tmp_path, files))
    verdicts = {framework: answer and answer.verdict for framework, answer in one.answers.items()}
    assert verdicts == {"deaf": None, "other": Verdict.REFUTED, "weather": Verdict.FOLLOWS}


def test_an_answer_is_what_truth_tables_give(reasoning: Reasoning) -> None:
    for one in compare(reasoning):
        question = asked(one.claim)
        for framework, answer in answers_to(reasoning, question).items():
            if answer is not None:
                theory = reasoning.settings[Scope(framework)].theory
                given = question.premises | question.assuming
                assert answer.verdict is _by_truth_table(theory, given, question.goal)


def _by_truth_table(theory: Theory, given: frozenset[Literal], goal: Literal) -> Verdict:
    names = sorted(theory.atoms)
    goals = set()
    for values in product([False, True], repeat=len(names)):
        true = {Literal(name, value) for name, value in zip(names, values, strict=True)}
        if given <= true and all(clause.literals() & true for clause in theory.clauses):
            goals.add(goal in true)
    return {
        frozenset[bool](): Verdict.CONTRADICTORY,
        frozenset({True}): Verdict.FOLLOWS,
        frozenset({False}): Verdict.REFUTED,
        frozenset({True, False}): Verdict.OPEN,
    }[frozenset(goals)]
