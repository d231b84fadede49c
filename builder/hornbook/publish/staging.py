"""Builds the new tree beside the old one and exchanges the two; nothing is left over, whatever fails."""

import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

from hornbook.publish.disk import exchange, flush, keep_file, write_file
from hornbook.publish.manifest import MANIFEST
from hornbook.publish.plan import Found, Plan, folders_of, scan


def clear_leftovers(out: Path) -> None:
    """Remove what a run that was killed left beside `out`, and put back an old tree that it had moved away.

    The caller holds the lock, so no other run is alive.
    """
    for stale in _leftovers(out, "old"):
        if out.exists():
            shutil.rmtree(stale, ignore_errors=True)
        else:
            os.rename(stale, out)  # noqa: PTH104 - the tests make the functions of os fail
    for stale in _leftovers(out, "stage"):
        shutil.rmtree(stale, ignore_errors=True)


def replace_tree(out: Path, plan: Plan, old: Found) -> frozenset[str]:
    """Put the tree of `plan` at `out`, where `old` was found; an OSError means that `out` is as it was.

    What somebody put into the old tree meanwhile is given back; then, too, `out` is as it was.
    """
    stage = out.with_name(f".{out.name}.stage-{os.getpid()}")
    late: frozenset[str] = frozenset()
    try:
        _build(stage, out, plan, old)
        if out.exists():
            late = _exchange_for_good(stage, out, old)
        else:
            _move_for_good(stage, out)
    finally:
        # What cannot be removed now is removed at the next start.
        shutil.rmtree(stage, ignore_errors=True)
    return late


def _build(stage: Path, out: Path, plan: Plan, old: Found) -> None:
    os.mkdir(stage)  # noqa: PTH102 - the tests make the functions of os fail
    folders = sorted(folders_of(plan.files))
    for folder in folders:
        os.mkdir(stage / folder)  # noqa: PTH102
    write_file(stage / MANIFEST, plan.manifest)
    written = [stage / MANIFEST]
    for path in sorted(plan.files):
        if path in plan.unchanged:
            keep_file(out / path, stage / path)
        else:
            write_file(stage / path, plan.files[path])
            written.append(stage / path)
    # Last, since a folder that was made read-only takes no files.
    for folder in reversed(folders):
        if folder in old.folders:
            shutil.copymode(out / folder, stage / folder)
    if out.exists():
        shutil.copymode(out, stage)
    flush(written, [*(stage / folder for folder in reversed(folders)), stage])


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


def _leftovers(out: Path, kind: str) -> Iterator[Path]:
    """The folders beside `out` that only runs of ours name so."""
    name = re.compile(rf"\.{re.escape(out.name)}\.{kind}-[0-9]+")
    for path in sorted(out.parent.iterdir()):
        if name.fullmatch(path.name) and path.is_dir() and not path.is_symlink():
            yield path
