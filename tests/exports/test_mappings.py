"""Mappings as SSSOM, and terms in the words of schema.org.

SSSOM's own library brings some hundred packages, so the reader here is written after its documentation; where the
library is installed, it reads the files too.
"""

import csv
import io
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from hornbook.addresses import SCHEMA_ORG, SSSOM, files_of
from hornbook.exports.licences import licence_named
from hornbook.exports.sssom import UNSPECIFIED
from hornbook.site import build
from tests.examined import examined
from tests.exports.published import GLOSSARY, HOSTILE, PLAIN, of_project, published, read
from tests.where import BOTH, SAMPLE

EXAMPLE = Path("builder/hornbook/example").resolve()
SETS = [*BOTH, pytest.param(EXAMPLE, id="example"), pytest.param(HOSTILE, id="hostile")]
METADATA = {
    *("curie_map", "license", "mapping_set_id", "mapping_set_title", "mapping_set_description"),
    *("mapping_set_version", "other"),
}
"""The slots of a set that are used, of those that https://mapping-commons.github.io/sssom/MappingSet/ has."""
REQUIRED = {"subject_id", "predicate_id", "object_id", "mapping_justification"}
COLUMNS = {*REQUIRED, "subject_label", "object_label"}
CURIE = re.compile(r"([A-Za-z_][\w.-]*):(\S+)")


@dataclass
class Table:
    metadata: dict[str, Any]
    rows: list[dict[str, str]]


def files(project: Path | Mapping[str, str]) -> dict[str, bytes]:
    return of_project(project) if isinstance(project, Path) else published(project)


def table(data: bytes) -> Table:
    """A set of mappings, held to what SSSOM says of one in a table with its metadata before it."""
    lines = data.decode().split("\n")
    head = [line[1:] for line in lines if line.startswith("#")]
    metadata = yaml.safe_load("\n".join(head))
    assert metadata.keys() <= METADATA
    assert {"license", "mapping_set_id", "curie_map"} <= metadata.keys()
    assert all(re.match("https?://", metadata[name]) for name in ("license", "mapping_set_id"))
    rows = [*csv.DictReader(io.StringIO("\n".join(lines[len(head) :])), delimiter="\t", strict=True)]
    for row in rows:
        assert row.keys() == COLUMNS
        for name in REQUIRED:
            found = CURIE.fullmatch(row[name])
            assert found is not None, row
            assert found[1] in metadata["curie_map"], row
        assert row["predicate_id"] in {f"skos:{one}Match" for one in ("exact", "close", "broad", "narrow", "related")}
        assert row["mapping_justification"] == "semapv:ManualMappingCuration"
    keys = [tuple(row[name] for name in sorted(REQUIRED)) for row in rows]
    assert len({*keys}) == len(keys)
    return Table(metadata, rows)


def in_full(told: Table, curie: str) -> str:
    prefix, _, rest = curie.partition(":")
    return f"{told.metadata['curie_map'][prefix]}{rest}"


@pytest.mark.parametrize("project", SETS)
def test_the_table_has_the_form_of_sssom(project: Path | Mapping[str, str]) -> None:
    told = table(files(project)[SSSOM])
    assert told.rows
    used = {CURIE.fullmatch(row[name])[1] for row in told.rows for name in REQUIRED}  # type: ignore[index]
    assert told.metadata["curie_map"].keys() == used | {"skos", "semapv"}


@pytest.mark.parametrize("project", BOTH)
def test_every_mapping_is_a_row_with_both_addresses_in_full(project: Path) -> None:
    knowledge = examined(project).knowledge
    told = table(of_project(project)[SSSOM])
    rows = {
        (in_full(told, row["subject_id"]), row["predicate_id"], in_full(told, row["object_id"])) for row in told.rows
    }
    site = knowledge.glossary.site_url
    for term in knowledge.terms.values():
        for match in term.matches:
            place = f"{site}terms/{match.target}/"
            assert (f"{site}terms/{term.id}/", f"skos:{match.relation}Match", place) in rows
        for sense in term.senses:
            for match in sense.matches:
                other, _, name = match.target.partition("/")
                place = f"{site}terms/{other}/#sense-{name}"
                assert (f"{site}terms/{term.id}/#sense-{sense.id}", f"skos:{match.relation}Match", place) in rows


@pytest.mark.parametrize("project", SETS)
def test_the_library_of_sssom_reads_it(project: Path | Mapping[str, str], tmp_path: Path) -> None:
    parsers = pytest.importorskip("sssom.parsers", reason="sssom brings some hundred packages")
    file = tmp_path / "mappings.sssom.tsv"
    file.write_bytes(files(project)[SSSOM])
    assert len(parsers.parse_sssom_table(str(file)).df) == len(table(file.read_bytes()).rows)


def test_addresses_elsewhere_get_prefixes_and_labels_stay_as_they_are() -> None:
    told = table(published(HOSTILE)[SSSOM])
    (row,) = (one for one in told.rows if "a(b)" in one["object_id"])
    assert in_full(told, row["object_id"]) == "https://example.org/a(b)?c=d&e=%3Cf%3E"
    assert row["subject_label"] == '"One" \\ <script>'
    assert "wikidata:Q42" in {one["object_id"] for one in told.rows}


def test_where_nothing_is_mapped_there_is_no_table() -> None:
    assert SSSOM not in published(PLAIN)
    itself = {**PLAIN, "glossary/terms/tea.yaml": "label: Tea\nshort: A drink.\nmatch: {close: [tea]}\n"}
    assert SSSOM not in published(itself)


@pytest.mark.parametrize(
    ("words", "address", "spdx"),
    [
        ("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/", "CC-BY-4.0"),
        ("CC-BY-NC-SA-3.0", "https://creativecommons.org/licenses/by-nc-sa/3.0/", "CC-BY-NC-SA-3.0"),
        ("CC0", "https://creativecommons.org/publicdomain/zero/1.0/", "CC0-1.0"),
        ("https://example.org/terms", "https://example.org/terms", ""),
    ],
)
def test_known_licences_are_named_as_others_name_them(words: str, address: str, spdx: str) -> None:
    found = licence_named(words)
    assert found is not None
    assert (found.address, found.spdx) == (address, spdx)
    told = table(published({**HOSTILE, GLOSSARY: HOSTILE[GLOSSARY].replace("CC0", words)})[SSSOM])
    assert told.metadata["license"] == address


def test_a_licence_in_words_of_its_own_is_told_as_such() -> None:
    told = table(published({**HOSTILE, GLOSSARY: HOSTILE[GLOSSARY].replace("CC0", "Ask us")})[SSSOM])
    assert (told.metadata["license"], told.metadata["other"]) == (UNSPECIFIED, "Licence: Ask us")


@pytest.mark.parametrize("project", BOTH)
def test_schema_org_has_every_term_in_a_set(project: Path) -> None:
    knowledge = examined(project).knowledge
    told = read(of_project(project), SCHEMA_ORG)
    assert (told["@context"], told["@type"]) == ("https://schema.org", "DefinedTermSet")
    assert told["@id"] == f"{knowledge.glossary.site_url}terms/"
    assert [one["termCode"] for one in told["hasDefinedTerm"]] == [*knowledge.terms]
    for one in told["hasDefinedTerm"]:
        assert one["@type"] == "DefinedTerm"
        assert one["name"] == knowledge.terms[one["termCode"]].label
        assert "@context" not in one
    assert json.loads(of_project(project)[SCHEMA_ORG]) == told


def test_the_list_of_terms_says_that_it_is_a_set() -> None:
    (page,) = (text for path, text in build(examined(SAMPLE), {}).items() if path == "docs/terms/index.md")
    assert "DefinedTermSet" in page.decode()


def test_without_terms_there_is_no_set() -> None:
    empty = published({GLOSSARY: PLAIN[GLOSSARY]})
    assert SCHEMA_ORG not in empty
    assert SCHEMA_ORG in files_of(examined(SAMPLE).knowledge)
