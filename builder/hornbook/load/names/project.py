"""Every id that the project defines, found on the positioned trees.

A record with mistakes, and even a file that cannot be parsed, still defines its id: one cause, one message.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath

from hornbook.diagnostics import Code, Diagnostic, Lines, Place, Related
from hornbook.kinds import (
    ADDRESSED,
    CHAIN,
    CHOICE,
    FACT,
    FRAMEWORK,
    GLOSSARY,
    IMPLICATION,
    QUESTION,
    SOURCE,
    STATEMENT,
    TERM,
    VIEW,
    Kind,
    parts_of,
)
from hornbook.load.names.called import names_of_facts, names_of_scopes, names_of_terms
from hornbook.load.names.extending import PRESUPPOSITION, Piece, extended
from hornbook.load.names.ids import PublishedIds, id_diagnostics, reserved_diagnostics
from hornbook.load.names.own_words import NO_WORDS, OwnWords, own_words, repeated_words
from hornbook.load.text import ProjectFiles
from hornbook.load.tree import YamlMapping, YamlScalar, YamlSequence, YamlValue
from hornbook.logic import Literal
from hornbook.mathematics import in_letters
from hornbook.model.notation import parse_literal
from hornbook.model.outside import Outside, outside_name
from hornbook.model.records import Labels, in_running_text
from hornbook.model.typed_words import Name

ID_TAKEN = Code(
    "id-taken",
    "An id is used for two things, so that a link to it would be a guess.",
    Lines(
        "glossary/frameworks/weather.yaml",
        "- id: rain-wets\n  if: [rain]\n  then: wet-ground\n- id: rain-wets\n  if: [wet-ground]\n  then: rain",
        "- id: rain-wets\n  if: [rain]\n  then: wet-ground\n- id: wet-means-rain\n  if: [wet-ground]\n  then: rain",
    ),
)
FIELD_MISSING = Code(
    "field-missing",
    "A record lacks a field that its kind of record must have.",
    Lines(
        "glossary/terms/rain.yaml",
        "kind: condition\nshort: Water falls from the sky.",
        "label: Rain\nkind: condition\nshort: Water falls from the sky.",
    ),
)

COUNTED = {f"{kind.word}s": kind for kind in ADDRESSED}
"""What a text can count, in its words: `{count:terms}`."""


@dataclass(frozen=True, slots=True)
class Linked:
    """A thing with a page: what it is, and the file that defines it."""

    kind: Kind
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """All ids, and where each is defined."""

    linked: Mapping[str, Linked]
    ambiguous: frozenset[str]
    """Ids that two files define; a reference to one of them is no further mistake."""
    sentences: frozenset[str]
    """Terms that have sentences, so that they can be atoms."""
    facts: Mapping[str, Mapping[str, Place]] = field(default_factory=dict)
    """By framework."""
    implications: Mapping[str, Mapping[str, Place]] = field(default_factory=dict)
    """By framework."""
    inherited: Mapping[str, Mapping[str, Place]] = field(default_factory=dict)
    """By framework that extends another, what it takes over unless it leaves it out."""
    atoms: frozenset[str]
    """What some framework has as a fact, or uses in an implication or a choice."""
    chain_terms: Mapping[str, frozenset[str]]
    """By chain, the terms that are its links."""
    options: Mapping[str, Mapping[str, Place]] = field(default_factory=dict)
    """By quiz question."""
    senses: Mapping[str, Mapping[str, Place]] = field(default_factory=dict)
    """By term."""
    labels: Mapping[str, str] = field(default_factory=dict)
    """By term."""
    called: Mapping[str, str] = field(default_factory=dict)
    """By term, what it is called within a sentence."""
    labelling: Labels = Labels.AS_WRITTEN
    names: tuple[Name, ...] = ()
    """What terms and facts are called, and the sentences that they stand for."""
    scopes: tuple[tuple[str, str], ...] = ()
    """What frameworks and views are called, each with the id."""
    view_frameworks: Mapping[str, str]
    framework_sources: Mapping[str, str] = field(default_factory=dict)
    framework_atoms: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Everything that can be true or false in a framework, by framework."""
    sources: Mapping[str, Place]
    former: Mapping[str, str]
    """Ids that a record had before, with its present id."""
    retired: frozenset[str]
    default_framework: str
    """Empty where the glossary does not name one."""
    own_words: OwnWords = NO_WORDS
    """The words that the glossary declares."""
    outside: Mapping[str, Outside] = field(default_factory=dict)
    """Other glossaries that are cited, by name; without terms where their data cannot be read."""
    mathematics: bool = True
    """Whether texts hold formulas between dollar signs."""
    damaged: tuple[str, ...]
    """The texts of the files that could not be used; whatever they mention may be defined there."""
    lost: frozenset[str] = frozenset()
    """Words that stand, in a wrong form, where ids are defined."""
    unread: frozenset[Kind] = frozenset()
    """The kinds whose records were not read, so that nothing can be said of references to them."""

    def may_exist(self, name: str) -> bool:
        """Tell whether an unknown id may be defined where nothing could be read."""
        return name in self.lost or any(not text or name in text for text in self.damaged)

    def name_of(self, name: str) -> str:
        """What a term is called within a sentence, ours or another glossary's; of anything else, its id."""
        named = outside_name(name)
        outside = self.outside.get(named[0]) if named is not None else None
        if named is not None and outside is not None and named[1] in outside.terms:
            return outside.terms[named[1]].label
        return self.called.get(name, name)

    @property
    def questions(self) -> Mapping[str, Place]:
        """Each quiz question, and the file that defines it."""
        return {name: Place(QUESTION.file.format(name)) for name in self.options}

    def of_kind(self, kind: Kind) -> tuple[str, ...]:
        """The ids of one kind."""
        return tuple(name for name, linked in self.linked.items() if linked.kind is kind)

    def count(self, words: str) -> int | None:
        """How many there are of what COUNTED calls so; None where it calls nothing so."""
        match COUNTED.get(words):
            case None:
                return None
            case kind if kind is SOURCE:
                return len(self.sources)
            case kind if kind is QUESTION:
                return len(self.options)
            case kind:
                return len(self.of_kind(kind))


@dataclass(frozen=True, slots=True)
class Gathered:
    """The ids, and what is wrong with them."""

    known: Known
    diagnostics: tuple[Diagnostic, ...]


def gather(
    files: ProjectFiles,
    trees: Mapping[str, YamlValue],
    published: PublishedIds,
    damaged: tuple[str, ...],
    lost: frozenset[str] = frozenset(),
) -> Gathered:
    """Collect all ids; `trees` holds the value of each file that could be parsed, by path.

    What is `damaged` or `lost` may define more of them.
    """
    found: list[Diagnostic] = []
    linked, ambiguous = _linked(files, found)
    groups = {
        _id(path): (kind, tree)
        for path, tree in trees.items()
        if (kind := files.kinds[path]) is not None and kind.linked and isinstance(tree, YamlMapping)
    }
    parsed = {path for path, tree in trees.items() if files.kinds[path] is TERM and isinstance(tree, YamlMapping)}
    unparsed = {_id(path) for path, kind in files.kinds.items() if kind is TERM and path not in parsed}
    frameworks = dict(_of(groups, FRAMEWORK))
    own_facts = {name: _facts(tree) for name, tree in frameworks.items()}
    whole = extended(frameworks, _pieces, _taken)
    found += whole.diagnostics
    has_mathematics = _has_mathematics(trees.get(GLOSSARY.file))
    in_form = in_letters if has_mathematics else str
    framework_atoms = whole.atoms()
    labels = {
        name: in_form(label.text.strip())
        for name, tree in _of(groups, TERM)
        if (label := tree.text("label")) is not None
    }
    labelling = _labelling(trees.get(GLOSSARY.file))
    known = Known(
        linked=linked,
        ambiguous=ambiguous,
        sentences=frozenset(
            {name for name, tree in _of(groups, TERM) if tree.get("holds") or tree.get("fails")} | unparsed
        ),
        facts=whole.places(FACT.word),
        implications=whole.places(IMPLICATION.word),
        inherited=whole.droppable(),
        senses={name: _senses(tree, found) for name, tree in _of(groups, TERM)},
        atoms=frozenset().union(*framework_atoms.values()),
        framework_atoms=framework_atoms,
        framework_sources={name: _source(tree) for name, tree in _of(groups, FRAMEWORK)},
        labels=labels,
        labelling=labelling,
        called={
            name: in_form(written.text.strip())
            if (written := tree.text("in_text")) is not None
            else in_running_text(labels.get(name, name), labelling)
            for name, tree in _of(groups, TERM)
        },
        names=tuple(
            replace(name, text=in_form(name.text))
            for name in (*names_of_terms(_of(groups, TERM)), *names_of_facts(_of(groups, FRAMEWORK)))
        ),
        scopes=tuple(
            (in_form(words), name)
            for words, name in (
                *names_of_scopes(_of(groups, FRAMEWORK), "label"),
                *names_of_scopes(_of(groups, VIEW), "title"),
            )
        ),
        chain_terms={name: _chain_terms(tree) for name, tree in _of(groups, CHAIN)},
        options=_options(files, trees, found),
        view_frameworks={
            name: framework.text
            for name, tree in _of(groups, VIEW)
            if (framework := tree.text("framework")) is not None
        },
        sources=_sources([tree for path, tree in trees.items() if files.kinds[path] is SOURCE], found),
        former=_former(groups, linked, found),
        retired=frozenset(line.partition(" ")[2] for line in published.retired),
        default_framework=_default_framework(trees.get(GLOSSARY.file), [name for name, _ in _of(groups, FRAMEWORK)]),
        own_words=own_words(trees.get(GLOSSARY.file)),
        mathematics=has_mathematics,
        damaged=damaged,
        lost=lost,
        unread=files.unread,
    )
    for name, tree in _of(groups, FRAMEWORK):
        _anchors(tree, dict(own_facts[name]), found)
    for path, statements in trees.items():
        if files.kinds[path] is STATEMENT:
            _list(statements, {}, found)
    found += [
        _taken(name.place, f"`{name.text}` is declared twice", first)
        for name, first in repeated_words(trees.get(GLOSSARY.file))
    ]
    found += _without_default(trees.get(GLOSSARY.file), framework_atoms)
    found += [fact for names in own_facts.values() for fact in _fact_diagnostics(names, linked)]
    return Gathered(known, tuple(found))


def _linked(files: ProjectFiles, found: list[Diagnostic]) -> tuple[dict[str, Linked], frozenset[str]]:
    linked: dict[str, Linked] = {}
    ambiguous: set[str] = set()
    for path, kind in sorted(files.kinds.items(), key=lambda item: (_id(item[0]), item[0])):
        if kind is None or not kind.linked:
            continue
        name = _id(path)
        found.extend(id_diagnostics(name, Place(path), "the file name without `.yaml`"))
        first = linked.setdefault(name, Linked(kind, Place(path)))
        if first.place.path != path:
            ambiguous.add(name)
            message = f"`{name}` is {first.kind.one} already, and {kind.one} here"
            found.append(_taken(Place(path), message, first.place))
    return linked, frozenset(ambiguous)


def _id(path: str) -> str:
    return PurePosixPath(path).stem


def _of(groups: Mapping[str, tuple[Kind, YamlMapping]], kind: Kind) -> Iterator[tuple[str, YamlMapping]]:
    return ((name, tree) for name, (its_kind, tree) in groups.items() if its_kind is kind)


def _facts(tree: YamlMapping) -> dict[str, Place]:
    atoms = tree.get("atoms")
    return {key.text: key.place for key, _ in atoms.fields} if isinstance(atoms, YamlMapping) else {}


def _fact_diagnostics(facts: Mapping[str, Place], linked: Mapping[str, Linked]) -> Iterator[Diagnostic]:
    for name, place in facts.items():
        yield from id_diagnostics(name, place, "the fact's id")
        if name in linked:
            yield _taken(place, f"`{name}` is {linked[name].kind.one} already", linked[name].place)


def _pieces(tree: YamlMapping) -> Iterator[Piece]:
    """The parts of a framework that have names, with the atoms that each names."""
    yield from (Piece(FACT.word, name, place, frozenset({name})) for name, place in _facts(tree).items())
    for part in parts_of(FRAMEWORK):
        for group in tree.groups(part.field) if part.field and part is not FACT else ():
            name = group.text("id")
            atoms = frozenset(_used_atoms(group)) if part in (IMPLICATION, CHOICE) else frozenset[str]()
            if name is not None:
                yield Piece(part.word, name.text, name.place, atoms)
            elif atoms:  # its id is missing, which is reported; it is part of the framework all the same
                yield Piece(part.word, "", group.place, atoms)
    presupposes = tree.get("presupposes")
    for atom, under in presupposes.fields if isinstance(presupposes, YamlMapping) else ():
        listed = under.get("under") if isinstance(under, YamlMapping) else under
        items = listed.items if isinstance(listed, YamlSequence) else ()
        named = _atoms_in(item for item in items if isinstance(item, YamlScalar))
        yield Piece(PRESUPPOSITION, atom.text, atom.place, frozenset((atom.text, *named)))


def _anchors(tree: YamlMapping, places: dict[str, Place], found: list[Diagnostic]) -> None:
    """What has an anchor on the framework's page beside its facts, whose `places` are given."""
    for part in parts_of(FRAMEWORK):
        for group in tree.groups(part.field) if part.field and part is not FACT else ():
            _define(group.text("id"), places, found, "the framework")
    atoms = tree.get("atoms")
    facts = atoms.fields if isinstance(atoms, YamlMapping) else ()
    parts = [value for _, value in facts if isinstance(value, YamlMapping)]
    parts += [group for part in parts_of(FRAMEWORK) if part.field for group in tree.groups(part.field)]
    _formerly(parts, places, found)


def _source(tree: YamlMapping) -> str:
    """The id of a framework's source, written alone or with a place in it."""
    source = tree.get("source")
    written = source.text("ref") if isinstance(source, YamlMapping) else tree.text("source")
    return written.text if written is not None else ""


def _used_atoms(part: YamlMapping) -> Iterator[str]:
    """The atoms that a choice or an implication names."""
    yield from (atom.text for atom in part.texts("one_of"))
    then = part.text("then")
    yield from _atoms_in((*part.texts("if"), *part.texts("assuming"), *([then] if then else [])))


def _atoms_in(scalars: Iterable[YamlScalar]) -> Iterator[str]:
    for scalar in scalars:
        literal = parse_literal(scalar.text)
        if isinstance(literal, Literal):
            yield literal.atom


def _chain_terms(tree: YamlMapping) -> frozenset[str]:
    terms = (link.text("term") for link in tree.groups("links"))
    return frozenset(term.text for term in terms if term is not None)


def _options(
    files: ProjectFiles, trees: Mapping[str, YamlValue], found: list[Diagnostic]
) -> dict[str, Mapping[str, Place]]:
    """The options of each quiz question; one that could not be parsed has none that are known."""
    options: dict[str, Mapping[str, Place]] = {}
    for path, kind in files.kinds.items():
        if kind is not QUESTION:
            continue
        found.extend(id_diagnostics(_id(path), Place(path), "the file name without `.yaml`"))
        places: dict[str, Place] = {}
        tree = trees.get(path)
        for group in tree.groups("options") if isinstance(tree, YamlMapping) else ():
            _define(group.text("id"), places, found, "the question")
        options[_id(path)] = places
    return options


def _senses(tree: YamlMapping, found: list[Diagnostic]) -> dict[str, Place]:
    places: dict[str, Place] = {}
    for group in tree.groups("senses"):
        name = group.text("id") or group.text("framework")
        if name is None and group.get("id") is None and group.get("framework") is None:
            where = group.fields[0][0].place if group.fields else group.place
            hint = "name the framework whose sense it is, or give the sense an `id`"
            found.append(Diagnostic(where, FIELD_MISSING, "`framework` is missing", hint=hint))
        _define(name, places, found, "the term")
    _formerly(tree.groups("senses"), places, found)
    return places


def _define(name: YamlScalar | None, places: dict[str, Place], found: list[Diagnostic], within: str) -> None:
    if name is None:
        return
    if name.text in places:
        message = f"`{name.text}` is defined twice in {within}"
        found.append(_taken(name.place, message, places[name.text]))
    else:
        places[name.text] = name.place


def _formerly(parts: Iterable[YamlMapping], places: Mapping[str, Place], found: list[Diagnostic]) -> None:
    """Former ids of the parts of a record, each an anchor beside those of `places`: no two of them may be the same."""
    taken = dict(places)
    for part in parts:
        for old in part.texts("was"):
            found.extend(reserved_diagnostics(old.text, old.place))
            if old.text in taken:
                message = f"`{old.text}` stands for another part of this record"
                found.append(_taken(old.place, message, taken[old.text]))
            taken.setdefault(old.text, old.place)


def _sources(trees: Iterable[YamlValue], found: list[Diagnostic]) -> dict[str, Place]:
    places: dict[str, Place] = {}
    for tree in trees:
        if isinstance(tree, YamlMapping):
            places |= {key.text: key.place for key, _ in tree.fields}
        else:
            _list(tree, places, found)
    return places


def _list(tree: YamlValue | None, places: dict[str, Place], found: list[Diagnostic]) -> None:
    """Add what a list of records defines."""
    for item in tree.items if isinstance(tree, YamlSequence) else ():
        if isinstance(item, YamlMapping):
            _define(item.text("id"), places, found, "the list")


def _former(
    groups: Mapping[str, tuple[Kind, YamlMapping]], linked: Mapping[str, Linked], found: list[Diagnostic]
) -> dict[str, str]:
    former: dict[str, str] = {}
    places: dict[str, Place] = {}
    for name, (_, tree) in sorted(groups.items()):
        for old in tree.texts("was"):
            found.extend(reserved_diagnostics(old.text, old.place))
            if old.text in linked:
                now = linked[old.text]
                message = f"`{old.text}` is {now.kind.one} now, so it cannot be a former id"
                found.append(_taken(old.place, message, now.place))
            elif old.text in places and former[old.text] != name:
                found.append(_taken(old.place, f"`{old.text}` is a former id of two records", places[old.text]))
            else:
                former[old.text] = name
                places[old.text] = old.place
    return former


def _default_framework(tree: YamlValue | None, frameworks: Sequence[str]) -> str:
    """The one that the glossary names, or the only one that there is; empty where neither is."""
    framework = tree.text("framework") if isinstance(tree, YamlMapping) else None
    if framework is not None:
        return framework.text
    return frameworks[0] if len(frameworks) == 1 else ""


def _without_default(tree: YamlValue | None, frameworks: Collection[str]) -> Iterator[Diagnostic]:
    """Of several frameworks the glossary must name one, so that nobody guesses whose words count."""
    if isinstance(tree, YamlMapping) and tree.get("framework") is None and len(frameworks) > 1:
        place = tree.fields[0][0].place if tree.fields else tree.place
        hint = f"add `framework: …`, whose words count where nothing else is said: {', '.join(sorted(frameworks))}"
        yield Diagnostic(place, FIELD_MISSING, "`framework` is missing, and there are several", hint=hint)


def _has_mathematics(tree: YamlValue | None) -> bool:
    written = tree.get("mathematics") if isinstance(tree, YamlMapping) else None
    return not (isinstance(written, YamlScalar) and written.text == "false")


def _labelling(tree: YamlValue | None) -> Labels:
    written = tree.text("labels") if isinstance(tree, YamlMapping) else None
    is_word = written is not None and written.text in list(Labels)
    return Labels(written.text) if written is not None and is_word else Labels.AS_WRITTEN


def _taken(place: Place, message: str, first: Place) -> Diagnostic:
    related = (Related(first, "first defined here"),)
    return Diagnostic(place, ID_TAKEN, message, hint="choose another id", related=related)
