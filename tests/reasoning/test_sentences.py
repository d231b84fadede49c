from pathlib import Path

import pytest

from hornbook.logic import Literal
from hornbook.reasoning.sentences import meaning, phrase, plain
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
    own = knowledge.frameworks[framework]
    assert meaning(knowledge, own, Literal("square")) == holds
    assert meaning(knowledge, own, Literal("square", holds=False)) == fails


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
    weather = knowledge.frameworks["weather"]
    assert plain(phrase(knowledge, weather, Literal("rain"))) == "it pours"
    assert plain(phrase(knowledge, weather, Literal("rain", holds=False))) == "it merely drizzles"
