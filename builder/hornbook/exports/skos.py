"""The vocabulary as SKOS: a scheme for the glossary and one for each framework, with terms and senses as concepts.

A sense is a part of its term's entry (`dcterms:isPartOf`) and narrower than the word as all use it. Kinds, groups, tags
and stages of work are collections, called so by `dcterms:type`. What has no place in SKOS is not there: implications,
sentences, notes on where in a source something stands.
"""

from collections.abc import Iterable, Iterator
from importlib.resources import files

from hornbook.addresses import (
    SKOS_JSON_LD,
    SKOS_SHAPES,
    SKOS_TURTLE,
    TERMS,
    framework_address,
    source_address,
)
from hornbook.diagnostics import Place
from hornbook.exports.meanings import match_iri, sense_iri, term_iri
from hornbook.exports.rdf import TYPE, Iri, Statements, Text, as_json_ld, as_turtle
from hornbook.exports.skos_relations import Relates, consistent
from hornbook.exports.words import in_words
from hornbook.kinds import TERM
from hornbook.model import Framework, KnowledgeBase, OwnKind, OwnWord, Prose, Relation, Sense, Source, Term, TermKind
from hornbook.pages.own_words import named
from hornbook.reasoning.matches import entries

CONCEPT, SCHEME, COLLECTION = Iri("skos:Concept"), Iri("skos:ConceptScheme"), Iri("skos:Collection")
AMONG_TERMS = {
    Relation.EXACT: "skos:exactMatch",
    Relation.CLOSE: "skos:closeMatch",
    Relation.BROAD: "skos:broader",
    Relation.NARROW: "skos:narrower",
    Relation.RELATED: "skos:relatedMatch",
}
"""Within one scheme."""
BETWEEN_SCHEMES = {**AMONG_TERMS, Relation.BROAD: "skos:broadMatch", Relation.NARROW: "skos:narrowMatch"}
"""Of senses, and to what other vocabularies have."""
_USUAL_KINDS = tuple(
    OwnKind(id=kind.value, label=kind.value, like=kind, place=Place(TERM.file))
    for kind in TermKind
    if kind is not TermKind.CONCEPT
)
"""Those of terms where a glossary declares none."""


def skos_files(knowledge: KnowledgeBase) -> dict[str, bytes]:
    """The vocabulary in Turtle and in JSON-LD, and the shapes (SHACL) that both have."""
    told = skos(knowledge)
    shapes = (files("hornbook") / "exports" / "skos.shapes.ttl").read_bytes()
    return {SKOS_TURTLE: as_turtle(told), SKOS_JSON_LD: as_json_ld(told), SKOS_SHAPES: shapes}


def skos(knowledge: KnowledgeBase) -> Statements:
    """Everything that SKOS can say of a vocabulary."""
    telling = _Telling(knowledge)
    telling.glossary()
    for framework in knowledge.frameworks.values():
        telling.framework(framework)
    for sort, words in collections(knowledge):
        telling.collection(sort, words)
    relations: list[Relates] = []
    for term in knowledge.terms.values():
        telling.term(term)
        relations += telling.relations_of_term(term)
        for sense in term.senses:
            telling.sense(term, sense)
            relations += telling.relations_of_sense(term, sense)
    stated = consistent(relations)
    for one in stated:
        telling.statements.add(one.one, one.name, Iri(one.other))
    telling.top_concepts(
        {one.one for one in stated if one.name == "skos:broader"}
        | {one.other for one in stated if one.name == "skos:narrower"}
    )
    for source in knowledge.sources.values():
        telling.source(source)
    return telling.statements


def collections(knowledge: KnowledgeBase) -> Iterator[tuple[str, OwnWord | OwnKind]]:
    """The words of the glossary's own by which terms are marked, each with its sort."""
    glossary = knowledge.glossary
    for sort, words in (
        ("kind", glossary.kinds or _USUAL_KINDS),
        ("group", glossary.groups),
        ("tag", glossary.tags),
        ("status", glossary.statuses),
    ):
        yield from ((sort, word) for word in words)


class _Telling:
    """States one record after another."""

    def __init__(self, knowledge: KnowledgeBase) -> None:
        self.knowledge = knowledge
        self.site = knowledge.glossary.site_url
        self.statements = Statements()
        self.scheme = self.site + TERMS

    def text(self, words: str | None) -> tuple[Text, ...]:
        """Words in the language of the glossary, if there are any."""
        return (Text(words, self.knowledge.glossary.lang),) if words else ()

    def prose(self, prose: Prose | None) -> tuple[Text, ...]:
        """A text as words, with a blank line between its blocks."""
        return self.text(in_words(self.knowledge, prose).replace("\n", "\n\n"))

    def glossary(self) -> None:
        glossary = self.knowledge.glossary
        add = self.statements.add
        add(self.scheme, TYPE, SCHEME)
        add(self.scheme, "dcterms:title", *self.text(glossary.title))
        add(self.scheme, "dcterms:description", *self.text(glossary.description))
        add(self.scheme, "dcterms:rights", *self.text(glossary.licence))
        if self.knowledge.changes:
            add(self.scheme, "owl:versionInfo", Text(max(one.date for one in self.knowledge.changes)))

    def framework(self, framework: Framework) -> None:
        scheme = self.site + framework_address(framework.id)
        self.statements.add(scheme, TYPE, SCHEME)
        self.statements.add(scheme, "dcterms:title", *self.text(framework.label))
        self.statements.add(scheme, "dcterms:identifier", Text(framework.id))
        self.statements.add(scheme, "dcterms:description", *self.prose(framework.text))
        self.statements.add(scheme, "dcterms:source", Iri(self.site + source_address(framework.source.ref)))
        self.statements.add(scheme, "dcterms:isPartOf", Iri(self.scheme))

    def collection(self, sort: str, word: OwnWord | OwnKind) -> None:
        marked = [term for term in self.knowledge.terms.values() if word.id in named(term, sort)]
        if not marked:
            return
        name = f"{self.scheme}#{sort}-{word.id}"
        self.statements.add(name, TYPE, COLLECTION)
        self.statements.add(name, "skos:prefLabel", *self.text(word.label))
        self.statements.add(name, "dcterms:identifier", Text(word.id))
        self.statements.add(name, "dcterms:type", Text(sort))
        self.statements.add(name, "skos:definition", *self.text(word.meaning))
        self.statements.add(name, "skos:member", *(Iri(term_iri(self.knowledge, term.id)) for term in marked))

    def term(self, term: Term) -> None:
        concept = term_iri(self.knowledge, term.id)
        frameworks = {sense.framework for sense in term.senses}
        aliases = (alias.text for alias in term.aliases if alias.framework is None or alias.framework not in frameworks)
        self._concept(concept, self.scheme, term.label, aliases)
        self.statements.add(concept, "dcterms:identifier", Text(term.id))
        self.statements.add(concept, "skos:definition", *(self.prose(term.text) or self.text(term.short)))
        self.statements.add(concept, "dcterms:abstract", *self.text(term.short))
        self.statements.add(concept, "skos:note", *self.prose(term.note))
        senses = (Iri(sense_iri(self.knowledge, term, one)) for one in term.senses)
        self.statements.add(concept, "dcterms:hasPart", *senses)

    def sense(self, term: Term, sense: Sense) -> None:
        concept = sense_iri(self.knowledge, term, sense)
        called = self.knowledge.terms[sense.called].label
        own = (alias.text for alias in term.aliases if sense.framework and alias.framework == sense.framework)
        self._concept(concept, self._scheme_of(sense), called, (term.label, *own))
        self.statements.add(concept, "dcterms:identifier", Text(sense.id))
        self.statements.add(concept, "skos:definition", *self.prose(sense.text))
        self.statements.add(concept, "skos:scopeNote", *self.text(sense.of))
        self.statements.add(concept, "skos:example", *self.text(sense.quote))
        self.statements.add(concept, "skos:note", *self.prose(sense.note))
        self.statements.add(concept, "dcterms:isPartOf", Iri(term_iri(self.knowledge, term.id)))
        cited = (Iri(self.site + source_address(one.ref)) for one in sense.sources)
        self.statements.add(concept, "dcterms:source", *cited)

    def _concept(self, concept: str, scheme: str, label: str, others: Iterable[str]) -> None:
        self.statements.add(concept, TYPE, CONCEPT)
        self.statements.add(concept, "skos:inScheme", Iri(scheme))
        self.statements.add(concept, "skos:prefLabel", *self.text(label))
        alternative = (text for other in others if other != label for text in self.text(other))  # S13
        self.statements.add(concept, "skos:altLabel", *alternative)

    def _scheme_of(self, sense: Sense) -> str:
        return self.site + framework_address(sense.framework) if sense.framework else self.scheme

    def relations_of_term(self, term: Term) -> Iterator[Relates]:
        concept = term_iri(self.knowledge, term.id)
        yield from self._elsewhere(concept, term)
        for match in term.matches:
            is_own = match.target in self.knowledge.terms
            name = (AMONG_TERMS if is_own else BETWEEN_SCHEMES)[match.relation]
            yield Relates(concept, name, match_iri(self.knowledge, match.target))
        yield from (Relates(concept, "skos:related", term_iri(self.knowledge, other)) for other in term.related)

    def relations_of_sense(self, term: Term, sense: Sense) -> Iterator[Relates]:
        concept = sense_iri(self.knowledge, term, sense)
        yield from self._elsewhere(concept, sense)
        for match in sense.matches:
            yield Relates(concept, BETWEEN_SCHEMES[match.relation], match_iri(self.knowledge, match.target))
        yield Relates(concept, "skos:broadMatch", term_iri(self.knowledge, term.id))

    def _elsewhere(self, concept: str, record: Term | Sense) -> Iterator[Relates]:
        for relation, found in entries(record.elsewhere):
            yield Relates(concept, BETWEEN_SCHEMES[relation], found.address)

    def top_concepts(self, below: set[str]) -> None:
        """State which concepts stand at the top of their schemes: those that are below none."""
        for concept, said in [*self.statements.said.items()]:
            schemes = [value for name, value in said if name == "skos:inScheme"]
            if schemes and concept not in below:
                self.statements.add(concept, "skos:topConceptOf", *schemes)

    def source(self, source: Source) -> None:
        work = self.site + source_address(source.id)
        self.statements.add(work, TYPE, Iri("dcterms:BibliographicResource"))
        self.statements.add(work, "dcterms:title", *self.text(source.title))
        self.statements.add(work, "dcterms:identifier", Text(source.id))
        self.statements.add(work, "dcterms:creator", *map(Text, source.author))
        self.statements.add(work, "dcterms:issued", *((Text(source.issued),) if source.issued else ()))
        self.statements.add(work, "rdfs:seeAlso", *((Iri(source.url),) if source.url else ()))
