"""Files of `docs/` that are no Markdown: pictures and downloads, never anything that a browser runs or a page styles.

A site engine lets a file of `docs/` replace the theme's file of the same name, so what may stand there is listed.
"""

import os
from collections.abc import Iterator
from pathlib import Path

from hornbook.diagnostics import Diagnostic, Place

KINDS = frozenset({".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".pdf", ".txt", ".csv", ".json", ".yaml", ".bib"})
OURS = (
    "assets/hornbook/",
    "assets/images/",
    "assets/javascripts/",
    "assets/stylesheets/",
    "contribute/codes/",
    "diagrams/",
    "disagreements/",
    "examples/",
    "faq/",
    "frameworks/",
    "quiz/",
    "search/",
    "sources/",
    "terms/",
)
"""Folders of the site that the builder or the engine fills."""


def find_assets(root: Path) -> tuple[dict[str, Path], list[Diagnostic]]:
    """The files to copy, by path from `docs/`, and what must not stand there; links and devices `load` reports."""
    folder = root / "docs"
    found: dict[str, Path] = {}
    problems = []
    for path in sorted(_files(folder)):
        name = path.relative_to(folder).as_posix()
        problem = _problem(name, path.suffix.lower())
        if problem is not None:
            problems.append(problem)
        elif path.suffix != ".md":
            found[name] = path
    return found, problems


def _files(folder: Path) -> Iterator[Path]:
    """The ordinary files below a folder that do not begin with a dot; no link is followed, not even the folder."""
    if folder.is_symlink():
        return
    for inside, folders, names in os.walk(folder):  # folders that vanish or cannot be listed are passed over
        folders[:] = [name for name in folders if not name.startswith(".")]
        paths = (Path(inside, name) for name in names if not name.startswith("."))
        yield from (path for path in paths if not path.is_symlink() and path.is_file())


def _problem(name: str, suffix: str) -> Diagnostic | None:
    place = Place(f"docs/{name}")
    taken = next((folder for folder in OURS if name.startswith(folder)), None)
    if taken is not None:
        return Diagnostic(
            place,
            "file-reserved",
            f"the folder `{taken}` of the site is filled by the builder",
            hint="give the file another folder",
        )
    if suffix not in KINDS | {".md"}:
        return Diagnostic(
            place,
            "file-kind",
            f"a file of the kind `{suffix or 'without a suffix'}` is not copied to the site",
            hint=f"allowed are .md and {', '.join(sorted(KINDS))}",
        )
    return None
