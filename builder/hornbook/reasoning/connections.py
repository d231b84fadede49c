"""What has to do with what: the atoms of a setting that its records connect, however many lie between them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from hornbook.identity import Itself
from hornbook.reasoning.scopes import Setting


@dataclass(frozen=True, slots=True)
class Connected:
    """Atoms that are connected with one another and with nothing else."""

    atoms: frozenset[str]
    records: frozenset[int]
    """The implications, choices and presuppositions that connect them, each by its identity."""


def connected(setting: Setting, atoms: Iterable[str]) -> frozenset[str]:
    """The atoms that implications, choices or presuppositions connect with these ones; these among them."""
    asked, parts = frozenset(atoms), connected_parts(setting)
    return asked.union(*(parts[atom].atoms for atom in asked if atom in parts)) & setting.theory.atoms


def connected_parts(setting: Setting) -> Mapping[str, Connected]:
    """What each atom of a record is connected with; found once for all atoms, since each page asks for its own."""
    return _parts(Itself(setting))


@lru_cache(maxsize=64)
def _parts(key: Itself[Setting]) -> Mapping[str, Connected]:
    near: dict[str, list[tuple[int, frozenset[str]]]] = {}
    for record, atoms in _records(key.values[0]):
        for atom in atoms:
            near.setdefault(atom, []).append((record, atoms))
    parts: dict[str, Connected] = {}
    for start in near:
        if start not in parts:
            part = _part(near, start)
            parts |= dict.fromkeys(part.atoms, part)
    return parts


def _part(near: Mapping[str, list[tuple[int, frozenset[str]]]], start: str) -> Connected:
    found, records, ahead = {start}, set[int](), [start]
    while ahead:
        for record, atoms in near[ahead.pop()]:
            if record not in records:
                records.add(record)
                ahead += atoms - found
                found |= atoms
    return Connected(frozenset(found), frozenset(records))


def _records(setting: Setting) -> Iterator[tuple[int, frozenset[str]]]:
    """Each record with the atoms that it connects; of a choice those that clauses of the setting are about."""
    framework, known = setting.framework, setting.theory.atoms
    for one in setting.implications:
        yield id(one), one.atoms
    for choice in framework.all_choices:
        yield id(choice), known & frozenset(choice.one_of)
    for presupposed in framework.all_presupposes:
        yield id(presupposed), frozenset((presupposed.atom, *(literal.atom for literal in presupposed.under)))
