"""The explorer: what follows from what a reader marks, by pointer, keyboard and address, on all three engines."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from hornbook.publish import Engine

Open = Callable[..., Page]
VIEW = "diagrams/intent-centric/"


def mark(page: Page, atom: str, value: str) -> None:
    page.get_by_role("radio", name=f"{atom}: {value}", exact=True).check()


def status(page: Page) -> Locator:
    return page.get_by_role("status").and_(page.locator(".kb-status"))


def part(page: Page, name: str) -> Locator:
    return page.locator(f"[data-kb-part={name}]")


def box(page: Page, atom: str) -> Locator:
    return page.locator(f".kb-boards .kb-box[data-term={atom}]").first


@pytest.fixture(params=list(Engine))
def view(request: pytest.FixtureRequest, served: Callable[[Engine], str], opened: Open) -> Page:
    return opened(served(request.param) + VIEW)


def test_what_follows_is_said_shown_and_proved(view: Page) -> None:
    expect(status(view)).to_contain_text("Neither that impact alignment holds nor its opposite follows")
    mark(view, "inner alignment", "holds")
    mark(view, "outer alignment", "holds")
    mark(view, "the model is a mesa-optimizer", "holds")
    expect(part(view, "missing").get_by_role("listitem")).to_have_text(re.compile("capability robustness holds"))
    expect(part(view, "follows")).to_contain_text("objective robustness holds")
    part(view, "missing").get_by_role("button", name="Add").click()
    expect(status(view)).to_contain_text("Follows")
    expect(status(view)).to_contain_text("Impact alignment holds, in 3 steps.")
    expect(status(view)).to_be_focused()
    expect(part(view, "missing")).to_be_hidden()
    lines = part(view, "proof").locator("li")
    expect(lines).to_have_count(3)
    expect(lines.nth(0)).to_contain_text("Objective robustness holds, because inner alignment holds (given)")
    expect(lines.nth(2)).to_contain_text("by intent-and-capability-give-impact")
    href = lines.nth(0).get_by_role("link", name="inner-gives-objective").get_attribute("href")
    assert href == "../../frameworks/hubinger-2020/#inner-gives-objective"


def test_states_are_told_apart_without_colour(view: Page) -> None:
    mark(view, "inner alignment", "holds")
    mark(view, "intent alignment", "fails")
    mark(view, "the model is a mesa-optimizer", "holds")
    states = {
        "inner-alignment": ("kb-given", "kb-tick"),
        "objective-robustness": ("kb-follows", "kb-therefore"),
        "intent-alignment": ("kb-denied", "kb-cross"),
        "outer-alignment": ("kb-fails", "kb-cross"),
    }
    for atom, (state, badge) in states.items():
        expect(box(view, atom)).to_have_class(re.compile(rf"\b{state}\b"))
        expect(box(view, atom).locator(f".{badge}")).to_be_visible()
    expect(box(view, "capability-robustness").locator(".kb-badge")).to_be_hidden()
    dashes = {
        atom: box(view, atom).locator(".kb-shape").evaluate("shape => getComputedStyle(shape).strokeDasharray")
        for atom in states
    }
    assert dashes["outer-alignment"] != dashes["intent-alignment"]
    expect(view.locator("tr", has_text="outer alignment").locator(".kb-computed")).to_have_text("✗ must fail")


def test_a_contradiction_is_explained(view: Page) -> None:
    mark(view, "objective robustness", "fails")
    mark(view, "inner alignment", "holds")
    mark(view, "the model is a mesa-optimizer", "holds")
    expect(status(view)).to_contain_text("Contradictory")
    expect(part(view, "proof")).to_contain_text("a contradiction")
    expect(part(view, "follows")).to_be_hidden()


def test_the_address_holds_the_state(view: Page) -> None:
    mark(view, "outer alignment", "holds")
    mark(view, "capability robustness", "fails")
    view.get_by_label("What are you after?").select_option("intent alignment holds")
    assert view.url.endswith("#holds=outer-alignment&fails=capability-robustness&goal=intent-alignment")
    view.reload()
    expect(view.get_by_role("radio", name="outer alignment: holds", exact=True)).to_be_checked()
    expect(view.get_by_role("radio", name="capability robustness: fails", exact=True)).to_be_checked()
    expect(status(view)).to_contain_text("intent alignment")
    view.locator(".kb-explorer").get_by_role("button", name="Clear").click()
    expect(view.get_by_role("radio", name="outer alignment: unknown", exact=True)).to_be_checked()
    expect(status(view)).to_contain_text("impact alignment")
    assert "#" not in view.url


def test_an_address_that_names_what_is_not_there_does_no_harm(home: str, opened: Open) -> None:
    page = opened(f"{home}{VIEW}#holds=no-such-term,outer-alignment,<b>&goal=!nowhere&fails=")
    expect(page.get_by_role("radio", name="outer alignment: holds", exact=True)).to_be_checked()
    expect(status(page)).to_contain_text("Neither that impact alignment holds nor its opposite follows")


def test_a_press_on_a_box_marks_it(view: Page) -> None:
    for value in ("holds", "fails", "unknown"):
        box(view, "outer-alignment").click()
        expect(view.get_by_role("radio", name=f"outer alignment: {value}", exact=True)).to_be_checked()
    assert view.url.endswith(VIEW)


def test_it_works_by_keyboard_alone(home: str, opened: Open) -> None:
    page = opened(home + VIEW)
    page.get_by_label("What are you after?").focus()
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('input[type=radio][aria-label^=\"outer alignment\"]')"):
            break
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("radio", name="outer alignment: holds", exact=True)).to_be_checked()
    assert page.evaluate("document.activeElement.ariaLabel") == "outer alignment: holds"
    assert page.locator(".kb-boards a:not([tabindex='-1'])").count() == 0


def test_every_framework_has_an_explorer_that_answers(home: str, opened: Open) -> None:
    page = opened(home + "explore/")
    addresses = page.locator(".kb-tabs a").evaluate_all("links => links.map((link) => link.href)")
    assert len(addresses) == 8
    for address in addresses:
        page.goto(address)
        rows = page.locator(".kb-suppose [data-kb-atom]")
        rows.first.get_by_role("radio").first.check()
        expect(status(page)).to_contain_text(
            re.compile("Follows|The opposite follows|Does not follow|Cannot hold together")
        )
        page.locator(".kb-explorer").get_by_role("button", name="Clear").click()


def test_a_claim_leads_to_the_explorer_with_its_premises(home: str, opened: Open) -> None:
    page = opened(home + "faq/outer-and-inner/")
    page.locator(".kb-claim:has(> #claim-1)").get_by_role("link", name="Try it in the explorer").click()
    expect(status(page)).to_contain_text("Intent alignment holds, in 2 steps.")


def test_a_claim_that_denies_a_condition_keeps_its_verdict(home: str, opened: Open) -> None:
    page = opened(home + "examples/human-farms-1/")
    addresses = page.locator(".kb-claim:has(.kb-mark-follows) .kb-try a").evaluate_all("all => all.map((a) => a.href)")
    assert any("fails=" in address for address in addresses)
    for address in addresses:
        page.goto("about:blank")
        page.goto(address)
        expect(status(page)).to_contain_text("Follows")


def test_a_jump_within_the_page_keeps_what_was_marked(home: str, opened: Open) -> None:
    page = opened(home + VIEW)
    mark(page, "outer alignment", "holds")
    page.locator(".md-sidebar--secondary a[href$='#implications']").click()
    page.wait_for_timeout(1500)  # the theme fetches the page anew
    expect(page.get_by_role("radio", name="outer alignment: holds", exact=True)).to_be_checked()


def test_what_has_the_focus_is_seen(home: str, opened: Open) -> None:
    page = opened(home + VIEW)
    page.get_by_role("radio", name="outer alignment: unknown", exact=True).focus()
    page.keyboard.press("ArrowLeft")
    chosen = page.get_by_role("radio", name="outer alignment: fails", exact=True)
    expect(chosen).to_be_focused()
    assert chosen.evaluate("one => getComputedStyle(one).outlineStyle") == "solid"


def test_why_asks_for_what_follows(home: str, opened: Open) -> None:
    page = opened(f"{home}{VIEW}#holds=inner-alignment,mesa-optimizer")
    part(page, "follows").get_by_role("listitem").filter(has_text="objective robustness").get_by_role("button").click()
    expect(status(page)).to_contain_text("Objective robustness holds, in one step.")


def test_it_works_where_the_site_is_read_from_a_folder(
    made_by: Callable[[Engine], Path], opened: Open, trouble: list[str]
) -> None:
    page = opened((made_by(Engine.MKDOCS) / VIEW / "index.html").as_uri())
    mark(page, "outer alignment", "fails")
    expect(status(page)).to_contain_text("nor its opposite follows")
    assert page.url.endswith("#fails=outer-alignment")
    page.locator(".kb-suppose a").first.click()
    page.wait_for_url("**/terms/*/index.html")
    trouble[:] = [each for each in trouble if "search" not in each and "Failed to load" not in each]  # the theme's


def test_without_a_script_the_drawing_the_words_and_the_implications_remain(home: str, opened: Open) -> None:
    page = opened(home + "explore/", java_script_enabled=False)
    expect(page.locator(".kb-boards svg").first).to_be_visible()
    expect(page.locator(".kb-explorer form")).to_be_hidden()
    expect(page.get_by_text("takes JavaScript")).to_be_visible()
    expect(page.locator("article > ul")).to_contain_text("Objective robustness holds if inner alignment holds")
