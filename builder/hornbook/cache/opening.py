"""Where the cache lies, and whether it may be used there."""

import hashlib
import os
import stat
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from hornbook.cache.entries import NOTHING_KEPT, Cache, NoCache, is_ours
from hornbook.cache.files import digest_of_files

VARIABLE = "HORNBOOK_CACHE"
OFF = "off"


def open_cache(environ: Mapping[str, str], home: Path) -> tuple[NoCache, str | None]:
    """The cache that the environment asks for, and why there is none although a folder was named for it.

    `HORNBOOK_CACHE` names its folder, or is `off`; else it is `hornbook` in `XDG_CACHE_HOME` or in `~/.cache`.
    """
    named = environ.get(VARIABLE, "")
    if named == OFF:
        return NOTHING_KEPT, None
    base = environ.get("XDG_CACHE_HOME", "")
    shared = Path(base) if Path(base).is_absolute() else home / ".cache"
    folder = Path(os.path.realpath(named)) if named else Path(os.path.realpath(shared / "hornbook"))
    refused = _refused(folder)
    version = None if refused else code_version()
    if version is None:
        return NOTHING_KEPT, f"`{folder}` {refused or 'cannot be used'}" if named else None
    return Cache(folder, version), None


def code_version() -> str | None:
    """A digest of this program, of the packages beside it and of Python: what is made may change with any of them."""
    own = digest_of_files(Path(__file__).parents[1], ("",), {"__pycache__"})
    return own and hashlib.sha256("\0".join((own, sys.version, *_installed())).encode()).hexdigest()


def _installed() -> list[str]:
    """The names of all packages that Python finds, with their versions."""
    found: set[str] = set()
    for folder in sys.path:
        with suppress(OSError):  # not every one need be there, or be a folder
            found |= {name for name in os.listdir(folder or ".") if name.endswith((".dist-info", ".egg-info"))}  # noqa: PTH208
    return sorted(found)


def _refused(folder: Path) -> str | None:
    """Why entries in a folder could be somebody else's, or get into somebody's history; it is made if it may be."""
    if any((above / ".git").exists() for above in (folder, *folder.parents)):
        return "lies in a folder that Git tracks"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        status = folder.lstat()
        if not stat.S_ISDIR(status.st_mode) or not is_ours(status):
            return "can be written to by others"
        if not all(_is_safe(above) for above in folder.parents):
            return "lies in a folder in which others can rename it"
    except OSError as error:
        return f"cannot be used: {(error.strerror or str(error)).lower()}"
    return None


def _is_safe(folder: Path) -> bool:
    """Whether others cannot exchange what stands in a folder: they may not write there, or it is sticky."""
    status = folder.stat()
    shared = status.st_mode & (stat.S_IWGRP | stat.S_IWOTH)
    if not hasattr(os, "geteuid"):
        return True
    return status.st_uid in {0, os.geteuid()} and (not shared or bool(status.st_mode & stat.S_ISVTX))
