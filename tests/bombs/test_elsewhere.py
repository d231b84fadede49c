"""Texts of other projects, kept copies of glossaries and pictures: what costs much is refused, or read all the same."""

import json
from pathlib import Path

import pytest

from tests.bombs.limits import limited
from tests.bombs.texts import lines
from tests.published import published_data
from tests.where import SAMPLE

LINTED = {
    "brackets.md": lines("[", 100_000),
    "quotes.md": lines("> ", 100_000),
    "claims.md": lines("[[a => b]] ", 100_000),
    "words.md": lines("a square is a rhombus. ", 100_000),
    "ticks.rst": lines("`a ", 100_000),
    "lists.rst": "\n".join(" " * depth + "- x" for depth in range(0, 900, 2)),
    "included.rst": ".. include:: /dev/zero\n" * 1_000,
    "substitutions.rst": "".join(f".. |a{one}| replace:: |a{one + 1}| |a{one + 1}|\n" for one in range(1_000))
    + "\n|a0|",
}
COPIES = {
    "deep": "[" * 1_000_000,
    "long number": '{"format": ' + "9" * 100_000 + "}",
    "wide": json.dumps({"terms": {f"a{number}": 1 for number in range(200_000)}}),
    "no glossary": "[" + "[]," * 500_000 + "[]]",
}


def test_texts_of_other_projects_are_read_or_refused(tmp_path: Path) -> None:
    (tmp_path / "glossary.json").write_text(json.dumps(published_data(SAMPLE)), encoding="utf-8")
    for name, text in LINTED.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    ended = limited(tmp_path, "lint", *LINTED, "--glossary", "glossary.json")
    assert ended.status == 1
    assert "lint-name" in ended.codes("claims.md")
    assert all(place.partition(":")[0] in LINTED for _, place in ended.found)


@pytest.mark.parametrize("name", COPIES)
def test_a_copy_that_is_none_is_refused(name: str, tmp_path: Path) -> None:
    (tmp_path / "glossary.json").write_text(COPIES[name], encoding="utf-8")
    (tmp_path / "page.md").write_text("[[a => b]]\n", encoding="utf-8")
    ended = limited(tmp_path, "lint", "page.md", "--glossary", "glossary.json")
    assert ended.status in {1, 2}
    assert "`glossary.json`" in ended.out or ended.codes("glossary.json")
