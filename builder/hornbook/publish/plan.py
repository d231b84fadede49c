"""What a new tree takes from where: new bytes, files of the old tree; and what there is somebody else's."""

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from stat import S_IMODE, S_IRUSR

from hornbook.disk import plain_modes
from hornbook.publish.manifest import MANIFEST, hashes_of, manifest_of_hashes

_LITTER = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What stands in a folder: paths with forward slashes, links not followed."""

    regular: frozenset[str] = frozenset()
    other: frozenset[str] = frozenset()
    """Links, devices and the like."""
    folders: frozenset[str] = frozenset()

    @property
    def files(self) -> frozenset[str]:
        """Everything but the folders."""
        return self.regular | self.other


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """Where each file of the new tree comes from."""

    files: Mapping[str, bytes]
    """All that is ours, the manifest excepted."""
    manifest: bytes
    unchanged: frozenset[str]
    """Those of `files` that the old tree has with the same bytes."""
    removed: frozenset[str]
    """Files of the old tree that we wrote and that are no longer wanted."""
    litter: frozenset[str] = frozenset()
    """What else the old tree has that the new one does without: what file managers leave, and folders without files."""
    odd: bool = False
    """Whether the manifest or a folder of the old tree has another mode than a new one would get."""


def scan(folder: Path) -> Found:
    """Everything below `folder`; an unreadable folder raises OSError, so that nothing in it is forgotten."""
    regular: set[str] = set()
    other: set[str] = set()
    folders: set[str] = set()
    waiting = [""]
    while waiting:
        above = waiting.pop()
        with os.scandir(f"{folder}/{above}") as names:
            for name in names:
                path = above + name.name
                if name.is_dir(follow_symlinks=False):
                    folders.add(path)
                    waiting.append(path + "/")
                else:
                    (regular if name.is_file(follow_symlinks=False) else other).add(path)
    return Found(regular=frozenset(regular), other=frozenset(other), folders=frozenset(folders))


def plan_of(out: Path, files: Mapping[str, bytes], old: Found, listed: Mapping[str, str]) -> Plan:
    """Plan the tree of `files` over `old`, which stands at `out` and whose manifest lists `listed`."""
    ours = old.regular & listed.keys()
    modes = plain_modes()
    hashes = hashes_of(files)
    return Plan(
        files=files,
        manifest=manifest_of_hashes(hashes),
        unchanged=frozenset(
            path
            for path in ours & files.keys()
            if listed[path] == hashes[path] and _holds(f"{out}/{path}", files[path], modes)
        ),
        removed=ours - files.keys(),
        litter=_litter_in(old) | (old.folders - folders_of(files)),
        odd=modes is not None and out.exists() and is_odd(out, old, *modes),
    )


def is_odd(out: Path, old: Found, file: int, folder: int) -> bool:
    """Whether a folder is for more or for other people than a new one; the outermost may be for fewer."""
    if any(mode_of(f"{out}/{path}") != folder for path in old.folders) or mode_of(out) & ~folder:
        return True
    return MANIFEST in old.regular and mode_of(out / MANIFEST) != file


def mode_of(path: str | Path) -> int:
    """The mode of a file or folder, without what kind of thing it is."""
    return S_IMODE(os.stat(path).st_mode)  # noqa: PTH116 - of tens of thousands, which are no `Path` yet


def foreign_in(old: Found, listed: Iterable[str]) -> list[str]:
    """What stands in a tree that we did not write, sorted; the files that file managers leave everywhere do not count.

    What the manifest lists is ours, whoever changed it since; but a link in its place is not what we wrote, and none
    is litter, whatever its name.
    """
    return sorted(old.files - (old.regular & {*listed, MANIFEST}) - _litter_in(old))


def _litter_in(old: Found) -> frozenset[str]:
    return frozenset(path for path in old.regular if path.rpartition("/")[2] in _LITTER)


def folders_of(paths: Iterable[str]) -> frozenset[str]:
    """Every folder that one of these files stands in, at any depth."""
    found: set[str] = set()
    for path in paths:
        for folder in above(path):
            if folder in found:
                break
            found.add(folder)
    return frozenset(found)


def above(path: str) -> Iterator[str]:
    """The folders that `path` stands in, innermost first."""
    while "/" in path:
        path = path.rpartition("/")[0]
        yield path


def _holds(file: str, data: bytes, modes: tuple[int, int] | None) -> bool:
    """Whether the file has exactly these bytes, can be read, and has the mode of a new one.

    The manifest says what we wrote, not what stands there now: others may have let themselves write to the file, or
    made it one that runs as its owner.
    """
    found = os.stat(file)  # noqa: PTH116 - as in `mode_of`
    is_plain = modes is None or S_IMODE(found.st_mode) == modes[0]
    readable = found.st_mode & S_IRUSR != 0
    if not (is_plain and readable and found.st_size == len(data)):
        return False
    with open(file, "rb", buffering=0) as opened:  # noqa: PTH123 - likewise
        return opened.read() == data
