"""The files of a folder that an import reads: ordinary ones alone, and no more than are counted."""

import os
import re
from collections.abc import Iterable, Mapping
from pathlib import Path


def read_folder(
    folder: Path, forms: Iterable[tuple[str, re.Pattern[str]]], most: int, largest: int
) -> Mapping[str, bytes] | str:
    """The files whose paths in the folder have one of the forms; or what is wrong with the folder.

    No link is followed. There are `most` such files at most, of `largest` bytes together.
    """
    wanted = [form for _, form in forms]
    found: dict[str, bytes] = {}
    size = 0
    for inside, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            file = Path(inside, name)
            path = file.relative_to(folder).as_posix()
            if not any(form.fullmatch(path) for form in wanted) or file.is_symlink() or not file.is_file():
                continue
            size += file.stat().st_size
            if size > largest or len(found) == most:
                return f"has more than {most:,} files, or more than {largest:,} bytes in them"
            found[path] = file.read_bytes()
    return found
