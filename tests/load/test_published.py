"""What a glossary publishes of itself is what others read of it, and what is damaged is refused, never guessed."""

import contextlib
import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hornbook.consulted import open_copy
from hornbook.load import load
from hornbook.load.outside import DamagedError
from hornbook.load.published import published_of
from hornbook.reasoning.ideas import ideas_of
from hornbook.reasoning.scopes import reason_about
from tests.published import published, published_data
from tests.where import BOTH, SAMPLE


@pytest.mark.parametrize("project", BOTH)
def test_a_published_copy_has_the_theories_names_and_ideas_of_its_project(project: Path) -> None:
    knowledge = load(project).knowledge
    assert knowledge is not None
    copy = published_of(published(project), "glossary.json").knowledge
    ours, theirs = reason_about(knowledge), reason_about(copy)
    assert ours.settings.keys() == theirs.settings.keys()
    for scope, setting in ours.settings.items():
        assert theirs.settings[scope].theory == setting.theory
        assert theirs.settings[scope].conditions == setting.conditions
        assert theirs.settings[scope].presupposing == setting.presupposing
    for name, term in knowledge.terms.items():
        assert copy.terms[name].name == term.name
        assert {(alias.text, alias.framework) for alias in copy.terms[name].aliases} == {
            (alias.text, alias.framework) for alias in term.aliases
        }
        groups = [[sense.id for sense in idea.senses] for idea in ideas_of(term)]
        assert [[sense.id for sense in idea.senses] for idea in ideas_of(copy.terms[name])] == groups


def test_what_a_later_version_adds_is_passed_over() -> None:
    data = published_data(SAMPLE)
    expected = published_of(json.dumps(data), "x")
    data |= {"new": [1]}
    data["terms"]["square"]["new"] = {"a": None}
    data["frameworks"]["plane"]["implications"][0]["new"] = 3
    assert published_of(json.dumps(data), "x") == expected


def test_of_a_copy_of_terms_alone_nothing_follows_and_every_word_is_known() -> None:
    data = {
        name: value
        for name, value in published_data(SAMPLE).items()
        if name not in {"frameworks", "views", "framework"}
    }
    read = published_of(json.dumps(data), "x")
    assert read.knowledge.frameworks == {}
    assert "square" in read.knowledge.terms


def test_addresses_lead_to_the_site_of_the_glossary_and_nowhere_else() -> None:
    data = published_data(SAMPLE)
    data["terms"]["square"]["url"] = "https://evil.example.com/"
    data["terms"]["rhombus"]["url"] = "javascript:alert(1)"
    data["views"]["by-definition"]["drawing"] = "//evil.example.com/x.svg"
    read = published_of(json.dumps(data), "x")
    assert {"square", "rhombus"}.isdisjoint(read.pages["term"])
    assert "by-definition" not in read.drawings
    assert all(one.startswith("https://example.org/shapes/") for one in read.pages["term"].values())


def changed(change: Callable[[dict[str, Any]], object]) -> str:
    data = published_data(SAMPLE)
    change(data)
    return json.dumps(data)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[" * 100_000,
        "[]",
        changed(lambda data: data.update(format="other/1")),
        changed(lambda data: data.update(url="javascript:1")),
        changed(lambda data: data.update(terms=[])),
        changed(lambda data: data.update(frameworks=3)),
        changed(lambda data: data.update(frameworks=[1])),
        changed(lambda data: data.update(frameworks=[{"id": "plane", "label": "A"}, {"id": "plane", "label": "B"}])),
        changed(lambda data: data["frameworks"].update({"A b": {"label": "x"}})),
        changed(lambda data: data["frameworks"]["plane"]["implications"][0].update({"if": []})),
        changed(lambda data: data["frameworks"]["plane"]["implications"][0].update({"if": ["nowhere"]})),
        changed(lambda data: data["frameworks"]["plane"]["implications"][0].update({"then": "A and B"})),
        changed(lambda data: data["frameworks"]["plane"]["implications"][0].update({"id": "a/b"})),
        changed(lambda data: data["frameworks"]["plane"]["implications"][0].update({"id": "posture"})),
        changed(lambda data: data["frameworks"]["plane"]["atoms"].update(extra=3)),
        changed(lambda data: data["views"]["by-definition"].update(show=["nothing"])),
        changed(lambda data: data["terms"]["square"].update(label="\u202eSquare")),
        changed(lambda data: data["terms"].update({"A b": {"label": "x", "short": "y"}})),
    ],
)
def test_what_is_damaged_is_refused(text: str) -> None:
    with pytest.raises(DamagedError):
        published_of(text, "x")


JSON = st.recursive(st.none() | st.booleans() | st.integers() | st.text(max_size=3), st.lists)
FIELDS = ["framework", "frameworks", "views", "terms", "former", "labels", "avoid", "lang", "title", "version"]


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(FIELDS), JSON)
def test_any_value_in_any_place_is_read_or_refused(field: str, value: object) -> None:
    data = json.loads(_DATA) | {field: value}
    data["terms"] = data["terms"] and {"square": {"label": "Square", "short": "A figure.", field: value}}
    with contextlib.suppress(DamagedError):
        published_of(json.dumps(data), "x")


_DATA = json.dumps(published_data(SAMPLE))


def extending(*, repeats: bool) -> str:
    """A copy with a framework that extends another one, with what it takes over repeated or not."""
    data = published_data(SAMPLE)
    plane = data["frameworks"]["plane"]
    own = {"id": "own", "if": ["round"], "then": "not square"}
    plane["presupposes"] = [{"atom": "square", "under": ["parallelogram"]}]
    taken = [one for one in plane["implications"] if one["id"] != "rhombus-is-parallelogram"]
    more = {"label": "Flat", "extends": "plane", "without": ["rhombus-is-parallelogram"]}
    if repeats:
        data["frameworks"]["flat"] = {**plane, **more, "implications": [*taken, own]}
    else:
        data["frameworks"]["flat"] = {**more, "implications": [own]}
    return json.dumps(data)


def test_what_a_framework_takes_over_counts_once_whether_or_not_the_data_repeat_it() -> None:
    whole, short = (published_of(extending(repeats=repeats), "x").knowledge for repeats in (True, False))
    theories = [reason_about(one).framework("flat").theory for one in (whole, short)]
    assert {*theories[0].clauses} == {*theories[1].clauses}
    assert theories[0].atoms == theories[1].atoms
    for read in (whole, short):
        assert [one.atom for one in read.frameworks["flat"].all_presupposes] == ["square"]
    assert "rhombus-is-parallelogram" not in {clause.name for clause in theories[0].clauses}


def test_lists_and_mappings_of_records_say_the_same() -> None:
    data = published_data(SAMPLE)
    expected = published_of(json.dumps(data), "x")
    for field in ("frameworks", "views", "chains"):
        data[field] = [{"id": name, **one} for name, one in data[field].items()]
    assert published_of(json.dumps(data), "x") == expected


def in_parts(folder: Path) -> Path:
    """A copy whose terms and frameworks stand in files beside it."""
    data = published_data(SAMPLE)
    parts = []
    for holds in ("terms", "frameworks"):
        for number, (name, one) in enumerate(data.pop(holds).items()):
            url = f"glossary/{holds}-{number}.json"
            text = json.dumps({"format": "hornbook-glossary/1/part", holds: {name: one}})
            (folder / "glossary").mkdir(exist_ok=True)
            (folder / url).write_text(text, encoding="utf-8")
            parts.append({"url": url, "holds": holds, "count": 1, "sha256": hashlib.sha256(text.encode()).hexdigest()})
    (folder / "glossary.json").write_text(json.dumps({**data, "parts": parts}), encoding="utf-8")
    return folder / "glossary.json"


def test_a_copy_in_parts_is_the_same_as_a_whole_one(tmp_path: Path) -> None:
    whole = published_of(published(SAMPLE), "x")
    opened = open_copy(in_parts(tmp_path), "x")
    assert opened.against is not None, opened.diagnostics
    assert opened.against.published == whole


@pytest.mark.parametrize("wrong", ["missing", "changed", "outside", "other", "none"])
def test_a_part_that_is_missing_changed_or_elsewhere_is_refused(wrong: str, tmp_path: Path) -> None:
    path = in_parts(tmp_path)
    data = json.loads(path.read_text(encoding="utf-8"))
    first = tmp_path / data["parts"][0]["url"]
    if wrong == "missing":
        first.unlink()
    elif wrong == "changed":
        first.write_text("{}", encoding="utf-8")
    elif wrong == "none":
        with pytest.raises(DamagedError):
            published_of(path.read_text(encoding="utf-8"), "x")
        return
    else:
        data["parts"][0]["url"] = "../glossary.json" if wrong == "outside" else "/etc/passwd"
        path.write_text(json.dumps(data), encoding="utf-8")
    (found,) = open_copy(path).diagnostics
    assert found.code == "outside-damaged"
