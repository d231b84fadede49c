"""The knowledge base made of the records that were read, all of them in order."""

from collections.abc import Mapping, Sequence
from pathlib import PurePosixPath
from typing import TypeVar

from hornbook.load import conversion, framework_conversion, picture_conversion, situation_conversion
from hornbook.load.framework_records import FrameworkRecord
from hornbook.load.identifiers import PublishedIds
from hornbook.load.part_conversion import Context
from hornbook.load.picture_records import ChainRecord, ViewRecord
from hornbook.load.record_parts import Record
from hornbook.load.records import ChangeRecord, GlossaryRecord, SourceRecord, TermRecord
from hornbook.load.situation_records import (
    DisagreementRecord,
    ExampleRecord,
    FaqRecord,
    QuestionRecord,
    StatementRecord,
)
from hornbook.model import HandwrittenPage, KnowledgeBase

_R = TypeVar("_R", bound=Record)


def assemble(
    records: Mapping[str, Sequence[Record]],
    context: Context,
    pages: tuple[HandwrittenPage, ...],
    published: PublishedIds,
) -> KnowledgeBase:
    """Convert everything; `records` are those of each file, by path."""
    by_path = _Records(records)
    terms = {name: conversion.term(context, name, record) for name, record in by_path.each(TermRecord)}
    frameworks = {
        name: framework_conversion.framework(context, name, record, context.known.facts[name])
        for name, record in by_path.each(FrameworkRecord)
    }
    sources = (conversion.source(record) for _, record in by_path.each(SourceRecord))
    ((_, glossary),) = by_path.each(GlossaryRecord)
    return KnowledgeBase(
        glossary=conversion.glossary(glossary),
        terms=terms,
        frameworks=frameworks,
        views={
            name: picture_conversion.view(context, name, record, frameworks[record.framework.text].source)
            for name, record in by_path.each(ViewRecord)
        },
        chains={
            name: picture_conversion.chain(context, name, record, terms) for name, record in by_path.each(ChainRecord)
        },
        faqs={name: situation_conversion.faq(context, name, record) for name, record in by_path.each(FaqRecord)},
        examples={
            name: situation_conversion.example(context, name, record, frameworks)
            for name, record in by_path.each(ExampleRecord)
        },
        questions={
            name: situation_conversion.question(context, name, record) for name, record in by_path.each(QuestionRecord)
        },
        disagreements={
            name: situation_conversion.disagreement(context, name, record)
            for name, record in by_path.each(DisagreementRecord)
        },
        statements=situation_conversion.statements(by_path.each(StatementRecord)),
        sources={source.id: source for source in sorted(sources, key=lambda source: source.id)},
        changes=conversion.changes(context, (record for _, record in by_path.each(ChangeRecord))),
        pages=pages,
        published=published.published,
        retired=published.retired,
    )


class _Records:
    """The records of all files."""

    def __init__(self, records: Mapping[str, Sequence[Record]]) -> None:
        self._records = sorted(
            ((PurePosixPath(path).stem, record) for path, one in records.items() for record in one),
            key=lambda pair: pair[0],
        )

    def each(self, kind: type[_R]) -> list[tuple[str, _R]]:
        """Those of one kind with the name of their file, in the order of the names, then as in the file."""
        return [(name, record) for name, record in self._records if isinstance(record, kind)]
