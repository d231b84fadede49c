"""A project's files → its knowledge base, with every mistake of every file in one run."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from operator import attrgetter
from pathlib import Path, PurePosixPath
from typing import Any

from hornbook import kinds
from hornbook.cache import NOTHING_KEPT, NoCache, as_before
from hornbook.diagnostics import Code, Diagnostic, Lines, Place, bounded, has_errors
from hornbook.kinds import CHAIN, EXAMPLE, FRAMEWORK, GLOSSARY, PAGE, PUBLISHED_IDS, SOURCE, STATEMENT, TERM, VIEW, Kind
from hornbook.load.engine_decided import decided_otherwise
from hornbook.load.engine_nav import misnamed_pages, omitted_pages
from hornbook.load.engine_settings import PATH, EngineSettings, differences, read_engine_settings
from hornbook.load.engine_unknown import unknown_settings
from hornbook.load.kept_readings import KeptReadings
from hornbook.load.names import (
    Known,
    Named,
    PublishedIds,
    References,
    Suggestions,
    gather,
    name_diagnostics,
    read_published,
)
from hornbook.load.outside import read_outside
from hornbook.load.records import (
    FIELD_TYPE,
    UNREAD,
    Around,
    Reader,
    ReadProse,
    described,
    in_wrong_folder,
    kind_meant,
    lost,
    respelt,
)
from hornbook.load.text import NOTHING_UNSAVED, ProjectFiles, SourceText, Unsaved, read_project
from hornbook.load.tree import ScalarKind, YamlMapping, YamlScalar, YamlSequence, YamlValue, read_yaml
from hornbook.model import Change, Framework, Glossary, HandwrittenPage, KnowledgeBase, Prose, Statement
from hornbook.model.passages import Passage

YAML_EMPTY = Code(
    "yaml-empty",
    "A YAML file says nothing.",
    Lines("glossary/terms/snow.yaml", "# nothing yet", "label: Snow\nkind: condition\nshort: Snow falls."),
)

LOGIC = (GLOSSARY, TERM, FRAMEWORK, VIEW, CHAIN, EXAMPLE)
"""The kinds of records that questions are answered from."""


_HARMLESS = frozenset({"source", "link", "embed", "history", "option", "question", "known-atom"})
"""What may be missing without a doubt about what follows: it is cited, read or asked, but no implication needs it."""


@dataclass(frozen=True, slots=True)
class Readable:
    """What could be read in spite of errors: for checks alone, since references in it may lead nowhere."""

    knowledge: KnowledgeBase
    is_complete: bool
    """Every record of every file was read."""
    is_sound: bool
    """What follows from what is as the files say; else nothing may be asked."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """What was read: the knowledge base, unless there are errors; everything that was found; the files' texts."""

    knowledge: KnowledgeBase | None
    diagnostics: tuple[Diagnostic, ...]
    """Sorted by place."""
    texts: Mapping[str, str]
    """By path, for the lines that messages quote."""
    settings: EngineSettings
    """What the site engine's own settings say."""
    passages: tuple[Passage, ...] = ()
    """What records and pages say in our own words; none where the glossary asks for no style."""
    named: tuple[Named, ...] = ()
    """Every reference that is in order, in the order of the files; none of a file that an earlier run has read."""
    known: Known | None = None
    """Every id that the files define, also those of records with mistakes."""
    records: Mapping[Kind, tuple[tuple[str, Any], ...]] = field(default_factory=dict)
    """The records that are in order, with the name of the file of each, whatever is wrong with others."""
    readable: Readable | None = None
    """In place of the knowledge base where there are errors, as far as the glossary itself could be read."""


@dataclass(slots=True)
class _Reading:
    """What has been read so far."""

    found: list[Diagnostic]
    trees: dict[str, YamlValue] = field(default_factory=dict)
    records: dict[Kind, list[tuple[str, Any]]] = field(default_factory=dict)
    """With the name of the file of each."""
    unread: set[Kind] = field(default_factory=set)
    """The kinds of records that could not be made."""
    pages: list[HandwrittenPage] = field(default_factory=list)
    passages: list[Passage] | None = None
    """None: not wanted."""


def load(root: Path, unsaved: Unsaved = NOTHING_UNSAVED, cache: NoCache = NOTHING_KEPT) -> Loaded:
    """Read the project in the folder `root`. Mistakes are diagnostics; nothing that a file holds raises.

    `unsaved` are the texts of files that are open in an editor; they count in place of what the disk has. Of a file
    that is as in an earlier run, as all names are, what was read is taken from the cache.
    """
    files = read_project(root, unsaved=unsaved)
    reading = _Reading(list(files.diagnostics))
    files, references, published, kept = _records(files, reading, _parse_prose, _Where(root, unsaved, cache))
    for path, source in files.texts.items():
        if files.kinds[path] is PAGE:
            read = partial(_parse_page, source)
            reading.pages += kept.read(source, PAGE.word, references, reading.passages, read)
    settings = read_engine_settings(root, unsaved)
    reading.found += (*settings.diagnostics, *unknown_settings(settings), *decided_otherwise(settings))
    reading.found += misnamed_pages(settings, (page.path for page in reading.pages))
    reading.found += omitted_pages(settings, ((page.path, page.place) for page in reading.pages))
    glossary = reading.trees.get("glossary/glossary.yaml")
    if isinstance(glossary, YamlMapping):
        reading.found += differences(settings, glossary)
    return _loaded(files, reading, references, published, settings)


def load_logic(root: Path) -> Loaded:
    """Read what a question is answered from: the records of `LOGIC`, without their texts.

    Its knowledge base lacks the rest, and every text in it is empty. A mistake in the files that are read is an error
    as in `load`, but of texts nothing is said, nor of references to records that are not read.
    """
    files = read_project(root, LOGIC)
    reading = _Reading(list(files.diagnostics))
    files, references, published, _ = _records(files, reading, _no_prose, _Where(root))
    return _loaded(files, reading, references, published, EngineSettings())


@dataclass(frozen=True, slots=True)
class _Where:
    """Where files stand that are no records, which of them are open in an editor, and what earlier runs read."""

    root: Path
    unsaved: Unsaved = field(default_factory=lambda: NOTHING_UNSAVED)
    cache: NoCache = NOTHING_KEPT


def _records(
    files: ProjectFiles, reading: _Reading, read_prose: ReadProse, where: _Where
) -> tuple[ProjectFiles, References, PublishedIds, KeptReadings]:
    """Read the records of all YAML files into `reading`; the files come back with the chains among them known."""
    damaged = (*files.damaged.values(), *_parse(files, reading, where.cache))
    files = replace(files, kinds=files.kinds | dict.fromkeys(_chains(files, reading), CHAIN))
    files = replace(files, kinds=files.kinds | _misplaced(files, reading))
    suggestions = Suggestions()
    words = frozenset(_mend(files, reading, suggestions))
    published = read_published(files.texts.get(PUBLISHED_IDS))
    gathered = gather(files, reading.trees, published, damaged, words)
    outside = read_outside(where.root, reading.trees.get(GLOSSARY.file), where.unsaved)
    reading.found += [*published.diagnostics, *gathered.diagnostics, *outside.diagnostics]
    references = References(replace(gathered.known, outside=outside.outside), suggestions)
    reading.passages = _wanted_passages(reading.trees.get(GLOSSARY.file))
    kept = KeptReadings(where.cache, references.known, with_passages=reading.passages is not None)
    anew = KeptReadings(NOTHING_KEPT, references.known, with_passages=reading.passages is not None)
    wrong = {one.place.path for one in reading.found}
    for path, tree in reading.trees.items():
        kind = files.kinds[path]
        assert kind is not None
        read = partial(_read, kind, path, tree, suggestions, read_prose)
        of_file = anew if path in wrong else kept
        for record in of_file.read(files.texts[path], kind.word, references, reading.passages, read):
            if record is not UNREAD:
                reading.records.setdefault(kind, []).append((PurePosixPath(path).stem, record))
            else:
                reading.unread.add(kind)
    reading.found += name_diagnostics(
        (PurePosixPath(path).stem, tree)
        for path, tree in reading.trees.items()
        if files.kinds[path] is TERM and isinstance(tree, YamlMapping)
    )
    return files, references, published, kept


# Importing a parser of Markdown takes a while, which questions do without.
def _parse_prose(*what: Any) -> Prose:  # noqa: ANN401 - as `ReadProse` takes them
    from hornbook.load.prose import parse_prose  # noqa: PLC0415

    return parse_prose(*what)


def _parse_page(source: SourceText, references: References, passages: list[Passage] | None) -> list[Any]:
    from hornbook.load.prose import parse_page  # noqa: PLC0415

    return [parse_page(source, references.known.default_framework, references, passages)]


def _no_prose(_text: str, place: Place, *_: object) -> Prose:
    return Prose((), place)


def _loaded(
    files: ProjectFiles,
    reading: _Reading,
    references: References,
    published: PublishedIds,
    settings: EngineSettings,
) -> Loaded:
    diagnostics = bounded([*reading.found, *references.found])
    texts = {path: source.text for path, source in files.texts.items()}
    texts |= {path: text for path, text in (*files.damaged.items(), (PATH, settings.text)) if text}
    failed = has_errors(diagnostics)
    return Loaded(
        knowledge=None if failed else _knowledge_of(reading.records, tuple(reading.pages), published, references),
        diagnostics=diagnostics,
        texts=texts,
        settings=settings,
        passages=tuple(reading.passages or ()),
        named=tuple(references.named),
        known=references.known,
        records={kind: tuple(records) for kind, records in reading.records.items()},
        readable=_readable(files, reading, references, published) if failed else None,
    )


def _readable(
    files: ProjectFiles, reading: _Reading, references: References, published: PublishedIds
) -> Readable | None:
    """What can be checked in spite of errors; nothing where two records have one id, or there is no glossary."""
    if len(reading.records.get(GLOSSARY, ())) != 1 or references.known.ambiguous:
        return None
    left = {kind for path, kind in files.kinds.items() if kind not in (None, PAGE) and path not in reading.trees}
    unread = {*reading.unread, *left, *(() if not files.damaged else LOGIC)}
    is_asked_somewhere = bool(references.known.default_framework)  # where that is unknown, so is what claims ask
    is_sound = unread.isdisjoint(LOGIC) and references.unresolved <= _HARMLESS and is_asked_somewhere
    knowledge = _knowledge_of(reading.records, tuple(reading.pages), published, references)
    return Readable(knowledge, is_complete=not unread, is_sound=is_sound)


def _wanted_passages(glossary: YamlValue | None) -> list[Passage] | None:
    """Where to put what records and pages say; nowhere if the glossary asks for no style, since it takes a while."""
    return [] if isinstance(glossary, YamlMapping) and glossary.get("style") is not None else None


def _parse(files: ProjectFiles, reading: _Reading, cache: NoCache) -> Iterator[str]:
    """Parse every YAML file; the text of one that cannot be used is given back."""
    sources = {path: source for path, source in files.texts.items() if files.kinds[path] not in {None, PAGE}}
    read = partial(map, lambda path: read_yaml(sources[path]))
    for path, parsed in as_before(cache, ("yaml",), None, sources, read).items():
        kind, source = files.kinds[path], sources[path]
        assert kind is not None
        reading.found += parsed.diagnostics
        if parsed.value is not None:
            is_apart = path != kind.file and kind.apart is not None
            reading.trees[path] = _as_list(kind, source, parsed.value) if is_apart else parsed.value
        elif has_errors(parsed.diagnostics):
            yield source.text
        elif not kind.many:
            hint = "write the record, or delete the file"
            reading.found.append(Diagnostic(Place(path), YAML_EMPTY, "the file says nothing", hint=hint))


def _as_list(kind: Kind, source: SourceText, tree: YamlValue) -> YamlValue:
    """The record of a file that holds one alone, read as those of a list are; a source is called by the file."""
    if isinstance(tree, YamlSequence):
        return tree
    name = YamlScalar(
        text=PurePosixPath(source.path).stem, kind=ScalarKind.TEXT, style="", source=source, start=0, end=0
    )
    return YamlSequence((_with_id(name, tree) if kind is SOURCE else tree,), tree.place)


def _chains(files: ProjectFiles, reading: _Reading) -> Iterator[str]:
    """The diagrams that say that they are chains."""
    for path, tree in reading.trees.items():
        kind = tree.text("kind") if isinstance(tree, YamlMapping) else None
        if files.kinds[path] is VIEW and kind is not None and kind.text == CHAIN.word:
            yield path


def _misplaced(files: ProjectFiles, reading: _Reading) -> dict[str, Kind | None]:
    """Files that hold a record of another kind than their folder's, with the kind; each is reported."""
    found: dict[str, Kind | None] = {}
    for path, tree in reading.trees.items():
        kind = files.kinds[path]
        meant = kind_meant(kind, tree) if kind is not None else None
        if kind is not None and meant is not None and isinstance(tree, YamlMapping):
            reading.found.append(in_wrong_folder(path, tree, kind, meant))
            found[path] = meant
    return found


def _mend(files: ProjectFiles, reading: _Reading, suggestions: Suggestions) -> Iterator[str]:
    """Read misspelt fields as what was meant; the words that may be ids all the same are given back."""
    for path, tree in reading.trees.items():
        kind = files.kinds[path]
        assert kind is not None
        reading.trees[path] = respelt(kind, tree, suggestions, reading.found)
        yield from lost(kind, reading.trees[path])


def _read(  # noqa: PLR0913, PLR0917 - a file, and how it is read
    kind: Kind,
    path: str,
    tree: YamlValue,
    suggestions: Suggestions,
    read_prose: ReadProse,
    references: References,
    passages: list[Passage] | None,
) -> list[Any]:
    """The records of a file, `UNREAD` for each that has mistakes."""
    reader = Reader(references, suggestions, read_prose, passages)
    name = PurePosixPath(path).stem
    around = Around(name if kind is FRAMEWORK else references.known.default_framework, name)
    if kind is STATEMENT:
        references.check(SOURCE.word, name, Place(path), around.framework)
    return [reader.record(kind.declaration, value, around) for value in _values(kind, tree, references)]


def _values(kind: Kind, tree: YamlValue, references: References) -> Iterator[YamlValue]:
    """The records of a file: one, a list of them, or for sources also a group by id."""
    if not kind.many:
        yield tree
    elif isinstance(tree, YamlSequence):
        yield from tree.items
    elif kind is SOURCE and isinstance(tree, YamlMapping):
        for key, value in tree.fields:
            yield _with_id(key, value)
    else:
        message = f"the file should be a list of records, not {described(tree)}"
        references.report(Diagnostic(tree.place, FIELD_TYPE, message, hint="begin each record with `- `"))


def _with_id(key: YamlScalar, value: YamlValue) -> YamlValue:
    if not isinstance(value, YamlMapping):
        return value
    return YamlMapping(((replace(key, text="id"), key), *value.fields), value.place)


_Read = Mapping[Kind, Iterable[tuple[str, Any]]]
"""What was read, by kind: the name of the file, and the record."""


def _knowledge_of(
    read: _Read, pages: tuple[HandwrittenPage, ...], published: PublishedIds, references: References
) -> KnowledgeBase:
    """Put everything in its place, by id and in the order of the ids; there must be one glossary."""
    ((_, glossary),) = read[kinds.GLOSSARY]
    assert isinstance(glossary, Glossary)
    return KnowledgeBase(
        glossary=glossary,
        terms=_by_id(read, kinds.TERM),
        frameworks=_extended(_by_id(read, kinds.FRAMEWORK)),
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
        outside=references.known.outside,
        published=published.published,
        retired=published.retired,
    )


def _by_id(read: _Read, kind: Kind) -> dict[str, Any]:
    return {record.id: record for record in sorted((one for _, one in read.get(kind, ())), key=attrgetter("id"))}


def _extended(frameworks: Mapping[str, Framework]) -> dict[str, Framework]:
    """The frameworks, each with the one that it extends; a circle, which is reported, ends where it began."""
    made: dict[str, Framework] = {}

    def whole(name: str, below: tuple[str, ...]) -> Framework:
        own = frameworks[name]
        if name not in made:
            is_known = own.extends in frameworks and own.extends not in below
            base = whole(own.extends, (*below, own.extends)) if own.extends and is_known else None
            made[name] = replace(own, base=base)
        return made[name]

    return {name: whole(name, (name,)) for name in frameworks}


def _by_source(records: Iterable[tuple[str, Statement]]) -> dict[str, tuple[Statement, ...]]:
    """The statements of each source, the sources by id; each source's in the order of its file."""
    found: dict[str, tuple[Statement, ...]] = {}
    for source, statement in sorted(records, key=lambda one: one[0]):
        found[source] = (*found.get(source, ()), statement)
    return found


def _newest_first(changes: Iterable[Change]) -> tuple[Change, ...]:
    """The history; of one day in the order of the file."""
    return tuple(sorted(changes, key=attrgetter("date"), reverse=True))
