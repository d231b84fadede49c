"""The badge of a claim: read by everybody, whatever is blocked, and never wider than its words."""

import re
from struct import unpack

import pytest
from defusedxml.ElementTree import fromstring

from hornbook.diagrams.badge import badge_svg
from hornbook.diagrams.paint import DARK, LIGHT
from hornbook.diagrams.raster import png
from hornbook.diagrams.text import BOLD, MEDIUM, text_width
from hornbook.logic import UNSETTLED, Unsettled, Verdict
from hornbook.reasoning.verdicts import VERDICT_WORDS
from tests.diagrams.test_styles import contrast

SVG = "{http://www.w3.org/2000/svg}"
EVERY = pytest.mark.parametrize("verdict", [*Verdict, UNSETTLED], ids=str)


def badge(verdict: Verdict | Unsettled, name: str = "Quadrilaterals", claim: str = "If A, then B") -> str:
    return badge_svg(name, claim, verdict, VERDICT_WORDS[verdict].word.lower())


@EVERY
def test_it_says_the_verdict_and_the_claim(verdict: Verdict | Unsettled) -> None:
    root = fromstring(badge(verdict))
    word = VERDICT_WORDS[verdict].word.lower()
    assert [text.text for text in root.iter(f"{SVG}text")] == ["Quadrilaterals", word]
    title = root.find(f"{SVG}title")
    assert title is not None
    assert title.text == root.get("aria-label") == f"If A, then B: {word}. Quadrilaterals"
    assert root.get("role") == "img"


def test_verdicts_differ_in_more_than_colour() -> None:
    shapes = [re.findall(r'class="kb-mark" d="([^"]*)"', badge(verdict)) for verdict in VERDICT_WORDS]
    assert all(len(shape) == 1 for shape in shapes)
    assert len({shape[0] for shape in shapes}) == len(shapes)


@EVERY
def test_its_words_stay_within_it(verdict: Verdict | Unsettled) -> None:
    root = fromstring(badge(verdict, name="A name that is longer than any badge can be, and then some more"))
    name, word = root.iter(f"{SVG}text")
    block = next(path for path in root.iter(f"{SVG}path") if path.get("class") == "kb-said")
    begins = float(re.findall(r"M([\d.]+)", block.get("d") or "")[0])
    assert name.text is not None
    assert name.text.endswith("…")
    assert word.text is not None
    assert 9 + text_width(name.text, 12, MEDIUM) <= begins
    assert float(word.get("x") or 0) + text_width(word.text, 12, BOLD) <= float(root.get("width") or 0)


@EVERY
def test_the_sign_and_then_the_word_stand_on_a_ground_that_ends_with_it(verdict: Verdict | Unsettled) -> None:
    root = fromstring(badge(verdict))
    outlines = {path.get("class"): path for path in root.iter(f"{SVG}path")}
    ground = [float(across) for across in re.findall(r"(?:[MH]|0 0 1 )([\d.]+)", outlines["kb-said"].get("d") or "")]
    sign = float(re.findall(r"\(([\d.]+) ", outlines["kb-mark"].get("transform") or "")[0])
    *_, word = root.iter(f"{SVG}text")
    assert min(ground) < sign < sign + 8 < float(word.get("x") or 0) < max(ground)
    assert max(ground) == float(root.get("width") or 0)


def test_its_border_runs_around_the_same_corners_as_the_ground() -> None:
    root = fromstring(badge(Verdict.FOLLOWS))
    (border,) = root.iter(f"{SVG}rect")
    (turn,) = set(re.findall(r"A(\S+) (\S+) ", next(root.iter(f"{SVG}path")).get("d") or ""))
    radius = float(border.get("rx") or 0)
    for place, size, ground in zip(("x", "y"), ("width", "height"), turn, strict=True):
        start, length = float(border.get(place) or 0), float(border.get(size) or 0)
        assert start + radius == float(ground)
        assert start + length + start == float(root.get(size) or 0)


@EVERY
def test_its_colours_can_be_told_apart(verdict: Verdict | Unsettled) -> None:
    ground, said, name, word = re.findall(r' fill="(#[0-9a-f]{6})"', badge(verdict))
    assert contrast(ground, name) >= 4.5
    assert contrast(said, word) >= 4.5
    dark = dict(re.findall(r"\.(kb-\w+)\{fill:(#[0-9a-f]{6})", badge(verdict)))
    assert contrast(dark["kb-of"], dark["kb-whose"]) >= 4.5
    assert contrast(dark["kb-said"], dark["kb-word"]) >= 4.5
    assert ground == LIGHT["bg"]
    assert dark["kb-of"] == DARK["bg"]


def test_strangers_words_are_text() -> None:
    root = fromstring(badge(Verdict.OPEN, name='<b>&"x"</b>\x00', claim="]]> <script>"))
    assert [*root.iter("script")] == []
    assert next(root.iter(f"{SVG}text")).text == '<b>&"x"</b>\ufffd'


def test_it_can_be_painted() -> None:
    svg = badge(Verdict.FOLLOWS)
    width = round(float(fromstring(svg).get("width") or 0))
    picture = png(svg, 2 * width)
    assert unpack(">II", picture[16:24]) == (2 * width, 48)
