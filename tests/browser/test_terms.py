"""The list of terms, narrowed down; and the quiz, on all three engines."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from hornbook.publish import Engine
from tests.browser.sites import Sites

Open = Callable[..., Page]


def shown(page: Page) -> set[str]:
    """The ids of the terms that can be seen in the list."""
    ids: list[str] = page.locator("[data-kb-id]:visible").evaluate_all("all => all.map((one) => one.dataset.kbId)")
    return set(ids)


def test_the_list_is_narrowed_down_by_kind_framework_and_letter(sample: Sites, home: str, opened: Open) -> None:
    page = opened(home + "terms/")
    kind, framework, letter = (page.get_by_label(name, exact=True) for name in ("Kind", "Framework", "Letter"))
    assert shown(page) == set(sample.knowledge.terms)
    kind.select_option("property")
    assert shown(page) == {"equal-diagonals", "parallelogram", "rectangle", "rhombus", "square"}
    letter.select_option("R")
    assert shown(page) == {"rectangle", "rhombus", "square"}  # which is called a regular quadrilateral, too
    expect(page.locator("article h2:visible")).to_have_count(1)
    framework.select_option("workshop")
    assert shown(page) == {"square"}
    assert page.url.endswith("#kind=property&framework=workshop&letter=letter-r")
    page.reload()
    expect(page.locator("article h2:visible")).to_have_count(1)
    assert shown(page) == {"square"}
    for choice in (kind, framework, letter):
        choice.select_option("")
    assert shown(page) == set(sample.knowledge.terms)
    assert "#" not in page.url


def test_without_a_script_every_term_is_listed(flagship: Sites, opened: Open) -> None:
    page = opened(flagship.address(Engine.MKDOCS) + "terms/", java_script_enabled=False)
    expect(page.locator(".kb-filter")).to_be_hidden()
    assert shown(page) == set(flagship.knowledge.terms)


@pytest.mark.parametrize("engine", list(Engine))
def test_the_quiz_holds_answers_against_each_other(sample: Sites, opened: Open, engine: Engine) -> None:
    page = opened(sample.address(engine) + "quiz/")
    first, second = page.locator("fieldset").nth(0), page.locator("fieldset").nth(1)
    first.get_by_role("radio").nth(0).check()
    page.get_by_text("Show example 2").click()
    second.get_by_role("radio").nth(1).check()
    expect(page.locator("[data-kb-refined]")).to_be_visible()
    second.get_by_role("radio").nth(0).check()
    expect(page.locator("[data-kb-refined]")).to_be_hidden()
    expect(page.locator("[data-kb-consistent]")).to_be_visible()
