"""`ask` reads questions in any words, says what it read, and where it cannot, what to write."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from hornbook.cli import hornbook
from hornbook.load import load_logic
from hornbook.logic import Literal
from hornbook.model.notation import ParsedClaim
from hornbook.model.tolerant import parse_typed
from hornbook.reasoning.scopes import Reasoning, reason_about
from hornbook.reasoning.sentences import capital, plain, question_in_words
from hornbook.reasoning.typed_names import typed_vocabulary

SAMPLE = Path(__file__).parent.parent / "sample"
QUESTION = "parallelogram + equal-diagonals => rectangle assuming planar"


def ask(*arguments: str) -> Result:
    return CliRunner().invoke(hornbook, ["--root", str(SAMPLE), "ask", *arguments])


def sample() -> Reasoning:
    knowledge = load_logic(SAMPLE).knowledge
    assert knowledge is not None
    return reason_about(knowledge, claims=())


REASONING = sample()
KNOWN = typed_vocabulary(REASONING)


@pytest.mark.parametrize(
    "question",
    [
        "Parallelogram & Equal_Diagonals → RECTANGLE if all corners of the figure lie in one plane",
        "if parallelogram and equal diagonals, then rectangle, assuming planar?",
        "rectangle if parallelogram and equal diagonals assuming planar",
    ],
)
def test_the_answer_begins_with_what_was_understood(question: str) -> None:
    strict, typed = ask(QUESTION), ask(question)
    assert typed.output == f"Asked: {QUESTION}\n{strict.output}"
    assert not strict.output.startswith("Asked")
    data = [json.loads(ask(one, "--format", "json").output) for one in (QUESTION, question)]
    assert data[0] == data[1]
    assert data[0]["asked"] == QUESTION


def test_a_search_is_read_as_well() -> None:
    assert ask("Rectangle, no round?").output.startswith("Asked: rectangle + not round ?\nExamples where ")


def test_frameworks_and_views_have_names_too() -> None:
    wanted = ask("four-cuts + right-cuts => square assuming judged-by-sight", "--in", "workshop").output
    assert wanted.startswith("Follows: ")
    question = "four cuts + right cuts => square assuming figures are judged by sight"
    assert wanted in ask(question, "--in", "The Workshop").output
    assert "in workshop" in ask("four cuts => square in THE WORKSHOP").output
    assert ask("square => rhombus in Plane & simple").output.startswith("Asked: square => rhombus in plane\nFollows")


@pytest.mark.parametrize(("stated", "agrees"), [("follows", True), ("open", False)])
def test_a_verdict_in_a_question_is_held_against_the_computed_one(stated: str, *, agrees: bool) -> None:
    question = f"{QUESTION} : {stated}"
    first = ask(question).output.partition("\n")[0]
    assert ("as you wrote" in first) is agrees
    assert (f"you wrote `{stated}`, but it is `follows`" in first) is not agrees
    data = json.loads(ask(question, "--format", "json").output)
    assert (data["verdict"], data["stated"], data["agrees"]) == ("follows", stated, agrees)


@pytest.mark.parametrize(
    ("arguments", "message", "hint"),
    [
        (["kite => square"], "`kite` is a term, but no implication of Plane & simple uses it", "no framework uses it"),
        (["four cuts => square"], "`four-cuts` is a fact of other frameworks", "add `--in workshop`"),
        (["round => square", "--in", "workshop"], "no implication of The workshop uses it", "add `--in plane`"),
        (["round => square", "--view", "by-diagonals"], "`round` is not an atom of by-diagonals", "all of `plane`"),
        (["equal diagonal + squar => square"], "nothing is called `equal diagonal`", "did you mean `equal-diagonals`?"),
        (["four cut => square"], "nothing is called `four cut`", "did you mean `four-cuts`, known in workshop?"),
        (["zzz => square"], "nothing is called `zzz`", "known here: "),
        (["square => rhombus in the workshp"], "no framework or view `the workshp`", "did you mean `workshop`?"),
        (["square => rhombus", "--in", "zzz"], "no framework or view `zzz`", "known: "),
        (["square + rhombus"], "`=>` is expected here", "at character|`a + not b ?`"),
        (["square or rhombus => rectangle"], "a question has no “or”, at character 8", "ask each case"),
    ],
)
def test_what_cannot_be_asked_is_said_with_what_to_write(arguments: list[str], message: str, hint: str) -> None:
    result = ask(*arguments)
    assert result.exit_code == 2
    said, _, helped = result.output.partition("hint: ")
    assert message in said
    assert any(part in helped for part in hint.split("|"))


literals = st.builds(Literal, st.sampled_from(sorted(REASONING.framework("plane").theory.atoms)), st.booleans())


@given(st.lists(literals, max_size=3), literals, st.lists(literals, max_size=2))
def test_what_we_say_of_a_question_can_be_asked_again(
    premises: list[Literal], goal: Literal, assuming: list[Literal]
) -> None:
    names = REASONING.framework("plane").names
    sentence = plain(capital(question_in_words(names, premises, assuming, goal)))
    parsed = parse_typed(sentence, KNOWN, "plane")
    assert isinstance(parsed, ParsedClaim), (sentence, parsed)
    assert parsed.literals == (*premises, goal, *assuming)
