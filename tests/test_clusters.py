"""Groups of the nodes of a graph: each node is in one, none is too heavy, and what is linked most stands together."""

from hypothesis import given
from hypothesis import strategies as st

from hornbook.clusters import grouped


@st.composite
def graphs(draw: st.DrawFn) -> tuple[list[int], dict[tuple[int, int], int], int]:
    weights = draw(st.lists(st.integers(1, 9), max_size=12))
    nodes = st.integers(0, max(0, len(weights) - 1))
    links = draw(st.dictionaries(st.tuples(nodes, nodes), st.integers(1, 5), max_size=20)) if weights else {}
    return weights, links, draw(st.integers(1, 30))


@given(graphs())
def test_each_node_is_in_one_group_of_bounded_weight(graph: tuple[list[int], dict[tuple[int, int], int], int]) -> None:
    weights, links, most = graph
    groups = grouped(weights, links, most)
    assert sorted(node for group in groups for node in group) == list(range(len(weights)))
    assert all(len(group) == 1 or sum(weights[node] for node in group) <= most for group in groups)
    assert groups == grouped(weights, dict(reversed(links.items())), most)
    light = [group for group in groups if 2 * sum(weights[node] for node in group) <= most]
    assert len(light) <= 1, "what is light together is one group"


def test_what_is_linked_most_stands_together() -> None:
    ring = {(node, (node + 1) % 6): 1 for node in range(6)}
    assert grouped([1] * 6, ring | {(0, 3): 9, (1, 4): 9, (5, 2): 9}, 2) == [[0, 3], [1, 4], [2, 5]]


def test_nodes_without_links_fill_groups_in_their_order() -> None:
    assert grouped([2, 2, 2, 2, 2], {}, 4) == [[0, 1], [2, 3], [4]]
    assert grouped([1, 7, 1], {(0, 2): 1}, 3) == [[0, 2], [1]]
    assert grouped([], {}, 3) == []
