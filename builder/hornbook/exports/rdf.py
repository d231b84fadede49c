"""Statements of RDF as values, and two ways of writing them: Turtle and JSON-LD. The same statements, the same bytes.

Only what these files need: addresses and texts, no blank nodes. Turtle is https://www.w3.org/TR/turtle/, its strings in
double quotes; JSON-LD is https://www.w3.org/TR/json-ld11/ with a context of prefixes in the file.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from urllib.parse import quote

from hornbook.exports.data_files import as_json

PREFIXES: Mapping[str, str] = {
    "dcterms": "http://purl.org/dc/terms/",
    "owl": "http://www.w3.org/2002/07/owl#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
}
TYPE = "a"
_NOT_IN_IRIS = re.compile(r"[\x00-\x20<>\"{}|\\^`]")
_ESCAPED = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f"}
_IN_STRINGS = re.compile(r"[\\\"\x00-\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class Iri:
    """An address, or the name of a property or class with a prefix of `PREFIXES`."""

    name: str

    @property
    def is_prefixed(self) -> bool:
        """Whether it is such a name."""
        return self.name.partition(":")[0] in PREFIXES


@dataclass(frozen=True, slots=True)
class Text:
    """A text, in a language if that is known."""

    words: str
    language: str = ""


Value = Iri | Text


@dataclass(slots=True)
class Statements:
    """What is stated, by subject; in the order in which it was said, each once."""

    said: dict[str, dict[tuple[str, Value], None]] = field(default_factory=dict)

    def add(self, subject: str, name: str, *values: Value) -> None:
        """State that a subject has values; of a property or `TYPE`."""
        about = self.said.setdefault(subject, {})
        about.update(dict.fromkeys((name, value) for value in values))


def iri(address: str) -> str:
    """An address without what addresses in RDF may not hold."""
    return _NOT_IN_IRIS.sub(lambda found: quote(found[0], safe=""), address)


def as_turtle(statements: Statements) -> bytes:
    """The statements in Turtle."""
    used = _prefixes_in(statements)
    head = "".join(f"@prefix {prefix}: <{PREFIXES[prefix]}> .\n" for prefix in used)
    return (head + "".join(_about(subject, said) for subject, said in statements.said.items())).encode()


def as_json_ld(statements: Statements) -> bytes:
    """The same statements in JSON-LD."""
    nodes = [{"@id": iri(subject), **_node(said)} for subject, said in statements.said.items()]
    context = {prefix: PREFIXES[prefix] for prefix in _prefixes_in(statements)}
    return as_json({"@context": context, "@graph": nodes})


def _prefixes_in(statements: Statements) -> list[str]:
    names = {
        name
        for said in statements.said.values()
        for one, value in said
        for name in (one, value.name if isinstance(value, Iri) else "")
    }
    return sorted({name.partition(":")[0] for name in names} & PREFIXES.keys())


def _about(subject: str, said: Iterable[tuple[str, Value]]) -> str:
    lines = ";\n".join(f"  {name} {', '.join(map(_term, values))} " for name, values in _by_name(said).items())
    return f"\n<{iri(subject)}>\n{lines}.\n"


def _by_name(said: Iterable[tuple[str, Value]]) -> dict[str, list[Value]]:
    found: dict[str, list[Value]] = {}
    for name, value in said:
        found.setdefault(name, []).append(value)
    return found


def _term(value: Value) -> str:
    match value:
        case Iri():
            return value.name if value.is_prefixed else f"<{iri(value.name)}>"
        case Text(words, language):
            return f'"{_IN_STRINGS.sub(_escape, words)}"' + (f"@{language}" if language else "")


def _escape(found: re.Match[str]) -> str:
    return _ESCAPED.get(found[0]) or f"\\u{ord(found[0]):04X}"


def _node(said: Iterable[tuple[str, Value]]) -> dict[str, object]:
    node: dict[str, object] = {}
    for name, values in _by_name(said).items():
        if name == TYPE:
            node["@type"] = [value.name for value in values if isinstance(value, Iri)]
        else:
            node[name] = [_object(value) for value in values]
    return node


def _object(value: Value) -> dict[str, str]:
    match value:
        case Iri():
            return {"@id": value.name if value.is_prefixed else iri(value.name)}
        case Text(words, language):
            return {"@value": words, **({"@language": language} if language else {})}
