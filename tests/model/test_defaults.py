"""What may be left out in a file may be left out in the model, and means the same there."""

import shutil
from dataclasses import MISSING, fields
from pathlib import Path
from typing import Any

import pytest

from hornbook.kinds import KINDS, PAGE
from hornbook.load import load
from hornbook.model import KnowledgeBase
from hornbook.model.declared import declarations_in, fields_of, inline_of
from hornbook.production import examine
from hornbook.site import build

MINIMAL = {
    "glossary/glossary.yaml": """\
title: Weather
description: Few words.
site_url: https://example.org/
licence: CC0
framework: weather
""",
    "glossary/imports/climate.json": '{"format": "hornbook-glossary/1", "title": "Climate", '
    '"url": "https://climate.example.org/", "terms": {}}',
    "glossary/sources.yaml": "- {id: almanac, title: Almanac}\n",
    "glossary/terms/rain.yaml": "{label: Rain, kind: concept, short: Water., holds: it rains, fails: it is dry}\n",
    "glossary/terms/air.yaml": "{label: Air, kind: concept, short: Thin.}\n",
    "glossary/terms/cloud.yaml": """\
label: Cloud
kind: concept
short: Water above.
aliases: [clouds]
match: {close: [air]}
senses: [{framework: weather, text: Grey., source: almanac}, {id: usual, text: White., source: almanac}]
""",
    "glossary/frameworks/weather.yaml": """\
label: Weather
source: almanac
atoms: {wet: {holds: wet, fails: dry}}
choices: [{id: one, one_of: [wet]}]
presupposes: {wet: [rain]}
implications: [{id: rain-wets, if: [rain], then: wet}, {id: even-drought, if: [not rain], then: wet}]
lists: [{id: signs, title: Signs, items: [Grey.]}]
tables: [{id: days, title: Days, columns: [Day], rows: [[Monday.]]}]
""",
    "glossary/frameworks/other.yaml": "{label: Other, source: almanac}\n",
    "diagrams/wetting.yaml": "{title: Wetting, framework: weather, goal: wet, show: [rain-wets]}\n",
    "diagrams/down.yaml": """\
kind: chain
title: Down
framework: weather
links: [{term: rain}, {label: words}]
gaps: [{}]
text: Down.
source: almanac
""",
    "glossary/faq/short.yaml": "{question: Why?, short: So., answer: So., source: almanac}\n",
    "glossary/faq/why.yaml": """\
question: Why?
short: So.
answer: So.
claims:
  - {then: wet}
  - {then: rain, verdict: open, author: never}
  - {equivalent: [wetting, wetting]}
  - {sense: cloud/weather, called: cloud}
source: almanac
""",
    "glossary/examples/day.yaml": "{label: Day, text: A day., source: almanac}\n",
    "glossary/examples/night.yaml": """\
label: Night
text: A night.
facts: {rain: true}
verdicts: [{framework: weather, then: wet}]
answers: [{question: which, answer: a, kind: poll, by: Somebody}]
source: almanac
""",
    "glossary/questions/which.yaml": """\
question: Which?
text: Say.
options: [{id: a, label: A}, {id: b, label: B}]
examples: [day]
answer: Both.
source: almanac
""",
    "glossary/disagreements/what.yaml": """\
question: What?
short: Much.
positions: [{framework: weather, says: Much., source: almanac}]
""",
    "glossary/changes.yaml": "- {date: 2020-11-08, ids: [rain], text: New.}\n"
    "- {date: 2020-11-09, ids: [rain], text: New., by: [{name: Ada}]}\n",
    "glossary/statements/almanac.yaml": "- {id: wet, says: Rain wets., at: [terms/rain]}\n",
}
"""Of every record one that says only what it must."""
IMPORTS = "imports: [{id: climate, url: https://climate.example.org/api/v1/glossary.json}]\n"
WORDS = """\
kinds: [{id: condition, label: Condition}, {id: concept, label: Concept}, {id: property, label: Property}]
tags: [{id: sky, label: Sky}]
"""
STYLES = ("", WORDS, f"style: {{}}\n{IMPORTS}", "style: {words: [{word: descend, better: [fall]}]}\n")
"""What the glossary, of which there is one, may add."""


@pytest.fixture(name="project", scope="module")
def project_fixture(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("minimal")
    for path, text in MINIMAL.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    return root


@pytest.fixture(name="knowledge", scope="module")
def knowledge_fixture(project: Path, tmp_path_factory: pytest.TempPathFactory) -> list[KnowledgeBase]:
    found = []
    for style in STYLES:
        root = shutil.copytree(project, tmp_path_factory.mktemp("styled"), dirs_exist_ok=True)
        glossary = root / "glossary" / "glossary.yaml"
        glossary.write_text(MINIMAL["glossary/glossary.yaml"] + style, encoding="utf-8")
        loaded = load(root)
        assert loaded.knowledge is not None, loaded.diagnostics
        found.append(loaded.knowledge)
    return found


def declared() -> list[type]:
    """Every class that something can be written for."""
    found: list[type] = [kind.declaration for kind in KINDS if kind is not PAGE]
    for declaration in found:
        inside = [one for field in fields_of(declaration) for one in declarations_in(field.shape)]
        inside += [inner for _, inner in inline_of(declaration)]
        found += [one for one in dict.fromkeys(inside) if one not in found]
    return found


DECLARED = declared()


def may_be_left_out(kind: type) -> set[str]:
    return {one.name for one in fields(kind) if one.default is not MISSING or one.default_factory is not MISSING}


@pytest.mark.parametrize("kind", DECLARED)
def test_every_field_that_is_written_says_what_it_means(kind: type) -> None:
    for field in fields_of(kind):
        assert field.meaning[:1].isupper(), field
        assert field.meaning.endswith("."), field


def values(kind: type, within: Any) -> list[Any]:
    """All values of one class, however deep they stand."""
    match within:
        case tuple() | list():
            return [one for item in within for one in values(kind, item)]
        case dict():
            return values(kind, list(within.values()))
        case _:
            own = [within] if type(within) is kind else []
            inner = getattr(type(within), "__dataclass_fields__", {})
            return own + [one for name in inner for one in values(kind, getattr(within, name))]


@pytest.mark.parametrize("kind", DECLARED)
def test_what_a_file_leaves_out_has_the_default(kind: type, knowledge: list[KnowledgeBase]) -> None:
    found = values(kind, knowledge)
    defaults = {one.name: one.default for one in fields(kind) if one.name in may_be_left_out(kind)}
    assert not defaults or defaults in [{name: getattr(value, name) for name in defaults} for value in found]


def test_a_project_that_says_only_what_it_must_becomes_a_site(project: Path) -> None:
    result = examine(project)
    assert result.reasoning is not None, result.diagnostics
    assert "docs/terms/rain/index.md" in build(result.reasoning, {})
