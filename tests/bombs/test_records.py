"""No file of records takes much time or memory, whatever it holds; each is refused with its place."""

from pathlib import Path

import pytest

from hornbook.load.text.files import source_text
from hornbook.load.tree.reader import MOST_MISTAKES, read_yaml
from tests.bombs.limits import limited
from tests.bombs.records import RECORDS
from tests.load.project import loaded_with


def test_all_of_them_in_one_project_are_refused_each_with_its_place(tmp_path: Path) -> None:
    loaded_with(tmp_path, {})
    for name, (text, _) in RECORDS.items():
        (tmp_path / "project" / "glossary" / "terms" / f"{name}.yaml").write_text(text, encoding="utf-8")
    ended = limited(tmp_path / "project", "check")
    assert ended.status == 1
    missing = {name: code for name, (_, code) in RECORDS.items() if code not in ended.codes(f"{name}.yaml")}
    assert missing == {}


@pytest.mark.parametrize("name", RECORDS)
def test_what_is_found_in_one_file_is_not_without_a_bound(name: str) -> None:
    text, _ = RECORDS[name]
    assert len(read_yaml(source_text("a.yaml", text)).diagnostics) <= MOST_MISTAKES + 1


def test_the_place_of_an_alias_ends_with_it() -> None:
    found = read_yaml(source_text("a.yaml", "a: [&b x, *b,*b]\n")).diagnostics
    assert [(one.place.column, one.place.end_column) for one in found] == [(5, 7), (11, 13), (14, 16)]


def test_a_file_of_very_many_mistakes_says_where_its_reading_ended() -> None:
    found = read_yaml(source_text("a.yaml", "k: 1\n" * (MOST_MISTAKES + 10))).diagnostics
    assert found[-1].code == "yaml-too-large"
    assert found[-1].place.line == MOST_MISTAKES + 2
    assert len(read_yaml(source_text("a.yaml", "k: 1\n" * MOST_MISTAKES)).diagnostics) == MOST_MISTAKES - 1
