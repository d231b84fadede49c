"""Builds the new tree beside the old one and exchanges the two; nothing is left over, whatever fails.

Who writes the same tree again and again may keep the old one beside it, as its twin: the next tree is made of that,
since most of the time of writing goes into making and removing folders.
"""

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


def clear_leftovers(out: Path, *, but_twin: bool = False) -> None:
    """Remove what a run that was killed left beside `out`, and put back an old tree that it had moved away.

    The caller holds the lock, so no other run is writing. The twin of one that waits is removed too, but for our own
    where that is to stay: the other makes itself a new one.
    """
    old, half = _KINDS
    for stale in _leftovers(out, old):
        if out.exists():
            shutil.rmtree(stale, ignore_errors=True)
        else:
            os.rename(stale, out)  # noqa: PTH104 - the tests make the functions of os fail
    for stale in _leftovers(out, half):
        if not (but_twin and stale == _stage(out)):
            shutil.rmtree(stale, ignore_errors=True)


def replace_tree(
    out: Path, plan: Plan, old: Found, objection: Objection, *, twin: bool = False
) -> frozenset[str] | Diagnostic:
    """Put the tree of `plan` at `out`, where `old` was found; an OSError means that `out` is as it was.

    What somebody put into the old tree meanwhile is given back, or the objection; then, too, `out` is as it was. With
    `twin` the old tree stays beside the new one, for the next time.
    """
    stage = _stage(out)
    late: frozenset[str] = frozenset()
    stays = False
    try:
        _build(stage, out, plan)
        wrong = objection()
        if wrong is not None:
            return wrong
        if out.exists():
            late = _exchange_for_good(stage, out, old)
            stays = twin and not late
        else:
            _move_for_good(stage, out)
    finally:
        # What cannot be removed now is removed at the next start.
        if not stays:
            shutil.rmtree(stage, ignore_errors=True)
    return late


def _build(stage: Path, out: Path, plan: Plan) -> None:
    """Make the tree of `plan`, out of what stands there of an earlier one."""
    wanted = folders_of(plan.files)
    begun, touched = _begun(stage, frozenset((MANIFEST, *plan.files)), wanted)
    # Paths are put together as texts: there are tens of thousands.
    for folder in sorted(wanted - begun.folders):
        os.mkdir(f"{stage}/{folder}")  # noqa: PTH102 - the tests make the functions of os fail
        touched |= {folder, _above(folder)}
    written = list[str]()
    for path, data in ((MANIFEST, plan.manifest), *sorted(plan.files.items())):
        source, target = f"{out}/{path}", f"{stage}/{path}"
        if path in begun.regular:
            # The tree that is read may have the same file: it is never written to, and another takes its place.
            if path in plan.unchanged and os.path.samestat(os.lstat(source), os.lstat(target)):
                continue
            os.unlink(target)  # noqa: PTH108 - likewise
        touched.add(_above(path))
        if path in plan.unchanged:
            keep_file(source, target)
        else:
            write_file(target, data)
            written.append(target)
    _make_plain(stage, out, [f"{stage}/{folder}" for folder in sorted(wanted)])
    flush(written, [*(f"{stage}/{folder}" for folder in sorted(touched & wanted, reverse=True)), str(stage)])


def _begun(stage: Path, files: frozenset[str], folders: frozenset[str]) -> tuple[Found, set[str]]:
    """What stands at `stage` of what is wanted there, and the folders that the rest was removed from.

    An empty folder is made where nothing stood.
    """
    if stage.is_symlink() or not stage.exists():
        os.mkdir(stage)  # noqa: PTH102 - the tests make the functions of os fail
        return Found(), set()
    found = scan(stage)
    gone = found.other | (found.regular - files)
    for path in gone:
        os.unlink(f"{stage}/{path}")  # noqa: PTH108
    for folder in sorted(found.folders - folders, reverse=True):
        os.rmdir(f"{stage}/{folder}")  # noqa: PTH106
    left = Found(regular=found.regular & files, folders=found.folders & folders)
    return left, {_above(path) for path in gone | (found.folders - folders)}


def _above(path: str) -> str:
    return path.rpartition("/")[0]


def _stage(out: Path) -> Path:
    """Where this process makes a tree for `out`, and where its twin stays."""
    return out.with_name(f".{out.name}.stage-{os.getpid()}")


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
