"""Mending what is certain: mistakes of which only one correction can be meant."""

import unicodedata
from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath

from hornbook.diagnostics import Diagnostic
from hornbook.edits.values import Edit, FileChanges
from hornbook.load.text import FILE_UNREAD, TEXT_NOT_COMPOSED


def fixes(diagnostics: Iterable[Diagnostic], texts: Mapping[str, str]) -> FileChanges:
    """The changes that mend what can be mended; `texts` are those of the project's files by path.

    Ids under a former name or with other capitals and spaces, fields under another word for the same, letters written
    apart from their accents, files that end with `.yml`.
    """
    edits: dict[tuple[str, int, int], Edit] = {}
    written: dict[str, str] = {}
    moved: dict[str, str] = {}
    for one in diagnostics:
        place = one.place
        if one.fix is not None and place.end_line:
            edits.setdefault((place.path, place.line, place.column), Edit(place, one.fix))
        elif one.code == TEXT_NOT_COMPOSED:
            written[place.path] = unicodedata.normalize("NFC", texts[place.path])
        elif one.code == FILE_UNREAD and PurePosixPath(place.path).suffix == ".yml":
            new = str(PurePosixPath(place.path).with_suffix(".yaml"))
            moved |= {place.path: new} if new not in texts else {}
    kept = tuple(sorted(edit for edit in edits.values() if edit.place.path not in written))
    return FileChanges(edits=kept, written=written, moved=moved)
