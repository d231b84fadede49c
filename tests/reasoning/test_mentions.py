"""Mentions: whole words of any script, the longest of the leftmost, capitals where they matter, and none missed."""

import re
from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hornbook.model import Term
from hornbook.reasoning.mentions import Mention, TermFinder
from tests.made import DEFAULT_FRAMEWORK, framework, implication, knowledge_base, term


def finder(names: Mapping[str, list[str | tuple[str, str]]]) -> TermFinder:
    """A finder for terms with the given label first, then aliases; a pair is an alias of one framework."""
    return TermFinder(knowledge_base(_term(term, *names[term]) for term in names))


def found(one: TermFinder, words: str, framework: str | None = None) -> list[tuple[str, str]]:
    return [(words[hit.start : hit.end], hit.term) for hit in one.find(words, framework) if hit.term is not None]


def test_the_longest_of_the_leftmost_matches_wins() -> None:
    one = finder({"agent": ["Agent"], "agent-foundations": ["Agent foundations"]})
    assert found(one, "agent foundations, and an agent") == [
        ("agent foundations", "agent-foundations"),
        ("agent", "agent"),
    ]


@pytest.mark.parametrize(
    "words",
    [
        "reagent",
        "agents",
        "agent-based",
        "sub-agent",
        "agent7",
        "agent.py",
        "agent’ll",
        "agent\u0301",
        "agent_x",
        "AGENT",
    ],
)
def test_a_part_of_a_word_is_no_mention(words: str) -> None:
    assert found(finder({"agent": ["Agent"]}), words) == []


@pytest.mark.parametrize(
    "words", ["agent.", "(agent)", "Agent’s", "an Agent-", "“agent”", "agent", "inner/agent", "l’agent"]
)
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
    ("name", "words", "mention"),
    [
        ("agent", "İ agent ß", "agent"),
        ("Straße", "die STRASSE, die Straße", "Straße"),
        ("Maße", "in Massen", None),
        ("inner aim", "an inner\n   aim", "inner\n   aim"),
        ("inner aim", "an inner\u00a0aim", "inner\u00a0aim"),
        ("Goodhart's law", "by Goodhart’s law", "Goodhart’s law"),
        ("e\u0301tale", "an étale map", "étale"),
        ("étale", "an e\u0301tale map", "e\u0301tale"),
        ("x", "x\u0304 and x", "x"),
        ("क", "का", None),
        ("对齐", "内部对齐问题", "对齐"),
        ("アライ", "アライメント", None),
        ("C++", "in C++.", "C++"),
        ("C", "in C++ or C#", None),
        ("R", "R&D", None),
        ("non\u2011linear", "a non-linear map", "non-linear"),
        ("bezier", "be\u00adzier", "be\u00adzier"),
    ],
)
def test_words_of_any_script_are_whole(name: str, words: str, mention: str | None) -> None:
    assert [text for text, _ in found(finder({"a": [name]}), words)] == ([] if mention is None else [mention])


@pytest.mark.parametrize(
    ("name", "words", "is_meant"),
    [
        ("AI", "ai", False),
        ("AI", "an AI", True),
        ("AIM", "an aim", False),
        ("Aim", "the AIM", False),
        ("inner aim", "INNER AIM", True),
        ("Inner aim", "the Inner Aim", True),
        ("Inner aim", "the inner aim", True),
        ("k-means", "K-means is", True),
        ("T₂", "t₂", False),
        ("R", "an r", False),
        ("L’Hôpital", "by L'Hôpital's rule", True),
        ("McAllister‑Lindelöf", "by McAllister-Lindelo\u0308f", True),
        ("L’Hôpital", "l'hôpital", False),
    ],
)
def test_capitals_count_where_they_are_the_name(name: str, words: str, is_meant: bool) -> None:  # noqa: FBT001
    assert bool(found(finder({"a": [name]}), words)) is is_meant


def test_a_name_with_a_form_for_sentences_is_meant_only_with_its_capitals() -> None:
    one = TermFinder(knowledge_base([replace(_term("go", "Go"), in_text="Go")]))
    assert found(one, "Go, and to go") == [("Go", "go")]
    other = TermFinder(knowledge_base([replace(_term("kernel", "Kernel"), in_text="kernel")]))
    assert len(found(other, "Kernel or kernel")) == 2


def test_a_word_of_two_terms_means_neither_unless_the_framework_speaks_of_one() -> None:
    planet, metal = _term("planet", "Mercury"), _term("metal", "Mercury")
    one = TermFinder(knowledge_base([planet, metal]))
    [mention] = one.find("Of Mercury", None)
    assert (mention.term, mention.terms) == (None, ("metal", "planet"))
    spoken = framework([implication("poison", ["metal"], "toxic")])
    other = TermFinder(replace(knowledge_base([planet, metal]), frameworks={spoken.id: spoken}))
    assert [mention.term for mention in other.find("Mercury", spoken.id)] == ["metal"]
    assert [mention.term for mention in other.find("Mercury", "another")] == [None]


def test_what_a_text_is_about_tells_which_of_two_terms_it_means() -> None:
    named = (("planet", "sky"), ("metal", "lab"))
    one = TermFinder(knowledge_base(replace(_term(name, "Mercury"), tags=(tag,)) for name, tag in named))
    for tags, meant in ((("sky", "old"), "planet"), (("lab",), "metal"), (("sky", "lab"), None), (("sea",), None)):
        assert [mention.term for mention in one.find("Mercury", None, tags)] == [meant]


def test_a_word_of_a_framework_counts_in_those_that_extend_it() -> None:
    base, term = framework([]), _term("rain", "Rain", ("drops", DEFAULT_FRAMEWORK))
    wider = replace(base, id="wider", base=base)
    knowledge = replace(knowledge_base([term]), frameworks={base.id: base, wider.id: wider})
    one = TermFinder(knowledge)
    assert found(one, "drops", "wider") == [("drops", "rain")]
    assert found(one, "drops", "another") == []


def test_mentions_of_a_term_or_of_all_can_be_left_alone() -> None:
    terms = [replace(_term("rain", "Rain"), link_mentions=False), _term("snow", "Snow")]
    assert found(TermFinder(knowledge_base(terms)), "rain and snow") == [("snow", "snow")]
    knowledge = knowledge_base(terms)
    silent = replace(knowledge, glossary=replace(knowledge.glossary, link_mentions=False))
    assert found(TermFinder(silent), "rain and snow") == []


def spaced(text: str) -> str:
    """With blanks in a row as one, as which they count."""
    return re.sub(" +", " ", text)


names = st.lists(
    st.text("ab ", min_size=1, max_size=4).map(str.strip).map(spaced).filter(bool), min_size=1, max_size=5, unique=True
)


@given(names, st.text("ab -.", max_size=25).map(spaced))
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
            mentions.append(Mention(at, at + len(best), (f"t{labels.index(best)}",)))
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
        if before in "-.":
            return not (after.isalnum() and padded[at - 2].isalnum())
        return not (after in "-." and before.isalnum() and padded[at + 1].isalnum())

    return cut(start) and cut(end)


def _term(name: str, label: str | tuple[str, str], *aliases: str | tuple[str, str]) -> Term:
    assert isinstance(label, str)
    return term(name, label, *aliases)
