"""What `hornbook serve` shows in its pages: every mistake as text, until it is mended, also before there is a site."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.sample_copy import copy_of_sample
from tests.served import PATIENCE, Server

HOSTILE = "<img src=x onerror=alert(1)>"
GLOSSARY = "glossary/glossary.yaml"
TERM = "glossary/terms/kite.yaml"
MILLISECONDS = PATIENCE * 1000


ONLY, BROKEN = "note: Mentioned only.", "note: Mentioned **only."
"""A note, and one with a mark that is never closed: a warning."""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    running = Server(copy_of_sample(tmp_path_factory.mktemp("served") / "shapes"))
    yield running
    running.end()


@pytest.fixture(scope="module")
def page(browser: Browser, server: Server) -> Iterator[Page]:
    """One page that stays open the whole time."""
    with opened(browser, server) as page:
        expect(page.locator("h1")).to_contain_text("Kite", timeout=MILLISECONDS)
        yield page


@pytest.fixture
def warned(server: Server) -> Iterator[Server]:
    """The server while the site has a warning."""
    server.wait_for("Built:", server.edit(TERM, ONLY, BROKEN))
    yield server
    server.wait_for("Built:", server.edit(TERM, BROKEN, ONLY))


@contextmanager
def opened(browser: Browser, server: Server) -> Iterator[Page]:
    """A page of a term, in a window as wide as a phone."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, color_scheme="dark")
    page = context.new_page()
    page.set_default_timeout(MILLISECONDS)
    page.goto(f"{server.address}/terms/kite/")
    yield page
    context.close()


@pytest.fixture
def failing(tmp_path: Path) -> Iterator[Server]:
    """A server whose first build fails."""
    project = copy_of_sample(tmp_path / "shapes")
    with (project / GLOSSARY).open("a", encoding="utf-8") as file:
        file.write("strange: 1\n")
    running = Server(project)
    yield running
    running.end()


def test_what_stops_the_first_build_is_shown_and_the_site_appears_once_it_is_mended(
    browser: Browser, failing: Server
) -> None:
    with opened(browser, failing) as page:
        expect(page.locator("h1")).to_have_text("There is no site yet")
        expect(page.locator("#hornbook-found summary")).to_have_text("1 error · Not built.")
        expect(page.locator("#hornbook-found")).to_have_attribute("data-dark", "")
        expect(page.locator("#hornbook-found li.error .place")).to_contain_text(f"{GLOSSARY}:")
        assert page.locator("#hornbook-found a").count() == 0, "there is no page yet that a code could lead to"
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
        failing.edit(GLOSSARY, "strange: 1\n", "")
        expect(page.locator("h1")).to_contain_text("Kite", timeout=MILLISECONDS)
        expect(page.locator("#hornbook-found details")).to_have_count(0)
        expect(page.locator("#hornbook-found[data-dark]")).to_have_count(0)  # the site’s own scheme counts
        page.evaluate("document.body.dataset.mdColorScheme = 'slate'")
        expect(page.locator("#hornbook-found[data-dark]")).to_have_count(1)


def test_mistakes_are_shown_as_text_above_the_page_and_folded_with_the_keyboard_until_they_are_mended(
    server: Server, page: Page
) -> None:
    page.goto(f"{server.address}/terms/kite/")
    server.edit(TERM, "kind: concept", f'kind: "{HOSTILE}"')
    panel = page.locator("#hornbook-found details")
    expect(panel).to_have_attribute("open", "", timeout=MILLISECONDS)
    expect(panel.locator("summary")).to_have_text("1 error · Not built. This page is of the last good build.")
    expect(panel.locator(".what")).to_contain_text(HOSTILE)
    expect(panel.locator(".hint")).to_contain_text("Hint: ")
    expect(page.locator("#hornbook-found [role=status]")).to_have_text("The last build found: 1 error.")
    assert panel.locator("img").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    link = panel.locator("a")
    assert page.request.get(server.address + "/contribute/codes/").ok
    assert link.get_attribute("href") == f"/contribute/codes/#{link.text_content()}"
    room = "parseFloat(getComputedStyle(document.body).paddingBottom)"
    assert page.evaluate(room) >= page.locator("#hornbook-found").bounding_box()["height"] - 1  # type: ignore[index]
    summary = panel.locator("summary")
    panel.locator(".list").focus()
    page.keyboard.press("Escape")
    expect(panel).not_to_have_attribute("open", "")
    expect(summary).to_be_focused()
    page.keyboard.press("Enter")
    expect(panel).to_have_attribute("open", "")
    server.edit(TERM, f'kind: "{HOSTILE}"', "kind: concept")
    expect(panel).to_have_count(0, timeout=MILLISECONDS)


def test_what_stops_no_build_is_counted_and_folded(warned: Server, page: Page) -> None:
    page.goto(f"{warned.address}/terms/kite/")
    panel = page.locator("#hornbook-found details")
    expect(panel.locator("summary")).to_have_text("1 warning · Built.", timeout=MILLISECONDS)
    expect(panel).not_to_have_attribute("open", "")
    expect(panel).to_be_visible()


def test_where_there_is_no_page_the_panel_is_shown_too(warned: Server, page: Page) -> None:
    answer = page.goto(f"{warned.address}/terms/none/")
    assert answer is not None
    assert answer.status == 404
    expect(page.locator("h1")).to_have_text("There is no page here")
    expect(page.locator("#hornbook-found summary")).to_be_visible()
