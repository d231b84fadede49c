"""A file of SKOS while it is read: what it says of each thing, in an order that is the same in each run."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from hornbook.diagnostics import Place
from hornbook.imports.values import Loss
from hornbook.imports.words import one_line

if TYPE_CHECKING:
    from rdflib import Graph
    from rdflib.term import Node

SKOS = "http://www.w3.org/2004/02/skos/core#"
DC = "http://purl.org/dc/terms/"
RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
SEE_ALSO = "http://www.w3.org/2000/01/rdf-schema#seeAlso"
LANGUAGES = "labels and texts in other languages"
OTHER = "statements that are no SKOS"


@dataclass(slots=True)
class Reading:
    """A file while it is read; what is left out gathers in `losses`."""

    graph: "Graph"
    path: str
    lines: Mapping[str, int]
    language: str
    concepts: "Mapping[str, Node]"
    labels: dict[str, str] = field(default_factory=dict)
    losses: list[Loss] = field(default_factory=list)
    above: dict[str, str | None] = field(default_factory=dict)
    """Of each concept that was asked about, the one that is broader."""

    def place(self, key: str) -> Place:
        """Where something is first named, in full or by the end of its address."""
        short = key.rpartition("#")[2] if "#" in key else key.rstrip("/").rpartition("/")[2]
        return Place(self.path, self.lines.get(key) or self.lines.get(short) or 1)

    def lose(self, what: str, key: str, words: str) -> None:
        """Count one thing that is said of something and has no place."""
        self.losses.append(Loss(what, self.place(key), one_line(words)))

    def values(self, key: str, *predicates: str) -> "list[Node]":
        """What is said of something, the order of the predicates first, then that of the letters."""
        from rdflib import URIRef  # noqa: PLC0415 - an extra

        node = self.concepts.get(key) or URIRef(key)
        return [one for name in predicates for one in in_order(self.graph.objects(node, URIRef(name)))]

    def texts(self, key: str, *names: str) -> Iterator[tuple[str, str]]:
        """The texts that SKOS's properties of these names give, each with its language; notes may be resources."""
        from rdflib import Literal, URIRef  # noqa: PLC0415 - likewise

        value = URIRef("http://www.w3.org/1999/02/22-rdf-syntax-ns#value")
        for one in self.values(key, *(f"{SKOS}{name}" for name in names)):
            found = [one] if isinstance(one, Literal) else in_order(self.graph.objects(one, value))
            yield from ((str(text), text.language or "") for text in found if isinstance(text, Literal))
            if not found:
                self.lose(OTHER, key, f"{one}, which has no text")

    def carried(self, key: str, *names: str) -> list[str]:
        """Those of the texts that are in the language that is carried, or in none."""
        found = [*self.texts(key, *names)]
        for text, language in found:
            if not self.is_ours(language):
                self.lose(LANGUAGES, key, f"{text} ({language})")
        return [text for text, language in found if self.is_ours(language)]

    def is_ours(self, language: str) -> bool:
        """Whether something in this language is carried: regional forms are, and what names no language."""
        return not language or language.lower().partition("-")[0] == self.language.lower().partition("-")[0]


def in_order(nodes: "Iterable[Node]") -> "list[Node]":
    """In an order that is the same in each run: as they are written, and by language."""
    return sorted(nodes, key=lambda one: (str(one), str(getattr(one, "language", "") or "")))
