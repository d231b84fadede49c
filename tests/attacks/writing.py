"""Commands that write, each with a project in which it does so, and what has to be whole however it ends."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.attacks import wholes
from tests.where import SAMPLE

Tree = Mapping[str, bytes | None]
"""What files hold, by their paths; None for a folder in which nothing is."""

_MAIN = "from hornbook.cli import main; main()"


@dataclass(frozen=True, slots=True)
class Writing:
    """A command that writes, and the folder in which it is called."""

    arguments: tuple[str, ...]
    prepare: Callable[[Path], None] = lambda _: None
    """What is changed in a copy of the project beforehand."""
    ends: frozenset[int] = field(default=frozenset({0}))
    """How it may end."""
    again: frozenset[int] = frozenset({0})
    """How it may end where everything is done already: much is refused then."""


def _edit(path: str, old: str, new: str) -> Callable[[Path], None]:
    def edit(project: Path) -> None:
        file = project / path
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new), encoding="utf-8")

    return edit


def _tables(project: Path) -> None:
    (project / "table.csv").write_bytes(wholes.TABLE)


def _untidy(project: Path) -> None:
    for file in (project / "glossary" / "terms").glob("*.yaml"):
        file.write_text(file.read_text(encoding="utf-8").replace(": ", ":   "), encoding="utf-8")


def _without_ids(project: Path) -> None:
    (project / "glossary" / "ids.txt").unlink(missing_ok=True)
    for file in (project / "diagrams").glob("*.svg"):
        file.unlink()


def _shard(number: int) -> tuple[str, ...]:
    return ("build", "--shard", f"{number}/2", "--out", f"../shard-{number}")


def _shards(project: Path) -> None:
    for number in (1, 2):
        run(project, _shard(number), {}).check_returncode()


_REFUSED = frozenset({1, 2})
WRITING: Mapping[str, Writing] = {
    "site": Writing(("site",)),
    "build": Writing(("build",)),
    "build --shard": Writing(_shard(1)),
    "join": Writing(("join", "../shard-1", "../shard-2"), prepare=_shards),
    "check --update-ids": Writing(("check", "--update-ids", "--update-drawings"), prepare=_without_ids),
    "check --fix": Writing(
        ("check", "--fix"), prepare=_edit("glossary/terms/kite.yaml", "label:", "# e\u0301\nlabel:")
    ),
    "fmt": Writing(("fmt",), prepare=_untidy),
    "mv": Writing(("mv", "square", "quadrangle"), again=_REFUSED),
    "retire": Writing(("retire", "kite", "--for", "rhombus"), again=_REFUSED),
    "new": Writing(("new", "term", "circle"), again=_REFUSED),
    "schema": Writing(("schema",)),
    "render": Writing(("render", "by-definition", "--output", "drawn.svg")),
    "lint --vale": Writing(("lint", "--vale", "styles")),
    "init": Writing(("init", "begun"), again=_REFUSED),
    "import": Writing(("import", "csv", "table.csv"), prepare=_tables, again=_REFUSED),
    "import --to": Writing(("import", "csv", "table.csv", "--to", "new"), prepare=_tables, again=_REFUSED),
}


def command(arguments: Sequence[str]) -> list[str]:
    """`hornbook`, called with arguments, in a process of its own."""
    return [sys.executable, "-c", _MAIN, *arguments]


def run(project: Path, arguments: Sequence[str], environment: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
    """Call it in a folder, to its end."""
    return subprocess.run(
        command(arguments),
        cwd=project,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def begun(writing: Writing, project: Path) -> None:
    """A copy of its project, ready to be written to."""
    shutil.copytree(SAMPLE, project, ignore=shutil.ignore_patterns("build", "site", ".hornbook"))
    writing.prepare(project)


def tree(folder: Path) -> Tree:
    """Everything below a folder, whatever it is called."""
    found: dict[str, bytes | None] = {}
    for inside, folders, names in os.walk(folder):
        here = Path(inside)
        found |= {str((here / name).relative_to(folder)): (here / name).read_bytes() for name in names}
        if not folders and not names and here != folder:
            found[str(here.relative_to(folder))] = None
    return found
