"""Changes of files as values: stretches with new texts, files that get another name, begin or end."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from hornbook.diagnostics import Edit, Place
from hornbook.load.text import source_text


@dataclass(frozen=True, slots=True, kw_only=True)
class FileChanges:
    """What is to become of a project's files, all at once."""

    edits: tuple[Edit, ...] = ()
    """Of files under the names that they have before; no two overlap."""
    moved: Mapping[str, str] = field(default_factory=dict)
    """New names of files by old ones."""
    written: Mapping[str, str] = field(default_factory=dict)
    """The whole text of files that are new, or replaced."""
    deleted: frozenset[str] = frozenset()

    @property
    def paths(self) -> tuple[str, ...]:
        """Every file that is touched, by the names that it has before and after."""
        edited = (one.place.path for one in self.edits)
        return tuple(sorted({*edited, *self.moved, *self.moved.values(), *self.written, *self.deleted}))


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why nothing can be changed, and what to do instead."""

    message: str
    hint: str
    places: tuple[Place, ...] = ()
    """What stands in the way."""


def edited(path: str, text: str, edits: Iterable[Edit]) -> str:
    """The text of a file after its edits, of which doubled ones count once.

    Places count lines and columns of code points from 1, in a text whose line breaks are line feeds.
    """
    source = source_text(path, text)
    starts = source.line_starts
    parts, at = [], 0
    for edit in sorted(set(edits)):
        place = edit.place
        first = starts[place.line - 1] + place.column - 1
        last = starts[place.end_line - 1] + place.end_column - 1 if place.end_line else first
        assert first >= at, f"edits overlap at {place}"
        parts += [text[at:first], edit.text]
        at = last
    return "".join([*parts, text[at:]])


def texts_after(texts: Mapping[str, str], changes: FileChanges) -> dict[str, str]:
    """The texts of the files after all changes; files that are moved without a text of theirs here are left out."""
    by_path: dict[str, list[Edit]] = {}
    for edit in changes.edits:
        by_path.setdefault(edit.place.path, []).append(edit)
    after = {path: edited(path, text, by_path.get(path, ())) for path, text in texts.items()}
    after = {changes.moved.get(path, path): text for path, text in after.items() if path not in changes.deleted}
    return after | dict(changes.written)
