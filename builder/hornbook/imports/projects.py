"""Where imported records go: into a new project, or beside the records of one that is there; never over anything."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hornbook.diagnostics import Diagnostic, Place, Severity
from hornbook.edits.records import as_yaml
from hornbook.edits.starting import started
from hornbook.edits.values import FileChanges, Refusal
from hornbook.imports.entries import EntryRecords, entry_records
from hornbook.imports.terms import SIMPLER, Taken, Terms, terms_of
from hornbook.imports.theories import theory_records
from hornbook.imports.values import Loss, Theory, Vocabulary
from hornbook.imports.words import escaped_line, shortened
from hornbook.kinds import FRAMEWORK, GLOSSARY, SOURCE, TERM
from hornbook.load import Loaded, load
from hornbook.model import Glossary
from hornbook.model.records import DEFAULT_LANGUAGE, LONGEST_LABEL
from hornbook.model.shared_names import compared

LONGEST_LINE = 500
_MOST_NAMED = 5
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_SAMPLE = ("docs/", "glossary/")
"""What of a new project's files the imported vocabulary stands in place of."""
_UNKNOWN_LICENCE = "not stated"
_NOTHING_DECLARED = Glossary(
    title="-", description="-", site_url="-", licence="-", framework=None, place=Place(GLOSSARY.file)
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What is to be written, and what there is to say of it."""

    changes: FileChanges
    counts: Mapping[str, int]
    """How many of what is carried."""
    losses: tuple[Loss, ...]
    errors: tuple[Diagnostic, ...] = ()
    """What would be wrong in the files that are to be written; then they must not be."""


def imported(target: Path, vocabulary: Vocabulary) -> Imported | Refusal:
    """The files for a vocabulary in the project at `target`: a new one, unless there is a glossary already.

    They are read as they would stand there; where the markup of others is more than a text of ours may hold, the text
    is written without it.
    """
    beside = load(target) if (target / GLOSSARY.file).exists() else None
    start = {} if beside is not None else _beginning(target, vocabulary)
    if isinstance(start, Refusal):
        return start
    taken = Taken() if beside is None else _taken(beside)
    plain: frozenset[str] = frozenset()
    while True:
        terms = terms_of(vocabulary, taken, plain)
        clash = None if beside is None else _clash(beside, terms)
        if clash is not None:
            return clash
        entries = entry_records(vocabulary, terms, _ids(beside), _settings(beside), mathematics=taken.mathematics)
        records = {
            TERM.own_file.format(terms.ids[key]): _joined(terms.records[terms.ids[key]], fields)
            for key, fields in entries.fields.items()
        } | entries.records
        theory = None if vocabulary.theory is None else theory_records(vocabulary.theory, terms.ids, _ids(beside))
        records |= {} if theory is None else theory.records
        settings = {GLOSSARY.file: start[GLOSSARY.file] + as_yaml(entries.settings)} if entries.settings else {}
        written = start | settings | {path: as_yaml(record) for path, record in records.items()}
        errors = _errors(target, written)
        keys = {terms_key for terms_key, name in terms.ids.items() if TERM.own_file.format(name) in _paths(errors)}
        if not keys - plain:
            break
        plain |= keys
    of_theory = theory.losses if theory is not None else ()
    simpler = (Loss(SIMPLER, one.place, one.label, is_change=True) for one in vocabulary.terms if one.key in plain)
    return Imported(
        changes=FileChanges(written=written),
        counts={**_counts(terms.records, entries), **_counts_of(vocabulary.theory), **vocabulary.carried},
        losses=tuple(sorted((*vocabulary.losses, *terms.losses, *entries.losses, *of_theory, *simpler))),
        errors=errors,
    )


def _joined(term: Mapping[str, Any], fields: Mapping[str, Any]) -> dict[str, Any]:
    """A term with what entries add to it; names come to those that it has, and a note stays the last."""
    aliases = [*term.get("aliases", ()), *fields.get("aliases", ())]
    told = {**term, **fields, **({"aliases": aliases} if aliases else {})}
    return {name: told[name] for name in sorted(told, key=lambda name: name == "note")}


def _settings(beside: Loaded | None) -> Glossary | None:
    """The settings of a project that is there; those of one that cannot be read declare nothing."""
    if beside is None:
        return None
    return beside.knowledge.glossary if beside.knowledge is not None else _NOTHING_DECLARED


def _beginning(target: Path, vocabulary: Vocabulary) -> dict[str, str] | Refusal:
    """The files of a new project without its sample, and with what the vocabulary says of itself."""
    begun = started(target, plain=True)
    if isinstance(begun, Refusal):
        hint = "name a new folder with `--to`, or the folder of a project: nothing that is there is written over"
        return Refusal(f"{begun.message}, and has no `{GLOSSARY.file}`", hint)
    kept = {path: text for path, text in begun.written.items() if not path.startswith(_SAMPLE)}
    return kept | {GLOSSARY.file: _glossary(begun.written[GLOSSARY.file], vocabulary)}


def _glossary(sample: str, vocabulary: Vocabulary) -> str:
    """The settings of the sample, with the vocabulary's own in place of what it says itself."""
    language = vocabulary.language if _LANGUAGE.fullmatch(vocabulary.language) else DEFAULT_LANGUAGE
    own = {"licence": shortened(vocabulary.licence or _UNKNOWN_LICENCE, LONGEST_LINE), "lang": language}
    if vocabulary.title:
        own["title"] = shortened(vocabulary.title, LONGEST_LABEL)
    own["description"] = shortened(
        vocabulary.description or vocabulary.title or "An imported vocabulary.", LONGEST_LINE
    )
    lines = sample.rstrip("\n").split("\n")
    for field, words in own.items():
        written = as_yaml({field: escaped_line(words, mathematics=True)}).rstrip("\n")
        lines = [written if line.startswith(f"{field}:") else line for line in lines]
    return "\n".join(lines) + "\n"


def _taken(beside: Loaded) -> Taken:
    known = beside.known
    assert known is not None
    return Taken(names=frozenset(compared(name.text) for name in known.names), mathematics=known.mathematics)


def _ids(beside: Loaded | None) -> tuple[str, ...]:
    """What the project calls something already; sources have names of their own."""
    known = beside.known if beside is not None else None
    return () if known is None else (*known.linked, *known.former, *known.sources)


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


def _paths(errors: tuple[Diagnostic, ...]) -> frozenset[str]:
    return frozenset(one.place.path for one in errors)


def _counts(records: Mapping[str, dict[str, Any]], entries: EntryRecords) -> dict[str, int]:
    counts = dict(_counted(records)) | dict(_counted_entries(entries))
    return {what: number for what, number in counts.items() if number or what == "terms"}


def _counted(records: Mapping[str, dict[str, Any]]) -> Iterator[tuple[str, int]]:
    yield "terms", len(records)
    yield "other names", sum(len(one.get("aliases", ())) for one in records.values())
    yield "texts", sum("text" in one for one in records.values())
    yield "notes", sum("note" in one for one in records.values())
    mappings = sum(len(listed) for one in records.values() for listed in one.get("match", {}).values())
    matches = (listed for one in records.values() for listed in one.get("elsewhere", {}).values())
    yield "matches elsewhere", sum(map(len, matches))
    yield "links between terms", mappings + sum(len(one.get("related", ())) for one in records.values())


def _counted_entries(entries: EntryRecords) -> Iterator[tuple[str, int]]:
    yield "senses", sum(len(one.get("senses", ())) for one in entries.fields.values())
    yield (
        "marks",
        sum(len(one.get("tags", ())) for one in entries.fields.values())
        + sum(sort in one for one in entries.fields.values() for sort in ("kind", "group", "status")),
    )
    for kind in (SOURCE, FRAMEWORK):
        yield kind.plural, sum(path.startswith(kind.own_file.partition("{}")[0]) for path in entries.records)


def _counts_of(theory: Theory | None) -> dict[str, int]:
    if theory is None:
        return {}
    facts = sum(len(example.facts) for example in theory.examples)
    implications, examples, sources = len(theory.implications), len(theory.examples), len(theory.sources)
    return {"implications": implications, "examples": examples, "facts": facts, "sources": sources}
