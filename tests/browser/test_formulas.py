"""Formulas in a browser: drawn as formulas, in light and dark, scrolling where a screen is narrow, and found."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from hornbook.publish import Engine
from tests.browser.sites import Sites
from tests.browser.test_pages import violations
from tests.browser.test_search import asked

Open = Callable[..., Page]

PAGE = "about/"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_formulas_are_drawn_and_scroll_alone(home: str, opened: Open, scheme: str) -> None:
    page = opened(home + PAGE, viewport={"width": 360, "height": 740}, color_scheme=scheme)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    long = page.locator(".kb-formula:not(.kb-apart)").first
    assert long.evaluate("one => one.scrollWidth > one.clientWidth && getComputedStyle(one).overflowX == 'auto'")
    fraction = page.locator("article mfrac").first
    above, below = (fraction.locator(":scope > *").nth(index).bounding_box() for index in (0, 1))
    assert above is not None
    assert below is not None
    assert above["y"] + above["height"] <= below["y"] + 1
    lowered = page.locator("article p msub").first
    base, index = (lowered.locator(":scope > *").nth(place).bounding_box() for place in (0, 1))
    assert base is not None
    assert index is not None
    assert index["y"] + index["height"] > base["y"] + base["height"]
    colours = page.evaluate(
        "[...document.querySelectorAll('article p, article p mi')].map(e => getComputedStyle(e).color)"
    )
    assert len(set(colours)) == 1
    assert violations(page) == []


@pytest.mark.parametrize("engine", [Engine.MKDOCS, Engine.ZENSICAL])
def test_search_finds_a_formula_by_its_letters(sample: Sites, opened: Open, engine: Engine) -> None:
    page = opened(sample.address(engine))
    (found,) = asked(page, engine, ["α₁"])
    assert PAGE in found
