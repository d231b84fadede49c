"""What a question lacks, direct sets, presuppositions and search in the browser: the answers of our engine."""

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hornbook.logic import Lacks, Literal, SufficientSets, Theory, Verdict, ask, direct_sets, lacking
from hornbook.model import Claim
from hornbook.model.contents import every_claim
from hornbook.reasoning.connections import connected
from hornbook.reasoning.explorable import explorable
from hornbook.reasoning.outcomes import outcome
from hornbook.reasoning.presuppositions import applying_given, presupposed
from hornbook.reasoning.readings import facts_in
from hornbook.reasoning.scopes import Reasoning, properties
from hornbook.reasoning.search import search
from tests.examined import examined
from tests.logic.theories import ATOMS, disjunctive_theories, literals, pigeonhole, theories
from tests.reasoning.projects import FRAMEWORK, with_files
from tests.reasoning.test_presuppositions import WEATHER
from tests.scripts.logic_script import Script
from tests.vectors.reading import Asked, all_asked
from tests.where import BOTH

facts = st.lists(literals(ATOMS + "z"), max_size=2)
goals = literals(ATOMS + "z")
candidate_lists = st.lists(literals(ATOMS + "z"), max_size=8)
small = theories() | disjunctive_theories()


@pytest.fixture(params=all_asked(), ids=lambda asked: asked.name)
def asked(request: pytest.FixtureRequest) -> Asked:
    found: Asked = request.param
    return found


@pytest.fixture(scope="module", params=BOTH)
def reasoning(request: pytest.FixtureRequest) -> Reasoning:
    return examined(request.param)


# the questions that our engine is held to as well


def test_direct_sets_are_those_of_the_truth_tables(script: Script, asked: Asked) -> None:
    for question in asked.questions:
        assert script.direct_sets(asked.theory, question.goal) == question.direct, question


def test_what_is_lacking_is_what_the_truth_tables_say(script: Script, asked: Asked) -> None:
    for question in asked.questions:
        if question.lacks is not None:
            found = script.lacking(asked.theory, question.given, question.goal, question.candidates)
            assert found == question.lacks, question


def test_presuppositions_stand_as_the_truth_tables_say(script: Script, asked: Asked) -> None:
    for question in asked.questions:
        found = script.presupposed(asked.theory, asked.presupposes, question.given, question.goal)
        if question.presupposed is None:
            assert (found.literals, found.standing) == ([], "granted"), question
        else:
            assert found == question.presupposed, question


def test_a_search_finds_what_the_truth_tables_say(script: Script, asked: Asked) -> None:
    for question in asked.questions:
        if question.match != "excluded":
            assert script.match(asked.theory, question.given, question.wanted) == question.match, question


# laws


@given(theory=small, goal=goals)
def test_direct_sets_are_ours(script: Script, theory: Theory, goal: Literal) -> None:
    assert script.direct_sets(theory, goal) == direct_sets(theory, goal)


@given(theory=small, taken=facts, goal=goals, candidates=candidate_lists)
def test_what_is_lacking_is_what_we_find(
    script: Script, theory: Theory, taken: list[Literal], goal: Literal, candidates: list[Literal]
) -> None:
    if ask(theory, taken, goal).verdict is Verdict.OPEN:
        assert script.lacking(theory, taken, goal, candidates) == lacking(theory, taken, goal, candidates)


def test_what_is_too_hard_is_left_incomplete(script: Script) -> None:
    theory, goal = pigeonhole(12, 11), Literal("0-0")
    assert not script.direct_sets(theory, goal).complete
    found = script.lacking(theory, [], goal, sorted(map(Literal, theory.atoms)))
    assert found == Lacks((), (), complete=False)
    assert script.match(theory, [Literal("0-1")], [goal]) == "unsettled"


def test_more_direct_sets_than_are_listed_are_cut_off_where_ours_are(script: Script) -> None:
    theory = pigeonhole(2, 70)
    goal = Literal("0-0", holds=False)
    found = script.direct_sets(theory, goal)
    assert found == direct_sets(theory, goal)
    assert found == SufficientSets(found.sets, complete=len(found.sets) < 64)


# the questions of real projects, as they are today


def test_claims_are_answered_as_on_their_pages(script: Script, reasoning: Reasoning) -> None:
    for claim in (one for one in every_claim(reasoning.knowledge) if isinstance(one, Claim)):
        setting = reasoning.settings[claim.scope]
        verdict, _, models = script.ask_all(setting.theory, claim.given, claim.goal)
        found = outcome(reasoning, setting, claim.given, claim.goal, claim.among)
        assert verdict is found.answer.verdict, claim
        assert (models is not None) is (verdict is Verdict.OPEN), claim
        assert script.direct_sets(setting.theory, claim.goal).sets == direct_sets(setting.theory, claim.goal).sets
        if verdict is Verdict.OPEN:
            among = properties(reasoning, setting)
            assert script.lacking(setting.theory, claim.given, claim.goal, among) == found.lacks, claim


def test_words_apply_where_pages_say_so(script: Script, reasoning: Reasoning) -> None:
    for setting in reasoning.settings.values():
        data = explorable(reasoning, setting)
        literal = setting.theory.index.literal
        presupposes = {data.atoms[int(atom)]: list(map(literal, under)) for atom, under in data.presupposes.items()}
        for one in (Literal(atom, holds) for atom in data.atoms for holds in (False, True)):
            if ask(setting.theory, (one,), one).verdict is Verdict.CONTRADICTORY:
                continue
            expected = applying_given(reasoning, setting, (one,))
            found = script.applying(setting.theory, presupposes, (one,))
            assert found == (expected.not_applying, expected.unsure), (setting.scope, one)
            for goal in map(Literal, presupposes):
                standing = presupposed(reasoning, setting, (one,), goal)
                assert (goal.atom in found[0]) <= (standing.standing == "does-not-apply"), (one, goal)


def test_examples_are_found_as_by_search(script: Script, reasoning: Reasoning) -> None:
    for setting in reasoning.settings.values():
        if setting.scope.view is not None:
            continue
        known = [literal for one in reasoning.knowledge.examples.values() for literal in facts_in(setting, one)]
        for wanted in dict.fromkeys((one,) for one in (*known, *(literal.negated() for literal in known))):
            found = search(reasoning, setting, wanted)
            for one in found.found:
                taken = facts_in(setting, reasoning.knowledge.examples[one.example])
                assert script.match(setting.theory, taken, wanted) == one.match, (setting.scope, one.example, wanted)


def test_the_situations_are_those_of_claims_cards(
    script: Script, reasoning: Reasoning, tmp_path_factory: pytest.TempPathFactory
) -> None:
    weather = with_files(tmp_path_factory.mktemp("weather") / "project", {FRAMEWORK: WEATHER})
    for base in (reasoning, weather):
        for setting in base.settings.values():
            data = explorable(base, setting)
            presupposes = {str(atom): literals for atom, literals in data.presupposes.items()}
            literals = [Literal(atom, holds) for atom in data.atoms for holds in (True, False)]
            for taken, goal in [((), one) for one in literals] + list(zip(zip(literals), literals[3:], strict=False)):
                shown = outcome(base, setting, taken, goal).situations
                expected = shown and [held(shown.model_without), held(shown.model_with)]
                assert script.situations(setting, presupposes, taken, goal) == expected, (setting.scope, taken, goal)
            for atom in data.atoms:
                assert script.connected(setting, presupposes, atom) == connected(setting, [atom]), (setting.scope, atom)


def held(model: Mapping[str, bool] | None) -> frozenset[str] | None:
    return None if model is None else frozenset(atom for atom, holds in model.items() if holds)
