"""The command in a process of its own, which may use no more than so much memory and time."""

import json
import os
import resource
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

MEMORY = 2 << 30
"""Bytes that a run may write to; addresses that are only kept free, as those of what lays drawings out, are none."""
SECONDS = 60
"""Of processor time: a guard against what never ends, not a measure. What is asked for is ten seconds, and what a run
does is counted where it is done."""


@dataclass(frozen=True, slots=True)
class Ended:
    """How a run ended, and what it found: the code and the place of each diagnostic, as `path:line:column`."""

    status: int
    found: tuple[tuple[str, str], ...]
    out: str

    def codes(self, name: str) -> set[str]:
        """The codes of what was found in the files of this name, each of which has to have a line."""
        return {code for code, place in self.found if Path(place.partition(":")[0]).name == name}


def limited(folder: Path, *arguments: str) -> Ended:
    """Run `hornbook` in a folder under the limits; it ends by itself, and without a traceback, or this fails."""
    ran = subprocess.run(
        [sys.executable, "-c", "from hornbook.cli import main; main()", *arguments, "--format", "json"],
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=folder,
        env={**os.environ, "HORNBOOK_CACHE": "off"},
        preexec_fn=_limit,
        check=False,
    )
    assert ran.returncode in {0, 1, 2}, (ran.returncode, ran.stderr[-2000:])
    assert "Traceback" not in ran.stderr + ran.stdout, ran.stderr[-2000:]
    return Ended(ran.returncode, tuple(_found(json.loads(ran.stdout).get("diagnostics", []))), ran.stdout)


def _limit() -> None:
    resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))


def _found(diagnostics: Iterable[dict[str, Any]]) -> Iterable[tuple[str, str]]:
    for one in diagnostics:
        yield one["code"], f"{one['path']}:{one.get('line', 0)}:{one.get('column', 0)}"
