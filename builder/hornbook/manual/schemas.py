"""What the files of each kind may hold, as JSON Schema (draft 2020-12) for editors and other programs.

Where the ids of a project are given, each reference offers them with what they mean. An id that is new in an editor is
in order all the same: whether anything has it, the program says.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from hornbook.addresses import SCHEMA
from hornbook.kinds import CHAIN, DIAGRAM, KINDS, PAGE, SOURCE, VIEW, Kind
from hornbook.load.records import IMPOSSIBLE, schema_of
from hornbook.logic import Verdict
from hornbook.manual.vocabulary import Entry, Vocabulary
from hornbook.model import Claim
from hornbook.model.declared import ByAtoms, ByIds, Field, Group, How, Many, Shape, Single, fields_of
from hornbook.model.fields import Atoms, Ref, Word
from hornbook.model.outside import outside_name
from hornbook.reasoning.verdicts import VERDICT_WORDS

Schema = dict[str, Any]

SCHEMA_FOLDER = ".hornbook/schema"
"""Where a project has the schemas with its ids, if they were written."""
_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_DESCRIBED = tuple(kind for kind in KINDS if kind is not PAGE)


@dataclass(slots=True)
class _Making:
    """A schema that is being made."""

    vocabulary: Vocabulary | None
    parts: Schema = field(default_factory=dict)
    """What is said once and referred to."""

    def whole(self, top: Schema) -> Schema:
        """The schema around what its parts were made for."""
        return {"$schema": _DIALECT, **top, "$defs": dict(sorted(self.parts.items()))}


def schemas(vocabulary: Vocabulary | None = None) -> dict[str, Schema]:
    """Every schema by its name: of each kind of file, of a record that has a file apart, and of any diagram."""
    made = {kind.schema: json_schema(kind, vocabulary) for kind in _DESCRIBED}
    made |= {kind.own_schema: _alone(kind, vocabulary) for kind in _DESCRIBED if kind.apart is not None}
    return dict(sorted({**made, DIAGRAM: _diagram(vocabulary)}.items()))


def published_schemas(site_url: str) -> dict[str, bytes]:
    """The schemas as files of a site that stands at `site_url`, by address.

    They hold no ids, so that they change with the program only: an editor far from the project keeps what it fetched,
    and would offer ids that are gone. Schemas with ids are written beside the project, by `hornbook schema`.
    """
    addresses = {SCHEMA.format(name): schema for name, schema in schemas().items()}
    return {
        address: (json.dumps({"$id": site_url + address, **schema}, indent=2, ensure_ascii=False) + "\n").encode()
        for address, schema in addresses.items()
    }


def schema_globs() -> dict[str, str]:
    """For each schema that files are held to, which files these are: a glob from the project's root."""
    pairs = [(kind.schema, kind.file) for kind in _DESCRIBED if kind not in (VIEW, CHAIN)]
    pairs += [(kind.own_schema, kind.apart) for kind in _DESCRIBED if kind.apart is not None]
    return {name: file.replace("{}", "*") for name, file in sorted([*pairs, (DIAGRAM, VIEW.file)])}


def json_schema(kind: Kind, vocabulary: Vocabulary | None = None) -> Schema:
    """Describe the files of a kind; with a vocabulary, with the ids that it knows."""
    making = _Making(vocabulary)
    record = _group(kind.declaration, making)
    return making.whole({"type": "array", "items": record, "title": kind.plural.capitalize()} if kind.many else record)


def _alone(kind: Kind, vocabulary: Vocabulary | None) -> Schema:
    """A file that holds one record of a kind whose records are listed elsewhere; a source is called by the file."""
    making = _Making(vocabulary)
    record = _group(kind.declaration, making)
    required = [name for name in record["required"] if kind is not SOURCE or name != "id"]
    return making.whole({**record, "required": required})


def _diagram(vocabulary: Vocabulary | None) -> Schema:
    """A diagram, which says itself whether it is a chain."""
    making = _Making(vocabulary)
    is_chain = {"properties": {"kind": {"const": CHAIN.word}}, "required": ["kind"]}
    chain, view = (_reference(kind.declaration, making) for kind in (CHAIN, VIEW))
    return making.whole({"title": "Diagram", "type": "object", "if": is_chain, "then": chain, "else": view})


def _group(declaration: type, making: _Making) -> Schema:
    fields = fields_of(declaration)
    described: Schema = {
        "title": declaration.__name__,
        "description": (declaration.__doc__ or "").partition("\n")[0],
        "type": "object",
        "properties": {field.name: _field(field, making) for field in fields},
        "additionalProperties": False,
    }
    required = [field.name for field in fields if field.required]
    if required:
        described["required"] = required
    shorthand: str | None = getattr(declaration, "shorthand", None)
    if shorthand is None:
        return described
    return {"anyOf": [described["properties"][shorthand], described], "title": described["title"]}


def _field(field: Field, making: _Making) -> Schema:
    meaning = field.meaning if field.otherwise is None else f"{field.meaning} If left out: {field.otherwise}."
    return {"title": field.name, "description": meaning, **_shape(field.shape, making)}


def _shape(shape: Shape, making: _Making) -> Schema:
    match shape:
        case Single(how):
            return _single(how, making)
        case Many(item, _, count, alone):
            one = _shape(item, making)
            counted = {"minItems": count.least, "maxItems": count.most}
            several = {"type": "array", "items": one, **{name: n for name, n in counted.items() if n}}
            return {"anyOf": [one, several]} if alone else several
        case Group(declarations):
            options = [_reference(declaration, making) for declaration in declarations]
            options += [{"type": "string", "pattern": "=>"}] if Claim in declarations else []
            return options[0] if len(options) == 1 else {"anyOf": options}
        case ByIds(declaration, key):
            return _keyed(key, _reference(declaration, making), making)
        case ByAtoms(key, declaration):
            one = _reference(declaration, making)
            name = f"{declaration.__name__}-by-framework"
            making.parts[name] = {"anyOf": [one, _keyed(Ref("framework"), one, making)]}
            return _keyed(key, {"$ref": f"#/$defs/{name}"}, making)


def _single(how: How, making: _Making) -> Schema:
    """A single value: of a word with what each means, of a reference with the ids that there are."""
    described = schema_of(how)
    if isinstance(how, type) and issubclass(how, StrEnum):
        return {**described, "enumDescriptions": [meaning_of(word) for word in how]}
    if not isinstance(how, Ref | Atoms) or making.vocabulary is None:
        return described
    if how == Ref("match"):  # the ids of terms stand in a part of their own already
        return {"anyOf": [_single(Ref("term"), making), *_others(making), described]}
    offered = making.vocabulary.offered(how.kind)
    told = list(_ids(offered) if isinstance(how, Ref) else _literals(offered))
    if not told:
        return described
    name = f"{how.kind}-{'ids' if isinstance(how, Ref) else 'literals'}"
    # One option for each, not one list of all: editors show of an option what it means, of a list all that there is.
    making.parts[name] = {"anyOf": [{"const": one, "title": one, "description": text} for one, text in told]}
    options: list[Schema] = [{"$ref": f"#/$defs/{name}"}]
    if isinstance(how, Atoms) and how.or_impossible:
        options.append({"const": IMPOSSIBLE, "description": "The premises cannot hold together."})
    return {"anyOf": [*options, described]}


def _others(making: _Making) -> list[Schema]:
    """The terms of other glossaries, if any are cited."""
    assert making.vocabulary is not None
    others = [one for one in making.vocabulary.offered("match") if outside_name(one.name) is not None]
    return [{"const": one, "title": one, "description": text} for one, text in _ids(others)]


def _keyed(key: Ref | None, value: Schema, making: _Making) -> Schema:
    """A group of ids with a value each; the ids that there are are offered."""
    group: Schema = {"type": "object", "additionalProperties": value}
    if key is None or making.vocabulary is None:
        return group
    known = {name: {**value, "description": meaning} for name, meaning in _ids(making.vocabulary.offered(key.kind))}
    return {**group, "properties": known, "propertyNames": schema_of(key)}


def _ids(entries: list[Entry]) -> Iterator[tuple[str, str]]:
    """Each id once, with what it means; where several things have it, with what each means."""
    told: dict[str, list[str]] = {}
    for one in entries:
        told.setdefault(one.name, []).append(in_words(one))
    yield from ((name, " / ".join(dict.fromkeys(words))) for name, words in told.items())


def _literals(entries: list[Entry]) -> Iterator[tuple[str, str]]:
    yield from _ids(entries)
    failing = {one.name: one.failing for one in entries if one.failing}
    yield from ((f"not {name}", f"{fails[:1].upper()}{fails[1:]}.") for name, fails in failing.items())


def in_words(entry: Entry) -> str:
    """What a thing is called, what it is, and what it means, in one line."""
    label = entry.label if entry.label != entry.meaning else ""
    begun = f"{label} ({entry.called})" if label else entry.called.capitalize()
    return f"{begun}: {entry.meaning}" if entry.meaning else begun


def meaning_of(word: StrEnum) -> str:
    """What a word means to whoever chooses it; a verdict is the logic's, which has no words for people."""
    if isinstance(word, Verdict):
        return VERDICT_WORDS[word].meaning
    assert isinstance(word, Word)
    return word.meaning


def _reference(declaration: type, making: _Making) -> Schema:
    name = declaration.__name__
    if name not in making.parts:
        making.parts[name] = {}  # a class that holds itself ends here
        making.parts[name] = _group(declaration, making)
    return {"$ref": f"#/$defs/{name}"}
