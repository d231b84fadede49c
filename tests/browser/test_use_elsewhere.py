"""What the pages on use elsewhere tell people to write, pasted into a bare page of somebody else's."""

import re
from collections.abc import Callable
from pathlib import PurePosixPath
from typing import Any
from urllib.request import urlopen

import pytest
from playwright.sync_api import Locator, Page, expect

from hornbook.publish import Engine
from tests.browser.sites import Sites
from tests.browser.test_pages import AXE

Open = Callable[..., Page]
Host = Callable[[str], str]

FRAMEWORK = "embed/plane/use/"
VIEW, TERM, CLAIMS = "embed/by-definition/use/", "embed/term/square/use/", "embed/claim/what-makes-a-square/"
POST = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A post</title>
<meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"></head>
<body style="margin: 8px"><h1>A post</h1>{snippet}</body></html>
"""
PHONE: dict[str, Any] = {"viewport": {"width": 360, "height": 740}, "is_mobile": True}
DESK: dict[str, Any] = {"viewport": {"width": 1000, "height": 740}}
LEAST = 9
"""Pixels that text has at least anywhere: a framework's drawing may be wider than a phone."""
SMALLEST = 12
"""Pixels that text has at least where the page chooses the picture that fits, also in a column of 360."""
STRICT = """<meta http-equiv="Content-Security-Policy" content="style-src 'none'; script-src 'none'">"""


def shown_in(image: Locator) -> tuple[str, float]:
    """The name of the file that a picture shows, and the size of its smallest text as it is shown, in pixels."""
    shown = image.evaluate("({currentSrc, naturalWidth, width}) => ({currentSrc, naturalWidth, width})")
    assert shown["naturalWidth"] > 0
    with urlopen(shown["currentSrc"]) as answer:
        sizes = [float(size) for size in re.findall(r'font-size="([\d.]+)"', answer.read().decode())]
    assert sizes
    return PurePosixPath(shown["currentSrc"]).name, min(sizes) * shown["width"] / shown["naturalWidth"]


def snippet(page: Page, name: str) -> str:
    written = page.locator(f"section:has(> #{name}) > .kb-snippet").text_content()
    assert written is not None
    return written


@pytest.fixture
def pasted(sample: Sites, home: str, hosted: Host, opened: Open) -> Callable[..., Page]:
    """Opens a page into which the text for a place was pasted, with the addresses of the site where it is served."""

    def paste(address: str, name: str, **options: Any) -> Page:
        written = snippet(opened(home + address), name)
        assert sample.published in written
        return opened(hosted(POST.format(snippet=written.replace(sample.published, home))), **options)

    return paste


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    ("name", "device", "file"),
    [
        ("readme", DESK, "by-definition.{}.svg"),
        ("readme", PHONE, "by-definition.narrow.{}.svg"),
        ("html", DESK, "by-definition.svg"),
        ("html", PHONE, "by-definition.narrow.svg"),
        ("framework", DESK, "plane.svg"),
        ("framework", PHONE, "plane.narrow.svg"),
    ],
)
def test_the_picture_that_fits_is_there_and_can_be_read(
    pasted: Callable[..., Page], name: str, device: dict[str, Any], file: str, scheme: str
) -> None:
    place = (FRAMEWORK, "html") if name == "framework" else (VIEW, name)
    page = pasted(*place, color_scheme=scheme, **device)
    page.wait_for_load_state("networkidle")
    image = page.get_by_role("img")
    name, smallest = shown_in(image)
    assert name == file.format(scheme)
    assert smallest >= (LEAST if name.startswith("plane") else SMALLEST)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    expect(image).to_have_attribute("alt", re.compile(r"\w+\. \w+"))
    assert "CC BY" in page.inner_text("body")


@pytest.mark.parametrize("name", ["readme", "html"])
def test_where_styles_are_blocked_the_picture_still_fits(
    sample: Sites, home: str, hosted: Host, opened: Open, name: str, trouble: list[str]
) -> None:
    written = snippet(opened(home + VIEW), name).replace(sample.published, home)
    post = POST.format(snippet=written).replace('<meta name="viewport"', f'{STRICT}<meta name="viewport"')
    page = opened(hosted(post), **PHONE)
    page.wait_for_load_state("networkidle")
    assert page.get_by_role("img").evaluate("(image) => image.naturalWidth") > 0
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert trouble
    assert all("Content Security Policy" in one for one in trouble)
    trouble.clear()


@pytest.mark.parametrize("address", [VIEW, FRAMEWORK])
def test_an_explorer_in_a_frame_reasons(pasted: Callable[..., Page], address: str) -> None:
    page = pasted(address, "explorer", viewport={"width": 360, "height": 740})
    within = page.frame_locator("iframe")
    within.get_by_role("radio", name="square: holds").check()
    expect(within.locator("[data-kb-part=follows]")).to_contain_text("parallelogram", ignore_case=True)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_term_and_a_claim_are_shown_as_told(pasted: Callable[..., Page]) -> None:
    page = pasted(TERM, "preview")
    page.get_by_role("link", name="square").first.hover()
    expect(page.locator(".card")).to_be_visible()
    page = pasted(TERM, "frame")
    expect(page.frame_locator("iframe").get_by_role("heading", level=1)).to_have_text("Square")


def test_the_badge_of_a_claim_is_there(opened: Open, home: str, hosted: Host, sample: Sites) -> None:
    page = opened(home + CLAIMS)
    written = page.locator('.kb-snippet:has-text("<img src=")').first.text_content() or ""
    post = opened(hosted(POST.format(snippet=written.replace(sample.published, home))))
    post.wait_for_load_state("networkidle")
    assert post.get_by_role("img").evaluate("(image) => image.naturalWidth") > 0


@pytest.mark.parametrize(("address", "scheme"), [(VIEW, "light"), (TERM, "dark"), (CLAIMS, "light")])
def test_pages_on_use_are_accessible_and_fit_a_phone(opened: Open, home: str, address: str, scheme: str) -> None:
    page = opened(home + address, color_scheme=scheme, **PHONE)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.evaluate(AXE)
    found = page.evaluate("axe.run().then(({ violations }) => violations.map(({ id, nodes }) => [id, nodes[0].html]))")
    assert found == []


def test_a_text_is_copied_with_one_click_and_needs_no_script_to_be_selected(opened: Open, home: str) -> None:
    page = opened(home + VIEW, permissions=["clipboard-read", "clipboard-write"])
    page.locator("section:has(> #html) > .kb-copy").click()
    expect(page.locator("section:has(> #html) > .kb-copy")).to_have_text("Copied")
    assert page.evaluate("navigator.clipboard.readText()") == snippet(page, "html")
    bare = opened(home + VIEW, java_script_enabled=False)
    expect(bare.locator(".kb-copy")).to_have_count(0)
    expect(bare.locator("section:has(> #html) > .kb-snippet")).to_contain_text("<figure")


@pytest.mark.parametrize("engine", list(Engine))
def test_pages_lead_to_their_use(opened: Open, sample: Sites, engine: Engine) -> None:
    for at, use in (
        ("diagrams/by-definition/", VIEW),
        ("terms/square/", TERM),
        ("faq/what-makes-a-square/", CLAIMS),
        ("frameworks/plane/", FRAMEWORK),
        ("explore/plane/", FRAMEWORK),
    ):
        page = opened(sample.address(engine) + at)
        page.get_by_role("link", name="Use this").first.click()
        page.wait_for_url(re.compile(f"/{use}"))
