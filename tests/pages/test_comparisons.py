"""Disagreements and the comparison of frameworks: positions, and one question put to every framework."""

from hornbook.language import say_many
from hornbook.model.claim_ids import claim_id
from hornbook.pages.verdict_list import CANNOT
from hornbook.reasoning.comparison import compare
from hornbook.reasoning.scopes import Reasoning
from tests.pages.conftest import Page


def test_each_position_has_an_anchor_and_its_claims_follow_it(reasoning: Reasoning, page: Page) -> None:
    parsed = page("disagreements/what-is-a-square/")
    positions = parsed.css(".kb-position")
    assert [one.attributes["id"] for one in positions] == ["position-plane", "position-workshop"]
    assert ["inferred" in one.text() for one in positions] == [False, True]
    disagreement = reasoning.knowledge.disagreements["what-is-a-square"]
    first, *_ = parsed.css("details.kb-words")
    cards = [one for one in parsed.css(".kb-claim") if not _is_inside(one, first)]
    assert len(cards) >= sum(len(position.claims) for position in disagreement.positions)


def test_a_framework_that_lacks_a_term_cannot_be_asked(reasoning: Reasoning, page: Page) -> None:
    rows = page("disagreements/what-is-a-square/").css(".kb-compared")
    claims = reasoning.knowledge.disagreements["what-is-a-square"].claims
    assert [row.attributes["id"] for row in rows] == [f"claim-{claim_id(claim)}" for claim in claims]
    for number, row in enumerate(rows, 1):
        assert row.css(".kb-former")[0].attributes["id"] == f"claim-{number}"
    for row in rows:
        (plane,) = row.css(".kb-answers > li")
        assert "Plane" in plane.text()
        assert plane.css_first(".kb-mark") is not None
        cannot = row.css_first(".kb-cannot")
        assert cannot is not None
        assert say_many(*CANNOT, 1) in cannot.text()
        assert "workshop" in cannot.text()


def test_every_question_stands_in_the_comparison_once(reasoning: Reasoning, page: Page) -> None:
    compared = compare(reasoning)
    rows = page("frameworks/compare/").css(".kb-compared")
    askable = [one for one in compared if any(answer is not None for answer in one.answers.values())]
    assert len(rows) == len(askable) > 0
    words = [row.css(".kb-asked-of")[0].text() for row in rows]
    assert len(set(words)) == len(words)


def test_a_question_of_the_comparison_leads_to_the_claims_that_ask_it(reasoning: Reasoning, page: Page) -> None:
    links = {one.attributes["href"] for one in page("frameworks/compare/").css(".kb-compared > .kb-source a")}
    first = reasoning.knowledge.faqs["what-makes-a-square"].claims[0]
    assert f"../../faq/what-makes-a-square/#claim-{claim_id(first)}" in links
    assert all("#" in str(one) for one in links)


def test_the_comparison_lists_the_disagreements(reasoning: Reasoning, page: Page) -> None:
    links = {one.attributes["href"] for one in page("frameworks/compare/").css("ul a")}
    assert {f"../../disagreements/{one}/" for one in reasoning.knowledge.disagreements} <= links


def test_the_index_leads_to_every_disagreement(reasoning: Reasoning, page: Page) -> None:
    links = {one.attributes["href"] for one in page("disagreements/").css(".kb-card-title a")}
    assert links == {f"{one}/" for one in reasoning.knowledge.disagreements}


def _is_inside(one: object, other: object) -> bool:
    parent = getattr(one, "parent", None)
    return parent is not None and (parent == other or _is_inside(parent, other))
