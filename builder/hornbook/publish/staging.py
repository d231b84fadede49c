"""Builds the new tree beside the old one and exchanges the two; nothing is left over, whatever fails."""

import os
import re
import shutil
import stat
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

from hornbook.diagnostics import Diagnostic
from hornbook.disk import exchange, exclusive, flush, keep_file, plain_modes, write_file
from hornbook.publish.manifest import MANIFEST
from hornbook.publish.plan import Found, Plan, folders_of, scan

Objection = Callable[[], Diagnostic | None]
"""Why a finished tree must not be published, if anything is wrong with it."""
_KINDS = ("old", "stage")
"""Of the folders that a run makes beside the output: what it moved away, and what is not finished."""


def alone_at(out: Path) -> AbstractContextManager[bool]:
    """Hold `out` for the length of the block, so that no other run writes there; False where one does."""
    return exclusive(_lock(out))


def is_cleared(out: Path) -> bool:
    """Whether nothing of a killed run is left beside `out`, now that it was removed; False while one writes."""
    if not (_lock(out).exists() or any(True for kind in _KINDS for _ in _leftovers(out, kind))):
        return True
    with alone_at(out) as held:
        if held:
            clear_leftovers(out)
        return held


def clear_leftovers(out: Path) -> None:
    """Remove what a run that was killed left beside `out`, and put back an old tree that it had moved away.

    The caller holds the lock, so no other run is alive.
    """
    old, half = _KINDS
    for stale in _leftovers(out, old):
        if out.exists():
            shutil.rmtree(stale, ignore_errors=True)
        else:
            os.rename(stale, out)  # noqa: PTH104 - the tests make the functions of os fail
    for stale in _leftovers(out, half):
        shutil.rmtree(stale, ignore_errors=True)


def replace_tree(out: Path, plan: Plan, old: Found, objection: Objection) -> frozenset[str] | Diagnostic:
    """Put the tree of `plan` at `out`, where `old` was found; an OSError means that `out` is as it was.

    What somebody put into the old tree meanwhile is given back, or the objection; then, too, `out` is as it was.
    """
    stage = out.with_name(f".{out.name}.stage-{os.getpid()}")
    late: frozenset[str] = frozenset()
    try:
        _build(stage, out, plan)
        wrong = objection()
        if wrong is not None:
            return wrong
        if out.exists():
            late = _exchange_for_good(stage, out, old)
        else:
            _move_for_good(stage, out)
    finally:
        # What cannot be removed now is removed at the next start.
        shutil.rmtree(stage, ignore_errors=True)
    return late


def _build(stage: Path, out: Path, plan: Plan) -> None:
    os.mkdir(stage)  # noqa: PTH102 - the tests make the functions of os fail
    # Paths are put together as texts: there are tens of thousands.
    folders = [f"{stage}/{folder}" for folder in sorted(folders_of(plan.files))]
    for folder in folders:
        os.mkdir(folder)  # noqa: PTH102
    write_file(stage / MANIFEST, plan.manifest)
    written = [f"{stage}/{MANIFEST}"]
    for path in sorted(plan.files):
        if path in plan.unchanged:
            keep_file(f"{out}/{path}", f"{stage}/{path}")
        else:
            write_file(f"{stage}/{path}", plan.files[path])
            written.append(f"{stage}/{path}")
    _make_plain(stage, out, folders)
    flush(written, [*reversed(folders), str(stage)])


def _make_plain(stage: Path, out: Path, folders: list[str]) -> None:
    """Give every folder the mode of a new one, without the bits that a folder takes over from the one it stands in.

    The outermost stays closed to whom it was closed to. Modes come last, since that folder may take no files.
    """
    modes = plain_modes()
    if modes is None:
        return
    for folder in folders:
        if stat.S_IMODE(os.stat(folder).st_mode) != modes[1]:  # noqa: PTH116 - it is a text
            os.chmod(folder, modes[1])  # noqa: PTH101 - the tests make the functions of os fail
    os.chmod(stage, modes[1] & out.stat().st_mode if out.exists() else modes[1])  # noqa: PTH101


def _exchange_for_good(stage: Path, out: Path, old: Found) -> frozenset[str]:
    """Exchange the two; back again where the disk refuses, or where the old tree has grown since it was looked at."""
    aside = out.with_name(f".{out.name}.old-{os.getpid()}")
    exchange(stage, out, aside)
    try:
        flush((), [out.parent])
        late = scan(stage).files - old.files
    except OSError:
        exchange(stage, out, aside)
        raise
    if late:
        exchange(stage, out, aside)
    return late


def _move_for_good(stage: Path, out: Path) -> None:
    os.rename(stage, out)  # noqa: PTH104
    try:
        flush((), [out.parent])
    except OSError:
        os.rename(out, stage)  # noqa: PTH104
        raise


def _lock(out: Path) -> Path:
    return out.parent / f".{out.name}.stage-lock"


def _leftovers(out: Path, kind: str) -> Iterator[Path]:
    """The folders beside `out` that only runs of ours name so."""
    name = re.compile(rf"\.{re.escape(out.name)}\.{kind}-[0-9]+")
    for path in sorted(out.parent.iterdir()):
        if name.fullmatch(path.name) and path.is_dir() and not path.is_symlink():
            yield path
