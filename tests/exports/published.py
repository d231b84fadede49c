"""The files of data of small vocabularies, as a site publishes them."""

import json
import unicodedata
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from hornbook.exports import data_exports
from hornbook.load import load
from hornbook.reasoning.scopes import Reasoning, reason_about
from tests.examined import examined
from tests.imports.reading import NOWHERE

GLOSSARY = "glossary/glossary.yaml"
SETTINGS = "title: Tea\ndescription: Words of tea.\nsite_url: https://tea.example.org/\nlicence: CC0\n"
PLAIN = {
    GLOSSARY: SETTINGS,
    "glossary/terms/assam.yaml": "label: Assam\ntext: A black tea.\naliases: [Assam tea]\nrelated: [tea]\n",
    "glossary/terms/tea.yaml": "label: Tea\nshort: A drink.\n",
}
"""A glossary without frameworks, sources and senses."""


def _yaml(value: object) -> str:
    """A value as YAML, which takes JSON, but no pairs of escapes for one letter."""
    return json.dumps(value, ensure_ascii=False)


_SIGNS = "A \"b\" <c> \\d 'e' {f} \\u0041 @prefix : <x> . # \U0001d518ñï"
_TEXT = f'{_SIGNS}\\\n""" with `code """` &amp; a line  \nbreak, \'x\'@en .\n\n* {_SIGNS}\n* z\u0301\n'
HOSTILE = {
    GLOSSARY: f"{SETTINGS}tags: [{{id: a, label: {_yaml(_SIGNS)}}}]\nmathematics: false\n",
    "glossary/terms/one.yaml": _yaml(
        {
            "label": '"One" \\ <script>',
            "in_text": '"one" \\',
            "aliases": ['a"b', "c\\d", "{e}", "@prefix : <x> .", "𝔘ñï"],
            "text": unicodedata.normalize("NFC", _TEXT.replace("<c>", "(c)").replace("<x>", "(x)")),
            "tags": ["a"],
            "note": '""" # not a comment \\',
            "match": {"broad": ["two"], "close": ["two"]},
            "related": ["two"],
            "elsewhere": {"close": ["https://example.org/a(b)?c=d&e=%3Cf%3E", "wikidata:Q42"]},
        }
    ),
    "glossary/terms/two.yaml": _yaml({"label": "Two", "short": '"""\\', "match": {"broad": ["one"]}}),
}
"""One whose texts have every sign that means something in some form of data, and whose mappings go in a circle."""


def reasoned(files: Mapping[str, str]) -> Reasoning:
    """What is made of a project's files."""
    loaded = load(NOWHERE, dict(files))
    assert loaded.knowledge is not None, loaded.diagnostics
    return reason_about(loaded.knowledge)


def published(project: Path | Mapping[str, str]) -> dict[str, bytes]:
    """The files of data, by their addresses."""
    return data_exports(examined(project) if isinstance(project, Path) else reasoned(project))


@cache
def of_project(project: Path) -> dict[str, bytes]:
    """The same of a folder, made once."""
    return published(project)


def read(files: Mapping[str, bytes], address: str) -> Any:
    """A file of JSON."""
    return json.loads(files[address])
