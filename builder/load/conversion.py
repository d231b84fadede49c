"""From validated records to the values of the model; only what is in order comes here."""

from collections.abc import Iterable, Mapping

from builder.diagnostics import Place
from builder.load import records as raw
from builder.load.claim_conversion import claims
from builder.load.converted import Context, citation, flag, line, lines, literals, prose, text_of
from builder.load.yaml_values import YamlScalar
from builder.logic import Literal
from builder.model import (
    Alias,
    Change,
    Choice,
    Citation,
    Evidence,
    Fact,
    Faq,
    Framework,
    Glossary,
    Implication,
    Match,
    Prose,
    Seen,
    Sense,
    Source,
    Term,
    TermKind,
    View,
)


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
        matches=tuple(
            Match(relation=relation, target=target.text, place=target.place)
            for relation, target in (record.match.targets() if record.match else ())
        ),
        failure_of=lines(record.failure_of),
        addresses=lines(record.addresses),
        note=prose(context, record.note),
        was=lines(record.was),
        unused=line(record.unused) if record.unused else None,
        place=record.place,
    )


def framework(context: Context, name: str, record: raw.FrameworkRecord, facts: Mapping[str, Place]) -> Framework:
    """Convert a framework; `facts` says where each of its facts begins."""
    source = citation(record.source)
    return Framework(
        id=name,
        label=line(record.label),
        source=source,
        text=prose(context, record.text) or Prose((), record.place),
        facts=tuple(
            Fact(id=fact, holds=line(sentences.holds), fails=line(sentences.fails), place=facts[fact])
            for fact, sentences in record.atoms.items()
        ),
        choices=tuple(
            Choice(id=choice.id.text, one_of=lines(choice.one_of), place=choice.place) for choice in record.choices
        ),
        implications=tuple(_implication(context, source, implication) for implication in record.implications),
        was=lines(record.was),
        place=record.place,
    )


def view(context: Context, name: str, record: raw.ViewRecord, cited: Citation) -> View:
    """Convert a view; `cited` is its framework's source."""
    other = record.equivalent_to
    return View(
        id=name,
        title=line(record.title),
        framework=record.framework.text,
        goal=record.goal.text,
        show=lines(record.show),
        equivalent_to=text_of(other),
        text=prose(context, record.text) or Prose((), record.place),
        note=prose(context, record.note),
        source=citation(record.source) if record.source else _without_locator(cited, record.place),
        was=lines(record.was),
        place=record.place,
        equivalent_to_place=other.place if other else record.place,
    )


def faq(context: Context, name: str, record: raw.FaqRecord) -> Faq:
    """Convert a question."""
    own = text_of(record.framework) or context.framework
    answer = prose(context, record.answer)
    assert answer is not None
    return Faq(
        id=name,
        question=line(record.question),
        framework=own,
        view=text_of(record.view),
        short=line(record.short),
        answer=answer,
        claims=claims(context, own, record.claims),
        note=prose(context, record.note),
        source=citation(record.source),
        was=lines(record.was),
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
    converted = []
    for record in records:
        text = prose(context, record.text)
        assert text is not None
        converted.append(Change(date=record.date.text, ids=lines(record.ids), text=text, place=record.place))
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
        place=record.place,
    )


def _sense(context: Context, name: str, record: raw.SenseRecord) -> Sense:
    own = text_of(record.id) or text_of(record.framework)
    text = prose(context, record.text)
    assert own is not None
    assert text is not None
    return Sense(
        id=own,
        framework=text_of(record.framework),
        of=line(record.of) if record.of else None,
        called=text_of(record.called) or name,
        text=text,
        quote=line(record.quote) if record.quote else None,
        evidence=_evidence(record.evidence),
        note=prose(context, record.note),
        source=citation(record.source),
        place=record.place,
    )


def _implication(context: Context, cited: Citation, record: raw.ImplicationRecord) -> Implication:
    conclusion: Literal | None = None
    if record.then.text != "impossible":
        (conclusion,) = literals([record.then])
    return Implication(
        id=record.id.text,
        premises=literals(record.if_),
        assuming=literals(record.assuming),
        conclusion=conclusion,
        converse=flag(record.converse, default=False),
        because=prose(context, record.because),
        evidence=_evidence(record.evidence),
        note=prose(context, record.note),
        redundant=line(record.redundant) if record.redundant else None,
        source=citation(record.source) if record.source else _without_locator(cited, record.place),
        place=record.place,
    )


def _evidence(word: YamlScalar | None) -> Evidence:
    return Evidence(word.text) if word else Evidence.STATED


def _without_locator(cited: Citation, place: Place) -> Citation:
    return Citation(ref=cited.ref, place=place)
