"""Writes a drawing where somebody wants it, and never over what is something else."""

from pathlib import Path

from hornbook.disk import put_file
from hornbook.edits.values import Refusal

_MARKS = {
    "svg": b'class="kb-dg',
    "png": b"\0Hornbook",
    "pdf": b"Hornbook",
    "dot": b'class="kb-',
    "mmd": b"  accTitle: ",
    "json": b'"generator": "Hornbook"',
}
"""What each drawing of ours has in it, by the last ending of its name."""


def write_drawing(path: Path, data: bytes, kind: str, *, force: bool) -> Refusal | None:
    """Write a drawing whole; a file that holds anything but a drawing is left alone, unless it is forced."""
    try:
        if path.is_dir():
            return Refusal(f"`{path}` is a folder", "name a file in it")
        if not force and path.exists() and not _is_drawing(path.read_bytes(), kind):
            return Refusal(f"`{path}` is there already, and is no drawing", "name another file, or add `--force`")
        put_file(path, data)
    except OSError as error:
        return Refusal(f"`{path}` cannot be written: {error.strerror or error}", "name another file")
    return None


def _is_drawing(data: bytes, kind: str) -> bool:
    return not data or _MARKS[kind] in data
