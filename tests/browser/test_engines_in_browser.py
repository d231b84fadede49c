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

from hornbook.model import Term
from hornbook.publish import Engine, read_tree
from tests.browser.sites import Sites
from tests.test_engines import addresses_of, mapped_by, places_of

Open = Callable[..., Page]

MARK = "window.stays = true"
"""Run in a page: the mark goes when a page is loaded as a whole."""


@pytest.fixture(params=list(Engine))
def published(request: pytest.FixtureRequest, flagship: Sites, browser: Browser) -> Iterator[Callable[[str], Page]]:
    """Opens a page of the flagship at its own address; errors in it fail the test."""
    site = flagship.folder(request.param)
    troubles: list[str] = []

    def answer(route: Route) -> None:
        path = urlsplit(route.request.url.removeprefix(flagship.published)).path
        file = site / path / "index.html" if path.endswith("/") or not path else site / path
        if not route.request.url.startswith(flagship.published) or not file.is_file():
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
        page.goto(flagship.published + address)
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


def to(page: Page, address: str) -> None:
    """Follow the site's own navigation, or else the page."""
    page.locator(f"nav a[href$='{address}']:visible, article a[href$='{address}']:visible").first.click()


def into(page: Page, record: str) -> None:
    """Follow the list of the page to a record."""
    page.locator(f"article a[href$='/{record}/']:visible, article a[href='{record}/']:visible").first.click()


@pytest.fixture
def drawn(flagship: Sites, page_of: Callable[[str], str]) -> tuple[Term, Term]:
    """The term with the largest page, and another that is drawn there."""
    knowledge = flagship.knowledge
    first = knowledge.terms[page_of("term").rstrip("/").rpartition("/")[2]]
    page = (flagship.folder(Engine.MKDOCS) / f"terms/{first.id}/index.html").read_text(encoding="utf-8")
    others = re.findall(
        r'<a(?: [\w-]+="[^"]*")*? data-term="([^"]+)"', "".join(re.findall(r"<svg.*?</svg>", page, re.DOTALL))
    )
    return first, knowledge.terms[next(other for other in others if other != first.id)]


def test_moving_on_swaps_the_content_and_going_back_brings_it_again(
    published: Callable[[str], Page], flagship: Sites
) -> None:
    source = next(iter(flagship.knowledge.sources.values()))
    page = published("")
    to(page, "sources/")
    heading(page, "Sources")
    assert page.url == f"{flagship.published}sources/"
    into(page, source.id)
    heading(page, source.title)
    to(page, "faq/")
    heading(page, "Questions")
    assert page.title().startswith("Questions")
    page.go_back()
    heading(page, source.title)
    page.go_back()
    heading(page, "Sources")
    assert stayed(page)


def test_structured_data_changes_with_the_page_and_is_not_run(
    published: Callable[[str], Page], flagship: Sites, drawn: tuple[Term, Term]
) -> None:
    def told() -> str:
        (data,) = page.locator("head script[type='application/ld+json']").all_text_contents()
        return str(json.loads(data)["@id"])

    page = published("terms/")
    whole = told()
    for term in drawn:
        into(page, term.id)
        heading(page, term.label)
        assert told() == f"{flagship.published}terms/{term.id}/" != whole
        page.go_back()
        heading(page, "Terms")
        assert told() == whole
    assert stayed(page)


def test_the_quiz_s_script_runs_on_a_page_that_was_swapped_in(
    published: Callable[[str], Page], flagship: Sites
) -> None:
    if not flagship.knowledge.questions:
        pytest.skip("there is no quiz")
    page = published("faq/")
    for _ in range(2):
        to(page, "quiz/")
        heading(page, "Quiz")
        yours = page.locator("[data-kb-yours]").first
        assert yours.get_attribute("hidden") is not None
        page.locator("form[data-kb-quiz] input[type=radio]").first.check()
        assert yours.get_attribute("hidden") is None
        to(page, "faq/")
        heading(page, "Questions")
    assert stayed(page)


def test_links_in_drawings_lead_on_and_do_not_end_the_swapping(
    published: Callable[[str], Page], flagship: Sites, drawn: tuple[Term, Term]
) -> None:
    term, other = drawn
    page = published("terms/")
    into(page, term.id)
    heading(page, term.label)
    assert stayed(page)
    link = page.locator(f"article figure svg a[data-term='{other.id}']:visible").first
    assert link.get_attribute("href") is None  # Material's script fails on links in drawings that have one
    link.click()
    heading(page, other.label)
    assert page.url == f"{flagship.published}terms/{other.id}/"
    page.wait_for_load_state("networkidle")
    page.evaluate(MARK)  # engines leave links in drawings to the browser
    to(page, "sources/")
    heading(page, "Sources")
    assert stayed(page)


def test_a_link_to_a_place_in_another_page_shows_the_place(
    published: Callable[[str], Page], flagship: Sites, drawn: tuple[Term, Term]
) -> None:
    address = f"{flagship.published}terms/{drawn[0].id}/#cite"
    page = published("sources/")
    page.evaluate(f"""() => {{
      const link = document.querySelector("article a[href*='sources/']");
      link.href = "{address}";
      link.click();
    }}""")
    heading(page, drawn[0].label)
    expect(page.locator("#cite")).to_be_in_viewport()
    assert page.url == address
    assert stayed(page)


@pytest.mark.parametrize("engine", list(Engine))
def test_on_a_machine_of_one_s_own_every_link_works(
    flagship: Sites, opened: Open, engine: Engine, drawn: tuple[Term, Term]
) -> None:
    page = opened(flagship.address(engine))
    page.wait_for_load_state("networkidle")
    page.evaluate(MARK)
    to(page, "terms/")
    heading(page, "Terms")
    into(page, drawn[0].id)
    heading(page, drawn[0].label)
    page.go_back()
    heading(page, "Terms")
    assert stayed(page) or engine is not Engine.ZENSICAL


def test_the_three_sites_have_the_same_pages_and_the_same_places_in_them(flagship: Sites) -> None:
    first, *others = (_read(flagship.folder(engine)) for engine in Engine)
    for other in others:
        assert addresses_of(other) == addresses_of(first)
        assert mapped_by(other) == mapped_by(first)
        assert places_of(other) == places_of(first)


def _read(folder: Path) -> dict[str, bytes]:
    files = read_tree(folder)
    assert isinstance(files, dict)
    return files
