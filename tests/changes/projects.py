"""Edits of the projects that tests of changes compare."""

from pathlib import Path

PLANE = "glossary/frameworks/plane.yaml"


def edit(project: Path, path: str, old: str, new: str) -> None:
    """Put something else in the one place of a file where this stands."""
    text = (project / path).read_text(encoding="utf-8")
    assert text.count(old) == 1
    (project / path).write_text(text.replace(old, new), encoding="utf-8")
