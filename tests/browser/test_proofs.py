"""Proofs on a page: one press away, and their path lit on the drawing step by step."""

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from hornbook.publish import Engine
from tests.browser.sites import Sites

Open = Callable[..., Page]
FAQ = "faq/what-makes-a-square/"


def test_a_proof_is_walked_through_on_its_drawing(home: str, opened: Open) -> None:
    page = opened(home + FAQ)
    claim = page.locator(".kb-claim:has(> #claim-2)")
    expect(claim.locator(".kb-mark").first).to_have_text(re.compile("Follows"))
    expect(claim.locator(".kb-steps")).to_be_hidden()
    claim.get_by_text("The proof (3 steps)").click()
    expect(claim.locator(".kb-steps")).to_be_visible()
    expect(claim.locator(".kb-path svg")).to_be_visible()
    expect(claim.locator(".kb-where")).to_have_text("Step 3 of 3")
    for _ in range(3):
        claim.get_by_role("button", name="Back").click()
    expect(claim.locator(".kb-where")).to_have_text("What is given")
    square = claim.locator(".kb-box[data-term=square]")
    expect(claim.locator(".kb-box[data-term=rhombus]")).to_have_class(re.compile("kb-given"))
    expect(square).not_to_have_class(re.compile("kb-follows"))
    for step in range(1, 4):
        claim.get_by_role("button", name="Next step").click()
        expect(claim.locator(".kb-now")).to_have_count(1)
        expect(claim.locator(".kb-steps > li").nth(step - 1)).to_have_class("kb-now")
    expect(square).to_have_class(re.compile("kb-follows"))
    expect(claim.get_by_role("button", name="Next step")).to_be_disabled()


def test_nothing_moves_by_itself_for_readers_who_ask_for_that(home: str, opened: Open) -> None:
    page = opened(home + FAQ, reduced_motion="reduce")
    page.locator(".kb-claim:has(> #claim-2)").get_by_text("The proof (3 steps)").click()
    assert page.locator(".kb-claim:has(> #claim-2) .kb-where").inner_text() == "Step 3 of 3"


def test_without_a_script_the_whole_path_is_lit(home: str, opened: Open) -> None:
    page = opened(home + FAQ, java_script_enabled=False)
    claim = page.locator(".kb-claim:has(> #claim-2)")
    claim.get_by_text("The proof (3 steps)").click()
    expect(claim.locator(".kb-steps > li")).to_have_count(3)
    expect(claim.locator(".kb-box[data-term=square]")).to_have_class(re.compile("kb-follows"))
    expect(page.locator(".kb-claim:has(> #claim-6) .kb-box[data-term=square]")).to_have_class(re.compile("kb-fails"))
    expect(claim.locator(".kb-walk")).to_have_count(0)


def test_a_proof_is_checked_in_the_browser_once_a_reader_asks(home: str, opened: Open) -> None:
    page = opened(home + FAQ, reduced_motion="reduce")
    assert page.locator("script[src$='check.js']").count() == 0
    claim = page.locator(".kb-claim:has(> #claim-2)")
    claim.get_by_text("The proof (3 steps)").click()
    button = claim.get_by_role("button", name="Check this proof")
    for _ in range(2):  # and again
        button.click()
        expect(claim.locator(".kb-replayed")).to_have_text(["✓ checked"] * 3)
        expect(claim.get_by_role("status")).to_have_text(re.compile("^Checked in your browser: each of 3 steps"))


def test_a_damaged_proof_is_found_in_the_browser(home: str, opened: Open) -> None:
    page = opened(home + FAQ, reduced_motion="reduce")
    claim = page.locator(".kb-claim:has(> #claim-2)")
    claim.get_by_text("The proof (3 steps)").click()
    claim.locator(".kb-proof").evaluate(
        """proof => {
            const [clauses, steps] = JSON.parse(proof.dataset.kbProof);
            steps.find(([, , clause]) => clause === 1)[2] = 0;
            proof.dataset.kbProof = JSON.stringify([clauses, steps]);
        }"""
    )
    claim.get_by_role("button", name="Check this proof").click()
    expect(claim.locator(".kb-replayed")).to_have_text(["✓ checked", "✗ does not follow"])
    expect(claim.get_by_role("status")).to_have_text("Step 2 does not follow from what it names.")


def test_a_proof_is_checked_line_by_line(home: str, opened: Open) -> None:
    page = opened(home + FAQ)
    claim = page.locator(".kb-claim:has(> #claim-2)")
    claim.get_by_text("The proof (3 steps)").click()
    claim.get_by_role("button", name="Check this proof").click()
    expect(claim.get_by_role("status")).to_have_text(re.compile("^Checked"))
    expect(claim.locator(".kb-replayed")).to_have_count(3)


def test_a_proof_is_checked_where_the_site_is_read_from_a_folder(sample: Sites, opened: Open) -> None:
    folder = sample.folder(Engine.MKDOCS)
    page = opened((folder / FAQ / "index.html").as_uri(), reduced_motion="reduce")
    claim = page.locator(".kb-claim:has(> #claim-2)")
    claim.get_by_text("The proof (3 steps)").click()
    claim.get_by_role("button", name="Check this proof").click()
    expect(claim.locator(".kb-replayed")).to_have_text(["✓ checked"] * 3)


def test_without_a_script_nothing_offers_to_check(home: str, opened: Open) -> None:
    page = opened(home + FAQ, java_script_enabled=False)
    expect(page.get_by_text("Check this proof")).to_have_count(0)
