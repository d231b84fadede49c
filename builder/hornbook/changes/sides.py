"""The two sides of a change: a state that Git keeps, or a folder, and the files as they are now.

A side with mistakes is read without the files that have them, and it is said which were left out.
"""

import io
import shutil
import subprocess
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from hornbook.diagnostics import Severity
from hornbook.kinds import GLOSSARY, PAGE, VIEW
from hornbook.load import load
from hornbook.load.engine_settings import PATH as SETTINGS
from hornbook.model import KnowledgeBase
from hornbook.reports.values import UsageProblem
from hornbook.scratch import working_folder

_INPUTS = (GLOSSARY.folder, VIEW.folder, PAGE.folder, SETTINGS)
_ROUNDS = 12
"""So often files with mistakes are left out: what referred to them is wrong then."""
_DEFAULTS = ("origin/main", "origin/master", "main", "master", "HEAD")
"""What a change is compared with where nothing is said: the first of these that Git knows."""


@dataclass(frozen=True, slots=True)
class Side:
    """What could be read of one side."""

    knowledge: KnowledgeBase | None
    """None: nothing, since a file that everything needs has mistakes."""
    left_out: tuple[str, ...] = ()
    """The files that were left out, since they have mistakes."""


@contextmanager
def base_folder(root: Path, base: str | None) -> Iterator[Path | UsageProblem]:
    """The folder of the project as it was: `base` itself where it is one, else what Git keeps under that name.

    Without a name: where the present branch left the main one.
    """
    if base is not None and (root / base).is_dir():
        yield root / base
        return
    revision = _forked(root) if base is None else base
    with working_folder() as folder:
        problem = _unpack(root, revision, folder) if revision else _no_base(base)
        yield folder if problem is None else problem


def read_side(root: Path) -> Side:
    """Load a project; files with mistakes are left out until the rest is in order."""
    loaded = load(root)
    if loaded.knowledge is not None:
        return Side(loaded.knowledge)
    left_out: list[str] = []
    with working_folder() as copy:
        _copy_inputs(root, copy)
        for _ in range(_ROUNDS):
            wrong = {one.place.path for one in loaded.diagnostics if one.severity is Severity.ERROR}
            present = sorted(path for path in wrong if (copy / path).is_file() and path != GLOSSARY.file)
            if not present:
                break
            for path in present:
                (copy / path).unlink()
            left_out += present
            loaded = load(copy)
            if loaded.knowledge is not None:
                break
    return Side(loaded.knowledge, tuple(sorted(left_out)))


def _copy_inputs(root: Path, target: Path) -> None:
    for name in _INPUTS:
        source = root / name
        if source.is_symlink():
            continue
        if source.is_dir():
            shutil.copytree(source, target / name, symlinks=True)
        elif source.is_file():
            shutil.copyfile(source, target / name)


def _forked(root: Path) -> str | None:
    """The commit at which the present branch left the first of the usual main branches that there is."""
    for name in _DEFAULTS:
        found = _git(root, "merge-base", "HEAD", name)
        if found is not None:
            return found.decode().strip()
    return None


def _unpack(root: Path, revision: str, target: Path) -> UsageProblem | None:
    """Write the project's folder as it was into another."""
    if revision.startswith("-"):
        return _no_base(revision)
    commit = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    if commit is None:
        return _no_base(revision)
    packed = _git(root, "archive", "--format=tar", commit.decode().strip(), "--", ".")
    if packed is None:
        return UsageProblem(f"`{revision}` has nothing in this folder", "name a state in which the glossary was there")
    with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
        wanted = [one for one in archive.getmembers() if one.name.split("/")[0] in _INPUTS]
        archive.extractall(target, wanted, filter="data")
    return None


def _git(root: Path, *arguments: str) -> bytes | None:
    """What Git prints; None where it fails or is not there."""
    command = ["git", "-C", str(root), *arguments]
    try:
        done = subprocess.run(command, capture_output=True, check=False, stdin=subprocess.DEVNULL)  # noqa: S603
    except OSError:
        return None
    return done.stdout if done.returncode == 0 else None


def _no_base(base: str | None) -> UsageProblem:
    if base is None:
        return UsageProblem(
            "there is no Git history here to compare with", "name a folder that holds the earlier state"
        )
    return UsageProblem(
        f"Git knows no state `{base}`, and there is no such folder", "name a branch, a tag, a commit or a folder"
    )
