"""Names keep their case: within a sentence, and where one begins with them."""

import pytest

from hornbook.model.records import Labels, in_running_text, is_cased
from hornbook.reasoning.sentences import Named, capital, capitalized


@pytest.mark.parametrize("label", ["Kubernetes", "T₂", "P vs NP", "G_δ", "Mathematik", "k-means"])
def test_labels_stand_in_sentences_as_they_are_written(label: str) -> None:
    assert in_running_text(label, Labels.AS_WRITTEN) == label


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("Inner alignment", "inner alignment"),
        ("A priori", "a priori"),
        ("AI", "AI"),
        ("AIs at work", "AIs at work"),
        ("T₂", "T₂"),
        ("P vs NP", "P vs NP"),
        ("Goodhart’s law", "Goodhart’s law"),
        ("Mesa-optimizer", "mesa-optimizer"),
        ("k-means", "k-means"),
        ("Reward (hacking)", "reward (hacking)"),
        ("", ""),
    ],
)
def test_a_capital_that_only_headings_need_is_left_to_them(label: str, name: str) -> None:
    assert in_running_text(label, Labels.SENTENCE_CASE) == name


@pytest.mark.parametrize("words", ["pH falls", "k-means converges", "iPhone", "σ-compact", "x holds", "p53 is there"])
def test_a_sentence_does_not_change_letters_and_formulas(words: str) -> None:
    assert is_cased(words)
    assert capitalized(words) == words


@pytest.mark.parametrize(
    ("words", "said"), [("it rains", "It rains"), ("a dog", "A dog"), ("éclair", "Éclair"), ("", "")]
)
def test_a_sentence_begins_with_a_capital(words: str, said: str) -> None:
    assert capitalized(words) == said


def test_a_name_that_begins_small_does_so_everywhere() -> None:
    assert capital((Named("npm", "npm", begins_small=True), " holds")) == (
        Named("npm", "npm", begins_small=True),
        " holds",
    )
    assert capital((Named("rain", "rain"), " holds")) == (Named("rain", "Rain"), " holds")
