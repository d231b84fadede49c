"""A page links each term once in a section, and knows whose words it uses."""

from collections.abc import Callable
from urllib.parse import urljoin

import pytest
from selectolax.lexbor import LexborHTMLParser

from hornbook.diagnostics import Place
from hornbook.drawings import drawings_for
from hornbook.model import Element, Prose, Text
from hornbook.pages.context import Context
from hornbook.pages.html import EMPTY, Html
from hornbook.pages.page import Page
from hornbook.reasoning.mentions import TermFinder
from hornbook.reasoning.readings import Readings
from hornbook.reasoning.scopes import Reasoning

HERE = Place("glossary/terms/square.yaml")


@pytest.fixture
def square(reasoning: Reasoning) -> Page:
    knowledge = reasoning.knowledge
    return Page(
        Context(reasoning, TermFinder(knowledge), drawings_for(knowledge), {}, Readings({}, ()), {}, {}),
        "terms/square/",
    )


def prose(words: str) -> Prose:
    return Prose((Element("p", (Text(words),)),), HERE)


def linked(html: Html) -> list[str]:
    addresses = (str(link.attributes["href"]) for link in LexborHTMLParser(html).css("a.kb-link"))
    return [urljoin("/terms/square/", address).split("/")[-2] for address in addresses]


def test_a_section_links_a_term_once(square: Page) -> None:
    text = prose("A rectangle, a rhombus, a rectangle.")
    assert linked(square.prose(text)) == ["rectangle", "rhombus"]
    assert linked(square.note(text)) == []
    assert linked(square.section().prose(text)) == ["rectangle", "rhombus"]
    assert linked(square.section(linked=["rhombus"]).prose(text)) == ["rectangle"]


def test_a_section_that_goes_on_in_other_words_remembers_what_it_linked(square: Page) -> None:
    text = prose("A rectangle. A regular quadrilateral.")
    assert linked(square.prose(text)) == ["rectangle"]
    assert linked(square.in_words_of("plane").prose(text)) == ["square"]
    assert linked(square.prose(prose("A square."))) == []


@pytest.mark.parametrize("write", [Page.prose, Page.note])
def test_nothing_is_written_of_nothing(square: Page, write: Callable[[Page, Prose | None], Html]) -> None:
    assert write(square, None) == EMPTY


def test_a_term_is_no_link_on_its_own_page(square: Page) -> None:
    assert square.name("square") == '<span class="kb-self">square</span>'
    assert linked(square.name("kite", "deltoid")) == ["kite"]
    assert ">deltoid<" in square.name("kite", "deltoid")


def test_every_id_with_a_page_is_a_link_to_it_by_its_title(square: Page) -> None:
    knowledge = square.knowledge
    for ids in (knowledge.terms, knowledge.frameworks, knowledge.views, knowledge.faqs, knowledge.examples):
        for target in ids:
            link = LexborHTMLParser(square.to(target, class_="x")).css_first("a.x")
            assert link is not None
            assert link.attributes["href"] in {"./", f"../{target}/"} or f"/{target}/" in str(link.attributes["href"])
            assert link.text()
