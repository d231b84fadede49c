"""Runs a site engine in a process of its own and reads its mistakes off its log."""

import os
import re
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from tempfile import TemporaryFile

from hornbook.diagnostics import Code, Diagnostic, Place
from hornbook.processes import ending_with_this

ENGINE_MISSING = Code(
    "engine-missing",
    "The site engine that was asked for is not installed.",
    "`--engine zensical`, on a machine without Zensical.",
)
ENGINE_FAILED = Code(
    "engine-failed",
    "The site engine found mistakes or stopped, so there is no new site.",
    "The settings in `mkdocs.yml` name a plugin that is not installed.",
)

SETTINGS = "mkdocs.yml"
"""The file of an engine's settings, in the project and in the folder of a run."""
OUT = "site"
"""The folder that an engine makes in the folder of a run."""
_PLACE = Place(SETTINGS)
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


PAGE_BY_PAGE = frozenset({Engine.MKDOCS, Engine.PROPERDOCS})
"""Those that make one page after another."""
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


def run_engine(
    engine: Engine,
    work: Path,
    epoch: int,
    python: Path,
    *,
    seconds: float = _SECONDS,
) -> EngineResult:
    """Build the site that `work` describes, with an engine installed for `python`, into the folder `site` there.

    `work` is a folder made for this run, with the settings in `mkdocs.yml`: the engine sees no other file of ours.
    Every warning counts as an error, and `epoch` (seconds since 1970) stands in for the present, so that the same
    input gives the same bytes. After `seconds` it is stopped. An engine that is missing or that fails gives a
    diagnostic. An engine takes one core.
    """
    try:
        # -P: a folder beside the settings must not stand in for a module of the engine's
        command: list[str | Path] = [python, "-P", "-m", engine, "build", "--strict", "--config-file", SETTINGS]
        status, said = _done(command, work, os.environ | _environment(epoch), seconds)
    except subprocess.TimeoutExpired:
        message = f"{engine} was still running after {seconds:g} seconds and was stopped"
        return EngineResult(_TOO_LONG, (), (Diagnostic(_PLACE, ENGINE_FAILED, message),))
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        message = f"{engine} could not be run: {reason}"
        return EngineResult(_NOT_INSTALLED, (), (Diagnostic(_PLACE, ENGINE_MISSING, message, _how_to(engine)),))
    # Where this run took place says nothing to anybody.
    output = said.replace(f"{work}/", "").replace(str(work), ".")
    return _result(engine, status, output)


def _done(
    command: Sequence[str | Path],
    work: Path,
    environment: Mapping[str, str],
    seconds: float,
) -> tuple[int, str]:
    """The exit status of a program, and all that it said; it never outlives this call."""
    with TemporaryFile() as log:  # a pipe would be full before anybody reads it
        with subprocess.Popen(  # noqa: S603 - the command is ours, and no shell reads it
            command,
            cwd=work,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            preexec_fn=ending_with_this(),  # noqa: PLW1509 - which takes no lock
        ) as process:
            try:
                status = process.wait(seconds)
            except BaseException:
                process.kill()
                raise
        log.seek(0)
        return status, log.read().decode("utf-8", "replace")


def _result(engine: Engine, status: int, output: str) -> EngineResult:
    clean = (_CONTROL.sub("�", _COLOUR.sub("", line)).rstrip() for line in output.split("\n"))
    lines = tuple(line for line in clean if not _PROGRESS.match(line))
    if status == 0:
        return EngineResult(status, lines, ())
    if any(re.search(rf"No module named '?{engine}'?$", line) for line in lines):
        missing = Diagnostic(_PLACE, ENGINE_MISSING, f"the site engine {engine} is not installed", _how_to(engine))
        return EngineResult(status, lines, (missing,))
    told = _without_tracebacks(lines)
    notes = told[:_NOTES]
    if len(told) > _NOTES:
        notes += (f"… and {len(told) - _NOTES} more lines",)
    message = f"{engine} stopped with exit status {status}"
    failed = Diagnostic(_PLACE, ENGINE_FAILED, message, "its own words stand above", notes=notes)
    return EngineResult(status, lines, (failed,))


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
