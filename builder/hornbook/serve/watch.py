"""The inputs of a project: what they hold, and when something of them changes."""

import hashlib
import os
import threading
from collections.abc import Iterator
from pathlib import Path

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from hornbook.publish import SETTINGS

WATCHED = ("glossary", "diagrams", "docs")
_READING = {"opened", "closed_no_write"}


def fingerprint(root: Path) -> str:
    """A digest of the names and contents of every input."""
    digest = hashlib.sha256()
    for path in (root / SETTINGS, *(path for folder in WATCHED for path in sorted(_files(root / folder)))):
        if path.is_file() and not path.is_symlink():
            try:
                content = path.read_bytes()
            except OSError:  # gone or unreadable for the moment; the next event tells
                continue
            digest.update(os.fsencode(path.relative_to(root)) + f"\0{len(content)}\0".encode() + content)
    return digest.hexdigest()


def _files(folder: Path) -> Iterator[Path]:
    if not folder.is_symlink():
        for inside, _, names in os.walk(folder):  # folders that vanish meanwhile are passed over
            yield from (Path(inside, name) for name in names)


class Watch:
    """Watches the inputs, and the project's folder itself for watched folders that come and go."""

    def __init__(self, root: Path) -> None:
        self.changed, self.folders_changed = threading.Event(), threading.Event()
        self._root = root
        self._observer = Observer()
        self.renew()
        self._observer.start()

    def renew(self) -> None:
        """Watch what is there now: a folder that was made anew is another one to the system."""
        self.folders_changed.clear()
        self._observer.unschedule_all()
        self._observer.schedule(_AtTop(self.changed, self.folders_changed), str(self._root), recursive=False)
        for folder in WATCHED:
            if (self._root / folder).is_dir():
                try:
                    self._observer.schedule(_Below(self.changed), str(self._root / folder), recursive=True)
                except FileNotFoundError:  # gone in this moment, which the project's folder reports
                    continue

    def end(self) -> None:
        """Watch no more."""
        self._observer.stop()
        self._observer.join()


class _Below(FileSystemEventHandler):
    """Reports every change in a watched folder."""

    def __init__(self, changed: threading.Event) -> None:
        self._changed = changed

    def on_any_event(self, event: FileSystemEvent) -> None:
        if event.event_type not in _READING:
            self._changed.set()


class _AtTop(FileSystemEventHandler):
    """Reports changes of the engine's settings and of the watched folders themselves, never of what a build writes."""

    def __init__(self, changed: threading.Event, folders_changed: threading.Event) -> None:
        self._changed, self._folders_changed = changed, folders_changed

    def on_any_event(self, event: FileSystemEvent) -> None:
        names = {Path(os.fsdecode(path)).name for path in (event.src_path, event.dest_path)}
        if event.event_type in _READING or not names & {SETTINGS, *WATCHED}:
            return
        if names & {*WATCHED} and event.event_type in {"created", "deleted", "moved"}:
            self._folders_changed.set()
        self._changed.set()
