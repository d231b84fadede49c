"""Every id that something can refer to, with what it means in the vocabulary's own words."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from hornbook.diagnostics import Place
from hornbook.kinds import ADDRESSED, FACT, FRAMEWORK, GLOSSARY, IMPLICATION, QUESTION, SENSE, TERM
from hornbook.load import Loaded
from hornbook.load.names import OUTSIDE, Candidate, Known, candidates, everything_named
from hornbook.logic import Clause
from hornbook.model import (
    Fact,
    Framework,
    Glossary,
    Implication,
    OwnKind,
    OwnWord,
    Prose,
    Sense,
    Source,
    Term,
    TermKind,
)
from hornbook.model.outside import MARK
from hornbook.reasoning.sentences import Names, implication_in_words, plain

_LONGEST = 280


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One thing that can be referred to; without words where its record could not be read."""

    name: str
    """As references write it; of a sense `term/sense`."""
    word: str
    """What it is: the word for its kind, such as `term`, `fact` or `option`."""
    within: str
    """The record that it is a part of; empty for a record."""
    place: Place
    """Where it is defined."""
    label: str = ""
    meaning: str = ""
    failing: str = ""
    """What it is that it fails, where it can."""
    aliases: tuple[str, ...] = ()

    @property
    def called(self) -> str:
        """What it is, in words."""
        return f"{self.word} of {self.within}" if self.within else self.word


_Key = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All that can be referred to in a project."""

    known: Known
    entries: Mapping[_Key, Entry] = field(repr=False)
    """By the word for what it is, the record that it is a part of, and its name."""

    def offered(self, kind: str, framework: str | None = None) -> list[Entry]:
        """What may stand in a reference of a kind, by name; where no framework is given, for any of them."""
        return [self.entries[_key(one)] for one in candidates(self.known, kind, framework)]

    def meant(self, kind: str, name: str, framework: str) -> Entry | None:
        """What a reference of a kind is to, in a text whose framework is given."""
        found = [one for one in self.offered(kind) if one.name == name]
        return next((one for one in found if one.within == framework), found[0] if found else None)


def vocabulary_of(loaded: Loaded, before: Vocabulary | None = None) -> Vocabulary:
    """All that can be referred to in what was loaded; what cannot be read now has the words that it had `before`."""
    assert loaded.known is not None
    told = dict((*_told(loaded), *_of_others(loaded.known)))
    entries = {}
    for one in everything_named(loaded.known):
        key = _key(one)
        bare = Entry(name=one.name, word=one.word, within=one.within, place=one.place)
        former = None if before is None else before.entries.get(key)
        words = told.get(key) or ({} if former is None else _words(former))
        entries[key] = Entry(name=bare.name, word=bare.word, within=bare.within, place=bare.place, **words)
    return Vocabulary(loaded.known, entries)


def _key(one: Candidate) -> _Key:
    return one.word, one.within, one.name


def _words(entry: Entry) -> dict[str, Any]:
    return {"label": entry.label, "meaning": entry.meaning, "failing": entry.failing, "aliases": entry.aliases}


def _told(loaded: Loaded) -> Iterator[tuple[_Key, dict[str, Any]]]:
    """What the records that could be read say of themselves and of their parts."""
    terms = {record.id: record for _, record in loaded.records.get(TERM, ())}
    for kind, records in loaded.records.items():
        for _, record in records:
            if kind is GLOSSARY:
                yield from _of_words(record)
            if kind not in ADDRESSED:
                continue
            yield (kind.word, "", record.id), _of_record(record)
            if kind is FRAMEWORK:
                yield from _of_framework(record, terms)
            elif kind is TERM:
                for sense in record.senses:
                    yield (SENSE.word, record.id, f"{record.id}/{sense.id}"), _of_sense(sense)
            elif kind is QUESTION:
                for option in record.options:
                    yield ("option", record.id, option.id), {"label": option.label}


def _of_words(glossary: Glossary) -> Iterator[tuple[_Key, dict[str, Any]]]:
    """The words of the glossary's own; where it declares no kinds, those that there are anyway."""
    sorts: Mapping[str, tuple[OwnKind | OwnWord, ...]] = {
        "kind": glossary.kinds,
        "group": glossary.groups,
        "tag": glossary.tags,
        "status": glossary.statuses,
    }
    for sort, declared in sorts.items():
        for one in declared:
            yield (sort, "", one.id), {"label": one.label, "meaning": one.meaning or ""}
    for kind in TermKind if not glossary.kinds else ():
        yield ("kind", "", kind.value), {"meaning": kind.meaning}


def _of_others(known: Known) -> Iterator[tuple[_Key, dict[str, Any]]]:
    """What other glossaries say of their terms."""
    for glossary in known.outside.values():
        for name, term in glossary.terms.items():
            yield (OUTSIDE, "", f"{glossary.id}{MARK}{name}"), {"label": term.label, "meaning": term.short}


def _of_record(record: Any) -> dict[str, Any]:  # noqa: ANN401 - of any kind
    match record:
        case Term():
            aliases = tuple(alias.text for alias in record.aliases)
            return {
                "label": record.label,
                "meaning": record.short,
                "failing": record.fails or "",
                "aliases": aliases,
            }
        case Source():
            said = [", ".join(record.author), record.issued or "", record.container_title or ""]
            return {"label": record.title, "meaning": ", ".join(filter(None, said))}
        case _:
            names = (getattr(record, name, None) for name in ("label", "title", "question"))
            meaning = getattr(record, "short", None) or _begun(getattr(record, "text", None))
            return {"label": next(filter(None, names), ""), "meaning": meaning}


def _of_framework(record: Framework, terms: Mapping[str, Term]) -> Iterator[tuple[_Key, dict[str, Any]]]:
    names = Names(record.id, terms, {fact.id: fact for fact in record.facts})
    for fact in record.facts:
        yield (FACT.word, record.id, fact.id), _of_fact(fact)
    for implication in record.implications:
        yield (IMPLICATION.word, record.id, implication.id), {"meaning": _sentence(names, implication)}


def _of_fact(fact: Fact) -> dict[str, Any]:
    return {"label": fact.holds, "meaning": fact.holds, "failing": fact.fails}


def _of_sense(sense: Sense) -> dict[str, Any]:
    return {"label": sense.called, "meaning": _begun(sense.text)}


def _sentence(names: Names, implication: Implication) -> str:
    """An implication in words; in notation where an atom of it could not be read."""
    if all(atom in names.terms or atom in names.facts for atom in implication.atoms):
        return plain(implication_in_words(names, implication))
    clause = Clause(implication.id, implication.premises, implication.conclusion)
    return f"{' + '.join(map(str, clause.premises))} => {clause.conclusion or 'impossible'}"


def _begun(text: Prose | None) -> str:
    """How a text begins, on one line."""
    if text is None:
        return ""
    words = " ".join(text.plain_text(lambda target: target).split())
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST].rsplit(' ', 1)[0]} …"
