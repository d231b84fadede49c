"""Where imported records go: into a new project, or beside the records of one that is there; never over anything."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hornbook.diagnostics import IMPORT_UNREADABLE, Diagnostic, Place, Severity
from hornbook.edits.records import as_yaml
from hornbook.edits.starting import started
from hornbook.edits.values import FileChanges, Refusal
from hornbook.imports.entries import entry_records, joined
from hornbook.imports.marks import OwnIds, own_ids
from hornbook.imports.sources import source_record
from hornbook.imports.terms import SIMPLER, Taken, Terms, terms_of
from hornbook.imports.theories import theory_records
from hornbook.imports.values import Loss, Vocabulary
from hornbook.imports.words import fitting_line
from hornbook.kinds import GLOSSARY, SOURCE, TERM
from hornbook.load import Known, Loaded, load
from hornbook.model.records import DEFAULT_LANGUAGE, LONGEST_LABEL
from hornbook.model.shared_names import compared

LONGEST_LINE = 500
_MOST_NAMED = 5
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_CAPITALS = ("de", "lb", "nds")
"""Languages whose nouns begin with a capital wherever they stand."""
_SAMPLE = ("docs/", "glossary/")
"""What of a new project's files the imported vocabulary stands in place of."""
_UNKNOWN_LICENCE = "not stated"


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What is to be written, and what there is to say of it."""

    changes: FileChanges
    counts: Mapping[str, int]
    """How many of what is carried."""
    losses: tuple[Loss, ...]
    errors: tuple[Diagnostic, ...] = ()
    """What would be wrong in the files that are to be written, said of what they come from; then they must not be."""

    @property
    def is_new(self) -> bool:
        """Whether they make a project, which was not there."""
        return GLOSSARY.file in self.changes.written


def imported(target: Path, vocabulary: Vocabulary) -> Imported | Refusal:
    """The files for a vocabulary in the project at `target`: a new one, unless there is a glossary already.

    They are read as they would stand there; where the markup of others is more than a text of ours may hold, the text
    is written without it.
    """
    beside = load(target) if (target / GLOSSARY.file).exists() else None
    own = own_ids(vocabulary.terms, None if beside is None else _declared(beside), vocabulary.words)
    start = {} if beside is not None else _beginning(target, vocabulary, own)
    if isinstance(start, Refusal):
        return start
    taken = Taken() if beside is None else _taken(beside)
    works, plain = vocabulary.sources, frozenset[str]()
    while True:
        terms = terms_of(vocabulary, taken, own, plain)
        clash = None if beside is None else _clash(beside, terms)
        if clash is not None:
            return clash
        entries = entry_records(vocabulary, terms, taken.others, mathematics=taken.mathematics)
        by_key = {key: joined(terms.records[terms.ids[key]], fields) for key, fields in entries.fields.items()}
        records = {TERM.own_file.format(terms.ids[key]): record for key, record in by_key.items()} | {**entries.records}
        records |= {SOURCE.own_file.format(terms.sources[key]): source_record(one) for key, one in works.items()}
        theory = None
        if vocabulary.theory is not None:
            theory = theory_records(vocabulary.theory, terms.ids, terms.sources, taken.others)
            records |= theory.records
        written = start | {path: as_yaml(record) for path, record in records.items()}
        if entries.framework is not None and GLOSSARY.file in written:
            written[GLOSSARY.file] += as_yaml({"framework": entries.framework})
        errors = _errors(target, written)
        keys = {terms_key for terms_key, name in terms.ids.items() if TERM.own_file.format(name) in _paths(errors)}
        if not keys - plain:
            break
        plain |= keys
    places = {TERM.own_file.format(terms.ids[one.key]): one.place for one in vocabulary.terms}
    places |= theory.places if theory is not None else {}
    simpler = (Loss(SIMPLER, one.place, one.label, is_change=True) for one in vocabulary.terms if one.key in plain)
    return Imported(
        changes=FileChanges(written=written),
        counts={**_counts(by_key), **_counts_of(vocabulary), **vocabulary.carried},
        losses=tuple(sorted((*vocabulary.losses, *terms.losses, *(theory.losses if theory else ()), *simpler))),
        errors=tuple(_said_of_source(errors, places, vocabulary)),
    )


def _declared(beside: Loaded) -> Mapping[str, Mapping[str, Place]]:
    """The words of its own that the project declares, by sort."""
    assert beside.known is not None
    return beside.known.own_words.places


def _beginning(target: Path, vocabulary: Vocabulary, own: OwnIds) -> dict[str, str] | Refusal:
    """The files of a new project without its sample, and with what the vocabulary says of itself."""
    begun = started(target, plain=True)
    if isinstance(begun, Refusal):
        hint = "name a new folder with `--to`, or the folder of a project: nothing that is there is written over"
        return Refusal(f"{begun.message}, and has no `{GLOSSARY.file}`", hint)
    kept = {path: text for path, text in begun.written.items() if not path.startswith(_SAMPLE)}
    declared = as_yaml(own.declared) if own.declared else ""
    return kept | {GLOSSARY.file: _glossary(begun.written[GLOSSARY.file], vocabulary) + declared}


def _glossary(sample: str, vocabulary: Vocabulary) -> str:
    """The settings of the sample, with the vocabulary's own in place of what it says itself."""
    language = vocabulary.language if _LANGUAGE.fullmatch(vocabulary.language) else DEFAULT_LANGUAGE
    own = {"licence": _line(vocabulary.licence or _UNKNOWN_LICENCE), "lang": language}
    if vocabulary.title:
        own["title"] = _line(vocabulary.title, LONGEST_LABEL)
    own["description"] = _line(vocabulary.description or vocabulary.title or "An imported vocabulary.")
    lines = sample.rstrip("\n").split("\n")
    if language.partition("-")[0] in _CAPITALS:
        lines = [line for line in lines if not line.startswith("labels:")]
    for field, words in own.items():
        written = as_yaml({field: words}).rstrip("\n")
        lines = [written if line.startswith(f"{field}:") else line for line in lines]
    return "\n".join(lines) + "\n"


def _line(words: str, longest: int = LONGEST_LINE) -> str:
    return fitting_line(words, longest, mathematics=True)


def _taken(beside: Loaded) -> Taken:
    known = beside.known
    assert known is not None
    names = frozenset(compared(name.text) for name in known.names)
    return Taken(others=_ids(known), names=names, mathematics=known.mathematics)


def _ids(known: Known) -> tuple[str, ...]:
    """What the project calls something already; sources have names of their own."""
    return (*known.linked, *known.former, *known.sources)


def _clash(beside: Loaded, terms: Terms) -> Refusal | None:
    """Ids that the project gives to something else already, or to what an earlier import wrote."""
    assert beside.known is not None
    there = {*beside.known.linked, *beside.known.former}
    clashes = [beside.known.linked[name].place.path if name in beside.known.linked else name
               for name in sorted(there & terms.records.keys())]  # fmt: skip
    if not clashes:
        return None
    shown = ", ".join(f"`{one}`" for one in clashes[:_MOST_NAMED])
    more = f" and {len(clashes) - _MOST_NAMED} more" if len(clashes) > _MOST_NAMED else ""
    hint = "import into a new folder (`--to`), or give what is there other ids with `hornbook mv`"
    return Refusal(f"the project has this already: {shown}{more}; nothing was written", hint)


def _errors(target: Path, written: Mapping[str, str]) -> tuple[Diagnostic, ...]:
    """What would be wrong in the new files where they are to stand."""
    found = load(target, written).diagnostics
    return tuple(one for one in found if one.place.path in written and one.severity is Severity.ERROR)


def _said_of_source(
    errors: tuple[Diagnostic, ...], places: Mapping[str, Place], vocabulary: Vocabulary
) -> Iterator[Diagnostic]:
    """The same of what was read, since nobody has seen the files that would be written of it."""
    whole = Place(vocabulary.terms[0].place.path) if vocabulary.terms else Place("")
    for one in errors:
        message = f"this would make no file in order: {one.message}"
        notes = (f"the file would be `{one.place.path}` ({one.code})",)
        yield Diagnostic(places.get(one.place.path, whole), IMPORT_UNREADABLE, message, one.hint, notes=notes)


def _paths(errors: tuple[Diagnostic, ...]) -> frozenset[str]:
    return frozenset(one.place.path for one in errors)


def _counts(records: Mapping[str, dict[str, Any]]) -> dict[str, int]:
    counts = dict(_counted(records))
    return {what: number for what, number in counts.items() if number or what == "terms"}


def _counted(records: Mapping[str, dict[str, Any]]) -> Iterator[tuple[str, int]]:
    yield "terms", len(records)
    yield "other names", sum(len(one.get("aliases", ())) for one in records.values())
    yield "texts", sum("text" in one or "senses" in one for one in records.values())
    yield "notes", sum("note" in one for one in records.values())
    mappings = sum(len(listed) for one in records.values() for listed in one.get("match", {}).values())
    matches = (listed for one in records.values() for listed in one.get("elsewhere", {}).values())
    for field, called in (("kind", "kinds"), ("group", "groups"), ("tags", "tags"), ("status", "statuses")):
        yield f"terms with {called}", sum(field in one for one in records.values())
    yield "matches elsewhere", sum(map(len, matches))
    yield "links between terms", mappings + sum(len(one.get("related", ())) for one in records.values())


def _counts_of(vocabulary: Vocabulary) -> dict[str, int]:
    counts: dict[str, int] = {}
    if vocabulary.theory is not None:
        implications, examples = vocabulary.theory.implications, vocabulary.theory.examples
        facts = sum(len(example.facts) for example in examples)
        counts = {"implications": len(implications), "examples": len(examples), "facts": facts}
    senses = sum(len(draft.senses) for draft in vocabulary.terms)
    counts |= {"senses": senses} if senses else {}
    if vocabulary.frameworks:
        counts["frameworks"] = len(vocabulary.frameworks)
    return counts | ({"sources": len(vocabulary.sources)} if vocabulary.sources else {})
