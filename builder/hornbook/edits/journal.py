"""Several files changed as one: all of them stand in a journal first, from which a run that was cut off is completed.

The journal is one file in the project's folder, whole or not there. It is never believed where somebody else may have
put it there: nothing but files of the vocabulary is written, and only over what the journal says was there before.
"""

import base64
import binascii
import json
import os
import stat
import subprocess
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from hornbook.diagnostics import CHANGE_COMPLETED, CHANGE_UNFINISHED, Diagnostic, Place
from hornbook.diagnostics.formats import shown
from hornbook.disk import MeanwhileError, exclusive, flush, write_file
from hornbook.kinds import GLOSSARY, PAGE, VIEW

JOURNAL = ".hornbook-change"
_NEW = f"{JOURNAL}.new"
_LOCK = f"{JOURNAL}.lock"
_FORMAT = "hornbook-change/1"
_FOLDERS = frozenset({GLOSSARY.folder, VIEW.folder, PAGE.folder})
_LARGEST = 2**30
"""In bytes; a journal holds each of its files twice."""


@dataclass(frozen=True, slots=True)
class Step:
    """What becomes of one file."""

    path: str
    before: bytes | None
    """None: it is not there."""
    after: bytes | None
    """None: it goes."""
    mode: int | None = None
    """The mode of a file that is new; None: that of any new file."""


def carry_out(root: Path, steps: Sequence[Step]) -> None:
    """Bring all files to what they are to be, or leave all of them as they are and raise OSError."""
    with exclusive(root / _LOCK) as alone:
        if not alone or os.path.lexists(root / JOURNAL):
            raise MeanwhileError("another run is changing files, or one was cut off")
        (root / _NEW).unlink(missing_ok=True)
        try:
            write_file(root / _NEW, _written(steps))
            flush([root / _NEW], ())
            os.replace(root / _NEW, root / JOURNAL)  # noqa: PTH105 - the tests make the functions of os fail
        except OSError:
            (root / _NEW).unlink(missing_ok=True)
            raise
        flush((), [root])
        failed = _settle(root, steps)
        if failed is not None:
            raise failed


def complete(root: Path) -> Diagnostic | None:
    """Complete what a run that was cut off has left, or take it back; None where there is nothing of that kind."""
    if not any(os.path.lexists(root / name) for name in (JOURNAL, _NEW, _LOCK)):
        return None
    try:
        with exclusive(root / _LOCK) as alone:
            return _completed(root) if alone else None
    except OSError as error:
        return _unfinished(f"a change that was cut off cannot be completed: {error.strerror or error}")


def _completed(root: Path) -> Diagnostic | None:
    (root / _NEW).unlink(missing_ok=True)
    if not os.path.lexists(root / JOURNAL):
        return None
    if _may_be_tracked(root):
        return _unfinished(
            "Git tracks this file, or may do so: it was not left by a command of yours, and is not followed"
        )
    steps = _read(root)
    if isinstance(steps, str):
        return _unfinished(f"this is no journal of a change: {steps}")
    for step in steps:
        if _content(root, step.path) not in {step.before, step.after}:
            return _unfinished(f"`{shown(step.path)}` was changed after a change that was cut off")
    failed = _settle(root, steps)
    what = "is completed now" if failed is None else f"was taken back, since it cannot be completed ({failed.strerror})"
    files = f"{len(steps)} file{'' if len(steps) == 1 else 's'}"
    notes = tuple(step.path for step in steps)
    return Diagnostic(Place(JOURNAL), CHANGE_COMPLETED, f"a change of {files} that was cut off {what}", notes=notes)


def _unfinished(message: str) -> Diagnostic:
    hint = f"see with `git status` what is half done, mend it, and delete `{JOURNAL}`"
    return Diagnostic(Place(JOURNAL), CHANGE_UNFINISHED, message, hint=hint)


def _settle(root: Path, steps: Sequence[Step]) -> OSError | None:
    """Bring all files to what they are to be; where the system refuses that, back to what they were, with its reason.

    The journal goes once either is done.
    """
    failed = None
    try:
        _put(root, ((step, step.after) for step in steps))
    except OSError as error:
        failed = error
        _put(root, ((step, step.before) for step in steps))
    (root / JOURNAL).unlink()
    return failed


def _put(root: Path, wanted: Iterable[tuple[Step, bytes | None]]) -> None:
    """Give files their contents, the new ones before the old ones go."""
    for step, data in sorted(wanted, key=lambda one: one[1] is None):
        target = root / step.path
        beside = target.with_name(f".{target.name}.hornbook")
        beside.unlink(missing_ok=True)
        if data is None:
            target.unlink(missing_ok=True)
        elif _content(root, step.path) != data:
            target.parent.mkdir(parents=True, exist_ok=True)
            try:
                write_file(beside, data)
                flush([beside], ())
                mode = target.stat().st_mode & 0o777 if target.exists() else step.mode
                if mode is not None:
                    beside.chmod(mode)
                os.replace(beside, target)  # noqa: PTH105 - as above
            except OSError:
                beside.unlink(missing_ok=True)
                raise


def _content(root: Path, path: str) -> bytes | None:
    file = root / path
    return file.read_bytes() if os.path.lexists(file) else None


def _written(steps: Iterable[Step]) -> bytes:
    files = [
        {"path": step.path, "before": _coded(step.before), "after": _coded(step.after), "mode": step.mode}
        for step in steps
    ]
    return json.dumps({"format": _FORMAT, "files": files}, indent=1).encode()


def _coded(data: bytes | None) -> str | None:
    return None if data is None else base64.b64encode(data).decode()


def _read(root: Path) -> list[Step] | str:
    """The steps of the journal; what is wrong with it where it cannot be one of ours."""
    found = (root / JOURNAL).lstat()
    if not stat.S_ISREG(found.st_mode) or found.st_size > _LARGEST:
        return "it is no ordinary file, or too large"
    try:
        data = json.loads((root / JOURNAL).read_bytes())
        steps = [
            Step(one["path"], _decoded(one["before"]), _decoded(one["after"]), one["mode"]) for one in data["files"]
        ]
    except (ValueError, KeyError, TypeError, RecursionError, binascii.Error):
        return "it cannot be read"
    if data.get("format") != _FORMAT or not all(_is_ours(step) for step in steps):
        return "it is of another form"
    outside = next((step.path for step in steps if not _is_of_the_vocabulary(root, step.path)), None)
    return steps if outside is None else f"`{shown(outside)}` is no file of the vocabulary"


def _decoded(text: str | None) -> bytes | None:
    return None if text is None else base64.b64decode(text, validate=True)


def _is_ours(step: Step) -> bool:
    mode: object = step.mode
    return isinstance(step.path, str) and (mode is None or (type(mode) is int and 0 <= mode <= 0o777))


def _is_of_the_vocabulary(root: Path, path: str) -> bool:
    """Whether a path leads to an ordinary file in one of the folders that are read, or to where there could be one."""
    pure = PurePosixPath(path)
    if str(pure) != path or "\0" in path or "\\" in path or ".." in pure.parts or _FOLDERS.isdisjoint(pure.parts[:1]):
        return False
    *folders, file = (root.joinpath(*pure.parts[: number + 1]) for number in range(len(pure.parts)))
    plain = all(folder.is_dir() for folder in folders if os.path.lexists(folder))
    linked = any(one.is_symlink() for one in (*folders, file))
    return plain and not linked and (file.is_file() or not os.path.lexists(file)) and file != root / pure.parts[0]


def _may_be_tracked(root: Path) -> bool:
    """Whether Git has the journal, in any case of its letters; where it cannot tell, that counts as well."""
    command = ["git", "-C", str(root), "ls-files", "-z", "--", f":(icase){JOURNAL}"]
    try:
        done = subprocess.run(command, capture_output=True, check=False, stdin=subprocess.DEVNULL)  # noqa: S603
    except OSError:
        done = None
    if done is not None and done.returncode == 0:
        return bool(done.stdout)
    return any((folder / ".git").exists() for folder in (root, *root.parents))
