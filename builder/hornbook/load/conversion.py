"""Terms, sources, the history and the glossary as values of the model; only what is in order comes here."""

from collections.abc import Iterable

from hornbook.diagnostics import Place
from hornbook.load import records as raw
from hornbook.load.part_conversion import Context, citation, evidence, line, lines, prose, some_prose, text_of
from hornbook.model import (
    Alias,
    Change,
    Glossary,
    Match,
    Relation,
    Seen,
    Sense,
    Source,
    Term,
    TermKind,
)
from hornbook.model.records import DEFAULT_LANGUAGE


def term(context: Context, name: str, record: raw.TermRecord) -> Term:
    """Convert a term."""
    return Term(
        id=name,
        label=line(record.label),
        aliases=tuple(
            Alias(text=line(alias.text), framework=text_of(alias.framework), place=alias.text.place)
            for alias in record.aliases
        ),
        kind=TermKind(record.kind.text),
        short=line(record.short),
        holds=line(record.holds) if record.holds else None,
        fails=line(record.fails) if record.fails else None,
        senses=tuple(_sense(context, name, sense) for sense in record.senses),
        related=lines(record.related),
        matches=_matches(record.match),
        failure_of=lines(record.failure_of),
        addresses=lines(record.addresses),
        mentions=tuple(citation(mention) for mention in record.mentions),
        note=some_prose(context, record.note),
        was=lines(record.was),
        unused=line(record.unused) if record.unused else None,
        place=record.place,
    )


def source(record: raw.SourceRecord) -> Source:
    """Convert a source."""
    return Source(
        id=record.id.text,
        author=tuple(line(author) for author in record.author),
        title=line(record.title),
        issued=text_of(record.issued),
        container_title=line(record.container_title) if record.container_title else None,
        url=text_of(record.URL),
        seen=Seen(record.seen.text),
        unverified=line(record.unverified) if record.unverified else None,
        place=record.place,
    )


def changes(context: Context, records: Iterable[raw.ChangeRecord]) -> tuple[Change, ...]:
    """Convert the history, newest first; of one day in the order of the file."""
    converted = [
        Change(date=record.date.text, ids=lines(record.ids), text=prose(context, record.text), place=record.place)
        for record in records
    ]
    return tuple(sorted(converted, key=lambda change: change.date, reverse=True))


def glossary(record: raw.GlossaryRecord) -> Glossary:
    """Convert the glossary's own data; addresses that paths are appended to end with a slash."""
    return Glossary(
        title=line(record.title),
        description=line(record.description),
        site_url=record.site_url.text.rstrip("/") + "/",
        repository=record.repository.text.rstrip("/") + "/",
        licence=line(record.licence),
        framework=record.framework.text,
        lang=text_of(record.lang) or DEFAULT_LANGUAGE,
        place=record.place,
    )


def _matches(record: raw.MatchRecord | raw.SenseMatchRecord | None) -> tuple[Match, ...]:
    found: dict[tuple[Relation, str], Place] = {}
    for relation, target in record.targets() if record else ():
        found.setdefault((relation, target.text), target.place)
    return tuple(Match(relation=relation, target=target, place=place) for (relation, target), place in found.items())


def _sense(context: Context, name: str, record: raw.SenseRecord) -> Sense:
    own = text_of(record.id) or text_of(record.framework)
    assert own is not None
    return Sense(
        id=own,
        framework=text_of(record.framework),
        of=line(record.of) if record.of else None,
        called=text_of(record.called) or name,
        holds=line(record.holds) if record.holds else None,
        fails=line(record.fails) if record.fails else None,
        text=prose(context, record.text),
        quote=line(record.quote) if record.quote else None,
        matches=_matches(record.match),
        evidence=evidence(record.evidence),
        note=some_prose(context, record.note),
        source=citation(record.source),
        place=record.place,
    )
