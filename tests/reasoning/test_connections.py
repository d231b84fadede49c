"""What records connect, and what an explorer may miss: found for all atoms at once, as for each of them by itself."""

from collections.abc import Iterable, Iterator

import pytest

from hornbook.logic import Literal
from hornbook.model import TermKind
from hornbook.reasoning import connections, explorable
from hornbook.reasoning.connections import connected
from hornbook.reasoning.scopes import Reasoning, Setting, primitives
from tests.examined import examined
from tests.reasoning.test_shared_parts import BASE, extending, reasoning_of
from tests.where import BOTH


@pytest.fixture(scope="module", params=BOTH)
def reasoning(request: pytest.FixtureRequest) -> Reasoning:
    return examined(request.param)


def by_walking(setting: Setting, atoms: Iterable[str]) -> frozenset[str]:
    """What clauses and presuppositions connect with some atoms, found by going over all of them again and again."""
    groups = [{literal.atom for literal in clause.literals()} for clause in setting.theory.clauses]
    groups += [{one.atom, *(literal.atom for literal in one.under)} for one in setting.framework.all_presupposes]
    found = set(atoms)
    while new := [group for group in groups if group & found and not group <= found]:
        found.update(*new)
    return frozenset(found) & setting.theory.atoms


def test_what_is_connected_is_what_clauses_and_presuppositions_connect(reasoning: Reasoning) -> None:
    for setting in reasoning.settings.values():
        for atom in setting.theory.atoms:
            assert connected(setting, [atom]) == by_walking(setting, [atom])
        assert connected(setting, []) == frozenset()


def test_all_records_are_looked_at_once_for_all_questions(monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[Setting] = []
    records = connections._records

    def counted(setting: Setting) -> Iterator[tuple[int, frozenset[str]]]:
        looked.append(setting)
        return records(setting)

    monkeypatch.setattr(connections, "_records", counted)
    setting = reasoning_of(BASE).framework(BASE.id)
    assert [sorted(connected(setting, atom)) for atom in "axz"] == [["a", "b", "c"], ["x", "y"], ["z"]]
    assert looked == [setting]


def test_what_an_explorer_may_miss_is_what_each_goal_may_miss(reasoning: Reasoning) -> None:
    for setting in reasoning.settings.values():
        number, found = setting.theory.index.number, explorable.explorable(reasoning, setting)
        literals = [Literal(atom, holds) for atom in setting.theory.atoms for holds in (True, False)]
        bad = {one for one in literals if not one.holds or setting.names.kind(one.atom) is TermKind.FAILURE}
        missing = {one: set(map(number, primitives(reasoning, setting, one))) for one in literals}
        facts = {number(one) for one in literals if one.atom not in reasoning.knowledge.terms}
        good = facts.union(*(missing[one] for one in literals if one not in bad))
        assert set(found.candidates) == good
        assert set(found.failures) == set().union(*(missing[one] for one in bad)) - good


def test_no_more_goals_are_asked_however_many_there_are(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Literal] = []

    def counted(reasoning: Reasoning, setting: Setting, goal: Literal) -> tuple[Literal, ...]:
        asked.append(goal)
        return primitives(reasoning, setting, goal)

    monkeypatch.setattr(explorable, "primitives", counted)
    wider = extending(BASE, ("c", "d"), ("d", "z"))
    reasoning = reasoning_of(BASE, wider)
    for one in (BASE, wider):
        asked.clear()
        explorable.explorable(reasoning, reasoning.framework(one.id))
        assert len(asked) == 4
