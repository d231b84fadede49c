"""What a site publishes as SKOS is read as what was written: terms, senses, works, authors, marks."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from rdflib import OWL, Graph

from hornbook.addresses import SKOS_JSON_LD, SKOS_TURTLE
from hornbook.edits.writing import write_changes
from hornbook.exports.rdf import as_turtle
from hornbook.exports.skos import skos
from hornbook.imports.projects import Imported, imported
from hornbook.imports.skos import read_skos
from hornbook.model import KnowledgeBase
from hornbook.production import examine
from tests.examined import examined
from tests.exports.published import HOSTILE, PLAIN, of_project, published, reasoned
from tests.imports.reading import NOWHERE, knowledge_in, losses, vocabulary, written
from tests.load.project import BASE
from tests.where import SAMPLE

EXAMPLE = Path("builder/hornbook/example").resolve()
PROJECTS = [
    pytest.param(SAMPLE, id="sample"),
    pytest.param(EXAMPLE, id="example"),
    pytest.param(PLAIN, id="plain"),
    pytest.param(HOSTILE, id="hostile"),
]
Project = Path | Mapping[str, str]
UNDECLARED = "kinds, groups, tags and statuses that the project does not declare"


def knowledge_of(project: Project) -> KnowledgeBase:
    return (examined(project) if isinstance(project, Path) else reasoned(project)).knowledge


def files_of(project: Project) -> Mapping[str, bytes]:
    return of_project(project) if isinstance(project, Path) else published(project)


def read_again(project: Project, address: str = SKOS_TURTLE) -> tuple[Imported, KnowledgeBase]:
    done = written(read_skos(address, files_of(project)[address]))
    return done, knowledge_in(done)


@pytest.mark.parametrize("project", PROJECTS)
def test_what_is_read_is_published_as_the_same(project: Project) -> None:
    """All statements come back but the version, which a history tells that is not carried."""
    done, knowledge = read_again(project)
    assert losses(done) == {}
    site = knowledge_of(project).glossary.site_url
    again = replace(knowledge, glossary=replace(knowledge.glossary, site_url=site))
    before = set(Graph().parse(data=files_of(project)[SKOS_TURTLE], format="turtle"))
    after = set(Graph().parse(data=as_turtle(skos(again)), format="turtle"))
    assert after <= before
    assert {predicate for _, predicate, _ in before - after} <= {OWL.versionInfo}


@pytest.mark.parametrize("project", PROJECTS)
def test_both_forms_are_read_as_the_same(project: Project) -> None:
    turtle, _ = read_again(project)
    json_ld, _ = read_again(project, SKOS_JSON_LD)
    assert turtle.changes.written == json_ld.changes.written


@pytest.mark.parametrize("project", PROJECTS)
def test_terms_senses_works_and_marks_are_what_was_written(project: Project) -> None:
    before, (_, after) = knowledge_of(project), read_again(project)
    assert [*after.terms] == [*before.terms]
    assert [*after.sources] == [*before.sources]
    assert {name: (one.label, one.source.ref) for name, one in after.frameworks.items()} == {
        name: (one.label, one.source.ref) for name, one in before.frameworks.items()
    }
    for name, term in before.terms.items():
        again = after.terms[name]
        assert (again.label, again.short, again.own_kind, again.group, set(again.tags), again.status) == (
            *(term.label, term.short, term.own_kind, term.group),
            *(set(term.tags), term.status),
        )
        assert {(one.text, one.framework) for one in again.aliases} == {
            (one.text, one.framework) for one in term.aliases
        }
        assert {match.target for match in again.matches} == {
            match.target for match in term.matches if ":" not in match.target
        }
        senses = {one.id: one for one in again.senses}
        assert senses.keys() == {one.id for one in term.senses}
        for sense in term.senses:
            same = senses[sense.id]
            assert (same.framework, same.called, same.of) == (sense.framework, sense.called, sense.of)
            assert {one.ref for one in same.sources} == {one.ref for one in sense.sources}
            assert {*same.matches} == {*sense.matches}


VOCABULARY = """
@prefix skos: <http://www.w3.org/2004/02/skos/core#> . @prefix dct: <http://purl.org/dc/terms/> .
@base <http://example.org/> .
<s> a skos:ConceptScheme ; dct:title "Tea"@en .
<black> a skos:Concept ; skos:prefLabel "Black tea"@en ; dct:source <book>, "somewhere" ; dct:identifier "7" .
<green> a skos:Concept ; skos:prefLabel "Green tea"@en ; dct:isPartOf <black> ; dct:replaces <black> .
<book> dct:title "The book of tea" ; dct:creator "Okakura Kakuzō" ; dct:issued "1906" .
<ours> a skos:Collection ; skos:prefLabel "Ours"@en ; skos:member <black>, <gone> .
<theirs> a skos:Collection ; skos:prefLabel "Theirs"@en ; dct:type "group" ; skos:member <black>, <green> .
<more> a skos:Collection ; skos:prefLabel "Trade"@en ; dct:type "group" ; skos:member <black> .
<nameless> a skos:Collection ; skos:member <black> .
"""


def test_works_and_collections_of_others_are_carried_as_far_as_there_is_a_place() -> None:
    done = written(read_skos("a.ttl", VOCABULARY.encode()))
    knowledge = knowledge_in(done)
    term = knowledge.terms["black"]
    assert [one.ref for one in term.mentions] == ["the-book-of-tea"]
    source = knowledge.sources["the-book-of-tea"]
    assert (source.title, source.author, source.issued) == ("The book of tea", ("Okakura Kakuzō",), "1906")
    assert (term.tags, term.group) == (("ours",), "trade")
    assert knowledge.terms["green"].group == "theirs"
    assert [one.label for one in knowledge.glossary.groups] == ["Trade", "Theirs"]
    assert losses(done) == {
        "collections": 1,
        "members of collections": 2,
        # A work that is not described, a part without one, an id that is none, a link that says more than “see also”.
        "statements that are no SKOS": 4,
    }


def test_beside_a_project_only_words_that_it_declares_are_used(tmp_path: Path) -> None:
    before = vocabulary(read_skos("a.ttl", VOCABULARY.encode()))
    for path in BASE.rglob("*.yaml"):
        target = tmp_path / path.relative_to(BASE)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(path.read_bytes())
    done = imported(tmp_path, before)
    assert isinstance(done, Imported)
    assert losses(done)[UNDECLARED] == 3
    glossary = tmp_path / "glossary/glossary.yaml"
    declared = glossary.read_text(encoding="utf-8")
    glossary.write_text(f"{declared}tags: [ours]\n", encoding="utf-8")
    done = imported(tmp_path, before)
    assert isinstance(done, Imported)
    assert done.errors == ()
    assert losses(done)[UNDECLARED] == 2
    assert "glossary/glossary.yaml" not in done.changes.written
    write_changes(tmp_path, done.changes)
    assert not [one for one in examine(tmp_path).diagnostics if one.severity == "error"]


def test_senses_of_several_authors_need_no_more_than_the_file() -> None:
    done, _ = read_again(SAMPLE)
    assert imported(NOWHERE, vocabulary(read_skos("a.ttl", of_project(SAMPLE)[SKOS_TURTLE]))) == done
    assert done.counts["senses"] == sum(len(one.senses) for one in examined(SAMPLE).knowledge.terms.values())
