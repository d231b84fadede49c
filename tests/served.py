"""`hornbook serve` in a thread of a test, with what it said."""

import json
import threading
import time
import urllib.request
from pathlib import Path
from typing import Any

from hornbook.publish import Engine
from hornbook.serve import Voice, serve_project

PATIENCE = 30


class Server:
    """A running server and what it said."""

    def __init__(self, project: Path) -> None:
        self.project = project
        self.said: list[str] = []
        self.stop = threading.Event()
        voice = Voice(self.said.append, lambda result: (result.diagnostics, result.texts))
        self.thread = threading.Thread(target=serve_project, args=(project, Engine.MKDOCS, 0, voice, self.stop))
        self.thread.start()
        self.address = self.wait_for("The site is at ").split()[4].rstrip("/")

    def wait_for(self, words: str, after: int = 0) -> str:
        """The first line with these words, from the given number of lines on."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            for line in self.said[after:]:
                if words in line:
                    return line
            time.sleep(0.02)
        raise AssertionError(f"nobody said {words!r}: {self.said}")

    def state(self) -> dict[str, Any]:
        """What pages are told: the numbers of builds, and what the last one found."""
        return {**json.loads(self.get("/-/hornbook")), **json.loads(self.get("/-/hornbook/found"))}

    def end(self) -> None:
        self.stop.set()
        self.thread.join(PATIENCE)
        assert not self.thread.is_alive()

    def get(self, path: str) -> str:
        with urllib.request.urlopen(self.address + path, timeout=PATIENCE) as answer:
            body: bytes = answer.read()
            return body.decode()

    def edit(self, name: str, old: str, new: str) -> int:
        """Change a file; how much had been said before."""
        said = len(self.said)
        path = self.project / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")
        return said

    def builds(self) -> int:
        return sum("building again" in line for line in self.said)
