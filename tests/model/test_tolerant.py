"""What people type is brought into the notation: the same by whatever words and signs, or it is said what is wrong."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hornbook.logic import Literal, Verdict
from hornbook.model.notation import NotationProblem, ParsedClaim, ParsedFormula, parse_claim, parse_formula
from hornbook.model.tolerant import parse_typed
from hornbook.model.typed_words import AmbiguousName, ForeignName, Name, UnknownName, split_words, vocabulary

IDS = ("rain", "wet-ground", "no-rain-no-mud", "mud", "not-dry-and-not-warm", "snow", "street")
HARD_IDS = ("if", "given", "and", "holds", "then", "no", "1")
"""Ids that the notation allows, though they are words between names as well."""
NAMES = (
    *(Name(atom, Literal(atom)) for atom in IDS),
    Name("Wet ground", Literal("wet-ground")),
    Name("Mud (of the road)", Literal("mud")),
    Name("Snow and ice", Literal("snow")),
    Name("the ground is wet", Literal("wet-ground")),
    Name("there is no puddle anywhere", Literal("wet-ground", holds=False)),
    Name("shower", Literal("rain")),
    Name("shower", Literal("bath")),
    Name("dirt–road", Literal("mud"), "road"),
    Name("Straße", Literal("street")),
)
SCOPES = (("sky", "sky"), ("The sky & above", "sky"), ("road", "road"), ("low", "low"), ("Low clouds", "low"))
FRAMEWORKS = {"sky": "sky", "road": "road", "low": "sky"}
ATOMS = {"sky": frozenset({"rain", "bath"}), "road": frozenset({"rain"}), "low": frozenset({"bath"})}
KNOWN = vocabulary(NAMES, SCOPES, FRAMEWORKS, ATOMS)
HARD = vocabulary((*NAMES, *(Name(atom, Literal(atom)) for atom in HARD_IDS)), SCOPES, FRAMEWORKS, ATOMS)


def said(text: str, scope: str = "sky") -> str:
    parsed = parse_typed(text, KNOWN, scope)
    assert isinstance(parsed, ParsedClaim | ParsedFormula), parsed
    return str(parsed)


@pytest.mark.parametrize(
    "text",
    [
        "rain + not mud => wet-ground",
        "RAIN, not Mud → Wet Ground",
        "rain & !mud -> wet_ground",
        "rain and no mud implies wet ground",
        "rain ∧ ¬mud ⇒ wet-ground.",
        "rain, and ~mud |- wet ground?",
        "if rain holds and mud fails, then the ground is wet",
        "rain without mud gives wet ground",
        "the ground is wet if rain but not mud",
        "wet ground follows from rain and not mud",
        "wet-ground <= rain + -mud",
        "does rain plus no mud entail wet-ground ?",
        "[[rain + mud does not hold => wet ground]]",
        "“rain” + not `mud (of the road)` => 'wet ground'",
        "ｒａｉｎ ＋ not mud ＝＞ wet‑ground",
    ],
)
def test_one_question_is_read_from_many_forms(text: str) -> None:
    assert said(text) == "rain + not mud => wet-ground"


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("if rain holds, and assuming that the ground is wet, then mud occurs", "rain => mud assuming wet-ground"),
        ("rain => mud if wet ground", "rain => mud assuming wet-ground"),
        ("rain -> mud, provided that wet ground in Low Clouds : OPEN", "rain => mud assuming wet-ground in low : open"),
        ("in the sky & above, mud => rain", "mud => rain in sky"),
        ("if nothing is given, then mud", "=> mud"),
        ("Mud, no rain ?", "mud + not rain ?"),
        ("rain => snow and ice", "rain => snow"),
        ("snow and mud => rain", "snow + mud => rain"),
        ("no_rain_no_mud, not rain => mud", "no-rain-no-mud + not rain => mud"),
        ("mud => not dry and not warm", "mud => not-dry-and-not-warm"),
        ("there is no puddle anywhere => not there is no puddle anywhere", "not wet-ground => wet-ground"),
        ("STRASSE => mud", "street => mud"),
    ],
)
def test_a_name_may_hold_any_word_and_parts_may_stand_anywhere(text: str, canonical: str) -> None:
    assert said(text) == canonical


def test_one_word_for_two_things_is_told_from_the_place_or_not_at_all() -> None:
    found = parse_typed("shower => mud", KNOWN, "sky")
    assert found == AmbiguousName(0, "shower", ("bath", "rain"))
    assert said("shower => mud", "road") == "rain => mud"
    assert said("shower => mud in low") == "bath => mud in low"


def test_an_authors_own_word_counts_in_his_framework_alone() -> None:
    assert said("dirt-road => rain in road") == "mud => rain in road"
    assert isinstance(parse_typed("dirt road => rain", KNOWN, "sky"), ForeignName)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("fog bank and rain => mud", "fog bank"),
        ("rain => wet-ground-again", "wet-ground-again"),
        ("rain and wet ground again => mud", "wet ground again"),
        ("rain => mud in the far North : open", "far North"),
    ],
)
def test_unknown_words_are_found_whole(text: str, words: str) -> None:
    found = parse_typed(text, KNOWN, "sky")
    assert isinstance(found, UnknownName)
    assert words in found.words
    assert text.startswith(found.words, found.offset)


@pytest.mark.parametrize("behind", [" => mud", " implies mud", ", mud => rain", " and mud => rain", " (x) => mud", "?"])
@pytest.mark.parametrize("words", ["fog", "fog the bank", "rain fog"])
def test_unknown_words_end_before_the_next_sign(words: str, behind: str) -> None:
    assert parse_typed(f"{words}{behind}", KNOWN, "sky") == UnknownName(0, words, is_scope=False)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "`=>` is expected"),
        ("?", "`=>` is expected"),
        ("rain", "`=>` is expected"),
        ("rain => mud => wet ground", "one arrow"),
        ("rain => mud + wet ground", "one goal"),
        ("rain, mud if wet ground", "one goal"),
        ("rain or mud => wet ground", "no “or”"),
        ("not (rain + mud) => wet ground", "a name is expected|no brackets"),
        ("rain <=> mud", "one direction"),
        ("rain if and only if mud", "one direction"),
        ("rain + mud => impossible", "not asked for"),
        ("rain + => mud", "a name is expected"),
        ("rain => mud +", "a name is expected"),
        ("rain ++ mud => mud", "a name is expected"),
        ("rain => not", "a name is expected"),
        ("mud if", "a name is expected"),
        ("follows from mud", "a goal is expected"),
        ("rain mud => mud", "is expected here, not `mud`"),
        ("rain not mud => mud", "is expected here, not `not`"),
        ("rain => mud in", "framework or view"),
        ("rain => mud in sky in road", "one place"),
        ("rain => mud : perhaps", "a verdict is expected"),
        ("rain => mud : open mud", "not expected here"),
        ("rain ? mud", "nothing is expected"),
        ("rain assuming mud ?", "no conditions"),
        ("rain % mud => mud", "not expected here"),
    ],
)
def test_what_says_more_or_less_than_a_question_is_refused(text: str, message: str) -> None:
    found = parse_typed(text, KNOWN, "sky")
    assert isinstance(found, NotationProblem), found
    assert any(part in found.message for part in message.split("|"))
    assert found.hint


pieces = st.sampled_from(
    [
        *IDS,
        *HARD_IDS,
        *"+,;?:!-()[]. ",
        "=>",
        "->",
        "not",
        "no",
        "in",
        "assuming",
        "implies",
        "fails",
        "then",
        "open",
        "without",
    ]
    + [name.text for name in NAMES]
    + [text for text, _ in SCOPES]
)
typed = st.lists(pieces, max_size=9).map(" ".join) | st.text(max_size=20)


@given(typed)
def test_a_canonical_form_is_its_own_by_both_parsers(text: str) -> None:
    parsed = parse_typed(text, HARD, "sky")
    if isinstance(parsed, ParsedClaim | ParsedFormula):
        written = str(parsed)
        strict = parse_claim(written) if isinstance(parsed, ParsedClaim) else parse_formula(written)
        assert isinstance(strict, type(parsed))
        assert strict.literals == parsed.literals
        assert parse_typed(written, HARD, "sky") == strict
        assert str(strict) == written
    else:
        assert 0 <= parsed.offset <= len(text)


atoms = st.sampled_from((*IDS, *HARD_IDS))
literals = st.builds(Literal, atoms, st.booleans())


@given(
    st.lists(literals, max_size=3),
    literals,
    st.lists(literals, max_size=2),
    st.sampled_from(["", " in low", " in sky"]),
    st.sampled_from(["", *(f" : {verdict}" for verdict in Verdict)]),
)
def test_what_the_notation_allows_is_read_as_it_reads_it(
    premises: list[Literal], goal: Literal, assuming: list[Literal], scope: str, verdict: str
) -> None:
    conditions = f" assuming {' + '.join(map(str, assuming))}" if assuming else ""
    text = f"{' + '.join(map(str, premises))} => {goal}{conditions}{scope}{verdict}".strip()
    assert parse_typed(text, HARD, "sky") == parse_claim(text)
    assert str(parse_claim(text)) == text


@given(st.text(max_size=30))
def test_words_stand_where_they_are_said_to(text: str) -> None:
    words = split_words(text)
    assert all(word.start < word.end <= len(text) for word in words)
    assert [word.start for word in words] == sorted(word.start for word in words)
