"""Where a page stands: its list above it, its neighbours at its end, in the order of that list."""

from hornbook.kinds import FAQ, SOURCE, TERM
from hornbook.pages.neighbours import in_order
from hornbook.reasoning.scopes import Reasoning
from tests.pages.conftest import Page


def test_every_term_leads_to_the_list_and_to_those_beside_it(reasoning: Reasoning, page: Page) -> None:
    ids = [term.id for term in in_order(reasoning.knowledge, TERM)]
    assert sorted(ids) == sorted(reasoning.knowledge.terms)
    for number, one in enumerate(ids):
        parsed = page(f"terms/{one}/")
        assert [link.attributes["href"] for link in parsed.css(".kb-crumbs a")] == ["../../", "../"]
        beside = [link.attributes["href"] for link in parsed.css(".kb-neighbours a")]
        others = (*ids[max(0, number - 1) : number], *ids[number + 1 : number + 2])
        assert beside == [f"../{other}/" for other in others]


def test_questions_and_sources_stand_in_the_order_of_their_groups(reasoning: Reasoning) -> None:
    knowledge = reasoning.knowledge
    faqs, sources = in_order(knowledge, FAQ), in_order(knowledge, SOURCE)
    assert sorted(one.id for one in faqs) == sorted(knowledge.faqs)
    assert sorted(one.id for one in sources) == sorted(knowledge.sources)
    grouped = [one for group in knowledge.glossary.sources for one in group.sources]
    assert [one.id for one in sources][: len(grouped)] == grouped
