from pathlib import Path

import pytest

from hornbook.logic import Literal, Verdict
from hornbook.model import (
    Claim,
    EquivalenceClaim,
    Evidence,
    KnowledgeBase,
    NamingClaim,
    Relation,
    Scope,
    Seen,
    StatedClaim,
    TermKind,
)
from tests.load.project import found, loaded_with
from tests.load.test_positions import FILES, plain

PROJECT = {path: plain(text) for path, text in FILES.items()}
RAIN = "glossary/terms/rain.yaml"
WET = "glossary/terms/wet-ground.yaml"
FRAMEWORK = "glossary/frameworks/weather.yaml"
FAQ = "glossary/faq/does-rain-wet.yaml"
BASE_TERM = "label: {}\nkind: concept\nshort: A word.\n"


@pytest.fixture(name="knowledge")
def knowledge_fixture(tmp_path: Path) -> KnowledgeBase:
    knowledge = loaded_with(tmp_path, PROJECT).knowledge
    assert knowledge is not None
    return knowledge


def test_a_term_holds_what_its_file_says(knowledge: KnowledgeBase) -> None:
    term = knowledge.terms["rain"]
    assert (term.label, term.kind, term.holds, term.fails) == (
        "Rain", TermKind.CONDITION, "it rains", "it does not rain",
    )  # fmt: skip
    assert [(alias.text, alias.framework) for alias in term.aliases] == [("showers", None), ("drizzle", "weather")]
    assert [(match.relation, match.target) for match in term.matches] == [
        (Relation.CLOSE, "wet-ground"), (Relation.BROAD, "wet-ground"),
    ]  # fmt: skip
    assert (term.related, term.failure_of, term.addresses) == (("wet-ground",),) * 3


def test_a_sense_defaults_to_its_framework_and_its_term(knowledge: KnowledgeBase) -> None:
    first, second = knowledge.terms["rain"].senses
    assert (first.id, first.framework, first.called, first.evidence) == (
        "weather",
        "weather",
        "wet-ground",
        Evidence.STATED,
    )
    assert (second.id, second.framework, second.called) == ("other", None, "rain")
    assert (first.sources[0].ref, first.sources[0].at) == ("almanac", "page 1")
    assert (second.sources[0].ref, second.sources[0].at) == ("almanac", None)


def test_implications_have_literals_and_their_frameworks_source(knowledge: KnowledgeBase) -> None:
    wets, never = knowledge.frameworks["weather"].implications
    assert wets.premises == (Literal("rain"), Literal("wet-ground"))
    assert wets.assuming == (Literal("windy", holds=False),)
    assert wets.conclusion == Literal("wet-ground", holds=False)
    assert (never.conclusion, never.sources[0].ref, never.converse) == (None, "almanac", False)
    assert [fact.id for fact in knowledge.frameworks["weather"].facts] == ["windy"]


def test_every_shape_of_claim_is_read(knowledge: KnowledgeBase) -> None:
    listed, in_view, equivalent, naming, written = knowledge.faqs["does-rain-wet"].claims
    assert isinstance(listed, Claim)
    assert listed.missing == (
        frozenset({Literal("windy", holds=False)}), frozenset({Literal("rain"), Literal("windy")}),
    )  # fmt: skip
    assert (listed.verdict, listed.scope, listed.among) == (Verdict.OPEN, Scope("weather"), (Literal("windy"),))
    assert isinstance(in_view, Claim)
    assert (in_view.premises, in_view.scope) == ((), Scope("weather", "wetness"))
    assert in_view.note is not None
    assert isinstance(equivalent, EquivalenceClaim)
    assert (equivalent.views, equivalent.holds) == (("wetness", "dryness"), True)
    assert isinstance(naming, NamingClaim)
    assert (naming.term, naming.sense, naming.called) == ("rain", "other", "rain")
    assert isinstance(written, Claim)
    assert (str(written), written.scope) == ("rain => wet-ground assuming windy", Scope("weather", "wetness"))


def test_views_sources_changes_and_the_glossary_are_read(knowledge: KnowledgeBase) -> None:
    assert knowledge.views["wetness"].equivalent_to == "dryness"
    assert knowledge.views["dryness"].source.ref == "almanac"
    assert knowledge.views["dryness"].text is None
    assert (knowledge.sources["almanac"].issued, knowledge.sources["almanac"].seen) == ("1900", Seen.NO)
    assert knowledge.changes[0].ids == ("rain", "weather", "wetness", "does-rain-wet")
    assert knowledge.glossary.site_url == "https://example.org/weather/"


def test_claims_in_a_text_are_asked_in_their_records_framework(tmp_path: Path) -> None:
    other = "label: Other\nsource: almanac\ntext: '[[=> rain : open]] [[=> rain in weather : open]]'\n"
    sense = "senses:\n  - {framework: other, text: '[[=> rain : open]]', source: almanac}\nnote: '[[=> rain : open]]'\n"
    term = "label: Wet ground\nkind: property\nshort: A.\nholds: a\nfails: b\n" + sense
    loaded = loaded_with(tmp_path, {"glossary/frameworks/other.yaml": other, WET: term})
    assert found(loaded) == []
    assert loaded.knowledge is not None
    framework = loaded.knowledge.frameworks["other"]
    wet = loaded.knowledge.terms["wet-ground"]
    assert framework.text is not None
    assert wet.note is not None
    scopes = [
        node.claim.scope.framework
        for prose in (framework.text, wet.senses[0].text, wet.note)
        for node in prose.walk()
        if isinstance(node, StatedClaim)
    ]
    assert scopes == ["other", "weather", "other", "weather"]


def test_changes_come_newest_first(tmp_path: Path) -> None:
    record = "- {{date: {}, ids: [rain], text: a}}\n"
    text = "".join(record.format(day) for day in ("2020-01-02", "2021-01-01", "2020-11-09"))
    loaded = loaded_with(tmp_path, {"glossary/changes.yaml": text})
    assert loaded.knowledge is not None
    assert [change.date for change in loaded.knowledge.changes] == ["2021-01-01", "2020-11-09", "2020-01-02"]


def test_sources_may_be_a_group_by_id(tmp_path: Path) -> None:
    text = "almanac: {title: An Almanac, seen: yes}\nother: {title: 3}\n"
    assert found(loaded_with(tmp_path, {"glossary/sources.yaml": text})) == [
        ("field-type", "glossary/sources.yaml:2:16"),
    ]
    good = loaded_with(tmp_path, {"glossary/sources.yaml": text.partition("\n")[0]})
    assert good.knowledge is not None
    assert list(good.knowledge.sources) == ["almanac"]


LIST = "# ids\n\nterm rain\nretired term old\n fact weather/windy\nretired term older for rain\n"


def test_published_and_retired_ids_are_kept_apart(tmp_path: Path) -> None:
    loaded = loaded_with(tmp_path, {"glossary/ids.txt": LIST})
    assert loaded.knowledge is not None
    assert {line: place.line for line, place in loaded.knowledge.published.items()} == {
        "term rain": 3,
        "fact weather/windy": 5,
    }
    assert loaded.knowledge.retired == {"term old": None, "term older": "rain"}


def test_everything_comes_in_the_order_of_the_ids(tmp_path: Path) -> None:
    extra = {f"glossary/terms/{name}.yaml": BASE_TERM.format(name) for name in ("zebra", "apple", "a-b", "a")}
    knowledge = loaded_with(tmp_path, extra).knowledge
    assert knowledge is not None
    for records in (knowledge.terms, knowledge.frameworks, knowledge.views, knowledge.faqs, knowledge.sources):
        assert list(records) == sorted(records)


def test_loading_twice_gives_equal_values(tmp_path: Path) -> None:
    assert loaded_with(tmp_path, PROJECT) == loaded_with(tmp_path, PROJECT)


def test_a_block_of_one_line_is_a_line(tmp_path: Path) -> None:
    text = "label: Snow\nkind: concept\nshort: >\n  Snow\n  falls.\nquote: a\n".replace("quote: a\n", "")
    loaded = loaded_with(tmp_path, {"glossary/terms/snow.yaml": text})
    assert loaded.knowledge is not None
    assert loaded.knowledge.terms["snow"].short == "Snow falls."


def test_one_wrong_field_hides_no_other_mistake(tmp_path: Path) -> None:
    text = "labl: Snow\nkind: 3\nrelated: [none]\nnote: '[[nothing]]'\nsenses:\n  - {text: 4}\n"
    path = "glossary/terms/snow.yaml"
    assert found(loaded_with(tmp_path, {path: text})) == [
        ("field-missing", f"{path}:1:1"),
        ("field-unknown", f"{path}:1:1"),
        ("field-type", f"{path}:2:7"),
        ("reference-unknown", f"{path}:3:11"),
        ("reference-unknown", f"{path}:4:10"),
        ("field-missing", f"{path}:6:6"),
        ("field-missing", f"{path}:6:6"),
        ("field-type", f"{path}:6:12"),
    ]


def test_a_record_with_mistakes_still_defines_its_ids(tmp_path: Path) -> None:
    term = "label: Rain\nholds: a\nfails: b\nshort: 4\nkind: condition\n"
    framework = "label: 3\nsource: almanac\nimplications:\n  - {id: rain-wets, if: 3, then: wet-ground}\n"
    assert found(loaded_with(tmp_path, {RAIN: term, FRAMEWORK: framework})) == [
        ("field-type", f"{FRAMEWORK}:1:8"),
        ("field-type", f"{FRAMEWORK}:4:25"),
        ("field-type", f"{RAIN}:4:8"),
    ]


@pytest.mark.parametrize("path", [RAIN, FRAMEWORK, "glossary/sources.yaml", FAQ, "diagrams/wetness.yaml"])
@pytest.mark.parametrize("damage", [b"\xff", b"\n'", b"\nx: &a b", b"\n\x00"])
def test_a_file_that_cannot_be_used_is_one_mistake(tmp_path: Path, path: str, damage: bytes) -> None:
    loaded_with(tmp_path, PROJECT)
    file = tmp_path / "project" / path
    loaded = loaded_with(tmp_path, {path: file.read_bytes() + damage})
    assert len(found(loaded)) == 1
    assert loaded.knowledge is None


def test_a_file_that_cannot_be_read_at_all_is_one_mistake(tmp_path: Path) -> None:
    loaded_with(tmp_path, {})
    file = tmp_path / "project" / FRAMEWORK
    file.write_text(file.read_text(encoding="utf-8") + "#" * 2_000_000, encoding="utf-8")
    assert found(loaded_with(tmp_path, {})) == [("file-too-large", f"{FRAMEWORK}:1:1")]


def test_a_clash_of_two_authors_words_is_none(tmp_path: Path) -> None:
    extra = {"glossary/frameworks/other.yaml": "label: Other\nsource: almanac\n"}
    for name, framework in (("snow", "weather"), ("hail", "other")):
        alias = f"aliases: [{{text: white, framework: {framework}}}]\n"
        extra[f"glossary/terms/{name}.yaml"] = BASE_TERM.format(name) + alias
    assert found(loaded_with(tmp_path, extra)) == []
    extra["glossary/terms/hail.yaml"] = BASE_TERM.format("hail") + "aliases: [\uff37HITE]\n"
    assert found(loaded_with(tmp_path, extra)) == [("name-shared", "glossary/terms/snow.yaml:4:18")]


def test_a_former_id_may_be_claimed_once(tmp_path: Path) -> None:
    extra = {f"glossary/terms/{name}.yaml": BASE_TERM.format(name) + "was: [drops]\n" for name in ("snow", "hail")}
    assert found(loaded_with(tmp_path, extra)) == [("id-taken", "glossary/terms/snow.yaml:4:7")]


def test_history_may_name_what_is_gone(tmp_path: Path) -> None:
    change = "- {date: 2020-01-01, ids: [drops, sleet, rain, fog], text: a}\n"
    extra = {
        "glossary/ids.txt": "retired term sleet\n",
        "glossary/terms/snow.yaml": BASE_TERM.format("snow") + "was: [drops]\n",
        "glossary/changes.yaml": change,
    }
    assert found(loaded_with(tmp_path, extra)) == [("reference-unknown", "glossary/changes.yaml:1:48")]


def test_a_claims_view_belongs_to_its_framework(tmp_path: Path) -> None:
    faq = PROJECT[FAQ].replace("view: wetness, framework: weather", "view: wetness, framework: other")
    extra = PROJECT | {FAQ: faq, "glossary/frameworks/other.yaml": "label: Other\nsource: almanac\n"}
    assert [code for code, _ in found(loaded_with(tmp_path, extra))] == ["reference-kind"]


def test_atoms_of_another_framework_are_told_apart(tmp_path: Path) -> None:
    other = "label: Other\nsource: almanac\nimplications: [{id: a, if: [windy], then: rain}]\n"
    loaded = loaded_with(tmp_path, PROJECT | {"glossary/frameworks/other.yaml": other})
    assert found(loaded) == [("reference-kind", "glossary/frameworks/other.yaml:3:29")]
    assert "is a fact of `weather`, not of `other`" in loaded.diagnostics[0].message


def test_a_list_file_that_is_no_list_is_a_mistake(tmp_path: Path) -> None:
    extra = {"glossary/changes.yaml": "a: b\n", "glossary/sources.yaml": "- almanac\n"}
    assert ("field-type", "glossary/changes.yaml:1:1") in found(loaded_with(tmp_path, extra))
    assert ("field-type", "glossary/sources.yaml:1:3") in found(loaded_with(tmp_path, extra))


def test_empty_lists_of_sources_and_changes_are_in_order(tmp_path: Path) -> None:
    assert found(loaded_with(tmp_path, {"glossary/changes.yaml": "# nothing yet\n"})) == []


def test_only_so_many_suggestions_are_made(tmp_path: Path) -> None:
    ids = ", ".join(f"rian{number}" for number in range(30))
    loaded = loaded_with(tmp_path, {WET: PROJECT.get(WET, BASE_TERM.format("Wet")) + f"related: [{ids}]\n"})
    hinted = [
        one for one in loaded.diagnostics if one.code == "reference-unknown" and "did you mean" in (one.hint or "")
    ]
    unknown = [one for one in loaded.diagnostics if one.code == "reference-unknown"]
    assert (len(hinted), len(unknown)) == (20, 30)


@pytest.mark.parametrize("source", ["", "source:", "source: [a]", "source: {at: page 1}", "source: {ref: []}"])
def test_what_takes_its_source_over_waits_for_one_that_is_in_order(source: str, tmp_path: Path) -> None:
    parts = "implications: [{id: a, if: [rain], then: wet-ground}]\nlists: [{id: b, title: B, items: [x]}]\n"
    files = {"glossary/frameworks/weather.yaml": f"label: Weather\n{source}\n{parts}"}
    loaded = loaded_with(tmp_path, files)
    assert loaded.knowledge is None
    assert {one.place.path for one in loaded.diagnostics} >= {"glossary/frameworks/weather.yaml"}
