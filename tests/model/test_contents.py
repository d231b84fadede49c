"""No claim and no piece of prose is left out, wherever a record may hold one."""

import re
from dataclasses import fields, replace
from pathlib import Path
from typing import Any, get_origin

import pytest

from hornbook.addresses import record_address
from hornbook.check.usage import check_usage
from hornbook.kinds import ADDRESSED, GLOSSARY, KINDS, SOURCE, STATEMENT, Kind
from hornbook.model import (
    Change,
    Citation,
    Claim,
    Embed,
    Framework,
    Glossary,
    KnowledgeBase,
    Prose,
    Reference,
    SenseMatches,
    StatedClaim,
    Term,
    TermMatches,
    Text,
)
from hornbook.model.contents import (
    Named,
    each,
    every_claim,
    every_prose,
    fields_of,
    parts_of,
    terms_named,
    walk,
)
from hornbook.model.fields import Ref
from hornbook.pages.uses import uses_of_terms
from hornbook.reasoning.mentions import TermFinder
from tests.load.test_positions import FILES, plain
from tests.made_by_type import PLACE, Maker
from tests.reasoning.projects import shapes, with_files

BRACKETS = re.compile(r"(?<!`)\[\[")
FIELDS = re.compile(r"(?:then:|=>) ")


def test_every_claim_that_is_written_is_found(tmp_path: Path) -> None:
    files = {path: plain(text) for path, text in FILES.items()}
    written = {
        (path, number)
        for path, text in files.items()
        if "/frameworks/" not in path and "/questions/" not in path
        for number, line in enumerate(text.splitlines(), 1)
        if FIELDS.search(line)
    }
    claims = [claim for claim in every_claim(with_files(tmp_path, files).knowledge) if isinstance(claim, Claim)]
    assert len({claim.place for claim in claims}) == len(claims)
    lines = {(claim.place.path, line) for claim in claims for line in range(claim.place.line, claim.place.end_line + 1)}
    assert written <= lines
    assert {path for path, _ in written} == {claim.place.path for claim in claims}


def test_every_link_and_claim_in_a_text_is_found(tmp_path: Path) -> None:
    files = {path: plain(text) for path, text in FILES.items() if not path.startswith("docs/")}
    pieces = list(every_prose(with_files(tmp_path, files).knowledge))
    assert len({prose.place for prose in pieces}) == len(pieces)
    for path, text in files.items():
        lines = [line for line in text.splitlines() if "missing: [[" not in line]
        nodes = [node for prose in pieces if prose.place.path == path for node in prose.walk()]
        found = [node for node in nodes if isinstance(node, Reference | StatedClaim | Embed)]
        assert len(found) == sum(len(BRACKETS.findall(line)) for line in lines), path


def test_the_samples_claims_come_from_every_kind_of_record() -> None:
    knowledge = shapes().knowledge
    folders = {claim.place.path.split("/")[-2] for claim in every_claim(knowledge)}
    assert folders >= {"faq", "examples", "disagreements", "questions", "frameworks", "terms", "docs"}


def whole(**held: Any) -> KnowledgeBase:
    """A knowledge base that holds these records and no others."""
    hints = fields_of(KnowledgeBase)
    empty: dict[str, Any] = {
        one.name: () if get_origin(hints[one.name]) is tuple else {} for one in fields(KnowledgeBase) if one.init
    }
    return KnowledgeBase(**{**empty, "glossary": Maker().made(Glossary), **held})


def held_as(declaration: type) -> str:
    return next(name for name, hint in fields_of(KnowledgeBase).items() if declaration in parts_of(hint))


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.word)
def test_a_mention_in_any_text_of_any_record_is_found(kind: Kind) -> None:
    maker = Maker()
    record = maker.made(kind.declaration)
    assert {named.id for named in each(record, Named)} >= {*maker.planted}
    assert len(list(each(record, Prose))) == len(maker.planted)


def test_every_kind_of_record_but_plain_data_has_texts() -> None:
    without = {kind for kind in KINDS if not _planted_in(kind)}
    assert without == {GLOSSARY, SOURCE, STATEMENT}


def _planted_in(kind: Kind) -> list[str]:
    maker = Maker()
    maker.made(kind.declaration)
    return maker.planted


@pytest.mark.parametrize("kind", ADDRESSED, ids=lambda kind: kind.word)
def test_a_mention_in_any_text_makes_the_record_a_use_of_the_term(kind: Kind) -> None:
    maker = Maker()
    record = replace(maker.made(kind.declaration), id="x")
    terms = {name: replace(Maker().made(Term), id=name, related=(), senses=()) for name in maker.planted}
    held: dict[str, Any] = {"frameworks": {"x": Maker().made(Framework)}, "terms": terms}
    held[held_as(kind.declaration)] = {**held.get(held_as(kind.declaration), {}), "x": record}
    knowledge = whole(**held)
    uses = uses_of_terms(knowledge, TermFinder(knowledge))
    for name in maker.planted:
        assert record_address(kind, "x") in {use.address for use in uses[name]}, name
    unused = {term for term in maker.planted for one in check_usage(knowledge) if f"`{term}`" in one.message}
    assert unused == set()


def test_every_citation_makes_the_record_one_that_cites() -> None:
    for kind in KINDS:
        record = Maker().made(kind.declaration)
        # A claim in passing can give no author's word, hence no source of it.
        in_passing = [cited for stated in each(record, StatedClaim) for cited in each(stated, Citation)]
        holds_one = Citation in _everything_in(kind.declaration, StatedClaim)
        assert (len(list(each(record, Citation))) > len(in_passing)) is holds_one, kind.word


def _everything_in(declaration: type, *but: type) -> set[object]:
    found: set[object] = {declaration}
    todo: list[type] = [declaration]
    while todo:
        for hint in fields_of(todo.pop()).values():
            inside = {part for part in parts_of(hint) if isinstance(part, type)} - found
            inside -= {*but}
            found |= inside
            todo += inside
    return found


def test_what_stands_in_a_record_comes_with_the_framework_whose_words_it_is() -> None:
    knowledge = shapes().knowledge
    for framework in knowledge.frameworks.values():
        assert {found.framework for found in walk(framework, Text)} <= {framework.id}
    senses = [sense for term in knowledge.terms.values() for sense in term.senses]
    assert {(sense.framework, found.framework) for sense in senses for found in walk(sense, Prose)} == {
        (sense.framework, sense.framework) for sense in senses
    }
    claims = [found for faq in knowledge.faqs.values() for found in walk(faq, Claim)]
    assert claims
    assert all(found.framework == found.value.scope.framework for found in claims)


def test_the_reason_of_an_implication_is_a_use(tmp_path: Path) -> None:
    files = {
        "glossary/frameworks/weather.yaml": (
            "label: Weather\nsource: almanac\nimplications:\n"
            "  - {id: rain-wets, if: [rain], then: wet-ground, because: 'Think of [[mud]].'}\n"
        ),
        "glossary/terms/mud.yaml": "label: Mud\nkind: property\nshort: Wet earth.\n",
    }
    knowledge = with_files(tmp_path, files).knowledge
    uses = uses_of_terms(knowledge, TermFinder(knowledge))
    assert [use.address for use in uses["mud"]] == ["frameworks/weather/"]
    assert [one for one in check_usage(knowledge) if "mud" in one.message] == []


def test_a_term_that_only_its_own_page_names_is_unused(tmp_path: Path) -> None:
    files = {"glossary/terms/mud.yaml": "label: Mud\nkind: property\nshort: Wet earth.\nnote: See [[mud]].\n"}
    unused = [one.message for one in check_usage(with_files(tmp_path, files).knowledge)]
    assert "nothing uses the term `mud`" in unused


@pytest.mark.parametrize(
    ("named", "terms"),
    [
        (SenseMatches(exact=("rain/weather",)), ["rain"]),
        (TermMatches(exact=("rain",)), ["rain"]),
        (Embed("rain", PLACE), []),
        (Change(date="2026-01-01", ids=("rain",), text=Prose((), PLACE), place=PLACE), []),
        (Citation(ref="rain", place=PLACE), []),
    ],
)
def test_only_references_that_may_be_to_a_term_count_as_that(named: object, terms: list[str]) -> None:
    assert list(terms_named(named)) == terms


def test_nothing_stands_in_nothing() -> None:
    assert list(each((), Prose)) == []
    assert list(each(None, Named)) == []
    assert list(each(Prose((), PLACE), Text)) == []


@pytest.mark.parametrize("declaration", [kind.declaration for kind in KINDS])
def test_no_field_mixes_ids_of_two_sorts(declaration: type) -> None:
    for one in _everything_in(declaration):
        assert isinstance(one, type)
        for name, hint in fields_of(one).items():
            assert len({part for part in parts_of(hint) if isinstance(part, Ref)}) <= 1, (one, name)
