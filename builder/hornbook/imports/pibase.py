"""A folder in the format of π-Base (https://github.com/pi-base/data) as terms, a framework and examples.

A property becomes a term, a theorem one implication or several, a space an example with its traits as facts. Each is a
Markdown file with front matter in YAML; texts name others as `{P000016}`, `{S000001|P000016}` and `{{doi:…}}`.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from hornbook.diagnostics import Diagnostic, Place
from hornbook.imports.formulas import NoFormulaError, implications_of, read_formula
from hornbook.imports.markdown_shapes import words_in
from hornbook.imports.values import (
    Draft,
    DraftExample,
    DraftFact,
    DraftImplication,
    DraftSource,
    DraftText,
    Link,
    Loss,
    Theory,
    Valued,
    Vocabulary,
    unreadable,
)
from hornbook.imports.words import composed, one_line
from hornbook.load.prose import read_foreign
from hornbook.load.text import source_text
from hornbook.load.tree import ScalarKind, YamlMapping, YamlScalar, YamlSequence, YamlValue, read_yaml
from hornbook.mathematics import spans_of
from hornbook.model.prose import first_sentence
from hornbook.model.records import LONGEST_BEGINNING

MOST_FILES = 50_000
LARGEST = 100_000_000
FILES = (
    ("property", re.compile(r"properties/[^/]+\.md")),
    ("theorem", re.compile(r"theorems/[^/]+\.md")),
    ("space", re.compile(r"spaces/[^/]+/README\.md")),
    ("trait", re.compile(r"spaces/[^/]+/properties/[^/]+\.md")),
)
_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(?P<yaml>(?:.*\n)*?)---[ \t]*(?:\n|\Z)")
_UID = re.compile(r"([PST])0*(\d{1,9})")
_NAMED = re.compile(r"\{\{?(?:(?:S\d{1,9}\|)?(?P<uid>[PST]\d{1,9})|(?P<ref>[a-z]+:[^{}\s]{1,200}))\}\}?")
_ADDRESSES = {
    "doi": "https://doi.org/{}",
    "zb": "https://zbmath.org/?q=an:{}",
    "mr": "https://mathscinet.ams.org/mathscinet-getitem?mr={}",
    "wikipedia": "https://en.wikipedia.org/wiki/{}",
    "mathse": "https://math.stackexchange.com/q/{}",
    "mo": "https://mathoverflow.net/q/{}",
}
_KEPT = {"uid", "name", "aliases", "refs", "if", "then", "space", "property", "value", "converse"}
_UNREADABLE = "files that cannot be read"
_FIELDS = "fields that have no place in a record"
_NAMES = "other names of spaces"
_SEVERAL = "theorems that became several implications"
_EMPTY = "theorems that say nothing, or no implication says"
_NOWHERE = "theorems and traits about what is not there"
_OFTEN = "traits given twice"


@dataclass(frozen=True, slots=True)
class _File:
    """A file: what its front matter says, and its text."""

    path: str
    fields: YamlMapping
    body: str

    def word(self, name: str) -> str:
        written = self.fields.text(name)
        return one_line(written.text) if written is not None else ""

    @property
    def place(self) -> Place:
        return Place(self.path)

    @property
    def refs(self) -> tuple[DraftSource, ...]:
        """The works that it cites."""
        return tuple(found for group in self.fields.groups("refs") if (found := _source(group)) is not None)


@dataclass(slots=True)
class _Reading:
    """A folder while it is read."""

    files: dict[str, list[_File]] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    """By uid, the names of properties and spaces."""
    sources: dict[str, DraftSource] = field(default_factory=dict)
    losses: list[Loss] = field(default_factory=list)

    def lose(self, what: str, path: str, words: str, *, is_change: bool = False) -> None:
        self.losses.append(Loss(what, Place(path), one_line(words), is_change))


def read_pibase(name: str, at: str, files: Mapping[str, bytes]) -> Vocabulary | Diagnostic:
    """The files of a folder, by their paths in it; `name` is what it is called, `at` where it stands for messages."""
    reading = _Reading()
    for path in sorted(files):
        kind = next((kind for kind, form in FILES if form.fullmatch(path)), None)
        if kind is not None:
            found = _read(f"{at}/{path}", files[path])
            if isinstance(found, _File):
                reading.files.setdefault(kind, []).append(found)
            else:
                reading.lose(_UNREADABLE, f"{at}/{path}", found)
    properties = _named(reading, "property")
    spaces = _named(reading, "space")
    if not properties:
        hint = "the folder holds `properties/P….md`, `theorems/T….md` and `spaces/S…/README.md`"
        return unreadable(Place(at), "no property is found", hint)
    reading.names = {uid: one.word("name") for uid, one in (properties | spaces).items()}
    implications = tuple(_theorems(reading))
    atoms = {atom for one in implications for atom, _ in (*one.premises, one.conclusion)}
    facts = _facts(reading, atoms)
    theory = Theory(
        label=name,
        implications=implications,
        examples=tuple(_example(reading, uid, one, facts.get(uid, {})) for uid, one in spaces.items()),
    )
    terms = tuple(_term(reading, uid, one, is_atom=uid in atoms) for uid, one in properties.items())
    return Vocabulary(
        terms=terms,
        losses=tuple(reading.losses),
        title=name,
        has_formulas=True,
        theory=theory,
        sources=reading.sources,
    )


def _read(path: str, data: bytes) -> _File | str:
    """A file, or what is wrong with it."""
    try:
        text = composed(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return "it is not written in UTF-8"
    front = _FRONT_MATTER.match(text)
    read = read_yaml(source_text(path, front["yaml"])) if front else None
    if front is None or read is None or not isinstance(read.value, YamlMapping):
        return read.diagnostics[0].message if read is not None and read.diagnostics else "it has no front matter"
    return _File(path, read.value, text[front.end() :].strip())


def _named(reading: _Reading, kind: str) -> dict[str, _File]:
    """The files of a kind by uid; those without a uid or name, or with one that is taken, are left out."""
    found: dict[str, _File] = {}
    for one in reading.files.get(kind, ()):
        uid = _uid(one.word("uid"))
        if not uid or not one.word("name") or uid in found:
            reading.lose(_UNREADABLE, one.path, "it has no uid and name of its own")
            continue
        found[uid] = one
        others = [key.text for key, _ in one.fields.fields if key.text not in _KEPT]
        if others:
            reading.lose(_FIELDS, one.path, ", ".join(others))
    return found


def _uid(written: str) -> str:
    """A uid as all files write it: `P16` is `P000016`."""
    found = _UID.fullmatch(written)
    return f"{found[1]}{int(found[2]):06}" if found else ""


def _term(reading: _Reading, uid: str, one: _File, *, is_atom: bool) -> Draft:
    name = one.word("name")
    text = _text(reading, one)
    sentences = (f"it has the property “{name}”", f"it does not have the property “{name}”")
    return Draft(
        key=uid,
        place=one.place,
        label=name,
        names=(re.sub(r"[$\\{}]", "", name),),
        aliases=tuple(_words(one.fields.get("aliases"))),
        short=_beginning(text.plain) if one.refs else "",
        text=text.written,
        plain=text.plain,
        standing=name,
        cited=_cited(reading, one),
        sentences=sentences if is_atom else None,
    )


def _beginning(text: str) -> str:
    """The first sentence of a text in Markdown, without its markup: terms whose text is a sense say it apart."""
    inline = (token for token in read_foreign(text).tokens if token.type == "inline")
    return first_sentence(next(map(words_in, inline), ""), LONGEST_BEGINNING)


def _words(tree: YamlValue | None) -> Iterator[str]:
    for one in tree.items if isinstance(tree, YamlSequence) else ():
        if isinstance(one, YamlScalar) and one_line(one.text):
            yield one_line(one.text)


def _theorems(reading: _Reading) -> Iterator[DraftImplication]:
    for one in reading.files.get("theorem", ()):
        uid = one.word("uid")
        try:
            given, then = read_formula(one.fields.get("if")), read_formula(one.fields.get("then"))
            made = [*implications_of(given, then)]
        except NoFormulaError as error:
            reading.lose(_EMPTY, one.path, str(error))
            continue
        clauses = [(tuple(map(_valued, premises)), _valued(goal)) for premises, goal in made]
        missing = {atom for premises, goal in clauses for atom, _ in (*premises, goal)} - reading.names.keys()
        if missing or not clauses or not uid:
            reading.lose(_NOWHERE if missing else _EMPTY, one.path, ", ".join(sorted(missing)) or one.path)
            continue
        if len(clauses) > 1:
            reading.lose(_SEVERAL, one.path, f"{uid}: {len(clauses)}", is_change=True)
        text, cited = _text(reading, one), _cited(reading, one)
        for number, (premises, goal) in enumerate(clauses, 1):
            name = uid.lower() if number == 1 else f"{uid.lower()}-{number}"
            yield DraftImplication(
                name=name, place=one.place, premises=premises, conclusion=goal, because=text, cited=cited
            )


def _valued(one: Valued) -> Valued:
    return _uid(one[0]) or one[0], one[1]


def _facts(reading: _Reading, atoms: set[str]) -> dict[str, dict[str, DraftFact]]:
    """What is recorded of each space, by property; only of properties that a theorem names."""
    facts: dict[str, dict[str, DraftFact]] = {}
    for one in reading.files.get("trait", ()):
        space, of, value = _uid(one.word("space")), _uid(one.word("property")), one.fields.get("value")
        if space not in reading.names or of not in atoms or not _is_truth(value):
            reading.lose(_NOWHERE, one.path, f"{space} {of}")
        elif of in facts.setdefault(space, {}):
            reading.lose(_OFTEN, one.path, f"{space} {of}")
        else:
            assert isinstance(value, YamlScalar)
            facts[space][of] = DraftFact(value.text.lower() == "true", _text(reading, one), _cited(reading, one))
    return facts


def _is_truth(value: YamlValue | None) -> bool:
    return isinstance(value, YamlScalar) and value.kind is ScalarKind.TRUTH


def _example(reading: _Reading, uid: str, one: _File, facts: Mapping[str, DraftFact]) -> DraftExample:
    if names := "; ".join(_words(one.fields.get("aliases"))):
        reading.lose(_NAMES, one.path, names)
    return DraftExample(
        key=uid,
        place=one.place,
        label=one.word("name"),
        text=_text(reading, one),
        facts=facts,
        cited=_cited(reading, one),
    )


def _cited(reading: _Reading, one: _File) -> tuple[str, ...]:
    """The keys of the works that a file cites, which are noted."""
    for ref in one.refs:
        reading.sources.setdefault(ref.key, ref)
    return tuple(ref.key for ref in one.refs)


def _source(group: YamlMapping) -> DraftSource | None:
    """A work, called by the kind of its identifier and that."""
    name = group.text("name")
    for kind, address in _ADDRESSES.items():
        value = group.text(kind)
        if value is not None and re.fullmatch(r"[^\s<>\"{}|\\^`]{1,300}", value.text):
            title = one_line(name.text) if name is not None else ""
            return DraftSource(f"{kind}:{value.text}", title or f"{kind} {value.text}", address.format(value.text))
    return None


def _text(reading: _Reading, one: _File) -> DraftText:
    """The text of a file, with what it names as links; nothing within a formula is touched."""
    titles = {ref.key: ref for ref in one.refs}
    pieces: list[str | Link] = []
    at = 0
    for start, end in (*spans_of(one.body), (len(one.body), len(one.body))):
        pieces += [*_linked(reading, one.body[at:start], titles), one.body[start:end]]
        at = end
    plain = "".join(piece if isinstance(piece, str) else piece.words for piece in pieces)
    return DraftText(tuple(piece for piece in pieces if piece != ""), plain)


def _linked(reading: _Reading, text: str, titles: Mapping[str, DraftSource]) -> Iterator[str | Link]:
    at = 0
    for found in _NAMED.finditer(text):
        yield text[at : found.start()]
        uid, ref = _uid(found["uid"] or ""), found["ref"]
        if uid in reading.names:
            yield Link(uid, reading.names[uid])
        elif ref in titles:
            yield f"[{titles[ref].title}](<{titles[ref].address}>)".replace("[[", "[")
        else:
            yield uid or ref
        at = found.end()
    yield text[at:]
