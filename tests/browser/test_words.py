"""What scripts say on a site in another language: nothing that its catalogue does not have."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

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


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, frozenset[str]]:
    """The pages that are looked at, in the bare frame that they need, and their scripts; and what is Latin rightly."""
    root = tmp_path_factory.mktemp("circled")
    built, known = built_in_circles()
    for path in built:
        if path.startswith("docs/assets/hornbook/") and path.endswith(".js"):
            target = root / path.removeprefix("docs/")
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(built[path])
    for address in PAGES.values():
        blocks = built[f"docs/{address}index.md"].decode().partition("\n---\n")[2]
        shown = "\n".join(line for line in blocks.splitlines() if not line.startswith("#"))
        script = f"{'../' * address.count('/')}assets/hornbook/hornbook.js"
        page = root / address / "index.html"
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(
            f'<!doctype html><html lang="x-circled"><head><meta charset="utf-8"><title>.</title></head>'
            f'<body><main><article>{shown}</article></main><script src="{script}"></script></body></html>'
        )
    return root, known


@pytest.mark.parametrize("address", PAGES.values(), ids=PAGES)
def test_scripts_say_nothing_that_is_in_no_catalogue(
    site: tuple[Path, frozenset[str]], opened: Callable[..., Page], address: str
) -> None:
    root, known = site
    path = root / address / "index.html"
    written = path.read_text()
    there = {word for text in not_said({path.name: written.encode()}, known)[path.name] for word in LATIN.findall(text)}
    seen: list[str] = opened(path.as_uri()).evaluate(ASKED)
    assert [text for text in seen if set(LATIN.findall(text)) - there - known] == []
    assert [text for text in seen if re.search("[Ⓐ-ⓩ]", text) and text.strip() not in written]
