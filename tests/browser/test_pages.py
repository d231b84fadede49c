"""Every kind of page: without barriers, without errors, within its window, and still while it loads."""

from collections.abc import Callable
from importlib.resources import files
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.kinds import KINDS
from tests.browser.sites import wait_until

Open = Callable[..., Page]
PageOf = Callable[[str], str]

FAQ = "faq/what-makes-a-square/"  # of the sample

AXE = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
DEVICES: dict[str, dict[str, Any]] = {
    "light": {"color_scheme": "light"},
    "dark": {"color_scheme": "dark"},
    "phone": {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True},
}
WIDTHS = (320, 480, 768, 1024, 1440, 1920)

WATCH_SHIFTS = """
window.shifted = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifted += entry.value;
}).observe({type: "layout-shift", buffered: true});
"""


def violations(page: Page) -> list[str]:
    """What axe-core finds on the whole page, each with the elements that it is about."""
    page.evaluate(AXE)
    found = page.evaluate("axe.run({resultTypes: ['violations']})")["violations"]
    return [f"{one['id']}: {[node['target'] for node in one['nodes']][:4]}" for one in found]


@pytest.mark.parametrize("device", DEVICES)
@pytest.mark.parametrize("kind", KINDS)
def test_nobody_meets_a_barrier(page_of: PageOf, opened: Open, kind: str, device: str) -> None:
    page = opened(page_of(kind), **DEVICES[device])
    page.wait_for_load_state("networkidle")
    assert violations(page) == []


@pytest.mark.parametrize("device", DEVICES)
def test_nobody_meets_a_barrier_where_something_is_open(home: str, opened: Open, device: str) -> None:
    page = opened(home + "diagrams/by-definition/#holds=rectangle,rhombus", **DEVICES[device])
    assert violations(page) == []
    page.goto(home + "explore/plane/#holds=rhombus&goal=!upright")
    page.locator("[data-kb-part=situations] > summary").click()
    page.locator("[data-kb-examples]").get_by_role("button", name="Why?").click()
    assert violations(page) == []
    page.goto(home + FAQ)
    for summary in page.locator("article summary:visible").all():
        summary.click()
    page.locator(".kb-answer a").first.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    page.wait_for_timeout(300)
    assert violations(page) == []


@pytest.mark.parametrize("kind", KINDS)
def test_no_page_is_wider_than_its_window(page_of: PageOf, opened: Open, kind: str) -> None:
    page = opened(page_of(kind))
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        # the theme's search box glides to its new place
        wait_until(page, f"document.documentElement.scrollWidth <= {width}")


def test_what_stands_in_the_table_of_fields_stays_in_its_cell(home: str, opened: Open) -> None:
    page = opened(home + "contribute/fields/")
    page.evaluate("document.querySelectorAll('article details').forEach((one) => { one.open = true })")
    cells = page.locator(".kb-fields :is(th, td)")
    wider = "all => all.filter((one) => one.scrollWidth > one.clientWidth + 1).map((one) => one.innerText)"
    for width in (360, 1180):
        page.set_viewport_size({"width": width, "height": 800})
        assert cells.evaluate_all(wider) == []


@pytest.mark.parametrize("kind", ["home", "term", "view", "explore/", "faq", "quiz/", "terms/"])
@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_shifts_while_a_page_loads(page_of: PageOf, opened: Open, kind: str, width: int) -> None:
    page = opened("about:blank", viewport={"width": width, "height": 800})
    page.add_init_script(WATCH_SHIFTS)
    page.goto(page_of(kind))
    page.wait_for_load_state("networkidle")
    page.mouse.wheel(0, 4000)
    page.wait_for_timeout(300)
    assert page.evaluate("window.shifted") <= 0.01


def test_every_page_can_be_read_where_the_system_forces_its_colours(home: str, opened: Open) -> None:
    page = opened(home + FAQ, forced_colors="active")
    page.locator("summary").first.click()
    goal = page.locator("article").locator(".kb-goal:visible, .kb-derived:visible").first
    fill, text = (
        goal.locator(f".{part}").first.evaluate("one => getComputedStyle(one).fill")
        for part in ("kb-shape", "kb-label")
    )
    assert fill != text


def test_paper_is_light_and_shows_what_is_folded(home: str, opened: Open) -> None:
    page = opened(home + FAQ, color_scheme="dark")
    page.emulate_media(media="print", color_scheme="dark")
    assert page.locator(".kb-claim:has(> #claim-1) .kb-steps").is_visible()
    assert page.locator("body").evaluate("body => getComputedStyle(body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.locator("header.md-header").is_hidden()


FORMER, PRESENT = "terms/quadrate/", "terms/square/"  # of the sample


@pytest.mark.parametrize("behind", ["", "#relations", "?seen=1", "?seen=1&more#relations"])
def test_a_former_address_leads_on_with_what_stands_behind_it(home: str, opened: Open, behind: str) -> None:
    page = opened(home + FORMER + behind)
    page.wait_for_url(home + PRESENT + behind)
    assert page.locator("h1").inner_text().startswith("Square")


def test_a_former_address_leads_on_without_a_script(home: str, opened: Open) -> None:
    page = opened(home + FORMER, java_script_enabled=False)
    page.wait_for_url(home + PRESENT)
    assert page.locator("h1").inner_text().startswith("Square")
