"""The vocabulary as data for other glossaries: terms, senses, addresses and definitions, with a hash of the whole.

The address is a promise, and so is the form: fields are only ever added to version 1.
"""

import hashlib
import json
from collections.abc import Mapping

from hornbook.addresses import title_of
from hornbook.model import KnowledgeBase, Prose, Sense, Term
from hornbook.pages.terms_file import sense_data, term_data

FORMAT = "hornbook-glossary/1"


def glossary_file(knowledge: KnowledgeBase) -> bytes:
    """The file, as JSON: `format`, `content` (the SHA-256 of all the rest as canonical JSON), `version`, the terms.

    `version` is the day of the last change that the glossary's history tells, or empty. Addresses of terms are
    relative to `url`.
    """
    glossary = knowledge.glossary
    data = {
        "version": max((change.date for change in knowledge.changes), default=""),
        "title": glossary.title,
        "description": glossary.description,
        "url": glossary.site_url,
        "licence": glossary.licence,
        "lang": glossary.lang,
        "terms": {term.id: _term(knowledge, term) for term in knowledge.terms.values()},
        "former": {old: term.id for term in knowledge.terms.values() for old in term.was},
    }
    whole = {"format": FORMAT, "content": content_hash(data), **data}
    return (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode()


def content_hash(data: Mapping[str, object]) -> str:
    """The SHA-256 of data as JSON with sorted names and no blanks."""
    return hashlib.sha256(json.dumps(data, sort_keys=True, separators=(",", ":")).encode()).hexdigest()


def _term(knowledge: KnowledgeBase, term: Term) -> dict[str, object]:
    more = {
        "aliases": [alias.text for alias in term.aliases if alias.framework is None],
        "definition": _words(knowledge, term.text),
        "senses": [_sense(knowledge, sense) for sense in term.senses],
    }
    return {name: value for name, value in {**term_data(knowledge, term), **more}.items() if value}


def _sense(knowledge: KnowledgeBase, sense: Sense) -> dict[str, object]:
    return {**sense_data(knowledge, sense), "definition": _words(knowledge, sense.text)}


def _words(knowledge: KnowledgeBase, prose: Prose | None) -> str:
    """A text as words, each of its blocks in a line of its own."""
    if prose is None:
        return ""
    blocks = (Prose((node,), prose.place).plain_text(lambda name: title_of(knowledge, name)) for node in prose.nodes)
    return "\n".join(" ".join(words.split()) for words in blocks if words.strip())
