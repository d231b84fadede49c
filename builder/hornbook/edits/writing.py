"""Changes of files on the disk: each file is written whole beside itself and then takes its place."""

from pathlib import Path

from hornbook.edits.values import FileChanges, edited


def write_changes(root: Path, changes: FileChanges) -> None:
    """Carry out all changes in the project's folder `root`.

    A file keeps its kind of line breaks and its mode. What is new is written before what is old goes, so that a run
    that is cut off loses nothing. Raises OSError where the system gives no access.
    """
    by_path = {path: [one for one in changes.edits if one.place.path == path] for path in _edited(changes)}
    for path, own in by_path.items():
        data = (root / path).read_bytes()
        breaks = "\r\n" if b"\r\n" in data else "\n"
        text = edited(path, data.decode("utf-8-sig").replace("\r\n", "\n"), own)
        replace_file(root / changes.moved.get(path, path), text.replace("\n", breaks).encode(), like=root / path)
        if path in changes.moved:
            (root / path).unlink()
    for old, new in changes.moved.items():
        if old not in by_path and (root / old).exists():
            (root / old).replace(root / new)
    for path, text in changes.written.items():
        replace_file(root / path, text.encode(), like=root / path)
    for path in changes.deleted:
        (root / path).unlink(missing_ok=True)


def _edited(changes: FileChanges) -> list[str]:
    return sorted({one.place.path for one in changes.edits} - changes.deleted)


def replace_file(target: Path, data: bytes, *, like: Path) -> None:
    """Write a file whole beside itself, so that it then takes its place; it gets the mode of another, if that is there.

    Raises OSError where the system gives no access.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    beside = target.with_name(f".{target.name}.hornbook")
    try:
        beside.write_bytes(data)
        if like.exists():
            beside.chmod(like.stat().st_mode & 0o777)
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)
