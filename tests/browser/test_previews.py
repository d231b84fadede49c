"""Previews of terms: on hover and on focus, in words and in drawings, on all three engines, and from a folder."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from hornbook.publish import Engine
from tests.browser.sites import Sites

Open = Callable[..., Page]
FAQ = "faq/what-makes-a-square/"


def card(page: Page) -> Locator:
    return page.locator(".kb-preview")


def link(page: Page, term: str = "rectangle") -> Locator:
    return page.locator(f".kb-answer a.kb-link[href$='/{term}/']").first


def boxed(page: Page, term: str = "parallelogram") -> Locator:
    return page.locator(f".kb-normal a[data-term={term}]").first


@pytest.fixture(params=list(Engine))
def page(request: pytest.FixtureRequest, sample: Sites, opened: Open) -> Page:
    return opened(sample.address(request.param) + FAQ)


def test_pointing_at_a_link_shows_its_term(page: Page) -> None:
    link(page).hover()
    expect(card(page)).to_be_visible()
    expect(card(page)).to_contain_text("Rectangle")
    expect(card(page)).to_contain_text("property")
    expect(link(page)).to_have_attribute("aria-describedby", "kb-preview")
    page.mouse.move(5, 5)
    expect(card(page)).to_be_hidden()


def test_pointing_at_a_box_shows_its_term(page: Page) -> None:
    boxed(page).hover()
    expect(card(page)).to_contain_text("Parallelogram")


def test_the_keyboard_shows_it_at_once_and_escape_closes_it(page: Page) -> None:
    link(page).evaluate("link => { link.previousElementSibling?.blur(); }")
    page.locator(".kb-answer").evaluate("answer => { answer.tabIndex = -1; answer.focus(); }")
    page.keyboard.press("Tab")
    expect(card(page)).to_be_visible()
    expect(card(page)).to_contain_text("Rectangle")
    page.keyboard.press("Escape")
    expect(card(page)).to_be_hidden()
    expect(link(page)).to_be_focused()
    page.keyboard.press("Tab")
    expect(card(page)).to_be_visible()


def test_the_pointer_may_enter_the_card(page: Page) -> None:
    link(page).hover()
    expect(card(page)).to_be_visible()
    place = card(page).bounding_box()
    assert place is not None
    page.mouse.move(place["x"] + 40, place["y"] + 20, steps=4)
    page.wait_for_timeout(500)
    expect(card(page)).to_be_visible()


def test_one_is_shown_at_a_time(page: Page) -> None:
    link(page).hover()
    expect(card(page)).to_be_visible()
    boxed(page).hover()
    expect(card(page)).to_contain_text("Parallelogram")
    assert card(page).count() == 1
    assert page.locator("[aria-describedby=kb-preview]").count() == 1


def test_the_reader_can_switch_them_off_and_on_again(page: Page) -> None:
    link(page).hover()
    card(page).get_by_role("button", name="Turn previews off").click()
    expect(card(page)).to_be_hidden()
    page.reload()
    link(page).hover()
    page.wait_for_timeout(500)
    expect(card(page)).to_be_hidden()
    switch = page.get_by_role("button", name="Turn previews of terms on")
    switch.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Turn previews of terms off")).to_be_visible()
    link(page).hover()
    expect(card(page)).to_be_visible()


def test_a_tap_follows_the_link(home: str, opened: Open) -> None:
    page = opened(home + FAQ, viewport={"width": 360, "height": 700}, has_touch=True, is_mobile=True)
    link(page).tap()
    page.wait_for_url("**/terms/rectangle/")
    expect(card(page)).to_be_hidden()


@pytest.mark.parametrize("width", [320, 1280])
def test_no_card_leaves_the_window(page_of: Callable[[str], str], opened: Open, width: int) -> None:
    page = opened(page_of("term"), viewport={"width": width, "height": 500})
    links = page.locator("article :is(a.kb-link, a[data-term]):visible")
    shown = 0
    for number in range(0, links.count(), 7):
        links.nth(number).scroll_into_view_if_needed()
        page.keyboard.press("Escape")
        page.mouse.move(0, 0)
        links.nth(number).hover(force=True)
        page.wait_for_timeout(300)
        place = card(page).bounding_box() if page.locator(".kb-preview:popover-open").count() else None
        if place is None:  # no room
            continue
        shown += 1
        anchor = links.nth(number).bounding_box()
        assert anchor is not None
        assert place["y"] >= anchor["y"] + anchor["height"] - 1 or place["y"] + place["height"] <= anchor["y"] + 1
        assert place["x"] >= 0
        assert place["y"] >= 0
        assert place["x"] + place["width"] <= width
        assert place["y"] + place["height"] <= 500
    assert shown > 0


def test_they_work_where_the_site_is_read_from_a_folder(sample: Sites, opened: Open, trouble: list[str]) -> None:
    page = opened((sample.folder(Engine.MKDOCS) / FAQ / "index.html").as_uri())
    link(page).hover()
    expect(card(page)).to_contain_text("Rectangle")
    trouble[:] = [each for each in trouble if "search" not in each and "Failed to load" not in each]  # the theme's


def test_a_term_has_no_preview_on_its_own_page(home: str, opened: Open) -> None:
    page = opened(home + "terms/square/")
    page.locator("svg a[data-term=square]:visible").first.hover()
    page.wait_for_timeout(500)
    expect(card(page)).to_be_hidden()
