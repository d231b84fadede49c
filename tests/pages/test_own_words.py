"""Words of the glossary's own: kinds, groups, tags and stages of work, declared once and shown wherever terms are."""

import json
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from hornbook.exports.terms_file import terms_file
from hornbook.logic import Literal
from hornbook.model import KnowledgeBase, TermKind
from hornbook.reasoning.scopes import reason_about
from hornbook.reasoning.sentences import plain
from hornbook.reports.explained import explain
from hornbook.reports.values import Report
from hornbook.site import build
from tests.load.project import BASE, found, loaded_with

GLOSSARY = "glossary/glossary.yaml"
WORDS = """\
kinds:
  - {id: weather, label: kind of weather, like: condition}
  - state
groups:
  - {id: sky, label: The sky & its waters, meaning: What falls.}
  - ground
tags: [water, {id: wind, label: Wind}]
statuses: [draft, done]
"""
RAIN = """\
label: Rain
kind: weather
group: sky
tags: [water, wind]
status: draft
short: Water falls from the sky.
holds: it rains
fails: it does not rain
"""
WET = "label: Wet ground\nkind: state\ntags: [water]\nshort: The ground.\nholds: the ground is wet\nfails: it is dry\n"
FILES = {"glossary/terms/rain.yaml": RAIN, "glossary/terms/wet-ground.yaml": WET}


def glossary(words: str = WORDS) -> str:
    return (BASE / GLOSSARY).read_text() + words


@pytest.fixture
def knowledge(tmp_path: Path) -> KnowledgeBase:
    made = loaded_with(tmp_path, {GLOSSARY: glossary(), **FILES})
    assert made.knowledge is not None, made.diagnostics
    return made.knowledge


def page(knowledge: KnowledgeBase, address: str) -> LexborHTMLParser:
    return LexborHTMLParser(build(reason_about(knowledge), {})[f"docs/{address}index.md"].decode())


def test_a_kind_of_ones_own_is_spoken_of_as_it_says(knowledge: KnowledgeBase) -> None:
    rain, wet = (knowledge.terms[one] for one in ("rain", "wet-ground"))
    assert (rain.own_kind, rain.kind) == ("weather", TermKind.CONDITION)
    assert (wet.own_kind, wet.kind) == ("state", TermKind.CONCEPT)
    names = reason_about(knowledge).framework("weather").names
    assert plain(names.phrase(Literal("rain"))) == "it rains"
    assert plain(names.phrase(Literal("wet-ground"))).endswith(" holds")


def test_a_word_without_a_label_is_called_by_its_id(knowledge: KnowledgeBase) -> None:
    assert [one.label for one in knowledge.glossary.groups] == ["The sky & its waters", "ground"]


def test_where_no_kinds_are_declared_there_are_eight(tmp_path: Path) -> None:
    for kind in TermKind:
        made = loaded_with(tmp_path, {"glossary/terms/fog.yaml": f"label: Fog\nkind: {kind}\nshort: A cloud.\n"})
        assert made.knowledge is not None
        assert made.knowledge.terms["fog"].kind is kind
    made = loaded_with(tmp_path, {"glossary/terms/fog.yaml": "label: Fog\nshort: A cloud.\n"})
    assert made.knowledge is not None
    assert (made.knowledge.terms["fog"].own_kind, made.knowledge.terms["fog"].kind) == ("concept", TermKind.CONCEPT)


@pytest.mark.parametrize(
    ("words", "field", "message", "hint"),
    [
        (WORDS, "kind: waether", "no kind of terms is called `waether`", "did you mean `weather`?"),
        (
            WORDS,
            "kind: condition",
            "no kind of terms is called `condition`",
            "it can be `state` or `weather`; or",
        ),
        ("", "kind: technology", "no kind of terms is called `technology`", "it can be `concept`, "),
        ("", "tags: [water]", "no tag of terms is called `water`", f"declare it in `{GLOSSARY}`: `tags: [water]`"),
        (WORDS, "tags: [Water]", "no tag of terms is called `Water`", "did you mean `water`?"),
        (WORDS, "group: water", "no group of terms is called `water`", "it can be `ground` or `sky`; or declare"),
        (WORDS, "status: drafts", "no status of terms is called `drafts`", "did you mean `draft`?"),
    ],
)
def test_a_word_that_is_not_declared_is_told_with_what_to_write(
    tmp_path: Path, words: str, field: str, message: str, hint: str
) -> None:
    others = FILES if words else {}
    fog = f"label: Fog\nshort: A cloud.\n{field}\n"
    (one,) = loaded_with(tmp_path, {GLOSSARY: glossary(words), **others, "glossary/terms/fog.yaml": fog}).diagnostics
    assert (one.code, one.place.line, one.message) == ("reference-unknown", 3, message)
    assert (one.hint or "").startswith(hint)


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("tags: [{id: a}, {id: a, label: A}]", "id-taken"),
        ("tags: [a, a]", "field-repeated"),
        ("tags: [A b]", "id-form"),
        ("kinds: [{id: a, like: weather}]", "field-choice"),
    ],
)
def test_declarations_are_held_to_what_they_say(tmp_path: Path, words: str, code: str) -> None:
    assert code in {one for one, _ in found(loaded_with(tmp_path, {GLOSSARY: glossary(words)}))}


def test_an_unreadable_glossary_is_no_mistake_of_the_terms(tmp_path: Path) -> None:
    assert {path.partition(":")[0] for _, path in found(loaded_with(tmp_path, {GLOSSARY: "title: [", **FILES}))} == {
        GLOSSARY
    }


def test_the_page_of_a_term_shows_them_and_leads_to_the_others(knowledge: KnowledgeBase) -> None:
    rain = page(knowledge, "terms/rain/")
    chips = [one.text() for one in rain.css(".kb-lead .kb-chip")]
    assert chips == ["kind of weather", "draft", "The sky & its waters", "water", "Wind"]
    links = [one.attributes["href"] for one in rain.css(".kb-lead .kb-chip a")]
    assert links == ["../#group-sky", "../#tag-water", "../#tag-wind"]


def test_the_list_of_terms_has_a_place_for_each_and_can_be_narrowed_down(knowledge: KnowledgeBase) -> None:
    listed = page(knowledge, "terms/")
    text = build(reason_about(knowledge), {})["docs/terms/index.md"].decode()
    for anchor in ("group-sky", "tag-water", "tag-wind"):
        assert f"{{ #{anchor} }}" in text
    assert "group-ground" not in text  # nothing is in it
    offered = {one.attributes["name"]: [o.text() for o in one.css("option")] for one in listed.css("select")}
    assert offered["kind"] == ["all", "state", "kind of weather"]
    assert offered["tag"] == ["all", "water", "Wind"]
    assert offered["group"] == ["all", "The sky & its waters"]
    (rain,) = listed.css('[data-kb-id="rain"]')
    said = {name: rain.attributes[f"data-kb-{name}"] for name in ("kind", "group", "tag", "status")}
    assert said == {"kind": "weather", "group": "sky", "tag": "water wind", "status": "draft"}


def test_data_and_the_terminal_name_them(knowledge: KnowledgeBase) -> None:
    terms = json.loads(terms_file(knowledge))["terms"]
    rain, wet = terms["rain"], terms["wet-ground"]
    assert (rain["kind"], rain["group"], rain["tags"], rain["status"]) == (
        "kind of weather",
        "sky",
        ["water", "wind"],
        "draft",
    )
    assert "group" not in wet
    told = explain(reason_about(knowledge), "term rain")
    assert isinstance(told, Report)
    assert "Rain (kind of weather)" in told.text
    assert "Tags: water, wind" in told.text
