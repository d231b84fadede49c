"""Everything that follows from an example: all of it, and each thing with the one step that it comes from."""

from pathlib import Path

from hornbook.logic import Literal
from hornbook.model import Implication
from hornbook.reasoning.following import Following, following
from hornbook.reasoning.readings import facts_in, what_follows
from hornbook.reasoning.scopes import Reasoning
from tests.reasoning.projects import FRAMEWORK, example, shapes, with_files

WEATHER = """\
label: Weather
source: almanac
atoms:
  clouds: {holds: there are clouds, fails: the sky is clear}
  damp: {holds: it is damp, fails: it is dry}
  calm: {holds: it is calm, fails: it blows}
  warm: {holds: it is warm, fails: it is cold}
choices:
  - {id: air, one_of: [calm, warm]}
implications:
  - {id: rain-wets, if: [rain], then: wet-ground}
  - {id: clouds-rain, if: [clouds, rain], then: damp}
  - {id: clouds-dew, if: [clouds, not rain], then: damp}
  - {id: damp-is-calm, if: [damp, wet-ground], then: calm}
"""


def of(reasoning: Reasoning, name: str, framework: str = "weather") -> Following | None:
    return following(reasoning, reasoning.framework(framework), reasoning.knowledge.examples[name])


def told(found: Following | None) -> dict[str, tuple[str | None, list[str]]]:
    assert found is not None
    return {
        str(one.literal): (one.record.id if one.record else None, [str(each) for each in one.premises])
        for one in found.found
    }


def test_each_thing_comes_from_facts_and_from_what_stands_in_the_list(tmp_path: Path) -> None:
    files = {FRAMEWORK: WEATHER, "glossary/examples/wet.yaml": example("Wet", "facts: {rain: true, clouds: true}")}
    assert told(of(with_files(tmp_path, files), "wet")) == {
        "calm": ("damp-is-calm", ["damp", "wet-ground"]),
        "damp": ("clouds-rain", ["clouds", "rain"]),
        "not warm": ("air", ["calm"]),
        "wet-ground": ("rain-wets", ["rain"]),
    }


def test_what_follows_by_cases_alone_has_no_one_step(tmp_path: Path) -> None:
    files = {FRAMEWORK: WEATHER, "glossary/examples/dull.yaml": example("Dull", "facts: {clouds: true}")}
    assert told(of(with_files(tmp_path, files), "dull")) == {"damp": (None, [])}


def test_of_facts_that_contradict_or_count_for_nobody_nothing_is_told(tmp_path: Path) -> None:
    files = {
        FRAMEWORK: WEATHER,
        "glossary/examples/wrong.yaml": example("Wrong", "facts: {rain: true, wet-ground: false}"),
        "glossary/examples/silent.yaml": example("Silent", "facts: {}"),
    }
    reasoning = with_files(tmp_path, files)
    assert of(reasoning, "wrong") is None
    assert of(reasoning, "silent") is None


def test_all_of_it_is_there_and_the_list_is_closed() -> None:
    reasoning = shapes()
    for name, one in reasoning.knowledge.examples.items():
        for framework in reasoning.knowledge.frameworks:
            setting = reasoning.framework(framework)
            found = of(reasoning, name, framework)
            facts = facts_in(setting, one)
            if found is None:
                assert not facts
                continue
            listed = {each.literal for each in found.found}
            expected = {each for each in what_follows(reasoning, setting, facts).literals if each not in facts}
            assert {each for each in expected if each.atom not in found.applying.not_applying} <= listed
            for each in found.found:
                assert {*facts, *listed} >= set(each.premises)
                if isinstance(each.record, Implication):
                    said = {*each.record.premises, *each.record.assuming, each.record.conclusion}
                    assert {each.literal, each.literal.negated()} & {*said, *_negated(said)}


def _negated(literals: set[Literal | None]) -> set[Literal]:
    return {one.negated() for one in literals if one is not None}
