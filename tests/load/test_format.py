"""The version of the way in which files are written."""

from pathlib import Path

import pytest

from hornbook.model.records import FIRST_FORMAT, FORMAT
from tests.load.project import BASE, found, loaded_with

GLOSSARY = (BASE / "glossary/glossary.yaml").read_text(encoding="utf-8")


def test_a_glossary_that_says_nothing_has_the_first(tmp_path: Path) -> None:
    knowledge = loaded_with(tmp_path, {}).knowledge
    assert knowledge is not None
    assert knowledge.glossary.format == FIRST_FORMAT == 1


def test_every_format_up_to_the_newest_is_read(tmp_path: Path) -> None:
    for number in range(FIRST_FORMAT, FORMAT + 1):
        loaded = loaded_with(tmp_path, {"glossary/glossary.yaml": f"{GLOSSARY}format: {number}\n"})
        assert loaded.knowledge is not None
        assert loaded.knowledge.glossary.format == number


@pytest.mark.parametrize(
    ("written", "code"),
    [
        (str(FORMAT + 1), "field-form"),
        ("999999999", "field-form"),
        ("0", "field-type"),
        ("-1", "field-type"),
        ("1.5", "field-type"),
        ("'1'", "field-type"),
        ("one", "field-type"),
        ("true", "field-type"),
        ("9" * 400, "field-type"),
        ("[1]", "field-type"),
    ],
)
def test_any_other_is_told_at_its_place(written: str, code: str, tmp_path: Path) -> None:
    loaded = loaded_with(tmp_path, {"glossary/glossary.yaml": f"{GLOSSARY}format: {written}\n"})
    assert found(loaded) == [(code, "glossary/glossary.yaml:7:9")]
