"""The few operations on folders that writing rests on: a lock, whole files, and exchanging two folders.

They raise OSError; who calls them turns that into a diagnostic.
"""

import ctypes
import errno
import os
import shutil
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
_NO_EXCHANGE = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP}
_FEW = 64
"""As many files and folders are flushed one by one; more take longer than everything that the file system holds."""
_NO_LINKS = {errno.EPERM, errno.EMLINK, errno.ENOTSUP, errno.ENOSYS}
_NEVER_THROUGH_LINKS = getattr(os, "O_NOFOLLOW", 0)
_AS_BYTES = getattr(os, "O_BINARY", 0)


class MeanwhileError(OSError):
    """Somebody else changed, or is changing, what is to be changed; nothing was written."""


@contextmanager
def exclusive(lock: Path) -> Iterator[bool]:
    """Hold `lock` for the length of the block; gives False, at once, where somebody else holds it.

    The system frees the lock of a killed process, so a file left behind is no hindrance.
    """
    descriptor = _locked(lock)
    if descriptor is None:
        yield False
        return
    try:
        yield True
    finally:
        with suppress(OSError):
            lock.unlink()
        os.close(descriptor)


def write_file(path: str | Path, data: bytes) -> None:
    """Write a new file; one that is already there is an error."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _NEVER_THROUGH_LINKS | _AS_BYTES
    descriptor = os.open(path, flags, 0o666)
    try:
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(descriptor, rest) :]
    finally:
        os.close(descriptor)


def put_file(path: Path, data: bytes, *, only_new: bool = False) -> None:
    """Put a file in its place, whole, with the mode of what stood there; its folder is made.

    Where it is to be `only_new`, one that is there stays. It is written beside its place first; what a killed run left
    there goes. Raises a MeanwhileError where another run is putting it there.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.hornbook")
    with exclusive(path.with_name(f"{beside.name}.lock")) as alone:
        if not alone:
            raise MeanwhileError(f"`{path.name}` is written by another run")
        try:
            beside.unlink(missing_ok=True)
            if only_new and os.path.lexists(path):
                return
            write_file(beside, data)
            if path.exists():
                beside.chmod(path.stat().st_mode & 0o777)
            beside.replace(path)
        finally:
            beside.unlink(missing_ok=True)


def keep_file(source: str | Path, target: str | Path) -> None:
    """Make `target` the same file as `source`, without reading it.

    It is copied, times and all, where the file system has no hard links.
    """
    try:
        os.link(source, target, follow_symlinks=False)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        shutil.copy2(source, target, follow_symlinks=False)


def plain_modes() -> tuple[int, int] | None:
    """The modes that a new file and a new folder get here; None where the system has none."""
    if sys.platform == "win32":
        return None
    mask = os.umask(0o077)  # it cannot be read otherwise; what is made meanwhile is for its owner alone
    os.umask(mask)
    return 0o666 & ~mask, 0o777 & ~mask


def flush(files: Sequence[str | Path], folders: Sequence[str | Path]) -> None:
    """Wait until these files, and then the lists of names in these folders, are on the disk: all on the same one."""
    if folders and len(files) + len(folders) > _FEW and _flushed_at_once(folders[-1]):
        return
    for file in files:
        _flush(file, os.O_RDWR)
    if sys.platform != "win32":  # which cannot open folders
        for folder in folders:
            _flush(folder, os.O_RDONLY)


def exchange(stage: Path, out: Path, aside: Path) -> None:
    """Put `stage` where `out` stands and the other way round; `aside` is a free name beside them.

    On Linux nobody ever sees anything but the one or the other. Elsewhere `out` is away between two renames,
    and a program that dies just then leaves the old folder at `aside`.
    """
    if _exchanged_at_once(stage, out):
        return
    moves = ((out, aside), (stage, out), (aside, stage))
    for done, (source, target) in enumerate(moves):
        try:
            os.rename(source, target)  # noqa: PTH104 - the tests make the functions of os fail
        except OSError:
            for moved, here in reversed(moves[:done]):
                os.rename(here, moved)  # noqa: PTH104
            raise


def _exchanged_at_once(first: Path, second: Path) -> bool:
    """Exchange two folders in one step (renameat2(2)); False where the system or the file system cannot."""
    if sys.platform != "linux":
        return False
    renameat2 = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if renameat2 is None:
        return False
    if renameat2(_AT_FDCWD, os.fsencode(first), _AT_FDCWD, os.fsencode(second), _RENAME_EXCHANGE) == 0:
        return True
    number = ctypes.get_errno()
    if number in _NO_EXCHANGE:
        return False
    raise OSError(number, os.strerror(number), str(second))


def _flushed_at_once(folder: str | Path) -> bool:
    """Wait for all that the file system of a folder has in memory (syncfs(2)); False where the system cannot."""
    syncfs = getattr(ctypes.CDLL(None, use_errno=True), "syncfs", None) if sys.platform == "linux" else None
    if syncfs is None:
        return False
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        if syncfs(descriptor) != 0:
            number = ctypes.get_errno()
            raise OSError(number, os.strerror(number), str(folder))
    finally:
        os.close(descriptor)
    return True


def _locked(lock: Path) -> int | None:
    """An open, locked file at `lock`, or None where somebody else holds it."""
    while True:
        descriptor = os.open(lock, os.O_RDWR | os.O_CREAT | _NEVER_THROUGH_LINKS, 0o666)
        if not _try_lock(descriptor):
            os.close(descriptor)
            return None
        # Its last holder may have removed the name in between; then this is a lock on a file nobody else sees.
        with suppress(FileNotFoundError):
            if os.path.samestat(os.fstat(descriptor), lock.stat()):
                return descriptor
        os.close(descriptor)


if sys.platform == "win32":
    import msvcrt

    def _try_lock(descriptor: int) -> bool:
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _try_lock(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True


def _flush(path: str | Path, flags: int) -> None:
    descriptor = os.open(path, flags)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
