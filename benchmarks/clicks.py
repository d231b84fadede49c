"""How long an explorer takes to answer a click, in Chromium: processor time of the page, and what changes in it.

Run it as `python -m benchmarks.clicks SITE explore/ID/`. Each row of the form is marked in turn, so that more and more
follows, then nothing does any more.
"""

import argparse
import os
import shutil
import statistics
from pathlib import Path
from typing import Any

from playwright.sync_api import CDPSession, Page, sync_playwright

from tests.browser.conftest import FLAGS, NAMES
from tests.browser.sites import ORIGIN, serve

CLICKS = 12
_CHANGES = """() => {
  window.changes = 0;
  new MutationObserver((found) => { window.changes += found.length; })
    .observe(document.body, {subtree: true, childList: true, attributes: true, characterData: true});
}"""
_CLICK = """async (place) => {
  const box = document.querySelectorAll("[data-kb-atom] td:nth-of-type(1) input")[place];
  window.changes = 0;
  const start = performance.now();
  box.click();
  const answered = performance.now();
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  return {answered: answered - start, seen: performance.now() - start, changes: window.changes};
}"""


def main() -> None:
    """Print what each click took and changed, and the medians."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("site", type=Path)
    asked.add_argument("explorer", help="its address in the site, as explore/ID/")
    arguments = asked.parse_args()
    server = serve(arguments.site)
    path = os.environ.get("HORNBOOK_CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        page = browser.new_page()
        page.goto(f"{ORIGIN}:{server.server_port}/{arguments.explorer}")
        page.wait_for_function("document.querySelector('.kb-status').textContent")
        clicks = clicked(page)
        browser.close()
    server.shutdown()
    for number, click in enumerate(clicks):
        print(f"{number:4}", *(f"{name} {value:8.1f}" for name, value in click.items()))
    print("medians", *(f"{name} {statistics.median(each[name] for each in clicks):.1f}" for name in clicks[0]))


def clicked(page: Page) -> list[dict[str, float]]:
    """Mark one row after another; of each click the time of the page's thread, and what changed."""
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    page.evaluate(_CHANGES)
    found = []
    for place in range(min(CLICKS, page.locator("[data-kb-atom]").count())):
        before = _times(session)
        told: dict[str, float] = page.evaluate(_CLICK, place)
        after = _times(session)
        found.append(told | {name: 1000 * (after[name] - before[name]) for name in before})
    return found


def _times(session: CDPSession) -> dict[str, float]:
    metrics: list[dict[str, Any]] = session.send("Performance.getMetrics")["metrics"]
    names = {
        "ScriptDuration": "script",
        "LayoutDuration": "layout",
        "RecalcStyleDuration": "style",
        "TaskDuration": "all",
    }
    return {names[one["name"]]: one["value"] for one in metrics if one["name"] in names}


if __name__ == "__main__":
    main()
