"""Site engines run apart from us, say what was wrong, and give the same bytes twice."""

import hashlib
import os
import stat
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from hornbook.publish import Engine, EngineResult, run_engine
from tests.publish.looking import look

PYTHON = Path(sys.executable)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/index.md").write_text("# Home\n")
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: x\nsite_url: https://example.org/\ntheme: {name: material, font: false}\n"
    )
    return tmp_path


def fake_python(folder: Path, script: str) -> Path:
    """A stand-in for Python whose engine is this shell script."""
    program = folder / "fake-python"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    return program


def run(project: Path, python: Path = PYTHON, engine: Engine = Engine.MKDOCS, seconds: float = 60) -> EngineResult:
    return run_engine(engine, project, 1_700_000_000, python, seconds=seconds)


def hashes(site: dict[str, bytes]) -> dict[str, str]:
    return {path: hashlib.sha256(data).hexdigest() for path, data in site.items()}


def test_two_builds_are_equal_to_the_byte(build: Callable[..., dict[str, bytes]], material: dict[str, bytes]) -> None:
    time.sleep(1.1)  # the time stamp in a gzip file counts seconds
    again = build()
    assert "sitemap.xml.gz" in again
    assert hashes(again) == hashes(material)


def test_both_engines_give_the_same_pages(
    build: Callable[..., dict[str, bytes]], material: dict[str, bytes], site_url: str
) -> None:
    other = build(engine=Engine.PROPERDOCS)
    assert other.keys() == material.keys()
    assert look(other, site_url, Engine.PROPERDOCS) == ()


@pytest.mark.parametrize("variant", ["classic", "modern"])
def test_zensical_gives_the_same_pages_twice_and_they_pass(
    build: Callable[..., dict[str, bytes]], material: dict[str, bytes], config: str, site_url: str, variant: str
) -> None:
    other, again = (
        build(engine=Engine.ZENSICAL, config=config.replace("name: material", f"name: material\n  variant: {variant}"))
        for _ in range(2)
    )
    assert hashes(other) == hashes(again)
    assert look(other, site_url, Engine.ZENSICAL) == ()
    assert {path for path in other if path.endswith(".html")} == {path for path in material if path.endswith(".html")}


def test_a_good_build_says_nothing(project: Path) -> None:
    assert run(project) == EngineResult(0, (), ())
    assert (project / "site/index.html").exists()


@pytest.mark.parametrize("engine", list(Engine))
def test_a_warning_fails_the_build_in_the_words_of_the_engine(project: Path, engine: Engine) -> None:
    (project / "docs/index.md").write_text("[x](nothing.md)\n")
    result = run(project, engine=engine)
    assert result.status == 1
    (failed,) = result.diagnostics
    assert (failed.code, failed.place.path) == ("engine-failed", "mkdocs.yml")
    assert any("nothing.md" in note for note in failed.notes)
    assert not any("INFO" in line for line in result.lines)


def test_an_engine_ends_with_whoever_waits_for_it(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    python = fake_python(project, "echo $$ > number; exec sleep 600")
    wait: Callable[[Any], int] = subprocess.Popen.wait

    def interrupted(process: Any, timeout: float | None = None) -> int:
        if timeout is None:
            return wait(process)
        while not (project / "number").exists() or not (project / "number").read_text():
            time.sleep(0.05)
        raise ValueError("stop")

    monkeypatch.setattr(subprocess.Popen, "wait", interrupted)
    with pytest.raises(ValueError, match="stop"):
        run_engine(Engine.MKDOCS, project, 0, python)
    number = int((project / "number").read_text())
    with pytest.raises(ProcessLookupError):
        os.kill(number, 0)


def test_a_broken_configuration_is_a_failure(project: Path) -> None:
    (project / "mkdocs.yml").write_text("site_name: [\n")
    result = run(project)
    assert [one.code for one in result.diagnostics] == ["engine-failed"]
    assert result.diagnostics[0].notes


def test_a_missing_engine_says_how_to_install_it(project: Path) -> None:
    python = fake_python(project, 'echo "$0: No module named properdocs" >&2; exit 1')
    result = run(project, python, Engine.PROPERDOCS)
    assert [one.code for one in result.diagnostics] == ["engine-missing"]
    assert "pip install properdocs" in (result.diagnostics[0].hint or "")


def test_a_missing_module_of_an_engine_is_not_a_missing_engine(project: Path) -> None:
    python = fake_python(project, "echo \"ModuleNotFoundError: No module named 'mkdocs_extra'\"; exit 1")
    assert [one.code for one in run(project, python).diagnostics] == ["engine-failed"]


@pytest.mark.parametrize("python", ["missing", "docs/index.md", "docs"])
def test_what_is_no_python_is_a_missing_engine(project: Path, python: str) -> None:
    assert [one.code for one in run(project, project / python).diagnostics] == ["engine-missing"]


def test_an_engine_that_hangs_is_stopped(project: Path) -> None:
    result = run(project, fake_python(project, "exec sleep 60"), seconds=0.2)
    assert [one.code for one in result.diagnostics] == ["engine-failed"]
    assert "0.2 seconds" in result.diagnostics[0].message


def test_colours_control_characters_and_tracebacks_do_not_reach_readers(project: Path) -> None:
    log = (
        r"\033[31mWARNING\033[0m - a\007b\033]0;x\n\nINFO - c\nTraceback (most recent call last):\n"
        r'  File "x", line 1\n    y\nValueError: z\n\377\n'
    )
    result = run(project, fake_python(project, f"printf '{log}'; exit 3"))
    assert result.status == 3
    assert result.diagnostics[0].notes == ("WARNING - a�b�]0;x", "ValueError: z", "�")


def test_a_long_log_is_cut(project: Path) -> None:
    result = run(project, fake_python(project, "seq 1 5000; exit 1"))
    assert len(result.lines) == 5000
    assert len(result.diagnostics[0].notes) < 100
    assert "more lines" in result.diagnostics[0].notes[-1]


def test_the_engine_sees_the_moment_and_no_module_of_the_project(project: Path) -> None:
    (project / "mkdocs.py").write_text("raise SystemExit('the wrong module')")
    assert run(project).status == 0
    result = run(
        project, fake_python(project, 'echo "$SOURCE_DATE_EPOCH $NO_MKDOCS_2_WARNING $DISABLE_MKDOCS_2_WARNING"')
    )
    assert result.lines == ("1700000000 1 true",)


@pytest.mark.parametrize("engine", list(Engine))
def test_an_engine_speaks_of_files_and_not_of_where_they_lay(project: Path, engine: Engine) -> None:
    (project / "docs/index.md").write_text("[x](nothing.md)\n")
    result = run(project, engine=engine)
    assert not any(str(project) in line for line in result.lines)
