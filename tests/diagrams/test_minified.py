"""Drawings stay what they are where a host makes them small with SVGO, or takes their styles away."""

import os
import re
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
from defusedxml.ElementTree import fromstring

from hornbook.diagrams import Diagram, Theme, Variant, lay_out, svg_file
from hornbook.diagrams.paint import LIGHT
from hornbook.diagrams.raster import png

SVGO = Path(__file__).resolve().parents[1] / "validity" / "node_modules" / "svgo" / "bin" / "svgo.js"
MISSING = "SVGO is not there: run `npm ci --ignore-scripts --prefix tests/validity`"
XLINK = "{http://www.w3.org/1999/xlink}href"
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def drawings(views: Mapping[str, Diagram]) -> dict[str, str]:
    return {
        f"{name}.{theme}.svg": svg_file(
            lay_out(views[name], Variant.NORMAL, search=False), theme, "https://a.b/{}".format
        )
        for name in ("both-routes", "unusual")
        for theme in Theme
    }


def made_small(drawings: Mapping[str, str], folder: Path) -> dict[str, str]:
    """The drawings as SVGO's own settings leave them."""
    node = shutil.which("node")
    if node is None or not SVGO.is_file():
        (pytest.skip if "HORNBOOK_BROWSER_REQUIRED" not in os.environ else pytest.fail)(MISSING)
    assert node is not None
    for name, svg in drawings.items():
        (folder / name).write_text(svg, encoding="utf-8")
    subprocess.run([node, str(SVGO), "--quiet", "--folder", str(folder)], check=True, timeout=120)
    return {name: (folder / name).read_text(encoding="utf-8") for name in drawings}


def without_style(drawings: Mapping[str, str]) -> dict[str, str]:
    """The drawings without what hosts strip: the style and what it goes by."""
    return {
        name: re.sub(r"<style>.*?</style>| class=\"[^\"]*\"", "", svg, flags=re.DOTALL)
        for name, svg in drawings.items()
    }


def seen(svg: str) -> list[tuple[str, str]]:
    """Each text with the colour that it has without any style: its own, or that of the element around it."""
    root = fromstring(svg)

    def walk(element: Element, fill: str) -> list[tuple[str, str]]:
        fill = re.sub("^#(.)(.)(.)$", r"#\1\1\2\2\3\3", element.get("fill", fill))
        if element.tag == f"{SVG}text":
            return [(re.sub(r"\s", "", "".join(element.itertext())), fill)]
        return [text for child in element for text in walk(child, fill)]

    return walk(root, "black")


@pytest.mark.parametrize("way", ["small", "without style"])
def test_every_text_link_and_name_stays(drawings: Mapping[str, str], tmp_path: Path, way: str) -> None:
    treated = made_small(drawings, tmp_path) if way == "small" else without_style(drawings)
    for name, svg in drawings.items():
        before, after = fromstring(svg), fromstring(treated[name])
        assert seen(treated[name]) == seen(svg), name
        for tag in ("title", "desc"):
            assert [one.text for one in before.iter(SVG + tag)] == [one.text for one in after.iter(SVG + tag)]
        for attribute in (XLINK, "target", "aria-label", "viewBox"):
            first, second = ([one.get(attribute, "") for one in root.iter()] for root in (before, after))
            assert sorted(filter(None, first)) == sorted(filter(None, second)), (name, attribute)


def test_a_drawing_looks_the_same_without_its_style(drawings: Mapping[str, str]) -> None:
    for name, svg in without_style(drawings).items():
        if ".auto." in name:
            light = drawings[name.replace(".auto.", ".light.")]
            assert png(svg, 300) == png(light, 300)
            assert LIGHT["bg"] in svg
