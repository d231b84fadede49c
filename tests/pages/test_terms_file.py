"""The terms as data: every term and sense, as text, in a form that only grows."""

import json
from typing import Any

import pytest

from hornbook.diagnostics import Place
from hornbook.exports.terms_file import LONGEST, beginning, terms_file
from hornbook.model import Element, Prose, Text
from hornbook.reasoning.scopes import Reasoning
from tests.made import knowledge_base


@pytest.fixture(scope="module")
def data(reasoning: Reasoning) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(terms_file(reasoning.knowledge))
    return found


def test_it_says_what_it_is(data: dict[str, Any]) -> None:
    assert data["version"] == 1
    assert data["title"] == "Quadrilaterals"
    assert data["url"] == "https://example.org/shapes/"
    assert data["licence"]
    assert data["lang"] == "en"


def test_every_term_is_in_it_with_its_address(reasoning: Reasoning, data: dict[str, Any]) -> None:
    assert [*data["terms"]] == [*reasoning.knowledge.terms]
    for name, term in data["terms"].items():
        assert term["url"] == f"terms/{name}/"
        assert term.keys() - {"elsewhere"} == {"label", "kind", "url", "short", "whose", "senses"}


def test_a_sense_says_whose_it_is(data: dict[str, Any]) -> None:
    first, loose, workshop = data["terms"]["square"]["senses"]
    assert first["id"] == first["framework"] == "plane"
    assert first["of"] == "a quadrilateral"
    assert first["short"].startswith("A rectangle that is a rhombus too.")
    assert first["whose"].startswith("In the sense of ")
    assert "of" not in loose
    assert workshop["short"] == "What looks like one."


def test_words_are_text(data: dict[str, Any]) -> None:
    assert data["terms"]["rhombus"]["label"] == "Rhombus <lozenge>"


def test_a_former_id_leads_to_the_present_one(data: dict[str, Any]) -> None:
    assert data["former"] == {"quadrate": "square"}


def test_without_terms_there_are_none() -> None:
    data = json.loads(terms_file(knowledge_base()))
    assert data["terms"] == {}
    assert data["former"] == {}


def prose(*paragraphs: str) -> Prose:
    return Prose(tuple(Element("p", (Text(words),)) for words in paragraphs), Place("somewhere.yaml"))


@pytest.mark.parametrize(
    ("paragraphs", "told"),
    [
        ((), ""),
        (("One.", "Two\nlines."), "One. Two lines."),
        (("x" * LONGEST,), "x" * LONGEST),
        (("a " * 90 + "end. " + "b " * 90,), "a " * 90 + "end."),
        (("Short. " + "c " * 200,), "Short. " + ("c " * 200)[: LONGEST - 1 - 7].rpartition(" ")[0] + " …"),
        (("y" * 400,), " …"),
    ],
)
def test_a_long_text_is_told_up_to_a_sentence_or_a_word(paragraphs: tuple[str, ...], told: str) -> None:
    assert beginning(knowledge_base(), prose(*paragraphs)) == told
    assert len(told) <= LONGEST + 1
