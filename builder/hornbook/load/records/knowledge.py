"""The records of all files as one knowledge base."""

from collections.abc import Iterable, Mapping
from operator import attrgetter
from typing import Any

from hornbook import kinds
from hornbook.kinds import Kind
from hornbook.load.identifiers import PublishedIds
from hornbook.model import Change, Glossary, HandwrittenPage, KnowledgeBase, Statement

Read = Mapping[Kind, Iterable[tuple[str, Any]]]
"""What was read, by kind: the name of the file, and the record."""


def knowledge_of(read: Read, pages: tuple[HandwrittenPage, ...], published: PublishedIds) -> KnowledgeBase:
    """Put everything in its place, by id and in the order of the ids; there must be one glossary."""
    ((_, glossary),) = read[kinds.GLOSSARY]
    assert isinstance(glossary, Glossary)
    return KnowledgeBase(
        glossary=glossary,
        terms=_by_id(read, kinds.TERM),
        frameworks=_by_id(read, kinds.FRAMEWORK),
        views=_by_id(read, kinds.VIEW),
        chains=_by_id(read, kinds.CHAIN),
        faqs=_by_id(read, kinds.FAQ),
        examples=_by_id(read, kinds.EXAMPLE),
        questions=_by_id(read, kinds.QUESTION),
        disagreements=_by_id(read, kinds.DISAGREEMENT),
        statements=_by_source(read.get(kinds.STATEMENT, ())),
        sources=_by_id(read, kinds.SOURCE),
        changes=_newest_first(record for _, record in read.get(kinds.CHANGE, ())),
        pages=pages,
        published=published.published,
        retired=published.retired,
    )


def _by_id(read: Read, kind: Kind) -> dict[str, Any]:
    return {record.id: record for record in sorted((one for _, one in read.get(kind, ())), key=attrgetter("id"))}


def _by_source(records: Iterable[tuple[str, Statement]]) -> dict[str, tuple[Statement, ...]]:
    """The statements of each source, the sources by id; each source's in the order of its file."""
    found: dict[str, tuple[Statement, ...]] = {}
    for source, statement in sorted(records, key=lambda one: one[0]):
        found[source] = (*found.get(source, ()), statement)
    return found


def _newest_first(changes: Iterable[Change]) -> tuple[Change, ...]:
    """The history; of one day in the order of the file."""
    return tuple(sorted(changes, key=attrgetter("date"), reverse=True))
