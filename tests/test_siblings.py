"""Beside each page its record as data and its text as Markdown, where `outputs` asks for them, and else neither."""

import json
import re
import shutil
from dataclasses import replace
from importlib.resources import files
from pathlib import Path

import pytest

from hornbook.addresses import GLOSSARY_DATA, page_address, pages_of, record_files
from hornbook.exports.glossary_file import glossary_files
from hornbook.exports.record_file import record_data
from hornbook.load import load
from hornbook.model import DataForm, KnowledgeBase
from hornbook.production import build_site
from hornbook.publish import Engine
from hornbook.reasoning.scopes import reason_about
from tests.where import SAMPLE


@pytest.fixture(scope="module")
def knowledge() -> KnowledgeBase:
    loaded = load(SAMPLE).knowledge
    assert loaded is not None
    outputs = replace(loaded.glossary.outputs, data=(DataForm.JSON, DataForm.RECORDS))
    return replace(loaded, glossary=replace(loaded.glossary, outputs=outputs))


def test_a_record_is_told_beside_its_page_as_in_the_whole(knowledge: KnowledgeBase) -> None:
    reasoning = reason_about(knowledge)
    whole = json.loads(glossary_files(reasoning)[GLOSSARY_DATA])
    told = record_data(reasoning)
    assert told.keys() == record_files(knowledge).keys()
    for kind, collection in (("term", "terms"), ("framework", "frameworks"), ("example", "examples")):
        own = {one["id"]: one["record"] for one in map(json.loads, told.values()) if one["kind"] == kind}
        assert own == whole[collection]


def test_no_record_has_a_file_where_none_is_asked_for() -> None:
    loaded = load(SAMPLE).knowledge
    assert loaded is not None
    assert record_files(loaded) == {}


def test_every_page_has_its_text_beside_it(tmp_path: Path) -> None:
    project = tmp_path / "project"
    shutil.copytree(str(files("hornbook") / "example"), project)
    settings = project / "glossary" / "glossary.yaml"
    asked = re.sub(r"  data: .*", "  data: [json, records, markdown]", settings.read_text(encoding="utf-8"))
    settings.write_text(asked, encoding="utf-8")
    result = build_site(project, Engine.MKDOCS, tmp_path / "site")
    assert result.diagnostics == ()
    assert result.reasoning is not None
    pages = pages_of(result.reasoning.knowledge)
    assert {f"{page_address(f'{page}index.md')}index.md" for page in pages} == {
        path.relative_to(tmp_path / "site").as_posix() for path in (tmp_path / "site").rglob("*.md")
    }
    text = (tmp_path / "site" / "terms" / "rain" / "index.md").read_text(encoding="utf-8")
    assert text.startswith("# Rain\n\n")
    assert text.endswith("/terms/rain/>\n")
    assert (tmp_path / "site" / "terms" / "rain" / "index.json").exists()
