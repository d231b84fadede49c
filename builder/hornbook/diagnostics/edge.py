"""The edge between what is found and who reads it: paths from where the command runs, and commands as they are typed.

Inside, paths are relative to the project and commands are called `hornbook`; both are put right once, here.
"""

import os
import re
import shlex
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from hornbook.diagnostics.values import Diagnostic, Place

WORKSPACE = "GITHUB_WORKSPACE"
"""Where a workflow of GitHub has the repository; annotations and SARIF name files from there."""

_OWN = re.compile(r"`hornbook (?=(--root )?)")
_INSTALLED = re.compile(r"`python -m ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """How paths and commands look from outside."""

    prefix: str = ""
    """What stands before the path of a file of the project: empty, or ending with a slash."""
    command: str = "hornbook"
    """What whoever called this program would type to call it again."""
    root: str = ""
    """The project's folder as it would be typed; empty where it is the one that the command runs in."""
    python: str = "python"
    """Likewise, for the interpreter that runs it."""

    def seen(self, found: Iterable[Diagnostic]) -> list[Diagnostic]:
        """The same findings, as they look from outside."""
        return [self._seen(one) for one in found]

    def texts(self, texts: Mapping[str, str]) -> dict[str, str]:
        """The same texts, by the paths that `seen` gives."""
        return {f"{self.prefix}{path}": text for path, text in texts.items()}

    def words(self, text: str) -> str:
        """A message or hint with its commands as they would be typed."""
        inside = f" --root {shlex.quote(self.root)}" if self.root else ""
        text = _OWN.sub(lambda found: f"`{self.command}{'' if found[1] else inside} ", text)
        return _INSTALLED.sub(lambda _: f"`{self.python} -m ", text)

    def _seen(self, one: Diagnostic) -> Diagnostic:
        return replace(
            one,
            place=self._place(one.place),
            message=self.words(one.message),
            hint=None if one.hint is None else self.words(one.hint),
            related=tuple(replace(other, place=self._place(other.place)) for other in one.related),
            fix=tuple(replace(edit, place=self._place(edit.place)) for edit in one.fix),
        )

    def _place(self, place: Place) -> Place:
        return replace(place, path=f"{self.prefix}{place.path}") if self.prefix else place


def edge_of(root: Path, *, called: str, python: str, environ: Mapping[str, str], on_github: bool) -> Edge:
    """The edge of a run: `called` is how the program was called, `python` the interpreter.

    Paths are relative to the working directory; for GitHub (`on_github`) to the repository that a workflow has, where
    the environment names one that holds the project.
    """
    here = Path.cwd()
    workspace = environ.get(WORKSPACE) if on_github else None
    base = Path(os.path.realpath(workspace)) if workspace else here
    if not root.is_relative_to(base):
        base = here
    prefix = _between(root, base)
    return Edge(
        prefix=f"{prefix}/" if prefix else "",
        command=_command(called, python, here),
        root=_between(root, here),
        python=shlex.quote(_typed(python, here)),
    )


def wants_colour(environ: Mapping[str, str], *, is_terminal: bool) -> bool:
    """Whether to print in colour: not with `NO_COLOR` (no-color.org), always with `FORCE_COLOR`, else on terminals."""
    if environ.get("NO_COLOR"):
        return False
    if environ.get("FORCE_COLOR"):
        return environ["FORCE_COLOR"] != "0"
    return is_terminal and environ.get("TERM") != "dumb"


def _between(folder: Path, base: Path) -> str:
    """The way from one folder to another; empty where they are the same."""
    try:
        way = Path(os.path.relpath(folder, os.path.realpath(base))).as_posix()
    except ValueError:  # on another drive
        return folder.as_posix()
    return "" if way == "." else way


def _command(called: str, python: str, here: Path) -> str:
    name = Path(called).stem
    if name == "__main__":
        return f"{shlex.quote(_typed(python, here))} -m hornbook"
    return shlex.quote(_typed(called, here)) if name == "hornbook" else "hornbook"


def _typed(program: str, here: Path) -> str:
    """How a program would be typed: by its name where the path finds it, else by the way to it."""
    path = Path(os.path.abspath(program))  # noqa: PTH100 - what links to it is what is typed
    found = shutil.which(path.name)
    if found is not None and os.path.abspath(found) == str(path):  # noqa: PTH100 - likewise
        return path.name
    return path.relative_to(here).as_posix() if path.is_relative_to(here) else program
