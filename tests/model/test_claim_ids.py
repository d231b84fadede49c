"""The ids of claims are addresses: what they are made from never changes, and nothing else plays a part."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hornbook.logic import Literal, Verdict
from hornbook.model import Claim, EquivalenceClaim, NamingClaim, Scope
from hornbook.model.claim_ids import canonical_form, claim_id, former_claim_ids
from hornbook.model.notation import ParsedClaim, parse_claim
from tests.load.project import loaded_with
from tests.made import HERE
from tests.reasoning.projects import shapes

A, B, Z = Literal("a"), Literal("b"), Literal("z")
CLAIM = Claim(
    premises=(Z, Literal("a", holds=False), B),
    assuming=(Literal("d", holds=False), Literal("c")),
    goal=Literal("goal", holds=False),
    scope=Scope("weather"),
    place=HERE,
    verdict_place=HERE,
)
IN_VIEW = replace(CLAIM, premises=(), assuming=(), scope=Scope("weather", "wetness"))
NAMING = "51fe553be3"
LITERALS = st.builds(Literal, st.sampled_from("abcde"), st.booleans())
EXAMPLE = "glossary/examples/day.yaml"
DAY = (
    "label: Day\ntext: D.\nsource: almanac\nfacts: FACTS\nverdicts: [{framework: weather, then: wet-ground, VERDICT}]\n"
)


@pytest.mark.parametrize(
    ("claim", "form", "name"),
    [
        (CLAIM, "b + not a + z => not goal assuming c + not d in weather", "ddc7d468f4"),
        (
            IN_VIEW,
            "=> not goal in wetness",
            "a5921ff835",
        ),
        (EquivalenceClaim(views=("two", "one"), holds=False, place=HERE), "equivalent one + two", "d63fcda1a1"),
        (
            NamingClaim(meant="rain/town", called="mizzle", place=HERE),
            "sense rain/town called mizzle",
            NAMING,
        ),
    ],
)
def test_an_id_comes_of_the_canonical_form(claim: Claim, form: str, name: str) -> None:
    assert canonical_form(claim) == form
    assert claim_id(claim) == name


def test_an_id_of_its_own_outweighs_that() -> None:
    assert claim_id(replace(CLAIM, id="mine")) == "mine"


@given(st.lists(LITERALS), st.lists(LITERALS), LITERALS)
def test_order_repeats_verdict_and_note_play_no_part(
    premises: list[Literal], assuming: list[Literal], goal: Literal
) -> None:
    claim = replace(CLAIM, premises=tuple(premises), assuming=tuple(assuming), goal=goal)
    other = replace(
        claim,
        premises=(*reversed(premises), *premises),
        assuming=(*assuming, *assuming),
        verdict=Verdict.OPEN,
        missing=(),
    )
    assert claim_id(claim) == claim_id(other)


@given(st.sets(LITERALS), st.sets(LITERALS), LITERALS)
def test_the_form_is_a_claim_in_notation_that_asks_the_same(
    premises: set[Literal], assuming: set[Literal], goal: Literal
) -> None:
    claim = replace(CLAIM, premises=tuple(premises), assuming=tuple(assuming), goal=goal)
    parsed = parse_claim(canonical_form(claim))
    assert isinstance(parsed, ParsedClaim)
    assert (set(parsed.premises), set(parsed.assuming), parsed.goal, parsed.scope) == (
        premises,
        assuming,
        goal,
        "weather",
    )


def test_no_two_claims_of_a_page_share_an_id_by_chance() -> None:
    forms = {
        (faq.id, claim_id(claim)): canonical_form(claim)
        for faq in shapes().knowledge.faqs.values()
        for claim in faq.claims
    }
    assert len(set(forms.values())) == len(forms) == 8


def test_a_judgement_keeps_its_id_when_its_example_gets_a_fact_or_its_verdict_changes(tmp_path: Path) -> None:
    ids = set()
    for number, (facts, verdict) in enumerate([("{}", "verdict: open"), ("{rain: true}", "verdict: follows")]):
        files = {EXAMPLE: DAY.replace("FACTS", facts).replace("VERDICT", verdict)}
        knowledge = loaded_with(tmp_path / str(number), files).knowledge
        assert knowledge is not None
        (judgement,) = knowledge.examples["day"].judgements
        assert canonical_form(judgement) == "=> wet-ground in weather of day"
        ids.add(claim_id(judgement))
    assert len(ids) == 1


def test_former_ids_are_those_of_the_claim_as_it_was_asked_before() -> None:
    now = Claim(premises=(A, B), goal=Z, scope=Scope("f"), place=HERE, verdict_place=HERE)
    was = {("atom", "b"): ["old"], ("atom", "z"): ["x", "y"], ("framework", "f"): ["g"]}
    found = list(former_claim_ids(now, lambda kind, name: was.get((kind, name), [])))
    before = [
        replace(now, premises=(A, Literal(b)), goal=Literal(z), scope=Scope(f))
        for b in ("b", "old")
        for z in ("z", "x", "y")
        for f in ("f", "g")
    ]
    assert sorted(found) == sorted({claim_id(one) for one in before} - {claim_id(now)})
    assert set(found[:4]) == {claim_id(before[at]) for at in (1, 2, 4, 6)}, (
        "those come first in which one thing differs"
    )
    assert list(former_claim_ids(replace(now, id="own"), lambda *_: ["x"])) == []
