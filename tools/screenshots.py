"""Take the pictures of the site in `docs/assets/`, which the README and the pages of `docs/` show.

A development program; run it as `python tools/screenshots.py` after `make site` once the look has changed. It needs a
Chromium, which it finds as the tests in `tests/browser` do.
"""

import os
import shutil
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

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
            _elsewhere(page, TARGET / f"elsewhere.{theme}.png")
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


POST = """<!doctype html><html lang="en"><meta charset="utf-8"><meta name="color-scheme" content="light dark">
<title>A post</title><style>
  body { display: grid; gap: 0 32px; grid-template-columns: 530px 1fr; margin: 0; padding: 24px }
  body { font: 17px/1.5 Georgia, "DejaVu Serif", serif }
  h1 { font-size: 24px; grid-column: 1 / -1; margin: 0 0 12px } iframe { border: 0; width: 100% } p { margin: 0 0 14px }
</style>
<h1>Somebody else’s page</h1>
<div><iframe src="embed/intent-centric/" height="640" title="A diagram"></iframe></div>
<div>
  <p>Whether a model is good on new inputs depends on
    <a href="terms/capability-robustness/">capability robustness</a> too.</p>
  <p style="height: 190px"></p>
  <p>Are outer and inner alignment enough for intent alignment? <img src="BADGE" alt=""></p>
  <iframe src="embed/term/intent-alignment/?by=hubinger-2020" height="330" title="A definition"></iframe>
</div>
<script src="embed/previews.js"></script>
<script>
  addEventListener("message", ({ data, source }) => data?.type === "hornbook-height" && document
    .querySelectorAll("iframe").forEach((one) => one.contentWindow === source && (one.height = data.height)));
</script></html>
"""


def _elsewhere(page: Page, target: Path) -> None:
    """A page of somebody else's: a diagram and a definition in frames, the badge of a claim, and a preview."""
    badge = min((SITE / "embed/claim/outer-and-inner").glob("*/badge.svg"))
    post = SITE / "post.html"
    post.write_text(POST.replace("BADGE", badge.relative_to(SITE).as_posix()), encoding="utf-8")
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(SimpleHTTPRequestHandler, directory=str(SITE)))
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        page.goto(f"http://127.0.0.1:{server.server_port}/post.html", wait_until="networkidle")
        page.get_by_role("link", name="capability robustness").first.hover()
        page.locator(".card").wait_for()
        page.locator("body").screenshot(path=target)
    finally:
        server.shutdown()
        server.server_close()
        post.unlink()


def _address(page: str) -> str:
    return (SITE / page / "index.html").as_uri()


if __name__ == "__main__":
    main()
