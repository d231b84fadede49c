"""Texts of files that are open in an editor count in place of what the disk has."""

import pytest

from hornbook.kinds import FAQ, LINKED, PAGE, SOURCE, TERM, Kind
from hornbook.load import load
from hornbook.load.names import candidates
from hornbook.load.text import LARGEST_FILE, kind_at
from tests.load.project import found
from tests.where import SAMPLE

KITE = "glossary/terms/kite.yaml"


def test_an_unsaved_text_is_read_and_the_disk_is_not() -> None:
    text = (SAMPLE / KITE).read_text(encoding="utf-8").replace("kind: ", "kind: no-")
    loaded = load(SAMPLE, {KITE: text})
    assert [code for code, place in found(loaded) if place.startswith(KITE)] == ["reference-unknown"]
    assert loaded.texts[KITE] == text
    assert load(SAMPLE).knowledge is not None


def test_a_file_can_be_as_if_it_were_not_there() -> None:
    loaded = load(SAMPLE, {KITE: None, "mkdocs.yml": None})
    assert loaded.known is not None
    assert "kite" not in loaded.known.linked
    assert KITE not in loaded.texts


def test_a_file_that_no_disk_has_yet_defines_its_id() -> None:
    new = {"glossary/terms/oval.yaml": "label: Oval\nkind: property\nshort: A round figure.\nrelated: [kite]\n"}
    loaded = load(SAMPLE, new)
    assert loaded.knowledge is not None
    assert "oval" in loaded.knowledge.terms


def test_line_breaks_and_marks_of_editors_are_read_as_those_of_files() -> None:
    text = "\ufeff" + (SAMPLE / KITE).read_text(encoding="utf-8").replace("\n", "\r\n")
    assert found(load(SAMPLE, {KITE: text})) == found(load(SAMPLE))


@pytest.mark.parametrize(("text", "code"), [("x" * (LARGEST_FILE + 1), "file-too-large"), ("\ud800", "file-encoding")])
def test_limits_hold_for_them_too(text: str, code: str) -> None:
    assert code in {one for one, _ in found(load(SAMPLE, {KITE: text}))}


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        (KITE, TERM),
        ("glossary/faq/new.yaml", FAQ),
        ("glossary/sources/new.yaml", SOURCE),
        ("docs/a/b.md", PAGE),
        ("glossary/terms/new.yml", None),
        ("glossary/terms/.kite.yaml", None),
        ("glossary/ids.txt", None),
        ("README.md", None),
    ],
)
def test_the_kind_of_a_file_follows_from_its_path(path: str, kind: Kind | None) -> None:
    assert kind_at(path) is kind


def test_ids_are_known_where_records_have_mistakes() -> None:
    loaded = load(SAMPLE, {KITE: "label: [\n"})
    assert loaded.knowledge is None
    assert loaded.known is not None
    names = {one.name for one in candidates(loaded.known, "link")}
    assert {"kite", "square", "plane", "by-definition"} <= names
    assert TERM in loaded.records


def test_what_may_stand_in_a_reference_depends_on_what_is_wanted() -> None:
    known = load(SAMPLE).known
    assert known is not None

    def names(kind: str, framework: str | None = None) -> set[str]:
        return {one.name for one in candidates(known, kind, framework)}

    assert {"round", "square"} <= names("atom", "plane")
    assert "round" not in names("atom", "workshop")
    assert "kite" not in names("framework")
    assert "square/loose" in names("sense")
    assert "square-definition" in names("implication", "plane")
    assert names("embed") == {"by-definition", "by-diagonals", "what-makes-a-square"}
    assert names("source") >= {"primer", "notes"}
    assert {one.word for one in candidates(known, "match")} == {TERM.word}
    assert {one.word for one in candidates(known, "link")} <= {kind.word for kind in LINKED}
