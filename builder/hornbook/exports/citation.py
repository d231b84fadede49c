"""`CITATION.cff`: how the whole is cited, in the Citation File Format (version 1.2.0)."""

import json
from collections.abc import Iterator

from hornbook.addresses import CITATION
from hornbook.exports.licences import licence_named
from hornbook.model import Contributor, KnowledgeBase

_MESSAGE = "Cite the sources of a definition too: each term names them."


def citation_files(knowledge: KnowledgeBase) -> dict[str, bytes]:
    """The file."""
    return {CITATION: "".join(f"{line}\n" for line in _lines(knowledge)).encode()}


def _lines(knowledge: KnowledgeBase) -> Iterator[str]:
    """Lines of YAML; JSON's strings are YAML's."""
    glossary = knowledge.glossary
    yield "cff-version: 1.2.0"
    yield f"message: {_quoted(_MESSAGE)}"
    yield "type: dataset"
    yield f"title: {_quoted(glossary.title)}"
    yield f"abstract: {_quoted(glossary.description)}"
    yield "authors:"
    yield from (f"  - name: {_quoted(name)}" for name in _authors(knowledge))
    yield f"url: {_quoted(glossary.site_url)}"
    licence = licence_named(glossary.licence)
    if licence is not None:
        field, words = ("license", licence.spdx) if licence.spdx else ("license-url", licence.address)
        yield f"{field}: {_quoted(words)}"
    if knowledge.changes:
        newest = max(one.date for one in knowledge.changes)
        yield f"version: {_quoted(newest)}"
        yield f"date-released: {_quoted(newest)}"


def _authors(knowledge: KnowledgeBase) -> Iterator[str]:
    """Everybody who is named with a change, in the order of the history; the glossary itself where nobody is."""
    people: dict[str, Contributor] = {}
    for change in reversed(knowledge.changes):
        for one in change.by:
            people.setdefault(one.name, one)
    yield from people or (knowledge.glossary.title,)


def _quoted(words: str) -> str:
    return json.dumps(words, ensure_ascii=False)
