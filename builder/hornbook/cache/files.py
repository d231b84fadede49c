"""What files hold, as one digest: equal where their names and bytes are."""

import hashlib
import os
import stat
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

_CAREFULLY = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


def digest_of_files(root: Path, names: Iterable[str], skipped: Collection[str] = ()) -> str | None:
    """A digest of files and folders in `root`, with everything in them, by path, but for folders of `skipped` names.

    None where something is neither an ordinary file nor a folder, or cannot be read: nothing is then known of it.
    """
    digest = hashlib.sha256()
    try:
        for path in names:
            for found, content in _contents(root / path, skipped):
                written = os.fsencode(found.relative_to(root))
                size = -1 if content is None else len(content)
                digest.update(b"%d:%b%d:%b" % (len(written), written, size, content or b""))
    except (OSError, _StrangeError):
        return None
    return digest.hexdigest()


class _StrangeError(Exception):
    """There is a link, a pipe or a device."""


def _contents(path: Path, skipped: Collection[str]) -> Iterator[tuple[Path, bytes | None]]:
    """A file with what it holds, or a folder, with None, and all in it in the order of the names."""
    try:
        mode = path.lstat().st_mode
    except FileNotFoundError:
        return
    if stat.S_ISDIR(mode):
        if path.name in skipped:
            return
        yield path, None
        for name in sorted(os.listdir(path)):  # noqa: PTH208 - names that are no text sort too
            yield from _contents(path / name, skipped)
    elif stat.S_ISREG(mode):
        with open(os.open(path, os.O_RDONLY | _CAREFULLY), "rb") as file:  # noqa: PTH123 - of a descriptor
            yield path, file.read()
    else:
        raise _StrangeError
