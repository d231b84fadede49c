"""What contributors write is never a template, whatever the owner of a site has the engine read for templates."""

import json
import re
from html import unescape

import pytest

from hornbook.model import KnowledgeBase
from hornbook.production import examine
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
def pages(sample: KnowledgeBase) -> dict[str, bytes]:
    """The Markdown files of a site in whose every text the attack stands."""
    files = build(reason_about(planted(sample, ATTACK)), {})
    return {path: data for path, data in files.items() if path.endswith(".md")}


def test_no_file_that_the_engine_reads_has_the_beginning_of_a_template(pages: dict[str, bytes]) -> None:
    assert len(pages) > 30
    for path, page in pages.items():
        found = BEGINS.search(page)
        assert found is None, (path, page[max(0, found.start() - 80) : found.end() + 20])


def test_readers_see_what_was_written(pages: dict[str, bytes]) -> None:
    square = pages["docs/terms/square/index.md"].decode()
    assert unescape(square).count(ATTACK.strip()) > 20
    previews = re.search(r'data-kb-previews="([^"]*)"', square)
    assert previews is not None
    assert all(card[2].endswith(ATTACK) for card in json.loads(unescape(previews[1])).values())
    head = re.search(r"^json_ld: (.*)$", square, re.MULTILINE)
    assert head is not None
    assert json.loads(json.loads(head[1]))["name"].endswith(ATTACK)
