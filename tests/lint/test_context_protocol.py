"""`hornbook mcp`: each answer says whose sense and which framework it used, and asks back where there are several."""

import json
import sys
from pathlib import Path
from typing import Any

import anyio
import pytest
from click.testing import CliRunner
from mcp import Client, StdioServerParameters

from hornbook import cli
from hornbook.context_protocol.answers import LONGEST_QUESTION, ask, check_text, define
from hornbook.lint import against
from hornbook.load.published import published_of
from tests.lint.copies import copy, published_text

PLANE = {"id": "plane", "label": "Plane & simple"}
WORKSHOP = {"id": "workshop", "label": "The workshop"}


def test_a_definition_says_whose_sense_it_is() -> None:
    answer = define(copy(), "Squares", "The workshop")
    assert (answer["term"], answer["framework"]) == ("square", WORKSHOP)
    assert [sense["text"] for sense in answer["senses"]] == ["What looks like one."]


def test_where_several_authors_define_a_word_nothing_is_chosen() -> None:
    answer = define(copy(), "square")
    assert (answer["needs"], answer["choices"]) == ("framework", [PLANE, WORKSHOP])
    assert "short" not in answer
    assert "senses" not in answer


def test_a_word_of_several_terms_is_asked_back_with_what_each_means() -> None:
    data = json.loads(published_text())
    for name in ("kite", "rhombus"):
        data["terms"][name]["aliases"] = ["diamond"]
    answer = define(against(published_of(json.dumps(data), "x")), "diamond")
    assert answer["needs"] == "term"
    assert [one["term"] for one in answer["choices"]] == ["kite", "rhombus"]


def test_a_word_that_nobody_defines_is_told_in_general() -> None:
    answer = define(copy(), "kite")
    assert (answer["framework"]["id"], answer["senses"]) == (None, [])
    assert answer["short"]
    assert define(copy(), "rectangle")["framework"] == PLANE


def test_a_question_is_asked_in_the_only_framework_that_knows_its_words() -> None:
    answer = ask(copy(), "rectangle => parallelogram")
    assert (answer["verdict"], answer["framework"]) == ("follows", PLANE)
    assert answer["proof"]
    assert answer["asked"] == "rectangle => parallelogram"


def test_a_question_that_several_frameworks_can_answer_is_asked_back_unless_it_says_where() -> None:
    data = json.loads(published_text())
    plane = data["frameworks"]["plane"]
    fewer = [one for one in plane["implications"] if one["id"] != "rectangle-is-parallelogram"]
    data["frameworks"]["twin"] = {**plane, "label": "Twin", "implications": fewer}
    several = against(published_of(json.dumps(data), "x"))
    answer = ask(several, "rectangle => parallelogram")
    assert (answer["needs"], [one["id"] for one in answer["choices"]]) == ("framework", ["plane", "twin"])
    assert ask(several, "rectangle => parallelogram", "Twin")["verdict"] == "open"
    assert ask(several, "rectangle => parallelogram in plane")["verdict"] == "follows"


@pytest.mark.parametrize(
    "question", ["nowhere => square", "square", "", "square ?", "square => kite", "x" * (LONGEST_QUESTION + 1)]
)
def test_what_cannot_be_asked_is_a_problem_with_a_hint(question: str) -> None:
    assert ask(copy(), question)["problem"]


def test_an_unknown_framework_is_asked_back_by_every_tool() -> None:
    answers = [
        define(copy(), "square", "nobody"),
        ask(copy(), "square => kite", "nobody"),
        check_text(copy(), "x", "nobody"),
    ]
    for answer in answers:
        assert (answer["needs"], answer["choices"]) == ("framework", [PLANE, WORKSHOP])


def test_a_checked_text_has_findings_with_their_places() -> None:
    text = "A square.\n\nSo [[rectangle => square]].\n"
    answer = check_text(copy(), text)
    assert [(one["line"], one["column"], one["code"]) for one in answer["findings"]] == [
        (1, 3, "lint-sense"),
        (3, 4, "lint-converse"),
    ]
    assert answer["framework"]["id"] is None
    answer = check_text(copy(), text, "plane", "restructuredtext")
    assert (answer["framework"], [one["code"] for one in answer["findings"]]) == (PLANE, ["lint-converse"])
    assert check_text(copy(), text, None, "pdf")["problem"]


def test_a_client_of_the_sdk_is_served_over_standard_input_and_output(tmp_path: Path) -> None:
    kept = tmp_path / "glossary.json"
    kept.write_text(published_text(), encoding="utf-8")
    server = StdioServerParameters(command=sys.executable, args=["-m", "hornbook", "mcp", "--glossary", str(kept)])

    async def called() -> list[Any]:
        async with Client(server) as client:
            tools = await client.list_tools()
            asked = await client.call_tool("ask", {"question": "square => parallelogram"})
            defined = await client.call_tool("define", {"term": "square"})
            checked = await client.call_tool("check_text", {"text": "[[rectangle => square]]", "framework": "plane"})
            return [tools.tools, *(one.structured_content for one in (asked, defined, checked))]

    tools, asked, defined, checked = anyio.run(called)
    assert [tool.name for tool in tools] == ["define", "ask", "check_text"]
    assert all(tool.description and tool.annotations.read_only_hint for tool in tools)
    assert (asked["verdict"], asked["framework"]) == ("follows", PLANE)
    assert defined["needs"] == "framework"
    assert [one["code"] for one in checked["findings"]] == ["lint-converse"]


def test_without_the_package_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    ended = CliRunner().invoke(cli.hornbook, ["mcp"])
    assert ended.exit_code == 2
    assert "pip install 'hornbook[mcp]'" in ended.output
