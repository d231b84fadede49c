"""The terms as data, small: what a preview says of each and of each of its senses, for pages anywhere.

The address is a promise, and so is the form: fields are only ever added to version 1.
"""

import json

from hornbook.addresses import term_address, title_of
from hornbook.language import say
from hornbook.model import KnowledgeBase, Prose, Sense, Term
from hornbook.model.prose import plain_text, without_headings
from hornbook.model.records import LONGEST_BEGINNING
from hornbook.pages.whose import whose
from hornbook.reasoning.ideas import named_by_sources
from hornbook.reasoning.matches import elsewhere_data

VERSION = 1
LONGEST = LONGEST_BEGINNING
"""As many characters of a sense are told: as many as of a text that has no short definition."""


def terms_file(knowledge: KnowledgeBase) -> bytes:
    """The file, as JSON: about the site, then each term by its id, then the present id for each former one.

    Addresses of terms are relative to the site's. What a term says `short` is its short definition and `whose` says
    whose that is; a sense tells the beginning of its text, on what it is said and who says it.
    `group`, `tags` and `status` are words of the glossary's own, where there are any;
    `elsewhere` lists what other vocabularies have for a term or a sense, where that is known.
    """
    glossary = knowledge.glossary
    data = {
        "version": VERSION,
        "title": glossary.title,
        "url": glossary.site_url,
        "licence": glossary.licence,
        "lang": glossary.lang,
        "terms": {term.id: term_data(knowledge, term) for term in knowledge.terms.values()},
        "former": {old: term.id for term in knowledge.terms.values() for old in term.was},
    }
    return (json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n").encode()


def term_data(knowledge: KnowledgeBase, term: Term) -> dict[str, object]:
    """What is said of a term."""
    return {
        "label": term.label,
        "kind": knowledge.glossary.kind_called(term.own_kind),
        "url": term_address(term.id),
        "short": term.short,
        "whose": whose(knowledge, term),
        "senses": [sense_data(knowledge, sense) for sense in term.senses],
        **{name: value for name, value in _words(term).items() if value},
        **_elsewhere(term),
    }


def _words(term: Term) -> dict[str, object]:
    """By which words of the glossary the term is marked."""
    return {"group": term.group, "tags": list(term.tags), "status": term.status}


def sense_data(knowledge: KnowledgeBase, sense: Sense) -> dict[str, object]:
    """What is said of a sense."""
    about = {
        "framework": sense.framework,
        "of": sense.of,
        "short": beginning(knowledge, sense.text),
        "whose": whose_sense(knowledge, sense),
    }
    return {"id": sense.id, **{name: value for name, value in about.items() if value}, **_elsewhere(sense)}


def whose_sense(knowledge: KnowledgeBase, sense: Sense) -> str:
    """Whose sense it is, as previews say it."""
    return say("In the sense of {author}", author=named_by_sources(knowledge, sense))


def _elsewhere(record: Term | Sense) -> dict[str, object]:
    """What other vocabularies have for it; nothing is written where nothing is known."""
    found = elsewhere_data(record.elsewhere)
    return {"elsewhere": found} if found else {}


def beginning(knowledge: KnowledgeBase, prose: Prose) -> str:
    """How a text begins: as many whole sentences as are short enough, or else words."""
    blocks = (plain_text((node,), lambda target: title_of(knowledge, target)) for node in without_headings(prose.nodes))
    words = " ".join(" ".join(blocks).split())
    if len(words) <= LONGEST:
        return words
    cut = words[: LONGEST - 1]
    end = max(cut.rfind(mark) for mark in (". ", "? ", "! "))
    return cut[: end + 1] if 2 * end > LONGEST else cut.rpartition(" ")[0].rstrip(",;:") + " …"
