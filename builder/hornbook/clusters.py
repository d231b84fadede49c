"""Nodes of a graph in groups of bounded weight, such that what is linked much stands together.

Groups are joined two at a time, first those between which there are most links for their size (average linkage, Sokal
and Michener 1958). What is left small goes together in its order.
"""

import heapq
from collections.abc import Mapping, Sequence

Links = Mapping[tuple[int, int], int]
"""How many links there are between two nodes, for each pair in one of its orders."""


def grouped(weights: Sequence[int], links: Links, most: int) -> list[list[int]]:
    """The nodes, which are numbered, in groups of at most `most` in weight; a heavier node is alone.

    Groups stand in the order of their first nodes. The same graph gives the same groups.
    """
    return _packed(_joined(weights, links, most), weights, most)


def _joined(weights: Sequence[int], links: Links, most: int) -> list[list[int]]:
    members = [[node] for node in range(len(weights))]
    weight = list(weights)
    beside: list[dict[int, int]] = [{} for _ in weights]
    for (one, other), count in links.items():
        if one != other:
            beside[one][other] = beside[other][one] = beside[one].get(other, 0) + count

    def pair(one: int, other: int) -> tuple[float, int, int, int]:
        """The densest first, then the first by number; the weight of both says whether it still holds."""
        first, last = min(one, other), max(one, other)
        return -beside[one][other] / (weight[one] * weight[other]), first, last, weight[one] + weight[other]

    ahead = [pair(one, other) for one, near in enumerate(beside) for other in near if one < other]
    heapq.heapify(ahead)
    while ahead:
        _, first, last, both = heapq.heappop(ahead)
        if both > most or not members[first] or not members[last] or both != weight[first] + weight[last]:
            continue
        members[first] += members[last]
        weight[first], members[last] = both, []
        for near, count in beside[last].items():
            del beside[near][last]
            if near != first:
                beside[first][near] = beside[near][first] = beside[first].get(near, 0) + count
        for near in beside[first]:
            heapq.heappush(ahead, pair(first, near))
    return sorted(sorted(group) for group in members if group)


def _packed(groups: Sequence[list[int]], weights: Sequence[int], most: int) -> list[list[int]]:
    """Groups that follow one another become one as long as it is light enough; those that are heavy already stay."""
    packed: list[list[int]] = []
    room, into = 0, -1
    for group in groups:
        weight = sum(weights[node] for node in group)
        if weight <= room:
            packed[into] += group
            room -= weight
            continue
        packed.append(group)
        if 2 * weight <= most:
            room, into = most - weight, len(packed) - 1
    return packed
