"""Reading the project's files: their bytes, their text, and where in it something stands.

Nothing is followed or guessed: links, devices, other encodings and huge files are mistakes with a place.
"""

import os
import stat
import unicodedata
from bisect import bisect_right
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from itertools import accumulate
from pathlib import Path, PurePosixPath
from types import MappingProxyType

from hornbook.diagnostics import Code, Diagnostic, Edit, Place, Severity
from hornbook.kinds import GLOSSARY, KINDS, VIEW, Kind
from hornbook.load.text.characters import character_name, forbidden_characters, not_composed
from hornbook.load.text.confusables import MixedWord, mixed_words
from hornbook.load.text.listing import FILE_LINK, FILE_UNREADABLE, files_in, kind_at, not_a_file, unreadable

_CAREFULLY = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)

LARGEST_FILE = 1_048_576
LARGEST_PROJECT = 67_108_864
MOST_FILES = 20_000

_RECORDS = {GLOSSARY.folder, VIEW.folder}

FILE_MISSING = Code(
    "file-missing",
    "A file that every project needs is not there.",
    "There is no file `glossary/glossary.yaml`.",
)
FILE_TOO_LARGE = Code(
    "file-too-large",
    "A file, or all files together, are larger than what is read.",
    f"A file of more than {LARGEST_FILE:,} bytes.",
)
FILE_ENCODING = Code(
    "file-encoding",
    "A file is not UTF-8 text, so its letters cannot be told.",
    "The file `glossary/terms/rain.yaml` was saved as Latin-1, where é is the byte 0xe9.",
)
TEXT_CONTROL_CHARACTER = Code(
    "text-control-character",
    "A text holds a character that nobody can see, or that changes the direction of the text around it.",
    "In `glossary/terms/rain.yaml`, the character U+202E, behind which words run from right to left.",
)
TEXT_TOO_LONG = Code(
    "text-too-long",
    "A text is longer than its place on the site allows.",
    "In `glossary/terms/rain.yaml`, a `short` of 606 characters; it has room for 500.",
)
TEXT_NOT_COMPOSED = Code(
    "text-not-composed",
    "A text writes letters and their accents apart, so that equal words compare as different.",
    "In `glossary/terms/rain.yaml`, an é that is an e with the accent U+0301 behind it.",
    severity=Severity.WARNING,
)
TEXT_CONFUSABLE = Code(
    "text-confusable",
    "A word has a letter of another script that looks like one of its own: no search finds it, and two names that look "
    "the same can differ.",
    "In `glossary/terms/rain.yaml`, a `Rаin` whose second letter is the Cyrillic а.",
    severity=Severity.WARNING,
)


Unsaved = Mapping[str, str | None]
"""Texts that count in place of what is on the disk, by path: those of files that are open in an editor, or are to be
written; None for a file that is as if it were not there."""
NOTHING_UNSAVED: Unsaved = MappingProxyType({})

_LONGEST_SHOWN = 80

_HIDING = (FILE_LINK, FILE_UNREADABLE)
"""Mistakes that leave unknown what a file or a folder would have defined."""


@dataclass(frozen=True, slots=True)
class SourceText:
    """A file's text, its line breaks all line feeds, with the offset at which each line begins."""

    path: str
    text: str = field(repr=False)
    line_starts: tuple[int, ...] = field(repr=False, compare=False)

    def place(self, start: int, end: int | None = None) -> Place:
        """Name the stretch between two offsets; without an end, only its beginning."""
        line, column = self._position(start)
        if end is None:
            return Place(self.path, line, column)
        end_line, end_column = self._position(end)
        return Place(self.path, line, column, end_line, end_column)

    def _position(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self.line_starts, offset)
        return line, offset - self.line_starts[line - 1] + 1


def source_text(path: str, text: str) -> SourceText:
    """Prepare a text (line breaks all line feeds) for finding places in it."""
    *before_last, _ = text.split("\n")
    return SourceText(path, text, tuple(accumulate((len(line) + 1 for line in before_last), initial=0)))


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectFiles:
    """The files of a project in the order of their paths."""

    kinds: dict[str, Kind | None]
    """Every file that should be read, by path, the unreadable ones included; None for the list of published ids.

    It follows from where a file stands; whether a diagram is a chain, its field `kind` says.
    """
    texts: dict[str, SourceText]
    """Those whose text is in order."""
    damaged: dict[str, str]
    """What could be seen of the others; empty where nothing could."""
    unread: frozenset[Kind]
    """The kinds that were not wanted."""
    diagnostics: tuple[Diagnostic, ...]


def read_project(root: Path, wanted: Collection[Kind] = KINDS, unsaved: Unsaved = NOTHING_UNSAVED) -> ProjectFiles:
    """Read the files of the project at `root`; mistakes become diagnostics, and the file is left out.

    Where only some kinds are wanted, files of others and the list of published ids are not opened.
    """
    diagnostics: list[Diagnostic] = []
    kinds: dict[str, Kind | None] = {}
    damaged: dict[str, str] = {}
    for path, found in sorted(files_in(root, wanted), key=lambda pair: pair[0]):
        if isinstance(found, Diagnostic):
            diagnostics.append(found)
            if found.code in _HIDING and PurePosixPath(path).parts[0] in _RECORDS:
                damaged[path] = ""
        elif found in wanted or (found is None and wanted is KINDS):
            kinds[path] = found
    kinds = _with_new(kinds, damaged, wanted, unsaved)
    if GLOSSARY.file not in kinds and damaged.keys().isdisjoint((GLOSSARY.file, GLOSSARY.folder)):
        diagnostics.append(
            Diagnostic(
                Place(GLOSSARY.file),
                FILE_MISSING,
                f"there is no file `{GLOSSARY.file}` here",
                hint="run this in the project's folder, or name the folder: `hornbook --root DIR …`",
            )
        )
    texts: dict[str, SourceText] = {}
    room = LARGEST_PROJECT
    for number, path in enumerate(kinds):
        if number >= MOST_FILES or room <= 0:
            diagnostics.append(_project_too_large(path))
            damaged |= dict.fromkeys(list(kinds)[number:], "")
            break
        data = _bytes(root, path, unsaved)
        if isinstance(data, Diagnostic):
            diagnostics.append(data)
            damaged[path] = ""
            continue
        room -= len(data)
        text = _text(path, data)
        diagnostics.extend(text.diagnostics)
        if text.source is None:
            damaged[path] = text.seen
        else:
            texts[path] = text.source
    unread = frozenset(KINDS).difference(wanted)
    return ProjectFiles(kinds=kinds, texts=texts, damaged=damaged, unread=unread, diagnostics=tuple(diagnostics))


def _with_new(
    kinds: dict[str, Kind | None], damaged: Mapping[str, str], wanted: Collection[Kind], unsaved: Unsaved
) -> dict[str, Kind | None]:
    """The files with those that no disk has yet, and without those that are to be gone."""
    new = {path: kind for path in unsaved if path not in kinds and path not in damaged and (kind := kind_at(path))}
    new = {path: kind for path, kind in new.items() if kind in wanted}
    gone = {path for path, text in unsaved.items() if text is None}
    return dict(sorted((path, kind) for path, kind in {**kinds, **new}.items() if path not in gone))


def read_text(
    root: Path, path: str, unsaved: Unsaved = NOTHING_UNSAVED, largest: int = LARGEST_FILE
) -> tuple[SourceText | None, tuple[Diagnostic, ...]]:
    """The text of one file that the project need not have, and what is wrong with it; nothing where it is not there.

    A file of more than `largest` bytes is not read.
    """
    if unsaved.get(path, "") is None or (path not in unsaved and not os.path.lexists(root / path)):
        return None, ()
    data = _bytes(root, path, unsaved, largest)
    if isinstance(data, Diagnostic):
        return None, (data,)
    decoded = _text(path, data)
    return decoded.source, decoded.diagnostics


def _bytes(root: Path, path: str, unsaved: Unsaved, largest: int = LARGEST_FILE) -> bytes | Diagnostic:
    text = unsaved.get(path)
    if text is not None:
        data = text.encode("utf-8", "surrogatepass")
        return data if len(data) <= largest else _too_large(path, len(data), largest)
    try:
        # Without O_NOFOLLOW a file could be exchanged for a link after it was listed; without O_NONBLOCK opening a
        # pipe would wait for somebody to write to it.
        descriptor = os.open(root / path, os.O_RDONLY | _CAREFULLY)
        with os.fdopen(descriptor, "rb") as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                return not_a_file(path)
            data = file.read(largest + 1)
            size = os.fstat(file.fileno()).st_size
    except OSError as error:
        return unreadable(path, error)
    return data if len(data) <= largest else _too_large(path, size, largest)


def _too_large(path: str, size: int, largest: int = LARGEST_FILE) -> Diagnostic:
    message = f"the file has {size:,} bytes; the limit is {largest:,}"
    return Diagnostic(Place(path), FILE_TOO_LARGE, message, hint="split the file")


@dataclass(frozen=True, slots=True)
class _Decoded:
    source: SourceText | None
    diagnostics: tuple[Diagnostic, ...]
    seen: str


def _text(path: str, data: bytes) -> _Decoded:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return _Decoded(None, (_not_utf8(path, data, error.start),), data.decode("utf-8", "replace"))
    source = source_text(path, text.replace("\r\n", "\n"))
    forbidden = tuple(
        Diagnostic(
            source.place(offset, offset + 1),
            TEXT_CONTROL_CHARACTER,
            f"the character {character_name(char)} is not allowed" + (f"; it occurs {count} times" * (count > 1)),
            hint="save the file with LF at the ends of its lines" if char == "\r" else _RETYPE,
        )
        for offset, char, count in forbidden_characters(source.text)
    )
    if forbidden:
        return _Decoded(None, forbidden, source.text)
    confusable = tuple(_confusable(source, one) for one in mixed_words(source.text))
    loose = not_composed(source.text)
    if not loose:
        return _Decoded(source, confusable, source.text)
    warning = Diagnostic(
        source.place(loose[0][0]),
        TEXT_NOT_COMPOSED,
        "letters and accents are written apart here (not in Unicode's composed form, NFC)",
        hint="type the word anew, or save the file in the form NFC",
        fix=tuple(Edit(source.place(*one), unicodedata.normalize("NFC", source.text[slice(*one)])) for one in loose),
    )
    return _Decoded(source, (*confusable, warning), source.text)


def _confusable(source: SourceText, one: MixedWord) -> Diagnostic:
    again = f"; it occurs {one.count} times" * (one.count > 1)
    message = (
        f"`{one.word[:_LONGEST_SHOWN]}` has the letter {character_name(one.letter)}, of another script than the rest"
    )
    hint = f"type the word anew, with {character_name(one.meant)}"
    return Diagnostic(source.place(one.start, one.start + len(one.word)), TEXT_CONFUSABLE, message + again, hint)


_RETYPE = "delete it, and type the text around it anew"


def _not_utf8(path: str, data: bytes, offset: int) -> Diagnostic:
    before = data[:offset].decode("utf-8", "replace").replace("\r\n", "\n")
    line = before.count("\n") + 1
    column = len(before) - (before.rfind("\n") + 1) + 1
    return Diagnostic(
        Place(path, line, column),
        FILE_ENCODING,
        f"the byte 0x{data[offset]:02x} is not UTF-8 text",
        hint="save the file as UTF-8 (in many editors: click the name of the encoding in the status bar)",
    )


def _project_too_large(path: str) -> Diagnostic:
    return Diagnostic(
        Place(path),
        FILE_TOO_LARGE,
        f"from here on nothing is read: the limit is {MOST_FILES:,} files and {LARGEST_PROJECT:,} bytes in all",
        hint="split the glossary",
    )
