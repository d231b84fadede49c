"""Moving from page to page puts the new content into the page that is open, with each of the three engines.

The sites are read at the address that they are published at. On a machine of one's own Material loads whole pages:
it holds links against the site map, whose addresses have no port. Zensical sees through that.
"""

import json
import mimetypes
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from hornbook.publish import Engine, read_tree
from tests.flagship import PREFIX
from tests.test_engines import addresses_of, mapped_by, places_of

Open = Callable[..., Page]

PUBLISHED = f"https://example.org/{PREFIX}/"
MARK = "window.stays = true"
"""Run in a page: the mark goes when a page is loaded as a whole."""


@pytest.fixture(params=list(Engine))
def published(
    request: pytest.FixtureRequest, made_by: Callable[[Engine], Path], browser: Browser
) -> Iterator[Callable[[str], Page]]:
    """Opens a page of the flagship at its own address; errors in it fail the test."""
    site = made_by(request.param)
    troubles: list[str] = []

    def answer(route: Route) -> None:
        path = urlsplit(route.request.url).path.removeprefix(f"/{PREFIX}/")
        file = site / path / "index.html" if path.endswith("/") or not path else site / path
        if not route.request.url.startswith(PUBLISHED) or not file.is_file():
            troubles.append(f"{route.request.url} is not there")
            route.abort()
            return
        kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        route.fulfill(body=file.read_bytes(), content_type=kind)

    context = browser.new_context()
    context.route("**/*", answer)

    def open_page(address: str) -> Page:
        page = context.new_page()
        page.on("console", lambda message: troubles.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: troubles.append(str(error)))
        page.goto(PUBLISHED + address)
        page.wait_for_load_state("networkidle")  # the site map is there
        page.evaluate(MARK)
        return page

    yield open_page
    context.close()
    assert troubles == []


def stayed(page: Page) -> bool:
    """Whether the page is still the one that was opened, whatever it shows now."""
    return bool(page.evaluate("window.stays === true"))


def heading(page: Page, words: str) -> None:
    expect(page.locator("article h1")).to_contain_text(words)


def test_moving_on_swaps_the_content_and_going_back_brings_it_again(published: Callable[[str], Page]) -> None:
    page = published("")
    page.locator(".md-tabs").get_by_role("link", name="Sources").click()
    heading(page, "Sources")
    assert page.url == f"{PUBLISHED}sources/"
    page.locator("article").get_by_role("link", name=re.compile("Clarifying inner alignment")).first.click()
    heading(page, "Clarifying inner alignment terminology")
    page.locator(".md-tabs").get_by_role("link", name="Questions").click()
    heading(page, "Questions")
    assert page.title().startswith("Questions")
    page.go_back()
    heading(page, "Clarifying inner alignment terminology")
    page.go_back()
    heading(page, "Sources")
    assert stayed(page)


def test_structured_data_changes_with_the_page_and_is_not_run(published: Callable[[str], Page]) -> None:
    page = published("terms/")
    for term, name in (("inner-alignment", "Inner alignment"), ("outer-alignment", "Outer alignment")):
        page.locator(f"article a[href$='{term}/']:visible").first.click()
        heading(page, name)
        (data,) = page.locator("head script[type='application/ld+json']").all_text_contents()
        assert json.loads(data)["@id"] == f"{PUBLISHED}terms/{term}/"
        page.go_back()
        heading(page, "Terms")
    assert page.locator("script[type='application/ld+json']").count() == 0
    assert stayed(page)


def test_the_quiz_s_script_runs_on_a_page_that_was_swapped_in(published: Callable[[str], Page]) -> None:
    page = published("faq/")
    for _ in range(2):
        page.locator("nav a[href$='quiz/']:visible").first.click()
        heading(page, "Quiz")
        yours = page.locator("[data-kb-yours]").first
        assert yours.get_attribute("hidden") is not None
        page.locator("form[data-kb-quiz] input[type=radio]").first.check()
        assert yours.get_attribute("hidden") is None
        page.locator("nav a[href$='faq/']:visible").first.click()
        heading(page, "Questions")
    assert stayed(page)


def test_links_in_drawings_lead_on_and_do_not_end_the_swapping(published: Callable[[str], Page]) -> None:
    page = published("terms/")
    page.locator("article a[href$='inner-alignment/']:visible").first.click()
    heading(page, "Inner alignment")
    assert stayed(page)
    drawn = page.locator("article figure svg a[data-term='objective-robustness']:visible").first
    assert drawn.get_attribute("href") is None  # Material's script fails on links in drawings that have one
    drawn.click()
    heading(page, "Objective robustness")
    assert page.url == f"{PUBLISHED}terms/objective-robustness/"
    page.wait_for_load_state("networkidle")
    page.evaluate(MARK)  # engines leave links in drawings to the browser
    page.locator(".md-tabs").get_by_role("link", name="Sources").click()
    heading(page, "Sources")
    assert stayed(page)


def test_a_link_to_a_place_in_another_page_shows_the_place(published: Callable[[str], Page]) -> None:
    page = published("sources/")
    page.evaluate(f"""() => {{
      const link = document.querySelector("article a[href*='sources/']");
      link.href = "{PUBLISHED}terms/inner-alignment/#history";
      link.click();
    }}""")
    heading(page, "Inner alignment")
    expect(page.locator("#history")).to_be_in_viewport()
    assert page.url.endswith("#history")
    assert stayed(page)


@pytest.mark.parametrize("engine", list(Engine))
def test_on_a_machine_of_one_s_own_every_link_works(
    served: Callable[[Engine], str], opened: Open, engine: Engine
) -> None:
    page = opened(served(engine))
    page.wait_for_load_state("networkidle")
    page.evaluate(MARK)
    page.locator(".md-tabs").get_by_role("link", name="Terms").click()
    heading(page, "Terms")
    page.locator("article a[href$='inner-alignment/']:visible").first.click()
    heading(page, "Inner alignment")
    page.go_back()
    heading(page, "Terms")
    assert stayed(page) or engine is not Engine.ZENSICAL


def test_the_three_sites_have_the_same_pages_and_the_same_places_in_them(made_by: Callable[[Engine], Path]) -> None:
    first, *others = (_read(made_by(engine)) for engine in Engine)
    for other in others:
        assert addresses_of(other) == addresses_of(first)
        assert mapped_by(other) == mapped_by(first)
        assert places_of(other) == places_of(first)


def _read(folder: Path) -> dict[str, bytes]:
    files = read_tree(folder)
    assert isinstance(files, dict)
    return files
