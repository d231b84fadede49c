"""The list, inside each published tree, of the files that are ours, each with its hash."""

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path

MANIFEST = ".hornbook.json"
_FORMAT = 1


def hashes_of(files: Mapping[str, bytes]) -> dict[str, str]:
    """The hash of each file, by path."""
    return {path: sha256(files[path]) for path in sorted(files)}


def manifest_of_hashes(hashes: Mapping[str, str]) -> bytes:
    """The manifest of a tree whose files have these hashes."""
    return (json.dumps({"format": _FORMAT, "files": dict(hashes)}, indent=1, sort_keys=True) + "\n").encode()


def read_manifest(folder: Path) -> dict[str, str] | None:
    """The hash of each file that was written to `folder`, by path; None where that is not known.

    A manifest that is a link, or that no version of this program wrote, proves nothing.
    """
    path = folder / MANIFEST
    if path.is_symlink() or not path.is_file():
        return None
    try:
        content = json.loads(path.read_bytes())
    except (ValueError, RecursionError):
        return None
    if not isinstance(content, dict) or content.get("format") != _FORMAT:
        return None
    files = content.get("files")
    if not isinstance(files, dict) or not all(isinstance(value, str) for value in files.values()):
        return None
    return files


def sha256(data: bytes) -> str:
    """The hash of `data`, as 64 hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()
