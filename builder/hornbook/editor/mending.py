"""What an editor is offered for mending: what is certain at one mistake, or all of it in a file."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from hornbook.diagnostics import Diagnostic
from hornbook.editor.project import Examined
from hornbook.edits.fixing import fixes
from hornbook.edits.values import FileChanges

_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Mending:
    """Changes that mend something, and how they are offered."""

    title: str
    changes: FileChanges
    of: Diagnostic | None = None
    """The mistake; None: whatever is certain in the file."""


def quick_fixes(examined: Examined, path: str, first: int, last: int) -> Iterator[Mending]:
    """What mends a mistake that stands on one of the lines from `first` to `last`, which count from 1."""
    for one in examined.diagnostics:
        place = one.place
        if place.path == path and place.line <= last and first <= (place.end_line or place.line):
            changes = fixes((one,), examined.loaded.texts)
            if changes.paths:
                yield Mending(_title(changes), changes, one)


def fix_all(examined: Examined, path: str) -> Mending | None:
    """All that is certain in a file, which keeps its name; None where nothing is."""
    own = [one for one in examined.diagnostics if one.place.path == path]
    changes = replace(fixes(own, examined.loaded.texts), moved={})
    return Mending("mend all that is certain", changes) if changes.paths else None


def _title(changes: FileChanges) -> str:
    for new in changes.moved.values():
        return f"call the file `{new}`"
    texts = list(dict.fromkeys(edit.text for edit in changes.edits))
    if len(texts) == 1 and len(texts[0]) <= _LONGEST:
        return f"write `{texts[0]}`"
    return "mend it wherever it stands in this file"
