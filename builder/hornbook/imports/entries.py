"""From drafts of senses, works, authors and marks to records, and to the fields of the terms that name them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from hornbook.imports.naming import id_made_of
from hornbook.imports.terms import Terms
from hornbook.imports.values import Draft, DraftSense, DraftSource, DraftWord, Loss, Vocabulary
from hornbook.imports.words import as_markdown, escaped_line, one_line, shortened
from hornbook.kinds import FRAMEWORK, SOURCE
from hornbook.load.records import LONGEST_PROSE
from hornbook.model import Glossary, TermKind
from hornbook.model.records import LONGEST_LABEL, Relation

_FIELDS = {"kind": "kinds", "group": "groups", "tag": "tags", "status": "statuses"}
"""The field of `glossary.yaml` that declares words of each sort."""
_LONGEST_LINE = 500
_UNDECLARED = "words that `glossary.yaml` does not declare"
_DATES = frozenset({4, 7, 10})


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryRecords:
    """What is written beside terms, what is added to them, and what `glossary.yaml` has to declare."""

    records: dict[str, dict[str, Any]]
    fields: Mapping[str, dict[str, Any]]
    """By the keys of terms."""
    settings: Mapping[str, Any]
    losses: tuple[Loss, ...]


@dataclass(slots=True)
class _Making:
    vocabulary: Vocabulary
    ids: Mapping[str, str]
    """Of terms, by their keys."""
    mathematics: bool
    names: dict[str, str] = field(default_factory=dict)
    """Ids of sources, frameworks and words, by their keys."""
    senses: dict[str, str] = field(default_factory=dict)
    """`term/sense`, by their keys."""
    losses: list[Loss] = field(default_factory=list)

    def line(self, text: str, longest: int = _LONGEST_LINE) -> str:
        return escaped_line(shortened(one_line(text), longest - text.count("$")), mathematics=self.mathematics)

    def prose(self, text: str) -> str:
        written = shortened(as_markdown(text, mathematics=self.mathematics), LONGEST_PROSE)
        return f"{written}\n" if "\n" in written else written


def entry_records(
    vocabulary: Vocabulary, terms: Terms, taken: Sequence[str], declared: Glossary | None, *, mathematics: bool
) -> EntryRecords:
    """The records of a vocabulary's entries; `taken` are ids that the project has.

    `declared` are the settings of a project that is there: its words are used, and no others.
    """
    making = _Making(vocabulary, terms.ids, mathematics)
    settings = _words(making, declared)
    _name(making, {*taken, *terms.ids.values()})
    records = {
        SOURCE.own_file.format(making.names[key]): _source(making, one) for key, one in vocabulary.sources.items()
    }
    for key, framework in vocabulary.frameworks.items():
        records[FRAMEWORK.own_file.format(making.names[key])] = {
            "label": making.line(framework.label, LONGEST_LABEL),
            "source": making.names[framework.source],
            **({"text": making.prose(framework.text)} if framework.text else {}),
        }
    fields = {draft.key: dict(_fields(making, draft)) for draft in vocabulary.terms}
    if len(vocabulary.frameworks) > 1 and declared is None:
        settings["framework"] = making.names[next(iter(vocabulary.frameworks))]
    return EntryRecords(records=records, fields=fields, settings=settings, losses=tuple(making.losses))


def _name(making: _Making, taken: set[str]) -> None:
    """Give ids: to works, to frameworks, and to senses within their terms."""
    works: set[str] = set(taken)
    for key, source in making.vocabulary.sources.items():
        making.names[key], _ = id_made_of((source.name, source.title), works)
        works.add(making.names[key])
    for key, framework in making.vocabulary.frameworks.items():
        making.names[key], _ = id_made_of((framework.name, framework.label), taken)
        taken.add(making.names[key])
    for draft in making.vocabulary.terms:
        within: set[str] = set()
        for sense in draft.senses:
            own, _ = id_made_of((sense.name, making.names.get(sense.framework, ""), "sense"), within)
            within.add(own)
            making.senses[sense.key] = f"{making.ids[draft.key]}/{own}"


def _words(making: _Making, declared: Glossary | None) -> dict[str, Any]:
    """Name the words, and say which are to be declared: of kinds none, where all of them are there anyway."""
    sorts: dict[str, list[DraftWord]] = {}
    for word in making.vocabulary.words:
        sorts.setdefault(word.sort, []).append(word)
    settings: dict[str, Any] = {}
    for sort, words in sorts.items():
        known = None if declared is None else {one.id for one in getattr(declared, _FIELDS[sort])}
        taken: set[str] = set()
        for word in words:
            name, _ = id_made_of((word.name, word.label), taken)
            taken.add(name)
            if known is None or name in (known or set(TermKind if sort == "kind" else ())):
                making.names[word.key] = name
            else:
                place = making.vocabulary.terms[0].place
                making.losses.append(Loss(_UNDECLARED, place, f"{sort} {word.label}"))
        usual = sort == "kind" and all(making.names.get(word.key) == word.label in {*TermKind} for word in words)
        if declared is None and not usual:
            settings[_FIELDS[sort]] = [_word(making, word) for word in words]
    return settings


def _word(making: _Making, word: DraftWord) -> dict[str, str]:
    told = {"id": making.names[word.key], "label": making.line(word.label, LONGEST_LABEL)}
    return {**told, **({"meaning": making.line(word.meaning)} if word.meaning else {})}


def _source(making: _Making, source: DraftSource) -> dict[str, Any]:
    told: dict[str, Any] = {"title": making.line(source.title)}
    if source.authors:
        told["author"] = [making.line(one) for one in source.authors]
    if len(source.issued) in _DATES and source.issued.replace("-", "").isdecimal():
        told["issued"] = source.issued
    return {**told, **({"URL": source.address} if source.address else {})}


def _fields(making: _Making, draft: Draft) -> Iterator[tuple[str, Any]]:
    for sort, keys in draft.marks.items():
        named = [making.names[key] for key in keys if key in making.names]
        if named:
            yield ("tags", named) if sort == "tag" else (sort, named[0])
    words = [_authors_word(making, sense, word) for sense in draft.senses for word in sense.words]
    if words:
        yield "aliases", words
    if draft.senses:
        yield "senses", [dict(_sense(making, one)) for one in draft.senses]
    if draft.mentions:
        yield "mentions", [making.names[key] for key in draft.mentions]


def _authors_word(making: _Making, sense: DraftSense, word: str) -> str | dict[str, str]:
    """A word that an author has for a sense; of nobody in particular, where the sense is nobody's."""
    text = making.line(word)
    return {"text": text, "framework": making.names[sense.framework]} if sense.framework in making.names else text


def _sense(making: _Making, sense: DraftSense) -> Iterator[tuple[str, Any]]:
    framework = making.names.get(sense.framework, "")
    own = making.senses[sense.key].partition("/")[2]
    if own != framework:
        yield "id", own
    if framework:
        yield "framework", framework
    if sense.of:
        yield "of", making.line(sense.of)
    if sense.called:
        yield "called", making.ids[sense.called]
    yield "text", making.prose(sense.text)
    if sense.quote:
        yield "quote", sense.quote.strip()
    match = {
        relation.value: [making.senses[key] for key in keys if key in making.senses]
        for relation, keys in sense.match.items()
    }
    if any(match.values()):
        yield "match", {relation: found for relation, found in match.items() if found}
    if sense.elsewhere:
        yield "elsewhere", {one.value: [*sense.elsewhere[one]] for one in Relation if one in sense.elsewhere}
    if sense.note:
        yield "note", making.prose(sense.note)
    yield "source", [making.names[key] for key in sense.cited]
