"""What stands at a place of a file: the id of something, where that is defined, and everything that names it."""

from dataclasses import dataclass
from pathlib import PurePosixPath

from hornbook.diagnostics import Place
from hornbook.editor.project import Examined
from hornbook.edits.renaming import renamed
from hornbook.edits.things import Thing, everything, names_of, refers_to
from hornbook.edits.values import FileChanges, Refusal
from hornbook.kept_drawings import files_beside
from hornbook.load import Named
from hornbook.manual import Entry


@dataclass(frozen=True, slots=True)
class Position:
    """A position in a file, line and column from 1, columns in code points."""

    path: str
    line: int
    column: int

    def within(self, place: Place) -> bool:
        """Whether it is in a stretch of its file, or right behind it."""
        if place.path != self.path or not place.end_line:
            return False
        return (place.line, place.column) <= (self.line, self.column) <= (place.end_line, place.end_column)


@dataclass(frozen=True, slots=True)
class Called:
    """The id of something, as it stands somewhere."""

    entry: Entry
    place: Place
    """Where it stands; the whole stretch that an editor would put another id in."""
    own: str
    """The id without that of the record around it."""
    named: Named | None = None
    """The reference that it is; None where the id is defined."""


def called_at(examined: Examined, position: Position) -> Called | None:
    """The id that stands at a position, in a reference or where it is defined."""
    found = [one for one in examined.loaded.named if position.within(one.place)]
    for one in sorted(found, key=lambda one: one.place, reverse=True):
        entry = examined.vocabulary.meant(one.kind, one.name, one.framework)
        if entry is not None:
            return Called(entry, one.place, entry.name.rpartition("/")[2], one)
    for entry in examined.vocabulary.entries.values():
        if position.within(entry.place):
            return Called(entry, entry.place, entry.name.rpartition("/")[2])
    return _record_of(examined, position)


_HEADINGS = ("label:", "title:", "question:")


def _record_of(examined: Examined, position: Position) -> Called | None:
    """The record of a file, on the line that says what it is called."""
    lines = examined.loaded.texts.get(position.path, "").split("\n")
    line = lines[position.line - 1] if position.line <= len(lines) else ""
    name = PurePosixPath(position.path).stem
    if not line.startswith(_HEADINGS):
        return None
    place = Place(position.path, position.line, 1, position.line, len(line) + 1)
    own = (one for one in examined.vocabulary.entries.values() if one.name == name and one.place.path == position.path)
    return next((Called(entry, place, name) for entry in own if not entry.within), None)


def thing_called(examined: Examined, called: Called) -> Thing | None:
    """The record, or the part of one, that an id is of; None where that cannot be read, or has no id of its own."""
    knowledge = examined.loaded.knowledge
    if knowledge is None:
        return None
    entry = called.entry
    wanted = entry.name if not entry.within or "/" in entry.name else f"{entry.within}/{entry.name}"
    found = [one for one in everything(knowledge) if one.word == entry.word and one.id == wanted]
    if called.named is not None and found:
        found = [one for one in found if refers_to(knowledge, one, called.named)] or found
    return found[0] if found else None


def references(examined: Examined, called: Called, *, declaration: bool) -> list[Place]:
    """Everywhere that names what an id is of; also where it is defined, if wanted."""
    state = examined.in_order
    thing = thing_called(state, called)
    knowledge = state.loaded.knowledge
    own = [called.entry.place] if declaration else []
    if thing is None or knowledge is None:
        same = (one for one in state.loaded.named if called.named and one.name == called.named.name)
        return [*own, *(one.place for one in same if called.named and one.kind == called.named.kind)]
    return [*own, *(one.place for one in names_of(knowledge, thing, state.loaded.named))]


def renaming(examined: Examined, called: Called, new: str) -> FileChanges | Refusal:
    """What changes where the thing has another id from now on: as `hornbook mv` does it."""
    thing = thing_called(examined, called)
    if examined.loaded.knowledge is not None and thing is None:
        return Refusal(f"a {called.entry.word} cannot be renamed here", "change its id and every reference by hand")
    name = called.own if thing is None else f"{thing.word}:{thing.id}"
    return renamed(examined.loaded, name, new, files_beside(examined.root))
