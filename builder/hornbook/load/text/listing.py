"""Which files a project has, and of which kind each is by where it stands; nothing is opened here.

No link is followed: what is no ordinary file, and what nothing reads, is reported with its path.
"""

import errno
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from hornbook.diagnostics import Code, Diagnostic, Place, Severity
from hornbook.kinds import GLOSSARY, KINDS, PAGE, PUBLISHED_IDS, VIEW, Kind
from hornbook.load.text.characters import name_mistake

FILE_UNREAD = Code(
    "file-unread",
    "A file or folder stands where nothing reads it, so what it says has no effect.",
    "The file `glossary/terms/snow.yml`: what is read ends with `.yaml`.",
    severity=Severity.WARNING,
)
FILE_NAME = Code(
    "file-name",
    "A file of docs/ has a name that no address can have, or no file on some system.",
    "The file `docs/ mine.md`, whose name begins with a space.",
)
FILE_LINK = Code(
    "file-link",
    "A file or folder is a symbolic link or a device; only ordinary files are read, so that nothing outside the "
    "project is.",
    "The file `glossary/terms/snow.yaml` is a link to another file.",
)
FILE_UNREADABLE = Code(
    "file-unreadable",
    "A file could not be opened or read.",
    "A file of the glossary that only another user of the machine may read.",
)

_FIXED: dict[str, Kind | None] = {kind.file: kind for kind in KINDS if not kind.has_files} | {PUBLISHED_IDS: None}
_FOLDERS = {kind.folder: kind for kind in reversed(KINDS) if kind.has_files and kind is not PAGE}
"""Of two kinds in one folder the one that the table has first."""
_MISREAD = {".yml", ".yaml"}


def files_in(root: Path) -> Iterator[tuple[str, Kind | Diagnostic | None]]:
    """Each path with its kind, None for the list of published ids, or with what is wrong there."""
    for listed in _listed(root, GLOSSARY.folder):
        if listed.path in _FIXED:
            yield listed.path, listed.diagnostic or _FIXED[listed.path]
        elif listed.is_folder and listed.path in _FOLDERS:
            yield from _records(root, listed.path)
        else:
            yield listed.path, listed.diagnostic or _unread(listed.path)
    yield from _records(root, VIEW.folder)
    yield from _pages(root, PAGE.folder)


def _records(root: Path, folder: str) -> Iterator[tuple[str, Kind | Diagnostic | None]]:
    for listed in _listed(root, folder):
        suffix = PurePosixPath(listed.path).suffix
        # Drawings are kept beside their views, so in that folder only what looks like a view is a surprise.
        ignored = folder == VIEW.folder and listed.path != folder and suffix.lower() not in _MISREAD
        if listed.diagnostic and not ignored:
            yield listed.path, listed.diagnostic
        elif suffix == ".yaml" and not listed.is_folder:
            yield listed.path, _FOLDERS[folder]
        elif not ignored:
            yield listed.path, _unread(listed.path)


def _pages(root: Path, folder: str) -> Iterator[tuple[str, Kind | Diagnostic | None]]:
    for listed in _listed(root, folder):
        mistake = name_mistake(listed.name)
        if listed.diagnostic:
            yield listed.path, listed.diagnostic
        elif mistake:
            path = f"{folder}/{mistake.shown}"
            yield path, Diagnostic(Place(path), FILE_NAME, f"the name {mistake.message}", hint="rename it")
        elif listed.is_folder:
            yield from _pages(root, listed.path)
        elif listed.path.endswith(".md"):
            yield listed.path, PAGE


@dataclass(frozen=True, slots=True)
class _Listed:
    path: str
    name: str
    """As the system gives it, with halves of surrogate pairs for bytes that are not UTF-8."""
    is_folder: bool = False
    diagnostic: Diagnostic | None = None


def _listed(root: Path, folder: str) -> Iterator[_Listed]:
    """List a folder by name, without files that begin with a dot; a folder that is not there is empty."""
    where = root / folder
    try:
        if stat.S_ISLNK(where.lstat().st_mode):
            yield _Listed(folder, "", diagnostic=_link(folder, "a symbolic link"))
            return
        names = sorted(inside.name for inside in where.iterdir())
    except FileNotFoundError:
        return
    except OSError as error:
        yield _Listed(folder, "", diagnostic=unreadable(folder, error))
        return
    for name in names:
        if name.startswith("."):
            continue
        path = f"{folder}/{name.encode('utf-8', 'replace').decode('utf-8')}"
        mode = (where / name).lstat().st_mode
        if stat.S_ISDIR(mode):
            yield _Listed(path, name, is_folder=True)
        elif stat.S_ISREG(mode):
            yield _Listed(path, name)
        else:
            yield _Listed(
                path, name, diagnostic=_link(path, "a symbolic link") if stat.S_ISLNK(mode) else not_a_file(path)
            )


def _unread(path: str) -> Diagnostic:
    suffix = PurePosixPath(path).suffix
    hint = "only `.yaml` files are read; rename it" if suffix.lower() in _MISREAD else "move or delete it"
    return Diagnostic(Place(path), FILE_UNREAD, f"nothing reads `{path}`", hint=hint)


def not_a_file(path: str) -> Diagnostic:
    """Say that a folder, a pipe or a device stands where a file should."""
    return _link(path, "not a file")


def _link(path: str, what: str) -> Diagnostic:
    return Diagnostic(Place(path), FILE_LINK, f"`{path}` is {what}", hint="put the file itself there")


def unreadable(path: str, error: OSError) -> Diagnostic:
    """Say that the system gives no access to a file, and why."""
    if error.errno == errno.ELOOP:
        return _link(path, "a symbolic link")
    if error.errno == errno.EISDIR:
        return not_a_file(path)
    reason = (error.strerror or type(error).__name__).lower()
    return Diagnostic(Place(path), FILE_UNREADABLE, f"`{path}` cannot be read: {reason}")
