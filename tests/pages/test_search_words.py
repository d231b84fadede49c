"""Search knows a term by its label, its aliases and other spellings of both; readers do not see the list."""

import re

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from hornbook.load import EngineSettings, merged_settings
from hornbook.model import Term
from hornbook.pages.search_words import asked_html, names_html, search_names, spellings, words_of
from hornbook.publish import default_settings
from tests.made import term


def called(label: str, *aliases: str, short: str = "It is so.") -> Term:
    return term("x", label, *aliases, short=short)


@pytest.mark.parametrize(
    ("american", "british"),
    [
        ("optimizer", "optimiser"),
        ("optimize", "optimise"),
        ("Generalizing", "Generalising"),
        ("generalizations", "generalisations"),
        ("analyzed", "analysed"),
        ("behavior", "behaviour"),
        ("behavioral", "behavioural"),
        ("favorable", "favourable"),
        ("defense", "defence"),
        ("analogs", "analogues"),
        ("reward modeling", "reward modelling"),
        ("artifact", "artefact"),
    ],
)
def test_american_and_british_spellings_find_each_other(american: str, british: str) -> None:
    assert spellings(american) == (british,)
    assert spellings(british) == (american,)


@pytest.mark.parametrize(
    "word", ["size", "premise", "precise", "exercises", "supervised", "otherwise", "noise", "prize"]
)
def test_a_word_with_one_spelling_has_no_other(word: str) -> None:
    assert spellings(word) == ()


@pytest.mark.parametrize("word", ["vector", "four", "donor", "elaborate", "programmatic", "supervision", "subjective"])
def test_a_word_that_only_looks_like_another_stays(word: str) -> None:
    assert spellings(word) == ()


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("misalignment", "mis-alignment"),
        ("mis-alignment", "misalignment"),
        ("sub-problem", "subproblem"),
        ("Mesa-optimizer", "Mesaoptimizer"),
        ("mesa optimizer", "mesaoptimizer"),
        ("mesa optimizer", "mesa optimiser"),
        ("Goodhart’s law", "Goodharts law"),
        ("goal misgeneralization", "goal mis-generalisation"),
    ],
)
def test_a_name_is_found_apart_and_joined(name: str, other: str) -> None:
    assert other in spellings(name)


def test_a_hyphen_and_a_space_need_no_spelling_of_their_own() -> None:
    assert words_of("Mesa-optimizer") == words_of("mesa optimizer")
    assert "mesa optimizer" not in spellings("mesa-optimizer")


def test_a_dash_between_two_words_does_not_join_them() -> None:
    assert spellings("base–mesa gap") == ()


@given(st.text(max_size=60))
def test_no_spelling_has_the_words_of_another(name: str) -> None:
    found = [words_of(spelling) for spelling in (name, *spellings(name))]
    assert len(set(found)) == len(found)
    assert len(found) < 200


def test_spellings_and_plurals_of_a_name_stand_together() -> None:
    names = search_names(called("Mesa-optimizer", "mesa optimizers", "mesa-optimisers", "inner agent", "inner agents"))
    assert [(name.text, set(name.spellings)) for name in names] == [
        ("Mesa-optimizer", {"Mesa-optimiser", "mesa optimizers", "mesa optimisers"}),
        ("mesaoptimizers", {"Mesaoptimizer", "Mesaoptimiser", "mesaoptimisers"}),
        ("inner agents", {"inner agent"}),
    ]


@pytest.mark.parametrize(
    ("one", "many"), [("policy", "policies"), ("bias", "biases"), ("box", "boxes"), ("branch", "branches")]
)
def test_a_plural_belongs_to_its_singular(one: str, many: str) -> None:
    assert [(name.text, name.spellings) for name in search_names(called(one, many))] == [(one, (many,))]


def test_every_name_is_a_heading_that_nobody_sees() -> None:
    page = LexborHTMLParser(names_html(called("If <b>", "only if", "mis-if")))
    block = page.css_first("div.kb-names")
    assert block is not None
    assert "hidden" in block.attributes
    assert [(heading.attributes["id"], heading.text()) for heading in block.css("h6")] == [
        ("called-only-if", "only if"),
        ("called-mis-if", "mis-if"),
        ("called-misif", "misif"),
    ]
    assert "<b>" not in (block.html or "").replace("&lt;b&gt;", "")


def test_a_page_with_one_name_needs_no_others() -> None:
    assert names_html(called("Square")) == ""


def test_other_ways_to_ask_are_headings_too_and_what_says_the_same_is_one() -> None:
    assert asked_html("What is a square?", ()) == asked_html("What is a square?", ("what is a square", "…")) == ""
    block = LexborHTMLParser(asked_html("What is a square?", ("Squares <i>", "squares i", "quads"))).css_first("div")
    assert block is not None
    assert "hidden" in block.attributes
    assert [(heading.attributes["id"], heading.text()) for heading in block.css("h6")] == [
        ("called-squares-i", "Squares <i>"),
        ("called-quads", "quads"),
    ]


def test_the_engines_part_words_where_we_do() -> None:
    settings = yaml.safe_load(merged_settings(EngineSettings(), default_settings(), {}))
    separator = re.compile(settings["plugins"][0]["search"]["separator"])
    here = ("Goodhart’s law", "base–mesa “gap”", "vs. other", "Out-of-distribution (OOD)", "a/b, c")
    elsewhere = ("das „Eszett“, ‚es‘", "le «\xa0mot\xa0»", "אי\u05beשוויון", "أ، ب؛ ج؟")
    for name in here + elsewhere:
        parts = tuple(part for part in separator.split(name.casefold()) if part)
        assert parts == words_of(name)


@pytest.mark.parametrize(
    ("name", "plain"), [("Maßstab", "Massstab"), ("L’Hôpital", "LHopital"), ("Čech", "Cech"), ("Øre", "Ore")]
)
def test_a_name_is_found_in_plain_letters(name: str, plain: str) -> None:
    assert plain in spellings(name)


@pytest.mark.parametrize("name", ["कम", "矩形", "שלום"])
def test_a_name_in_another_script_is_left_as_it_is(name: str) -> None:
    assert spellings(name) == ()
