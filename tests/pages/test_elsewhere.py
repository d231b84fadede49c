"""What other vocabularies have for a term: on its page, in the terms as data and in structured data."""

import json
from pathlib import Path

from hornbook.exports.terms_file import terms_file
from hornbook.pages.structured_data import defined_term
from hornbook.reasoning.scopes import Reasoning
from tests.load.project import loaded_with
from tests.pages.conftest import Page

BROAD = "http://vocabulary.example.org/figures#quadrilateral"


def test_the_page_of_a_term_links_what_can_be_visited_and_names_the_rest(page: Page) -> None:
    parsed = page("terms/square/")
    (link,) = parsed.css('a[href^="https://www.wikidata.org/"]')
    assert link.text() == "Wikidata Q164"
    assert link.attributes["rel"] == "noopener noreferrer nofollow"
    assert BROAD in [code.text() for code in parsed.css("code")]
    assert not parsed.css(f'a[href="{BROAD}"]')


def test_a_sense_says_its_own(page: Page) -> None:
    sense = page("terms/square/").css_first("#sense-workshop")
    assert sense is not None
    assert "In other vocabularies: close to https://vocabulary.example.org/looks-square." in sense.text()


def test_a_term_without_any_has_no_heading_for_them(files: dict[str, bytes]) -> None:
    assert b"In other vocabularies" in files["docs/terms/square/index.md"]
    assert b"In other vocabularies" not in files["docs/terms/kite/index.md"]


def test_data_names_them_by_the_words_of_skos(reasoning: Reasoning) -> None:
    terms = json.loads(terms_file(reasoning.knowledge))["terms"]
    assert terms["square"]["elsewhere"] == [
        {"relation": "exact", "name": "Wikidata Q164", "url": "https://www.wikidata.org/wiki/Q164"},
        {"relation": "broad", "name": BROAD, "url": BROAD},
    ]
    assert terms["square"]["senses"][2]["elsewhere"][0]["relation"] == "close"
    assert "elsewhere" not in terms["kite"]


def test_structured_data_says_what_is_the_same(reasoning: Reasoning) -> None:
    square, kite = (reasoning.knowledge.terms[term] for term in ("square", "kite"))
    assert defined_term(reasoning.knowledge, square)["sameAs"] == ["https://www.wikidata.org/wiki/Q164"]
    assert "sameAs" not in defined_term(reasoning.knowledge, kite)


def test_a_wrong_one_is_told_at_its_place(tmp_path: Path) -> None:
    term = "label: Fog\nshort: A cloud on the ground.\nelsewhere: {exact: [Q37477], close: [fog]}\n"
    loaded = loaded_with(tmp_path, {"glossary/terms/fog.yaml": term})
    assert [(str(one.place), one.code) for one in loaded.diagnostics] == [
        ("glossary/terms/fog.yaml:3:21", "field-form"),
        ("glossary/terms/fog.yaml:3:38", "field-form"),
    ]
    assert loaded.diagnostics[0].hint == "write `wikidata:Q37477`"


def test_others_words_for_the_field_lead_to_it(tmp_path: Path) -> None:
    term = "label: Fog\nshort: A cloud on the ground.\nidentifiers: [Q37477]\n"
    found = loaded_with(tmp_path, {"glossary/terms/fog.yaml": term}).diagnostics
    assert any("`elsewhere`" in f"{one.message} {one.hint}" for one in found)
