"""Previews on somebody else's page, which has styles of its own and stands at another origin than the glossary."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, Route, expect

Open = Callable[..., Page]
Host = Callable[[str], str]

POST = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A post</title>
<meta name="viewport" content="width=device-width"><style>
body {{ font-family: Georgia, serif; margin: 20px }} .end {{ text-align: right }}
div, p, strong, a, span {{ letter-spacing: 3px; text-transform: uppercase }} [popover] {{ inset: 0; margin: auto }}
{style}</style></head><body>
<p>A <a id="term" href="{home}terms/rhombus/">rhombus</a>,
a <a id="sense" href="{home}terms/square/#sense-workshop">board</a>,
a <a id="named" href="https://example.org/" data-hornbook="square/loose" aria-describedby="own">square</a>
and a <span id="plain" data-hornbook="kite">kite</span>; <a id="other" href="{home}faq/">no term</a>,
<a id="index" href="{home}terms/">all terms</a>, <a id="former" href="{home}terms/quadrate/">a former one</a>,
<a id="missing" href="{home}terms/nothing-here/">a missing one</a>.</p><p id="own">Its own words.</p>
<p class="end"><a id="edge" href="{home}terms/kite/index.html?a=b#top">at the edge</a></p>
<div style="height: {height}px"></div><p><a id="low" href="{home}terms/kite/">far below</a></p>
<script src="{home}embed/previews.js" {attributes}></script></body></html>
"""


def card(page: Page) -> Locator:
    return page.locator(".card")


@pytest.fixture
def post(home: str, hosted: Host, opened: Open) -> Callable[..., Page]:
    """Opens somebody's page that loads our script."""

    def open_post(style: str = "", attributes: str = "", height: int = 900, **options: object) -> Page:
        page = POST.format(home=home, style=style, attributes=attributes, height=height)
        return opened(hosted(page), **options)

    return open_post


def test_pointing_at_a_link_shows_its_term(post: Callable[..., Page], home: str) -> None:
    page = post()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.locator("#other").hover()
    page.wait_for_timeout(400)
    assert asked == []
    page.locator("#term").hover()
    expect(card(page)).to_be_visible()
    expect(card(page)).to_contain_text("Rhombus <lozenge>")
    expect(card(page)).to_contain_text("A quadrilateral with four equal sides.")
    expect(card(page).get_by_role("link", include_hidden=True)).to_have_attribute("href", f"{home}terms/rhombus/")
    expect(page.locator("#term")).to_have_attribute("aria-describedby", "hornbook-preview")
    assert "four equal sides" in (page.locator("#hornbook-preview").text_content() or "")
    page.mouse.move(5, 5)
    expect(card(page)).to_be_hidden()
    page.locator("#sense").hover()
    expect(card(page)).to_contain_text("What looks like one.")
    link = card(page).get_by_role("link", include_hidden=True)
    expect(link).to_have_attribute("href", f"{home}terms/square/#sense-workshop")
    assert asked == [f"{home}api/v1/terms.json"]


def test_a_term_can_be_named_by_an_attribute(post: Callable[..., Page]) -> None:
    page = post()
    named = page.locator("#named")
    named.hover()
    expect(card(page)).to_contain_text("In loose speech, anything with four right angles.")
    expect(named).to_have_attribute("aria-describedby", "own hornbook-preview")
    page.keyboard.press("Escape")
    expect(card(page)).to_be_hidden()
    expect(named).to_have_attribute("aria-describedby", "own")


def test_what_is_no_link_becomes_one(post: Callable[..., Page], home: str) -> None:
    page = post()
    page.get_by_role("link", name="kite", exact=True).focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    expect(card(page)).to_contain_text("Kite")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{home}terms/kite/")


def test_other_links_and_missing_terms_have_no_card(post: Callable[..., Page]) -> None:
    page = post()
    warned: list[str] = []
    page.on("console", lambda message: warned.append(message.text))
    for link in ("#other", "#index", "#missing"):
        page.locator(link).hover()
        page.wait_for_timeout(500)
        expect(card(page)).to_be_hidden()
    assert [text for text in warned if "nothing-here" in text]
    page.locator("#former").hover()
    expect(card(page)).to_contain_text("Square")


def test_the_keyboard_shows_it_at_once_and_escape_closes_it(post: Callable[..., Page]) -> None:
    page = post()
    page.keyboard.press("Tab")
    expect(page.locator("#term")).to_be_focused()
    expect(card(page)).to_contain_text("Rhombus")
    page.keyboard.press("Escape")
    expect(card(page)).to_be_hidden()
    page.keyboard.press("Tab")
    expect(card(page)).to_contain_text("What looks like one.")
    assert page.locator("[aria-describedby~=hornbook-preview]").count() == 1
    assert page.evaluate("document.activeElement.id") == "sense"


def test_the_pointer_may_enter_the_card_and_follow_its_link(post: Callable[..., Page], home: str) -> None:
    page = post()
    page.locator("#term").hover()
    expect(card(page)).to_be_visible()
    place = card(page).bounding_box()
    assert place is not None
    page.mouse.move(place["x"] + 40, place["y"] + 20, steps=4)
    page.wait_for_timeout(500)
    expect(card(page)).to_be_visible()
    card(page).get_by_role("link", include_hidden=True).click()
    page.wait_for_url(f"{home}terms/rhombus/")


def test_a_tap_follows_the_link(post: Callable[..., Page]) -> None:
    page = post(viewport={"width": 360, "height": 700}, has_touch=True, is_mobile=True)
    page.locator("#term").tap()
    page.wait_for_url("**/terms/rhombus/")


@pytest.mark.parametrize("width", [320, 1280])
def test_no_card_leaves_the_window_or_covers_its_link(post: Callable[..., Page], width: int) -> None:
    page = post(viewport={"width": width, "height": 500})
    for link in ("#term", "#named", "#edge", "#low"):
        anchor = page.locator(link)
        anchor.scroll_into_view_if_needed()
        anchor.hover()
        expect(card(page)).to_be_visible()
        place, at = card(page).bounding_box(), anchor.bounding_box()
        assert place is not None
        assert at is not None
        assert place["x"] >= 0
        assert place["y"] >= 0
        assert place["x"] + place["width"] <= width
        assert place["y"] + place["height"] <= 500
        assert place["y"] >= at["y"] + at["height"] - 1 or place["y"] + place["height"] <= at["y"] + 1
        page.keyboard.press("Escape")


LIGHT, DARK = "rgb(255, 255, 255)", "rgb(30, 33, 41)"


@pytest.mark.parametrize(
    ("style", "attributes", "scheme", "colour"),
    [
        ("", "", "light", LIGHT),
        ("", "", "dark", LIGHT),  # a page that knows no dark theme stays light
        (":root { color-scheme: light dark }", "", "dark", DARK),
        ("body { background: #111; color: #ddd }", "", "light", DARK),
        (":root { color-scheme: dark } body { color: oklch(0.9 0 0) }", "", "light", DARK),
        ("", 'data-theme="dark"', "light", DARK),
        ("body { background: #111; color: #ddd }", 'data-theme="light"', "dark", LIGHT),
    ],
)
def test_the_theme_is_that_of_the_page(
    post: Callable[..., Page], style: str, attributes: str, scheme: str, colour: str
) -> None:
    page = post(style=style, attributes=attributes, color_scheme=scheme)
    page.locator("#term").hover()
    expect(card(page)).to_have_css("background-color", colour)


def test_neither_page_styles_the_other(post: Callable[..., Page]) -> None:
    page = post()
    before = page.locator("#own").evaluate("one => getComputedStyle(one).cssText || one.offsetHeight")
    page.locator("#term").hover()
    for part in (card(page), card(page).locator("p").first, card(page).locator("strong")):
        expect(part).to_have_css("letter-spacing", "normal")
        expect(part).to_have_css("text-transform", "none")
    assert page.locator("#own").evaluate("one => getComputedStyle(one).cssText || one.offsetHeight") == before
    assert page.evaluate("Object.keys(window).filter((name) => /hornbook|cardsBeside|preview/i.test(name))") == []


@pytest.mark.parametrize("answer", ["abort", "missing", "other"])
def test_without_the_terms_there_are_links_and_a_word_in_the_console(
    post: Callable[..., Page], trouble: list[str], answer: str
) -> None:
    def answered(route: Route) -> None:
        if answer == "abort":  # as a browser does where the host lets no other site read what it has
            route.abort()
        else:
            route.fulfill(status=404 if answer == "missing" else 200, body="{}", content_type="application/json")

    page = post()
    page.route("**/terms.json", answered)
    warned: list[str] = []
    page.on("console", lambda message: warned.append(message.text))
    page.locator("#term").hover()
    page.wait_for_timeout(600)
    expect(card(page)).to_be_hidden()
    assert [text for text in warned if "there are no previews" in text]
    trouble[:] = [one for one in trouble if "terms.json" not in one and "ERR_FAILED" not in one and "404" not in one]


def test_a_strict_host_can_allow_it(home: str, hosted: Host, opened: Open) -> None:
    policy = f"default-src 'none'; script-src {home}embed/previews.js; connect-src {home}api/; style-src 'none'"
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    body = f'<p><a href="{home}terms/kite/">kite</a></p><script src="{home}embed/previews.js"></script>'
    head = f'<meta charset="utf-8">{meta}<title>A strict page</title>'
    head = f'<meta charset="utf-8">{meta}<title>A strict page</title>'
    page = opened(hosted(f'<!doctype html><html lang="en"><head>{head}</head><body>{body}</body></html>'))
    page.locator("a").first.hover()
    expect(card(page)).to_be_visible()
    expect(card(page)).to_have_css("position", "fixed")
