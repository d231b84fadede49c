"""What the pages on use elsewhere tell people to write for Docusaurus, in a real site of it."""

import base64
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from selectolax.lexbor import LexborHTMLParser

from hornbook.pages.snippets import of_drawing
from tests.browser.sites import ORIGIN, Sites, serve
from tests.browser.test_use_elsewhere import DESK, PHONE, SMALLEST, VIEW, shown_in, snippet
from tests.pages.test_snippets import FORMS, HOSTILE, code, drawn, plain

Open = Callable[..., Page]
HERE = Path(__file__).parent / "docusaurus"
FOR_MDX = ("docusaurus", "mdx", "markdown")
FOR_HTML = ("html", "frame")
"""What is put into a page of Markdown that is no MDX, as Docusaurus reads `.md` where one asks for it."""
LIGHTNESS = """async (url) => {
  const image = new Image();
  image.src = url;
  await image.decode();
  const { width, height } = image;
  const context = Object.assign(document.createElement("canvas"), { width, height }).getContext("2d");
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, width, height);
  return data.reduce((sum, one) => sum + one, 0) / data.length;
}"""


@pytest.fixture(scope="module")
def docusaurus(
    tmp_path_factory: pytest.TempPathFactory, sample: Sites, home: str, browser: Browser
) -> Iterator[tuple[str, Path]]:
    """The address of a site of Docusaurus with the texts for it in its pages, and its folder."""
    assert (HERE / "node_modules").is_dir(), "run `make embeds`, which installs Docusaurus"
    use = browser.new_page()
    use.goto(home + VIEW)
    texts = {name: snippet(use, name).replace(sample.published, home) for name in (*FOR_MDX, *FOR_HTML)}
    use.close()
    hostile = of_drawing(drawn(*FORMS, title=HOSTILE, description=HOSTILE))
    folder = tmp_path_factory.mktemp("elsewhere")
    (folder / "docs").mkdir()
    for name in ("package.json", "docusaurus.config.mjs"):
        shutil.copy(HERE / name, folder)
    (folder / "node_modules").symlink_to(HERE / "node_modules")
    for name, written in {
        "index.mdx": ["---\nslug: /\n---", "# A page", *(texts[name] for name in FOR_MDX)],
        "html.md": ["# HTML", *(texts[name] for name in FOR_HTML)],
        "hostile.mdx": ["# Words", *(code(hostile, name) for name in FOR_MDX)],
    }.items():
        (folder / "docs" / name).write_text("\n\n".join(written) + "\n", encoding="utf-8")
    command = [str(folder / "node_modules/.bin/docusaurus"), "build"]
    quiet = {"NO_UPDATE_NOTIFIER": "1", "DOCUSAURUS_NO_PERSISTENT_CACHE": "1", "CI": "1"}
    done = subprocess.run(command, cwd=folder, env=os.environ | quiet, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    server = serve(folder / "build")
    yield f"{ORIGIN}:{server.server_port}/", folder / "build"
    server.shutdown()
    server.server_close()


def lightness(image: Locator) -> float:
    """How light a picture is as it is shown, from 0 to 255."""
    image.scroll_into_view_if_needed()
    picture = base64.b64encode(image.screenshot()).decode()
    found: float = image.page.evaluate(LIGHTNESS, f"data:image/png;base64,{picture}")
    return found


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("device", "file"), [(DESK, "by-definition.svg"), (PHONE, "by-definition.narrow.svg")])
@pytest.mark.parametrize("page_of", ["", "html"])
def test_the_picture_that_fits_is_there_and_can_be_read(
    docusaurus: tuple[str, Path], opened: Open, page_of: str, device: dict[str, Any], file: str, scheme: str
) -> None:
    page = opened(docusaurus[0] + page_of, color_scheme=scheme, **device)
    page.wait_for_load_state("networkidle")
    image = page.locator("picture > img").first
    name, smallest = shown_in(image)
    assert name == file
    assert smallest >= SMALLEST
    assert (lightness(image) > 128) is (scheme == "light")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert "CC BY" in page.inner_text("article")


def test_the_picture_follows_the_switch_of_the_site(docusaurus: tuple[str, Path], opened: Open) -> None:
    page = opened(docusaurus[0], color_scheme="light", **DESK)
    page.evaluate("localStorage.setItem('theme', 'dark')")
    page.reload(wait_until="networkidle")
    assert page.locator("html").get_attribute("data-theme") == "dark"
    for image in page.get_by_role("img", name="By definition. ").all():
        assert lightness(image) < 128


@pytest.mark.parametrize("page_of", ["", "html"])
def test_the_frame_shows_the_diagram(docusaurus: tuple[str, Path], opened: Open, page_of: str) -> None:
    page = opened(docusaurus[0] + page_of, **PHONE)
    frame = page.locator("article iframe")
    frame.scroll_into_view_if_needed()
    expect(page.frame_locator("article iframe").locator(".kb-drawn.kb-narrow")).to_be_visible()
    assert frame.evaluate("(one) => getComputedStyle(one).borderStyle") == "none"
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_words_make_no_markup_in_real_mdx(docusaurus: tuple[str, Path]) -> None:
    article = LexborHTMLParser((docusaurus[1] / "hostile/index.html").read_bytes()).css_first("article")
    assert article is not None
    assert article.css("b, i, input") == []
    images = article.css("img")
    assert len(images) == 2
    assert all(plain(HOSTILE) in (one.attributes["alt"] or "").replace("\u200b", "") for one in images)
    assert plain(HOSTILE) in article.text(deep=True).replace("\u200b", "")
