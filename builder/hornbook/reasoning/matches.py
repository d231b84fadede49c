"""Mappings in words: what a meaning is to the one that it is matched with, here and in other vocabularies."""

from collections.abc import Iterator

from hornbook.addresses import AddressFlaw, Outside, outside
from hornbook.language import later
from hornbook.model import OutsideMatches, Relation

RELATIONS = {
    Relation.EXACT: later("the same as {other}"),
    Relation.CLOSE: later("close to {other}"),
    Relation.BROAD: later("narrower than {other}"),
    Relation.NARROW: later("broader than {other}"),
    Relation.RELATED: later("related to {other}"),
}
"""What a meaning is to the one that it is matched with, as messages."""


def entries(matches: OutsideMatches) -> Iterator[tuple[Relation, Outside]]:
    """What other vocabularies have, the same meanings first."""
    for match in matches:
        found = outside(match.target)
        assert not isinstance(found, AddressFlaw)
        yield match.relation, found


def elsewhere_data(matches: OutsideMatches) -> list[dict[str, str]]:
    """What other vocabularies have, each with SKOS's word, its name and its address."""
    return [{"relation": relation.value, "name": one.name, "url": one.address} for relation, one in entries(matches)]
