"""Files of `docs/` that are no Markdown: pictures and downloads, never anything that a browser runs or a page styles.

A site engine lets a file of `docs/` replace the theme's file of the same name, so what may stand there is listed.
"""

import os
from collections.abc import Iterator
from pathlib import Path

from hornbook.addresses import folded, reserved_by, site_path
from hornbook.diagnostics import Code, Diagnostic, Place, Related
from hornbook.kinds import PAGE
from hornbook.load.text.characters import name_mistake

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
KINDS = frozenset({*PICTURES, ".pdf", ".txt", ".csv", ".json", ".yaml", ".bib"})

HOSTS_READ = frozenset(
    {"_config.yaml", "_routes.json", "app.yaml", "now.json", "routes.json", "staticwebapp.config.json", "vercel.json"}
)
"""Names of files by which those who serve a folder of files are told to send readers elsewhere, or to run something."""


def find_assets(root: Path) -> tuple[dict[str, Path], list[Diagnostic]]:
    """The files to copy, by path from `docs/`, and what must not stand there; links and devices `load` reports."""
    folder = root / PAGE.folder
    found: dict[str, Path] = {}
    problems = []
    taken: dict[str, str] = {}
    for path in sorted(_files(folder)):
        name = path.relative_to(folder).as_posix()
        problem = _problem(name, path.suffix.lower()) or _clash(name, taken)
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


def _problem(name: str, suffix: str) -> Diagnostic | None:
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
    if suffix not in KINDS | {".md"}:
        return Diagnostic(
            place,
            FILE_KIND,
            f"a file of the kind `{suffix or 'without a suffix'}` is not copied to the site",
            hint=f"allowed are .md and {', '.join(sorted(KINDS))}",
        )
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
