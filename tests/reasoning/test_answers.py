from pathlib import Path

import pytest

from hornbook.reasoning.answers import answer_clashes, refined_by
from hornbook.reasoning.scopes import Reasoning
from tests.reasoning.projects import example, shapes, with_files

QUESTION = """\
question: Wet or dry?
text: Two days.
options:
  - {id: wet, label: Wet, then: wet-ground}
  - {id: soaked, label: Soaked, then: wet-ground}
  - {id: dry, label: Dry, then: not wet-ground}
  - {id: unclear, label: Unclear}
examples: [monday, tuesday]
answer: A.
source: almanac
"""
ANSWER = "  - {{question: {}, answer: {}, kind: {}, by: {}}}"


def days(folder: Path, first: str, second: str, question: str = QUESTION) -> Reasoning:
    files = {
        "glossary/questions/sort.yaml": question,
        "glossary/questions/other.yaml": question,
        "glossary/examples/monday.yaml": example("Monday", "facts: {rain: true}", "answers:", first),
        "glossary/examples/tuesday.yaml": example(
            "Tuesday", "refines: monday", "facts: {rain: true}", "answers:", second
        ),
    }
    return with_files(folder, files)


def clashes(reasoning: Reasoning) -> list[tuple[str, str, str, str]]:
    question = reasoning.knowledge.questions["sort"]
    return [
        (one.refined.id, one.refined_answer.option, one.refining.id, one.refining_answer.option)
        for one in answer_clashes(reasoning.knowledge, question)
    ]


def test_the_samples_polls_cannot_both_be_right() -> None:
    reasoning = shapes()
    (clash,) = answer_clashes(reasoning.knowledge, reasoning.knowledge.questions["is-it-a-square"])
    assert (clash.refined.id, clash.refining.id) == ("board", "measured-board")
    assert (clash.refined_option.id, clash.refining_option.id) == ("square", "no-square")
    assert {clash.refined_answer.kind, clash.refining_answer.kind} == {"poll"}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (("sort", "wet", "poll", "most"), ("sort", "dry", "poll", "nearly all")),
        (("sort", "dry", "poll", "most"), ("sort", "soaked", "poll", "most")),
        (("sort", "wet", "author", "A. Other"), ("sort", "dry", "author", "A. Other")),
        (("sort", "wet", "comment", "one"), ("sort", "dry", "comment", "one")),
    ],
)
def test_definite_answers_of_one_kind_clash_where_they_differ(
    first: tuple[str, ...], second: tuple[str, ...], tmp_path: Path
) -> None:
    found = clashes(days(tmp_path, ANSWER.format(*first), ANSWER.format(*second)))
    assert found == [("monday", first[1], "tuesday", second[1])]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (("sort", "wet", "poll", "most"), ("sort", "wet", "poll", "most")),
        (("sort", "wet", "poll", "most"), ("sort", "soaked", "poll", "most")),
        (("sort", "unclear", "poll", "most"), ("sort", "dry", "poll", "most")),
        (("sort", "wet", "poll", "most"), ("sort", "unclear", "poll", "most")),
        (("sort", "wet", "poll", "most"), ("other", "dry", "poll", "most")),
        (("sort", "wet", "poll", "most"), ("sort", "dry", "author", "most")),
        (("sort", "wet", "comment", "one"), ("sort", "dry", "comment", "another")),
    ],
)
def test_other_answers_do_not(first: tuple[str, ...], second: tuple[str, ...], tmp_path: Path) -> None:
    assert clashes(days(tmp_path, ANSWER.format(*first), ANSWER.format(*second))) == []


def test_answers_that_may_both_be_right_do_not_clash(tmp_path: Path) -> None:
    wet, dry = (ANSWER.format("sort", option, "poll", "most") for option in ("wet", "dry"))
    assert clashes(days(tmp_path, wet, dry, question=QUESTION + "exclusive: false\n")) == []


def test_a_clash_reaches_over_an_example_between(tmp_path: Path) -> None:
    first, last = (f"answers:\n{ANSWER.format('sort', option, 'poll', 'most')}" for option in ("wet", "dry"))
    files = {
        "glossary/questions/sort.yaml": QUESTION,
        "glossary/examples/monday.yaml": example("Monday", first),
        "glossary/examples/noon.yaml": example("Noon", "refines: monday"),
        "glossary/examples/tuesday.yaml": example("Tuesday", "refines: noon", last),
    }
    reasoning = with_files(tmp_path, files)
    assert clashes(reasoning) == [("monday", "wet", "tuesday", "dry")]
    examples = reasoning.knowledge.examples
    assert [one.id for one in refined_by(reasoning.knowledge, examples["tuesday"])] == ["noon", "monday"]
    assert refined_by(reasoning.knowledge, examples["monday"]) == ()


@pytest.mark.parametrize(("first", "second"), [("monday", None), ("tuesday", "monday"), ("monday", "tuesday")])
def test_refining_in_a_circle_comes_to_an_end(first: str, second: str | None, tmp_path: Path) -> None:
    files = {
        "glossary/examples/monday.yaml": example("Monday", f"refines: {first}"),
        "glossary/examples/tuesday.yaml": example("Tuesday", *([f"refines: {second}"] if second else [])),
    }
    knowledge = with_files(tmp_path, files).knowledge
    for one in knowledge.examples.values():
        found = [other.id for other in refined_by(knowledge, one)]
        assert len(found) == len(set(found))
        assert one.id not in found
