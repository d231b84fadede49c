"""What other sites show of ours, in a bare page of theirs at another origin: its theme, its height, its links."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Frame, Page, expect

from hornbook.publish import Engine
from tests.browser.sites import Sites, wait_until
from tests.browser.test_pages import AXE
from tests.where import REPOSITORY

Open = Callable[..., Page]
Host = Callable[[str], str]

GUIDE = (REPOSITORY / "docs" / "embedding.md").read_text(encoding="utf-8")
LISTENER = re.findall(r"^<script>.*?</script>$", GUIDE, re.DOTALL | re.MULTILINE)[0]
"""What the guide tells hosts to write, so that frames are as high as what they show."""
POST = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A post</title>
<meta name="viewport" content="width=device-width"><style>{style}</style></head>
<body><h1>A post</h1><iframe src="{src}" title="Embedded" width="100%" height="150"></iframe>{script}</body></html>
"""
VIEW, TERM, CLAIM = "embed/by-definition/", "embed/term/square/", "embed/claim/what-makes-a-square/ddc87b3bea/"
KINDS = {
    "view": VIEW,
    "explorer": f"{VIEW}?explore",
    "chain": "embed/from-plan-to-figure/",
    "framework": "embed/plane/",
    "term": TERM,
    "claim": CLAIM,
}
DEVICES: dict[str, dict[str, Any]] = {
    "light": {"color_scheme": "light"},
    "dark phone": {
        "color_scheme": "dark",
        "viewport": {"width": 360, "height": 740},
        "has_touch": True,
        "is_mobile": True,
    },
}
LIGHT, DARK = "rgb(255, 255, 255)", "rgb(30, 33, 41)"


def ground(of: Page | Frame) -> str:
    colour: str = of.evaluate("getComputedStyle(document.body).backgroundColor")
    return colour


def frame_of(page: Page) -> Frame:
    page.wait_for_load_state("networkidle")
    (frame,) = page.frames[1:]
    return frame


@pytest.fixture
def embedded(home: str, hosted: Host, opened: Open) -> Callable[..., Page]:
    """Opens somebody's page that shows what stands at an address of ours."""

    def open_post(address: str, style: str = "", script: str = LISTENER, **options: Any) -> Page:
        return opened(hosted(POST.format(src=home + address, style=style, script=script)), **options)

    return open_post


@pytest.mark.parametrize("engine", list(Engine))
def test_pages_say_where_oembed_stands(sample: Sites, engine: Engine) -> None:
    site = sample.folder(engine)
    for page, oembed in ((f"terms/square/{''}", TERM), ("diagrams/by-definition/", VIEW)):
        written = (site / page / "index.html").read_text(encoding="utf-8")
        address = f"{sample.published}{oembed}oembed.json"
        assert re.search(rf'<link rel="alternate " type="?application/json\+oembed"? href="?{address}"?', written)
        assert (site / oembed / "oembed.json").is_file()


@pytest.mark.parametrize(("scheme", "colour"), [("light", LIGHT), ("dark", DARK)])
def test_the_theme_is_the_readers(embedded: Callable[..., Page], scheme: str, colour: str) -> None:
    assert ground(frame_of(embedded(TERM, color_scheme=scheme))) == colour


@pytest.mark.parametrize(("theme", "colour"), [("light", LIGHT), ("dark", DARK), ("other", LIGHT)])
def test_a_host_can_name_the_theme(embedded: Callable[..., Page], theme: str, colour: str) -> None:
    for scheme in ("light", "dark") if theme != "other" else ("light",):
        assert ground(frame_of(embedded(f"{VIEW}?theme={theme}", color_scheme=scheme))) == colour


def test_a_host_whose_theme_is_switched_tells_so(embedded: Callable[..., Page]) -> None:
    page = embedded(TERM, color_scheme="light")
    frame = frame_of(page)
    for theme, colour in (("dark", DARK), ("nonsense", DARK), ("light", LIGHT)):
        message = f'{{type: "hornbook-theme", theme: "{theme}"}}'
        page.evaluate(f'document.querySelector("iframe").contentWindow.postMessage({message}, "*")')
        wait_until(frame, f'getComputedStyle(document.body).backgroundColor === "{colour}"')


def test_a_frame_becomes_as_high_as_what_it_shows(embedded: Callable[..., Page]) -> None:
    page = embedded(CLAIM)
    frame = frame_of(page)
    scrolls = "document.documentElement.scrollHeight - innerHeight"
    wait_until(frame, f"{scrolls} === 0 && innerHeight !== 150")
    before = frame.evaluate("innerHeight")
    frame.locator("summary").first.click()
    wait_until(frame, f"innerHeight > {before} && {scrolls} === 0")
    frame.locator("summary").first.click()
    wait_until(frame, f"innerHeight === {before}")


def test_a_host_does_not_learn_what_a_reader_marks(embedded: Callable[..., Page]) -> None:
    noting = "<script>told = []; addEventListener('message', ({ data }) => told.push(JSON.stringify(data)))</script>"
    page = embedded(f"{VIEW}?explore", script=noting)
    frame = frame_of(page)
    frame.get_by_label("rectangle: holds").check()
    wait_until(frame, "location.hash.includes('holds=')")
    before = page.evaluate("told.length")
    page.evaluate("document.querySelector('iframe').width = 300")
    wait_until(page, f"told.length > {before}")
    assert not [one for one in page.evaluate("told") if "#" in one or "holds" in one]


def test_links_open_outside_those_that_a_script_wrote_too(embedded: Callable[..., Page]) -> None:
    page = embedded(f"{VIEW}?explore#holds=rectangle")
    frame = frame_of(page)
    for link in (frame.locator(".kb-results a:visible").first, frame.locator("footer a")):
        with page.context.expect_page() as opened:
            link.click()
        assert "/embed/" not in opened.value.url
    assert "/embed/by-definition/" in frame.url


def test_one_authors_sense_is_shown_where_it_is_asked_for(home: str, opened: Open) -> None:
    shown = ".kb-sense:visible"
    page = opened(home + TERM)
    expect(page.locator(shown)).to_have_count(3)
    for asked, senses in (("by=workshop", ["workshop"]), ("in=plane", ["plane", "loose"]), ("by=loose", ["loose"])):
        page.goto(f"{home}{TERM}?{asked}")
        assert [one.get_attribute("id") for one in page.locator(shown).all()] == [f"sense-{one}" for one in senses]
        expect(page.locator(".kb-short")).to_be_hidden()
    page.goto(f"{home}{TERM}?by=nobody")
    expect(page.locator(shown)).to_have_count(3)


def test_the_explorer_takes_the_place_of_the_figure(home: str, opened: Open) -> None:
    page = opened(f"{home}{VIEW}?theme=dark")
    expect(page.locator(".kb-explorer form")).to_be_hidden()
    page.get_by_role("link", name="Try what follows if").click()
    expect(page.locator(".kb-explorer form")).to_be_visible()
    expect(page.locator(".kb-still")).to_be_hidden()
    assert ground(page) == DARK
    page.get_by_label("rectangle: holds").check()
    page.get_by_label("rhombus <lozenge>: holds").check()
    expect(page.get_by_role("status")).to_contain_text("Follows")
    assert "#holds=" in page.url


@pytest.mark.parametrize(("scheme", "colour"), [("light", LIGHT), ("dark", DARK)])
def test_what_matters_is_there_without_a_script(
    embedded: Callable[..., Page], home: str, opened: Open, scheme: str, colour: str
) -> None:
    page = embedded(TERM, java_script_enabled=False, color_scheme=scheme)
    assert ground(frame_of(page)) == colour
    page = opened(f"{home}{TERM}?by=workshop", java_script_enabled=False, color_scheme=scheme)
    expect(page.locator(".kb-sense:visible")).to_have_count(3)
    page.goto(f"{home}{VIEW}?explore")
    expect(page.locator(".kb-still svg:visible")).to_have_count(1)
    expect(page.locator(".kb-explorer form")).to_be_hidden()
    page.goto(home + KINDS["framework"])
    expect(page.locator(".kb-without-script")).to_be_visible()
    page.goto(home + CLAIM)
    expect(page.locator(".kb-claim-head")).to_be_visible()
    page.locator("summary").first.click()
    expect(page.locator(".kb-certificate > div").first).to_be_visible()


@pytest.mark.parametrize("device", DEVICES)
@pytest.mark.parametrize("kind", KINDS)
def test_nobody_meets_a_barrier(home: str, opened: Open, kind: str, device: str) -> None:
    page = opened(home + KINDS[kind], **DEVICES[device])
    page.wait_for_load_state("networkidle")
    for summary in page.locator("summary:visible").all():
        summary.click()
    page.evaluate(AXE)
    found = page.evaluate("axe.run({resultTypes: ['violations']})")["violations"]
    assert [(one["id"], [node["target"] for node in one["nodes"]][:4]) for one in found] == []
    for width in (280, 320, 600, 900):
        page.set_viewport_size({"width": width, "height": 700})
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, width
