"""What each kind of field refuses, one value at a time."""

from pathlib import Path

import pytest

from hornbook.diagnostics import Diagnostic, Place
from hornbook.model import EquivalenceClaim
from tests.load.project import found, loaded_with

TERM = {"label": "Snow", "kind": "concept", "short": "Snow falls."}
SOURCE = {"id": "book", "title": "A Book", "seen": "no"}
FAQ = {"question": "Q?", "short": "S.", "answer": "A.", "source": "almanac"}
GLOSSARY = "title: T\ndescription: D\nsite_url: https://a.b\nrepository: {}\nlicence: L\nframework: weather\n"


def written(fields: dict[str, str]) -> str:
    return "".join(f"{name}: {value}\n" for name, value in fields.items())


def diagnostics_of(folder: Path, path: str, text: str) -> tuple[Diagnostic, ...]:
    return loaded_with(folder, {path: text}).diagnostics


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        ("label", "null", "field-type"),
        ("label", "1.10", "field-type"),
        ("label", "[Snow]", "field-type"),
        ("label", "{a: b}", "field-type"),
        ("label", '"  "', "field-empty"),
        ("label", '"a\\nb"', "field-form"),
        ("label", "x" * 81, "text-too-long"),
        ("short", "x" * 501, "text-too-long"),
        ("note", "'" + "x " * 10_001 + "'", "text-too-long"),
        ("note", "3", "field-type"),
        ("kind", "Concept", "reference-unknown"),
        ("kind", "true", "field-type"),
        ("aliases", "snowy", "field-type"),
        ("aliases", "['', b]", "field-empty"),
        ("aliases", "[{text: a, colour: white}]", "field-unknown"),
        ("aliases", "[[a]]", "field-type"),
        ("senses", "[text]", "field-type"),
        ("related", "['']", "field-empty"),
        ("related", "[[rain]]", "field-type"),
        ("match", "{near: [rain]}", "field-unknown"),
        ("match", "[rain]", "field-type"),
        ("was", "[Old]", "id-form"),
        ("was", "[" + "a" * 65 + "]", "id-form"),
        ("was", "['---']", "id-form"),
        ("unused", "yes", None),
        ("unused", "true", "field-type"),
    ],
)
def test_a_terms_field_refuses_what_it_cannot_hold(field: str, value: str, code: str | None, tmp_path: Path) -> None:
    text = written(TERM | {field: value})
    diagnostics = diagnostics_of(tmp_path, "glossary/terms/snow.yaml", text)
    codes = [one.code for one in diagnostics if one.code != "field-missing"]
    assert codes == ([code] if code else [])


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        ("issued", "2020", None),
        ("issued", "2020-11", None),
        ("issued", "2020-11-09", None),
        ("issued", "'2020'", None),
        ("issued", "2020-13", "field-form"),
        ("issued", "2021-02-29", "field-form"),
        ("issued", "20", "field-form"),
        ("issued", "1e3", "field-form"),
        ("issued", "true", "field-type"),
        ("issued", "2020-11-9", "field-form"),
        ("URL", "https://a.b/c?d=e", None),
        ("URL", "ftp://a.b", "field-form"),
        ("URL", "https://", "field-form"),
        ("URL", "'https://a.b/ c'", "field-form"),
        ("URL", "'https://[a'", "field-form"),
        ("url", "https://a.b", "field-unknown"),
        ("seen", "true", "field-choice"),
        ("seen", "mostly", "field-choice"),
        ("author", "Someone", "field-type"),
        ("author", "[3]", "field-type"),
        ("container-title", "A Shelf", None),
    ],
)
def test_a_sources_field_refuses_what_it_cannot_hold(field: str, value: str, code: str | None, tmp_path: Path) -> None:
    text = "almanac: {title: A, seen: no}\nbook: {" + ", ".join(
        f"{name}: {inner}" for name, inner in ({key: SOURCE[key] for key in ("title", "seen")} | {field: value}).items()
    )  # fmt: skip
    diagnostics = diagnostics_of(tmp_path, "glossary/sources.yaml", text + "}\n")
    assert [one.code for one in diagnostics] == ([code] if code else [])


@pytest.mark.parametrize(
    ("claim", "code"),
    [
        ("{then: rain, verdict: open}", None),
        ("{if: [], then: rain, verdict: open, missing: [], among: []}", None),
        ("{if: [rain]}", "field-missing"),
        ("{then: rain, verdict: maybe}", "field-choice"),
        ("{then: rain, missing: [rain]}", "field-type"),
        ("{then: impossible}", "id-form"),
        ("{equivalent: [wetness]}", "field-form"),
        ("{equivalent: wetness}", "field-type"),
        ("{equivalent: [wetness, wetness, wetness], holds: on}", "field-form"),
        ("{equivalent: [wetness, rain]}", "reference-kind"),
        ("{equivalent: [wetness, does-rain-wet], holds: True}", "field-type"),
        ("{sense: rain, called: rain}", "reference-unknown"),
        ("{sense: rain/none, called: rain}", "reference-unknown"),
        ("{sense: none/none, called: rain}", "reference-unknown"),
        ("{sense: rain/weather}", "field-missing"),
        ("'rain => wet-ground'", None),
        ("3", "field-type"),
        ("[rain]", "field-type"),
    ],
)
def test_a_claim_refuses_what_it_cannot_hold(claim: str, code: str | None, tmp_path: Path) -> None:
    text = written(FAQ) + f"claims:\n  - {claim}\n"
    codes = [one.code for one in diagnostics_of(tmp_path, "glossary/faq/q.yaml", text)]
    assert (code in codes) if code else (codes == [])


@pytest.mark.parametrize(
    ("part", "code", "place"),
    [
        ("atoms: [windy]", "field-type", "3:8"),
        ("atoms: {Windy: {holds: a, fails: b}}", "id-form", "3:9"),
        ("atoms: {windy: {holds: a}}", "field-missing", "3:17"),
        ("atoms: {windy: a}", "field-type", "3:16"),
        ("atoms: {con: {holds: a, fails: b}}", "id-reserved", "3:9"),
        ("atoms: {kb-preview: {holds: a, fails: b}}", "id-reserved", "3:9"),
        ("choices: [{id: kb-1, one_of: [rain]}]", "id-reserved", "3:16"),
        ("implications: [{id: md-header, if: [rain], then: wet-ground}]", "id-reserved", "3:21"),
        ("choices: [{id: a, one_of: [rain]}, {id: a, one_of: [rain]}]", "id-taken", "3:41"),
        ("choices: [{id: a, one_of: []}]", "field-empty", "3:27"),
        ("implications: [{id: a, if: [rain], then: [rain]}]", "field-type", "3:42"),
        ("implications: [{id: a, if: [wet-ground], then: rain, evidence: guessed}]", "field-choice", "3:64"),
        ("implications: [{id: 3, if: [wet-ground], then: rain}]", "field-type", "3:21"),
        ("implications: [{id: a, if: [rain], then: wet-ground, converse: True}]", "field-type", "3:64"),
        ("implications: [{}]", "field-missing", "3:16"),
        ("implications: [[]]", "field-type", "3:16"),
        ("implications: 3", "field-type", "3:15"),
    ],
)
def test_a_framework_refuses_what_it_cannot_hold(part: str, code: str, place: str, tmp_path: Path) -> None:
    path = "glossary/frameworks/other.yaml"
    loaded = loaded_with(tmp_path, {path: f"label: Other\nsource: almanac\n{part}\n"})
    assert set(found(loaded)) == {(code, f"{path}:{place}")}


def test_truth_values_are_read(tmp_path: Path) -> None:
    framework = "label: Other\nsource: almanac\nimplications: [{id: a, if: [rain], then: wet-ground, converse: true}]\n"
    faq = written(FAQ) + "claims: [{equivalent: [wetness, wetness], holds: false}]\n"
    loaded = loaded_with(tmp_path, {"glossary/frameworks/other.yaml": framework, "glossary/faq/q.yaml": faq})
    assert loaded.knowledge is not None
    assert loaded.knowledge.frameworks["other"].implications[0].converse
    (claim,) = loaded.knowledge.faqs["q"].claims
    assert isinstance(claim, EquivalenceClaim)
    assert not claim.holds


def test_a_source_that_is_no_group_is_a_mistake(tmp_path: Path) -> None:
    text = "almanac: An Almanac\nbook:\n"
    assert found(loaded_with(tmp_path, {"glossary/sources.yaml": text})) == [
        ("field-type", "glossary/sources.yaml:1:10"),
        ("field-type", "glossary/sources.yaml:2:6"),
    ]


def test_addresses_of_the_glossary_end_with_a_slash(tmp_path: Path) -> None:
    loaded = loaded_with(tmp_path, {"glossary/glossary.yaml": GLOSSARY.format("https://a.b/edit")})
    assert loaded.knowledge is not None
    assert (loaded.knowledge.glossary.site_url, loaded.knowledge.glossary.repository) == (
        "https://a.b/",
        "https://a.b/edit/",
    )


def test_a_record_that_is_no_group_is_one_mistake(tmp_path: Path) -> None:
    assert found(loaded_with(tmp_path, {"glossary/terms/snow.yaml": "just words\n"})) == [
        ("field-type", "glossary/terms/snow.yaml:1:1")
    ]


def test_a_field_without_a_value_is_pointed_to_by_its_name(tmp_path: Path) -> None:
    (diagnostic,) = diagnostics_of(tmp_path, "glossary/terms/snow.yaml", written(TERM | {"note": ""}))
    assert diagnostic.code == "field-empty"
    assert diagnostic.place == Place("glossary/terms/snow.yaml", 4, 1, 4, 5)


@pytest.mark.parametrize("name", ["index", "compare", "404", "com1", "not", "impossible", "assets", "md-header"])
def test_reserved_names_are_no_ids(name: str, tmp_path: Path) -> None:
    path = f"glossary/terms/{name}.yaml"
    assert found(loaded_with(tmp_path, {path: written(TERM)})) == [("id-reserved", f"{path}:1:1")]


@pytest.mark.parametrize("old", ["compare", "index", "nul"])
def test_a_former_id_may_not_be_reserved_either(tmp_path: Path, old: str) -> None:
    path = "glossary/terms/rain.yaml"
    text = loaded_with(tmp_path, {}).texts[path] + f"was: [{old}]\n"
    line = text.count("\n")
    assert found(loaded_with(tmp_path, {path: text})) == [("id-reserved", f"{path}:{line}:7")]
