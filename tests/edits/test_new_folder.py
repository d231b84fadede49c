"""The folder of a new project: whole or not there, and mended by the next run, wherever one is killed."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from hornbook.cli import hornbook
from hornbook.disk import MeanwhileError, exclusive
from hornbook.edits.new_folder import clear_away, is_new, write_new_folder
from tests.killing import killed_at, operations

FILES = {
    ".github/workflows/check.yml": "name: Check\n",
    "README.md": "# Tea\n",
    "glossary/glossary.yaml": "title: Tea\n",
    "glossary/terms/tea.yaml": "label: Tea\n",
}


def files(root: Path) -> dict[str, str]:
    """All files below a folder; what holds none counts by itself."""
    return {
        path.relative_to(root).as_posix(): path.read_text(encoding="utf-8") if path.is_file() else "a folder"
        for path in root.rglob("*")
        if path.is_file() or not any(path.iterdir())
    }


def begun(above: Path, *, is_there: bool) -> Path:
    folder = above / "words" / "tea"
    folder.parent.mkdir(parents=True)
    if is_there:
        folder.mkdir()
    return folder


@pytest.mark.parametrize("is_there", [False, True], ids=["a new folder", "an empty folder"])
def test_wherever_a_run_is_killed_the_next_one_makes_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, is_there: bool
) -> None:
    first = begun(tmp_path / "all", is_there=is_there)
    count = operations(lambda: write_new_folder(first, FILES), monkeypatch)
    assert files(tmp_path / "all" / "words") == {f"tea/{path}": text for path, text in FILES.items()}
    refused = []
    for step in range(count):
        folder = begun(tmp_path / str(step), is_there=is_there)
        with killed_at(step, monkeypatch):
            write_new_folder(folder, FILES)
        if not is_there:
            assert not folder.exists() or files(folder) == FILES, step
        clear_away(folder)
        refused.append(not is_new(folder, FILES))
        if not refused[-1]:
            write_new_folder(folder, FILES)
        assert files(folder.parent) == {f"tea/{path}": text for path, text in FILES.items()}, step
    assert refused == sorted(refused), "once it is made, it is from there on"
    assert set(refused) == {False, True}


@pytest.mark.parametrize(
    "path",
    ["notes.md", "README.md", ".github/other.yml", "glossary/glossary.yaml", "empty/", ".github/"],
)
def test_what_is_somebody_elses_makes_a_folder_that_is_not_new(tmp_path: Path, path: str) -> None:
    (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
    if path.endswith("/"):
        (tmp_path / path).mkdir()
    else:
        (tmp_path / path).write_text("mine\n", encoding="utf-8")
    before = files(tmp_path)
    assert not is_new(tmp_path, FILES)
    with pytest.raises(MeanwhileError):
        write_new_folder(tmp_path, FILES)
    assert files(tmp_path) == before


def test_a_link_or_a_file_is_no_new_folder(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    (tmp_path / "nowhere").symlink_to(tmp_path / "gone")
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder/README.md").symlink_to(tmp_path / "file")
    assert not any(is_new(tmp_path / name, FILES) for name in ("file", "nowhere", "folder"))


@pytest.mark.parametrize("command", [("init",), ("import", "csv", "words.csv", "--to")], ids=["init", "import"])
def test_commands_clear_away_what_a_run_left_that_was_killed_at_its_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "words.csv").write_text("term,definition\nTea,A drink.\n", encoding="utf-8")
    assert CliRunner().invoke(hornbook, [*command, "tea"]).exit_code == 0
    before = files(tmp_path)
    for name in (".tea.hornbook-begun.lock", "tea/.hornbook-begun.lock"):
        (tmp_path / name).touch()
    (tmp_path / "tea/.hornbook-begun").mkdir()
    assert CliRunner().invoke(hornbook, [*command, "tea"]).exit_code == 2
    assert files(tmp_path) == before


@pytest.mark.parametrize("is_there", [False, True])
def test_of_two_runs_one_writes(tmp_path: Path, *, is_there: bool) -> None:
    folder = begun(tmp_path, is_there=is_there)
    lock = folder / ".hornbook-begun.lock" if is_there else folder.with_name(".tea.hornbook-begun.lock")
    with exclusive(lock) as alone:
        assert alone
        with pytest.raises(MeanwhileError):
            write_new_folder(folder, FILES)
        clear_away(folder)
    assert [*folder.rglob("*")] == []
