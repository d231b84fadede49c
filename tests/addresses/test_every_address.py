from dataclasses import replace
from hashlib import sha256

import pytest

from hornbook.addresses import CLAIMS_DATA, every_address, files_of, plain_address, written_at
from tests.reasoning.projects import shapes

ROUND = sha256(b"round => square in plane").hexdigest()[:10]


@pytest.fixture(name="addresses", scope="module")
def addresses_fixture() -> frozenset[str]:
    return every_address(shapes().knowledge)


@pytest.mark.parametrize(
    "address",
    [
        "",
        "about",
        "terms",
        "terms/square",
        "terms/square#sense-loose",
        "frameworks/compare",
        "frameworks/workshop",
        "frameworks/workshop#right-cuts-look-square",
        "frameworks/workshop#four-cuts",
        "frameworks/workshop#judging",
        "frameworks/workshop#creed",
        "frameworks/workshop#what-is-cut",
        "faq/what-makes-a-square#claim-8",
        f"faq/what-makes-a-square#claim-{ROUND}",
        "examples/measured-board",
        "examples/measured-board#judgement-2",
        "disagreements/what-is-a-square#position-workshop",
        "diagrams/by-definition",
        "diagrams/from-wish-to-board",
        "quiz",
        "quiz#is-it-a-square",
        "sources#primer",
        "sources/primer",
        "sources/primer#statement-p-2",
        "contribute/fields#term",
        "contribute/fields#term-short",
        "contribute/fields#sense-evidence",
        "contribute/fields#sense-evidence-inferred",
        "contribute/fields#source-container-title",
        "contribute/fields#conditions",
    ],
)
def test_every_record_and_its_parts_have_an_address(address: str, addresses: frozenset[str]) -> None:
    assert address in addresses


@pytest.mark.parametrize(
    "address",
    [
        "terms/",
        "terms/plane",
        "terms/square#sense-none",
        "faq/what-makes-a-square#claim-0",
        "faq/what-makes-a-square#claim-9",
        "examples/measured-board#judgement-3",
        "disagreements/what-is-a-square#position-none",
        "quiz/is-it-a-square",
        "sources/primer#statement-n-1",
        "contribute/fields#term-id",
        "contribute/fields#page",
        "contribute/fields#judgement-evidence",
        "index",
    ],
)
def test_nothing_else_has_one(address: str, addresses: frozenset[str]) -> None:
    assert address not in addresses


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("/terms/square/", "terms/square"),
        ("terms/square/#sense-loose", "terms/square#sense-loose"),
        ("/", ""),
        ("", ""),
        ("#top", "#top"),
    ],
)
def test_slashes_at_the_ends_of_a_path_play_no_part(written: str, plain: str) -> None:
    assert plain_address(written) == plain


@pytest.mark.parametrize("whose", ["the record", "a position", "nobody"])
def test_claims_have_a_file_where_only_a_disagreement_or_a_position_in_it_has_some(whose: str) -> None:
    knowledge = shapes().knowledge
    (name, one), *_ = knowledge.disagreements.items()
    silent = tuple(replace(position, claims=()) for position in one.positions)
    left = {
        "the record": replace(one, positions=silent),
        "a position": replace(one, claims=()),
        "nobody": replace(one, claims=(), positions=silent),
    }
    alone = replace(knowledge, faqs={}, examples={}, disagreements={name: left[whose]})
    assert (CLAIMS_DATA in files_of(alone)) is (whose != "nobody")


def test_pages_of_records_and_of_hands_come_from_their_files() -> None:
    written = written_at(shapes().knowledge)
    assert written["terms/square/"].path == "glossary/terms/square.yaml"
    assert (written["about/"].path, written[""].path) == ("docs/about.md", "docs/index.md")
    assert {address.rstrip("/") for address in written} <= every_address(shapes().knowledge)
