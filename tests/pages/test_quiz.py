"""The quiz: usable without a script, and nothing in it leaves the page."""

from importlib.resources import files as resources

import pytest

from hornbook.model.claim_ids import claim_id
from hornbook.publish import allowed
from hornbook.reasoning.scopes import Reasoning
from tests.pages.conftest import Page

SCRIPTS = resources("hornbook") / "theme" / "scripts"
SCRIPT = (SCRIPTS / "quiz.js").read_text(encoding="utf-8")
START = (SCRIPTS / "start.js").read_text(encoding="utf-8")


def test_each_situation_can_be_answered_by_itself(reasoning: Reasoning, page: Page) -> None:
    question = reasoning.knowledge.questions["is-it-a-square"]
    groups = page("quiz/").css("fieldset")
    assert [one.attributes["data-kb-example"] for one in groups] == list(question.examples)
    names = []
    for group in groups:
        choices = group.css("label > input")
        assert [one.attributes["value"] for one in choices] == [option.id for option in question.options]
        assert {one.attributes["type"] for one in choices} == {"radio"}
        assert len({one.attributes["name"] for one in choices}) == 1
        names.append(choices[0].attributes["name"])
    assert len(set(names)) == len(names)


def test_every_situation_but_the_first_is_hidden_until_asked_for(page: Page) -> None:
    parsed = page("quiz/")
    hidden = [one.attributes["data-kb-example"] for one in parsed.css("details fieldset")]
    assert hidden == ["measured-board"]
    assert all("open" not in one.attributes for one in parsed.css("details"))


def test_the_form_sends_nothing_anywhere(page: Page) -> None:
    forms = page("quiz/").css("form")
    assert [one.attributes.get("method") for one in forms] == ["dialog"]
    assert all("action" not in one.attributes for one in forms)
    assert {one.attributes["type"] for one in page("quiz/").css("button")} == {"reset"}


def test_what_a_script_may_say_is_hidden_before_it_does(page: Page) -> None:
    parsed = page("quiz/")
    notes = parsed.css("[data-kb-refined], [data-kb-consistent], [data-kb-yours]")
    assert len(notes) == 3
    assert all("hidden" in one.attributes for one in notes)
    clash = parsed.css_first("[data-kb-refined]")
    assert clash is not None
    assert clash.attributes["data-kb-refined"] == "board"
    assert clash.attributes["data-kb-refining"] == "measured-board"


def test_only_options_that_say_something_are_definite(page: Page) -> None:
    definite = page("quiz/").css("[data-kb-example=board] input[data-kb-definite]")
    assert [one.attributes["value"] for one in definite] == ["square", "no-square"]


def test_each_cell_of_the_frameworks_says_what_follows_and_leads_to_the_reasons(
    reasoning: Reasoning, page: Page
) -> None:
    rows = [one for one in page("quiz/").css(".kb-quiz-table tbody tr") if one.css("th a")]
    said = {row.css("th")[0].text(): [cell.text() for cell in row.css("td")] for row in rows}
    assert said == {
        "Plane & simple": ["–", "✓No square why"],
        "The workshop, assuming that figures are judged by sight": ["✓A square why", "✓A square why"],
        "The workshop, assuming that figures are judged with a ruler": ["?Does not follow why", "?Does not follow why"],
    }
    links = [link.attributes["href"] for row in rows for link in row.css("td a")]
    assert len(links) == 5
    second = reasoning.knowledge.examples["measured-board"].judgements[1]
    assert f"../examples/measured-board/#claim-{claim_id(second)}" in links


def test_what_ties_the_answers_is_the_first_thing_said_after_them(page: Page) -> None:
    answers = page("quiz/").css_first(".kb-quiz-answers")
    assert answers is not None
    said = answers.css_first("summary + *")
    assert said is not None
    assert "with more information" in said.text()


def test_a_poll_is_a_bar_for_each_situation_as_long_as_its_word(page: Page) -> None:
    assert [one.attributes["class"] for one in page("quiz/").css(".kb-bar > span")] == [
        "kb-share-almost-all",
        "kb-share-most",
    ]


def test_answers_given_by_people_stand_apart_by_kind(page: Page) -> None:
    rows = page("quiz/").css(".kb-quiz-table")[0].css("tbody tr")
    heads = [row.css("th")[0].text() for row in rows]
    assert heads == ["You", "Polled", "The author"]
    assert rows[-1].css("td")[0].text() == "—"


def test_answers_that_cannot_both_be_right_are_named(page: Page) -> None:
    clashes = [one.text() for one in page("quiz/").css(".kb-clash")]
    assert len(clashes) == 1
    assert "nine of ten apprentices answered “A square”" in clashes[0]
    assert "eight of ten apprentices answered “No square”" in clashes[0]


@pytest.mark.parametrize("word", ["Storage", "cookie", "fetch", "XMLHttp", "Beacon", "location", "import", "innerHTML"])
def test_the_script_neither_stores_nor_sends_nor_loads_anything(word: str) -> None:
    assert word not in SCRIPT


def test_everything_that_the_script_looks_for_is_on_the_page(page: Page) -> None:
    parsed = page("quiz/")
    for selector in ("form[data-kb-quiz]", "[data-kb-answer]", "[data-kb-yours]", "[data-kb-consistent]"):
        assert selector in SCRIPT + START
        assert parsed.css_first(selector) is not None, selector
    assert allowed.PREFIXES == ("aria-", "data-kb-")
