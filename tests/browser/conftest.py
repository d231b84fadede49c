"""A real browser for the tests in this folder, and the finished sites that it reads.

Chromium is found by `HORNBOOK_CHROMIUM`, on the PATH, or as Playwright's own; without one, these tests are skipped,
unless `HORNBOOK_BROWSER_REQUIRED` is set.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Error, Page, Request, Response, sync_playwright

from hornbook.publish import Engine
from tests.browser.kinds import page_of_kind
from tests.browser.sites import ORIGIN, Sites, once, sample_with_words, serve
from tests.where import FLAGSHIP

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MISSING = (
    "no Chromium was found: install Debian's `chromium`, run `playwright install chromium`, or name one with "
    "HORNBOOK_CHROMIUM"
)
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]


class Trouble(list[str]):
    """What went wrong on pages while they were read: errors in the console, failed requests, other hosts."""

    def watch(self, page: Page) -> None:
        """Note the trouble of one page from now on."""
        page.on("console", self._said)
        page.on("pageerror", lambda error: self.append(str(error)))
        page.on("requestfailed", self._failed)
        page.on("request", self._asked)
        page.on("response", self._answered)

    def _said(self, message: ConsoleMessage) -> None:
        # The page that leads on from a former address names no icon, so the browser may ask for the usual one.
        if message.type == "error" and not message.location["url"].endswith("/favicon.ico"):
            self.append(message.text)

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
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that the workers of a run have in common."""
    own = tmp_path_factory.getbasetemp()
    return (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / "sites"


@pytest.fixture(scope="session")
def flagship(shared: Path) -> Iterator[Sites]:
    """The sites of this repository's own content: what is true of every page of them, whatever it says."""
    sites = Sites(FLAGSHIP, shared / "flagship")
    yield sites
    sites.close()


@pytest.fixture(scope="session")
def sample(shared: Path) -> Iterator[Sites]:
    """The sites of the sample, in which tests may name what they want."""
    sites = Sites(once(shared / "sample" / "project", sample_with_words), shared / "sample")
    yield sites
    sites.close()


@pytest.fixture(scope="session")
def page_of(flagship: Sites) -> Callable[[str], str]:
    """The address of the largest page of a kind, on the flagship's site that MkDocs makes."""
    return lambda kind: (
        flagship.address(Engine.MKDOCS) + page_of_kind(kind, flagship.knowledge, flagship.folder(Engine.MKDOCS))
    )


@pytest.fixture(scope="session")
def home(sample: Sites) -> str:
    """The address of the sample's site that MkDocs makes."""
    return sample.address(Engine.MKDOCS)


@pytest.fixture
def hosted(tmp_path: Path) -> Iterator[Callable[[str], str]]:
    """The address of a page of somebody else's, at another origin than the sites."""
    server = serve(tmp_path)

    def host(page: str) -> str:
        (tmp_path / "post.html").write_text(page, encoding="utf-8")
        return f"{ORIGIN}:{server.server_port}/post.html"

    yield host
    server.shutdown()
    server.server_close()


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
