from pathlib import Path

import pytest

from hornbook.language import catalogue, speaking
from hornbook.logic import Literal
from hornbook.reasoning.sentences import implication_in_words, names_of, plain
from tests.reasoning.projects import shapes, with_files


@pytest.mark.parametrize(
    ("framework", "holds", "fails"),
    [
        ("workshop", "the board passes for a square", "nobody takes the board for a square"),
        ("plane", "the figure is a square", "the figure is no square"),
    ],
)
def test_a_sentence_is_that_of_the_frameworks_own_sense(framework: str, holds: str, fails: str) -> None:
    knowledge = shapes().knowledge
    names = names_of(knowledge, knowledge.frameworks[framework])
    assert names.meaning(Literal("square")) == holds
    assert names.meaning(Literal("square", holds=False)) == fails


def test_a_condition_is_said_with_the_sentence_of_the_frameworks_sense(tmp_path: Path) -> None:
    rain = """\
label: Rain
kind: condition
short: Water falls from the sky.
holds: it rains
fails: it does not rain
senses:
  - {framework: weather, id: other, called: wet-ground, holds: no, fails: no, text: A., source: almanac}
  - {framework: weather, holds: it pours, fails: it merely drizzles, text: A., source: almanac}
"""
    knowledge = with_files(tmp_path, {"glossary/terms/rain.yaml": rain}).knowledge
    names = names_of(knowledge, knowledge.frameworks["weather"])
    assert plain(names.phrase(Literal("rain"))) == "it pours"
    assert plain(names.phrase(Literal("rain", holds=False))) == "it merely drizzles"


def test_what_was_said_in_one_language_is_said_anew_in_another() -> None:
    knowledge = shapes().knowledge
    framework = knowledge.frameworks["plane"]
    names = names_of(knowledge, framework)

    def said() -> list[str]:
        return [plain(implication_in_words(names, one)) for one in framework.all_implications]

    english = said()
    with speaking(catalogue("de")):
        german = said()
        assert german == [
            plain(implication_in_words(names_of(knowledge, framework), one)) for one in framework.all_implications
        ]
    assert english
    assert not set(english) & set(german)
    assert said() == english


def test_implications_that_differ_are_said_apart() -> None:
    knowledge = shapes().knowledge
    for framework in knowledge.frameworks.values():
        names = names_of(knowledge, framework)
        for one in framework.all_implications:
            fresh = names_of(knowledge, framework)
            assert implication_in_words(names, one) == implication_in_words(fresh, one)
