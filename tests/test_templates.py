"""What contributors write is never a template, whatever the owner of a site has the engine read for templates."""

import json
import re
import sys
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest

from hornbook.load import EngineSettings, merged_settings
from hornbook.model import KnowledgeBase
from hornbook.production import examine
from hornbook.publish import OUT, SETTINGS, Engine, decided_settings, default_settings, run_engine
from hornbook.reasoning.scopes import reason_about
from hornbook.site import build
from tests.planted import planted
from tests.where import SAMPLE

ATTACK = " {{ 7*7 }} {% raw %} {# note #} {{{ {&#123; \u007b%"
BEGINS = re.compile(rb"\{[{%#]")


@pytest.fixture(scope="module")
def sample() -> KnowledgeBase:
    reasoning = examine(SAMPLE).reasoning
    assert reasoning is not None
    return reasoning.knowledge


@pytest.fixture(scope="module")
def files(sample: KnowledgeBase) -> dict[str, bytes]:
    """The files for a site engine in whose every text the attack stands."""
    return build(reason_about(planted(sample, ATTACK)), {})


@pytest.fixture(scope="module")
def pages(files: dict[str, bytes]) -> dict[str, bytes]:
    """Those of Markdown."""
    return {path: data for path, data in files.items() if path.endswith(".md")}


def test_no_file_that_the_engine_reads_has_the_beginning_of_a_template(pages: dict[str, bytes]) -> None:
    assert len(pages) > 30
    for path, page in pages.items():
        found = BEGINS.search(page)
        assert found is None, (path, page[max(0, found.start() - 80) : found.end() + 20])


def test_readers_see_what_was_written(files: dict[str, bytes], pages: dict[str, bytes]) -> None:
    previews = [data.decode() for path, data in files.items() if path.startswith("docs/assets/hornbook/previews/")]
    square = pages["docs/terms/square/index.md"].decode()
    assert unescape(square).count(ATTACK.strip()) > 20
    cards = [card for words in previews for card in json.loads(words[len("hornbookPreviews(") : -2]).values()]
    assert len(cards) > 5
    assert all(card[0].endswith(ATTACK) for card in cards)
    assert sum(card[2].endswith(ATTACK) for card in cards) > 1  # a line with a formula is not planted
    head = re.search(r"^json_ld: (.*)$", square, re.MULTILINE)
    assert head is not None
    assert json.loads(json.loads(head[1]))["name"].endswith(ATTACK)


def test_an_engine_that_reads_templates_finds_none(sample: KnowledgeBase, tmp_path: Path) -> None:
    words = " {{ 11111*11111 }}{% include 'about/index.md' %}"
    glossary = sample.glossary
    files = build(reason_about(replace(planted(sample, words), glossary=glossary)), {})
    macros = EngineSettings(text="markdown_extensions: [zensical.extensions.macros]\n")
    facts = {"site_name": glossary.title, "site_url": glossary.site_url, "site_description": glossary.description}
    files |= {SETTINGS: merged_settings(macros, default_settings(), decided_settings(facts, "en"))}
    files["docs/control/index.md"] = b"# Control\n\nIt is {{ 11111*11111 }}.\n"
    for path, data in files.items():
        file = tmp_path / "work" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    assert run_engine(Engine.ZENSICAL, tmp_path / "work", 0, Path(sys.executable)).diagnostics == ()
    made = tmp_path / "work" / OUT
    assert "<p>It is 123454321.</p>" in (made / "control" / "index.html").read_text(encoding="utf-8")
    page = unescape((made / "terms" / "square" / "index.html").read_text(encoding="utf-8"))
    assert page.count(words.strip()) > 20
    assert "123454321" not in page
