"""A folder to work in for one run: gone after it, and where the run is killed, gone after the next one.

It stands in the system's folder for such things, beside a lock that its run holds; the system frees the lock of a
killed process. What another user, or another program, put there is left alone.
"""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from hornbook.disk import exclusive

_PREFIX = "hornbook-"
_LOCK = "lock"
_WORK = "work"
_TRIES = 10
_NAMED_IN = ("TMPDIR", "TEMP", "TMP")


@contextmanager
def working_folder() -> Iterator[Path]:
    """A new, empty folder for the length of the block; what killed runs left is cleared away. Raises OSError."""
    clear_leftovers()
    with ExitStack() as stack:
        work = _locked_folder(stack) / _WORK
        work.mkdir()
        stack.callback(shutil.rmtree, work, ignore_errors=True)
        yield work


def _locked_folder(stack: ExitStack) -> Path:
    """A new folder with a lock in it that is ours; another run may take an empty one for a leftover, so it is tried."""
    for _ in range(_TRIES):
        outer = Path(os.path.realpath(tempfile.mkdtemp(prefix=_PREFIX, dir=_system_folder())))
        stack.callback(_remove_if_empty, outer)
        with suppress(FileNotFoundError):
            if stack.enter_context(exclusive(outer / _LOCK)):
                return outer
    raise FileNotFoundError(None, "no folder can be made to work in", _system_folder())


def clear_leftovers() -> None:
    """Clear away what killed runs left; whoever needs no folder this time has to say so."""
    with suppress(OSError):
        for outer in Path(_system_folder()).glob(f"{_PREFIX}*"):
            with suppress(OSError):
                if _is_ours(outer):
                    _clear(outer)


def _system_folder() -> str:
    """Where such folders stand, as `tempfile` has it, which tries by writing a file that a killed run would leave."""
    if tempfile.tempdir is not None:
        return os.fsdecode(tempfile.tempdir)
    named = (os.environ.get(name) for name in _NAMED_IN)
    usual = ("/tmp",) if os.name == "posix" else ()  # noqa: S108 - what is made there gets a name that nobody has
    for folder in (*filter(None, named), *usual):
        if Path(folder).is_dir() and os.access(folder, os.W_OK | os.X_OK):
            return str(Path(folder).absolute())
    return tempfile.gettempdir()


def _is_ours(folder: Path) -> bool:
    mine = not hasattr(os, "geteuid") or folder.lstat().st_uid == os.geteuid()
    return mine and folder.is_dir() and not folder.is_symlink()


def _clear(outer: Path) -> None:
    if (outer / _LOCK).exists():
        with exclusive(outer / _LOCK) as held:
            if held:
                shutil.rmtree(outer / _WORK, ignore_errors=True)
    _remove_if_empty(outer)


def _remove_if_empty(folder: Path) -> None:
    with suppress(OSError):
        folder.rmdir()
