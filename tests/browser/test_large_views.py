"""A view with too much for one drawing, in a browser: its overview leads to its parts, and each part leads back."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from hornbook.addresses import VIEWS, divided, view_part_address
from hornbook.publish import Engine
from tests.browser.sites import REPOSITORY, Sites, once
from tests.hard import dense_view
from tests.load.project import BASE, loaded_with

Open = Callable[..., Page]
OVERVIEW = f"{VIEWS}dense/"
PART = 3
"""One of its parts that is neither the first nor the last."""

_LINKS = "svg.kb-dg a[*|href]"


@pytest.fixture(scope="module")
def dense(shared: Path) -> Iterator[Sites]:
    """The site of a view of 60 boxes and 422 lines."""

    def make(folder: Path) -> None:
        glossary = (BASE / "glossary" / "glossary.yaml").read_text(encoding="utf-8")
        elsewhere = re.sub("(?m)^repository: .*$", f"repository: {REPOSITORY}", glossary)
        loaded_with(folder, {**dense_view(60, 8), "glossary/glossary.yaml": elsewhere})

    sites = Sites(once(shared / "dense" / "made", make) / "project", shared / "dense")
    yield sites
    sites.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_neither_the_overview_nor_a_part_is_wider_than_its_window(
    dense: Sites, opened: Open, width: int, scheme: str
) -> None:
    page = opened("about:blank", viewport={"width": width, "height": 800}, color_scheme=scheme)
    for address in (OVERVIEW, view_part_address("dense", PART)):
        page.goto(dense.address(Engine.MKDOCS) + address)
        page.wait_for_load_state("networkidle")
        assert page.locator("svg.kb-dg").locator("visible=true").count() > 0
        assert page.evaluate("document.documentElement.scrollWidth") <= width, address


def test_a_box_leads_to_its_part_which_shows_its_boxes_and_leads_back(dense: Sites, opened: Open) -> None:
    home = dense.address(Engine.MKDOCS)
    view = dense.knowledge.views["dense"]
    whole = divided(dense.knowledge, view)
    assert whole is not None
    part = whole.parts[PART - 1]
    page = opened(home + OVERVIEW)
    page.locator(f'{_LINKS}[*|href$="part/{PART}/"]').locator("visible=true").first.click()
    page.wait_for_url(home + view_part_address("dense", PART))
    shown = page.locator("svg.kb-dg").locator("visible=true").first.text_content() or ""
    atoms = {atom for one in part.implications for atom in one.atoms}
    assert {atom for atom in atoms if atom not in shown} == set()
    page.get_by_role("link", name=view.title, exact=True).first.click()
    page.wait_for_url(home + OVERVIEW)


@pytest.mark.parametrize("width", [360, 1280])
def test_the_keyboard_reaches_each_part_and_scrolls_to_it(dense: Sites, opened: Open, width: int) -> None:
    whole = divided(dense.knowledge, dense.knowledge.views["dense"])
    assert whole is not None
    home = dense.address(Engine.MKDOCS)
    page = opened(home + OVERVIEW, viewport={"width": width, "height": 800})
    reached = []
    page.get_by_role("link", name="Diagrams", exact=True).locator("visible=true").last.focus()
    for _ in range(len(whole.parts) + 5):
        page.keyboard.press("Tab")
        box = page.evaluate(_FOCUSED)
        if box is not None:
            assert box["left"] < width, box
            assert box["right"] > 0, box
            reached.append(box["leads"])
    assert sorted(reached) == sorted(f"part/{part.number}/" for part in whole.parts)
    page.locator(_LINKS).locator("visible=true").last.focus()
    page.keyboard.press("Enter")
    page.wait_for_url(f"{home}{OVERVIEW}part/*/")


_FOCUSED = """() => {
  const link = document.activeElement.closest("svg.kb-dg a");
  if (link === null) return null;
  const { left, right } = link.getBoundingClientRect();
  return { left, right, leads: link.href.baseVal };
}"""
