"""What follows for a term in each framework: lists that are cut lead to where the rest can be asked for."""

import pytest
from selectolax.lexbor import LexborHTMLParser

from hornbook.drawings import drawings_for
from hornbook.pages import term_logic
from hornbook.pages.context import Context
from hornbook.pages.page import Page
from hornbook.reasoning.mentions import TermFinder
from hornbook.reasoning.readings import Readings
from hornbook.reasoning.scopes import Reasoning


def test_what_is_left_out_is_asked_for_with_the_term_as_it_is_supposed_there(
    reasoning: Reasoning, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(term_logic, "_MOST_SETS", 0)
    monkeypatch.setattr(term_logic, "_MOST_FAILING", 0)
    knowledge = reasoning.knowledge
    context = Context(reasoning, TermFinder(knowledge), drawings_for(knowledge), {}, Readings({}, ()), {}, {})
    blocks = term_logic.term_logic(Page(context, "terms/rectangle/"), knowledge.terms["rectangle"])
    page = LexborHTMLParser("".join(map(str, blocks)))
    led = {str(one.attributes["href"]).rpartition("/")[2] for one in page.css(".kb-more-of a")}
    assert led == {"#goal=rectangle", "#fails=rectangle"}
