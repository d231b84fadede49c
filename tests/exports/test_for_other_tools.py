"""What other tools read: Sphinx and mkdocstrings the inventory, readers of feeds the changes, and so on."""

import io
import json
import subprocess
import sys
import zlib
from collections.abc import Mapping
from dataclasses import replace
from importlib.resources import files as resources
from pathlib import Path
from typing import Any

import pytest
import yaml
from defusedxml import ElementTree
from jsonschema import Draft7Validator
from mkdocstrings import Inventory

from hornbook.addresses import (
    CITATION,
    FEED,
    GLOSSARY_DATA,
    INVENTORY,
    LLMS,
    every_address,
    files_of,
    pages_of,
    plain_address,
)
from hornbook.exports import data_exports
from hornbook.exports.feed import MOST_ENTRIES, feed_files
from hornbook.exports.inventory import Listed, inventory_files
from hornbook.exports.llms import llms_files
from hornbook.language import catalogue, speaking
from hornbook.load import load
from hornbook.model import KnowledgeBase
from hornbook.reasoning.scopes import reason_about
from tests.examined import examined
from tests.exports.published import GLOSSARY, HOSTILE, PLAIN, of_project, published
from tests.made import knowledge_base, term
from tests.where import BOTH, SAMPLE

ATOM = "{http://www.w3.org/2005/Atom}"
PROJECTS = [*BOTH, pytest.param(PLAIN, id="plain"), pytest.param(HOSTILE, id="hostile")]


def files(project: Path | Mapping[str, str]) -> dict[str, bytes]:
    return of_project(project) if isinstance(project, Path) else published(project)


def inventory(data: bytes) -> Any:
    """As mkdocstrings reads it."""
    return Inventory.parse_sphinx(io.BytesIO(data), domain_filter=("std",))


@pytest.mark.parametrize("project", BOTH)
def test_mkdocstrings_finds_every_record_and_sense_where_it_is(project: Path) -> None:
    knowledge = examined(project).knowledge
    told = inventory(of_project(project)[INVENTORY])
    known = every_address(knowledge)
    assert {plain_address(one.uri) for one in told.values()} <= known
    for name, one in knowledge.terms.items():
        assert told[name].uri == f"terms/{name}/"
        assert told[name].role == "label"
        for sense in one.senses:
            assert told[f"{name}/{sense.id}"].uri == f"terms/{name}/#sense-{sense.id}"
    for names in (knowledge.frameworks, knowledge.faqs, knowledge.examples, knowledge.views):
        assert told.keys() >= names.keys()


def test_names_that_would_be_taken_apart_otherwise_are_left_out() -> None:
    strange = {"a": "Plain words", "b": "two std:term 1 x y", "d": "Theorem of 1998", "c": "ß (of) `x` \\ # 漢字"}
    knowledge = knowledge_base(term(name, label) for name, label in strange.items())
    told = inventory(inventory_files(knowledge)[INVENTORY])
    assert {name for name, one in told.items() if one.role == "term"} == {strange["a"], strange["c"]}
    assert told.keys() >= strange.keys()


def test_a_large_inventory_is_stored_in_several_blocks() -> None:
    knowledge = knowledge_base(term(f"term-{number}", f"{number}th term of many") for number in range(2_000))
    data = inventory_files(knowledge)[INVENTORY]
    body = data.split(b"zlib.\n", 1)[1]
    assert len(body) > 2 * 65_535
    assert len(zlib.decompress(body).splitlines()) == 4_000
    assert len(inventory(data)) == 4_000


SPHINX = """
:external+shapes:term:`Square`, :external+shapes:term:`squares`, :external+shapes:ref:`words <square/loose>`,
:external+shapes:ref:`what-makes-a-square`.
"""


def test_sphinx_links_to_terms_senses_and_questions(tmp_path: Path) -> None:
    (tmp_path / "objects.inv").write_bytes(of_project(SAMPLE)[INVENTORY])
    (tmp_path / "conf.py").write_text(
        "project = 'Ours'\nextensions = ['sphinx.ext.intersphinx']\nhtml_theme = 'basic'\n"
        "intersphinx_mapping = {'shapes': ('https://example.org/shapes/', 'objects.inv')}\n",
        encoding="utf-8",
    )
    (tmp_path / "index.rst").write_text(f"Ours\n====\n{SPHINX}", encoding="utf-8")
    command = [sys.executable, "-m", "sphinx", "-W", "-q", "-b", "html", str(tmp_path), str(tmp_path / "out")]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stderr
    page = (tmp_path / "out/index.html").read_text(encoding="utf-8")
    site = "https://example.org/shapes/"
    assert page.count(f'href="{site}terms/square/"') == 2
    assert f'href="{site}terms/square/#sense-loose"' in page
    assert f'href="{site}faq/what-makes-a-square/"' in page


def test_the_parts_of_a_line_are_as_sphinx_writes_them() -> None:
    assert str(Listed("a b", "std:term", "terms/a b/#x", "a b")) == "a b std:term -1 terms/a%20b/#x -"


@pytest.mark.parametrize("project", BOTH)
def test_the_feed_has_what_rfc_4287_asks_for(project: Path) -> None:
    knowledge = examined(project).knowledge
    feed = ElementTree.fromstring(of_project(project)[FEED])
    assert feed.tag == f"{ATOM}feed"
    for name in ("id", "title", "updated", "author"):
        assert len(feed.findall(f"{ATOM}{name}")) == 1
    links = {one.get("rel"): one.get("href") for one in feed.findall(f"{ATOM}link")}
    site = knowledge.glossary.site_url
    assert links == {"self": f"{site}{FEED}", "alternate": f"{site}changes/"}
    entries = feed.findall(f"{ATOM}entry")
    assert len(entries) == min(len(knowledge.changes), MOST_ENTRIES)
    assert len({one.findtext(f"{ATOM}id") for one in entries}) == len(entries)
    moments = [one.findtext(f"{ATOM}updated") or "" for one in entries]
    assert moments == sorted(moments, reverse=True)
    assert feed.findtext(f"{ATOM}updated") == moments[0]
    pages = pages_of(knowledge)
    for one, change in zip(entries, knowledge.changes, strict=False):
        assert one.findtext(f"{ATOM}updated") == f"{change.date}T00:00:00Z"
        assert [who.findtext(f"{ATOM}name") for who in one.findall(f"{ATOM}author")] == [by.name for by in change.by]
        (link,) = one.findall(f"{ATOM}link")
        assert (link.get("href") or "").removeprefix(site).partition("#")[0] in pages
        assert one.findtext(f"{ATOM}content")


def test_a_feed_of_many_changes_tells_the_newest_and_each_once() -> None:
    knowledge = examined(SAMPLE).knowledge
    (change, *_) = knowledge.changes
    many = tuple(replace(change, date=f"{year}-01-01") for year in range(2100, 1980, -1))
    told = ElementTree.fromstring(feed_files(replace(knowledge, changes=(many[0], *many)))[FEED])
    found = [one.findtext(f"{ATOM}updated") for one in told.findall(f"{ATOM}entry")]
    assert len({*found}) == len(found) == MOST_ENTRIES - 1
    assert found[0] == "2100-01-01T00:00:00Z"


def test_a_feed_speaks_the_language_of_the_site() -> None:
    knowledge = examined(SAMPLE).knowledge
    (change, *_) = knowledge.changes
    of_many = replace(change, ids=tuple(knowledge.terms)[:7])
    with speaking(catalogue("de")):
        told = ElementTree.fromstring(feed_files(replace(knowledge, changes=(of_many,)))[FEED])
    (title,) = (entry.findtext(f"{ATOM}title") or "" for entry in told.findall(f"{ATOM}entry"))
    assert title.endswith(" und 3 weitere")
    assert title.count(", ") == 3


@pytest.mark.parametrize("project", PROJECTS)
def test_the_citation_holds_to_the_schema_of_the_format(project: Path | Mapping[str, str]) -> None:
    schema = json.loads(
        resources("check_jsonschema").joinpath("builtin_schemas/vendor/citation-file-format.json").read_text()
    )
    told = yaml.safe_load(files(project)[CITATION])
    assert [one.message for one in Draft7Validator(schema).iter_errors(told)] == []
    assert not Draft7Validator(schema).is_valid({**told, "authors": []})


def test_the_citation_names_who_contributed_or_the_glossary() -> None:
    told = yaml.safe_load(of_project(SAMPLE)[CITATION])
    assert [one["name"] for one in told["authors"]] == ["Bo Point", "Ada Line"]
    assert told["license"] == "CC-BY-4.0"
    assert told["version"] == told["date-released"] == "2026-01-02"
    plain = yaml.safe_load(published(PLAIN)[CITATION])
    assert plain["authors"] == [{"name": "Tea"}]
    assert not {"version", "date-released"} & plain.keys()
    own = yaml.safe_load(
        published({**PLAIN, GLOSSARY: PLAIN[GLOSSARY].replace("CC0", "https://tea.example.org/l")})[CITATION]
    )
    assert own["license-url"] == "https://tea.example.org/l"
    assert "license" not in own


@pytest.mark.parametrize("project", PROJECTS)
def test_what_models_read_first_is_a_title_a_quotation_and_lists_of_links(project: Path | Mapping[str, str]) -> None:
    written = files(project)
    site = json.loads(written[GLOSSARY_DATA])["url"]
    lines = written[LLMS].decode().split("\n")
    assert lines[0].startswith("# ")
    assert lines[2].startswith("> ")
    links = [line for line in lines if line.startswith("- [")]
    assert links
    assert all(f"]({site}" in line for line in links)
    assert "<script>" not in written[LLMS].decode().replace("\\<script\\>", "")


def test_a_list_that_is_too_long_is_left_to_its_page() -> None:
    knowledge = knowledge_base(term(f"term-{number}", f"Term {number}", short="S.") for number in range(501))
    told = llms_files(knowledge)[LLMS].decode()
    assert "## Terms" not in told
    assert "- [Terms](https://example.org/terms/)" in told


@pytest.mark.parametrize("project", PROJECTS)
def test_the_same_input_gives_the_same_bytes_and_every_file_is_known(project: Path | Mapping[str, str]) -> None:
    if isinstance(project, Path):
        knowledge: KnowledgeBase | None = load(project).knowledge
        assert knowledge is not None
        assert data_exports(reason_about(knowledge)) == files(project)
        assert files(project).keys() <= files_of(knowledge)
    else:
        assert published(project) == files(project)
    assert FEED not in published(PLAIN)
