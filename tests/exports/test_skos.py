"""SKOS: both files say the same to rdflib, and whatever a vocabulary says, its integrity conditions hold."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyshacl import validate
from rdflib import Graph, Literal, URIRef
from rdflib.namespace import DCTERMS, RDF, SKOS
from rdflib.term import Node

from hornbook.addresses import SKOS_JSON_LD, SKOS_SHAPES, SKOS_TURTLE, files_of
from hornbook.exports.rdf import PREFIXES, TYPE, Iri, Statements, Text, as_json_ld, as_turtle
from hornbook.exports.skos import skos, skos_files
from hornbook.model import (
    Alias,
    KnowledgeBase,
    OutsideMatches,
    OwnWord,
    Relation,
    Sense,
    SenseMatches,
    Source,
    Term,
    TermMatches,
)
from tests.examined import examined
from tests.exports.conditions import broken
from tests.exports.published import HOSTILE, PLAIN, of_project, published
from tests.made import CITED, GLOSSARY, HERE, NOTHING, knowledge_base, term
from tests.where import BOTH, SAMPLE

pytestmark = pytest.mark.filterwarnings(
    "ignore:Dataset:DeprecationWarning", "ignore:ConjunctiveGraph:DeprecationWarning"
)  # rdflib warns of itself, where it reads JSON-LD and where pyshacl asks it

SITE = "https://example.org/"
SOURCE = Source(id="somebody", title="Some words", place=HERE)


def read(files: Mapping[str, bytes]) -> Graph:
    """What the Turtle says; the JSON-LD says the same."""
    graph = Graph().parse(data=files[SKOS_TURTLE], format="turtle")
    assert set(graph) == set(Graph().parse(data=files[SKOS_JSON_LD], format="json-ld"))
    return graph


def flaws(graph: Graph, shapes: bytes) -> str:
    conforms, _, report = validate(graph, shacl_graph=shapes.decode(), shacl_graph_format="turtle")
    return "" if conforms else report


@pytest.mark.parametrize("project", [*BOTH, pytest.param(PLAIN, id="plain"), pytest.param(HOSTILE, id="hostile")])
def test_what_is_published_holds_to_the_conditions_and_the_shapes(project: Path | Mapping[str, str]) -> None:
    files = of_project(project) if isinstance(project, Path) else published(project)
    graph = read(files)
    assert broken(graph) == []
    assert flaws(graph, files[SKOS_SHAPES]) == ""


def test_there_is_a_scheme_for_the_glossary_and_one_for_each_framework() -> None:
    knowledge = examined(SAMPLE).knowledge
    graph = read(of_project(SAMPLE))
    site = knowledge.glossary.site_url
    of_frameworks = {URIRef(f"{site}frameworks/{name}/") for name in knowledge.frameworks}
    assert set(graph.subjects(RDF.type, SKOS.ConceptScheme)) == {URIRef(f"{site}terms/"), *of_frameworks}
    for name, one in knowledge.terms.items():
        concept = URIRef(f"{site}terms/{name}/")
        assert graph.value(concept, SKOS.prefLabel) == Literal(one.label, lang=knowledge.glossary.lang)
        assert graph.value(concept, SKOS.inScheme) == URIRef(f"{site}terms/")
        for sense in one.senses:
            place = URIRef(f"{concept}#sense-{sense.id}")
            assert (place, DCTERMS.isPartOf, concept) in graph
            scheme = f"{site}frameworks/{sense.framework}/" if sense.framework else f"{site}terms/"
            assert graph.value(place, SKOS.inScheme) == URIRef(scheme)
            assert len(set(graph.objects(place, DCTERMS.source))) == len({cited.ref for cited in sense.sources})


def test_what_is_empty_is_not_there() -> None:
    graph = read(published(PLAIN))
    assert not set(graph.predicates()) & {DCTERMS.source, DCTERMS.isPartOf, SKOS.member}
    assert len(set(graph.subjects(RDF.type, SKOS.ConceptScheme))) == 1
    knowledge = examined(SAMPLE).knowledge
    none = replace(
        knowledge, glossary=replace(knowledge.glossary, outputs=replace(knowledge.glossary.outputs, data=()))
    )
    assert SKOS_TURTLE not in files_of(none)


IRIS = st.builds(lambda rest: Iri(f"{SITE}{rest}"), st.text(st.characters(codec="utf-8"), max_size=8))
TEXTS = st.builds(
    Text, st.text(st.characters(codec="utf-8"), max_size=12), st.sampled_from(["", "en", "de-CH", "zh-Hant"])
)
SAID = st.lists(
    st.tuples(
        IRIS.map(lambda one: one.name), st.sampled_from(["skos:note", "dcterms:title", "rdfs:seeAlso"]), IRIS | TEXTS
    ),
    max_size=6,
)


def as_node(value: Iri | Text) -> Node:
    if isinstance(value, Text):
        return Literal(value.words, lang=value.language or None)
    return URIRef(value.name)


@given(SAID)
def test_whatever_is_stated_is_read_back_from_both_forms(said: list[tuple[str, str, Iri | Text]]) -> None:
    from hornbook.exports.rdf import iri  # noqa: PLC0415 - the address as RDF may hold it

    statements = Statements()
    wanted = set()
    for subject, name, value in said:
        statements.add(subject, name, value)
        statements.add(subject, TYPE, Iri("skos:Concept"))
        prefix, _, local = name.partition(":")
        node = URIRef(iri(value.name)) if isinstance(value, Iri) else as_node(value)
        wanted |= {
            (URIRef(iri(subject)), URIRef(PREFIXES[prefix] + local), node),
            (URIRef(iri(subject)), RDF.type, SKOS.Concept),
        }
    for data, form in ((as_turtle(statements), "turtle"), (as_json_ld(statements), "json-ld")):
        assert set(Graph().parse(data=data, format=form)) == wanted


NAMES = ["a", "b", "c", "d", "e"]
LABELS = st.sampled_from(["A", "B", 'say "so"', "back\\slash", "<b>", "d'accord", "line\nbreak", "x@en .", "ÄÖ 漢字 𝔘"])


@st.composite
def vocabularies(draw: st.DrawFn) -> KnowledgeBase:
    """Terms and senses whose relations say anything at all, also what cannot be true together."""

    def some(values: list[str], most: int = 2) -> tuple[str, ...]:
        return tuple(draw(st.lists(st.sampled_from(values), max_size=most, unique=True)))

    def relations(values: list[str]) -> dict[str, tuple[str, ...]]:
        return {relation.value: some(values) for relation in Relation}

    elsewhere = [f"{SITE}outside/{name}" for name in "xy"]
    senses = [f"{name}/{which}" for name in NAMES for which in "st"]
    terms = {}
    for name in NAMES:
        own = tuple(
            Sense(
                id=which,
                called=draw(st.sampled_from(NAMES)),
                text=NOTHING,
                sources=(CITED,),
                match=SenseMatches(**relations(senses)),
                elsewhere=OutsideMatches(**relations(elsewhere)),
                place=HERE,
            )
            for which in "st"
        )
        aliases = draw(st.lists(LABELS, max_size=2))
        terms[name] = replace(
            term(name, draw(LABELS), *aliases, short=draw(LABELS)),
            senses=own,
            tags=some(["t", "u"]),
            related=some(NAMES),
            match=TermMatches(**relations(NAMES)),
            elsewhere=OutsideMatches(**relations(elsewhere)),
        )
    tags = tuple(OwnWord(id=name, label=draw(LABELS), place=HERE) for name in ("t", "u"))
    return KnowledgeBase(glossary=replace(GLOSSARY, tags=tags), terms=terms, sources={"somebody": SOURCE})


@given(vocabularies())
def test_whatever_a_vocabulary_says_the_conditions_hold(knowledge: KnowledgeBase) -> None:
    graph = Graph().parse(data=as_turtle(skos(knowledge)), format="turtle")
    assert broken(graph) == []
    concepts = set(graph.subjects(RDF.type, SKOS.Concept))
    assert len(concepts) == len(NAMES) * 3
    assert all(graph.value(one, SKOS.prefLabel) for one in concepts)


def test_relations_that_can_all_be_true_are_all_stated() -> None:
    graph = read(of_project(SAMPLE))
    site = examined(SAMPLE).knowledge.glossary.site_url
    terms: Mapping[str, Term] = examined(SAMPLE).knowledge.terms
    for name, one in terms.items():
        for other in one.related:
            assert (URIRef(f"{site}terms/{name}/"), SKOS.related, URIRef(f"{site}terms/{other}/")) in graph


BREAKING = {
    "S9": "<a> a skos:Concept, skos:ConceptScheme .",
    "S13": '<a> skos:altLabel "A"@en .',
    "S14": '<a> skos:prefLabel "B"@en .',
    "S27": "<a> skos:broader <b> . <c> skos:narrower <b> . <a> skos:related <c> .",
    "S37": "<a> a skos:Collection ; skos:member <b> .",
    "S46": "<a> skos:exactMatch <b> . <c> skos:exactMatch <b> . <a> skos:broadMatch <c> .",
}
SOUND = """
@base <http://example.org/> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
<s> a skos:ConceptScheme ; dcterms:title "S"@en .
<a> a skos:Concept ; skos:inScheme <s> ; skos:prefLabel "A"@en .
<b> a skos:Concept ; skos:inScheme <s> ; skos:prefLabel "B"@en .
<c> a skos:Concept ; skos:inScheme <s> ; skos:prefLabel "C"@en .
"""


@pytest.mark.parametrize("condition", [None, *BREAKING])
def test_the_shapes_and_the_conditions_find_what_breaks_them(condition: str | None) -> None:
    graph = Graph().parse(data=SOUND + BREAKING.get(condition or "", ""), format="turtle")
    shapes = skos_files(knowledge_base())[SKOS_SHAPES]
    assert {one.partition(":")[0] for one in broken(graph)} == ({condition} if condition else set())
    assert bool(flaws(graph, shapes)) is (condition is not None)


def test_an_author_s_word_stands_with_the_author_s_sense() -> None:
    sense = Sense(id="x", framework="f", called="a", text=NOTHING, sources=(CITED,), place=HERE)
    one = replace(term("a", "A", "other", ("own", "f"), ("strange", "g")), senses=(sense,))
    one = replace(one, aliases=(*one.aliases, Alias(text="A", place=HERE)))
    knowledge = KnowledgeBase(glossary=GLOSSARY, terms={"a": one}, sources={"somebody": SOURCE})
    graph = Graph().parse(data=as_turtle(skos(knowledge)), format="turtle")
    concept = URIRef(f"{SITE}terms/a/")
    assert {str(label) for label in graph.objects(concept, SKOS.altLabel)} == {"other", "strange"}
    assert {str(label) for label in graph.objects(URIRef(f"{concept}#sense-x"), SKOS.altLabel)} == {"own"}
