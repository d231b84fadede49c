"""Changes of files on the disk: all of them or none, each file written whole."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from hornbook.diagnostics import Edit
from hornbook.disk import MeanwhileError
from hornbook.edits.journal import Step, carry_out
from hornbook.edits.values import FileChanges, edited

Read = Mapping[str, str]
"""What files held, by path, when changes of them were thought out."""


def write_changes(root: Path, changes: FileChanges, read: Read | None = None) -> None:
    """Carry out all changes in the project's folder `root`, or none of them.

    Edits are stretches of what was `read`: where a file holds something else now, or stands where a new one is to, the
    whole is a MeanwhileError, which is an OSError; None where changes rest on nothing that was read.
    A file keeps its kind of line breaks and its mode. A run that is cut off loses nothing: `journal.complete` completes
    it. Raises OSError where the system gives no access, or another run is writing; then nothing is changed.
    """
    steps = {step.path: step for step in _steps(root, changes, read) if step.before != step.after}
    if steps:
        carry_out(root, tuple(steps.values()))


def _steps(root: Path, changes: FileChanges, read: Read | None) -> Iterator[Step]:
    """What becomes of each file; of several that name one file, the last counts."""
    by_path: dict[str, list[Edit]] = {path: [] for path in changes.moved}
    for edit in changes.edits:
        by_path.setdefault(edit.place.path, []).append(edit)
    for path in sorted(by_path.keys() - changes.deleted):
        before = _content(root / path)
        _hold(path, before, read)
        if before is not None:
            after = _edited(path, before, by_path[path])
            target = changes.moved.get(path, path)
            if target != path:
                _hold_new(target, _content(root / target), read)
                yield Step(path, before, None, _mode(root / path))
            yield Step(target, _content(root / target), after, _mode(root / path))
    for path, text in changes.written.items():
        before = _content(root / path)
        _hold(path, before, read)
        _hold_new(path, before, read)
        yield Step(path, before, text.encode())
    for path in sorted(changes.deleted):
        before = _content(root / path)
        _hold(path, before, read)
        yield Step(path, before, None, _mode(root / path))


def _hold(path: str, data: bytes | None, read: Read | None) -> None:
    """Hold a file that was read to what it held then."""
    now = None if data is None else data.decode("utf-8-sig", "replace").replace("\r\n", "\n")
    if read is not None and path in read and read[path] != now:
        raise MeanwhileError(f"`{path}` was changed meanwhile")


def _hold_new(path: str, data: bytes | None, read: Read | None) -> None:
    """Hold the place of a new file to being free."""
    if read is not None and path not in read and data is not None:
        raise MeanwhileError(f"`{path}` is there meanwhile")


def _edited(path: str, data: bytes, edits: Sequence[Edit]) -> bytes:
    if not edits:
        return data
    breaks = "\r\n" if b"\r\n" in data else "\n"
    text = edited(path, data.decode("utf-8-sig").replace("\r\n", "\n"), edits)
    return text.replace("\n", breaks).encode()


def _content(file: Path) -> bytes | None:
    return file.read_bytes() if file.exists() else None


def _mode(file: Path) -> int | None:
    return file.stat().st_mode & 0o777 if file.exists() else None
