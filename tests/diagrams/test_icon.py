"""The site's icon: well-formed, small, on its grid, and right in both schemes of colours."""

import re

from defusedxml.ElementTree import fromstring

from hornbook.diagrams.icon import GRID, favicon_svg
from hornbook.diagrams.paint import DARK, LIGHT
from hornbook.diagrams.raster import png
from hornbook.publish.addresses import base_of
from hornbook.publish.documents import read_drawing
from hornbook.publish.gate import check_document
from hornbook.publish.origins import Origins
from hornbook.publish.theme import Theme

SVG = "{http://www.w3.org/2000/svg}"


def test_the_icon_is_a_small_square_drawing() -> None:
    root = fromstring(favicon_svg())
    assert root.tag == f"{SVG}svg"
    assert root.get("viewBox") == f"0 0 {GRID} {GRID}"
    width, height = int(root.get("width", "")), int(root.get("height", ""))
    assert width == height
    assert width % GRID == 0, "its edges lie between the pixels of a screen"
    assert [child.tag for child in root] == [f"{SVG}{tag}" for tag in ("style", "rect", "path", "rect", "rect")]
    assert len(favicon_svg()) < 1000


def test_every_outline_stays_within_the_grid() -> None:
    for box in fromstring(favicon_svg()).iter(f"{SVG}rect"):
        half = 0.5 if box.get("stroke") else 0
        for place, size in (("x", "width"), ("y", "height")):
            start, length = float(box.get(place, 0)), float(box.get(size, 0))
            assert start - half >= 0
            assert start + length + half <= GRID
            assert (start - half).is_integer(), "an edge between pixels is blurred"


def test_it_is_light_by_attributes_and_dark_by_style() -> None:
    style = fromstring(favicon_svg()).findtext(f"{SVG}style", "")
    attributes = re.sub(r"<style>.*</style>", "", favicon_svg())
    assert style.startswith("@media (prefers-color-scheme:dark){")
    for name in ("goal", "rule", "derived", "derivedline"):
        assert LIGHT[name] in attributes
        assert DARK[name] in style
        assert DARK[name] not in attributes


def test_the_gate_lets_it_pass() -> None:
    base = base_of("https://example.org/")
    document = read_drawing("favicon.svg", favicon_svg().encode())
    assert list(check_document(document, Origins(frozenset(), {}, {}, Theme({}, ())), base)) == []


def test_it_can_be_painted_at_any_size() -> None:
    assert png(favicon_svg(), 16) != png(favicon_svg(), 180)
