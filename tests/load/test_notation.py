import pytest
from hypothesis import given
from hypothesis import strategies as st

from hornbook.logic import Literal, Verdict
from hornbook.model.notation import KEYWORDS, NotationProblem, ParsedClaim, parse_claim, parse_literal

ids = st.from_regex(r"[a-z0-9]{1,5}(-[a-z0-9]{1,5}){0,2}", fullmatch=True).filter(lambda word: word not in KEYWORDS)
literals = st.builds(Literal, ids, st.booleans())
gaps = st.sampled_from([" ", "  ", "\n", " \n  "])


def test_a_claim_with_everything_is_read() -> None:
    parsed = parse_claim("outer + not inner => impact assuming mesa + other in some-view : open")
    assert isinstance(parsed, ParsedClaim)
    assert parsed.premises == (Literal("outer"), Literal("inner", holds=False))
    assert parsed.goal == Literal("impact")
    assert parsed.assuming == (Literal("mesa"), Literal("other"))
    assert parsed.scope == "some-view"
    assert parsed.verdict is Verdict.OPEN


def test_a_claim_follows_unless_it_says_otherwise() -> None:
    parsed = parse_claim("a => b")
    assert isinstance(parsed, ParsedClaim)
    assert (parsed.verdict, parsed.scope, parsed.verdict_offset) == (Verdict.FOLLOWS, None, None)


def test_a_claim_may_take_nothing_as_given() -> None:
    parsed = parse_claim("=> b")
    assert isinstance(parsed, ParsedClaim)
    assert parsed.premises == ()


@given(
    premises=st.lists(literals, max_size=3),
    goal=literals,
    assuming=st.lists(literals, max_size=2),
    scope=st.none() | ids,
    verdict=st.none() | st.sampled_from(list(Verdict)),
    gap=gaps,
)
def test_what_is_written_is_what_is_read(
    premises: list[Literal],
    goal: Literal,
    assuming: list[Literal],
    scope: str | None,
    verdict: Verdict | None,
    gap: str,
) -> None:
    words = [*" + ".join(map(str, premises)).split(), "=>", *str(goal).split()]
    words += ["assuming", *" + ".join(map(str, assuming)).split()] if assuming else []
    words += ["in", scope] if scope else []
    words += [":", verdict.value] if verdict else []
    text = gap.join(words)
    parsed = parse_claim(text)
    assert isinstance(parsed, ParsedClaim)
    assert parsed.literals == (*premises, goal, *assuming)
    assert parsed.scope == scope
    assert parsed.verdict == (verdict or Verdict.FOLLOWS)
    for literal, offset in zip(parsed.literals, parsed.offsets, strict=True):
        assert text.startswith(literal.atom, offset)
    if scope and parsed.scope_offset is not None:
        assert text.startswith(scope, parsed.scope_offset)
    if verdict and parsed.verdict_offset is not None:
        assert text.startswith(verdict.value, parsed.verdict_offset)


@given(st.text(alphabet="ab-+=>: not\n", max_size=30))
def test_any_text_is_a_claim_or_a_problem_inside_the_text(text: str) -> None:
    parsed = parse_claim(text)
    if isinstance(parsed, NotationProblem):
        assert 0 <= parsed.offset <= len(text)
        assert parsed.message
        assert parsed.hint


@pytest.mark.parametrize(
    ("text", "offset"),
    [
        ("", 0),
        ("a", 1),
        ("a b", 2),
        ("a =>", 4),
        ("a + => b", 4),
        ("A => b", 0),
        ("a => b : perhaps", 9),
        ("a => b :", 8),
        ("a => b assuming", 15),
        ("a => b in", 9),
        ("a => b c", 7),
        ("a => not", 8),
        ("a => impossible", 5),
        ("not not a => b", 4),
        ("a = b", 2),
        ("a--b => c", 0),
    ],
)
def test_a_problem_stands_where_the_text_stops_being_a_claim(text: str, offset: int) -> None:
    parsed = parse_claim(text)
    assert isinstance(parsed, NotationProblem)
    assert parsed.offset == offset


@given(literals)
def test_a_literal_is_read_back(literal: Literal) -> None:
    assert parse_literal(str(literal)) == literal


@pytest.mark.parametrize("text", ["", "not", "a b", "not not a", "impossible", "A"])
def test_what_is_no_literal_is_a_problem(text: str) -> None:
    assert isinstance(parse_literal(text), NotationProblem)
