"""A folder to work in leaves nothing behind, whoever is killed, and touches nothing of anybody else's."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from hornbook.scratch import working_folder
from hornbook.spread import spread
from tests.where import REPOSITORY

WORKING = """
import sys, time
from hornbook.scratch import working_folder
with working_folder() as work:
    (work / "a" / "b").mkdir(parents=True)
    (work / "a" / "b" / "file").write_text("half")
    print(work, flush=True)
    time.sleep(600)
"""
PATIENCE = 30


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The system's folder for such things, for this test alone."""
    folder = tmp_path / "tmp"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    return folder


def killed(temporary: Path) -> Path:
    """The folder of a run that was killed in it."""
    with at_work(temporary) as running:
        assert running.stdout is not None
        work = Path(running.stdout.readline().strip())
        running.send_signal(signal.SIGKILL)
    return work


def at_work(temporary: Path) -> subprocess.Popen[str]:
    environment = {**os.environ, "TMPDIR": str(temporary)}
    return subprocess.Popen([sys.executable, "-c", WORKING], stdout=subprocess.PIPE, text=True, env=environment)


def test_it_is_new_and_empty_and_goes_with_the_run(temporary: Path) -> None:
    with working_folder() as one, working_folder() as other:
        assert one != other
        assert [*one.iterdir()] == [*other.iterdir()] == []
        (one / "file").write_text("x", encoding="utf-8")
    with pytest.raises(ZeroDivisionError), working_folder():
        raise ZeroDivisionError
    assert [*temporary.iterdir()] == []


def test_the_next_run_clears_away_what_a_killed_one_left(temporary: Path) -> None:
    work = killed(temporary)
    assert (work / "a" / "b" / "file").exists()
    with working_folder() as mine:
        assert [*temporary.iterdir()] == [mine.parent]
    assert [*temporary.iterdir()] == []


def test_a_run_that_goes_on_keeps_its_folder(temporary: Path) -> None:
    with at_work(temporary) as running:
        assert running.stdout is not None
        work = Path(running.stdout.readline().strip())
        with working_folder():
            pass
        assert (work / "a" / "b" / "file").exists()
        running.kill()


def test_what_is_none_of_ours_stays(temporary: Path, tmp_path: Path) -> None:
    (tmp_path / "precious").mkdir()
    (tmp_path / "precious" / "lock").touch()
    (temporary / "hornbook-link").symlink_to(tmp_path / "precious")
    (temporary / "hornbook-notes").mkdir()
    (temporary / "hornbook-notes" / "file").touch()
    (temporary / "hornbook-file").touch()
    (temporary / "hornbook-empty").mkdir()
    with working_folder():
        pass
    assert sorted(one.name for one in temporary.iterdir()) == ["hornbook-file", "hornbook-link", "hornbook-notes"]
    assert (tmp_path / "precious" / "lock").exists()


def test_no_file_is_written_in_order_to_find_the_folder(temporary: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", None)
    monkeypatch.setenv("TMPDIR", str(temporary / "gone"))
    monkeypatch.setenv("TEMP", str(temporary))
    monkeypatch.setattr("tempfile._get_default_tempdir", lambda *_: pytest.fail("it writes a file"))
    with working_folder() as work:
        assert work.parent.parent == temporary


def _sleep(number: int) -> int:
    Path(os.environ["BEGUN"], str(os.getpid())).touch()
    time.sleep(600)
    return number


def spreading() -> None:
    spread(_sleep, range(1_000))


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere processes are not ended with the one that began them")
def test_processes_end_with_the_one_that_began_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BEGUN", str(tmp_path))
    program = (
        f"import sys; sys.path.insert(0, {str(REPOSITORY)!r}); import hornbook.spread as s; s.cores = lambda: 2; "
        "from tests.test_scratch import spreading; spreading()"
    )
    with subprocess.Popen([sys.executable, "-c", program]) as running:
        end = time.monotonic() + PATIENCE
        while len(begun := [one for one in tmp_path.iterdir() if one.name.isdigit()]) < 2 and time.monotonic() < end:
            time.sleep(0.02)
        running.send_signal(signal.SIGKILL)
    assert len(begun) == 2
    while any(is_running(int(one.name)) for one in begun) and time.monotonic() < end:
        time.sleep(0.02)
    assert not any(is_running(int(one.name)) for one in begun)


def is_running(number: int) -> bool:
    try:
        state = Path(f"/proc/{number}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"
