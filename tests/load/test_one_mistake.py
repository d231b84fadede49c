"""One mistake, one message: what follows from a mistake alone is not told again, and nothing else is hidden by it."""

from pathlib import Path

import pytest

from tests.load.project import found, loaded_with
from tests.where import SAMPLE

PLANE = "glossary/frameworks/plane.yaml"
SQUARE = "glossary/terms/square.yaml"
QUIZ = "glossary/questions/is-it-a-square.yaml"


def edited(path: str, old: str, new: str) -> dict[str, str | bytes | None]:
    text = (SAMPLE / path).read_text(encoding="utf-8")
    assert old in text
    return {path: text.replace(old, new, 1)}


@pytest.mark.parametrize(
    ("path", "old", "new", "said"),
    [
        (PLANE, "id: square-definition", "id: sqare-definition", "2 places say `square-definition`"),
        (PLANE, "  round: {", "  rond: {", "3 places say `round`"),
        ("glossary/sources.yaml", "id: primer", "id: prmier", "18 places say `primer`"),
    ],
)
def test_an_id_misspelt_where_it_is_defined_is_told_there(
    path: str, old: str, new: str, said: str, tmp_path: Path
) -> None:
    (one,) = loaded_with(tmp_path, edited(path, old, new), SAMPLE).diagnostics
    assert (one.code, one.place.path) == ("reference-unknown", path)
    assert said in one.message
    assert one.hint is not None
    assert one.hint.startswith("write `")
    assert 2 <= len(one.related) <= 10


def test_a_misspelt_file_name_is_told_once(tmp_path: Path) -> None:
    changed = {SQUARE: None, "glossary/terms/sqare.yaml": (SAMPLE / SQUARE).read_bytes()}
    (one,) = loaded_with(tmp_path, changed, SAMPLE).diagnostics
    assert str(one.place) == "glossary/terms/sqare.yaml:1:1"
    assert one.hint == "rename the file to `square.yaml`, or mend those places"


def test_a_misspelling_of_what_others_name_rightly_is_told_at_each_place(tmp_path: Path) -> None:
    changed = edited("diagrams/by-definition.yaml", "goal: square", "goal: sqare")
    changed |= edited("diagrams/by-diagonals.yaml", "goal: square", "goal: sqare")
    assert found(loaded_with(tmp_path, changed, SAMPLE)) == [
        ("reference-unknown", "diagrams/by-definition.yaml:3:7"),
        ("reference-unknown", "diagrams/by-diagonals.yaml:3:7"),
    ]


@pytest.mark.parametrize(
    ("path", "old", "new", "code"),
    [
        (SQUARE, "label:", "lable:", "field-unknown"),
        (PLANE, "implications:", "implicatons:", "field-unknown"),
        (PLANE, "atoms:", "atom:", "field-unknown"),
        (PLANE, "round: {holds:", "round: {hold:", "field-unknown"),
        (SQUARE, "senses:", "sense:", "field-unknown"),
        (SQUARE, "holds:", "hold:", "field-unknown"),
        (QUIZ, "options:", "option:", "field-unknown"),
        ("glossary/sources.yaml", "title:", "tilte:", "field-unknown"),
        ("glossary/sources.yaml", "- id: primer", "- identity: primer", "field-missing"),
        (PLANE, "- id: square-definition", "- name: square-definition", "field-unknown"),
    ],
)
def test_nothing_follows_from_a_misspelt_field(path: str, old: str, new: str, code: str, tmp_path: Path) -> None:
    loaded = loaded_with(tmp_path, edited(path, old, new), SAMPLE)
    assert code in [one.code for one in loaded.diagnostics]
    assert {one.place.line for one in loaded.diagnostics} == {loaded.diagnostics[0].place.line}
    assert {one.place.path for one in loaded.diagnostics} == {path}
    assert (len(loaded.diagnostics) == 1) is (code == "field-unknown")


def test_definitions_in_a_wrong_form_are_no_further_mistakes(tmp_path: Path) -> None:
    text = (SAMPLE / PLANE).read_text(encoding="utf-8")
    start, end = text.index("atoms:"), text.index("choices:")
    changed = {PLANE: f"{text[:start]}atoms: [round, upright, lying]\n{text[end:]}"}
    assert found(loaded_with(tmp_path, changed, SAMPLE)) == [("field-type", f"{PLANE}:6:8")]
    loaded = loaded_with(tmp_path, {PLANE: text, SQUARE: "- label: Square\n"}, SAMPLE)
    assert found(loaded) == [("field-type", f"{SQUARE}:1:1")]


def test_what_a_misspelt_field_holds_is_read(tmp_path: Path) -> None:
    changed = edited(PLANE, "implications:", "implicatons:\n  - {id: a, if: [nothing], then: square}")
    assert found(loaded_with(tmp_path, changed, SAMPLE)) == [
        ("field-unknown", f"{PLANE}:12:1"),
        ("reference-unknown", f"{PLANE}:13:18"),
    ]
