"""Examples: facts as sentences, what each framework makes of them, and terms that know their examples."""

import pytest

from hornbook.logic import Consequences, Literal, Verdict
from hornbook.model import Scope
from hornbook.model.claim_ids import claim_id
from hornbook.reasoning import readings
from hornbook.reasoning.outcomes import outcome_of
from hornbook.reasoning.readings import facts_in, read_examples
from hornbook.reasoning.scopes import Reasoning, reason_about
from hornbook.site import build
from tests.pages.conftest import Page


def test_each_judgement_has_its_anchor_and_the_computed_verdict(reasoning: Reasoning, page: Page) -> None:
    for example in reasoning.knowledge.examples.values():
        parsed = page(f"examples/{example.id}/")
        for number, judgement in enumerate(example.judgements, 1):
            card = parsed.css_first(f"#claim-{claim_id(judgement)}")
            verdict = outcome_of(reasoning, judgement.claim).answer.verdict
            assert card is not None
            assert card.css_first(f"#judgement-{number}.kb-former") is not None
            assert card.css_first(f'a.kb-permalink[href="#{card.attributes["id"]}"]') is not None
            assert f"kb-claim-{verdict}" in (card.attributes["class"] or "").split()
            assert (card.css_first(".kb-models") is not None) is (verdict is Verdict.OPEN)
            assert (card.css_first(".kb-proof") is not None) is (verdict is not Verdict.OPEN)


def test_the_source_s_own_word_is_quoted_where_it_gives_one(page: Page) -> None:
    parsed = page("examples/board/")
    quoted = [[one.text() for one in card.css("q")] for card in parsed.css(".kb-claim")]
    assert quoted == [["a square"], []]


def test_a_false_fact_is_told_by_the_sentence_that_is_true_of_it(page: Page) -> None:
    facts = [one.text() for one in page("examples/measured-board/").css(".kb-truths > li")]
    assert len(facts) == 4
    assert any("Some sides of the figure differ." in fact for fact in facts)
    assert not any(mark in fact for fact in facts for mark in "✓✗")


def test_only_what_an_example_adds_to_another_is_marked_as_added(page: Page) -> None:
    facts = page("examples/measured-board/").css(".kb-truths > li")
    added = [one.text() for one in facts if "added here" in one.text()]
    assert len(added) == 2
    assert "added here" not in page("examples/board/").text()


def test_an_example_and_the_one_that_refines_it_lead_to_each_other(page: Page) -> None:
    assert page("examples/measured-board/").css_first('a[href="../board/"]') is not None
    assert page("examples/board/").css_first('a[href="../measured-board/"]') is not None


@pytest.mark.parametrize(("example", "marked"), [("board", False), ("measured-board", True)])
def test_content_from_outside_the_source_is_marked(page: Page, example: str, *, marked: bool) -> None:
    assert ("not told in the source" in page(f"examples/{example}/").text()) is marked


def test_the_index_leads_to_every_example(reasoning: Reasoning, page: Page) -> None:
    links = {one.attributes["href"] for one in page("examples/").css(".kb-card-title a")}
    assert links == {f"{example}/" for example in reasoning.knowledge.examples}


def test_a_framework_ignores_facts_that_are_not_its_own(reasoning: Reasoning) -> None:
    example = reasoning.knowledge.examples["measured-board"]
    known = facts_in(reasoning.settings[Scope("plane")], example)
    assert {fact.atom for fact in known} == {"rectangle", "rhombus"}


def test_readings_hold_what_is_given_and_what_follows_and_nothing_twice(reasoning: Reasoning) -> None:
    by_atom = read_examples(reasoning).by_atom
    square = {(one.example, one.framework, one.literal.holds, one.given) for one in by_atom["square"]}
    assert ("board", "workshop", True, False) in square
    assert ("measured-board", "plane", False, False) in square
    for atom, found in by_atom.items():
        assert all(one.literal.atom == atom for one in found)
        assert len(found) == len(set(found))
    assert [one.literal for one in by_atom["rhombus"] if one.given] == [Literal("rhombus", holds=False)]


def test_what_the_limit_left_unsettled_is_said(reasoning: Reasoning, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(readings, "consequences", lambda *_: Consequences((), (), complete=False))
    again = reason_about(reasoning.knowledge)
    found = read_examples(again)
    assert ("measured-board", "plane") in found.unsettled
    assert ("measured-board", "plane") in found.unsettled_for(again, "square")
    assert ("measured-board", "plane") not in found.unsettled_for(again, "rhombus")
    written = build(again, {})["docs/terms/square/index.md"].decode()
    assert "Not settled within the limit of steps" in written


def test_a_term_s_page_lists_its_examples_apart_by_value(page: Page) -> None:
    words = page("terms/square/").text().partition("In examples")[2]
    holding, _, failing = words.partition("It holds in")[2].partition("It fails in")
    assert "The board" in holding
    assert failing
    assert "assuming that figures are judged by sight" in words


def test_a_term_that_no_example_decides_has_no_such_section(page: Page) -> None:
    assert "In examples" not in page("terms/kite/").text()
