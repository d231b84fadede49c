"""Finished sites, one per engine, each built once in a run of the tests and shown by a server of this machine."""

import re
import threading
import time
from collections.abc import Callable
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Frame, Page

from hornbook.load import load
from hornbook.production import build_site
from hornbook.publish import Engine
from tests.sample_copy import copy_of_sample

ORIGIN = "http://127.0.0.1"
STOP_WORDS = ("If", "For", "Not", "While")
"""What searches like to leave out."""
REPOSITORY = "https://github.com/me/shapes/edit/main/"
WITH_SPELLINGS = "Misshapen board"
"""A name that can be written with one more hyphen."""


class Sites:
    """The sites of one project, by engine; the workers of a run share them."""

    def __init__(self, project: Path, shared: Path) -> None:
        """`shared` is a folder that all workers know."""
        knowledge = load(project).knowledge
        assert knowledge is not None
        self.knowledge = knowledge
        self.published = knowledge.glossary.site_url
        self._project = project
        self._shared = shared
        self._path = urlsplit(self.published).path
        self._servers: dict[Engine, ThreadingHTTPServer] = {}

    def folder(self, engine: Engine) -> Path:
        """The finished site."""
        return once(self._root(engine), partial(self._build, engine)) / self._path.strip("/")

    def address(self, engine: Engine) -> str:
        """The address of the home page, at its own path on a server of this machine."""
        if engine not in self._servers:
            self.folder(engine)
            self._servers[engine] = serve(self._root(engine))
        return f"{ORIGIN}:{self._servers[engine].server_port}{self._path}"

    def close(self) -> None:
        """Stop the servers."""
        for server in self._servers.values():
            server.shutdown()
            server.server_close()

    def _root(self, engine: Engine) -> Path:
        return self._shared / f"served-{engine}"

    def _build(self, engine: Engine, root: Path) -> None:
        root.mkdir(parents=True)
        result = build_site(self._project, engine, root / self._path.strip("/"))
        assert result.site is not None, "\n".join(map(str, result.diagnostics))


def once(folder: Path, make: Callable[[Path], None]) -> Path:
    """The folder that `make` makes: whoever asks first makes it, other workers wait until it is done or has failed."""
    done = folder.with_name(f"{folder.name}.done")
    folder.parent.mkdir(parents=True, exist_ok=True)
    try:
        folder.with_name(f"{folder.name}.begun").mkdir()
    except FileExistsError:
        while not done.exists():
            time.sleep(0.2)
    else:
        try:
            make(folder)
        finally:
            done.touch()
    assert folder.is_dir(), f"{folder} could not be made"
    return folder


def sample_with_words(project: Path) -> None:
    """The sample on GitHub, a word in it that applies only under something, and terms that are hard to find."""
    copy_of_sample(project)
    glossary = project / "glossary/glossary.yaml"
    written = glossary.read_text(encoding="utf-8")
    glossary.write_text(re.sub("(?m)^repository: .*$", f"repository: {REPOSITORY}", written), encoding="utf-8")
    plane = project / "glossary/frameworks/plane.yaml"
    written = plane.read_text(encoding="utf-8")
    plane.write_text(written.replace("choices:", "presupposes: {upright: [not round]}\nchoices:"), encoding="utf-8")
    for number, label in enumerate((*STOP_WORDS, WITH_SPELLINGS)):
        (project / f"glossary/terms/{page_of(label)}.yaml").write_text(
            f"label: {label}\nkind: concept\nshort: Number {number} of a list.\nunused: Hard to find.\n",
            encoding="utf-8",
        )


def page_of(label: str) -> str:
    """The id of a term that was added."""
    return f"called-{label.lower().replace(' ', '-')}"


class _Quiet(SimpleHTTPRequestHandler):
    def end_headers(self) -> None:
        """Let other sites read what is asked for, as hosts of open pages do."""
        self.send_header("Access-Control-Allow-Origin", "*")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name of the overridden argument
        """Say nothing."""


def serve(folder: Path) -> ThreadingHTTPServer:
    """A server of this machine that shows a folder."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server


def wait_until(frame: Frame | Page, expression: str) -> None:
    """Wait until an expression is true; Playwright's own wait makes a program of it, which policies forbid."""
    for _ in range(200):
        if frame.evaluate(f"Boolean({expression})"):
            return
        frame.wait_for_timeout(50)
    raise AssertionError(expression)
