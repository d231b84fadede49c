"""The integrity conditions of SKOS, each as what breaks it in a graph: https://www.w3.org/TR/skos-reference/.

Written from the reference alone; nothing of the builder is used.
"""

from collections.abc import Callable, Iterator, Mapping
from itertools import combinations

from rdflib import Graph, URIRef
from rdflib.namespace import RDF, SKOS
from rdflib.term import Node

Pairs = set[tuple[Node, Node]]


def _pairs(graph: Graph, *properties: URIRef) -> Pairs:
    return {pair for one in properties for pair in graph.subject_objects(one)}


def _turned(pairs: Pairs) -> Pairs:
    return {(other, one) for one, other in pairs}


def _closed(pairs: Pairs) -> Pairs:
    """The transitive closure, by adding until nothing is new."""
    found = set(pairs)
    while True:
        further: dict[Node, set[Node]] = {}
        for one, other in found:
            further.setdefault(one, set()).add(other)
        more = {(one, last) for one, other in found for last in further.get(other, ())} - found
        if not more:
            return found
        found |= more


def _both(graph: Graph, one: URIRef, other: URIRef) -> Iterator[str]:
    both = set(graph.subjects(RDF.type, one)) & set(graph.subjects(RDF.type, other))
    yield from map(str, both)


def s9(graph: Graph) -> Iterator[str]:
    """skos:ConceptScheme is disjoint with skos:Concept."""
    return _both(graph, SKOS.ConceptScheme, SKOS.Concept)


def s13(graph: Graph) -> Iterator[str]:
    """skos:prefLabel, skos:altLabel and skos:hiddenLabel are pairwise disjoint."""
    for one, other in combinations((SKOS.prefLabel, SKOS.altLabel, SKOS.hiddenLabel), 2):
        yield from (str(pair) for pair in _pairs(graph, one) & _pairs(graph, other))


def s14(graph: Graph) -> Iterator[str]:
    """A resource has no more than one value of skos:prefLabel for a language."""
    met: set[tuple[Node, str]] = set()
    for subject, label in graph.subject_objects(SKOS.prefLabel):
        tag = (subject, str(getattr(label, "language", "")).lower())
        if tag in met:
            yield str(tag)
        met.add(tag)


def _broader(graph: Graph) -> Pairs:
    """skos:broaderTransitive as entailed (S22, S24, S25, S41, S43)."""
    up = _pairs(graph, SKOS.broader, SKOS.broadMatch)
    return _closed(up | _turned(_pairs(graph, SKOS.narrower, SKOS.narrowMatch)))


def s27(graph: Graph) -> Iterator[str]:
    """skos:related is disjoint with skos:broaderTransitive; skos:relatedMatch is a kind of it (S41), both symmetric."""
    related = _pairs(graph, SKOS.related, SKOS.relatedMatch)
    yield from (str(pair) for pair in (related | _turned(related)) & _broader(graph))


def s37(graph: Graph) -> Iterator[str]:
    """skos:Collection is disjoint with skos:Concept and with skos:ConceptScheme."""
    yield from _both(graph, SKOS.Collection, SKOS.Concept)
    yield from _both(graph, SKOS.Collection, SKOS.ConceptScheme)


def s46(graph: Graph) -> Iterator[str]:
    """skos:exactMatch, symmetric and transitive (S44, S45), is disjoint with skos:broadMatch and skos:relatedMatch."""
    exact = _pairs(graph, SKOS.exactMatch)
    exact = _closed(exact | _turned(exact))
    broad = _pairs(graph, SKOS.broadMatch) | _turned(_pairs(graph, SKOS.narrowMatch))
    related = _pairs(graph, SKOS.relatedMatch)
    yield from (str(pair) for pair in exact & (broad | related | _turned(related)))


CONDITIONS: Mapping[str, Callable[[Graph], Iterator[str]]] = {
    "S9": s9,
    "S13": s13,
    "S14": s14,
    "S27": s27,
    "S37": s37,
    "S46": s46,
}


def broken(graph: Graph) -> list[str]:
    """The conditions that a graph breaks, with what breaks them."""
    return [f"{name}: {what}" for name, condition in CONDITIONS.items() for what in condition(graph)]
