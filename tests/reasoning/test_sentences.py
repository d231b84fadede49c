from pathlib import Path

import pytest

from hornbook.logic import Literal
from hornbook.reasoning.sentences import names_of, plain
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
