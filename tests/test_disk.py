"""Files that are put in their places: whole, and one run at a time."""

import os
from pathlib import Path

import pytest

from hornbook import disk
from hornbook.disk import MeanwhileError, exclusive, flush, put_file
from tests.killing import killed_at, operations

OLD, NEW = b"old\n", b"new and longer\n"


def begun(folder: Path) -> Path:
    folder.mkdir()
    file = folder / "inner" / "file.json"
    put_file(file, OLD)
    file.chmod(0o640)
    return file


def test_wherever_a_run_is_killed_a_file_is_the_old_one_or_the_new_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = begun(tmp_path / "all")
    found = []
    for step in range(operations(lambda: put_file(first, NEW), monkeypatch)):
        file = begun(tmp_path / str(step))
        with killed_at(step, monkeypatch):
            put_file(file, NEW)
        found.append(file.read_bytes())
        put_file(file, NEW)
        assert [one.name for one in file.parent.iterdir()] == ["file.json"], step
        assert (file.read_bytes(), file.stat().st_mode & 0o777) == (NEW, 0o640)
    assert set(found) == {OLD, NEW}
    assert found == sorted(found, key=[OLD, NEW].index)


def test_a_file_that_is_only_to_be_new_stays_and_what_a_killed_run_left_goes(tmp_path: Path) -> None:
    file = begun(tmp_path / "all")
    for name in (".file.json.hornbook", ".file.json.hornbook.lock"):
        (file.parent / name).write_bytes(b"half")
    put_file(file, NEW, only_new=True)
    put_file(file.with_name("other.json"), NEW, only_new=True)
    assert {one.name: one.read_bytes() for one in file.parent.iterdir()} == {"file.json": OLD, "other.json": NEW}


def test_a_file_that_another_run_puts_there_is_left_to_it(tmp_path: Path) -> None:
    file = begun(tmp_path / "all")
    with exclusive(file.with_name(".file.json.hornbook.lock")) as alone:
        assert alone
        with pytest.raises(MeanwhileError):
            put_file(file, NEW)
    assert file.read_bytes() == OLD
    assert [one.name for one in file.parent.iterdir()] == ["file.json"]


@pytest.mark.parametrize(
    ("files", "folders", "at_once"), [(60, 4, False), (4, 60, False), (61, 4, True), (4, 61, True), (33, 33, True)]
)
def test_few_files_and_folders_are_flushed_one_by_one_and_many_at_once(
    files: int,
    folders: int,
    at_once: bool,  # noqa: FBT001
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    one_by_one: list[int] = []
    together: list[Path] = []

    def flushed(folder: Path) -> bool:
        together.append(folder)
        return True

    monkeypatch.setattr(os, "fsync", one_by_one.append)
    monkeypatch.setattr(disk, "_flushed_at_once", flushed)
    (tmp_path / "file").write_bytes(NEW)
    flush([tmp_path / "file"] * files, [tmp_path] * folders)
    assert (together, len(one_by_one)) == (([tmp_path], 0) if at_once else ([], files + folders))
