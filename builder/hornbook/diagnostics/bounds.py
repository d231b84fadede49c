"""How many findings of one kind a file can have: what is made to be wrong everywhere fills no log."""

from collections.abc import Iterable
from itertools import groupby

from hornbook.diagnostics.values import Diagnostic

MOST_ALIKE = 200
"""Findings of one code in one file that are told one by one."""


def bounded(found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The findings in their order; of each code in each file so many at most, and one more that counts the others.

    That one stands where the first of them is, and mends what they would.
    """
    kept: list[Diagnostic] = []
    for _, group in groupby(sorted(found, key=_alike), key=lambda one: (one.place.path, one.code)):
        ordered = [*group]
        kept += ordered[:MOST_ALIKE]
        if len(ordered) > MOST_ALIKE:
            kept.append(_counted(ordered[MOST_ALIKE:]))
    return tuple(sorted(kept))


def _alike(one: Diagnostic) -> tuple[str, str, Diagnostic]:
    return (one.place.path, one.code, one)


def _counted(rest: list[Diagnostic]) -> Diagnostic:
    first = rest[0]
    message = f"the file has {len(rest):,} more of this kind (`{first.code}`) from here on"
    fix = tuple(edit for one in rest for edit in one.fix)
    return Diagnostic(first.place, first.code, message, hint="mend those before, and run this again", fix=fix)
