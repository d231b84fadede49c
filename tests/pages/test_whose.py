"""Whose words a definition is in is said wherever it stands."""

import json
from html import escape

from hornbook.model import Term
from hornbook.model.author_names import author_and_year
from hornbook.pages.whose import described, whose
from hornbook.reasoning.ideas import author_of
from hornbook.reasoning.scopes import Reasoning
from tests.pages.conftest import Page


def _terms(reasoning: Reasoning, authors: int) -> list[Term]:
    knowledge = reasoning.knowledge
    terms = knowledge.terms.values()
    return [term for term in terms if len({author_of(knowledge, sense) for sense in term.senses}) == authors]


def test_one_author_is_named_and_several_are_counted(reasoning: Reasoning) -> None:
    for term in _terms(reasoning, 1):
        source = reasoning.knowledge.sources[term.senses[0].sources[0].ref]
        assert whose(reasoning.knowledge, term) == f"In the sense of {author_and_year(source)}"
    assert all("2 authors" in whose(reasoning.knowledge, term) for term in _terms(reasoning, 2))
    assert all(whose(reasoning.knowledge, term) == "" for term in _terms(reasoning, 0))


def test_the_page_the_list_and_what_others_show_say_it(
    reasoning: Reasoning, page: Page, files: dict[str, bytes]
) -> None:
    for term in _terms(reasoning, 1) + _terms(reasoning, 2):
        words = whose(reasoning.knowledge, term)
        assert words in page(f"terms/{term.id}/").text()
        assert words in page("terms/").text()
        assert described(reasoning.knowledge, term).endswith(f"({words}.)")
        written = files[f"docs/terms/{term.id}/index.md"].decode()
        assert json.dumps(escape(words))[1:-1] in written.split("---")[1]
