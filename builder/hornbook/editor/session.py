"""The projects that an editor has open: unsaved texts, and one examination after another in a thread of its own."""

import asyncio
import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from hornbook.editor.project import Examined, look, root_of

LOG = logging.getLogger("hornbook.editor")
PAUSE = 0.2
"""Seconds without a change after which a project is examined."""


@dataclass(slots=True, eq=False)
class OpenProject:
    """A project, with what is open of it."""

    root: Path
    unsaved: dict[str, str] = field(default_factory=dict)
    """By path."""
    addresses: dict[str, str] = field(default_factory=dict)
    """By path, as the editor writes those of its files."""
    changes: int = 0
    """How often something changed."""
    examined: Examined | None = None
    at: int = -1
    """The number of changes that were there when it was examined."""
    told: frozenset[str] = frozenset()
    """The files of which mistakes were told."""
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)

    def uri(self, path: str) -> str:
        """The address of a file."""
        return self.addresses.get(path) or (self.root / path).as_uri()


class Session:
    """All open projects; `tell` is called after each examination."""

    def __init__(self, tell: Callable[[OpenProject, Examined], None]) -> None:
        """Begin with no project."""
        self._tell = tell
        self._worker = ThreadPoolExecutor(1, "hornbook")
        self._waiting: set[asyncio.Task[None]] = set()
        self.projects: dict[Path, OpenProject] = {}

    def project_of(self, file: Path) -> tuple[OpenProject, str] | None:
        """The project of a file, or of a folder, and the path of the file in it."""
        root = root_of(file)
        if root is None:
            return None
        return self.projects.setdefault(root, OpenProject(root)), file.relative_to(root).as_posix()

    def write(self, file: Path, uri: str, text: str) -> None:
        """Take the text of a file that is open; the mistakes are told once nothing has changed for a while."""
        found = self.project_of(file)
        if found is not None:
            project, path = found
            project.unsaved[path] = text
            project.addresses[path] = uri
            self.change(project)

    def close(self, file: Path) -> None:
        """Go back to what the disk has of a file."""
        found = self.project_of(file)
        if found is not None:
            project, path = found
            project.unsaved.pop(path, None)
            self.change(project)

    def change(self, project: OpenProject) -> None:
        """Note that something changed, and examine the project after a pause."""
        project.changes += 1
        task = asyncio.get_running_loop().create_task(self._after_pause(project, project.changes))
        self._waiting.add(task)
        task.add_done_callback(self._waiting.discard)

    async def current(self, project: OpenProject) -> Examined:
        """What is found in a project as it is now."""
        async with project.lock:
            if project.examined is None or project.at != project.changes:
                now, unsaved = project.changes, dict(project.unsaved)
                loop = asyncio.get_running_loop()
                examined = await loop.run_in_executor(self._worker, look, project.root, unsaved, project.examined)
                project.examined, project.at = examined, now
                self._tell(project, examined)
            return project.examined

    async def last(self, project: OpenProject) -> Examined:
        """What was found the last time, which need not wait for what is being written."""
        return project.examined if project.examined is not None else await self.current(project)

    def end(self) -> None:
        """Let nothing more begin."""
        self._worker.shutdown(wait=False, cancel_futures=True)

    async def _after_pause(self, project: OpenProject, now: int) -> None:
        await asyncio.sleep(PAUSE)
        if project.changes == now:
            try:
                await self.current(project)
            except Exception:
                LOG.exception("the project in %s could not be examined", project.root)
