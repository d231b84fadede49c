"""Writes a tree of files so that it is complete or absent, never half.

The new tree is made beside the old one, sharing the files that did not change, and the two are exchanged in one
step. A manifest inside the tree says which files are ours. A file of somebody else's among them would be published
unread, so it stops the run; nothing is deleted that we did not write.
"""

import errno
import os
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from hornbook.diagnostics import Code, Diagnostic, Place
from hornbook.publish.manifest import MANIFEST, read_manifest
from hornbook.publish.plan import Found, folders_of, foreign_in, plan_of, scan
from hornbook.publish.staging import Objection, alone_at, clear_leftovers, replace_tree

OUTPUT_NOT_OURS = Code(
    "output-not-ours",
    "The folder to write to holds, or is, something that this program did not write.",
    "`--out` names a folder with files of your own in it.",
)
OUTPUT_BUSY = Code(
    "output-busy",
    "Another build is writing to the same folder.",
    "Two builds of one project at the same time.",
)
OUTPUT_CONFLICT = Code(
    "output-conflict",
    "The folder to write to holds a file that this program did not write; it would be published unread.",
    "A file that somebody put into `site/` after the last build.",
)
OUTPUT_PATH = Code(
    "output-path",
    "A path of the site would leave the output folder, or cannot be a file there.",
    "A program of the site engine's settings puts a symbolic link into the site.",
)
OUTPUT_FAILED = Code(
    "output-failed",
    "The system refused to read or write a file; what stood there before is still whole.",
    "The disk is full.",
)

_BAD = re.compile(r"(?:^|/)\.{0,2}(?:/|\Z)|[\\:\0\ud800-\udfff]")
"""In a path: a part that is no name, or a character that is none in names on some system."""
_SHOWN = 20
"""As many files as a diagnostic lists."""
_HINTS = {
    errno.ENOSPC: "free some space on the disk; the new site needs room beside the old one",
    errno.EDQUOT: "free some of your space on the disk; the new site needs room beside the old one",
    errno.EACCES: "choose another folder, or get the right to write to this one and to the folder it stands in",
    errno.EPERM: "choose another folder, or get the right to write to this one and to the folder it stands in",
    errno.EROFS: "choose a folder on a disk that can be written to",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What publishing did, in files; the manifest is not counted."""

    changed: int
    """New ones, and those with other bytes than before."""
    removed: int
    """Those written earlier that the tree no longer has."""
    unchanged: int
    """Those whose file, time stamp included, stayed."""


def write_tree(
    out: Path,
    files: Mapping[str, bytes],
    *,
    root: Path | None = None,
    kept: Collection[Path] = (),
    objection: Objection = lambda: None,
    twin: bool = False,
) -> Written | Diagnostic:
    """Make `out` hold exactly `files`.

    `files` maps paths, relative and with forward slashes, to contents. `root` is the project's folder, by default
    the current one: neither it nor a folder above it is ever written to, nor one of the folders `kept`, nor anything
    in them. What `objection` says is asked once the new tree is complete, before it takes the place of the old one.
    Where the result is a diagnostic, `out` is as it was; a program that dies at any moment leaves it old or new. With
    `twin` the tree before this one stays beside it, for a process that writes again; `is_cleared` removes it.
    """
    place = Place(out.as_posix())
    try:
        root = _resolved(root or Path.cwd())
        place, out = _placed(out, root)
        problem = _bad_path(files, place) or _precious(out, root, kept, place)
        return problem or _write(out, files, place, objection, twin=twin)
    except OSError as error:
        return failed_output(error, place)


def refused_output(out: Path, root: Path, kept: Collection[Path] = ()) -> Diagnostic | None:
    """Why nothing is to be written to a folder, whatever it is; so that it can be said before the work begins."""
    try:
        place, out = _placed(out, _resolved(root))
        return _precious(out, _resolved(root), kept, place)
    except OSError as error:
        return failed_output(error, Place(out.as_posix()))


def read_tree(folder: Path) -> dict[str, bytes] | Diagnostic:
    """All the files below `folder` by path; a link or a device among them is refused, not followed."""
    place = Place(folder.name)
    try:
        found = scan(folder)
        if found.other:
            message = f"`{min(found.other)}` is a link or a device, not a file"
            return Diagnostic(place, OUTPUT_PATH, message, "put a copy of the file there")
        return {path: (folder / path).read_bytes() for path in sorted(found.regular - {MANIFEST})}
    except OSError as error:
        return failed_output(error, place)


def _write(
    out: Path, files: Mapping[str, bytes], place: Place, objection: Objection, *, twin: bool
) -> Written | Diagnostic:
    out.parent.mkdir(parents=True, exist_ok=True)
    with alone_at(out) as held:
        if not held:
            message = f"another build is writing to `{out.name}`"
            return Diagnostic(place, OUTPUT_BUSY, message, "wait until it has finished")
        clear_leftovers(out, but_twin=twin)
        return _write_locked(out, files, place, objection, twin=twin)


def _write_locked(
    out: Path, files: Mapping[str, bytes], place: Place, objection: Objection, *, twin: bool
) -> Written | Diagnostic:
    listed = read_manifest(out)
    if listed is None and out.exists() and any(out.iterdir()):
        return Diagnostic(
            place,
            OUTPUT_NOT_OURS,
            f"`{out.name}` is not empty and was not written by this program",
            "choose a new folder, or empty this one yourself",
        )
    old = scan(out) if out.exists() else Found()
    foreign = foreign_in(old, listed or {})
    if foreign:
        return _conflict(foreign, place)
    plan = plan_of(out, files, old, listed or {})
    changed = len(plan.files) - len(plan.unchanged)
    same = listed is not None and (out / MANIFEST).read_bytes() == plan.manifest
    if changed or plan.removed or plan.litter or plan.odd or not same:
        late = replace_tree(out, plan, old, objection, twin=twin)
        if isinstance(late, Diagnostic):
            return late
        if late:
            return _conflict(sorted(late), place)
    return Written(changed=changed, removed=len(plan.removed), unchanged=len(plan.unchanged))


def _conflict(foreign: list[str], place: Place) -> Diagnostic:
    return Diagnostic(
        Place(f"{place.path}/{foreign[0]}"),
        OUTPUT_CONFLICT,
        f"`{foreign[0]}` was not written by this program, and `{place.path}` holds only what it writes",
        "move it away, or delete it; files for the site belong in `docs/`",
        notes=tuple(f"likewise: {path}" for path in foreign[1:_SHOWN]),
    )


def _bad_path(files: Mapping[str, bytes], place: Place) -> Diagnostic | None:
    """Refuse a path that is not one of a file below the output, on any system."""
    bad = [path for path in files if path == MANIFEST or _BAD.search(path)]
    if bad:
        return Diagnostic(place, OUTPUT_PATH, f"`{min(bad)}` cannot be the path of a file of the site")
    clashes = folders_of(files) & files.keys()
    if clashes:
        clash = min(clashes)
        path = min(path for path in files if path.startswith(f"{clash}/"))
        return Diagnostic(place, OUTPUT_PATH, f"`{clash}` is both a file and the folder of `{path}`")
    return None


def _placed(out: Path, root: Path) -> tuple[Place, Path]:
    """How messages name a folder, and the folder; only what it stands in is resolved, since it must not be a link."""
    out = _resolved(out) if out.name in {"", ".."} else _resolved(out.parent) / out.name
    return Place((out.relative_to(root) if root in out.parents else out).as_posix()), out


def _precious(out: Path, root: Path, kept: Collection[Path], place: Place) -> Diagnostic | None:
    """Refuse folders that nobody means to hand over to a program, whatever they hold."""
    home = _resolved(Path.home())
    if out.is_symlink():
        what = "is a link to another folder"
    elif out.exists() and not out.is_dir():
        what = "is a file"
    elif out in {home, *home.parents}:
        what = "is the home folder, or holds it"
    elif out in {root, *root.parents}:
        what = "is the project itself, or holds it"
    elif {out, *out.parents} & {_resolved(folder) for folder in kept}:
        what = "is a folder of the project that holds something else, or stands in one"
    else:
        return None
    hint = "choose a folder that only this program writes to"
    return Diagnostic(place, OUTPUT_NOT_OURS, f"`{place.path}` {what}", hint)


def _resolved(path: Path) -> Path:
    """The path without links; unlike `Path.resolve` it leaves links in a circle to whoever opens them."""
    return Path(os.path.realpath(path))


def failed_output(error: OSError, place: Place) -> Diagnostic:
    """What the system refused while `place` was written, or while it was made."""
    name = Path(os.fsdecode(error.filename)).name if isinstance(error.filename, str | bytes) else place.path
    reason = (error.strerror or str(error)).lower()
    hint = _HINTS.get(error.errno or 0, "nothing was changed; run this again once the cause is gone")
    return Diagnostic(place, OUTPUT_FAILED, f"the system refused to read or write `{name}`: {reason}", hint)
