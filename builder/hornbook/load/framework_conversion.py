"""Frameworks as values of the model; only what is in order comes here."""

from collections.abc import Mapping

from hornbook.diagnostics import Place
from hornbook.load.framework_records import FrameworkRecord, ImplicationRecord, ListingRecord, TableRecord
from hornbook.load.part_conversion import (
    Context,
    citation,
    cited,
    evidence,
    flag,
    line,
    lines,
    literals,
    prose,
    some_prose,
)
from hornbook.logic import Literal
from hornbook.model import Choice, Citation, Fact, Framework, Implication, Listing, Table


def framework(context: Context, name: str, record: FrameworkRecord, facts: Mapping[str, Place]) -> Framework:
    """Convert a framework; `facts` says where each of its facts begins."""
    source = citation(record.source)
    return Framework(
        id=name,
        label=line(record.label),
        source=source,
        text=some_prose(context, record.text),
        facts=tuple(
            Fact(id=fact, holds=line(sentences.holds), fails=line(sentences.fails), place=facts[fact])
            for fact, sentences in record.atoms.items()
        ),
        choices=tuple(
            Choice(id=choice.id.text, one_of=lines(choice.one_of), place=choice.place) for choice in record.choices
        ),
        implications=tuple(_implication(context, source, implication) for implication in record.implications),
        lists=tuple(_listing(context, source, listing) for listing in record.lists),
        tables=tuple(_table(context, source, table) for table in record.tables),
        note=some_prose(context, record.note),
        was=lines(record.was),
        place=record.place,
    )


def _implication(context: Context, source: Citation, record: ImplicationRecord) -> Implication:
    conclusion: Literal | None = None
    if record.then.text != "impossible":
        (conclusion,) = literals([record.then])
    return Implication(
        id=record.id.text,
        premises=literals(record.if_),
        assuming=literals(record.assuming),
        conclusion=conclusion,
        converse=flag(record.converse, default=False),
        because=some_prose(context, record.because),
        evidence=evidence(record.evidence),
        note=some_prose(context, record.note),
        redundant=line(record.redundant) if record.redundant else None,
        source=cited(record.source, source, record.place),
        place=record.place,
    )


def _listing(context: Context, source: Citation, record: ListingRecord) -> Listing:
    return Listing(
        id=record.id.text,
        title=line(record.title),
        items=tuple(prose(context, item) for item in record.items),
        stance=flag(record.stance, default=False),
        note=some_prose(context, record.note),
        source=cited(record.source, source, record.place),
        place=record.place,
    )


def _table(context: Context, source: Citation, record: TableRecord) -> Table:
    return Table(
        id=record.id.text,
        title=line(record.title),
        columns=tuple(line(column) for column in record.columns),
        rows=tuple(tuple(prose(context, cell) for cell in row) for row in record.rows),
        note=some_prose(context, record.note),
        source=cited(record.source, source, record.place),
        place=record.place,
    )
