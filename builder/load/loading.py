"""A project's files → its knowledge base, with every mistake of every file in one run."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath
from typing import TypeVar

from builder.diagnostics import Diagnostic, Place, has_errors
from builder.load import conversion
from builder.load import records as raw
from builder.load.converted import Context
from builder.load.files import FileKind, ProjectFiles, read_project
from builder.load.handwritten import parse_page
from builder.load.identifiers import PublishedIds, read_published
from builder.load.known import gather
from builder.load.leaves import described
from builder.load.names import name_diagnostics
from builder.load.record_parts import Record
from builder.load.references import References
from builder.load.suggestions import Suggestions
from builder.load.tree_references import check_tree
from builder.load.validation import validate
from builder.load.yaml_reader import read_yaml
from builder.load.yaml_values import YamlMapping, YamlScalar, YamlSequence, YamlValue
from builder.model import Claim, KnowledgeBase, Page, Prose

_R = TypeVar("_R", bound=Record)


@dataclass(frozen=True, slots=True)
class Loaded:
    """What was read: the knowledge base, unless there are errors; everything that was found; the files' texts."""

    knowledge: KnowledgeBase | None
    diagnostics: tuple[Diagnostic, ...]
    """Sorted by place."""
    texts: Mapping[str, str]
    """By path, for the lines that messages quote."""


_RECORDS: dict[FileKind, type[Record]] = {
    FileKind.GLOSSARY: raw.GlossaryRecord,
    FileKind.SOURCES: raw.SourceRecord,
    FileKind.CHANGES: raw.ChangeRecord,
    FileKind.TERM: raw.TermRecord,
    FileKind.FRAMEWORK: raw.FrameworkRecord,
    FileKind.FAQ: raw.FaqRecord,
    FileKind.VIEW: raw.ViewRecord,
}
_LISTS = (FileKind.SOURCES, FileKind.CHANGES)


@dataclass(slots=True)
class _Reading:
    """What has been read so far."""

    found: list[Diagnostic]
    trees: dict[str, YamlValue] = field(default_factory=dict)
    records: dict[str, list[Record]] = field(default_factory=dict)
    pages: list[Page] = field(default_factory=list)
    prose: dict[Place, Prose] = field(default_factory=dict)
    claims: dict[Place, Claim] = field(default_factory=dict)


def load(root: Path) -> Loaded:
    """Read the project in the folder `root`. Mistakes are diagnostics; nothing that a file holds raises."""
    files = read_project(root)
    reading = _Reading(list(files.diagnostics))
    damaged = (*files.damaged.values(), *_parse(files, reading))
    published = read_published(files.texts.get("glossary/ids.txt"))
    gathered = gather(files, reading.trees, published, damaged)
    reading.found += [*published.diagnostics, *gathered.diagnostics]
    suggestions = Suggestions()
    references = References(gathered.known, suggestions)
    for path, tree in reading.trees.items():
        _check(files.kinds[path], path, tree, reading, references, suggestions)
    reading.found += name_diagnostics(
        (PurePosixPath(path).stem, tree)
        for path, tree in reading.trees.items()
        if files.kinds[path] is FileKind.TERM and isinstance(tree, YamlMapping)
    )
    for path, source in files.texts.items():
        if files.kinds[path] is FileKind.PAGE:
            reading.pages.append(parse_page(source, gathered.known.default_framework, references))
    diagnostics = tuple(sorted([*reading.found, *references.found]))
    texts = {path: source.text for path, source in files.texts.items()}
    texts |= {path: text for path, text in files.damaged.items() if text}
    if has_errors(diagnostics):
        return Loaded(None, diagnostics, texts)
    context = Context(gathered.known, reading.prose, reading.claims)
    return Loaded(_knowledge(files, reading, context, published), diagnostics, texts)


def _parse(files: ProjectFiles, reading: _Reading) -> Iterator[str]:
    """Parse every YAML file; the text of one that cannot be used is given back."""
    for path, source in files.texts.items():
        if files.kinds[path] not in _RECORDS:
            continue
        parsed = read_yaml(source)
        reading.found += parsed.diagnostics
        if parsed.value is not None:
            reading.trees[path] = parsed.value
        elif has_errors(parsed.diagnostics):
            yield source.text
        elif files.kinds[path] not in _LISTS:
            hint = "write the record, or delete the file"
            reading.found.append(Diagnostic(Place(path), "yaml-empty", "the file says nothing", hint=hint))


def _check(
    kind: FileKind,
    path: str,
    tree: YamlValue,
    reading: _Reading,
    references: References,
    suggestions: Suggestions,
) -> None:
    framework = PurePosixPath(path).stem if kind is FileKind.FRAMEWORK else references.known.default_framework
    record = _RECORDS[kind]
    for value in _values(kind, tree, reading):
        validated = validate(record, value, suggestions)
        reading.found += validated.diagnostics
        if validated.record is not None:
            reading.records.setdefault(path, []).append(validated.record)
        texts = check_tree(record, value, framework, references)
        reading.prose |= texts.prose
        reading.claims |= texts.claims


def _values(kind: FileKind, tree: YamlValue, reading: _Reading) -> Iterator[YamlValue]:
    """The records of a file: one, a list of them, or for sources also a group by id."""
    if kind not in _LISTS:
        yield tree
    elif isinstance(tree, YamlSequence):
        yield from tree.items
    elif kind is FileKind.SOURCES and isinstance(tree, YamlMapping):
        for key, value in tree.fields:
            yield _with_id(key, value)
    else:
        message = f"the file should be a list of records, not {described(tree)}"
        reading.found.append(Diagnostic(tree.place, "field-type", message, hint="begin each record with `- `"))


def _with_id(key: YamlScalar, value: YamlValue) -> YamlValue:
    if not isinstance(value, YamlMapping):
        return value
    return YamlMapping(((replace(key, text="id"), key), *value.fields), value.place)


def _knowledge(files: ProjectFiles, reading: _Reading, context: Context, published: PublishedIds) -> KnowledgeBase:
    one = {path: records[0] for path, records in reading.records.items()}
    frameworks = {
        name: conversion.framework(context, name, record, context.known.facts[name])
        for name, record in _by_id(files, one, FileKind.FRAMEWORK, raw.FrameworkRecord)
    }
    sources = [
        conversion.source(record)
        for record in reading.records.get("glossary/sources.yaml", [])
        if isinstance(record, raw.SourceRecord)
    ]
    changes = [
        record for record in reading.records.get("glossary/changes.yaml", []) if isinstance(record, raw.ChangeRecord)
    ]
    glossary = one["glossary/glossary.yaml"]
    assert isinstance(glossary, raw.GlossaryRecord)
    return KnowledgeBase(
        glossary=conversion.glossary(glossary),
        terms={
            name: conversion.term(context, name, record)
            for name, record in _by_id(files, one, FileKind.TERM, raw.TermRecord)
        },
        frameworks=frameworks,
        views={
            name: conversion.view(context, name, record, frameworks[record.framework.text].source)
            for name, record in _by_id(files, one, FileKind.VIEW, raw.ViewRecord)
        },
        faqs={
            name: conversion.faq(context, name, record)
            for name, record in _by_id(files, one, FileKind.FAQ, raw.FaqRecord)
        },
        sources={source.id: source for source in sorted(sources, key=lambda source: source.id)},
        changes=conversion.changes(context, changes),
        pages=tuple(reading.pages),
        published=published.published,
        retired=published.retired,
    )


def _by_id(
    files: ProjectFiles, records: Mapping[str, Record], kind: FileKind, record_class: type[_R]
) -> list[tuple[str, _R]]:
    """The records of one kind with their ids, in the order of the ids."""
    found = [
        (PurePosixPath(path).stem, record)
        for path, record in records.items()
        if files.kinds[path] is kind and isinstance(record, record_class)
    ]
    return sorted(found, key=lambda pair: pair[0])
