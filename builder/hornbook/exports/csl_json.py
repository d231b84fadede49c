"""The bibliography as CSL-JSON, which citation managers and Pandoc read."""

import json

from hornbook.exports.notes import note_of
from hornbook.model import KnowledgeBase, Source
from hornbook.model.author_names import PersonName, authors_of


def csl_json(knowledge: KnowledgeBase) -> bytes:
    """Every source as an item under its id, in the order of the ids; fields that are not known are left out."""
    items = [_item(source) for source in knowledge.sources.values()]
    return (json.dumps(items, ensure_ascii=False, indent=1) + "\n").encode()


def _item(source: Source) -> dict[str, object]:
    item: dict[str, object] = {"id": source.id, "type": "webpage" if source.url else "document", "title": source.title}
    if source.author:
        item["author"] = [_name(name) for name in authors_of(source).names]
    if source.issued:
        item["issued"] = {"date-parts": [[int(part) for part in source.issued.split("-")]]}
    if source.container_title:
        item["container-title"] = source.container_title
    if source.url:
        item["URL"] = source.url
    if note := note_of(source):
        item["note"] = note
    return item


def _name(name: PersonName | str) -> dict[str, str]:
    if isinstance(name, str):
        return {"literal": name}
    parts = {"given": name.given, "non-dropping-particle": name.particle, "family": name.family}
    return {field: value for field, value in parts.items() if value}
