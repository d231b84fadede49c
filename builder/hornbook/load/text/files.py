"""Reading the project's files: which there are, their bytes, their text, and where in it something stands.

Nothing is followed or guessed: links, devices, other encodings and huge files are mistakes with a place.
"""

import os
import stat
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from hornbook.diagnostics import Diagnostic, Place
from hornbook.kinds import GLOSSARY, KINDS, PAGE, PUBLISHED_IDS, VIEW, Kind
from hornbook.load.text.characters import character_name, first_not_composed, forbidden_characters, name_mistake


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
    starts = [0]
    starts.extend(index + 1 for index, char in enumerate(text) if char == "\n")
    return SourceText(path, text, tuple(starts))


LARGEST_FILE = 1_048_576
LARGEST_PROJECT = 67_108_864
MOST_FILES = 20_000


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
    diagnostics: tuple[Diagnostic, ...]


_FIXED: dict[str, Kind | None] = {kind.file: kind for kind in KINDS if not kind.has_files} | {PUBLISHED_IDS: None}
_FOLDERS = {kind.folder: kind for kind in reversed(KINDS) if kind.has_files and kind is not PAGE}
"""Of two kinds in one folder the one that the table has first."""
_MISREAD = {".yml", ".yaml"}


def read_project(root: Path) -> ProjectFiles:
    """Read every file of the project at `root`; mistakes become diagnostics, and the file is left out."""
    diagnostics: list[Diagnostic] = []
    kinds: dict[str, Kind | None] = {}
    for path, found in sorted(_found(root), key=lambda pair: pair[0]):
        if isinstance(found, Diagnostic):
            diagnostics.append(found)
        else:
            kinds[path] = found
    if GLOSSARY.file not in kinds:
        diagnostics.append(
            Diagnostic(
                Place(GLOSSARY.file),
                "file-missing",
                f"there is no file `{GLOSSARY.file}` here",
                hint="run this in the project's folder, or name the folder: `hornbook --root DIR …`",
            )
        )
    texts: dict[str, SourceText] = {}
    damaged: dict[str, str] = {}
    room = LARGEST_PROJECT
    for number, path in enumerate(kinds):
        if number >= MOST_FILES or room <= 0:
            diagnostics.append(_project_too_large(path))
            damaged |= dict.fromkeys(list(kinds)[number:], "")
            break
        data = _bytes(root, path)
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
    return ProjectFiles(kinds=kinds, texts=texts, damaged=damaged, diagnostics=tuple(diagnostics))


def read_text(root: Path, path: str) -> SourceText | None:
    """The text of one file that the project need not have; None where it is not there or not in order."""
    data = _bytes(root, path)
    return None if isinstance(data, Diagnostic) else _text(path, data).source


def _found(root: Path) -> Iterator[tuple[str, Kind | Diagnostic | None]]:
    for listed in _listed(root, GLOSSARY.folder):
        if listed.path in _FIXED:
            yield listed.path, listed.diagnostic or _FIXED[listed.path]
        elif listed.is_folder and listed.path in _FOLDERS:
            yield from _records(root, listed.path)
        else:
            yield listed.path, listed.diagnostic or _unread(listed.path)
    yield from _records(root, VIEW.folder)
    yield from _pages(root, PAGE.folder)


def _records(root: Path, folder: str) -> Iterator[tuple[str, Kind | Diagnostic | None]]:
    for listed in _listed(root, folder):
        suffix = PurePosixPath(listed.path).suffix
        # Drawings are kept beside their views, so in that folder only what looks like a view is a surprise.
        ignored = folder == VIEW.folder and listed.path != folder and suffix.lower() not in _MISREAD
        if listed.diagnostic and not ignored:
            yield listed.path, listed.diagnostic
        elif suffix == ".yaml" and not listed.is_folder:
            yield listed.path, _FOLDERS[folder]
        elif not ignored:
            yield listed.path, _unread(listed.path)


def _pages(root: Path, folder: str) -> Iterator[tuple[str, Kind | Diagnostic | None]]:
    for listed in _listed(root, folder):
        mistake = name_mistake(listed.name)
        if listed.diagnostic:
            yield listed.path, listed.diagnostic
        elif mistake:
            path = f"{folder}/{mistake.shown}"
            yield path, Diagnostic(Place(path), "file-name", f"the name {mistake.message}", hint="rename it")
        elif listed.is_folder:
            yield from _pages(root, listed.path)
        elif listed.path.endswith(".md"):
            yield listed.path, PAGE


@dataclass(frozen=True, slots=True)
class _Listed:
    path: str
    name: str
    """As the system gives it, with halves of surrogate pairs for bytes that are not UTF-8."""
    is_folder: bool = False
    diagnostic: Diagnostic | None = None


def _listed(root: Path, folder: str) -> Iterator[_Listed]:
    """List a folder by name, without files that begin with a dot; a folder that is not there is empty."""
    where = root / folder
    try:
        if stat.S_ISLNK(where.lstat().st_mode):
            yield _Listed(folder, "", diagnostic=_link(folder, "a symbolic link"))
            return
        names = sorted(inside.name for inside in where.iterdir())
    except FileNotFoundError:
        return
    except OSError as error:
        yield _Listed(folder, "", diagnostic=_unreadable(folder, error))
        return
    for name in names:
        if name.startswith("."):
            continue
        path = f"{folder}/{name.encode('utf-8', 'replace').decode('utf-8')}"
        mode = (where / name).lstat().st_mode
        if stat.S_ISDIR(mode):
            yield _Listed(path, name, is_folder=True)
        elif stat.S_ISREG(mode):
            yield _Listed(path, name)
        else:
            yield _Listed(path, name, diagnostic=_link(path, "a symbolic link" if stat.S_ISLNK(mode) else "not a file"))


def _bytes(root: Path, path: str) -> bytes | Diagnostic:
    try:
        # Without O_NOFOLLOW a file could be exchanged for a link after it was listed.
        descriptor = os.open(root / path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0))
        with os.fdopen(descriptor, "rb") as file:
            data = file.read(LARGEST_FILE + 1)
            size = os.fstat(file.fileno()).st_size
    except OSError as error:
        return _unreadable(path, error)
    if len(data) > LARGEST_FILE:
        return Diagnostic(
            Place(path),
            "file-too-large",
            f"the file has {size:,} bytes; the limit is {LARGEST_FILE:,}",
            hint="split the file",
        )
    return data


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
            "text-control-character",
            f"the character {character_name(char)} is not allowed" + (f"; it occurs {count} times" * (count > 1)),
            hint="delete it, and type the text around it anew",
        )
        for offset, char, count in forbidden_characters(source.text)
    )
    if forbidden:
        return _Decoded(None, forbidden, source.text)
    loose = first_not_composed(source.text)
    if loose is None:
        return _Decoded(source, (), source.text)
    warning = Diagnostic(
        source.place(loose),
        "text-not-composed",
        "letters and accents are written apart here (not in Unicode's composed form, NFC)",
        hint="type the word anew, or save the file in the form NFC",
    )
    return _Decoded(source, (warning,), source.text)


def _not_utf8(path: str, data: bytes, offset: int) -> Diagnostic:
    before = data[:offset].decode("utf-8", "replace").replace("\r\n", "\n")
    line = before.count("\n") + 1
    column = len(before) - (before.rfind("\n") + 1) + 1
    return Diagnostic(
        Place(path, line, column),
        "file-encoding",
        f"the byte 0x{data[offset]:02x} is not UTF-8 text",
        hint="save the file as UTF-8 (in many editors: click the name of the encoding in the status bar)",
    )


def _unread(path: str) -> Diagnostic:
    suffix = PurePosixPath(path).suffix
    hint = "only `.yaml` files are read; rename it" if suffix.lower() in _MISREAD else "move or delete it"
    return Diagnostic(Place(path), "file-unread", f"nothing reads `{path}`", hint=hint)


def _link(path: str, what: str) -> Diagnostic:
    return Diagnostic(Place(path), "file-link", f"`{path}` is {what}", hint="put the file itself there")


def _unreadable(path: str, error: OSError) -> Diagnostic:
    reason = (error.strerror or type(error).__name__).lower()
    return Diagnostic(Place(path), "file-unreadable", f"`{path}` cannot be read: {reason}")


def _project_too_large(path: str) -> Diagnostic:
    return Diagnostic(
        Place(path),
        "file-too-large",
        f"from here on nothing is read: the limit is {MOST_FILES:,} files and {LARGEST_PROJECT:,} bytes in all",
        hint="split the glossary",
    )
