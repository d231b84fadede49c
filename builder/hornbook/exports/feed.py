"""The changes as a feed in Atom (RFC 4287), for those who want to know of new ones."""

import hashlib
from collections.abc import Iterator
from html import escape

from hornbook.addresses import CHANGES, FEED, record_address, retired_records, title_of_record
from hornbook.exports.words import in_words
from hornbook.kinds import LINKED
from hornbook.language import say, say_many
from hornbook.model import Change, KnowledgeBase
from hornbook.reasoning.sentences import joined, plain

MOST_ENTRIES = 100
"""The newest; the page has them all."""
_MOST_NAMED = 4


def feed_files(knowledge: KnowledgeBase) -> dict[str, bytes]:
    """The feed, unless no change is told."""
    if not knowledge.changes:
        return {}
    return {FEED: "".join(f"{line}\n" for line in _feed(knowledge)).encode()}


def _feed(knowledge: KnowledgeBase) -> Iterator[str]:
    glossary = knowledge.glossary
    site = glossary.site_url
    newest = max(change.date for change in knowledge.changes)
    yield '<?xml version="1.0" encoding="utf-8"?>'
    yield f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{escape(glossary.lang)}">'
    yield f"  <id>{escape(site + FEED)}</id>"
    yield f"  <title>{escape(glossary.title)}</title>"
    yield f"  <subtitle>{escape(glossary.description)}</subtitle>"
    yield f"  <updated>{_moment(newest)}</updated>"
    yield f'  <link rel="self" type="application/atom+xml" href="{escape(site + FEED)}"/>'
    yield f'  <link rel="alternate" type="text/html" href="{escape(site + CHANGES)}"/>'
    yield f"  <author><name>{escape(glossary.title)}</name></author>"
    yield f"  <rights>{escape(glossary.licence)}</rights>"
    titles = _titles(knowledge)
    for change in dict.fromkeys(knowledge.changes[:MOST_ENTRIES]):
        yield from _entry(knowledge, change, titles)
    yield "</feed>"


def _entry(knowledge: KnowledgeBase, change: Change, titles: dict[str, tuple[str, str]]) -> Iterator[str]:
    site = knowledge.glossary.site_url
    words = in_words(knowledge, change.text)
    ids = tuple(dict.fromkeys(change.ids))
    digest = hashlib.sha256("\n".join((change.date, *ids, words)).encode()).hexdigest()[:16]
    names = [titles[name][0] if name in titles else name for name in ids]
    left = len(names) - _MOST_NAMED
    more = [say_many("{count} more", "{count} more", left)] if left > 0 else []
    page = titles[ids[0]][1] if len(ids) == 1 and ids[0] in titles else f"{CHANGES}#day-{change.date}"
    yield "  <entry>"
    yield f"    <id>{escape(f'{site}{CHANGES}#change-{digest}')}</id>"
    yield f"    <title>{escape(plain(joined((one,) for one in (*names[:_MOST_NAMED], *more))))}</title>"
    yield f"    <updated>{_moment(change.date)}</updated>"
    yield f'    <link rel="alternate" type="text/html" href="{escape(site + page)}"/>'
    for one in change.by:
        uri = f"<uri>{escape(one.link)}</uri>" if one.link else ""
        yield f"    <author><name>{escape(one.name)}</name>{uri}</author>"
    yield f'    <content type="text">{escape(words)}</content>'
    yield "  </entry>"


def _moment(day: str) -> str:
    """A day as RFC 3339 has moments."""
    return f"{day}T00:00:00Z"


def _titles(knowledge: KnowledgeBase) -> dict[str, tuple[str, str]]:
    """What each id that a change names is called, and its page."""
    found = {
        name: (say("{name} (retired)", name=name), record_address(kind, name))
        for kind, name, _ in retired_records(knowledge)
    }
    for kind in LINKED:
        for record in knowledge.records(kind.declaration):
            told = (title_of_record(kind, record), record_address(kind, record.id))
            found |= dict.fromkeys((*record.was, record.id), told)
    return found
