"""Entries of the cache: bytes by what they were made from. An entry that is not whole, or not ours, is none.

An entry is plain bytes, compressed, never a program. It begins with a checksum of its name and of what it holds, so
that one that is damaged, half written or moved to another name is made again. It is written beside its place and moved
there, so that two runs at once do each other no harm. What the system refuses is as if there were no cache.
"""

import hashlib
import os
import stat
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, ClassVar

LARGEST = 536_870_912
"""So many bytes of entries are kept; where there are more, the oldest go until three quarters are left."""

_LEVEL = 1
_CHECKSUM = 32
_CAREFULLY = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_BEGUN = "begun"
"""The folder in which entries are written before they are moved to their places."""


@dataclass(slots=True)
class Counts:
    """What came of a cache in one process."""

    found: int = 0
    made: int = 0


class NoCache:
    """A cache that keeps nothing."""

    keeps: ClassVar[bool] = False
    """Whether something put into it may be found later."""

    def __init__(self) -> None:
        self.counts = Counts()

    def remembered(self, kind: str, key: tuple[str, ...], make: Callable[[], bytes]) -> bytes:
        """What `make` gives, for this kind of thing and all that it is made from."""
        found = self.get(kind, key)
        if found is None:
            found = make()
            self.put(kind, key, found)
        return found

    def get(self, kind: str, key: tuple[str, ...]) -> bytes | None:  # noqa: ARG002 - which nothing is kept by
        """What an earlier run made; None where none did, or where it is in doubt."""
        return None

    def every(self, kind: str, key: tuple[str, ...]) -> list[bytes]:
        """What each of several runs made that this knows of, for a kind of thing that each has its own of."""
        found = self.get(kind, key)
        return [] if found is None else [found]

    def put(self, kind: str, key: tuple[str, ...], content: bytes) -> None:  # noqa: ARG002 - likewise
        """Keep what was made, if that is possible."""
        self.counts.made += 1

    def put_last(
        self,
        name: tuple[str, ...],  # noqa: ARG002 - of use where much is made in one process
        kind: str,
        key: tuple[str, ...],
        make: Callable[[], bytes],
    ) -> None:
        """Keep what `make` gives, in a process that makes the same again and again only in the end.

        What has the same `name` is no longer wanted then.
        """
        if self.keeps:
            self.put(kind, key, make())

    def held(self, *name: str) -> Any:  # noqa: ANN401, ARG002 - whatever was held
        """What the last run in this process held under a name; None, since most processes make everything once."""
        return None

    def hold(self, value: object, *name: str) -> None:
        """Hold what the next run in this process may take again; there is none."""

    def clear_away(self) -> None:
        """Let go of what was begun and left."""

    def tidy(self) -> None:
        """Let go of the oldest entries where there are too many bytes of them, and of what was begun and left."""


NOTHING_KEPT = NoCache()


@dataclass
class Cache(NoCache):
    """The entries in a folder that `opening` found to be ours; `version` is that of the code that makes them."""

    keeps: ClassVar[bool] = True

    folder: Path
    version: str
    largest: int = LARGEST
    counts: Counts = field(default_factory=Counts)

    def get(self, kind: str, key: tuple[str, ...]) -> bytes | None:
        """What an earlier run made; None where none did, or where it is in doubt."""
        name = self._name(kind, key)
        try:
            found = _content(name, _read(self._path(name)))
        except OSError:
            return None
        self.counts.found += found is not None
        return found

    def put(self, kind: str, key: tuple[str, ...], content: bytes) -> None:
        """Keep what was made, if that is possible."""
        self.counts.made += 1
        name = self._name(kind, key)
        path = self._path(name)
        begun, entry = self.folder / _BEGUN / f"{os.getpid()}-{name}", _entry(name, content)
        with suppress(OSError):
            try:
                _write(begun, path, entry)
            except FileNotFoundError:
                begun.parent.mkdir(mode=0o700, exist_ok=True)
                path.parent.mkdir(mode=0o700, exist_ok=True)
                _write(begun, path, entry)

    def clear_away(self) -> None:
        """Let go of what was begun and left.

        Where another run is just writing one, it has none then, which costs time and nothing else.
        """
        with suppress(OSError):
            for left in (self.folder / _BEGUN).iterdir():
                left.unlink(missing_ok=True)

    def tidy(self) -> None:
        """Let go of the oldest entries where there are too many bytes of them, and of what was begun and left."""
        self.clear_away()
        if not self.counts.made:
            return
        with suppress(OSError):
            entries = sorted(_entries(self.folder))
            room = self.largest
            if sum(size for _, size, _ in entries) <= room:
                return
            kept = 0
            for _, size, path in reversed(entries):
                kept += size
                if kept > room * 3 // 4:
                    path.unlink(missing_ok=True)

    def _name(self, kind: str, key: tuple[str, ...]) -> str:
        digest = hashlib.sha256()
        for part in (self.version, kind, *key):
            written = part.encode("utf-8", "surrogatepass")
            digest.update(b"%d:" % len(written))
            digest.update(written)
        return digest.hexdigest()

    def _path(self, name: str) -> Path:
        return self.folder / name[:2] / name[2:]


@dataclass
class Joined(NoCache):
    """What several runs kept, each in a cache of its own; what is put into it goes into the first."""

    keeps: ClassVar[bool] = True

    caches: Sequence[NoCache]
    counts: Counts = field(default_factory=Counts)

    def get(self, kind: str, key: tuple[str, ...]) -> bytes | None:
        """What one of the runs made; None where none did, or where it is in doubt."""
        found = next((one for cache in self.caches if (one := cache.get(kind, key)) is not None), None)
        self.counts.found += found is not None
        return found

    def every(self, kind: str, key: tuple[str, ...]) -> list[bytes]:
        """What each of the runs made."""
        return [found for cache in self.caches for found in cache.every(kind, key)]

    def put(self, kind: str, key: tuple[str, ...], content: bytes) -> None:
        """Keep what was made, if that is possible."""
        self.counts.made += 1
        self.caches[0].put(kind, key, content)

    def tidy(self) -> None:
        """Let go of the oldest entries of the first."""
        self.caches[0].tidy()


def _entry(name: str, content: bytes) -> bytes:
    packed = zlib.compress(content, _LEVEL)
    return _checksum(name, packed) + packed


def _content(name: str, entry: bytes) -> bytes | None:
    """What an entry holds; None unless it is whole and was written under this name."""
    packed = entry[_CHECKSUM:]
    if entry[:_CHECKSUM] != _checksum(name, packed):
        return None
    try:
        return zlib.decompress(packed)
    except zlib.error:
        return None


def _checksum(name: str, packed: bytes) -> bytes:
    return hashlib.sha256(name.encode() + packed).digest()


def is_ours(status: os.stat_result) -> bool:
    """Whether only this user can have written it; where systems have no such rights, whoever may is trusted."""
    if not hasattr(os, "geteuid"):
        return True
    return status.st_uid == os.geteuid() and not status.st_mode & (stat.S_IWGRP | stat.S_IWOTH)


def _read(path: Path) -> bytes:
    descriptor = os.open(path, os.O_RDONLY | _CAREFULLY)
    with open(descriptor, "rb") as file:  # noqa: PTH123 - of a descriptor
        status = os.fstat(descriptor)
        return file.read() if stat.S_ISREG(status.st_mode) and is_ours(status) else b""


def _write(begun: Path, path: Path, entry: bytes) -> None:
    """Put an entry in its place, whole or not at all, for its owner alone; nobody else begins one under this name."""
    descriptor = os.open(begun, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _CAREFULLY, 0o600)
    try:
        with open(descriptor, "wb") as file:  # noqa: PTH123 - of a descriptor
            file.write(entry)
        os.replace(begun, path)  # noqa: PTH105 - as the rest here
    except OSError:
        begun.unlink(missing_ok=True)
        raise


def _entries(folder: Path) -> Iterator[tuple[float, int, Path]]:
    """When each entry was written, its size in bytes, and where it is; no link is followed."""
    with os.scandir(folder) as shelves:
        for shelf in sorted(shelves, key=lambda one: one.name):
            if shelf.is_dir(follow_symlinks=False) and len(shelf.name) == len("ab"):
                with os.scandir(shelf.path) as inside:
                    for one in inside:
                        with suppress(FileNotFoundError):
                            status = one.stat(follow_symlinks=False)
                            if stat.S_ISREG(status.st_mode):
                                yield status.st_mtime, status.st_size, Path(one.path)
