"""What may have several sources: one stands alone or in a list, and all are cited wherever one is."""

from pathlib import Path

import pytest

from hornbook.reasoning.ideas import author_of, named_by_sources
from hornbook.reasoning.scopes import Reasoning
from tests.load.project import found, loaded_with
from tests.pages.conftest import Page

TERM = "label: Fog\nshort: A cloud on the ground.\nsenses:\n- id: everyday\n  text: Fog.\n  source: "
FOG = "glossary/terms/fog.yaml"
ALMANAC = ("almanac", None)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("almanac", [ALMANAC]),
        ("{ref: almanac, at: page 2}", [("almanac", "page 2")]),
        ("[almanac]", [ALMANAC]),
        ("[almanac, {ref: almanac, at: page 2}]", [ALMANAC, ("almanac", "page 2")]),
    ],
)
def test_one_or_several_are_read(tmp_path: Path, written: str, read: list[tuple[str, str | None]]) -> None:
    loaded = loaded_with(tmp_path, {FOG: TERM + written})
    assert loaded.knowledge is not None, loaded.diagnostics
    (sense,) = loaded.knowledge.terms["fog"].senses
    assert [(one.ref, one.at) for one in sense.sources] == read


@pytest.mark.parametrize(
    ("written", "code", "column"),
    [
        ("[]", "field-empty", 11),
        ("[almanac, almanac]", "field-repeated", 21),
        ("[almanac, alamnac]", "reference-unknown", 21),
        ("alamnac", "reference-unknown", 11),
        ("[[almanac]]", "field-type", 12),
        ("[{at: page 2}]", "field-missing", 13),
    ],
)
def test_each_of_them_is_held_to_what_one_is(tmp_path: Path, written: str, code: str, column: int) -> None:
    assert found(loaded_with(tmp_path, {FOG: TERM + written})) == [(code, f"{FOG}:6:{column}")]


def test_an_implication_without_any_has_its_frameworks(reasoning: Reasoning) -> None:
    first, second, *_ = reasoning.knowledge.frameworks["plane"].implications
    assert [(one.ref, one.at) for one in first.sources] == [("primer", "page 3"), ("notes", "page 2")]
    assert [(one.ref, one.at) for one in second.sources] == [("primer", None)]


def test_what_is_said_of_an_example_has_its_first(reasoning: Reasoning) -> None:
    board = reasoning.knowledge.examples["board"]
    assert [one.ref for one in board.sources] == ["notes", "primer"]
    assert {one.source.ref for one in board.judgements} == {"notes"}
    assert {one.source.ref for one in board.answers} == {"notes"}


def test_a_sense_of_several_sources_is_all_their_authors(reasoning: Reasoning) -> None:
    knowledge = reasoning.knowledge
    first, loose, _ = knowledge.terms["square"].senses
    alone = named_by_sources(knowledge, knowledge.frameworks["plane"])
    assert named_by_sources(knowledge, first) == f"{alone} and {named_by_sources(knowledge, loose)}"
    assert author_of(knowledge, first) == (
        *author_of(knowledge, knowledge.frameworks["plane"]),
        *author_of(knowledge, loose),
    )


@pytest.mark.parametrize("address", ["terms/square/", "frameworks/plane/", "examples/board/"])
def test_all_of_them_are_cited_on_pages(page: Page, address: str) -> None:
    cited = [link.attributes["href"] or "" for link in page(address).css("a.kb-cite")]
    assert any(one.endswith("sources/primer/") for one in cited)
    assert any(one.endswith("sources/notes/") for one in cited)
    text = page(address).body
    assert text is not None
    assert "; " in text.text()


def test_each_source_knows_who_cites_it(page: Page) -> None:
    for source in ("primer", "notes"):
        assert page(f"sources/{source}/").css('a[href$="terms/square/"]')
