"""Kinds, groups, tags, statuses, sources and addresses of other vocabularies become words and sources of ours."""

from pathlib import Path

import pytest

from hornbook.diagnostics import Diagnostic
from hornbook.imports.markdown_file import read_markdown
from hornbook.imports.tables import read_table
from hornbook.imports.values import Vocabulary
from hornbook.load import load
from hornbook.model.records import Relation
from tests.imports.reading import knowledge_in, losses, run, written

TABLE = """term,definition,type,category,tags,status,source,wikidata,url
Pod,It holds containers.,Thing,Running things,"cloud, core",done,RFC 1; https://example.org/x,Q42,https://example.org/pod
Node,It runs pods.,thing,Machines; Racks,core,,RFC 1,nonsense,
Bare,,,,,,RFC 2,,
"""
SECTIONS = """# Words

## Networking

### Router

A device.

### Switch

Another.

## A

### Abacus

A tool.

## Security

### Firewall

A wall.
"""


def table(text: str) -> Vocabulary | Diagnostic:
    return read_table("a.csv", text.encode(), {})


def page(text: str) -> Vocabulary | Diagnostic:
    return read_markdown("a.md", text.encode())


def test_a_new_project_declares_the_words_that_mark_its_terms() -> None:
    done = written(table(TABLE))
    knowledge = knowledge_in(done)
    about, pod, node = knowledge.glossary, knowledge.terms["pod"], knowledge.terms["node"]
    assert [(one.id, one.label) for one in about.kinds] == [("thing", "Thing")]
    assert [one.label for one in about.groups] == ["Running things", "Machines", "Racks"]
    assert [one.id for one in about.tags] == ["cloud", "core"]
    assert [one.id for one in about.statuses] == ["done"]
    assert (pod.own_kind, pod.group, pod.tags, pod.status) == ("thing", "running-things", ("cloud", "core"), "done")
    assert (node.own_kind, node.group, node.status) == ("thing", "machines", None)
    assert losses(done) == {"kinds, groups and statuses beside the first": 1, "matches that are no addresses": 1}


def test_a_text_with_sources_is_a_sense_and_the_works_are_kept_once() -> None:
    done = written(table(TABLE))
    knowledge = knowledge_in(done)
    (sense,) = knowledge.terms["pod"].senses
    assert [one.ref for one in sense.sources] == ["rfc-1", "https-example-org-x"]
    assert knowledge.terms["pod"].short == "It holds containers."
    assert {(one.title, one.url) for one in knowledge.sources.values()} == {
        ("RFC 1", None),
        ("RFC 2", None),
        ("https://example.org/x", "https://example.org/x"),
    }
    assert knowledge.terms["bare"].senses == ()


def test_addresses_become_matches_elsewhere() -> None:
    pod = knowledge_in(written(table(TABLE))).terms["pod"]
    assert [(one.relation, one.target) for one in pod.elsewhere] == [
        (Relation.EXACT, "wikidata:Q42"),
        (Relation.RELATED, "https://example.org/pod"),
    ]


def test_a_project_that_is_there_keeps_its_own_words(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("term,category\nOne,Here\n", encoding="utf-8")
    (tmp_path / "b.csv").write_text("term,category\nTwo,here\nThree,There\n", encoding="utf-8")
    folder = str(tmp_path / "words")
    assert run("import", "csv", str(tmp_path / "a.csv"), "--to", folder)[0] == 0
    status, said = run("--root", folder, "import", "csv", str(tmp_path / "b.csv"))
    assert status == 0, said
    assert "kinds, groups, tags and statuses that the project does not declare (1): " in said
    knowledge = load(tmp_path / "words").knowledge
    assert knowledge is not None
    assert {one.id: one.group for one in knowledge.terms.values()} == {"one": "here", "two": "here", "three": None}


@pytest.mark.parametrize(("names", "told"), [("ab", "b.yaml`; nothing"), ("abcdefg", "e.yaml` and 2 more; nothing")])
def test_of_what_a_project_has_already_a_few_are_named_and_the_others_counted(
    names: str, told: str, tmp_path: Path
) -> None:
    (tmp_path / "a.csv").write_text("\n".join(["term", *names, ""]), encoding="utf-8")
    folder = str(tmp_path / "words")
    assert run("import", "csv", str(tmp_path / "a.csv"), "--to", folder)[0] == 0
    status, said = run("--root", folder, "import", "csv", str(tmp_path / "a.csv"))
    assert status == 2
    assert told in said


def test_sections_of_a_page_are_groups_and_letters_are_not() -> None:
    done = written(page(SECTIONS))
    knowledge = knowledge_in(done)
    assert [one.label for one in knowledge.glossary.groups] == ["Networking", "Security"]
    assert knowledge.terms["switch"].group == "networking"
    assert knowledge.terms["abacus"].group is None
    assert losses(done) == {"headings above terms": 1}


def test_one_section_alone_groups_nothing() -> None:
    done = written(page(SECTIONS.partition("## Security")[0]))
    assert knowledge_in(done).glossary.groups == ()
    assert losses(done) == {"headings above terms": 2}


def test_columns_of_tables_in_markdown_are_read_or_told() -> None:
    done = written(
        page(
            "| Term | Meaning | Tags | Example | Colour |\n"
            "| ---- | ------- | ---- | ------- | ------ |\n"
            "| Door | It opens. | in, way | Oak | red |\n"
        )
    )
    door = knowledge_in(done).terms["door"]
    assert (door.tags, door.note and door.note.plain_text(str)) == (("tag", "way"), "Oak")
    assert [(one.what, one.words) for one in done.losses] == [
        ("columns whose names say nothing here", "Door: Colour: red")
    ]


def test_an_abbreviation_is_the_name_where_no_other_column_is() -> None:
    found = page("| Abbreviation | Meaning |\n| - | - |\n| AI | Artificial intelligence |\n")
    assert knowledge_in(written(found)).terms["ai"].aliases == ()


def test_where_the_name_of_a_term_leads_is_kept() -> None:
    done = written(page("**[Gas](https://example.org/gas):** Fuel.\n\n**[Oil](oil.md):** Too.\n"))
    terms = knowledge_in(done).terms
    assert [one.target for one in terms["gas"].elsewhere] == ["https://example.org/gas"]
    assert [*terms["oil"].elsewhere] == []


def test_nouns_keep_their_capitals_where_the_language_gives_them(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("Begriff,Bedeutung\nSiegel,Ein Zeichen.\n", encoding="utf-8")
    status, said = run("import", "csv", str(tmp_path / "a.csv"), "--lang", "de", "--to", str(tmp_path / "siegel"))
    assert status == 0, said
    knowledge = load(tmp_path / "siegel").knowledge
    assert knowledge is not None
    assert (knowledge.glossary.lang, knowledge.terms["siegel"].name) == ("de", "Siegel")
