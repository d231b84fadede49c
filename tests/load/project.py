"""A small project on disk, and its files changed one at a time."""

import shutil
from collections.abc import Mapping
from pathlib import Path

from hornbook.load import Loaded, load

BASE = Path(__file__).parent.parent / "cases" / "_base"


def loaded_with(folder: Path, files: Mapping[str, str | bytes | None], base: Path = BASE) -> Loaded:
    """Load a copy of a project in which some files are replaced, or with None removed."""
    project = folder / "project"
    if not project.exists():
        shutil.copytree(base, project)
    for path, content in files.items():
        file = project / path
        file.parent.mkdir(parents=True, exist_ok=True)
        if content is None:
            file.unlink()
        else:
            file.write_bytes(content.encode() if isinstance(content, str) else content)
    return load(project)


def found(loaded: Loaded) -> list[tuple[str, str]]:
    """Code and place of each diagnostic."""
    return [(one.code, str(one.place)) for one in loaded.diagnostics]
