"""SKOS becomes terms, in all three ways of writing it; what a stranger's file asks for is never done."""

import json
import socket
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import Graph, Literal, Namespace, URIRef
from rdflib.namespace import RDF, SKOS

from hornbook.diagnostics import Diagnostic
from hornbook.edits.values import Refusal
from hornbook.imports.naming import telling_names
from hornbook.imports.projects import imported
from hornbook.imports.skos import LONGEST_WAY, read_skos
from hornbook.imports.terms import MOST_ALIASES
from hornbook.imports.values import Vocabulary
from hornbook.imports.words import as_field, one_line
from hornbook.model.records import Relation
from tests.imports.reading import knowledge_in, losses, run, unread, vocabulary, written

SUBJECTS = """
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix dct: <http://purl.org/dc/terms/> .
@base <http://example.org/subjects/> .
<> a skos:ConceptScheme ; dct:title "Schulfächer"@de ; dct:license <https://example.org/cc0> .
<n1> a skos:Concept ; skos:prefLabel "Mathematik"@de, "Mathematics"@en ; skos:topConceptOf <> ;
  skos:narrower <n2>, <n3> .
<n2> a skos:Concept ; skos:prefLabel "Größenlehre"@de ; skos:altLabel "Analysis"@de, "Rechnen"@de ;
  skos:definition "Die Lehre von *Grenzen* & $x$."@de ; skos:broader <n1> ; skos:related <n3> ;
  skos:exactMatch <http://www.wikidata.org/entity/Q149972>, <n3> ;
  skos:closeMatch <urn:isbn:1> ; skos:scopeNote "Nur bis Klasse 13."@de ; skos:notation "1.2" .
<n3> a skos:Concept ; skos:prefLabel "Analysis"@de ; skos:broader <n1> ; skos:editorialNote "prüfen"@de .
<n4> a skos:Concept ; skos:prefLabel "Analysis"@de ; skos:broader <n2> .
<n5> a skos:Concept ; skos:prefLabel "数学"@zh ; skos:related <n9> .
<c> a skos:Collection ; skos:member <n1> .
"""


def graph_of(turtle: str) -> Graph:
    return Graph().parse(data=turtle, format="turtle")


def read(data: str | bytes, name: str = "a.ttl", language: str = "") -> Vocabulary:
    return vocabulary(read_skos(name, data if isinstance(data, bytes) else data.encode(), language))


def refused(data: str | bytes, name: str) -> Diagnostic:
    return unread(read_skos(name, data if isinstance(data, bytes) else data.encode()))


def test_concepts_become_terms_and_what_has_no_place_is_said() -> None:
    done = written(read(SUBJECTS))
    knowledge = knowledge_in(done)
    assert [*knowledge.terms] == ["analysis", "analysis-2", "grossenlehre", "mathematik", "shu-xue"]
    term = knowledge.terms["grossenlehre"]
    assert (term.label, [alias.text for alias in term.aliases]) == ("Größenlehre", ["Analysis", "Rechnen"])
    assert term.text is not None
    assert term.text.plain_text(str) == "Die Lehre von *Grenzen* & $x$."
    assert term.note is not None
    assert term.note.plain_text(str) == "Nur bis Klasse 13."
    assert (term.related, term.match.broad, term.match.exact) == (("analysis",), ("mathematik",), ("analysis",))
    assert knowledge.terms["mathematik"].match.narrow == ("grossenlehre", "analysis")
    assert knowledge.terms["analysis-2"].label == "Analysis"
    assert knowledge.terms["analysis-2"].short == "Mathematik › Größenlehre › Analysis"
    assert [(one.relation, one.target) for one in term.elsewhere] == [
        (Relation.EXACT, "http://www.wikidata.org/entity/Q149972")
    ]
    about = knowledge.glossary
    assert (about.title, about.lang, about.licence) == ("Schulfächer", "de", "https://example.org/cc0")
    assert losses(done) == {
        "collections": 1,
        "ids that two terms would have": 1,
        "labels and texts in other languages": 1,
        "links to concepts that the file does not describe": 1,
        "matches to concepts elsewhere": 1,
        "names that several terms have, which no mention links": 2,
        "notations": 1,
        "notes for editors": 1,
        "terms in another language": 1,
    }
    assert {loss.place.line for loss in done.losses if loss.what == "notations"} == {8}


@pytest.mark.parametrize(("form", "name"), [("json-ld", "a.jsonld"), ("xml", "a.rdf"), ("nt", "a.nt"), ("xml", "a")])
def test_all_ways_of_writing_it_say_the_same(form: str, name: str) -> None:
    same = graph_of(SUBJECTS).serialize(format=form)
    assert written(read(same, name)).changes == written(read(SUBJECTS)).changes


def test_the_language_that_is_asked_for_is_carried() -> None:
    knowledge = knowledge_in(written(read(SUBJECTS, language="en")))
    assert knowledge.terms["mathematics"].label == "Mathematics"
    assert knowledge.glossary.lang == "en"


def test_addresses_that_tell_something_give_the_ids() -> None:
    told = SUBJECTS.replace("<n2>", "<fieldOfCalculus>")
    assert "glossary/terms/field-of-calculus.yaml" in written(read(told)).changes.written


TEXTS = st.text("abc ABC_*`[]()<>|~$&#+-=.:!1\\\"'\né数ا", min_size=1, max_size=30) | st.text(min_size=1, max_size=12)


@given(st.lists(st.tuples(TEXTS, TEXTS, st.lists(TEXTS, max_size=2)), min_size=1, max_size=5), st.integers(0, 3))
def test_whatever_a_vocabulary_holds_what_is_written_is_in_order(
    concepts: list[tuple[str, str, list[str]]], step: int
) -> None:
    base = Namespace("http://example.org/n")
    graph = Graph()
    for number, (name, definition, others) in enumerate(concepts):
        concept = base[str(number)]
        graph.add((concept, RDF.type, SKOS.Concept))
        graph.add((concept, SKOS.prefLabel, Literal(name)))
        graph.add((concept, SKOS.definition, Literal(definition)))
        graph.add((concept, SKOS.broader, base[str((number + step) % len(concepts))]))
        for other in others:
            graph.add((concept, SKOS.altLabel, Literal(other)))
    found = read_skos("a.jsonld", graph.serialize(format="json-ld").encode())
    labels = [one for label, _, _ in concepts if (one := one_line(label))]
    if not labels:
        return
    assert isinstance(found, Vocabulary)
    knowledge = knowledge_in(written(found))
    assert len(knowledge.terms) == len(labels)
    assert sorted(map(as_field, labels)) == sorted(str(term.label) for term in knowledge.terms.values())


def test_ids_are_made_of_addresses_that_tell_something() -> None:
    """A year may belong to a name; longer numbers, and numbers that count addresses through, are codes."""

    def telling(*ends: str) -> list[str]:
        return [*telling_names(f"http://example.org/{end}" for end in ends).values()]

    assert telling("BlackTea", "revolution-1848", "isbn-12345", "x1") == ["Black-Tea", "revolution-1848"]
    assert telling("tea1", "tea2") == ["tea1", "tea2"]
    assert telling("tea1", "tea2", "tea3") == []


HOSTILE: dict[str, str | bytes] = {
    "outside.rdf": '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><r>&x;</r>',
    "parameter.rdf": '<!DOCTYPE r [<!ENTITY % x "y">]><r/>',
    "dtd.rdf": '<!DOCTYPE r SYSTEM "http://127.0.0.1:9/a.dtd"><r/>',
    "laughs.rdf": '<!DOCTYPE r [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><r>&b;</r>',
    "hidden.rdf": '<!DOCTYPE r [<!-- ]> --><!ENTITY a "ha"><!ENTITY b "&a;&a;">]><r>&b;</r>',
    "grows.rdf": f'<!DOCTYPE r [<!ENTITY a "{"a" * 5000}">]><r>{"&a;" * 5000}</r>',
    "attributes.rdf": f'<!DOCTYPE r [<!ATTLIST r a CDATA "{"a" * 5000}">]><r/>',
    "latin.rdf": '<?xml version="1.0" encoding="ISO-8859-1"?><r/>',
    "cut.rdf": "<rdf:RDF",
    "wide.rdf": "<r/>".encode("utf-16"),
    "context.jsonld": '{"@context": "http://127.0.0.1:9/context.json", "@graph": []}',
    "contexts.jsonld": '{"@context": [{}, "file:///etc/passwd"], "@graph": []}',
    "scoped.jsonld": '{"@context": {"a": {"@id": "urn:a", "@context": "http://127.0.0.1:9/c"}}, "a": {}}',
    "import.jsonld": '{"@context": {"@version": 1.1, "@import": "http://127.0.0.1:9/c"}}',
    "deep.jsonld": "[" * 200_000,
    "cut.jsonld": '{"@id": ',
    "no.jsonld": "\xff\xfe",
    "deep.ttl": f"<a:a> <a:b> {'[ <a:b> ' * 5000} 1 {']' * 5000} .",
    "cut.ttl": "@prefix a: <http://a> \n<b",
    "binary.ttl": b"\x00\x01\x02\xff",
    "empty.ttl": "",
    "other.ttl": "<http://a.example/a> <http://a.example/b> 1 .",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_ends_in_a_diagnostic_and_nothing_is_fetched(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_network(*_: object, **__: object) -> None:
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket, "socket", no_network)
    monkeypatch.setattr(socket, "getaddrinfo", no_network)
    refused(HOSTILE[name], name)


def test_entities_that_only_shorten_addresses_are_read() -> None:
    xml = graph_of(SUBJECTS).serialize(format="xml").replace("http://example.org/subjects/", "&s;")
    begins = '<!DOCTYPE rdf:RDF [<!ENTITY s "http://example.org/subjects/">]>\n<rdf:RDF'
    assert written(read(xml.replace("<rdf:RDF", begins, 1), "a.rdf")).changes == written(read(SUBJECTS)).changes


def test_a_mistake_is_shown_where_it_is() -> None:
    assert refused("<http://a.example/a> <http://a.example/b> 1 .\n\n<b", "a.ttl").place.line == 3
    assert refused('{\n"a":\n}', "a.jsonld").place.line == 3
    assert refused("<a>\n</b>", "a.rdf").place.line == 2


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "subjects.ttl").write_text(SUBJECTS, encoding="utf-8")
    return tmp_path


def test_a_new_project_is_written_checked_and_laid_out(here: Path) -> None:
    status, said = run("import", "skos", "subjects.ttl", "--to", "subjects")
    assert (status, said.splitlines()[-1]) == (0, "no errors")
    assert "notations (1): subjects.ttl:8: Größenlehre: 1.2" in said
    assert run("--root", "subjects", "fmt", "--check") == (0, "")
    assert (here / "subjects/.github/workflows/check.yml").exists()
    assert not (here / "subjects/docs").exists()


def test_what_is_there_is_never_written_over(here: Path) -> None:
    assert run("import", "skos", "subjects.ttl", "--to", "subjects")[0] == 0
    before = {path: path.read_bytes() for path in (here / "subjects").rglob("*") if path.is_file()}
    status, said = run("import", "skos", "subjects.ttl", "--to", "subjects")
    assert status == 2
    assert "the project has this already: `glossary/terms/analysis.yaml`" in said
    status, said = run("import", "skos", "subjects.ttl")
    assert status == 2
    assert "has no `glossary/glossary.yaml`" in said
    assert {path: path.read_bytes() for path in (here / "subjects").rglob("*") if path.is_file()} == before


def test_terms_come_beside_those_of_a_project(here: Path) -> None:
    assert run("init", "words", "--plain")[0] == 0
    (here / "words/glossary/terms/sums.yaml").write_text("label: Rechnen\ntext: Sums.\n", encoding="utf-8")
    status, said = run("--root", "words", "import", "skos", "subjects.ttl")
    assert status == 0, said
    assert "names that several terms have, which no mention links (3)" in said
    assert (here / "words/glossary/terms/poach.yaml").exists()
    assert (here / "words/glossary/terms/grossenlehre.yaml").exists()


def test_the_report_is_there_for_programs_too(here: Path) -> None:
    data = json.loads(run("import", "skos", "subjects.ttl", "--to", "a", "--format", "json")[1])
    assert data["carried"] == {
        "terms": 5,
        "other names": 2,
        "texts": 1,
        "notes": 1,
        "matches elsewhere": 1,
        "links between terms": 7,
    }
    assert {one["what"]: one["count"] for one in data["left_out"]}["notations"] == 1
    assert data["check"]["counts"]["error"] == 0
    said = run("import", "skos", "subjects.ttl", "--to", "b", "--format", "github")[1]
    assert "::notice file=subjects.ttl,line=8,col=1,title=import-left-out::notations (1), such as" in said
    sarif = json.loads(run("import", "skos", "subjects.ttl", "--to", "c", "--format", "sarif")[1])
    assert {one["ruleId"] for one in sarif["runs"][0]["results"]} >= {"import-left-out", "import-changed"}
    assert here.exists()


def test_a_file_that_cannot_be_read_writes_nothing(here: Path) -> None:
    (here / "a.ttl").write_text("no Turtle", encoding="utf-8")
    status, said = run("import", "skos", "a.ttl", "--to", "new")
    assert status == 1
    assert "a.ttl:1:1: error[import-unreadable]" in said
    assert not (here / "new").exists()


def test_without_rdflib_it_is_said_how_to_get_it(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hornbook.imports.rdf.is_installed", lambda: False)
    status, said = run("import", "skos", "subjects.ttl", "--to", "new")
    assert status == 2
    assert "pip install 'hornbook[skos]'" in said
    assert not (here / "new").exists()


def test_a_folder_that_holds_something_else_is_left_alone(here: Path) -> None:
    (here / "mine").mkdir()
    (here / "mine/letter.txt").write_text("dear", encoding="utf-8")
    found = imported(here / "mine", read(SUBJECTS))
    assert isinstance(found, Refusal)
    assert "is not empty" in found.message


def test_blank_concepts_and_texts_that_are_resources_are_read() -> None:
    graph = graph_of(SUBJECTS)
    note, xl = URIRef("http://example.org/note"), URIRef("http://example.org/label")
    one = URIRef("http://example.org/subjects/n1")
    graph.remove((one, SKOS.prefLabel, None))
    graph.add((one, SKOS.definition, note))
    graph.add((note, RDF.value, Literal("Zahlen und Formen.", lang="de")))
    graph.add((one, URIRef("http://www.w3.org/2008/05/skos-xl#prefLabel"), xl))
    graph.add((xl, URIRef("http://www.w3.org/2008/05/skos-xl#literalForm"), Literal("Mathe", lang="de-AT")))
    knowledge = knowledge_in(written(read(graph.serialize(format="turtle"))))
    assert knowledge.terms["mathe"].text is not None
    assert knowledge.terms["mathe"].short == "Zahlen und Formen."


@pytest.mark.parametrize("last", [f"<n{3 * LONGEST_WAY}>", "<n0>"])
def test_a_way_from_the_broadest_concept_is_no_longer_than_can_be_read(last: str) -> None:
    count = 3 * LONGEST_WAY
    steps = [*(f"<n{number + 1}>" for number in range(count - 1)), last]
    text = "".join(
        f'<n{number}> a skos:Concept ; skos:prefLabel "C{number}" ; skos:broader {broader} .\n'
        for number, broader in enumerate(steps)
    )
    found = read(f"@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n@base <http://example.org/> .\n{text}")
    ways = [term.standing.split(" › ") for term in found.terms]
    assert max(map(len, ways)) == LONGEST_WAY
    assert all(way[-1] == term.label for way, term in zip(ways, found.terms, strict=True))


def _many_names(count: int) -> str:
    names = ", ".join(f'"shower {number}"' for number in range(count))
    text = "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n@base <http://a.example/> .\n"
    return f'{text}<rain> a skos:Concept ; skos:prefLabel "Rain" ; skos:altLabel {names} .\n'


def test_what_makes_no_file_in_order_is_said_of_what_was_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("hornbook.load.tree.reader.MOST_VALUES", 100)
    (tmp_path / "words.ttl").write_text(_many_names(200), encoding="utf-8")
    status, told = run("import", "skos", "words.ttl", "--to", "out")
    assert status == 1
    assert "words.ttl:3:1: error[import-unreadable]" in told
    assert "`glossary/terms/rain.yaml` (yaml-too-large)" in told
    assert not (tmp_path / "out").exists()


def test_names_without_number_are_left_out_and_counted() -> None:
    done = written(read_skos("a.ttl", _many_names(MOST_ALIASES + 5).encode()))
    assert done.counts["other names"] == MOST_ALIASES
    assert [loss.words for loss in done.losses] == ["5 of Rain"]
