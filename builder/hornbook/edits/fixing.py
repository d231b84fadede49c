"""Mending what is certain: mistakes of which only one correction can be meant."""

from collections.abc import Collection, Iterable
from pathlib import PurePosixPath

from hornbook.diagnostics import Diagnostic, Edit
from hornbook.edits.values import FileChanges
from hornbook.load.text import FILE_UNREAD


def fixes(diagnostics: Iterable[Diagnostic], paths: Collection[str]) -> FileChanges:
    """The changes that mend what can be mended; `paths` are those of the project's files.

    Ids under a former name or with other capitals and spaces, fields under another word for the same, letters written
    apart from their accents, files that end with `.yml`. Of two that overlap the first is mended.
    """
    kept: list[Edit] = []
    moved: dict[str, str] = {}
    for one in diagnostics:
        if one.code == FILE_UNREAD and PurePosixPath(one.place.path).suffix == ".yml":
            new = str(PurePosixPath(one.place.path).with_suffix(".yaml"))
            moved |= {one.place.path: new} if new not in paths else {}
    for edit in sorted({edit for one in diagnostics for edit in one.fix}):
        if not kept or _ends_before(kept[-1], edit):
            kept.append(edit)
    return FileChanges(edits=tuple(kept), moved=moved)


def _ends_before(first: Edit, second: Edit) -> bool:
    one, other = first.place, second.place
    return one.path != other.path or (one.end_line, one.end_column) <= (other.line, other.column)
