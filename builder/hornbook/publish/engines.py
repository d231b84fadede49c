"""Runs a site engine in a process of its own and reads its mistakes off its log."""

import json
import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from hornbook.diagnostics import Diagnostic, Place
from hornbook.publish.search_index import weigh_search

_NOT_INSTALLED = 127
_TOO_LONG = 124
_SECONDS = 900.0
_NOTES = 60
"""As many of the engine's lines as a diagnostic shows."""
_COLOUR = re.compile(r"\x1b\[[0-9;]*[A-Za-z]")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]")
_PROGRESS = re.compile(r"\s*(INFO|DEBUG)\b|Build (started|finished)\b|No issues found|\s*$")


class Engine(StrEnum):
    """The programs that make a site of Markdown files; each is also the name of its Python module."""

    MKDOCS = "mkdocs"
    PROPERDOCS = "properdocs"
    ZENSICAL = "zensical"


_PACKAGES = {
    Engine.MKDOCS: "mkdocs mkdocs-material",
    Engine.PROPERDOCS: "properdocs mkdocs-material",
    Engine.ZENSICAL: "zensical",
}


@dataclass(frozen=True, slots=True)
class EngineResult:
    """How a run of an engine ended."""

    status: int
    """Its exit status; 0 says that the site stands in the stage."""
    lines: tuple[str, ...]
    """What it said, without reports of progress, colours and control characters."""
    diagnostics: tuple[Diagnostic, ...]


def run_engine(  # noqa: PLR0913 - a command line
    engine: Engine, root: Path, config: Path, stage: Path, epoch: int, python: Path, *, seconds: float = _SECONDS
) -> EngineResult:
    """Build the site of `config` into the folder `stage` with an engine installed for `python`.

    It runs in the folder `root`, every warning counts as an error, and `epoch` (seconds since 1970) stands in for
    the present, so that the same input gives the same bytes. After `seconds` it is stopped. An engine that is
    missing or that fails gives a diagnostic; what one that does well says of search is weighed.
    """
    place = Place(config.relative_to(root).as_posix() if config.is_relative_to(root) else config.name)
    try:
        with _command(engine, config.absolute(), stage.absolute()) as command:
            done = subprocess.run(  # noqa: S603 - the command is ours, and no shell reads it
                # -P: a folder of the project must not stand in for a module of the engine's
                [python, "-P", "-m", *command],
                cwd=root,
                env=os.environ | _environment(epoch),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                timeout=seconds,
                check=False,
                text=True,
                encoding="utf-8",
                errors="replace",
            )
    except subprocess.TimeoutExpired:
        message = f"{engine} was still running after {seconds:g} seconds and was stopped"
        return EngineResult(_TOO_LONG, (), (Diagnostic(place, "engine-failed", message),))
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        message = f"{engine} could not be run: {reason}"
        return EngineResult(_NOT_INSTALLED, (), (Diagnostic(place, "engine-missing", message, _how_to(engine)),))
    result = _result(engine, place, done.returncode, done.stdout)
    return result if result.diagnostics else _with_search_weighed(result, place, stage)


def _result(engine: Engine, place: Place, status: int, output: str) -> EngineResult:
    clean = (_CONTROL.sub("�", _COLOUR.sub("", line)).rstrip() for line in output.split("\n"))
    lines = tuple(line for line in clean if not _PROGRESS.match(line))
    if status == 0:
        return EngineResult(status, lines, ())
    if any(re.search(rf"No module named '?{engine}'?$", line) for line in lines):
        missing = Diagnostic(place, "engine-missing", f"the site engine {engine} is not installed", _how_to(engine))
        return EngineResult(status, lines, (missing,))
    told = _without_tracebacks(lines)
    notes = told[:_NOTES]
    if len(told) > _NOTES:
        notes += (f"… and {len(told) - _NOTES} more lines",)
    message = f"{engine} stopped with exit status {status}"
    failed = Diagnostic(place, "engine-failed", message, "its own words stand below", notes=notes)
    return EngineResult(status, lines, (failed,))


def _with_search_weighed(result: EngineResult, place: Place, stage: Path) -> EngineResult:
    try:
        weigh_search(stage)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        message = f"the search index that the engine wrote could not be rewritten: {reason}"
        return EngineResult(result.status, result.lines, (Diagnostic(place, "engine-failed", message),))
    return result


def _without_tracebacks(lines: tuple[str, ...]) -> tuple[str, ...]:
    """The same lines for people who do not program: of a traceback only its last line."""
    kept = []
    inside = False
    for line in lines:
        inside = line.startswith("Traceback (") or (inside and line.startswith(" "))
        if not inside:
            kept.append(line)
    return tuple(kept)


def _how_to(engine: Engine) -> str:
    return f"install it with `python -m pip install {_PACKAGES[engine]}`, or choose another with `--engine`"


def _environment(epoch: int) -> dict[str, str]:
    return {
        "SOURCE_DATE_EPOCH": str(epoch),
        # Both print an advertisement for their successor into every log.
        "NO_MKDOCS_2_WARNING": "1",
        "DISABLE_MKDOCS_2_WARNING": "true",
        "NO_COLOR": "1",
        "PYTHONUTF8": "1",
    }


@contextmanager
def _command(engine: Engine, config: Path, stage: Path) -> Iterator[list[str]]:
    """The module to run and its arguments; what it wrote is in `stage` after the block."""
    if engine is not Engine.ZENSICAL:
        yield [engine, "build", "--strict", "--config-file", str(config), "--site-dir", str(stage)]
        return
    # Zensical has no such option, and builds only below the folder of its configuration.
    with tempfile.TemporaryDirectory(prefix=".zensical-", dir=config.parent) as inner:
        derived = Path(f"{inner}.yml")
        settings = {"INHERIT": config.name, "site_dir": f"{Path(inner).name}/site"}
        derived.write_text(json.dumps(settings), encoding="utf-8")  # JSON is YAML
        try:
            yield [engine, "build", "--strict", "--config-file", str(derived)]
            if Path(inner, "site").is_dir():
                shutil.copytree(Path(inner, "site"), stage, symlinks=True, dirs_exist_ok=True)
        finally:
            derived.unlink()
