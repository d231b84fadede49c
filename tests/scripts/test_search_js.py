"""Which names a misspelt word is taken for, and which words are said not to be covered."""

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from py_mini_racer import MiniRacer

from tests.effort import tries
from tests.scripts.logic_script import SCRIPTS

Call = Callable[..., Any]
NAMES = [
    ["Inner alignment", "terms/inner/"],
    ["inner aligned", "terms/inner/"],
    ["Outer alignment", "terms/outer/"],
    ["Mesa-optimizer", "terms/mesa/"],
    ["Goal", "terms/goal/"],
    ["What is a goal for?", "faq/goal/"],
]
OTHERS = ["about", "optimiser", "the"]
LETTERS = st.text("abc", max_size=6)


@pytest.fixture(scope="module")
def call() -> Iterator[Call]:
    racer = MiniRacer()
    script = (SCRIPTS / "nearest.js").read_text(encoding="utf-8")
    racer.eval(f'var document = {{}}, window = {{}}; var search = (() => {{ "use strict";\n{script}\n'
               "return { distance, nearest }; })(); 0")  # fmt: skip

    def called(name: str, *values: object) -> Any:
        return json.loads(str(racer.eval(f"JSON.stringify(search.{name}(...{json.dumps(values)}))")))

    yield called
    racer.close()


def distance(one: str, other: str) -> int:
    """By its definition: the least number of steps, each letter taking part in one at most."""
    if not one or not other:
        return len(one) + len(other)
    steps = [
        distance(one[1:], other) + 1,
        distance(one, other[1:]) + 1,
        distance(one[1:], other[1:]) + (one[0] != other[0]),
    ]
    if one[1::-1] == other[:2] and len(one) > 1:
        steps.append(distance(one[2:], other[2:]) + 1)
    return min(steps)


@settings(max_examples=tries(60), deadline=None)
@given(one=LETTERS, other=LETTERS)
def test_the_distance_of_two_words_counts_slips(call: Call, one: str, other: str) -> None:
    assert call("distance", one, other) == distance(one, other) == call("distance", other, one)


@pytest.mark.parametrize(
    ("question", "missing", "pages"),
    [
        ("inner alignement", [], ["terms/inner/", "terms/outer/"]),
        ("Outer ALIGMENT", [], ["terms/outer/", "terms/inner/"]),
        ("gaol", [], ["terms/goal/", "faq/goal/"]),
        ("mesa optimizre", [], ["terms/mesa/"]),
        ("corrigibility", ["corrigibility"], []),
        ("RLHF and the inner alignment", ["RLHF", "and"], []),
        ("corrigibility of alignmnet", ["corrigibility"], ["terms/inner/", "terms/outer/"]),
        ("inner alignment", [], []),
        ("align", [], []),
        ("optimiser", [], []),
        ("xy", [], []),
        ("xyz", ["xyz"], []),
        ("", [], []),
        ("… – !", [], []),
    ],
)
def test_unknown_words_get_the_nearest_names_or_are_said_to_be_missing(
    call: Call, question: str, missing: list[str], pages: list[str]
) -> None:
    found = call("nearest", question, NAMES, OTHERS)
    assert (found["missing"], [page for _, page in found["names"]]) == (missing, pages)


def test_a_page_goes_by_the_first_of_its_names(call: Call) -> None:
    assert call("nearest", "inner alignd", NAMES, OTHERS)["names"][0] == ["Inner alignment", "terms/inner/"]


@settings(deadline=None)
@given(word=st.text("abcdefgh", min_size=4, max_size=10))
def test_every_word_is_known_or_nearest_or_missing(call: Call, word: str) -> None:
    found = call("nearest", word, NAMES, OTHERS)
    assert found["missing"] in ([], [word])
    assert not (found["missing"] and found["names"])
