"""Writing several files: all of them or none, wherever a run is cut off; and no journal of others is believed."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from hornbook.cli import hornbook
from hornbook.diagnostics import Diagnostic, Edit, Place
from hornbook.disk import MeanwhileError, exclusive
from hornbook.edits.journal import JOURNAL, complete
from hornbook.edits.renaming import renamed
from hornbook.edits.values import FileChanges
from hornbook.edits.writing import write_changes
from hornbook.load import load
from tests.killing import OPERATIONS, killed_at, operations
from tests.sample_copy import copy_of_sample

CHANGES = FileChanges(
    edits=(Edit(Place("glossary/a.yaml", 1, 1, 1, 4), "new"), Edit(Place("glossary/b.yaml", 1, 1, 1, 4), "new")),
    moved={"glossary/b.yaml": "glossary/terms/c.yaml", "diagrams/d.svg": "diagrams/e.svg"},
    written={"docs/deep/f.md": "new\n"},
    deleted=frozenset({"glossary/g.yaml"}),
)
BEFORE = {
    "glossary/a.yaml": b"old\r\n",
    "glossary/b.yaml": b"old\n",
    "diagrams/d.svg": b"\xff old",
    "glossary/g.yaml": b"old\n",
    "glossary/h.yaml": b"other\n",
}
AFTER = {
    "glossary/a.yaml": b"new\r\n",
    "glossary/terms/c.yaml": b"new\n",
    "diagrams/e.svg": b"\xff old",
    "docs/deep/f.md": b"new\n",
    "glossary/h.yaml": b"other\n",
}


def files(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def project(root: Path) -> Path:
    for path, data in BEFORE.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(data)
    (root / "glossary/b.yaml").chmod(0o640)
    return root


def test_all_is_written_with_line_breaks_and_modes_and_nothing_is_left_over(tmp_path: Path) -> None:
    root = project(tmp_path)
    (root / "glossary/a.yaml").chmod(0o600)
    write_changes(root, CHANGES)
    assert files(root) == AFTER
    assert (root / "glossary/a.yaml").stat().st_mode & 0o777 == 0o600
    assert (root / "glossary/terms/c.yaml").stat().st_mode & 0o777 == 0o640
    assert complete(root) is None


def test_wherever_a_run_is_killed_the_next_one_finds_all_or_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = project(tmp_path / "all")
    count = operations(lambda: write_changes(first, CHANGES), monkeypatch)
    assert count > 20
    outcomes = []
    for step in range(count):
        root = project(tmp_path / str(step))
        with killed_at(step, monkeypatch):
            write_changes(root, CHANGES)
        found = complete(root)
        after = files(root)
        assert after in (BEFORE, AFTER), step
        outcomes.append((after == AFTER, found.code if found else None))
        assert complete(root) is None
    assert outcomes == sorted(outcomes, key=lambda one: one[0]), "once it is completed, it is from there on"
    assert {(False, None), (True, "change-completed"), (True, None)} == set(outcomes)


def test_a_run_that_completes_can_be_killed_as_well(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def half_done(root: Path) -> Path:
        project(root)
        with killed_at(14, monkeypatch):
            write_changes(root, CHANGES)
        assert (root / JOURNAL).exists()
        return root

    first = half_done(tmp_path / "all")
    for step in range(operations(lambda: complete(first), monkeypatch)):
        root = half_done(tmp_path / str(step))
        with killed_at(step, monkeypatch):
            complete(root)
        complete(root)
        assert files(root) == AFTER, step


def test_what_the_system_refuses_leaves_everything_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each file operation but the last ones fails once, as on a full disk."""
    first = project(tmp_path / "all")
    count = operations(lambda: write_changes(first, CHANGES), monkeypatch)
    kept = 0
    for step in range(count):
        root = project(tmp_path / str(step))
        with refused_at(step, monkeypatch):
            try:
                write_changes(root, CHANGES)
            except OSError:
                kept += 1
        complete(root)
        assert files(root) in (BEFORE, AFTER), step
    assert kept > count // 2


@contextmanager
def refused_at(step: int, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    done: list[str] = []

    def refusing(operation: Callable[..., Any]) -> Callable[..., Any]:
        def refused(*arguments: Any, **options: Any) -> Any:
            done.append("")
            if len(done) == step + 1:
                raise OSError(28, "No space left on device")
            return operation(*arguments, **options)

        return refused

    with monkeypatch.context() as patch:
        for name in OPERATIONS:
            patch.setattr(os, name, refusing(getattr(os, name)))
        yield


def test_a_file_that_was_edited_meanwhile_is_not_written_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = project(tmp_path)
    with killed_at(14, monkeypatch):
        write_changes(root, CHANGES)
    (root / "glossary/a.yaml").write_bytes(b"mine\n")
    found = complete(root)
    assert found is not None
    assert (found.code, "`glossary/a.yaml` was changed" in found.message) == ("change-unfinished", True)
    assert (root / "glossary/a.yaml").read_bytes() == b"mine\n"
    with pytest.raises(OSError, match="cut off"):
        write_changes(root, CHANGES)


def journal(*steps: dict[str, Any]) -> str:
    usual = {"before": None, "after": "bmV3Cg==", "mode": None}
    return json.dumps({"format": "hornbook-change/1", "files": [usual | step for step in steps]})


def refused(root: Path, text: str) -> Diagnostic:
    """What is said of a journal of others; it changes nothing."""
    (root / JOURNAL).write_text(text, encoding="utf-8")
    before = files(root)
    found = complete(root)
    assert found is not None
    assert found.code == "change-unfinished", found
    assert files(root) == before
    return found


def test_a_journal_that_is_none_of_ours_is_not_followed(tmp_path: Path) -> None:
    root = project(tmp_path / "project")
    (tmp_path / "outside").mkdir()
    (root / "glossary/linked").symlink_to(tmp_path / "outside")
    (root / "glossary/link.yaml").symlink_to(tmp_path / "outside/x")
    paths = (
        "../outside/x",
        str(tmp_path / "outside/x"),
        "glossary/../../outside/x",
        "glossary/linked/x",
        "glossary/link.yaml",
        ".git/hooks/pre-commit",
        "mkdocs.yml",
        "glossary",
        "",
        ".",
        "glossary//x",
        "glossary\\x",
        "glossary/x\0",
        "glossary/a.yaml/x",
    )
    for path in paths:
        refused(root, journal({"path": path}))
        refused(root, journal({"path": "docs/x"}, {"path": path, "after": None, "before": "bmV3Cg=="}))
    for text in (
        "",
        "[]",
        "{",
        '{"files": 1}',
        "[" * 100_000,
        journal({"path": 3}),
        journal({"path": "docs/x", "mode": -1}),
    ):
        refused(root, text)
    assert list((tmp_path / "outside").iterdir()) == []
    (root / JOURNAL).unlink()
    (root / JOURNAL).symlink_to(root / "glossary/a.yaml")
    found = complete(root)
    assert found is not None
    assert "no ordinary file" in found.message


@pytest.mark.parametrize("name", [JOURNAL, JOURNAL.upper()])
def test_a_journal_that_git_tracks_is_not_followed(name: str, tmp_path: Path) -> None:
    root = project(tmp_path)
    (root / name).write_text("{}", encoding="utf-8")
    for arguments in (["init", "--quiet"], ["add", name]):
        subprocess.run(["git", "-C", str(root), *arguments], check=True, capture_output=True)
    text = journal({"path": "glossary/x.yaml"})
    assert "Git tracks" in refused(root, text).message
    subprocess.run(["git", "-C", str(root), "rm", "-f", "--quiet", "--cached", name], check=True, capture_output=True)
    (root / JOURNAL).write_text(text, encoding="utf-8")
    found = complete(root)
    assert found is not None
    assert found.code == "change-completed"
    assert (root / "glossary/x.yaml").read_bytes() == b"new\n"


def test_commands_end_what_was_cut_off_and_say_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def half_renamed(root: Path) -> Path:
        copy_of_sample(root)
        changes = renamed(load(root), "square", "quite-new")
        assert isinstance(changes, FileChanges)
        with killed_at(20, monkeypatch):
            write_changes(root, changes)
        assert (root / JOURNAL).exists()
        return root

    checked = CliRunner().invoke(hornbook, ["--root", str(half_renamed(tmp_path / "one")), "check"])
    assert checked.exit_code == 0, checked.output
    assert "note[change-completed] a change of " in checked.output
    again = half_renamed(tmp_path / "two")
    moved = CliRunner().invoke(hornbook, ["--root", str(again), "mv", "quite-new", "newer"])
    assert moved.exit_code == 0, moved.output
    assert "note[change-completed]" in moved.stderr
    assert (again / "glossary/terms/newer.yaml").exists()
    (again / JOURNAL).write_text("{}", encoding="utf-8")
    for command in (["check", "--fix"], ["fmt"], ["build"], ["new", "term", "one-more"], ["retire", "kite"]):
        done = CliRunner().invoke(hornbook, ["--root", str(again), *command])
        assert (done.exit_code, "error[change-unfinished]" in done.output) == (1, True), command
    assert not (again / "glossary/terms/one-more.yaml").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_a_process_that_is_killed_leaves_all_or_nothing_to_the_next_one(tmp_path: Path) -> None:
    """Killed for real, somewhere between the first file and the last."""
    many = {f"glossary/{number}.yaml": "old\n" for number in range(100)}
    program = (
        "import sys; from pathlib import Path; from hornbook.edits.values import FileChanges; "
        "from hornbook.edits.writing import write_changes; print('ready', flush=True); sys.stdin.readline(); "
        f"write_changes(Path(sys.argv[1]), FileChanges(written=dict.fromkeys({list(many)!r}, 'new' + chr(10))))"
    )
    for delay in (0.002, 0.01, 0.03):
        root = tmp_path / str(delay)
        (root / "glossary").mkdir(parents=True)
        for path, text in many.items():
            (root / path).write_text(text, encoding="utf-8")
        command = [sys.executable, "-c", program, str(root)]
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
            assert process.stdin is not None
            assert process.stdout is not None
            assert process.stdout.readline() == "ready\n"
            process.stdin.write("\n")
            process.stdin.flush()
            time.sleep(delay)
            process.send_signal(signal.SIGKILL)
        complete(root)
        assert set(files(root)) == set(many)
        assert set(files(root).values()) in ({b"old\n"}, {b"new\n"})


def test_edits_of_what_somebody_changed_meanwhile_are_not_carried_out(tmp_path: Path) -> None:
    root = project(tmp_path)
    read = {path: data.decode().replace("\r\n", "\n") for path, data in BEFORE.items() if path.endswith(".yaml")}
    changed = next(iter({edit.place.path for edit in CHANGES.edits}))
    kept = (root / changed).read_bytes()
    (root / changed).write_bytes(b"# mine\n" + kept)
    before = files(root)
    with pytest.raises(MeanwhileError, match=f"`{changed}` was changed meanwhile"):
        write_changes(root, CHANGES, read)
    assert files(root) == before
    (root / changed).write_bytes(kept)
    write_changes(root, CHANGES, read)
    assert files(root) == AFTER


def test_a_new_file_takes_no_place_that_was_taken_meanwhile(tmp_path: Path) -> None:
    root = project(tmp_path)
    (root / "glossary" / "new.yaml").write_text("mine\n", encoding="utf-8")
    with pytest.raises(MeanwhileError, match="is there meanwhile"):
        write_changes(root, FileChanges(written={"glossary/new.yaml": "theirs\n"}), {})
    assert (root / "glossary" / "new.yaml").read_text(encoding="utf-8") == "mine\n"


def test_a_command_says_that_somebody_is_writing_or_that_the_system_refuses(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = copy_of_sample(tmp_path / "shapes")
    before = files(root)
    with exclusive(root / f"{JOURNAL}.lock"):
        done = CliRunner().invoke(hornbook, ["--root", str(root), "new", "term", "circle"])
    assert (done.exit_code, "another run is changing files" in done.output) == (2, True)
    monkeypatch.setattr("hornbook.edits.journal.write_file", full)
    done = CliRunner().invoke(hornbook, ["--root", str(root), "new", "term", "circle"])
    assert (done.exit_code, "error[output-failed]" in done.output, "no space" in done.output) == (1, True, True)
    assert files(root) == before


def full(*_: object) -> None:
    raise OSError(28, "No space left on device")
