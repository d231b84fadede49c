"""What the pages on use elsewhere tell people to write, in real sites of other people's engines."""

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path, PurePosixPath
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.sites import ORIGIN, Sites, serve
from tests.browser.test_use_elsewhere import DESK, PHONE, VIEW, snippet

Open = Callable[..., Page]
MATERIAL = """site_name: Elsewhere
theme: {name: material, font: false}
plugins: []
markdown_extensions: [attr_list, md_in_html]
"""
WITH_SPHINX = "project = 'Elsewhere'\nhtml_theme = 'alabaster'\n"


def with_mkdocs(folder: Path, written: str) -> Path:
    (folder / "docs").mkdir(parents=True)
    (folder / "docs/index.md").write_text(f"# A page\n\n{written}\n", encoding="utf-8")
    (folder / "mkdocs.yml").write_text(MATERIAL, encoding="utf-8")
    run([sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict"], folder)
    return folder / "site"


def with_sphinx(folder: Path, written: str) -> Path:
    folder.mkdir()
    (folder / "index.rst").write_text(f"A page\n======\n\n{written}\n", encoding="utf-8")
    (folder / "conf.py").write_text(WITH_SPHINX, encoding="utf-8")
    run([sys.executable, "-m", "sphinx", "-q", "-W", "-b", "html", ".", "site"], folder)
    return folder / "site"


def run(command: list[str], folder: Path) -> None:
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(("name", "make"), [("mkdocs", with_mkdocs), ("sphinx", with_sphinx)])
def test_the_picture_is_in_a_real_site(
    tmp_path: Path, sample: Sites, home: str, opened: Open, name: str, make: Callable[[Path, str], Path]
) -> None:
    written = snippet(opened(home + VIEW), name).replace(sample.published, home)
    server = serve(make(tmp_path / "elsewhere", written))
    devices: tuple[dict[str, Any], ...] = (DESK, PHONE)
    try:
        for device in devices:
            page = opened(f"{ORIGIN}:{server.server_port}/", **device)
            page.wait_for_load_state("networkidle")
            image = page.get_by_role("img", name=re.compile(r"\w+\. \w+")).first
            shown = image.evaluate("({currentSrc, naturalWidth}) => ({currentSrc, naturalWidth})")
            assert PurePosixPath(shown["currentSrc"]).name.startswith("by-definition")
            assert shown["naturalWidth"] > 0
            assert "CC BY" in page.inner_text("body")
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    finally:
        server.shutdown()
        server.server_close()
