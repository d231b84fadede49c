"""Drawings as a browser shows them: large enough to be read at every width, and their text within its outlines."""

from base64 import b64encode
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from pathlib import Path

import pytest
from playwright.sync_api import Page

from hornbook.addresses import readable_parts
from hornbook.diagrams import Diagram, Variant, chain_of, css, diagram_of, lay_out, neighbourhoods_of, svg_inline
from hornbook.drawing_files import view_diagram
from hornbook.model import KnowledgeBase
from hornbook.publish import Engine
from tests.browser.sites import Sites
from tests.made import framework, implication, knowledge_base, term

Open = Callable[..., Page]

WIDTHS = (320, 360, 768, 1280, 1920)
LEAST = 12
"""No text of a drawing is smaller, in CSS pixels."""
ROOM = 2
"""As many pixels stay free between a text and the outline around it."""
LARGEST = 8
"""As many pages of the flagship are looked at: those with the largest drawings."""

_HERE = Path(__file__).parent
_INTER = _HERE.parents[1] / "builder" / "hornbook" / "diagrams" / "fonts"
FONTS = {
    "DejaVu Sans": {400: _HERE / "fonts" / "dejavu-400.woff2", 700: _HERE / "fonts" / "dejavu-700.woff2"},
    "like Arial": {400: _HERE / "fonts" / "like-arial-400.woff2", 700: _HERE / "fonts" / "like-arial-700.woff2"},
    "Inter": {
        400: _INTER / "Inter-Regular.otf",
        500: _INTER / "Inter-Medium.otf",
        600: _INTER / "Inter-SemiBold.otf",
    },
}
"""Files by weight. Each font takes the place of the first that drawings name."""

NASTY = (
    "WWWW",
    "mmmm MMMM",
    "W" * 40,
    "antidisestablishmentarianism-and-more",
    "0123456789 1000000",
    "Ångström naïve Übergröße ĳ",
    "ΑΒΓΔ Ωμέγα ψυχή",
    "汉字漢字かな한국어",
    "שלום עולם",
    "→ ∴ … — “quoted”",
    "a",
)

_SIZES = """() => {
  for (const part of document.querySelectorAll("details")) part.open = true;
  const texts = [...document.querySelectorAll("svg.kb-dg text")].filter((text) => text.getClientRects().length);
  return texts.map((text) => {
    const { a, b } = text.getScreenCTM();
    return parseFloat(getComputedStyle(text).fontSize) * Math.hypot(a, b);
  });
}"""
_SCROLLING = """() => [...document.querySelectorAll(".kb-drawn")]
  .filter((box) => box.scrollWidth > box.clientWidth)
  .map((box) => [box.tabIndex, box.getAttribute("role"), Boolean(box.ariaLabel), getComputedStyle(box).overflowX])"""
_TWICE = """() => [...document.querySelectorAll("svg.kb-dg")].flatMap((drawing) => {
  const atoms = [...drawing.querySelectorAll(".kb-box")].map((box) => box.dataset.term || box.dataset.fact);
  return atoms.filter((atom, place) => atom && atoms.indexOf(atom) !== place);
})"""
_TOO_NEAR = """(room) => {
  const near = [];
  const pairs = [
    [".kb-box, .kb-pill", ":scope > .kb-shape", ":scope > .kb-label"],
    [".kb-tab", ".kb-flap", ".kb-word"],
  ];
  for (const [groups, outline, words] of pairs) {
    for (const group of document.querySelectorAll(groups)) {
      const around = group.querySelector(outline).getBBox(), text = group.querySelector(words), inner = text.getBBox();
      const free = [
        inner.x - around.x, around.x + around.width - inner.x - inner.width,
        inner.y - around.y, around.y + around.height - inner.y - inner.height,
      ];
      if (Math.min(...free) < room) near.push(`${text.textContent}: ${free.map((side) => side.toFixed(1))}`);
    }
  }
  return near;
}"""


def _with_drawings(site: Path) -> list[Path]:
    """Pages with drawings, those with most in them first."""
    pages = [page for page in site.rglob("index.html") if 'class="kb-dg' in page.read_text(encoding="utf-8")]
    return sorted(pages, key=lambda page: (-page.stat().st_size, page))


def _pages(sites: Sites, most: int | None) -> Iterator[str]:
    site = sites.folder(Engine.MKDOCS)
    for page in _with_drawings(site)[:most]:
        yield sites.address(Engine.MKDOCS) + page.parent.relative_to(site).as_posix() + "/"


@pytest.mark.parametrize(("content", "most"), [("sample", None), pytest.param("flagship", LARGEST)])
def test_text_in_drawings_is_never_small_and_what_scrolls_is_a_stop(
    request: pytest.FixtureRequest, opened: Open, content: str, most: int | None
) -> None:
    page = opened("about:blank")
    for address in _pages(request.getfixturevalue(content), most):
        page.goto(address)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            sizes = page.evaluate(_SIZES)
            assert sizes, address
            assert min(sizes) >= LEAST, (address, width)
            scrolling = page.evaluate(_SCROLLING)
            assert all(box == [0, "group", True, "auto"] for box in scrolling), (address, width, scrolling)


def test_an_atom_has_one_box_in_each_drawing(sample: Sites, opened: Open) -> None:
    page = opened("about:blank")
    for address in _pages(sample, None):
        page.goto(address)
        assert page.evaluate(_TWICE) == [], address


@pytest.mark.parametrize("font", FONTS)
@pytest.mark.parametrize("content", ["sample", "flagship"])
def test_text_keeps_off_its_outlines_in_every_font(
    request: pytest.FixtureRequest, opened: Open, content: str, font: str
) -> None:
    drawings = _every_diagram(request.getfixturevalue(content).knowledge)
    assert _too_near(opened("about:blank"), drawings, font) == []


@pytest.mark.parametrize("font", FONTS)
def test_any_words_keep_off_their_outlines(opened: Open, font: str) -> None:
    assert _too_near(opened("about:blank"), [_of_nasty_labels()], font) == []


def _too_near(page: Page, drawings: Iterable[Diagram], font: str) -> list[str]:
    faces = "".join(
        f"@font-face{{font-family:Inter;font-weight:{weight};"
        f"src:url(data:font/any;base64,{b64encode(file.read_bytes()).decode()})}}"
        for weight, file in FONTS[font].items()
    )
    layouts = (lay_out(diagram, variant, search=False) for diagram in drawings for variant in Variant)
    drawn = (svg_inline(layout, str, prefix=f"d{number}-") for number, layout in enumerate(layouts))
    page.set_content(f"<style>{faces}{css()}</style>{''.join(drawn)}")
    page.evaluate("document.fonts.ready")
    loaded: int = page.evaluate("[...document.fonts].filter((face) => face.status === 'loaded').length")
    assert loaded >= 2
    near: list[str] = page.evaluate(_TOO_NEAR, ROOM)
    return near


def _every_diagram(knowledge: KnowledgeBase) -> list[Diagram]:
    """What the site draws: views, chains, frameworks in parts, and neighbourhoods; each once."""
    views = (view_diagram(knowledge, view) for view in knowledge.views.values())
    chains = (chain_of(knowledge, one) for one in knowledge.chains.values())
    parts = (
        diagram_of(knowledge, one, part, id="part", title="", description="", goal=None)
        for one in knowledge.frameworks.values()
        for part in readable_parts(one.implications)
    )
    around = chain.from_iterable(
        map(neighbourhoods_of(knowledge, one).of, knowledge.terms) for one in knowledge.frameworks.values()
    )
    return list({(one.boxes, one.lines): one for one in chain(views, chains, parts, around)}.values())


def _of_nasty_labels() -> Diagram:
    """Each label in a leaf, in a condition's pill, and in a goal of its own."""
    ids = [f"t{number}" for number in range(len(NASTY))]
    knowledge = knowledge_base(term(id_, label) for id_, label in zip(ids, NASTY, strict=True))
    implications = [
        implication(f"i{number}", [id_], f"not {ids[number - 1]}", assuming=[ids[number - 2]])
        for number, id_ in enumerate(ids)
    ]
    return diagram_of(
        knowledge, framework(implications), implications, id="nasty", title="", description="", goal=ids[0]
    )
