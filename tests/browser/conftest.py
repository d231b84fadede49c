"""A real browser for the tests in this folder, and the finished sites that it reads.

Chromium is found by `HORNBOOK_CHROMIUM`, on the PATH, or as Playwright's own; without one, these tests are skipped,
unless `HORNBOOK_BROWSER_REQUIRED` is set.
"""

import os
import shutil
import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Error, Page, Request, Response, sync_playwright

from hornbook.publish import Engine
from tests.flagship import PREFIX, flagship_site

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MISSING = (
    "no Chromium was found: install Debian's `chromium`, run `playwright install chromium`, or name one with "
    "HORNBOOK_CHROMIUM"
)
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
ORIGIN = "http://127.0.0.1"


class Trouble(list[str]):
    """What went wrong on pages while they were read: errors in the console, failed requests, other hosts."""

    def watch(self, page: Page) -> None:
        """Note the trouble of one page from now on."""
        page.on("console", lambda message: self.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: self.append(str(error)))
        page.on("requestfailed", self._failed)
        page.on("request", self._asked)
        page.on("response", self._answered)

    def _failed(self, request: Request) -> None:
        if request.failure != "net::ERR_ABORTED":  # a page that was left while it loaded
            self.append(f"{request.url} failed: {request.failure}")

    def _asked(self, request: Request) -> None:
        if not request.url.startswith((f"{ORIGIN}:", "file:", "data:", "blob:", "about:")):
            self.append(f"{request.url} is on another host")

    def _answered(self, response: Response) -> None:
        if response.status >= 400:
            self.append(f"{response.url} answered {response.status}")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    named = os.environ.get("HORNBOOK_CHROMIUM")
    path = named or next(filter(None, map(shutil.which, NAMES)), None)
    with sync_playwright() as playwright:
        try:
            started = playwright.chromium.launch(executable_path=path, args=FLAGS)
        except Error:
            if named or "HORNBOOK_BROWSER_REQUIRED" in os.environ:
                raise
            pytest.skip(MISSING)
        yield started
        started.close()


@pytest.fixture(scope="session")
def made_by(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Engine], Path]:
    """The flagship's finished site, by engine."""
    shared = (
        tmp_path_factory.getbasetemp().parent if "PYTEST_XDIST_WORKER" in os.environ else tmp_path_factory.getbasetemp()
    )

    def made(engine: Engine) -> Path:
        folder = flagship_site(shared / "flagship", engine)
        assert folder.is_dir(), (folder.parent.parent / "diagnostics").read_text(encoding="utf-8")
        return folder

    return made


@pytest.fixture(scope="session")
def served(made_by: Callable[[Engine], Path]) -> Iterator[Callable[[Engine], str]]:
    """The address of the flagship's home page on a server of this machine, by engine."""
    servers: dict[Engine, ThreadingHTTPServer] = {}

    def address(engine: Engine) -> str:
        if engine not in servers:
            servers[engine] = _serve(made_by(engine).parent)
        return f"{ORIGIN}:{servers[engine].server_port}/{PREFIX}/"

    yield address
    for server in servers.values():
        server.shutdown()
        server.server_close()


@pytest.fixture(scope="session")
def home(served: Callable[[Engine], str]) -> str:
    """The address of the site that MkDocs makes."""
    return served(Engine.MKDOCS)


@pytest.fixture
def trouble() -> Iterator[Trouble]:
    found = Trouble()
    yield found
    assert list(dict.fromkeys(found)) == []


@pytest.fixture
def opened(browser: Browser, trouble: Trouble) -> Iterator[Callable[..., Page]]:
    """Opens an address in a context of its own, with Playwright's options; trouble on it fails the test."""
    contexts = []

    def open_page(address: str, **options: Any) -> Page:
        context = browser.new_context(**options)
        contexts.append(context)
        page = context.new_page()
        trouble.watch(page)
        page.goto(address)
        return page

    yield open_page
    for context in contexts:
        context.close()


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name of the overridden argument
        """Say nothing."""


def _serve(folder: Path) -> ThreadingHTTPServer:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server
