"""The vocabulary that a command, a page or a notebook asks: a kept copy of a published one, or a project's own."""

import os
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from hornbook.addresses import drawing_files, framework_address, term_address, view_address
from hornbook.diagnostics import Diagnostic, Place
from hornbook.lint import Against, against
from hornbook.load import Loaded, load
from hornbook.load.foreign import LINT_UNREAD, READ, read_foreign_text
from hornbook.load.outside import OUTSIDE_CHANGED, OUTSIDE_DAMAGED, OUTSIDE_MISSING, DamagedError, digest
from hornbook.load.published import published_of
from hornbook.load.text import FILE_TOO_LARGE, LARGEST_FILE, unreadable
from hornbook.model import Chain, KnowledgeBase, View
from hornbook.model.foreign import ForeignText
from hornbook.model.published import Published
from hornbook.pages.whose import whose

LARGEST_COPY = 67_108_864
"""Bytes."""
_PART = re.compile(r"[\w-][\w.-]*(?:/[\w-][\w.-]*)*", re.ASCII)


@dataclass(frozen=True, slots=True)
class Opened:
    """A vocabulary that can be asked, or what is wrong with it."""

    against: Against | None
    diagnostics: tuple[Diagnostic, ...] = ()
    loaded: Loaded | None = None
    """Of a project, its files."""


def open_copy(path: Path, name: str | None = None, sha256: str | None = None) -> Opened:
    """A kept copy of `api/v1/glossary.json`; it must have this SHA-256 where one is given.

    Parts of a large one are kept beside it, at their own relative addresses, and held against the hashes that it gives.
    `name` is how messages call the file. Hashes are those of the text with line feeds.
    """
    called = name or path.as_posix()
    try:
        text = _copied(path)
        kept = digest(text)
        if sha256 is not None and sha256.lower() != kept:
            message = f"the kept copy has the SHA-256 `{kept}`, not `{sha256[:80]}`"
            hint = "put back the copy that was fetched; or look at what changed, and write its new hash"
            return _refused(Diagnostic(Place(called), OUTSIDE_CHANGED, message, hint=hint))
        return Opened(against(published_of(text, called, lambda url: _part(path.parent, url))))
    except OSError as error:
        message = f"there is no copy of a glossary here: {error.strerror or error}"
        hint = "fetch `api/v1/glossary.json` from the site of the glossary, and keep it beside your texts"
        return _refused(Diagnostic(Place(called), OUTSIDE_MISSING, message, hint=hint))
    except DamagedError as error:
        hint = "fetch it again, with its parts, as the glossary publishes it at `api/v1/glossary.json`"
        message = f"the kept copy of a glossary: its data {error}"
        return _refused(Diagnostic(Place(called), OUTSIDE_DAMAGED, message, hint=hint))


def _copied(path: Path) -> str:
    """The text of a kept file. Raises OSError and DamagedError."""
    with path.open("rb") as file:
        data = file.read(LARGEST_COPY + 1)
    if len(data) > LARGEST_COPY:
        raise DamagedError(f"have more than {LARGEST_COPY:,} bytes, which is the limit")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise DamagedError("are not written in UTF-8") from None


def _part(folder: Path, url: str) -> str:
    """A part that is kept below the folder of the whole. Raises DamagedError."""
    if _PART.fullmatch(url) is None or ".." in url:
        raise DamagedError(f"have a part at `{url[:80]}`, which is no place beside them")
    try:
        return _copied(folder / url)
    except OSError:
        raise DamagedError(f"have a part `{url}` that is not kept beside them") from None


def open_project(root: Path, reading: Callable[[Path], Loaded] = load) -> Opened:
    """A project's own vocabulary."""
    loaded = reading(root)
    if loaded.knowledge is None:
        return Opened(None, loaded.diagnostics, loaded)
    return Opened(against(as_published(loaded.knowledge)), (), loaded)


def texts_below(path: Path) -> Iterator[Path]:
    """A file itself; of a folder all texts that can be read, in the order of their paths, but for hidden folders."""
    if not path.is_dir():
        yield path
        return
    for folder, folders, files in os.walk(path):
        folders[:] = sorted(one for one in folders if not one.startswith(".") and one != "node_modules")
        yield from (Path(folder) / one for one in sorted(files) if Path(one).suffix.lower() in READ)


@dataclass(frozen=True, slots=True)
class ReadFile:
    """A file of another project, and what is wrong with it as a whole."""

    text: str
    foreign: ForeignText
    diagnostics: tuple[Diagnostic, ...] = ()


def read_foreign_file(path: Path, name: str) -> ReadFile:
    """Read a file that `name` calls in messages; empty, with the reason, where it cannot be read."""
    wrong: Diagnostic | None = None
    data, text = b"", ""
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST_FILE + 1)
    except OSError as error:
        wrong = unreadable(name, error)
    if len(data) > LARGEST_FILE:
        wrong = Diagnostic(Place(name), FILE_TOO_LARGE, f"the file has more than {LARGEST_FILE:,} bytes, the limit")
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        wrong = Diagnostic(Place(name), LINT_UNREAD, f"the byte 0x{data[error.start]:02x} is not UTF-8 text")
    if wrong is not None:
        return ReadFile("", ForeignText(path=name), (wrong,))
    return ReadFile(text, *read_foreign_text(name, text))


def as_published(knowledge: KnowledgeBase) -> Published:
    """A knowledge base with the addresses that its pages have once they are published."""
    site = f"{knowledge.glossary.site_url.rstrip('/')}/"
    pictures: dict[str, View | Chain] = {**knowledge.views, **knowledge.chains}
    drawn = {name: [one for one in drawing_files(knowledge, name) if one.endswith(".svg")] for name in pictures}
    return Published(
        knowledge=knowledge,
        version=max((change.date for change in knowledge.changes), default=""),
        pages={
            "term": {name: site + term_address(name) for name in knowledge.terms},
            "framework": {name: site + framework_address(name) for name in knowledge.frameworks},
            "view": {name: site + view_address(name) for name in pictures},
        },
        drawings={name: site + files[0] for name, files in drawn.items() if files},
        titles={name: one.title for name, one in pictures.items()},
        whose={name: said for name, term in knowledge.terms.items() if (said := whose(knowledge, term))},
        former={old: term.id for term in knowledge.terms.values() for old in term.was},
    )


def _refused(found: Diagnostic) -> Opened:
    return Opened(None, (found,))
