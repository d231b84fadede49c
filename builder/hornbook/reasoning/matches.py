"""Mappings in words: what a meaning is to the one that it is matched with, here and in other vocabularies."""

from collections.abc import Iterator

from hornbook.addresses import AddressFlaw, Outside, outside
from hornbook.model import OutsideMatches, Relation

RELATIONS = {
    Relation.EXACT: "the same as",
    Relation.CLOSE: "close to",
    Relation.BROAD: "narrower than",
    Relation.NARROW: "broader than",
    Relation.RELATED: "related to",
}
"""What a meaning is to the one that it is matched with."""


def entries(matches: OutsideMatches) -> Iterator[tuple[Relation, Outside]]:
    """What other vocabularies have, the same meanings first."""
    for match in matches:
        found = outside(match.target)
        assert not isinstance(found, AddressFlaw)
        yield match.relation, found


def elsewhere_data(matches: OutsideMatches) -> list[dict[str, str]]:
    """What other vocabularies have, each with SKOS's word, its name and its address."""
    return [{"relation": relation.value, "name": one.name, "url": one.address} for relation, one in entries(matches)]
