"""Files of drawings in other people's pages: they change nothing there, and are right where styles are blocked."""

from collections.abc import Iterator
from importlib.resources import files

import pytest
from playwright.sync_api import Browser, Page

from hornbook.diagrams.paint import DARK, LIGHT
from hornbook.drawing_files import drawn_files
from hornbook.load import load
from tests.where import SAMPLE

AXE = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
NAME = "by-diagonals"
HOST = """<!doctype html><html lang="en"><title>A host</title><style>body { color: #123; }</style>{policy}
<main><h1>A host</h1><p><a href="#x" class="kb-box">A link</a> <svg width="9" height="9"><text>x</text></svg></p>
{drawings}</main></html>"""
NO_STYLE = "<meta http-equiv=\"content-security-policy\" content=\"default-src 'none'; style-src 'none'\">"

_LOOKS = """() => {
  const link = document.querySelector("main > p > a");
  link.focus();
  return [...document.querySelectorAll("body, h1, main > p > *, main > p > svg *")].map((one) => {
    const style = getComputedStyle(one);
    return [...style].map((name) => `${name}: ${style.getPropertyValue(name)}`).join(";");
  });
}"""
_FILLS = """() => Object.fromEntries(
  ["bg", "caption"].map((name) => [name, getComputedStyle(document.querySelector(`.kb-${name}`)).fill])
)"""
_STOPS = """() => [...document.querySelectorAll("svg.kb-file a")].map((link) => {
  link.focus();
  const ring = link.querySelector(".kb-ring");
  const text = link.querySelector("text");
  return ring ? getComputedStyle(ring).stroke : getComputedStyle(text).textDecorationLine;
})"""


@pytest.fixture(scope="module")
def drawings() -> dict[str, str]:
    knowledge = load(SAMPLE).knowledge
    assert knowledge is not None
    return {
        address.removeprefix(f"diagrams/{NAME}."): data.decode()
        for address, data in drawn_files(knowledge).items()
        if address.startswith(f"diagrams/{NAME}.") and address.endswith(".svg")
    }


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    with browser.new_context(viewport={"width": 1000, "height": 900}) as context:
        yield context.new_page()


def show(page: Page, *drawings: str, policy: str = "") -> None:
    page.set_content(HOST.replace("{policy}", policy).replace("{drawings}", "\n".join(drawings)))


def rgb(colour: str) -> str:
    return f"rgb({', '.join(str(int(colour[start : start + 2], 16)) for start in (1, 3, 5))})"


def test_a_file_within_a_page_changes_nothing_around_it(page: Page, drawings: dict[str, str]) -> None:
    show(page)
    before = page.evaluate(_LOOKS)
    show(page, drawings["svg"], drawings["narrow.svg"], drawings["wide.svg"])
    after = page.evaluate(_LOOKS)
    # the height of what holds the drawings is theirs
    sizes = {"height", "block-size", "perspective-origin", "transform-origin"}
    for old, new in zip(before, after, strict=True):
        differ = {one.partition(":")[0] for one in set(old.split(";")) ^ set(new.split(";"))}
        assert differ <= sizes


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_file_is_light_or_dark_as_the_system_is(page: Page, drawings: dict[str, str], scheme: str) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    palette = DARK if scheme == "dark" else LIGHT
    show(page, drawings["svg"])
    assert page.evaluate(_FILLS) == {"bg": rgb(palette["bg"]), "caption": rgb(palette["muted"])}
    show(page, drawings["svg"], policy=NO_STYLE)
    assert page.evaluate(_FILLS) == {"bg": rgb(LIGHT["bg"]), "caption": rgb(LIGHT["muted"])}


def test_every_link_of_a_file_is_a_stop_that_is_seen_and_leaves_its_frame(page: Page, drawings: dict[str, str]) -> None:
    show(page, drawings["svg"])
    page.keyboard.press("Tab")  # so that what has the focus has it from the keyboard
    seen = page.evaluate(_STOPS)
    assert set(seen) == {rgb(LIGHT["focus"]), "underline"}
    links = page.locator("svg.kb-file a")
    assert len(seen) == links.count() > 3
    assert {links.nth(number).get_attribute("target") for number in range(links.count())} == {"_top"}


def test_axe_finds_no_barrier_in_a_file(page: Page, drawings: dict[str, str]) -> None:
    show(page, drawings["svg"])
    page.evaluate(AXE)
    found = page.evaluate("axe.run({resultTypes: ['violations']})")["violations"]
    assert [(one["id"], one["nodes"][0]["html"][:200]) for one in found] == []
    group = page.locator("svg.kb-file")
    assert group.get_attribute("role") == "group"
    assert page.evaluate("document.querySelector('svg.kb-file').getAttribute('aria-labelledby')") == f"{NAME}-title"


@pytest.mark.parametrize("width", [360, 1000])
def test_a_file_in_a_picture_keeps_its_words_large(page: Page, drawings: dict[str, str], width: int) -> None:
    """The narrow file at the width of a phone, the normal one where there is room; nothing is shown smaller."""
    name = "narrow.svg" if width == 360 else "svg"
    page.set_viewport_size({"width": width, "height": 900})
    show(page, drawings[name].replace("<svg ", '<svg style="max-width:100%;height:auto" ', 1))
    sizes = page.evaluate(
        "() => [...document.querySelectorAll('svg.kb-file text')].map("
        "(text) => parseFloat(text.getAttribute('font-size')) * text.getScreenCTM().a)"
    )
    assert min(sizes) >= 11.9
