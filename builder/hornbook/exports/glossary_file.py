"""The vocabulary as data: every record, with addresses, words and verdicts, and a hash of the whole.

The address is a promise, and so is the form: fields are only ever added to version 1.
"""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from hornbook.addresses import (
    COLLECTIONS,
    GLOSSARY_DATA,
    GLOSSARY_SCHEMA,
    glossary_parts,
)
from hornbook.exports.data_files import DIALECT, HASH, PARTS, as_json, data_files
from hornbook.exports.records import Schemas, data_of
from hornbook.exports.telling import LINE, Schema, Telling
from hornbook.model import Change, Glossary
from hornbook.model.knowledge import held_by
from hornbook.reasoning.scopes import Reasoning

FORMAT = "hornbook-glossary/1"


Members = Callable[[str, Mapping[str, Callable[[], Any]]], dict[str, Any]]
"""Makes what each of many records is as data, or finds it where an earlier run made it: (kind, what makes each)."""


def made_anew(_kind: str, makers: Mapping[str, Callable[[], Any]]) -> dict[str, Any]:
    """What each of many records is as data, where nothing is kept."""
    return {name: make() for name, make in makers.items()}


def glossary_files(reasoning: Reasoning, members: Members = made_anew) -> dict[str, bytes]:
    """The file and its parts by their addresses, and the schema of both.

    `version` is the day of the last change that the glossary's history tells, or empty. Addresses are relative to
    `url`. Nothing is written for what a glossary does not have.
    """
    knowledge = reasoning.knowledge
    telling = Telling(reasoning)
    held = {name: data for name in COLLECTIONS if (data := _members(telling, name, members)) or name == "terms"}
    files = data_files(GLOSSARY_DATA, FORMAT, _about(telling), held, glossary_parts(knowledge))
    return {**files, GLOSSARY_SCHEMA: as_json(glossary_schema(knowledge.glossary.site_url))}


def _about(telling: Telling) -> dict[str, object]:
    knowledge = telling.knowledge
    glossary = knowledge.glossary
    about = {
        "version": max((change.date for change in knowledge.changes), default=""),
        "title": glossary.title,
        "description": glossary.description,
        "url": glossary.site_url,
        "licence": glossary.licence,
        "lang": glossary.lang,
        "former": {old: term.id for term in knowledge.terms.values() for old in term.was},
    }
    own = {"schema": GLOSSARY_SCHEMA, **data_of(telling, glossary)}
    changes = [data_of(telling, change) for change in knowledge.changes]
    return {**about, **own, **({"changes": changes} if changes else {})}


def _members(telling: Telling, collection: str, members: Members) -> dict[str, object]:
    records = getattr(telling.knowledge, collection)
    makers = {name: partial(_member, telling, name, record) for name, record in records.items()}
    return members(f"data of {collection}", makers)


def _member(telling: Telling, name: str, record: object) -> object:
    """A record, or the statements of the source that is named."""
    return [data_of(telling, one, (name,)) for one in record] if isinstance(record, tuple) else data_of(telling, record)


def glossary_schema(site_url: str) -> Schema:
    """What the file and its parts may hold."""
    making = Schemas()
    collections = {name: _collection(name, making) for name in COLLECTIONS}
    own = making.of(Glossary)["$ref"].rpartition("/")[2]
    settings = making.parts.pop(own)["properties"]
    about: Schema = {
        "format": {"enum": [FORMAT, f"{FORMAT}/part"]},
        "content": {"description": "The hash of all else, parts put together, as canonical JSON.", **HASH},
        "schema": {"description": "This schema, from the site’s address.", **LINE},
        "version": {"description": "The day of the last change in the glossary’s history.", **LINE},
        **dict.fromkeys(("title", "description", "licence", "lang"), LINE),
        "url": {"description": "The site’s address.", "type": "string", "format": "uri"},
        "former": {"description": "The present id for each former one of a term.", "additionalProperties": LINE},
        "changes": {"type": "array", "items": making.of(Change)},
        "parts": PARTS,
    }
    return {
        "$schema": DIALECT,
        "$id": site_url + GLOSSARY_SCHEMA,
        "title": "A glossary as data",
        "type": "object",
        "properties": {**about, **settings, **collections},
        "required": ["format"],
        "if": {"properties": {"format": {"const": FORMAT}}},
        "then": {"required": ["content", "version", "title", "url", "licence", "lang"]},
        "$defs": dict(sorted(making.parts.items())),
    }


def _collection(name: str, making: Schemas) -> Schema:
    """The schema of the records of one field of the knowledge base, by their ids."""
    declaration, several = held_by(name)
    record = making.of(declaration)
    return {"type": "object", "additionalProperties": {"type": "array", "items": record} if several else record}
