"""Chains: what is drawn, in words, in which order, and where it stands."""

import re
from collections.abc import Mapping, Sequence
from itertools import combinations, pairwise
from xml.etree.ElementTree import Element

import pytest
from defusedxml.ElementTree import fromstring
from hypothesis import given, settings
from hypothesis import strategies as st

from hornbook.diagrams import Diagram, Layout, Theme, Variant, chain_of, frame_of, lay_out, svg_file, svg_inline
from hornbook.diagrams.chains import UNNAMED
from hornbook.diagrams.layout import _laid_out
from hornbook.diagrams.shapes import PILL_SIZE, SPACINGS, label_weight, outline_of_box
from hornbook.diagrams.text import text_width
from hornbook.diagrams.values import Area, Kind
from hornbook.logic import Literal
from hornbook.model import Chain, Gap, KnowledgeBase, Labels, Link
from hornbook.reasoning.sentences import Named, chain_in_words, plain
from tests.effort import tries
from tests.made import HERE, chain

SVG = "{http://www.w3.org/2000/svg}"
XLINK = "{http://www.w3.org/1999/xlink}href"
VARIANTS = pytest.mark.parametrize("variant", list(Variant))
COLUMN_OF_TEXT = 656

Pair = tuple[str | None, str | None]


def _chain(links: Sequence[tuple[str | None, str]], gaps: Sequence[Pair], name: str = "drawn") -> Chain:
    return chain(
        name,
        [Link(term=term, label=label, labelling=Labels.SENTENCE_CASE, place=HERE) for term, label in links],
        [Gap(term=term, label=label, place=HERE) for term, label in gaps],
    )


FOUR = _chain(
    [
        (None, "Human values"),
        ("objective-robustness", "specified objective"),
        ("robustness", "learned internal objective"),
        (None, "model behaviour"),
    ],
    [("outer-alignment", None), ("inner-alignment", "inner"), (None, None)],
)
TWO = _chain([("robustness", "a & <b>"), (None, "c")], [(None, "the author’s own word")])
CHAINS: Mapping[str, Chain] = {"four": FOUR, "two": TWO}
EVERY = pytest.mark.parametrize("name", list(CHAINS))


def _address(term: str) -> str:
    return f"../{term}/"


def _parsed(svg: str) -> Element:
    root: Element = fromstring(svg)
    return root


def _classed(root: Element, css_class: str) -> list[Element]:
    return [element for element in root.iter() if css_class in element.get("class", "").split()]


def _inline(diagram: Diagram, variant: Variant = Variant.NORMAL) -> Element:
    return _parsed(svg_inline(lay_out(diagram, variant, search=False), _address, prefix="p-"))


def _label(element: Element) -> str:
    (text,) = _classed(element, "kb-label")
    return " ".join([line.text or "" for line in text.iter(f"{SVG}tspan")] or [text.text or ""])


def _areas(layout: Layout) -> list[Area]:
    """In the order of the chain: a box, a pill, a box …"""
    boxes = {box.box.atom: box.area for box in layout.boxes}
    pills = {pill.pill.implication: pill.area for pill in layout.pills}
    areas = [boxes[layout.diagram.boxes[0].atom]]
    for pill, box in zip(layout.diagram.pills, layout.diagram.boxes[1:], strict=True):
        areas += [pills[pill.implication], boxes[box.atom]]
    return areas


def _check_geometry(layout: Layout) -> None:
    for area, other in combinations(_areas(layout), 2):
        assert (
            abs(area.x - other.x) >= (area.width + other.width) / 2 - 0.05
            or abs(area.y - other.y) >= (area.height + other.height) / 2 - 0.05
        )
    for area in _areas(layout):
        assert min(area.left, area.top) >= -0.01
        assert area.left + area.width <= layout.width + 0.01
        assert area.top + area.height <= layout.height + 0.01
    size = SPACINGS[layout.variant].label_size
    for box in layout.boxes:
        assert max(text_width(line, size, label_weight(box.box)) for line in box.label) <= box.area.width - 12
        assert (len(box.label) - 1) * 18 + size <= box.area.height
    for pill in layout.pills:
        assert max(text_width(line, PILL_SIZE) for line in pill.label) <= pill.area.width - 20 + 1e-6
        assert (len(pill.label) - 1) * 15 + PILL_SIZE <= pill.area.height


def test_a_chain_reads_as_one_sentence(knowledge: KnowledgeBase) -> None:
    assert plain(chain_in_words(knowledge, FOUR)) == (
        "Human values, then specified objective: the gap between them is outer alignment; "
        "then learned internal objective: the gap between them is called “inner” (inner alignment); "
        "then model behaviour: the gap between them has no name here."
    )
    assert plain(chain_in_words(knowledge, TWO)) == (
        "A & <b>, then c: the gap between them is called “the author’s own word”."
    )


def test_the_sentence_names_every_term_of_the_chain(knowledge: KnowledgeBase) -> None:
    named = [part.term for part in chain_in_words(knowledge, FOUR) if isinstance(part, Named)]
    assert named == ["objective-robustness", "outer-alignment", "robustness", "inner-alignment"]


def test_a_label_that_repeats_the_term_is_said_once(knowledge: KnowledgeBase) -> None:
    chain = _chain([(None, "a"), (None, "b")], [("outer-alignment", "outer alignment")])
    assert plain(chain_in_words(knowledge, chain)) == "A, then b: the gap between them is outer alignment."


@EVERY
def test_the_drawing_is_described_by_that_sentence(knowledge: KnowledgeBase, name: str) -> None:
    root = _inline(chain_of(knowledge, CHAINS[name]))
    assert root.findtext(f"{SVG}desc") == plain(chain_in_words(knowledge, CHAINS[name]))
    assert root.findtext(f"{SVG}title") == "A chain"


@EVERY
@VARIANTS
def test_reading_order_is_the_order_of_the_chain(knowledge: KnowledgeBase, name: str, variant: Variant) -> None:
    chain = CHAINS[name]
    (pieces,) = _classed(_inline(chain_of(knowledge, chain), variant), "kb-nodes")
    expected = [chain.links[0].name]
    for gap, link in zip(chain.gaps, chain.links[1:], strict=True):
        name_of_gap = knowledge.terms[gap.term].name if gap.term else UNNAMED
        expected += [gap.label or name_of_gap, link.name]
    assert [_label(piece) for piece in pieces] == expected


def test_terms_link_and_nothing_else_does(knowledge: KnowledgeBase) -> None:
    diagram = chain_of(knowledge, FOUR)
    terms = ["outer-alignment", "objective-robustness", "inner-alignment", "robustness"]
    links = list(_inline(diagram).iter(f"{SVG}a"))
    assert [link.get("data-term") for link in links] == terms
    assert [link.get(XLINK) for link in links] == [_address(term) for term in terms]
    assert {link.get("role") for link in links} == {"link"}
    file = _parsed(svg_file(lay_out(diagram, Variant.NORMAL, search=False), Theme.AUTO, _address))
    assert [link.get(XLINK) for link in file.iter(f"{SVG}a")] == [_address(term) for term in terms]


def test_a_drawing_whose_only_link_is_a_gap_is_a_group(knowledge: KnowledgeBase) -> None:
    gap_only = _chain([(None, "a"), (None, "b")], [("robustness", None)])
    no_term = _chain([(None, "a"), (None, "b")], [(None, None)])
    assert _inline(chain_of(knowledge, gap_only)).get("role") == "group"
    assert _inline(chain_of(knowledge, no_term)).get("role") == "img"


def test_gaps_are_named_by_their_words_and_their_neighbours(knowledge: KnowledgeBase) -> None:
    pills = _classed(_inline(chain_of(knowledge, FOUR)), "kb-pill")
    assert [(pill.get("aria-label"), pill.get("role")) for pill in pills] == [
        ("outer alignment: the gap between human values and specified objective", "link"),
        ("inner: the gap between specified objective and learned internal objective", "link"),
        ("no name here: the gap between learned internal objective and model behaviour", "img"),
    ]


def test_a_gap_without_a_name_is_dotted_and_its_line_is_not(knowledge: KnowledgeBase) -> None:
    root = _parsed(svg_file(lay_out(chain_of(knowledge, FOUR), Variant.NORMAL, search=False), Theme.AUTO, _address))
    dashes = [_classed(pill, "kb-shape")[0].get("stroke-dasharray") for pill in _classed(root, "kb-pill")]
    assert [dash is not None for dash in dashes] == [False, False, True]
    assert not any(line.get("stroke-dasharray") for line in _classed(root, "kb-line"))
    kinds = [pill.kind for pill in chain_of(knowledge, TWO).pills]
    assert kinds == [Kind.GAP]


@EVERY
@VARIANTS
def test_each_gap_has_one_arrow_that_ends_at_the_next_box(
    knowledge: KnowledgeBase, name: str, variant: Variant
) -> None:
    layout = lay_out(chain_of(knowledge, CHAINS[name]), variant, search=False)
    boxes = {Literal(box.box.atom): box for box in layout.boxes}
    heads = [placed for placed in layout.lines if placed.head]
    assert [placed.line.target for placed in heads] == [Literal(box.atom) for box in layout.diagram.boxes[1:]]
    for placed in heads:
        assert placed.head is not None
        assert placed.line.target is not None
        box = boxes[placed.line.target]
        assert 0 <= outline_of_box(box.box, box.area).distance(placed.head[0]) <= 2
        assert all(outline_of_box(box.box, box.area).distance(corner) > 5 for corner in placed.head[1:])


@EVERY
@VARIANTS
def test_the_chain_runs_one_way_and_nothing_overlaps(knowledge: KnowledgeBase, name: str, variant: Variant) -> None:
    layout = lay_out(chain_of(knowledge, CHAINS[name]), variant, search=False)
    _check_geometry(layout)
    for area, other in pairwise(_areas(layout)):
        if variant is Variant.NARROW:
            assert area.x == other.x
            assert area.top + area.height < other.top
        else:
            assert area.x < other.x


@EVERY
def test_a_row_has_boxes_of_one_height_and_a_column_of_one_width(knowledge: KnowledgeBase, name: str) -> None:
    diagram = chain_of(knowledge, CHAINS[name])
    assert len({(box.area.y, box.area.height) for box in lay_out(diagram, Variant.NORMAL, search=False).boxes}) == 1
    assert len({box.area.width for box in lay_out(diagram, Variant.NARROW, search=False).boxes}) == 1


def test_four_objectives_fit_a_column_of_text_and_a_phone(knowledge: KnowledgeBase) -> None:
    diagram = chain_of(knowledge, FOUR)
    assert int(_inline(diagram).get("width", "")) <= COLUMN_OF_TEXT
    layout = lay_out(diagram, Variant.NARROW, search=False)
    assert frame_of(layout).width <= 331
    assert int(_inline(diagram, Variant.NARROW).get("width", "")) <= 328


_WORDS = st.text(st.sampled_from("abcdefghij  -ß漢"), min_size=1, max_size=100).map(lambda text: f"x{text}")


@settings(max_examples=tries(40))
@given(labels=st.lists(st.tuples(_WORDS, st.none() | _WORDS), min_size=2, max_size=9))
def test_chains_of_any_length_and_any_words_have_room(
    labels: Sequence[tuple[str, str | None]], knowledge: KnowledgeBase
) -> None:
    chain = _chain([(None, label) for label, _ in labels], [(None, gap) for _, gap in labels[1:]])
    diagram = chain_of(knowledge, chain)
    for variant in Variant:
        _check_geometry(lay_out(diagram, variant, search=False))
    assert int(_inline(diagram, Variant.NARROW).get("width", "")) <= 328


def test_a_term_that_comes_twice_keeps_ids_unique(knowledge: KnowledgeBase) -> None:
    chain = _chain([("robustness", "a"), ("robustness", "b"), (None, "c")], [(None, None), ("robustness", None)])
    root = _parsed(svg_file(lay_out(chain_of(knowledge, chain), Variant.NORMAL, search=False), Theme.AUTO, _address))
    ids = [element.get("id") for element in root.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    assert [_label(box) for box in _classed(root, "kb-box")] == ["a", "b", "c"]


@EVERY
def test_no_gap_claims_to_be_an_implication(knowledge: KnowledgeBase, name: str) -> None:
    for variant in Variant:
        root = _inline(chain_of(knowledge, CHAINS[name]), variant)
        assert not any(element.get("data-implication") for element in root.iter())
        assert not any(element.get("data-fact") for element in root.iter())


@EVERY
@pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.DARK])
def test_fixed_files_have_no_style_and_no_links(knowledge: KnowledgeBase, name: str, theme: Theme) -> None:
    svg = svg_file(lay_out(chain_of(knowledge, CHAINS[name]), Variant.NORMAL, search=False), theme, _address)
    assert not re.search(r"<style|<a |href|url\(|aria-label=", svg)
    assert _parsed(svg).get("role") == "img"


def test_auto_file_paints_every_kind_of_piece_in_the_dark(knowledge: KnowledgeBase) -> None:
    svg = svg_file(lay_out(chain_of(knowledge, FOUR), Variant.NORMAL, search=False), Theme.AUTO, _address)
    dark = svg.partition("@media (prefers-color-scheme:dark)")[2]
    for rule in (".kb-box.kb-chain>", ".kb-pill.kb-gap>", ".kb-pill.kb-unnamed>", ".kb-edge.kb-gap>"):
        assert rule in dark


def test_only_attributes_that_pages_may_have_are_written(knowledge: KnowledgeBase) -> None:
    of_pieces = {"class", "role", "aria-label", "data-term", XLINK}
    root = _inline(chain_of(knowledge, FOUR))
    for piece in [*_classed(root, "kb-box"), *_classed(root, "kb-pill"), *_classed(root, "kb-edge")]:
        assert set(piece.keys()) <= of_pieces


def test_the_same_chain_gives_the_same_bytes(knowledge: KnowledgeBase) -> None:
    written = set()
    for _ in range(2):
        _laid_out.cache_clear()
        layouts = [lay_out(chain_of(knowledge, FOUR), variant, search=True) for variant in Variant]
        written.add("".join(svg_file(layout, Theme.AUTO, _address) for layout in layouts))
    assert len(written) == 1
