"""The vocabulary as data for other projects: terms, senses, definitions, what follows, with a hash of the whole.

The address is a promise, and so is the form: fields are only ever added to version 1.
"""

import hashlib
import json
from collections.abc import Mapping

from hornbook.addresses import title_of
from hornbook.model import KnowledgeBase, Prose, Relation, Sense, Term
from hornbook.pages.logic_data import frameworks_data, pictures_data
from hornbook.pages.terms_file import sense_data, term_data

FORMAT = "hornbook-glossary/1"


def glossary_file(knowledge: KnowledgeBase) -> bytes:
    """The file, as JSON: `format`, `content` (the SHA-256 of all the rest as canonical JSON), `version`, the terms.

    `version` is the day of the last change that the glossary's history tells, or empty. Addresses are relative to
    `url`. `framework` is the one in which a question is asked that names none; `like` is the kind of a term as far as
    it matters to what follows.
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
        "labels": glossary.labels.value,
        "framework": glossary.framework,
        "frameworks": frameworks_data(knowledge),
        "views": pictures_data(knowledge, knowledge.views),
        "chains": pictures_data(knowledge, knowledge.chains),
        "avoid": _avoided(knowledge),
    }
    whole = {"format": FORMAT, "content": content_hash(data), **data}
    return (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode()


def content_hash(data: Mapping[str, object]) -> str:
    """The SHA-256 of data as JSON with sorted names and no blanks."""
    return hashlib.sha256(json.dumps(data, sort_keys=True, separators=(",", ":")).encode()).hexdigest()


def _avoided(knowledge: KnowledgeBase) -> list[dict[str, object]]:
    """The words that the glossary's style avoids, each with its forms, what to write instead, and why."""
    style = knowledge.glossary.style
    return [
        {"word": one.word, "forms": list(one.forms), "better": list(one.better), "why": one.why or ""}
        for one in (style.words if style is not None else ())
    ]


def _term(knowledge: KnowledgeBase, term: Term) -> dict[str, object]:
    more = {
        "in_text": term.in_text,
        "like": term.kind.value,
        "aliases": [alias.text for alias in term.aliases if alias.framework is None],
        "authors_words": [{"text": one.text, "framework": one.framework} for one in term.aliases if one.framework],
        "holds": term.holds,
        "fails": term.fails,
        "definition": _words(knowledge, term.text),
        "senses": [_sense(knowledge, term.id, sense) for sense in term.senses],
    }
    found = {name: value for name, value in {**term_data(knowledge, term), **more}.items() if value}
    return found if term.link_mentions else {**found, "link_mentions": False}


def _sense(knowledge: KnowledgeBase, term: str, sense: Sense) -> dict[str, object]:
    matches = {relation.value: list(getattr(sense.match, relation.value)) for relation in Relation}
    more = {
        "called": sense.called if sense.called != term else None,
        "holds": sense.holds,
        "fails": sense.fails,
        "match": {relation: targets for relation, targets in matches.items() if targets},
    }
    said = {name: value for name, value in more.items() if value}
    return {**sense_data(knowledge, sense), **said, "definition": _words(knowledge, sense.text)}


def _words(knowledge: KnowledgeBase, prose: Prose | None) -> str:
    """A text as words, each of its blocks in a line of its own."""
    if prose is None:
        return ""
    blocks = (Prose((node,), prose.place).plain_text(lambda name: title_of(knowledge, name)) for node in prose.nodes)
    return "\n".join(" ".join(words.split()) for words in blocks if words.strip())
