"""The list of terms, narrowed down; and the quiz, on all three engines."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from hornbook.publish import Engine

Open = Callable[..., Page]


def test_the_list_is_narrowed_down_by_kind_framework_and_letter(home: str, opened: Open) -> None:
    page = opened(home + "terms/")
    entries = page.locator("[data-kb-kind]:visible")
    everything = entries.count()
    page.get_by_label("Kind", exact=True).select_option("failure")
    assert 0 < entries.count() < everything
    assert set(entries.evaluate_all("all => all.map((one) => one.dataset.kbKind)")) == {"failure"}
    page.get_by_label("Framework", exact=True).select_option("two-layer")
    assert set(entries.evaluate_all("all => all.map((one) => one.dataset.kbFrameworks.includes('two-layer'))")) == {
        True
    }
    letter = str(entries.last.get_attribute("data-kb-letter"))
    page.get_by_label("Letter", exact=True).select_option(letter)
    expect(page.locator("article h2:visible")).to_have_count(1)
    assert page.url.endswith(f"#kind=failure&framework=two-layer&letter={letter}")
    page.reload()
    expect(page.locator("article h2:visible")).to_have_count(1)
    for choice in ("Kind", "Framework", "Letter"):
        page.get_by_label(choice, exact=True).select_option("")
    assert entries.count() == everything
    assert "#" not in page.url


def test_without_a_script_every_term_is_listed(home: str, opened: Open) -> None:
    page = opened(home + "terms/", java_script_enabled=False)
    expect(page.locator(".kb-filter")).to_be_hidden()
    assert page.locator("[data-kb-kind]:visible").count() > 50


@pytest.mark.parametrize("engine", list(Engine))
def test_the_quiz_holds_answers_against_each_other(
    served: Callable[[Engine], str], opened: Open, engine: Engine
) -> None:
    page = opened(served(engine) + "quiz/")
    first, second = page.locator("fieldset").nth(0), page.locator("fieldset").nth(1)
    first.get_by_role("radio").nth(0).check()
    page.get_by_text("Show situation 2").click()
    second.get_by_role("radio").nth(1).check()
    expect(page.locator("[data-kb-refined]")).to_be_visible()
    second.get_by_role("radio").nth(0).check()
    expect(page.locator("[data-kb-refined]")).to_be_hidden()
    expect(page.locator("[data-kb-consistent]")).to_be_visible()
