"""The whole vocabulary as JSON: as its schema says, with nothing left out, and the same whole or in parts."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from jsonschema import Draft202012Validator

from hornbook.addresses import CLAIMS_DATA, CLAIMS_SCHEMA, COLLECTIONS, GLOSSARY_DATA, GLOSSARY_SCHEMA, data, files_of
from hornbook.exports import data_exports
from hornbook.exports.data_files import content_hash, whole
from hornbook.logic import Verdict
from hornbook.reasoning.scopes import reason_about
from tests.examined import examined
from tests.exports.published import HOSTILE, PLAIN, of_project, published, read
from tests.model.test_defaults import IMPORTS, MINIMAL, WORDS
from tests.where import BOTH, SAMPLE

EXAMPLE = Path("builder/hornbook/example").resolve()
SMALL: Mapping[str, Mapping[str, str]] = {
    "plain": PLAIN,
    "hostile": HOSTILE,
    "minimal": {**MINIMAL, "glossary/glossary.yaml": MINIMAL["glossary/glossary.yaml"] + WORDS + IMPORTS},
}


@pytest.fixture(params=[*SMALL, "sample", "example"])
def files(request: pytest.FixtureRequest) -> dict[str, bytes]:
    if request.param in SMALL:
        return published(SMALL[request.param])
    return of_project({"sample": SAMPLE, "example": EXAMPLE}[request.param])


def strict(schema: Any) -> Any:
    """The schema, allowing no field that it does not describe: others may come one day, but none of ours is hidden."""
    match schema:
        case dict():
            closed = (
                {"additionalProperties": False} if "properties" in schema and schema.get("type") == "object" else {}
            )
            return {**closed, **{name: strict(inner) for name, inner in schema.items()}}
        case list():
            return [strict(one) for one in schema]
        case _:
            return schema


def flaws(files: Mapping[str, bytes], schema: str, address: str) -> list[str]:
    described = read(files, schema)
    Draft202012Validator.check_schema(described)
    found = Draft202012Validator(strict(described)).iter_errors(read(files, address))
    return [f"{one.json_path}: {one.message}"[:300] for one in found]


def test_the_files_are_as_their_schemas_say(files: dict[str, bytes]) -> None:
    assert flaws(files, GLOSSARY_SCHEMA, GLOSSARY_DATA) == []
    if CLAIMS_DATA in files:
        assert flaws(files, CLAIMS_SCHEMA, CLAIMS_DATA) == []


@pytest.mark.content
def test_the_files_of_this_site_are_as_their_schemas_say() -> None:
    files = of_project(BOTH[1].values[0])
    for address in files:
        if address.startswith(("api/v1/glossary", "api/v1/claims")) and ".schema." not in address:
            schema = CLAIMS_SCHEMA if "claims" in address else GLOSSARY_SCHEMA
            assert flaws(files, schema, address) == [], address


def test_the_schema_refuses_what_is_not_so(files: dict[str, bytes]) -> None:
    schema = Draft202012Validator(read(files, GLOSSARY_SCHEMA))
    good = read(files, GLOSSARY_DATA)
    assert schema.is_valid(good)
    term = next(iter(good["terms"]))
    for name, value in (("url", 3), ("senses", {}), ("label", None)):
        assert not schema.is_valid({**good, "terms": {**good["terms"], term: {**good["terms"][term], name: value}}})
    assert not schema.is_valid({**good, "format": "other"})


def test_the_schema_says_what_a_truth_is_that_is_left_out(files: dict[str, bytes]) -> None:
    found = {
        (name, field): one
        for name, schema in read(files, GLOSSARY_SCHEMA)["$defs"].items()
        for field, one in schema.get("properties", {}).items()
        if "default" in one
    }
    assert all(one["type"] == "boolean" and isinstance(one["default"], bool) for one in found.values())
    assert found["Term", "link_mentions"]["default"]
    assert not found["Implication", "converse"]["default"]


@pytest.mark.parametrize("project", BOTH)
def test_every_record_and_every_text_is_in_it(project: Path) -> None:
    knowledge = examined(project).knowledge
    told = read(of_project(project), GLOSSARY_DATA)
    for name in COLLECTIONS:
        assert [*told.get(name, {})] == [*getattr(knowledge, name)], name
    for name, framework in knowledge.frameworks.items():
        assert [one["id"] for one in told["frameworks"][name].get("implications", [])] == [
            one.id for one in framework.implications
        ]
    for name, term in knowledge.terms.items():
        assert [one["id"] for one in told["terms"][name].get("senses", [])] == [one.id for one in term.senses]
    for source, listed in knowledge.statements.items():
        assert [one["says"] for one in told["statements"][source]] == [one.text for one in listed]
    assert len(told["changes"]) == len(knowledge.changes)


def test_what_is_empty_is_not_there() -> None:
    files = published(PLAIN)
    told = read(files, GLOSSARY_DATA)
    assert CLAIMS_DATA not in files
    assert not {"frameworks", "changes", "sources", "parts", "faqs"} & told.keys()
    assert told["terms"]["assam"]["definition"] == "A black tea."
    assert "senses" not in told["terms"]["assam"]
    empty = published({"glossary/glossary.yaml": PLAIN["glossary/glossary.yaml"]})
    assert read(empty, GLOSSARY_DATA)["terms"] == {}


def test_nothing_is_written_that_outputs_does_not_ask_for() -> None:
    reasoning = examined(SAMPLE)
    glossary = reasoning.knowledge.glossary
    none = replace(glossary, outputs=replace(glossary.outputs, data=()))
    knowledge = replace(reasoning.knowledge, glossary=none)
    assert data_exports(reason_about(knowledge)) == {}
    left = {address for address in files_of(knowledge) if address.startswith("api/") and "/proofs/" not in address}
    assert left == {"api/v1/terms.json"}


def hash_of(told: Mapping[str, Any]) -> str:
    return content_hash({name: told[name] for name in told if name not in {"format", "content"}})


def test_the_same_input_gives_the_same_bytes(files: dict[str, bytes]) -> None:
    assert published(SAMPLE) == of_project(SAMPLE)
    told = read(files, GLOSSARY_DATA)
    assert told["content"] == hash_of(told)


@pytest.fixture
def cut(monkeypatch: pytest.MonkeyPatch) -> None:
    """So little stands in a file that even a small vocabulary is in parts."""
    monkeypatch.setattr(data, "MOST_WHOLE", 5)
    monkeypatch.setattr(data, "MOST_IN_PART", 2)


@pytest.mark.usefixtures("cut")
def test_parts_put_together_are_the_whole() -> None:
    at_once, in_parts = of_project(SAMPLE), published(SAMPLE)
    for address in (GLOSSARY_DATA, CLAIMS_DATA):
        told = read(in_parts, address)
        folder = address.rpartition("/")[0]
        parts = [in_parts[f"{folder}/{one['url']}"] for one in told["parts"]]
        for one, part in zip(told["parts"], parts, strict=True):
            assert hashlib.sha256(part).hexdigest() == one["sha256"]
            assert len(json.loads(part)[one["holds"]]) == one["count"] <= 2
        again = whole(told, map(json.loads, parts))
        assert again["content"] == content_hash(
            {name: again[name] for name in again if name not in {"format", "content"}}
        )
        if address == CLAIMS_DATA:  # in the other the addresses of certificates name parts
            assert again == read(at_once, address)
    assert files_of(examined(SAMPLE).knowledge) >= in_parts.keys()


def certificates(value: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    match value:
        case dict():
            if "certificate" in value:
                yield value["certificate"], value
            for inner in value.values():
                yield from certificates(inner)
        case list():
            for inner in value:
                yield from certificates(inner)
        case _:
            pass


def resolved(files: Mapping[str, bytes], address: str) -> Any:
    """What a JSON Pointer in an address leads to, after RFC 6901."""
    file, _, pointer = address.partition("#")
    value = read(files, file)
    for step in unquote(pointer).split("/")[1:]:
        value = value[step.replace("~1", "/").replace("~0", "~")]
    return value


@pytest.mark.parametrize("in_parts", [False, True])
def test_the_certificate_of_a_claim_is_where_its_record_says(in_parts: bool, request: pytest.FixtureRequest) -> None:  # noqa: FBT001
    if in_parts:
        request.getfixturevalue("cut")
    files = published(SAMPLE)
    records = [record for address in files if "glossary" in address and "schema" not in address
               for record in certificates(read(files, address))]  # fmt: skip
    assert len(records) > 10
    for address, record in records:
        claim = resolved(files, address)
        assert (claim["url"], claim["asks"], claim["verdict"]) == (record["url"], record["asks"], record["verdict"])
        assert claim["certificate"]


def test_a_claim_tells_what_bears_its_verdict_out() -> None:
    claims = read(of_project(SAMPLE), CLAIMS_DATA)["claims"]
    met = set()
    for claim in claims.values():
        if "certificate" not in claim:
            continue
        told, verdict = claim["certificate"], Verdict(claim["verdict"])
        met.add(verdict)
        situations = told.get("situations", {})
        proved = verdict in {Verdict.FOLLOWS, Verdict.REFUTED, Verdict.CONTRADICTORY}
        assert ("proof" in told) is proved
        assert (
            situations.keys()
            == {
                Verdict.FOLLOWS: {"with"},
                Verdict.REFUTED: {"without"},
                Verdict.OPEN: {"with", "without"},
                Verdict.CONTRADICTORY: set(),
            }[verdict]
        )
        if proved:
            assert len(told["proof"]) == told["steps"]
            assert all(earlier < number for number, step in enumerate(told["proof"]) for earlier in step["from"])
            goal = {Verdict.FOLLOWS: claim["then"], Verdict.CONTRADICTORY: None}.get(verdict, f"not {claim['then']}")
            assert told["proof"][-1]["literal"] == (goal and goal.removeprefix("not not "))
        for name, situation in situations.items():
            true = {*situation["holds"], *(f"not {atom}" for atom in situation["fails"])}
            assert {*claim.get("if", []), *claim.get("assuming", [])} <= true
            assert (claim["then"] in true) is (name == "with")
    assert {Verdict.FOLLOWS, Verdict.OPEN} <= met


def test_a_long_proof_and_a_large_situation_are_told_by_their_size(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hornbook.exports.certificates.MOST_STEPS", 0)
    monkeypatch.setattr("hornbook.exports.certificates.MOST_ATOMS", 0)
    for claim in read(published(SAMPLE), CLAIMS_DATA)["claims"].values():
        told = claim.get("certificate", {})
        assert "proof" not in told
        assert all(one.keys() == {"atoms"} for one in told.get("situations", {}).values())


def test_a_text_that_is_only_code_is_told_too() -> None:
    files = published({**PLAIN, "glossary/terms/tea.yaml": "label: Tea\ntext: '`x`'\n"})
    assert read(files, GLOSSARY_DATA)["terms"]["tea"]["definition"] == "x"
