"""No picture or drawing of `docs/` takes much time or memory, here or in a reader's browser."""

from pathlib import Path

import pytest

from hornbook.load.text.pictures import LARGEST_COPIED, LARGEST_TOGETHER, MOST_DOTS, oversized
from tests.bombs.limits import limited
from tests.bombs.pictures import ODD, PICTURES, png
from tests.load.project import loaded_with


def test_all_of_them_in_one_project_are_refused_each_with_its_place(tmp_path: Path) -> None:
    loaded_with(tmp_path, {f"docs/{name}": data for name, (data, _) in PICTURES.items()})
    loaded_with(tmp_path, {f"docs/{name}": data for name, data in ODD.items()})
    with (tmp_path / "project" / "docs" / "holes.svg").open("wb") as file:
        file.truncate(1 << 40)
    ended = limited(tmp_path / "project", "check")
    assert ended.status == 1
    wanted = {name: code for name, (_, code) in PICTURES.items()} | {"holes.svg": "file-too-large"}
    assert {name: code for name, code in wanted.items() if code not in ended.codes(name)} == {}
    assert [name for name in ODD if ended.codes(name)] == []


@pytest.mark.parametrize(("dots", "fine"), [(MOST_DOTS, True), (MOST_DOTS + 1, False)])
def test_a_picture_has_so_many_dots_at_most(tmp_path: Path, dots: int, fine: bool) -> None:  # noqa: FBT001 -- a table
    (tmp_path / "a.png").write_bytes(png(dots, 1))
    assert ([*oversized({"a.png": tmp_path / "a.png"})] == []) is fine


def test_files_are_counted_together_and_the_one_is_named_at_which_it_is_too_much(tmp_path: Path) -> None:
    files = {}
    for number in range(LARGEST_TOGETHER // LARGEST_COPIED + 2):
        files[f"{number}.pdf"] = tmp_path / f"{number}.pdf"
        with files[f"{number}.pdf"].open("wb") as file:
            file.truncate(LARGEST_COPIED)
    assert [one.place.path for one in oversized(files)] == ["docs/8.pdf"]
    assert [*oversized({"gone.pdf": tmp_path / "gone.pdf"})] == []
