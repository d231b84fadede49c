"""The page of fields shows the whole manual, and the ideas that fields share."""

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from hornbook.addresses import anchors_of_manual
from hornbook.addresses.manual import IDEAS as KNOWN_IDEAS
from hornbook.manual import field_manual
from hornbook.model.manual import FieldManual, SectionManual
from hornbook.pages.field_ideas import IDEAS
from hornbook.pages.fields_page import fields_page
from hornbook.pages.generated_page import Heading
from tests.pages.conftest import Page

MANUAL = field_manual()
BARE = FieldManual(
    name="hue", anchor="stone-hue", required=False, otherwise=(), holds=("words",), meaning=("It is.",), example=None
)
STONE = SectionManual(
    title="Stone",
    anchor="stone",
    is_kind=True,
    meaning=("A <stone>.",),
    file=(),
    alone=(),
    example_alone=None,
    rules=(),
    fields=(BARE,),
)


@pytest.fixture(name="html")
def html_fixture(page: Page) -> LexborHTMLParser:
    return page("contribute/fields/")


def text_of(html: LexborHTMLParser | LexborNode, selector: str) -> str:
    found = html.css_first(selector)
    assert found is not None, selector
    return found.text()


@pytest.mark.parametrize("section", MANUAL, ids=lambda section: section.anchor)
def test_every_field_has_a_row_with_its_example(section: SectionManual, html: LexborHTMLParser) -> None:
    for field in section.fields:
        row = html.css_first(f'tr[id="{field.anchor}"]')
        assert row is not None
        assert text_of(row, "th code") == field.name
        assert ("required" in text_of(row, "th")) is field.required
        assert field.example is not None
        assert text_of(row, "pre code") == field.example.text
        for word in field.words:
            assert text_of(html, f'dt[id="{word.anchor}"]') == word.word


def test_each_part_has_one_table(html: LexborHTMLParser) -> None:
    names = [box.attributes["aria-label"] for box in html.css("div.kb-scroll")]
    assert names == [f"Fields: {section.title}" for section in MANUAL]
    assert len({*names}) == len(names)


def test_links_stay_on_the_page_and_lead_somewhere(html: LexborHTMLParser) -> None:
    known = {f"#{anchor}" for anchor in anchors_of_manual()}
    links = {str(link.attributes["href"]) for link in html.css("a")}
    assert len(links) > 100
    assert links <= known


def test_the_ideas_are_those_that_have_addresses() -> None:
    assert tuple(idea.anchor for idea in IDEAS) == KNOWN_IDEAS


def test_an_idea_and_its_fields_lead_to_each_other(html: LexborHTMLParser) -> None:
    fields = {field.anchor for section in MANUAL for field in section.fields}
    for idea in IDEAS:
        assert {*idea.fields} <= fields, idea.anchor
        for field in idea.fields:
            row = html.css_first(f'tr[id="{field}"]')
            assert row is not None
            assert row.css_first(f'a[href="#{idea.anchor}"]') is not None


def test_kinds_are_headings_and_parts_and_ideas_are_folded_up_with_places_of_their_own() -> None:
    blocks = fields_page(MANUAL).blocks
    headings = [block.anchor for block in blocks if isinstance(block, Heading)]
    shown = LexborHTMLParser("".join(block for block in blocks if not isinstance(block, Heading)))
    folded = [str(one.attributes["id"]) for one in shown.css("details[id]")]
    assert {"term", "ideas"} <= set(headings)
    assert {"sense", "conditions"} <= set(folded)
    assert len({*headings, *folded}) == len(headings) + len(folded)


def test_a_field_without_an_example_has_none() -> None:
    shown = "".join(block for block in fields_page((STONE, *MANUAL)).blocks if isinstance(block, str))
    row = LexborHTMLParser(shown).css_first('tr[id="stone-hue"]')
    assert row is not None
    assert row.css_first("pre") is None
    assert "may be left out" in row.text()


def test_what_declarations_say_is_text() -> None:
    shown = "".join(block for block in fields_page((STONE, *MANUAL)).blocks if isinstance(block, str))
    assert "<stone>" not in shown
    assert "A &lt;stone&gt;." in shown
