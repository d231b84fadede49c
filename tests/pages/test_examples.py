"""Examples: facts as sentences, what each framework makes of them, and terms that know their examples."""

import pytest
from selectolax.lexbor import LexborHTMLParser

from hornbook.addresses import parts
from hornbook.logic import Consequences, Literal, Verdict
from hornbook.model import Scope
from hornbook.model.claim_ids import claim_id
from hornbook.pages import diagram_index, example_follows, example_pages, source_pages
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
    monkeypatch.setattr(readings, "consequences", lambda *_, **__: Consequences((), (), complete=False))
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


def rows(page: Page, example: str) -> list[list[str]]:
    found = page(f"examples/{example}/").css(".kb-following tbody tr")
    return [[cell.text() for cell in row.css("th, td")] for row in found]


def test_everything_that_follows_stands_in_a_table_with_what_it_comes_from(page: Page) -> None:
    assert rows(page, "measured-board") == [
        ["equal diagonals", "✓ holds", "rectangle-has-equal-diagonals: rectangle holds"],
        ["parallelogram", "✓ holds", "rectangle-is-parallelogram: rectangle holds"],
        ["square", "✗ fails", "square-definition: rhombus <lozenge> fails"],
        ["the figure is round", "✗ fails", "nothing-round-is-parallel: parallelogram holds"],
    ]
    assert "Everything that follows" not in page("examples/board/").text()


def test_its_proofs_are_asked_for_with_the_facts_that_are_marked(page: Page) -> None:
    (box,) = page("examples/measured-board/").css("[data-kb-facts]")
    assert box.attributes["data-kb-facts"] == "../../explore/plane/#holds=rectangle&fails=rhombus"
    assert [row.attributes["data-kb-goal"] for row in box.css("tbody tr")] == [
        "equal-diagonals",
        "parallelogram",
        "!square",
        "!round",
    ]


def test_of_very_much_that_follows_the_first_is_shown(reasoning: Reasoning, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(example_follows, "_MOST_ROWS", 1)
    written = build(reasoning, {})["docs/examples/measured-board/index.md"].decode()
    assert written.count("data-kb-goal=") == 1
    assert "3 more: " in written


def test_lists_of_very_many_records_go_on_on_further_pages(
    reasoning: Reasoning, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module, bound in ((example_pages, "EXAMPLES"), (source_pages, "SOURCES"), (diagram_index, "DIAGRAMS")):
        monkeypatch.setattr(module, f"{bound}_A_PAGE", 1)
        monkeypatch.setattr(parts, f"{bound}_A_PAGE", 1)
    known = reasoning.knowledge
    lists = {
        "examples/": list(known.examples),
        "sources/": list(known.sources),
        "diagrams/": [*known.views, *known.chains],
    }
    files = build(reason_about(known), {})
    for address, names in lists.items():
        pages = [f"docs/{address}index.md", *(f"docs/{address}index/{n}/index.md" for n in range(2, len(names) + 1))]
        written = [LexborHTMLParser(files[page].decode()) for page in pages]
        assert f"docs/{address}index/{len(names) + 1}/index.md" not in files
        shown = [{link.attributes.get("href") for link in page.css("a")} for page in written]
        for name in names:
            assert sum(any(href.endswith(f"{name}/") for href in page if href) for page in shown) >= 1
        assert all(len(page.css(".kb-parts a")) in {len(names), 2 * len(names)} for page in written)
        led = [one.attributes["id"] for one in written[0].css("[data-kb-elsewhere] i")]
        assert set(led) >= set(names[1:] if address == "diagrams/" else [])
        assert (address == "examples/") is (led == [])
