"""The glossary's own words: kinds, groups, tags and statuses are renamed and retired wherever they are named."""

from pathlib import Path

import pytest

from hornbook.diagnostics import Severity
from hornbook.edits.renaming import renamed
from hornbook.edits.retiring import retired
from hornbook.edits.values import FileChanges, Refusal
from hornbook.edits.writing import write_changes
from hornbook.load import load
from hornbook.model import KnowledgeBase, Term
from hornbook.production import examine

GLOSSARY = """title: Words
description: A few words.
site_url: https://example.org/words/
licence: CC0 1.0
kinds: [{id: thing, label: Thing}, act]
groups:
  # Above the first.
  - id: sky
    label: What is above
  - id: ground
    label: What is below
tags: [water, wet]
statuses:
  - draft
"""
RAIN = "label: Rain\nkind: thing\ngroup: sky\ntags: [water, wet]  # both\nstatus: draft\nshort: It falls.\n"
POND = "label: Pond\nkind: thing\ngroup: ground\ntags:\n  - water\nshort: It lies.\n"
WATER = "label: Water\nshort: It is a term too.\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for path, text in {
        "glossary/glossary.yaml": GLOSSARY,
        "glossary/terms/rain.yaml": RAIN,
        "glossary/terms/pond.yaml": POND,
        "docs/index.md": "# Words\n\n[Above](terms/index.md#group-sky)\n",
    }.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    return tmp_path


def after(root: Path, found: FileChanges | Refusal) -> KnowledgeBase:
    """The project once it is changed, which has no errors."""
    assert isinstance(found, FileChanges), found
    write_changes(root, found)
    examined = examine(root)
    assert [one for one in examined.diagnostics if one.severity is Severity.ERROR] == []
    knowledge = load(root).knowledge
    assert knowledge is not None
    return knowledge


def refused(found: FileChanges | Refusal) -> Refusal:
    assert isinstance(found, Refusal), found
    assert found.hint
    return found


def words_of(term: Term) -> tuple[object, ...]:
    return term.own_kind, term.group, term.tags, term.status


def text(root: Path, path: str) -> str:
    return (root / path).read_text(encoding="utf-8")


@pytest.mark.parametrize("old", ["group:sky", "sky"])
def test_a_group_is_called_otherwise_wherever_it_is_named(root: Path, old: str) -> None:
    knowledge = after(root, renamed(load(root), old, "heaven"))
    assert next((one.id, one.label) for one in knowledge.glossary.groups) == ("heaven", "What is above")
    assert words_of(knowledge.terms["rain"]) == ("thing", "heaven", ("water", "wet"), "draft")
    assert "[Above](terms/index.md#group-heaven)" in text(root, "docs/index.md")


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("tag:water", "aqua", ("thing", "sky", ("aqua", "wet"), "draft")),
        ("thing", "object", ("object", "sky", ("water", "wet"), "draft")),
        ("status:draft", "status:begun", ("thing", "sky", ("water", "wet"), "begun")),
    ],
)
def test_so_are_tags_kinds_and_statuses(root: Path, old: str, new: str, words: tuple[object, ...]) -> None:
    assert words_of(after(root, renamed(load(root), old, new)).terms["rain"]) == words
    assert "  # both\n" in text(root, "glossary/terms/rain.yaml")


def test_a_term_of_the_same_id_comes_first_and_is_not_touched_by_the_word(root: Path) -> None:
    (root / "glossary/terms/water.yaml").write_text(WATER, encoding="utf-8")
    assert "sea" in after(root, renamed(load(root), "water", "sea")).terms
    knowledge = after(root, renamed(load(root), "tag:water", "aqua"))
    assert "sea" in knowledge.terms
    assert knowledge.terms["pond"].tags == ("aqua",)


def test_what_cannot_be_renamed_is_said(root: Path) -> None:
    assert "is a tag already" in refused(renamed(load(root), "tag:water", "wet")).message
    assert "hornbook retire tag:water --for wet" in refused(renamed(load(root), "tag:water", "wet")).hint
    assert "the glossary declares no tag `dry`" in refused(renamed(load(root), "tag:dry", "arid")).message
    assert "`tag:water`" in refused(renamed(load(root), "tag:dry", "arid")).hint
    assert "the new id" in refused(renamed(load(root), "tag:water", "A B")).message
    (root / "glossary/glossary.yaml").write_text(GLOSSARY.replace("draft", "wet"), encoding="utf-8")
    (root / "glossary/terms/rain.yaml").write_text(RAIN.replace("draft", "wet"), encoding="utf-8")
    assert "`tag:wet`, `status:wet`" in refused(renamed(load(root), "wet", "damp")).hint


def test_the_program_s_kinds_cannot_be_renamed(root: Path) -> None:
    (root / "glossary/glossary.yaml").write_text(
        GLOSSARY.replace("kinds: [{id: thing, label: Thing}, act]\n", ""), encoding="utf-8"
    )
    for name, written in (("rain", RAIN), ("pond", POND)):
        (root / f"glossary/terms/{name}.yaml").write_text(written.replace("thing", "concept"), encoding="utf-8")
    assert "declares no kind `concept`" in refused(renamed(load(root), "kind:concept", "idea")).message


def test_a_word_that_another_takes_the_place_of_goes_and_no_term_has_that_twice(root: Path) -> None:
    knowledge = after(root, retired(load(root), "tag:wet", "water"))
    assert [one.id for one in knowledge.glossary.tags] == ["water"]
    assert [knowledge.terms[one].tags for one in ("rain", "pond")] == [("water",), ("water",)]
    knowledge = after(root, retired(load(root), "group:sky", "ground"))
    assert [one.id for one in knowledge.glossary.groups] == ["ground"]
    assert {one.group for one in knowledge.terms.values()} == {"ground"}
    assert "Above the first" not in text(root, "glossary/glossary.yaml")
    assert "#group-ground" in text(root, "docs/index.md")


def test_a_word_that_nothing_names_goes_alone_with_its_field_where_it_is_the_last(root: Path) -> None:
    assert [one.id for one in after(root, retired(load(root), "act")).glossary.kinds] == ["thing"]
    assert "is named at 1 place" in refused(retired(load(root), "draft")).message
    (root / "glossary/terms/rain.yaml").write_text(RAIN.replace("status: draft\n", ""), encoding="utf-8")
    assert after(root, retired(load(root), "draft")).glossary.statuses == ()
    assert "statuses" not in text(root, "glossary/glossary.yaml")
    assert "is no other tag" in refused(retired(load(root), "tag:wet", "wet")).message
