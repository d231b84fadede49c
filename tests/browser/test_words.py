"""What scripts say on a site in another language: nothing that its catalogue does not have."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.language.left import built_in_circles
from tests.language.pseudo import not_said

LATIN = re.compile(r"[A-Za-z]{2,}")
PAGES = {
    "explorer": "explore/farm/",
    "explorer with presuppositions": "explore/village/",
    "explorer of a diagram": "diagrams/wetting/",
    "question": "faq/does-rain-flood/",
    "example": "examples/monday-later/",
    "terms": "terms/",
}
SEEN = """
() => {
  const seen = new Set(), walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ALL);
  while (walker.nextNode()) {
    const node = walker.currentNode, parent = node.parentElement;
    if (node.nodeType === 3 && !parent.closest("script, style, code, svg")) seen.add(node.data);
    if (node.ariaLabel) seen.add(node.ariaLabel);
  }
  return [...seen];
}
"""
ASKED = f"""
() => {{
  const seen = {SEEN}, found = new Set(seen()), form = document.querySelector("[data-kb-explorer] form");
  if (!form) return [...found];
  const rows = [...form.querySelectorAll("[data-kb-atom]")].map((row) => [...row.querySelectorAll("input")]);
  const ask = () => {{
    for (const goal of form.elements.goal.options) {{
      goal.selected = true;
      form.dispatchEvent(new Event("change"));
      seen().forEach((text) => found.add(text));
    }}
  }};
  ask();
  for (const one of rows) {{
    for (const mark of [0, 1]) {{
      one[mark].checked = true;
      ask();
    }}
  }}
  document.querySelectorAll("details").forEach((one) => (one.open = true));
  for (const button of document.querySelectorAll(".kb-results button, [data-kb-examples] button")) {{
    if (button.isConnected) button.click();
  }}
  seen().forEach((text) => found.add(text));
  return [...found];
}}
"""
"""Every question is put to an explorer, with more and more marks, and each button pressed that it has in the end."""


FRAME = """<!doctype html><html lang="x-circled"><head><meta charset="utf-8"><title>.</title></head><body>
<div class="md-search" role="dialog"></div><main><article>{shown}</article></main>
<button data-kb-switch hidden></button><script src="{home}assets/hornbook/hornbook.js"></script></body></html>
"""
"""What of an engine's frame a script knows."""
USE = "embed/wetting/use/"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, frozenset[str]]:
    """The pages that are looked at, in a bare frame, with their scripts; and what is in Latin letters rightly."""
    root = tmp_path_factory.mktemp("circled")
    built, known = built_in_circles()
    written = {
        path.removeprefix("docs/"): data
        for path, data in built.items()
        if path.endswith((".js", ".css", "favicon.svg"))
    }
    written[f"{USE}index.html"] = built[f"docs/{USE}index.html"]
    for address in PAGES.values():
        blocks = built[f"docs/{address}index.md"].decode().partition("\n---\n")[2]
        shown = "\n".join(line for line in blocks.splitlines() if not line.startswith("#"))
        written[f"{address}index.html"] = FRAME.format(shown=shown, home="../" * address.count("/")).encode()
    for path, data in written.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(data)
    return root, known


@pytest.mark.parametrize("address", PAGES.values(), ids=PAGES)
def test_scripts_say_nothing_that_is_in_no_catalogue(
    site: tuple[Path, frozenset[str]], opened: Callable[..., Page], address: str
) -> None:
    root, known = site
    path = root / address / "index.html"
    written = path.read_text()
    texts = not_said({path.name: written.encode()}, known).get(path.name, [])
    there = {word for text in texts for word in LATIN.findall(text)}
    seen: list[str] = opened(path.as_uri()).evaluate(ASKED)
    assert [text for text in seen if set(LATIN.findall(text)) - there - known] == []
    assert [text for text in seen if re.search("[Ⓐ-ⓩ]", text) and text.strip() not in written]


def test_a_button_that_copies_says_so_in_the_language_of_the_site(
    site: tuple[Path, frozenset[str]], opened: Callable[..., Page]
) -> None:
    page = opened((site[0] / USE / "index.html").as_uri())
    expect(page.locator(".kb-copy").first).to_have_text("Ⓒⓞⓟⓨ")


def test_a_proof_is_checked_in_the_language_of_the_site(
    site: tuple[Path, frozenset[str]], opened: Callable[..., Page]
) -> None:
    page = opened((site[0] / PAGES["question"] / "index.html").as_uri(), reduced_motion="reduce")
    page.evaluate("document.querySelectorAll('details').forEach((one) => (one.open = true))")
    button = page.get_by_role("button", name="Ⓒⓗⓔⓒⓚ ⓣⓗⓘⓢ ⓟⓡⓞⓞⓕ")
    proof = page.locator(".kb-proof").filter(has=button).first
    proof.get_by_role("button", name="Ⓒⓗⓔⓒⓚ ⓣⓗⓘⓢ ⓟⓡⓞⓞⓕ").click()
    expect(proof.get_by_role("status")).to_have_text(re.compile("^Ⓒⓗⓔⓒⓚⓔⓓ ⓘⓝ ⓨⓞⓤⓡ ⓑⓡⓞⓦⓢⓔⓡ"))
    expect(proof.locator(".kb-replayed").first).to_have_text("✓ ⓒⓗⓔⓒⓚⓔⓓ")
