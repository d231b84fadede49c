"""Take the pictures of the site in `docs/assets/`, which the README and the pages of `docs/` show.

A development program; run it as `python tools/screenshots.py` after `make site` once the look has changed. It needs a
Chromium, which it finds as the tests in `tests/browser` do.
"""

import os
import shutil
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
SITE = ROOT / "site"
TARGET = ROOT / "docs" / "assets"
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = ["--no-sandbox", "--disable-gpu"]
WIDTH = 1180


def main() -> None:
    """Write each picture for light and for dark pages."""
    browser_path = os.environ.get("HORNBOOK_CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    TARGET.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path, args=FLAGS)
        for theme in ("light", "dark"):
            page = browser.new_page(
                viewport={"width": WIDTH, "height": 1400},
                color_scheme="dark" if theme == "dark" else "light",
                reduced_motion="reduce",
            )
            _explorer(page, TARGET / f"explorer.{theme}.png")
            _proof(page, TARGET / f"proof.{theme}.png")
        browser.close()


def _explorer(page: Page, target: Path) -> None:
    """Two terms and a condition marked on the intent-centric view, and what is still missing."""
    page.goto(_address("diagrams/intent-centric") + "#holds=inner-alignment,outer-alignment,mesa-optimizer")
    page.locator(".kb-explorer").screenshot(path=target)


def _proof(page: Page, target: Path) -> None:
    """A claim with its proof open."""
    page.goto(_address("faq/outer-and-inner"))
    claim = page.locator(".kb-claim").first
    claim.locator("summary").first.click()
    page.add_style_tag(content=".md-header, .md-tabs { display: none }")
    claim.screenshot(path=target)


def _address(page: str) -> str:
    return (SITE / page / "index.html").as_uri()


if __name__ == "__main__":
    main()
