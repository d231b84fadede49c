"""What a framework and another that extends it share in full: there everything that is asked has the same answer."""

from functools import lru_cache

from hornbook.identity import Itself
from hornbook.reasoning.connections import connected_parts
from hornbook.reasoning.scopes import Setting


def same_in_both(one: Setting, other: Setting) -> frozenset[str]:
    """The atoms of two settings of which one extends the other that are connected with the same records in both.

    They are called the same and their sentences are the same too, likewise of all that they are connected with.
    """
    if other.framework not in one.framework.bases and one.framework not in other.framework.bases:
        return frozenset()
    return _same(Itself(one, other))


@lru_cache(maxsize=64)
def _same(pair: Itself[Setting, Setting]) -> frozenset[str]:
    one, other = pair.values
    elsewhere = {part.records for part in connected_parts(other).values()}
    return frozenset(
        atom
        for part in dict.fromkeys(connected_parts(one).values())
        if part.records in elsewhere and all(one.names.agrees(other.names, atom) for atom in part.atoms)
        for atom in part.atoms
    )
