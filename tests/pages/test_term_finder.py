"""Mentions: whole words, the longest of the leftmost, any letter case, and one pass that misses nothing."""

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hornbook.model import Term
from hornbook.pages.term_finder import Mention, TermFinder
from tests.made import knowledge_base, term


def finder(names: Mapping[str, list[str | tuple[str, str]]]) -> TermFinder:
    """A finder for terms with the given label first, then aliases; a pair is an alias of one framework."""
    return TermFinder(knowledge_base(_term(term, *names[term]) for term in names))


def found(one: TermFinder, words: str, framework: str | None = None) -> list[tuple[str, str]]:
    return [(words[mention.start : mention.end], mention.term) for mention in one.find(words, framework)]


def test_the_longest_of_the_leftmost_matches_wins() -> None:
    one = finder({"agent": ["Agent"], "agent-foundations": ["Agent foundations"]})
    assert found(one, "agent foundations, and an agent") == [
        ("agent foundations", "agent-foundations"),
        ("agent", "agent"),
    ]


@pytest.mark.parametrize("words", ["reagent", "agents", "agent-based", "sub-agent", "agent7"])
def test_a_part_of_a_word_is_no_mention(words: str) -> None:
    assert found(finder({"agent": ["Agent"]}), words) == []


@pytest.mark.parametrize("words", ["agent.", "(agent)", "Agent’s", "an AGENT-", "“agent”", "agent"])
def test_a_whole_word_is_a_mention(words: str) -> None:
    assert [term for _, term in found(finder({"agent": ["Agent"]}), words)] == ["agent"]


def test_a_longer_name_that_ends_inside_a_word_does_not_hide_a_shorter_one() -> None:
    one = finder({"a": ["inner"], "b": ["inner aim"]})
    assert found(one, "inner aims") == [("inner", "a")]


def test_an_author_s_own_word_counts_only_in_that_author_s_texts() -> None:
    one = finder({"impact": ["Impact alignment", ("alignment", "hubinger")], "intent": ["Intent"]})
    assert found(one, "alignment", "hubinger") == [("alignment", "impact")]
    assert found(one, "alignment", "shah") == []
    assert found(one, "alignment") == []


def test_a_glossary_without_terms_finds_nothing() -> None:
    assert found(finder({}), "anything") == []


@pytest.mark.parametrize(
    ("label", "words", "expected"),
    [
        ("Agent", "İ agent ß", ["agent"]),
        ("Maßstab", "Im Maßstab und im MASSSTAB, kein Maßstabs", ["Maßstab", "MASSSTAB"]),
        ("Ma", "ein Maß", []),
        ("Mas", "ein Maß", []),
        ("Equal diagonals", "equal\ndiagonals", ["equal\ndiagonals"]),
        ("Equal diagonals", "equal\u00a0diagonals, equal  diagonals", ["equal\u00a0diagonals", "equal  diagonals"]),
        ("L’Hôpital’s rule", "By L'Hôpital's rule.", ["L'Hôpital's rule"]),
        ("कम", "कमी और कम", ["कम"]),
        ("矩形", "正方形は矩形である。", ["矩形"]),
        ("アイ", "アイスとアイを", ["アイ"]),
        ("AI", "これはAIです", ["AI"]),
    ],
)
def test_words_of_any_script_are_found_where_they_are_whole(label: str, words: str, expected: list[str]) -> None:
    assert [word for word, _ in found(finder({"a": [label]}), words)] == expected


@pytest.mark.parametrize(
    ("label", "words", "expected"),
    [
        ("IT", "It is clear. Our IT department, it says.", ["IT"]),
        ("C", "C++ and c, but C.", ["C"]),
        ("F", "F# is not F", ["F"]),
        ("C++", "In C++, not in C or c++.", ["C++"]),
        ("can", "We can’t, but we can.", ["can"]),
        ("Don", "I don’t know Don’s name.", ["Don"]),
        ("pH", "the pH, the PH", ["pH"]),
        ("AI safety", "AI Safety and ai safety", ["AI Safety"]),
        ("Goal Misgeneralization", "goal misgeneralization", ["goal misgeneralization"]),
        ("A priori", "known a priori", ["a priori"]),
        ("Counter-Example", "a counter-example", ["counter-example"]),
    ],
)
def test_letter_case_counts_where_it_says_something(label: str, words: str, expected: list[str]) -> None:
    assert [word for word, _ in found(finder({"a": [label]}), words)] == expected


def test_names_that_differ_in_case_alone_are_told_apart() -> None:
    one = finder({"department": ["IT"], "pronoun": ["It"]})
    assert found(one, "It is IT") == [("It", "pronoun"), ("IT", "department")]


names = st.lists(
    st.text("ab ", min_size=1, max_size=4).map(str.strip).filter(bool), min_size=1, max_size=5, unique=True
)


@given(names, st.text("ab -.", max_size=25))
def test_the_mentions_are_those_of_a_plain_search(labels: list[str], words: str) -> None:
    one = finder({f"t{number}": [label] for number, label in enumerate(labels)})
    assert list(one.find(words, None)) == _plainly(labels, words)


def _plainly(labels: list[str], words: str) -> list[Mention]:
    """Try every label at every position, longest first."""
    mentions, at = [], 0
    while at < len(words):
        fits = [label for label in labels if words.startswith(label, at) and _whole(words, at, at + len(label))]
        if fits:
            best = max(fits, key=len)
            mentions.append(Mention(at, at + len(best), f"t{labels.index(best)}"))
            at += len(best)
        else:
            at += 1
    return mentions


def _whole(words: str, start: int, end: int) -> bool:
    padded = f"  {words}  "
    start, end = start + 2, end + 2

    def cut(at: int) -> bool:
        before, after = padded[at - 1], padded[at]
        if before.isalnum() and after.isalnum():
            return False
        if before == "-":
            return not (after.isalnum() and padded[at - 2].isalnum())
        return not (after == "-" and before.isalnum() and padded[at + 1].isalnum())

    return cut(start) and cut(end)


def _term(name: str, label: str | tuple[str, str], *aliases: str | tuple[str, str]) -> Term:
    assert isinstance(label, str)
    return term(name, label, *aliases)
