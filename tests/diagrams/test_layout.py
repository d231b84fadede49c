"""Where things stand: nothing overlaps, the goal is on top, lines end where they should."""

import threading
from collections.abc import Callable, Mapping
from itertools import combinations, pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hornbook.addresses import BOX_LIMIT
from hornbook.diagrams import Diagram, Layout, Variant, lay_out
from hornbook.diagrams.curves import Outline, crossings_among, ending_at, flattened, length_of, straight
from hornbook.diagrams.shapes import (
    PILL_SIZE,
    SPACINGS,
    label_weight,
    outline_of_box,
    outline_of_pill,
    outline_of_tab,
)
from hornbook.diagrams.stacked import parts_of
from hornbook.diagrams.text import text_width
from hornbook.diagrams.values import Area, Point
from hornbook.logic import Literal
from hornbook.model import Implication, KnowledgeBase
from tests.effort import tries

Imply = Callable[..., Implication]
Drawn = Callable[..., Diagram]

FLAGSHIP = ("intent-centric", "robustness-centric", "both-routes")
EVERY = pytest.mark.parametrize("name", [*FLAGSHIP, "unusual"])
VARIANTS = pytest.mark.parametrize("variant", list(Variant))
PIXELS = st.floats(-1000, 1000)


def _areas(layout: Layout) -> list[Area]:
    """Of boxes, pills and tabs."""
    return [*(area for box in layout.boxes for area in (box.area, *box.tabs)), *(pill.area for pill in layout.pills)]


def _disjoint(area: Area, other: Area) -> bool:
    return (
        abs(area.x - other.x) >= (area.width + other.width) / 2 - 0.05
        or abs(area.y - other.y) >= (area.height + other.height) / 2 - 0.05
    )


def _check_geometry(layout: Layout) -> None:
    for area, other in combinations(_areas(layout), 2):
        assert _disjoint(area, other)
    for area in _areas(layout):
        assert area.left >= -0.01
        assert area.top >= -0.01
        assert area.left + area.width <= layout.width + 0.01
        assert area.top + area.height <= layout.height + 0.01
    size = SPACINGS[layout.variant].label_size
    for box in layout.boxes:
        assert max(text_width(line, size, label_weight(box.box)) for line in box.label) <= box.area.width - 12
        assert (len(box.label) - 1) * 18 + size <= box.area.height
    for pill in layout.pills:
        assert max(text_width(line, PILL_SIZE) for line in pill.label) <= pill.area.width - 20 + 1e-6
        assert (len(pill.label) - 1) * 15 + PILL_SIZE <= pill.area.height


@EVERY
@VARIANTS
def test_nothing_overlaps_and_text_fits(views: Mapping[str, Diagram], name: str, variant: Variant) -> None:
    layout = lay_out(views[name], variant, search=True)
    assert len(layout.boxes) == len(views[name].boxes)
    assert len(layout.pills) == len(views[name].pills)
    _check_geometry(layout)


@pytest.mark.parametrize("name", FLAGSHIP)
@pytest.mark.parametrize("variant", [Variant.NORMAL, Variant.NARROW])
def test_conclusions_stand_above_their_premises(views: Mapping[str, Diagram], name: str, variant: Variant) -> None:
    layout = lay_out(views[name], variant, search=True)
    boxes = {Literal(box.box.atom): box.area for box in layout.boxes}
    pills = {pill.pill.implication: pill.area for pill in layout.pills}
    for placed in layout.lines:
        line = placed.line
        source = boxes[line.source] if line.source else pills[line.implication]
        target = boxes[line.target] if line.target else pills[line.implication]
        assert target.top + target.height < source.top
    goal = boxes[Literal("impact-alignment")]
    assert all(goal.top < area.top for area in _areas(layout) if area != goal)


@pytest.mark.parametrize("name", FLAGSHIP)
def test_flagship_views_keep_to_a_phones_width(views: Mapping[str, Diagram], name: str) -> None:
    assert lay_out(views[name], Variant.NARROW, search=True).width + 16 <= 328


@EVERY
@VARIANTS
def test_lines_run_from_outline_to_outline(views: Mapping[str, Diagram], name: str, variant: Variant) -> None:
    layout = lay_out(views[name], variant, search=True)
    boxes = {box.box.atom: box for box in layout.boxes}
    pills = {pill.pill.implication: pill.area for pill in layout.pills}

    def distance(literal: Literal | None, implication: str, point: tuple[float, float]) -> float:
        if literal is None:
            return outline_of_pill(pills[implication]).distance(point)
        box = boxes[literal.atom]
        if literal.holds:
            return outline_of_box(box.box, box.area).distance(point)
        return min((outline_of_tab(tab).distance(point) for tab in box.tabs), key=abs)

    for placed in layout.lines:
        line = placed.line
        assert abs(distance(line.source, line.implication, placed.points[0])) <= 1
        assert (placed.head is not None) == line.arrow
        end = placed.head[0] if placed.head else placed.points[-1]
        assert abs(distance(line.target, line.implication, end)) <= 2


@EVERY
@VARIANTS
def test_tabs_stand_on_the_border_of_their_box_where_a_line_takes_its_negation(
    views: Mapping[str, Diagram], name: str, variant: Variant
) -> None:
    layout = lay_out(views[name], variant, search=True)
    ends = [end for placed in layout.lines for end in (placed.line.source, placed.line.target) if end is not None]
    for placed in layout.boxes:
        assert bool(placed.tabs) == (Literal(placed.box.atom, holds=False) in ends)
        for tab in placed.tabs:
            assert abs(tab.y - placed.area.y) == pytest.approx((tab.height + placed.area.height) / 2, abs=0.02)
            assert abs(tab.x - placed.area.x) <= (placed.area.width - tab.width) / 2


def test_lines_that_leave_a_negation_do_not_share_the_tab_of_those_that_arrive(
    drawn: Drawn, implication: Imply
) -> None:
    diagram = drawn(
        [
            implication("to", ["robustness"], "not inner-alignment", assuming=["mesa-optimizer"]),
            implication("from", ["not inner-alignment"], "robustness", assuming=["mesa-optimizer"]),
        ]
    )
    inner = next(
        box for box in lay_out(diagram, Variant.NORMAL, search=False).boxes if box.box.atom.startswith("inner")
    )
    assert len(inner.tabs) == 2


def test_an_implication_from_a_term_to_its_own_negation_is_drawn(drawn: Drawn, implication: Imply) -> None:
    layout = lay_out(drawn([implication("i", ["robustness"], "not robustness")]), Variant.NORMAL, search=True)
    assert [pill.pill.label for pill in layout.pills] == ["gives"]
    assert [len(box.tabs) for box in layout.boxes] == [1]
    _check_geometry(layout)


def test_what_nothing_connects_stands_in_rows(drawn: Drawn, implication: Imply) -> None:
    apart = drawn([implication(f"i{number}", [f"premise {number}"], f"result {number}") for number in range(12)])
    for variant in Variant:
        layout = lay_out(apart, variant, search=False)
        assert layout.width <= SPACINGS[variant].room
        assert [placed.line for placed in layout.lines] == list(apart.lines)
        _check_geometry(layout)


def test_a_part_that_nothing_connects_is_moved_as_a_whole(drawn: Drawn, implication: Imply) -> None:
    names = [f"i{number}" for number in range(7)]
    apart = drawn(
        [implication(name, [f"premise {name}", f"more {name}"], f"not result {name}") for name in names],
        facts={
            f"{part} {name}": ("it is so", "it is not so") for name in names for part in ("premise", "more", "result")
        },
    )
    parts = [lay_out(part, Variant.NORMAL, search=False) for part in parts_of(apart)]
    whole = lay_out(apart, Variant.NORMAL, search=False)
    for name, part in zip(names, parts, strict=True):
        both = zip(_places(part, name), _places(whole, name), strict=True)
        right, down = zip(*((new[0] - old[0], new[1] - old[1]) for old, new in both), strict=True)
        assert max(right) - min(right) < 0.011, "what rounding leaves"
        assert max(down) - min(down) < 0.011


def _places(layout: Layout, implication: str) -> list[Point]:
    """Where the boxes, the pill and the lines of an implication stand."""
    lines = [placed for placed in layout.lines if placed.line.implication == implication]
    ends = {end.atom for placed in lines for end in (placed.line.source, placed.line.target) if end is not None}
    boxes = sorted((one for one in layout.boxes if one.box.atom in ends), key=lambda one: one.box.atom)
    pills = [one.area for one in layout.pills if one.pill.implication == implication]
    areas = [*(area for box in boxes for area in (box.area, *box.tabs)), *pills]
    return [
        *((area.x, area.y) for area in areas),
        *(point for line in lines for point in (*line.points, *(line.head or ()))),
    ]


def test_many_ways_to_one_conclusion_stand_in_rows(drawn: Drawn, implication: Imply) -> None:
    ways = drawn([implication(f"i{number}", [f"some reason number {number}"], "not robustness") for number in range(8)])
    layout = lay_out(ways, Variant.NORMAL, search=True)
    assert layout.width <= SPACINGS[Variant.NORMAL].room
    assert len({box.area.y for box in layout.boxes}) > 2
    _check_geometry(layout)


@EVERY
def test_boxes_and_pills_come_in_reading_order(views: Mapping[str, Diagram], name: str) -> None:
    layout = lay_out(views[name], Variant.NORMAL, search=True)
    for one, next_one in pairwise([box.area for box in layout.boxes]):
        assert (one.y, one.x) <= (next_one.y, next_one.x)


@EVERY
def test_search_is_never_worse_than_the_authors_order(views: Mapping[str, Diagram], name: str) -> None:
    searched = lay_out(views[name], Variant.NORMAL, search=True)
    plain = lay_out(views[name], Variant.NORMAL, search=False)
    assert _crossings(searched) <= _crossings(plain)


def test_trees_have_no_crossings(views: Mapping[str, Diagram]) -> None:
    assert _crossings(lay_out(views["intent-centric"], Variant.NORMAL, search=True)) == 0
    assert _crossings(lay_out(views["robustness-centric"], Variant.NORMAL, search=True)) == 0


def test_search_finds_a_better_order_than_the_authors(drawn: Drawn, implication: Imply) -> None:
    twisted = drawn(
        [
            implication("a", ["inner-alignment", "outer-alignment"], "intent-alignment"),
            implication("b", ["inner-alignment", "robustness"], "impact-alignment"),
        ]
    )
    plain = lay_out(twisted, Variant.NORMAL, search=False)
    assert _crossings(plain) > 0
    assert _crossings(lay_out(twisted, Variant.NORMAL, search=True)) == 0


def test_layout_is_the_same_each_time(views: Mapping[str, Diagram]) -> None:
    first = lay_out(views["both-routes"], Variant.NORMAL, search=True)
    lay_out(views["unusual"], Variant.NARROW, search=False)
    assert lay_out(views["both-routes"], Variant.NORMAL, search=True) == first


def test_threads_can_lay_out_at_once(views: Mapping[str, Diagram]) -> None:
    expected = lay_out(views["unusual"], Variant.NORMAL, search=False)
    found: list[Layout] = []
    threads = [
        threading.Thread(
            target=lambda: found.extend(lay_out(views["unusual"], Variant.NORMAL, search=False) for _ in range(5))
        )
        for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [expected] * 20


def test_empty_diagram_has_an_empty_layout(drawn: Drawn) -> None:
    layout = lay_out(drawn([]), Variant.NORMAL, search=True)
    assert (layout.width, layout.height, layout.boxes, layout.lines) == (0, 0, (), ())


def test_single_box_fills_its_layout(drawn: Drawn) -> None:
    layout = lay_out(drawn([], "robustness"), Variant.NORMAL, search=True)
    assert (layout.width, layout.height) == (layout.boxes[0].area.width, layout.boxes[0].area.height)


def test_too_many_boxes_are_refused(drawn: Drawn, implication: Imply) -> None:
    chain = [implication(f"i{number}", [f"a{number}"], f"a{number + 1}") for number in range(BOX_LIMIT - 1)]
    assert len(lay_out(drawn(chain), Variant.NORMAL, search=False).boxes) == BOX_LIMIT
    one_more = [*chain, implication("more", [f"a{BOX_LIMIT}"], "a0")]
    with pytest.raises(ValueError, match="at most 150"):
        lay_out(drawn(one_more), Variant.NORMAL, search=False)


def test_too_many_lines_are_refused(drawn: Drawn, implication: Imply) -> None:
    pairs = [(one, other) for other in range(30) for one in range(other)]
    dense = [implication(f"i{one}-{other}", [f"a{one}"], f"a{other}") for one, other in pairs]
    with pytest.raises(ValueError, match="has 26 boxes and 301 lines; a diagram has at most 150 boxes and 300 lines"):
        lay_out(drawn(dense[:301]), Variant.NORMAL, search=True)


@settings(max_examples=tries(25), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_labels_and_any_implications_fit(
    data: st.DataObject,
    drawn: Drawn,
    implication: Imply,
    knowledge_of: Callable[[Mapping[str, str]], KnowledgeBase],
) -> None:
    labels = data.draw(st.lists(st.text(max_size=90), min_size=1, max_size=6))
    base = knowledge_of({f"t{number}": label for number, label in enumerate(labels)})
    literals = st.sampled_from([f"{sign}t{number}" for number in range(len(labels)) for sign in ("", "not ")])
    implications = [
        implication(
            f"i{number}",
            data.draw(st.lists(literals, max_size=3)),
            data.draw(st.none() | literals),
            assuming=data.draw(st.lists(literals, max_size=2)),
            converse=data.draw(st.booleans()),
        )
        for number in range(data.draw(st.integers(0, 5)))
    ]
    diagram = drawn(implications, "t0", base=base)
    _check_geometry(lay_out(diagram, data.draw(st.sampled_from(Variant)), search=False))


def test_curves_that_cross_are_counted_and_curves_that_touch_are_not() -> None:
    rising = ((0.0, 0.0), (5.0, 5.0), (5.0, 5.0), (10.0, 10.0))
    falling = ((0.0, 10.0), (5.0, 5.0), (5.0, 5.0), (10.0, 0.0))
    beside = ((0.0, 0.0), (0.0, 0.0), (0.0, 10.0), (0.0, 10.0))
    assert crossings_among([flattened(rising), flattened(falling)]) == 1
    assert crossings_among([flattened(rising), flattened(beside)]) == 0
    assert crossings_among([flattened(rising), flattened(rising)]) == 0


@given(start=st.tuples(PIXELS, PIXELS), end=st.tuples(PIXELS, PIXELS))
def test_a_straight_curve_is_followed_evenly_from_end_to_end(start: Point, end: Point) -> None:
    points = flattened(straight(start, end))
    steps = len(points) - 1
    for step, point in enumerate(points):
        evenly = [(a * (steps - step) + b * step) / steps for a, b in zip(start, end, strict=True)]
        assert point == pytest.approx(evenly, abs=1e-6)


def test_curve_ends_at_the_outline_in_an_arrowhead() -> None:
    line = ((0.0, 0.0), (0.0, 0.0), (100.0, 0.0), (100.0, 0.0))
    shaft, head = ending_at(line, Outline(130, 0, 50, 20, 0), 2)
    assert head is not None
    assert head[0] == pytest.approx((78, 0), abs=0.01)
    assert head[1] == pytest.approx((68.8, 4.5), abs=0.01)
    assert head[2] == pytest.approx((68.8, -4.5), abs=0.01)
    assert 68.8 < length_of(flattened(shaft)) < 71


def test_curve_inside_its_target_has_no_arrowhead() -> None:
    line = ((0.0, 0.0), (1.0, 0.0), (2.0, 0.0), (3.0, 0.0))
    assert ending_at(line, Outline(0, 0, 20, 20, 5), 0) == (line, None)


def _crossings(layout: Layout) -> int:
    return crossings_among([flattened(placed.points) for placed in layout.lines])
