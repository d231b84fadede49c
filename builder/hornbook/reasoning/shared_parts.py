"""What a framework and another that extends it share in full: there everything that is asked has the same answer."""

from collections.abc import Iterator
from functools import lru_cache

from hornbook.identity import Itself
from hornbook.logic import Literal
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
    first, second = ({frozenset(records): atoms for atoms, records in _components(some)} for some in pair.values)
    return frozenset(
        atom
        for records, atoms in first.items()
        if records in second and all(_said(one, atom) == _said(other, atom) for atom in atoms)
        for atom in atoms
    )


def _components(setting: Setting) -> Iterator[tuple[set[str], set[int]]]:
    """The atoms that records connect with one another, however far, with these records, each by its identity."""
    near: dict[str, list[tuple[int, frozenset[str]]]] = {}
    for record, atoms in _records(setting):
        for atom in atoms:
            near.setdefault(atom, []).append((record, atoms))
    met: set[str] = set()
    for start in near:
        if start in met:
            continue
        met.add(start)
        found, records, ahead = {start}, set[int](), [start]
        while ahead:
            for record, atoms in near[ahead.pop()]:
                if record not in records:
                    records.add(record)
                    ahead += atoms - found
                    found |= atoms
        met |= found
        yield found, records


def _records(setting: Setting) -> Iterator[tuple[int, frozenset[str]]]:
    framework, known = setting.framework, setting.theory.atoms
    for one in setting.implications:
        yield id(one), one.atoms
    for choice in framework.all_choices:
        yield id(choice), known & frozenset(choice.one_of)
    for presupposed in framework.all_presupposes:
        yield id(presupposed), known & {presupposed.atom, *(literal.atom for literal in presupposed.under)}


def _said(setting: Setting, atom: str) -> tuple[object, ...]:
    names = setting.names
    return names.name(atom), names.phrase(Literal(atom)), names.phrase(Literal(atom, holds=False))
