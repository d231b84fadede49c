"""What the pages on use elsewhere give for hosts of Mermaid, drawn by Mermaid itself."""

import shutil
from collections.abc import Callable
from html import escape
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.sites import Sites
from tests.browser.test_use_elsewhere import PHONE, POST, VIEW, snippet

MERMAID = Path(__file__).parent / "docusaurus/node_modules/mermaid/dist/mermaid.min.js"
HOST = """<pre class="mermaid">{text}</pre><script src="mermaid.min.js"></script>
<script>mermaid.initialize({{ securityLevel: "strict" }})</script>"""
LEAST = 9
"""Pixels that text has at least where a host draws it."""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_mermaid_draws_the_text_with_its_name_and_links(
    tmp_path: Path,
    sample: Sites,
    home: str,
    hosted: Callable[[str], str],
    opened: Callable[..., Page],
    scheme: str,
) -> None:
    shutil.copy(MERMAID, tmp_path)
    fenced = snippet(opened(home + VIEW), "mermaid").replace(sample.published, home)
    text, fence, credit = fenced.removeprefix("```mermaid\n").partition("\n```\n")
    assert fence
    assert "CC BY" in credit
    post = POST.format(snippet=HOST.format(text=escape(text)))
    page = opened(hosted(post), color_scheme=scheme, **PHONE)
    drawing = page.locator("svg[aria-roledescription^=flowchart]")
    expect(drawing).to_have_accessible_name("By definition")
    for label in ("square", "parallelogram", "rhombus <lozenge>", "AND · exactly when"):
        expect(drawing).to_contain_text(label)
    leads = drawing.locator("a").evaluate_all("(all) => all.map((one) => one.getAttribute('xlink:href'))")
    assert any(str(one).startswith(f"{home}terms/") for one in leads)
    assert drawing.evaluate("(one) => 16 * one.clientWidth / one.viewBox.baseVal.width") >= LEAST
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
