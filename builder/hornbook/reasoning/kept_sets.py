"""Sufficient sets that earlier runs found, by the clauses and all else that they are found from."""

import hashlib
import json
from collections.abc import Callable

from hornbook.logic import Literal, SufficientSets, Theory
from hornbook.reasoning.scopes import Reasoning, Setting


def kept_sets(
    reasoning: Reasoning, setting: Setting, asked: tuple[object, ...], find: Callable[[], SufficientSets]
) -> SufficientSets:
    """What `find` gives; `asked` is all that it depends on besides the clauses and atoms of the setting."""
    if not reasoning.cache.keeps:
        return find()
    theory = reasoning.inquiries.once(str, ("theory", setting.scope), lambda: _digest(setting.theory))
    return _read(reasoning.cache.remembered("sets", (theory, repr(asked)), lambda: _plain(find())))


def _digest(theory: Theory) -> str:
    return hashlib.sha256(repr((theory.clauses, sorted(theory.atoms))).encode()).hexdigest()


def _plain(found: SufficientSets) -> bytes:
    sets = [[(literal.atom, literal.holds) for literal in sorted(members)] for members in found.sets]
    return json.dumps([sets, found.complete]).encode()


def _read(written: bytes) -> SufficientSets:
    sets, complete = json.loads(written)
    return SufficientSets(tuple(frozenset(Literal(atom, holds) for atom, holds in one) for one in sets), complete)
