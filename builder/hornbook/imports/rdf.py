"""Bytes to RDF, by rdflib, and nothing else: whatever would make it fetch something or grow is refused beforehand.

- XML: see `xml_beginning`.
- JSON-LD: every context stands in the file. One that is named by its address would be fetched (JSON-LD 1.1, 4.1.1).
- Turtle names nothing that is fetched; `owl:imports` is a statement like any other.
"""

import json
import logging
import re
import warnings
from collections.abc import Iterator
from enum import StrEnum
from importlib.util import find_spec
from pathlib import PurePath
from typing import TYPE_CHECKING

from hornbook.diagnostics import Diagnostic, Place
from hornbook.imports.values import unreadable
from hornbook.imports.xml_beginning import XmlBeginning

if TYPE_CHECKING:
    from rdflib import Graph

LARGEST = 20_000_000
"""Bytes of a file that is read; others are large enough to be divided first."""
_BASE = "urn:hornbook:"
"""What relative addresses are completed with, so that they never name a file of this machine."""


class Form(StrEnum):
    """How a file writes RDF, by the names that rdflib has for it."""

    TURTLE = "turtle"
    JSON_LD = "json-ld"
    XML = "xml"


_ENDINGS = {".ttl": Form.TURTLE, ".nt": Form.TURTLE, ".jsonld": Form.JSON_LD, ".json": Form.JSON_LD}
_ENDINGS |= dict.fromkeys((".rdf", ".xml", ".owl", ".skos"), Form.XML)


def is_installed() -> bool:
    """Whether rdflib is there: it is an extra of the package, since most projects never need it."""
    return find_spec("rdflib") is not None


def form_of(name: str, data: bytes) -> Form:
    """How a file writes RDF, by the ending of its name, or else by how it begins."""
    known = _ENDINGS.get(PurePath(name).suffix.lower())
    begins = data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1]
    by_content = {b"{": Form.JSON_LD, b"[": Form.JSON_LD, b"<": Form.XML}.get(begins, Form.TURTLE)
    return known or by_content


def read_graph(path: str, data: bytes) -> "Graph | Diagnostic":
    """The statements of a file; or why it cannot be read, with the place as far as that is known."""
    if len(data) > LARGEST:
        message = f"the file has {len(data):,} bytes; the limit is {LARGEST:,}"
        return unreadable(Place(path), message, "divide the vocabulary into several files")
    form = form_of(path, data)
    look = {Form.XML: _xml_refused, Form.JSON_LD: _json_refused}.get(form)
    refused = look(path, data) if look is not None else None
    return refused or _parsed(path, data, form)


def _parsed(path: str, data: bytes, form: Form) -> "Graph | Diagnostic":
    import rdflib  # noqa: PLC0415 - an extra, and it takes a while

    logging.getLogger("rdflib").setLevel(logging.CRITICAL)  # what it would say of single values, we say of the whole
    rdflib.NORMALIZE_LITERALS = False  # a value stays as it is written
    graph: Graph = rdflib.Graph(bind_namespaces="none")
    if form is Form.JSON_LD:
        data = json.dumps(json.loads(data)).encode()  # what was looked at is what is read
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of what rdflib itself will change
            graph.parse(data=data, format=form.value, publicID=_BASE)
    except RecursionError:
        return unreadable(Place(path), f"the {_called(form)} is nested too deep", "write it with fewer levels")
    except Exception as error:  # noqa: BLE001 - a stranger's file; rdflib's parsers raise many kinds
        line = getattr(error, "lines", None)
        at = line + 1 if isinstance(line, int) else _line_in(error)
        words = " ".join(str(error).split())[:200]
        return unreadable(Place(path, at), f"this is no {_called(form)} that can be read: {words}", _hint(form))
    return graph


def _line_in(error: Exception) -> int:
    line = getattr(error, "getLineNumber", None)
    found = line() if callable(line) else getattr(error, "lineno", None)
    return found if isinstance(found, int) and found > 0 else 1


def _called(form: Form) -> str:
    return {Form.TURTLE: "Turtle", Form.JSON_LD: "JSON-LD", Form.XML: "RDF/XML"}[form]


def _hint(form: Form) -> str:
    others = " or ".join(_called(one) for one in Form if one is not form)
    return f"the ending of the file says what it is: write {_called(form)} in it, or name it as {others}"


def _xml_refused(path: str, data: bytes) -> Diagnostic | None:
    """Why a file of XML is not read; None where nothing in it names anything outside, or grows."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return unreadable(Place(path), "the file is written in UTF-16", "save it as UTF-8")
    begins = XmlBeginning(data)
    if begins.refused is None:
        return None
    message, hint = begins.refused
    return unreadable(Place(path, begins.line), message, hint)


def _json_refused(path: str, data: bytes) -> Diagnostic | None:
    """Why a file of JSON-LD is not read; None where every context stands in it."""
    try:
        whole = json.loads(data)
    except RecursionError:
        return unreadable(Place(path), "the JSON-LD is nested too deep", "write it with fewer levels")
    except (ValueError, UnicodeDecodeError) as error:
        line = getattr(error, "lineno", 1)
        return unreadable(Place(path, line), f"this is no JSON: {error}"[:200], "repair it, or export it anew")
    named = next(_named_contexts(whole), None)
    if named is None:
        return None
    at = data.find(json.dumps(named).encode())
    line = data.count(b"\n", 0, max(at, 0)) + 1
    hint = "nothing is fetched: put the context itself in its place, or export the vocabulary as Turtle"
    return unreadable(Place(path, line), f"the context is named by its address, `{named[:100]}`", hint)


def _named_contexts(value: object) -> Iterator[str]:
    """Every context that is an address, wherever one may stand."""
    waiting = [value]
    while waiting:
        one = waiting.pop()
        if isinstance(one, dict):
            for key in ("@context", "@import"):
                listed = one.get(key)
                yield from (
                    name for name in (listed if isinstance(listed, list) else [listed]) if isinstance(name, str)
                )
            waiting += one.values()
        elif isinstance(one, list):
            waiting += one


_WORDS = re.compile(r"[^\s<>\"'(),;]+")
_SUBJECT = re.compile(r"""^<?([^\s<>"'@{]+)|rdf:about="([^"]*)"|"@?id"\s*:\s*"([^"]*)\"""")


def lines_of(data: bytes) -> dict[str, int]:
    """Where something is said of each thing, by its address and by the end of that; else where it is named first."""
    described: dict[str, int] = {}
    named: dict[str, int] = {}
    for number, line in enumerate(data.decode("utf-8", "replace").split("\n"), 1):
        for found, words in ((described, filter(None, _first(line))), (named, _WORDS.findall(line))):
            for word in words:
                found.setdefault(word, number)
                found.setdefault(re.split("[#/:]", word)[-1].rstrip("."), number)
    return named | described


def _first(line: str) -> tuple[str, ...]:
    found = _SUBJECT.search(line)
    return found.groups(default="") if found else ()
