"""The SVG: well-formed, only what is allowed, right without CSS, the same bytes each time."""

import os
import re
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
from defusedxml.ElementTree import fromstring
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hornbook.diagrams import (
    Credit,
    Diagram,
    Layout,
    Theme,
    Variant,
    css,
    frame_of,
    lay_out,
    neighbourhoods_of,
    svg_file,
    svg_inline,
)
from hornbook.diagrams.paint import BADGES, BOXES, DARK, LIGHT, LINES
from hornbook.diagrams.shapes import LEAST_MARGIN
from hornbook.diagrams.text import clean
from hornbook.diagrams.values import Area
from hornbook.logic import Literal
from hornbook.model import Framework, Implication, KnowledgeBase
from hornbook.reasoning.proof_path import Lit
from tests.effort import tries

Imply = Callable[..., Implication]
Drawn = Callable[..., Diagram]

SVG = "{http://www.w3.org/2000/svg}"
XLINK = "{http://www.w3.org/1999/xlink}href"

ELEMENTS = {"svg", "title", "desc", "style", "g", "a", "rect", "path", "text", "tspan", "circle"}
ATTRIBUTES = {
    "aria-describedby",
    "aria-hidden",
    "aria-label",
    "aria-labelledby",
    "class",
    "color",
    "d",
    "data-fact",
    "data-from",
    "data-implication",
    "data-term",
    "data-to",
    "display",
    "fill",
    "font-family",
    "font-size",
    "font-weight",
    "height",
    "id",
    "r",
    "role",
    "rx",
    "stroke",
    "stroke-dasharray",
    "stroke-linecap",
    "stroke-width",
    "target",
    "text-anchor",
    "transform",
    "viewBox",
    "width",
    "x",
    "y",
    XLINK,
}

NAMES = ("intent-centric", "robustness-centric", "both-routes", "unusual")
EVERY = pytest.mark.parametrize("name", NAMES)
FIXED = pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.DARK])

LIT = Lit(
    given=frozenset({Literal("outer-alignment"), Literal("inner-alignment"), Literal("mesa-optimizer")}),
    follows=frozenset({Literal("objective-robustness"), Literal("intent-alignment")}),
    implications=frozenset({"inner-gives-objective", "outer-and-objective-give-intent"}),
)


def _credit(site: str) -> Credit:
    return Credit(author="An author", publisher="A glossary", address="https://a.example/x/", site=site, licence="CC0")


def _size(layout: Layout, site: str) -> tuple[int, int]:
    frame = frame_of(layout, _credit(site))
    return frame.width, frame.height


def _address(term: str) -> str:
    return f'../terms/{term}/?a=1&b="2"'


def _file(diagram: Diagram, theme: Theme, variant: Variant = Variant.NORMAL) -> str:
    return svg_file(lay_out(diagram, variant, search=False), theme, _address)


def _lit_file(diagram: Diagram, lit: Lit | None) -> str:
    return svg_file(lay_out(diagram, Variant.NORMAL, search=False), Theme.LIGHT, _address, lit=lit)


def _inline(diagram: Diagram, lit: Lit | None = None) -> str:
    return svg_inline(lay_out(diagram, Variant.NORMAL, search=False), _address, prefix="p-", lit=lit)


def _parsed(svg: str) -> Element:
    root: Element = fromstring(svg)
    return root


def _local(element: Element) -> str:
    return element.tag.removeprefix(SVG)


def _classed(root: Element, css_class: str) -> list[Element]:
    return [element for element in root.iter() if css_class in element.get("class", "").split()]


def _label(element: Element) -> str:
    """The label as it is read: its lines joined by spaces."""
    (text,) = _classed(element, "kb-label")
    lines = [line.text or "" for line in text.iter(f"{SVG}tspan")] or [text.text or ""]
    return " ".join(lines)


def _box(root: Element, term: str) -> Element:
    return next(box for box in _classed(root, "kb-box") if box.get("data-term") == term)


def _everything(diagram: Diagram) -> list[str]:
    return [
        *(_file(diagram, theme, variant) for theme in Theme for variant in Variant),
        _inline(diagram),
        _inline(diagram, LIT),
    ]


@EVERY
def test_only_allowed_elements_and_attributes_are_written(views: Mapping[str, Diagram], name: str) -> None:
    for svg in _everything(views[name]):
        for element in _parsed(svg).iter():
            assert _local(element) in ELEMENTS
            assert set(element.keys()) <= ATTRIBUTES


@EVERY
def test_every_drawing_has_a_title_and_a_description(views: Mapping[str, Diagram], name: str) -> None:
    for svg in _everything(views[name]):
        root = _parsed(svg)
        title, desc = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
        assert title is not None
        assert desc is not None
        assert (title.text, desc.text) == ("A drawing", "What it shows.")
        assert (root.get("aria-labelledby"), root.get("aria-describedby")) == (title.get("id"), desc.get("id"))
        assert len(list(root.iter(f"{SVG}title"))) == 1


@EVERY
def test_ids_are_unique_and_begin_with_the_prefix(views: Mapping[str, Diagram], name: str) -> None:
    for svg in _everything(views[name]):
        root = _parsed(svg)
        ids = [element.get("id", "") for element in root.iter() if element.get("id")]
        assert len(ids) == len(set(ids))
        prefix = "drawn-" if "kb-bg" in svg else "p-"
        assert all(one.startswith(prefix) for one in ids)


@EVERY
@FIXED
def test_fixed_files_have_no_style_and_no_links(views: Mapping[str, Diagram], name: str, theme: Theme) -> None:
    svg = _file(views[name], theme)
    assert not re.search(r"<style|<a |href|url\(|aria-label=", svg)
    assert _parsed(svg).get("role") == "img"


@EVERY
def test_auto_file_links_every_term_and_no_fact(views: Mapping[str, Diagram], name: str) -> None:
    root = _parsed(_file(views[name], Theme.AUTO))
    assert root.get("role") == "group"
    links = {element.get("data-term"): element.get(XLINK) for element in root.iter(f"{SVG}a")}
    terms = {box.atom for box in views[name].boxes if box.is_term}
    assert links == {term: _address(term) for term in terms}


def test_auto_file_follows_the_system(views: Mapping[str, Diagram]) -> None:
    svg = _file(views["both-routes"], Theme.AUTO)
    assert "@media (prefers-color-scheme:dark)" in svg
    assert "@media (forced-colors:active)" in svg
    assert ":focus-visible" in svg
    assert "var(" not in svg


@EVERY
def test_inline_drawing_is_one_line_without_style_and_href(views: Mapping[str, Diagram], name: str) -> None:
    svg = _inline(views[name])
    assert "\n" not in svg
    assert "<style" not in svg
    assert not re.search(r"[^:]href=", svg)
    for link in _parsed(svg).iter(f"{SVG}a"):
        assert link.get("role") == "link"
        assert link.get(XLINK) == _address(link.get("data-term", ""))


def test_implications_link_where_they_have_addresses(views: Mapping[str, Diagram]) -> None:
    layout = lay_out(views["intent-centric"], Variant.NORMAL, search=False)
    svg = svg_inline(layout, _address, prefix="p", implication_address_of=lambda one: f"#{one}")
    pills = _classed(_parsed(svg), "kb-pill")
    assert [pill.get(XLINK) for pill in pills] == [f"#{pill.get('data-implication')}" for pill in pills]
    fixed = svg_file(layout, Theme.DARK, _address, implication_address_of=lambda one: f"#{one}")
    assert "href" not in fixed


def test_pills_are_named_by_their_words_and_a_sentence(views: Mapping[str, Diagram]) -> None:
    names = {pill.get("aria-label") for pill in _classed(_parsed(_inline(views["intent-centric"])), "kb-pill")}
    assert "AND: Intent alignment holds if outer alignment holds and objective robustness holds." in names
    assert any(
        name is not None and name.startswith("if mesa-optimizer: Objective robustness holds if") for name in names
    )


@EVERY
def test_premise_lines_have_no_head_and_each_conclusion_has_one(views: Mapping[str, Diagram], name: str) -> None:
    lines = _classed(_parsed(_file(views[name], Theme.AUTO)), "kb-edge")
    heads = [line.get("data-to") for line in lines if _classed(line, "kb-head")]
    assert heads == [str(line.target) for line in views[name].lines if line.arrow]


@EVERY
def test_focus_order_is_reading_order(views: Mapping[str, Diagram], name: str) -> None:
    def place(element: Element) -> tuple[float, float]:
        """The centre of a box that reads from the top; its outline is a rectangle or a polygon."""
        (shape,) = _classed(element, "kb-shape")
        if shape.get("d"):
            numbers = [float(number) for number in re.findall(r"[-\d.]+", shape.get("d", ""))]
            xs, ys = numbers[::2], numbers[1::2]
            return (min(ys) + max(ys)) / 2, (min(xs) + max(xs)) / 2
        left, top, width, height = (float(shape.get(key, "")) for key in ("x", "y", "width", "height"))
        return top + height / 2, left + width / 2

    root = _parsed(_inline(views[name]))
    nodes = _classed(root, "kb-nodes")[0]
    places = [(round(y, 1), round(x, 1)) for y, x in map(place, nodes)]
    assert places == sorted(places)


@settings(max_examples=tries(30), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=70), title=st.text(max_size=200))
def test_any_text_comes_back_as_text(
    text: str,
    title: str,
    drawn: Drawn,
    implication: Imply,
    knowledge_of: Callable[[Mapping[str, str]], KnowledgeBase],
) -> None:
    base = knowledge_of({"a": f"X{text}", "b": "B"})
    plain = drawn([implication("i", ["a"], "b")], base=base)
    diagram = Diagram(id="i", title=title, description=text, boxes=plain.boxes, pills=plain.pills, lines=plain.lines)
    expected = re.sub(r"\s", "", clean(plain.boxes[0].label))
    for svg in (_file(diagram, Theme.AUTO), _file(diagram, Theme.DARK, Variant.NARROW), _inline(diagram)):
        root = _parsed(svg)
        assert re.sub(r"\s", "", _label(_box(root, "a"))) == expected
        assert (root.findtext(f"{SVG}title") or "") == clean(title)
        assert (root.findtext(f"{SVG}desc") or "") == clean(text)
        assert {_local(element) for element in root.iter()} <= ELEMENTS


@pytest.mark.parametrize(
    "text", ["</text><script>alert(1)</script>", "&lt;b&gt; ]]>", "\" onload='x'", "<!--", "𝛼\u202e"]
)
def test_markup_in_labels_stays_text(
    text: str,
    drawn: Drawn,
    implication: Imply,
    knowledge_of: Callable[[Mapping[str, str]], KnowledgeBase],
) -> None:
    base = knowledge_of({"a": text, "b": "B"})
    root = _parsed(_inline(drawn([implication("i", ["a"], "b", assuming=["a"])], base=base)))
    label = drawn([implication("i", ["a"], "b")], base=base).boxes[0].label
    assert _label(_box(root, "a")).replace(" ", "") == label.replace(" ", "")


@EVERY
@FIXED
def test_fixed_files_are_painted_by_attributes(views: Mapping[str, Diagram], name: str, theme: Theme) -> None:
    palette = LIGHT if theme is Theme.LIGHT else DARK
    root = _parsed(_file(views[name], theme))
    (card,) = _classed(root, "kb-bg")
    assert card.get("fill") == palette["bg"]
    for element in _classed(root, "kb-box"):
        paint = BOXES[element.get("class", "").split()[-1]]
        (shape,), (text,) = _classed(element, "kb-shape"), _classed(element, "kb-label")
        assert shape.get("fill") == palette[paint.fill]
        assert shape.get("stroke") == palette[paint.stroke]
        assert text.get("fill") == palette[paint.ink]


def test_tabs_say_not_in_the_box_of_their_term(views: Mapping[str, Diagram]) -> None:
    layout = lay_out(views["unusual"], Variant.NORMAL, search=False)
    boxes = _classed(_parsed(svg_file(layout, Theme.LIGHT, _address)), "kb-box")
    tabs = {box.get("data-term") or box.get("data-fact"): _classed(box, "kb-tab") for box in boxes}
    assert {atom: len(found) for atom, found in tabs.items()} == {
        placed.box.atom: len(placed.tabs) for placed in layout.boxes
    }
    words = [text.text for found in tabs.values() for tab in found for text in _classed(tab, "kb-word")]
    assert set(words) == {"not"}


def test_names_of_boxes_leave_the_word_of_their_tabs_out(views: Mapping[str, Diagram]) -> None:
    for box in _classed(_parsed(_inline(views["unusual"])), "kb-box"):
        if _classed(box, "kb-tab") and box.get("data-term"):
            assert (box.get("aria-label") or "").replace("-", " ") == str(box.get("data-term")).replace("-", " ")


def test_conditional_lines_and_pills_are_dashed(views: Mapping[str, Diagram]) -> None:
    root = _parsed(_file(views["intent-centric"], Theme.LIGHT))
    dashed = {
        element.get("data-implication")
        for element in [*_classed(root, "kb-pill"), *_classed(root, "kb-edge")]
        if element[0].get("stroke-dasharray")
    }
    assert dashed == {"inner-gives-objective"}


def test_lit_boxes_have_class_badge_and_width_without_css(views: Mapping[str, Diagram]) -> None:
    root = _parsed(_lit_file(views["intent-centric"], LIT))

    def shown(term: str) -> list[str | None]:
        (badge,) = _classed(_box(root, term), "kb-badge")
        if badge.get("display") == "none":
            return []
        return [mark.get("class") for mark in badge if mark.get("class") and mark.get("display") != "none"]

    def width(term: str) -> float:
        return float(_classed(_box(root, term), "kb-shape")[0].get("stroke-width", ""))

    assert shown("outer-alignment") == shown("inner-alignment") == ["kb-tick"]
    assert shown("intent-alignment") == shown("objective-robustness") == ["kb-therefore"]
    assert shown("capability-robustness") == shown("impact-alignment") == []
    assert "kb-given" in _box(root, "outer-alignment").get("class", "")
    assert "kb-follows" in _box(root, "intent-alignment").get("class", "")
    assert width("intent-alignment") == width("outer-alignment") > width("capability-robustness")


def test_goal_that_is_not_reached_is_an_outline(views: Mapping[str, Diagram]) -> None:
    def shown(lit: Lit | None) -> str:
        return _box(_parsed(_inline(views["intent-centric"], lit)), "impact-alignment").get("class", "").split()[-1]

    reached = Lit(given=LIT.given, follows=LIT.follows | {Literal("impact-alignment")}, implications=LIT.implications)
    assert [shown(None), shown(LIT), shown(reached)] == ["kb-goal", "kb-unreached", "kb-follows"]
    assert (BOXES["kb-unreached"].fill, BOXES["kb-unreached"].stroke) == ("leaf", "goalline")


PAINT = {"fill", "stroke", "stroke-dasharray", "font-family", "font-size", "font-weight", "text-anchor", "display"}
GROUPS = {"kb-edges", "kb-nodes"}


@EVERY
@pytest.mark.parametrize("lit", [None, LIT])
def test_the_style_sheet_paints_every_piece_of_a_drawing_in_a_page(
    views: Mapping[str, Diagram], name: str, lit: Lit | None
) -> None:
    root = _parsed(_inline(views[name], lit))
    painted = [one for one in root.iter() if PAINT.intersection(one.keys())]
    assert {one.get("class") for one in painted} == GROUPS
    rules = css()
    for piece in (*_classed(root, "kb-box"), *_classed(root, "kb-pill"), *_classed(root, "kb-edge")):
        group, *_, kind = (one for one in piece.get("class", "").split() if one not in {"kb-term", "kb-fact"})
        parts = ("kb-line",) if group == "kb-edge" else ("kb-shape", "kb-label")
        assert all(f".kb-dg .{group}.{kind}>.{part}{{" in rules for part in parts), (group, kind)


@EVERY
def test_an_implication_has_its_lines_once_in_a_page(views: Mapping[str, Diagram], name: str) -> None:
    edges = _classed(_parsed(_inline(views[name])), "kb-edge")
    assert len(edges) == len({(one.implication, one.kind) for one in views[name].lines})
    heads = [head.get("d", "").count("Z") for edge in edges for head in _classed(edge, "kb-head")]
    assert sum(heads) == sum(line.arrow for line in views[name].lines)


def test_lit_implications_have_thick_lines_that_lie_on_top(views: Mapping[str, Diagram]) -> None:
    lines = _classed(_parsed(_lit_file(views["both-routes"], LIT)), "kb-edge")
    fired = ["kb-fired" in line.get("class", "").split() for line in lines]
    assert {line.get("data-implication") for line, lit in zip(lines, fired, strict=True) if lit} == LIT.implications
    assert fired == sorted(fired)
    for line, lit in zip(lines, fired, strict=True):
        assert (float(line[0].get("stroke-width", "")) == LINES["kb-fired"].width) == lit


def test_box_whose_negation_is_lit_fails(views: Mapping[str, Diagram]) -> None:
    not_inner = Literal("inner-alignment", holds=False)
    lit = Lit(given=frozenset(), follows=frozenset({not_inner}), implications=frozenset())
    box = _box(_parsed(_inline(views["intent-centric"], lit)), "inner-alignment")
    assert "kb-fails" in box.get("class", "").split()
    (badge,) = _classed(box, "kb-badge")
    assert [mark.get("class") for mark in badge if mark.get("class")] == ["kb-cross"]


def test_nothing_is_lit_without_lit(views: Mapping[str, Diagram]) -> None:
    svg = _inline(views["intent-centric"])
    assert not re.search(r"kb-(given|follows|fails|fired|unreached)", svg)


def test_badges_wait_hidden_in_explorable_drawings_only(views: Mapping[str, Diagram]) -> None:
    layout = lay_out(views["intent-centric"], Variant.NORMAL, search=False)
    explorable = _parsed(svg_inline(layout, _address, prefix="p-", explorable=True))
    badges = _classed(explorable, "kb-badge")
    assert len(badges) == len(layout.boxes)
    assert {len(_classed(badge, mark)) for badge in badges for mark in BADGES.values()} == {1}
    assert ".kb-dg .kb-badge,.kb-dg .kb-badge>.kb-tick" in css()
    assert "kb-badge" not in _inline(views["intent-centric"])


def test_here_has_an_outline_of_its_own(knowledge: KnowledgeBase, flagship: Framework) -> None:
    for term, css_class in (("objective-robustness", "kb-box"), ("mesa-optimizer", "kb-pill")):
        root = _parsed(_inline(neighbourhoods_of(knowledge, flagship).of(term)))
        assert [bool(_classed(one, "kb-outline")) for one in _classed(root, css_class)].count(True) == 1


@EVERY
@pytest.mark.parametrize("variant", list(Variant))
def test_files_have_the_size_that_is_told(views: Mapping[str, Diagram], name: str, variant: Variant) -> None:
    layout = lay_out(views[name], variant, search=False)
    root = _parsed(svg_file(layout, Theme.LIGHT, _address, credit=_credit("A site")))
    width, height = _size(layout, "A site")
    assert (root.get("width"), root.get("height")) == (str(width), str(height))
    assert root.get("viewBox") == f"0 0 {width} {height}"


@EVERY
@pytest.mark.parametrize("variant", [Variant.NORMAL, Variant.NARROW])
def test_a_file_has_a_margin_on_every_side_and_its_caption_close_to_the_drawing(
    views: Mapping[str, Diagram], name: str, variant: Variant
) -> None:
    layout = lay_out(views[name], variant, search=False)
    frame = frame_of(layout, _credit("A glossary with quite a long name, and more"))
    whole = Area(x=layout.width / 2, y=layout.height / 2, width=layout.width, height=layout.height)
    shown, caption = frame.placed(whole), frame.caption_area
    for area in (shown, caption):
        assert area.left >= LEAST_MARGIN
        assert area.left == pytest.approx(frame.width - area.left - area.width)
    assert shown.top >= LEAST_MARGIN
    assert frame.height - caption.top - caption.height >= LEAST_MARGIN
    assert 0 < caption.top - shown.top - shown.height < shown.top


@pytest.mark.parametrize("name", NAMES[:3])
def test_narrow_files_and_drawings_fit_a_phone(views: Mapping[str, Diagram], name: str) -> None:
    layout = lay_out(views[name], Variant.NARROW, search=True)
    assert _size(layout, "A glossary with quite a long name, and more")[0] <= 331
    assert int(_parsed(svg_inline(layout, _address, prefix="p")).get("width", "")) <= 328


def test_caption_names_the_drawing_and_its_origin(views: Mapping[str, Diagram]) -> None:
    layout = lay_out(views["both-routes"], Variant.NORMAL, search=False)
    root = _parsed(svg_file(layout, Theme.LIGHT, _address, credit=_credit("Some & site")))
    assert [caption.text for caption in _classed(root, "kb-caption")] == ["A drawing · An author · Some & site · CC0"]


def test_flagship_drawings_are_small(views: Mapping[str, Diagram]) -> None:
    for name in NAMES[:3]:
        assert all(len(_file(views[name], theme).encode()) < 14_500 for theme in Theme)


def test_empty_diagram_is_still_a_picture(drawn: Drawn) -> None:
    for svg in _everything(drawn([])):
        assert not _classed(_parsed(svg), "kb-box")


_PROGRAM = """
from pathlib import Path
from hornbook.diagrams import Theme, Variant, lay_out, svg_file, svg_inline
from hornbook.diagrams.values import Box, Diagram, Kind, Line, Pill, Role
from hornbook.logic import Literal
boxes = [Box(atom=name, label=name * 4, role=Role.LEAF, is_term=True) for name in "abcdef"]
pills = [Pill(implication=f"i{n}", label="AND", kind=Kind.PLAIN, words="w") for n in range(3)]
lines = []
for n, (first, second, third) in enumerate(["abe", "cbe", "acf"]):
    lines += [Line(implication=f"i{n}", source=Literal(one), target=None, kind=Kind.PLAIN) for one in (first, second)]
    lines.append(Line(implication=f"i{n}", source=None, target=Literal(third), kind=Kind.PLAIN))
diagram = Diagram(id="d", title="t", description="d", boxes=tuple(boxes), pills=tuple(pills), lines=tuple(lines))
for variant in Variant:
    layout = lay_out(diagram, variant, search=True)
    print(svg_file(layout, Theme.AUTO, str), svg_inline(layout, str, prefix="p"))
"""


def test_fresh_processes_write_the_same_bytes() -> None:
    root = Path(__file__).resolve().parents[2]
    outputs = {
        subprocess.run(
            [sys.executable, "-c", _PROGRAM],
            cwd=root,
            env={**os.environ, "PYTHONHASHSEED": seed},
            check=True,
            capture_output=True,
        ).stdout
        for seed in ("1", "4242")
    }
    (output,) = outputs
    assert output.count(b"<svg") == 2 * len(Variant)
