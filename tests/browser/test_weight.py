"""How heavy a page is, and that it stands alone."""

import gzip
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page

from hornbook.addresses import VIEWS, files_of, pages_of
from hornbook.publish import Engine
from tests.browser.kinds import KINDS
from tests.browser.sites import Sites
from tests.test_outputs import FILES_OF_THEME, MOST_BYTES, MOST_DRAWN_BYTES

KB = 1000


def packed(path: Path) -> int:
    return len(gzip.compress(path.read_bytes(), mtime=0))


def test_a_term_page_is_at_most_60_kb_on_top_of_the_theme(flagship: Sites) -> None:
    site = flagship.folder(Engine.MKDOCS)
    ours = sum(packed(path) for path in (site / "assets" / "hornbook").glob("hornbook.*"))
    weights = {path.parent.name: packed(path) + ours for path in (site / "terms").glob("*/index.html")}
    assert weights.keys() >= flagship.knowledge.terms.keys()
    assert max(weights.values()) <= 60 * KB, max(weights, key=lambda term: weights[term])


def test_the_site_stays_within_the_files_and_bytes_that_are_said(flagship: Sites) -> None:
    """What `outputs` can add to it are drawings alone, which `tests/test_outputs.py` holds to theirs."""
    site = flagship.folder(Engine.MKDOCS)
    files = {path.relative_to(site).as_posix(): path.stat().st_size for path in site.rglob("*") if path.is_file()}
    ours = files_of(flagship.knowledge) | {f"{page}index.html" for page in pages_of(flagship.knowledge)}
    assert len(files.keys() - ours) <= FILES_OF_THEME
    others = sum(size for file, size in files.items() if not file.startswith(VIEWS) or file.endswith("/index.html"))
    assert others <= MOST_BYTES - MOST_DRAWN_BYTES


def test_all_our_javascript_lies_in_three_folders_and_is_small(flagship: Sites) -> None:
    site = flagship.folder(Engine.MKDOCS)
    theme = {"bundle", "search", "wordcut", "tinyseg"}
    scripts = [path for path in site.rglob("*.js") if path.name.split(".")[0] not in theme and "lunr" not in str(path)]
    of_pages, of_embeds, of_previews = (
        [path for path in scripts if path.parent == site / folder]
        for folder in ("assets/hornbook", "embed", "assets/hornbook/previews")
    )
    assert sorted([*of_pages, *of_embeds, *of_previews]) == sorted(scripts)
    at_first = [path for path in of_pages if path.name != "check.js"]  # which is asked for by who checks a proof
    assert sum(map(packed, at_first)) <= 17 * KB
    assert sum(map(packed, of_embeds)) <= 5 * KB
    assert max(map(packed, of_previews)) <= 10 * KB, "what previews say of some fifty terms"


def test_no_page_asks_another_host_for_anything(page_of: Callable[[str], str], opened: Callable[..., Page]) -> None:
    """The fixture `opened` fails the test where one does."""
    page = opened("about:blank")
    for kind in KINDS:
        page.goto(page_of(kind))
        page.wait_for_load_state("networkidle")
