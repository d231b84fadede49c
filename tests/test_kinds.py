"""Every kind of record is in the table once, and in every map that goes from kinds to functions."""

import inspect
from dataclasses import fields, is_dataclass
from itertools import combinations

import pytest

from hornbook import kinds, model
from hornbook.addresses import INDEXES, RESERVED_IDS, anchors_of, record_address, title_of_record
from hornbook.kinds import ADDRESSED, KINDS, PAGE, PARTS, STATED, Kind, Part, any_of, parts_of, with_article
from hornbook.manual import json_schema
from hornbook.model import KnowledgeBase
from hornbook.model.contents import fields_of
from hornbook.model.contents import parts_of as classes_in
from hornbook.model.outside import Outside
from hornbook.site import FURTHER_PAGES, INDEX_PAGES, RECORD_PAGES
from tests.reasoning.projects import shapes

KNOWLEDGE = shapes().knowledge


def test_the_table_has_each_row_once() -> None:
    rows = [row for row in vars(kinds).values() if isinstance(row, Kind)]
    assert [*KINDS] == rows
    assert [*PARTS] == [row for row in vars(kinds).values() if isinstance(row, Part)]
    assert len({kind.word for kind in KINDS}) == len({kind.declaration for kind in KINDS}) == len(KINDS)


def test_the_table_has_what_the_knowledge_base_holds() -> None:
    held = {part for hint in fields_of(KnowledgeBase).values() for part in classes_in(hint)}
    records = {one for one in held if isinstance(one, type) and one.__module__.startswith("hornbook.model")}
    assert records - {Outside} == {kind.declaration for kind in KINDS}


CLAIMS = {model.Claim, model.EquivalenceClaim, model.NamingClaim}
"""They may do without an id."""


def test_whatever_has_an_id_is_a_kind_or_a_part_but_for_options_claims_and_words() -> None:
    classes = [one for one in vars(model).values() if inspect.isclass(one) and is_dataclass(one)]
    with_id = {one for one in classes if "id" in {field.name for field in fields(one)}}
    without_page = {model.Option, model.OwnKind, model.OwnWord, *CLAIMS}
    assert with_id - without_page == {kind.declaration for kind in ADDRESSED} | {_class_of(part) for part in _named()}


def _named() -> list[Part]:
    return [part for part in PARTS if part.key == "id"]


def _class_of(part: Part) -> type:
    if part is STATED:
        return model.Statement
    assert isinstance(part.of, Kind)
    assert part.field is not None
    whole: type = part.of.declaration
    (found,) = classes_in(fields_of(whole)[part.field])
    assert isinstance(found, type)
    return found


def test_every_kind_can_be_read_described_and_shown() -> None:
    for kind in KINDS:
        assert kind is PAGE or json_schema(kind)["$schema"]
    assert {*RECORD_PAGES} == {kind for kind in ADDRESSED if "#" not in str(kind.address)}
    assert {*FURTHER_PAGES} == {pattern for kind in KINDS for pattern in kind.also}
    assert {*INDEX_PAGES} == {index.address for index in INDEXES}
    assert len({index.address for index in INDEXES}) == len(INDEXES)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.word)
def test_the_knowledge_base_gives_the_records_of_each_kind(kind: Kind) -> None:
    records = KNOWLEDGE.records(kind.declaration)
    assert records
    assert {type(record) for record in records} == {kind.declaration}
    if kind in ADDRESSED:
        assert KNOWLEDGE.by_id(kind.declaration) == {record.id: record for record in records}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.word)
def test_a_record_stands_in_the_file_that_the_table_says(kind: Kind) -> None:
    for record in KNOWLEDGE.records(kind.declaration):
        before, name, after = kind.file.partition("{}")
        assert record.place.path.startswith(before)
        assert record.place.path.endswith(after)
        if kind in ADDRESSED and name:
            assert record.place.path == kind.file.format(record.id)


def test_no_two_kinds_can_have_the_same_address() -> None:
    for one, other in combinations(ADDRESSED, 2):
        if one.address == other.address:
            assert one.linked, (one.word, "ids must share one namespace")
            assert other.linked
    folders = {pattern.partition("{}")[0] for kind in ADDRESSED for pattern in (str(kind.address), *kind.also)}
    assert not [(one, other) for one in folders for other in folders if one != other and one.startswith(other)]
    inside = {
        index.address.removeprefix(folder).rstrip("/")
        for index in INDEXES
        for folder in folders
        if index.address.startswith(folder) and index.address != folder
    }
    assert inside <= RESERVED_IDS
    assert "compare" in inside


def test_former_ids_are_kept_of_whatever_has_an_address() -> None:
    with_former = {kind for kind in KINDS if "was" in {field.name for field in fields(kind.declaration)}}
    assert with_former == {*kinds.LINKED, kinds.QUESTION, kinds.SOURCE}


def test_every_record_has_words_and_every_part_a_place() -> None:
    seen: set[Part] = set()
    for kind in ADDRESSED:
        for record in KNOWLEDGE.records(kind.declaration):
            assert title_of_record(kind, record).strip()
            assert record.id in record_address(kind, record.id)
            found = list(anchors_of(KNOWLEDGE, kind, record))
            assert len({one.anchor for one in found}) == len(found)
            seen |= {one.part for one in found}
    assert seen == {*PARTS}


def test_a_name_that_comes_again_has_a_number_in_its_anchor() -> None:
    disagreement = next(iter(KNOWLEDGE.disagreements.values()))
    twice = {"positions": disagreement.positions[:1] * 2, "claims": ()}
    record = type("Twice", (), twice)()
    positions = [one.anchor for one in anchors_of(KNOWLEDGE, kinds.DISAGREEMENT, record) if one.part is kinds.POSITION]
    framework = disagreement.positions[0].framework
    assert positions == [f"position-{framework}", f"position-{framework}-2"]


def test_kinds_without_parts_have_none() -> None:
    assert parts_of(kinds.VIEW) == ()
    assert list(anchors_of(KNOWLEDGE, kinds.VIEW, next(iter(KNOWLEDGE.views.values())))) == []


@pytest.mark.parametrize(
    ("words", "choice"),
    [(["a"], "a"), (["a", "b"], "a or b"), (["a", "b", "c"], "a, b or c"), (["a", "b", "a"], "a or b")],
)
def test_a_choice_of_words_names_each_once(words: list[str], choice: str) -> None:
    assert any_of(*words) == choice


@pytest.mark.parametrize(("word", "shown"), [("term", "a term"), ("example", "an example")])
def test_a_word_has_the_article_that_it_is_spoken_with(word: str, shown: str) -> None:
    assert with_article(word) == shown
