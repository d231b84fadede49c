"""Which files a project has, and of which kind each is by where it stands; nothing is opened here.

No link is followed: what is no ordinary file, and what nothing reads, is reported with its path. Files of `docs/` that
are no Markdown are pictures and downloads, never anything that a browser runs or a page styles. A site engine lets a
file of `docs/` replace the theme's file of the same name, so what may stand there is listed.
"""

import errno
import os
import re
import stat
from collections.abc import Collection, Container, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from hornbook.addresses import folded, reserved_by, site_path
from hornbook.diagnostics import Code, Diagnostic, Place, Related, Severity
from hornbook.kinds import GLOSSARY, KINDS, PAGE, PUBLISHED_IDS, VIEW, Kind
from hornbook.load.text.characters import name_mistake
from hornbook.model.outside import KEPT

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
FILE_KIND = Code(
    "file-kind",
    "A file of docs/ is of a kind that must not be copied to the site, such as a script or settings of a host.",
    "The file `docs/extra.js`.",
)
FILE_RESERVED = Code(
    "file-reserved",
    "A file of docs/ stands where the builder or the site engine writes, or where another file of docs/ would; "
    "one of the two would be lost.",
    "The file `docs/terms/index.md`: the builder writes the list of terms there.",
)

PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg")
_ASSETS = frozenset({*PICTURES, ".pdf", ".txt", ".csv", ".json", ".yaml", ".bib"})
_OWN = {".css": "extra_css", ".js": "extra_javascript"}
HOSTS_READ = frozenset(
    {"_config.yaml", "_routes.json", "app.yaml", "now.json", "routes.json", "staticwebapp.config.json", "vercel.json"}
)
"""Names of files by which those who serve a folder of files are told to send readers elsewhere, or to run something."""
_FIXED: dict[str, Kind | None] = {kind.file: kind for kind in KINDS if not kind.has_files} | {PUBLISHED_IDS: None}
_FOLDERS = {kind.folder: kind for kind in reversed(KINDS) if kind.has_files and kind is not PAGE} | {
    kind.apart.rpartition("/")[0]: kind for kind in KINDS if kind.apart is not None
}
"""Of two kinds in one folder the one that the table has first."""
_KEPT = PurePosixPath(KEPT)
_OUTSIDE = {VIEW.folder, PAGE.folder}
_MISREAD = {".yml", ".yaml"}
_RECORD_NAME = re.compile(r"(.+?)\.ya?ml(\.txt)?", re.IGNORECASE)
"""The name of a file that is meant for a record; editors of plain text add an ending of their own."""


def files_in(root: Path, kinds: Container[Kind]) -> Iterator[tuple[str, Kind | Diagnostic | None]]:
    """Each path with its kind, None for the list of published ids, or with what is wrong there.

    Folders of which no kind is among the `kinds` are not looked into.
    """
    for listed in _listed(root, GLOSSARY.folder):
        if listed.path in _FIXED:
            yield listed.path, listed.diagnostic or _FIXED[listed.path]
        elif listed.is_folder and listed.path == _KEPT.parent.as_posix():
            yield from (
                (one.path, one.diagnostic or _unread(one.path))
                for one in _listed(root, listed.path)
                if not _is_kept(one)
            )
        elif listed.is_folder and listed.path in _FOLDERS:
            yield from _records(root, listed.path) if _FOLDERS[listed.path] in kinds else ()
        else:
            yield listed.path, listed.diagnostic or _unread(listed.path)
    yield from _records(root, VIEW.folder) if VIEW in kinds else ()
    yield from _pages(root, PAGE.folder) if PAGE in kinds else ()


def _is_kept(listed: "_Listed") -> bool:
    """Whether this is a file of another glossary's data, which whoever names it reads."""
    return listed.diagnostic is None and not listed.is_folder and PurePosixPath(listed.path).suffix == _KEPT.suffix


def kind_at(path: str) -> Kind | None:
    """The kind that a file at this path of the project has, whether it is there or not; None where no records are."""
    folder, _, name = path.rpartition("/")
    if name.startswith(".") or path == PUBLISHED_IDS:
        return None
    if path in _FIXED:
        return _FIXED[path]
    if folder in _FOLDERS and name.endswith(".yaml"):
        return _FOLDERS[folder]
    return PAGE if path.startswith(f"{PAGE.folder}/") and name.endswith(".md") else None


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
    written = PurePosixPath(path)
    renamed = _RECORD_NAME.fullmatch(written.name)
    if written.parent.as_posix() == GLOSSARY.folder and written.suffix.lower() in _MISREAD:
        folders = ", ".join(
            f"{kind.one} in `{kind.folder}/`" for kind in KINDS if kind.has_files and kind.folder not in _OUTSIDE
        )
        hint = f"move it into the folder of its kind: {folders}"
    elif renamed is not None:
        hint = f"only `.yaml` files are read; rename it to `{renamed[1]}.yaml`"
    else:
        hint = "move or delete it"
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


def find_assets(root: Path, own: Collection[str] = ()) -> tuple[dict[str, Path], list[Diagnostic]]:
    """The files to copy, by path from `docs/`, and what must not stand there; links and devices `load` reports.

    Of style sheets and scripts only those are copied that are the owner's `own`, as the site engine's settings name
    them.
    """
    folder = root / PAGE.folder
    found: dict[str, Path] = {}
    problems = []
    taken: dict[str, str] = {}
    for path in sorted(_files(folder)):
        name = path.relative_to(folder).as_posix()
        problem = _problem(name, path.suffix.lower(), own) or _clash(name, taken)
        if problem is not None:
            problems.append(problem)
        elif path.suffix != ".md":
            found[name] = path
    return found, problems


def _files(folder: Path) -> Iterator[Path]:
    """The ordinary files below a folder whose names can be; no link is followed, not even the folder.

    What has a name that cannot be is reported where files are listed to be read.
    """
    if folder.is_symlink():
        return
    for inside, folders, names in os.walk(folder):  # folders that vanish or cannot be listed are passed over
        folders[:] = [name for name in folders if _is_usable(name)]
        paths = (Path(inside, name) for name in names if _is_usable(name))
        yield from (path for path in paths if not path.is_symlink() and path.is_file())


def _is_usable(name: str) -> bool:
    return not name.startswith(".") and name_mistake(name) is None


def _problem(name: str, suffix: str, own: Collection[str]) -> Diagnostic | None:
    place = Place(f"{PAGE.folder}/{name}")
    taken = reserved_by(name)
    if taken is not None:
        is_inside = folded(name).startswith(taken)
        return Diagnostic(
            place,
            FILE_RESERVED,
            f"the {'folder' if taken.endswith('/') else 'file'} `{taken}` of the site is filled by the builder",
            hint="give the file another folder" if is_inside and taken.endswith("/") else "give the file another name",
        )
    if folded(name).rpartition("/")[2] in HOSTS_READ:
        message = "hosts of sites take a file of this name for settings of theirs"
        return Diagnostic(place, FILE_KIND, message, hint="give the file another name")
    if suffix not in _ASSETS | {".md"} and name not in own:
        hint = f"allowed are .md and {', '.join(sorted(_ASSETS))}"
        if suffix in _OWN:
            hint = f"if it is yours, name it under `{_OWN[suffix]}` in `mkdocs.yml`: then every page has it"
        message = f"a file of the kind `{suffix or 'without a suffix'}` is not copied to the site"
        return Diagnostic(place, FILE_KIND, message, hint=hint)
    return None


def _clash(name: str, taken: dict[str, str]) -> Diagnostic | None:
    """Find what another file of `docs/` is on the site already, on disks that ignore case too.

    `taken` holds the files so far, by each path and folder that they need; this one is added.
    """
    site = folded(site_path(name))
    files = {folded(name), site}
    folders = {site[: at + 1] for at, char in enumerate(site) if char == "/"}
    blocking = {*files, *(f"{path}/" for path in files), *(folder[:-1] for folder in folders)}
    first = next((taken[path] for path in sorted(blocking) if path in taken), None)
    for path in (*files, *folders):
        taken.setdefault(path, name)
    if first is None:
        return None
    return Diagnostic(
        Place(f"{PAGE.folder}/{name}"),
        FILE_RESERVED,
        f"on the site this would stand where `{PAGE.folder}/{first}` does",
        hint="rename one of the two; large and small letters count as the same",
        related=(Related(Place(f"{PAGE.folder}/{first}"), "the other file"),),
    )
