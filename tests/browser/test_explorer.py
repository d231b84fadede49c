"""The explorer: what follows from what a reader marks, by pointer, keyboard and address, on all three engines."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from hornbook.publish import Engine
from tests.browser.sites import Sites

Open = Callable[..., Page]
FAQ = "faq/what-makes-a-square/"
VIEW = "diagrams/by-diagonals/"
PLANAR = "all corners of the figure lie in one plane"


def mark(page: Page, atom: str, value: str) -> None:
    page.get_by_role("radio", name=f"{atom}: {value}", exact=True).check()


def status(page: Page) -> Locator:
    return page.get_by_role("status").and_(page.locator(".kb-status"))


def part(page: Page, name: str) -> Locator:
    return page.locator(f"[data-kb-part={name}]")


def box(page: Page, atom: str) -> Locator:
    return page.locator(f".kb-boards .kb-box[data-term={atom}]").first


@pytest.fixture(params=list(Engine))
def view(request: pytest.FixtureRequest, sample: Sites, opened: Open) -> Page:
    return opened(sample.address(request.param) + VIEW)


def test_what_follows_is_said_shown_and_proved(view: Page) -> None:
    expect(status(view)).to_contain_text("It does not follow that square holds; nor does the opposite")
    mark(view, "parallelogram", "holds")
    mark(view, "equal diagonals", "holds")
    mark(view, PLANAR, "holds")
    expect(part(view, "missing").get_by_role("listitem")).to_have_text(re.compile("rhombus <lozenge>"))
    expect(part(view, "follows")).to_contain_text("rectangle holds")
    part(view, "missing").get_by_role("button", name="Add").click()
    expect(status(view)).to_contain_text("Follows")
    expect(status(view)).to_contain_text("Square holds, in 2 steps.")
    expect(status(view)).to_be_focused()
    expect(part(view, "missing")).to_be_hidden()
    lines = part(view, "proof").locator("li")
    expect(lines).to_have_count(2)
    expect(lines.nth(0)).to_contain_text("Rectangle holds, because parallelogram holds (given)")
    hrefs = [lines.nth(i).get_by_role("link", name="this implication").get_attribute("href") for i in (0, 1)]
    assert hrefs == [f"../../frameworks/plane/#{name}" for name in ("diagonals-give-rectangle", "square-definition")]


def test_states_are_told_apart_without_colour(view: Page) -> None:
    mark(view, "rectangle", "holds")
    mark(view, "square", "fails")
    states = {
        "rectangle": ("kb-given", "kb-tick"),
        "parallelogram": ("kb-follows", "kb-therefore"),
        "square": ("kb-denied", "kb-cross"),
        "rhombus": ("kb-fails", "kb-cross"),
    }
    for atom, (state, badge) in states.items():
        expect(box(view, atom)).to_have_class(re.compile(rf"\b{state}\b"))
        expect(box(view, atom).locator(f".{badge}")).to_be_visible()
    expect(box(view, "equal-diagonals").locator(".kb-badge")).to_be_hidden()
    dashes = {
        atom: box(view, atom).locator(".kb-shape").evaluate("shape => getComputedStyle(shape).strokeDasharray")
        for atom in states
    }
    assert dashes["rhombus"] != dashes["square"]
    expect(view.locator("tr", has_text="rhombus").locator(".kb-computed")).to_have_text("✗ must fail")


def test_a_contradiction_is_explained(view: Page) -> None:
    mark(view, "rectangle", "fails")
    mark(view, "parallelogram", "holds")
    mark(view, "equal diagonals", "holds")
    mark(view, PLANAR, "holds")
    expect(status(view)).to_contain_text("Cannot hold together")
    expect(part(view, "proof")).to_contain_text("a contradiction")
    expect(part(view, "follows")).to_be_hidden()


def test_the_address_holds_the_state(view: Page) -> None:
    mark(view, "parallelogram", "holds")
    mark(view, "equal diagonals", "fails")
    view.get_by_label("What are you interested in?").select_option("rectangle holds")
    assert view.url.endswith("#holds=parallelogram&fails=equal-diagonals&goal=rectangle")
    view.reload()
    expect(view.get_by_role("radio", name="parallelogram: holds", exact=True)).to_be_checked()
    expect(view.get_by_role("radio", name="equal diagonals: fails", exact=True)).to_be_checked()
    expect(status(view)).to_contain_text("rectangle")
    view.locator(".kb-explorer").get_by_role("button", name="Clear").click()
    expect(view.get_by_role("radio", name="parallelogram: unknown", exact=True)).to_be_checked()
    expect(status(view)).to_contain_text("square")
    assert "#" not in view.url


def test_an_address_that_names_what_is_not_there_does_no_harm(home: str, opened: Open) -> None:
    page = opened(f"{home}{VIEW}#holds=no-such-term,parallelogram,<b>&goal=!nowhere&fails=")
    expect(page.get_by_role("radio", name="parallelogram: holds", exact=True)).to_be_checked()
    expect(status(page)).to_contain_text("It does not follow that square holds; nor does the opposite")


@pytest.mark.parametrize(
    "typed",
    [
        "holds=Parallelogram&fails=EQUAL_DIAGONALS&goal=not%20Rectangle",
        "holds=parallelogram&fails=Equal+Diagonals&goal=!RECTANGLE",
        "holds=PARALLELOGRAM,nothing&fails=equal%E2%80%93diagonals&goal=Not+rectangle",
    ],
)
def test_an_address_may_name_what_it_marks_and_becomes_the_usual_one(home: str, opened: Open, typed: str) -> None:
    page = opened(f"{home}{VIEW}#{typed}")
    expect(page.get_by_role("radio", name="parallelogram: holds", exact=True)).to_be_checked()
    expect(page.get_by_role("radio", name="equal diagonals: fails", exact=True)).to_be_checked()
    assert page.url.endswith("#holds=parallelogram&fails=equal-diagonals&goal=!rectangle")


def test_an_address_may_say_what_a_fact_says(home: str, opened: Open) -> None:
    page = opened(f"{home}{VIEW}#holds={PLANAR.replace(' ', '+').capitalize()},parallelogram+equal-diagonals")
    assert page.url.endswith("#holds=equal-diagonals,parallelogram,planar")


def test_a_press_on_a_box_marks_it(view: Page) -> None:
    for value in ("holds", "fails", "unknown"):
        box(view, "parallelogram").click()
        expect(view.get_by_role("radio", name=f"parallelogram: {value}", exact=True)).to_be_checked()
    assert view.url.endswith(VIEW)


def test_it_works_by_keyboard_alone(home: str, opened: Open) -> None:
    page = opened(home + VIEW)
    page.get_by_label("What are you interested in?").focus()
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('input[type=radio][aria-label^=\"parallelogram\"]')"):
            break
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("radio", name="parallelogram: holds", exact=True)).to_be_checked()
    assert page.evaluate("document.activeElement.ariaLabel") == "parallelogram: holds"
    assert page.locator(".kb-boards a:not([tabindex='-1'])").count() == 0


def test_every_framework_has_an_explorer_that_answers(flagship: Sites, opened: Open) -> None:
    page = opened(flagship.address(Engine.MKDOCS) + "explore/")
    addresses = page.locator(".kb-tabs a").evaluate_all("links => links.map((link) => link.href)")
    assert len(addresses) == len(flagship.knowledge.frameworks)
    for address in addresses:
        page.goto(address)
        rows = page.locator(".kb-suppose [data-kb-atom]")
        rows.first.get_by_role("radio").first.check()
        expect(status(page)).to_contain_text(
            re.compile("Follows|The opposite follows|Does not follow|Cannot hold together")
        )
        page.locator(".kb-explorer").get_by_role("button", name="Clear").click()


def test_a_claim_leads_to_the_explorer_with_its_premises(home: str, opened: Open) -> None:
    page = opened(home + FAQ)
    page.locator(".kb-claim:has(> #claim-2)").get_by_role("link", name="Try it in the explorer").click()
    expect(status(page)).to_contain_text("Square holds, in 3 steps.")


def test_a_claim_keeps_its_verdict_whatever_it_denies(flagship: Sites, sample: Sites, opened: Open) -> None:
    """On a page of the sample, and on that of the flagship where most is denied."""
    root = flagship.folder(Engine.MKDOCS)
    most = max(root.rglob("index.html"), key=lambda path: path.read_text(encoding="utf-8").count("fails="))
    page = opened("about:blank")
    for start in (
        sample.address(Engine.MKDOCS) + FAQ,
        flagship.address(Engine.MKDOCS) + most.parent.relative_to(root).as_posix() + "/",
    ):
        page.goto(start)
        follows = page.locator(".kb-claim:has(.kb-mark-follows) .kb-try a")
        addresses = follows.evaluate_all("all => all.map((a) => a.href)")
        assert start != sample.address(Engine.MKDOCS) + FAQ or any("fails=" in address for address in addresses)
        for address in addresses:
            page.goto("about:blank")
            page.goto(address)
            expect(status(page)).to_contain_text("Follows")


def test_a_jump_within_the_page_keeps_what_was_marked(home: str, opened: Open) -> None:
    page = opened(home + VIEW)
    mark(page, "parallelogram", "holds")
    page.locator(".md-sidebar--secondary a[href$='#implications']").click()
    page.wait_for_timeout(1500)  # the theme fetches the page anew
    expect(page.get_by_role("radio", name="parallelogram: holds", exact=True)).to_be_checked()


def test_what_has_the_focus_is_seen(home: str, opened: Open) -> None:
    page = opened(home + VIEW)
    page.get_by_role("radio", name="parallelogram: unknown", exact=True).focus()
    page.keyboard.press("ArrowLeft")
    chosen = page.get_by_role("radio", name="parallelogram: fails", exact=True)
    expect(chosen).to_be_focused()
    assert chosen.evaluate("one => getComputedStyle(one).outlineStyle") == "solid"


def test_why_asks_for_what_follows(home: str, opened: Open) -> None:
    page = opened(f"{home}{VIEW}#holds=rectangle")
    part(page, "follows").get_by_role("listitem").filter(has_text="parallelogram").get_by_role("button").click()
    expect(status(page)).to_contain_text("Parallelogram holds, in one step.")


def test_it_works_where_the_site_is_read_from_a_folder(sample: Sites, opened: Open, trouble: list[str]) -> None:
    page = opened((sample.folder(Engine.MKDOCS) / VIEW / "index.html").as_uri())
    mark(page, "equal diagonals", "fails")
    expect(status(page)).to_contain_text("nor does the opposite")
    assert page.url.endswith("#fails=equal-diagonals")
    page.locator(".kb-suppose a").first.click()
    page.wait_for_url("**/terms/*/index.html")
    trouble[:] = [each for each in trouble if "search" not in each and "Failed to load" not in each]  # the theme's


def test_without_a_script_the_drawing_the_words_and_the_implications_remain(home: str, opened: Open) -> None:
    page = opened(home + "explore/", java_script_enabled=False)
    expect(page.locator(".kb-boards svg").first).to_be_visible()
    expect(page.locator(".kb-explorer form")).to_be_hidden()
    expect(page.get_by_text("needs JavaScript")).to_be_visible()
    expect(page.locator("article > ul")).to_contain_text("Parallelogram holds if rectangle holds")
