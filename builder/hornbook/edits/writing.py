"""Changes of files on the disk: all of them or none, each file written whole."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from hornbook.diagnostics import Edit
from hornbook.edits.journal import Step, carry_out
from hornbook.edits.values import FileChanges, edited


def write_changes(root: Path, changes: FileChanges) -> None:
    """Carry out all changes in the project's folder `root`, or none of them.

    A file keeps its kind of line breaks and its mode. A run that is cut off loses nothing: `journal.complete` completes
    it. Raises OSError where the system gives no access, or another run is writing; then nothing is changed.
    """
    steps = {step.path: step for step in _steps(root, changes) if step.before != step.after}
    if steps:
        carry_out(root, tuple(steps.values()))


def _steps(root: Path, changes: FileChanges) -> Iterator[Step]:
    """What becomes of each file; of several that name one file, the last counts."""
    by_path: dict[str, list[Edit]] = {path: [] for path in changes.moved}
    for edit in changes.edits:
        by_path.setdefault(edit.place.path, []).append(edit)
    for path in sorted(by_path.keys() - changes.deleted):
        before = _content(root / path)
        if before is not None:
            after = _edited(path, before, by_path[path])
            target = changes.moved.get(path, path)
            if target != path:
                yield Step(path, before, None, _mode(root / path))
            yield Step(target, _content(root / target), after, _mode(root / path))
    for path, text in changes.written.items():
        yield Step(path, _content(root / path), text.encode())
    for path in sorted(changes.deleted):
        yield Step(path, _content(root / path), None, _mode(root / path))


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
