"""How a command goes when nobody disturbs it, and at which of its moments it can be killed."""

import ast
import os
import re
import shutil
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from random import Random
from tempfile import mkdtemp

from hornbook.edits.journal import JOURNAL
from tests.attacks.writing import Tree, Writing, begun, change, run, tree

_BY_THE_CLOCK = 0.4
"""How many of the kills come after so many seconds, and not at a step."""
_DIGITS = re.compile("[0-9]+")


@dataclass(frozen=True, slots=True)
class Where:
    """A folder in which a command is called again and again, each time from the same beginning."""

    folder: Path

    @property
    def everything(self) -> Path:
        """The project and what is beside it."""
        return self.folder / "all"

    @property
    def project(self) -> Path:
        return self.everything / "project"

    @property
    def environment(self) -> dict[str, str]:
        return {"TMPDIR": str(self.folder / "tmp"), "HORNBOOK_CACHE": str(self.folder / "cache")}

    def begin(self) -> None:
        """Go back to the beginning, which `start` is a copy of; what is in the cache stays."""
        shutil.rmtree(self.everything, ignore_errors=True)
        shutil.copytree(self.folder / "start", self.everything, symlinks=True)

    def forget(self) -> None:
        """Empty the cache."""
        shutil.rmtree(self.folder / "cache")
        (self.folder / "cache").mkdir()

    def place(self, path: str) -> str:
        """Roughly where a path is: in which part of the project, of the cache, or among what is for one run."""
        if not path:
            return "in a tree"
        parts = _DIGITS.sub("N", os.path.relpath(os.path.realpath(self.project / path), self.folder)).split("/")
        is_journal = parts[-1].startswith(JOURNAL)
        shown = parts[: 3 if parts[0] == "all" else 1 + (parts[1:2] == ["begun"])]
        return "/".join([*shown, parts[-1]] if is_journal else shown)

    def left(self) -> list[str]:
        """What is left in the temporary folder, and half written in the cache."""
        begun_entries = self.folder / "cache" / "begun"
        entries = [*begun_entries.iterdir()] if begun_entries.is_dir() else []
        return [f"left: {one.relative_to(self.folder)}" for one in (*(self.folder / "tmp").iterdir(), *entries)]


@dataclass(frozen=True, slots=True)
class Course:
    """How long a command takes, and what it does."""

    seconds: float
    steps: Mapping[str, Sequence[int]]
    """The numbers of the steps at which files are changed, by what is done and where."""

    def moment(self, chance: Random) -> float | str:
        """When to kill it: after so many seconds, or at which step and how."""
        if not self.steps or chance.random() < _BY_THE_CLOCK:
            return chance.uniform(0.1, 1) * self.seconds
        alike = self.steps[chance.choice(sorted(self.steps))]
        number = chance.choice((alike[0], alike[-1], chance.choice(alike)))
        return f"{number} {chance.choice(('before', 'within'))}"


@dataclass(frozen=True, slots=True)
class Known:
    """All files before a command and after it, and its course with a cache and without."""

    before: Tree
    after: Tree
    warm: Course
    cold: Course


@contextmanager
def ready(writing: Writing) -> Iterator[tuple[Where, Known]]:
    """A folder for a command, and what is known of it."""
    where = Where(Path(mkdtemp(prefix="killed-")))
    try:
        for name in ("all", "tmp", "cache"):
            (where.folder / name).mkdir()
        begun(writing, where.project)
        if writing.has_older:
            run(where.project, writing.arguments, where.environment).check_returncode()
            change(where.project)
        shutil.copytree(where.everything, where.folder / "start", symlinks=True)
        before = tree(where.everything)
        where.forget()
        cold = _undisturbed(writing, where)
        warm = _undisturbed(writing, where)
        yield where, Known(before, tree(where.everything), warm, cold)
    finally:
        shutil.rmtree(where.folder, ignore_errors=True)


def _undisturbed(writing: Writing, where: Where) -> Course:
    where.begin()
    noted, start = where.folder / "steps", time.monotonic()
    done = run(where.project, writing.arguments, {**where.environment, "STEPS": str(noted)})
    if done.returncode not in writing.ends:
        raise AssertionError(f"{writing.arguments} ended with {done.returncode}: {done.stdout}{done.stderr}")
    steps: dict[str, list[int]] = {}
    for number, line in enumerate(noted.read_text(encoding="utf-8").splitlines()):
        event, _, path = line.partition(" ")
        steps.setdefault(f"{event} {where.place(ast.literal_eval(path))}", []).append(number)
    return Course(time.monotonic() - start, steps)
