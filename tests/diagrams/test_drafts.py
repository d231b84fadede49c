"""What Graphviz is asked: nothing twice, and nothing that is known to be of no use."""

from collections.abc import Callable, Mapping

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hornbook.diagrams import Diagram, Variant, dot, graphviz_wasm, lay_out, layout
from hornbook.diagrams.dot import Measured, Order, drafted, measured, ordered
from hornbook.diagrams.graphviz_wasm import laid_out
from hornbook.diagrams.shapes import NARROWER, SPACINGS
from hornbook.diagrams.stacked import parts_of
from hornbook.model import Implication, KnowledgeBase
from tests.effort import tries

Imply = Callable[..., Implication]
Drawn = Callable[..., Diagram]


@pytest.mark.parametrize("name", ["both-routes", "unusual"])
@pytest.mark.parametrize("variant", list(Variant))
def test_graphviz_is_asked_nothing_twice(
    views: Mapping[str, Diagram], name: str, variant: Variant, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def counted(graph: str) -> str:
        asked.append(graph)
        return laid_out(graph)

    monkeypatch.setattr(dot, "laid_out", counted)
    for search in (True, False):
        layout._laid_out.cache_clear()
        asked.clear()
        lay_out(views[name], variant, search=search)
        assert asked
        assert len(asked) == len(set(asked))


@settings(deadline=None, max_examples=tries(30), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_more_rows_of_a_tree_never_become_narrower_than_is_foreseen(
    data: st.DataObject, drawn: Drawn, implication: Imply, knowledge_of: Callable[[Mapping[str, str]], KnowledgeBase]
) -> None:
    """In a tree: there only one choice of ranks is the best."""
    labels = {f"t{number}": "Some reason " * (1 + number % 3) for number in range(25)}
    names, met, implications = iter(labels), ["t0"], []
    next(names)
    for number in range(data.draw(st.integers(1, 8))):
        premises = [next(names) for _ in range(data.draw(st.integers(1, 3)))]
        implications.append(implication(f"i{number}", premises, data.draw(st.sampled_from(met))))
        met += premises
    for part in parts_of(drawn(implications, base=knowledge_of(labels))):
        first = measured(part, SPACINGS[Variant.NARROW])
        draft = drafted(first, ordered(first, 0))
        for spacing in NARROWER[Variant.NARROW][1:]:
            pieces = measured(part, spacing)
            foreseen = layout._foreseen(pieces, first, draft)
            assert foreseen <= drafted(pieces, ordered(pieces, 0)).width + 1


def test_what_has_no_crossing_and_is_too_wide_in_any_order_is_not_drafted_in_others(
    drawn: Drawn,
    implication: Imply,
    knowledge_of: Callable[[Mapping[str, str]], KnowledgeBase],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[int] = []

    def numbered(pieces: Measured, number: int) -> Order:
        asked.append(number)
        return ordered(pieces, number)

    monkeypatch.setattr(layout, "ordered", numbered)
    labels = {f"t{number}": f"Reason number {number}" for number in range(21)}
    branches = [(number, "t0" if number % 2 else f"t{number - 1}") for number in range(1, 21)]
    rules = [implication(f"i{number}", [f"t{number}"], conclusion) for number, conclusion in branches]
    wide = drawn(rules, base=knowledge_of(labels))
    found = lay_out(wide, Variant.NARROW, search=True)
    assert found.width > 2 * SPACINGS[Variant.NARROW].room
    assert {*asked} == {0}


@pytest.mark.parametrize("name", ["intent-centric", "robustness-centric", "both-routes"])
@pytest.mark.parametrize("variant", list(Variant))
def test_what_stays_as_it_is_is_foreseen_as_wide_as_its_fullest_rank(
    views: Mapping[str, Diagram], name: str, variant: Variant
) -> None:
    for spacing in (SPACINGS[variant], *NARROWER[variant]):
        pieces = measured(views[name], spacing)
        draft = drafted(pieces, ordered(pieces, 0))
        beside = spacing.beside * dot.PIXELS_PER_INCH
        ranks = [
            [pieces.sizes[one][0] for one, area in draft.areas.items() if area.y == y]
            for y in {area.y for area in draft.areas.values()}
        ]
        fullest = max(sum(widths) + beside * (len(widths) - 1) for widths in ranks)
        assert layout._foreseen(pieces, pieces, draft) == pytest.approx(fullest, abs=max(map(len, ranks)) / 2)


@pytest.mark.parametrize("length", [1, 4095, 4096, 4097, 100_000])
def test_what_is_written_and_read_is_of_few_lengths_and_hardly_more_than_there_is(length: int) -> None:
    found = graphviz_wasm._in_chunks(length)
    assert length <= found < length + graphviz_wasm._CHUNK
    assert found % graphviz_wasm._CHUNK == 0


@pytest.mark.parametrize("length", [4094, 4095, 4096, 8192, 20_000])
def test_a_graph_of_any_length_gives_the_same(length: int) -> None:
    graph = "digraph {\n\ta -> b\n}"
    assert laid_out(graph + " " * (length - len(graph))) == laid_out(graph)
