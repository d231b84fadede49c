"""Findings as plain data and back, for what is kept from one run to the next."""

import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from hornbook.diagnostics.codes import Code
from hornbook.diagnostics.values import Diagnostic, Edit, Place, Related


def to_plain(found: Iterable[Diagnostic], texts: Mapping[str, str]) -> bytes:
    """Findings in their order, with the texts of the files that they quote."""
    listed = tuple(found)
    places = (place for one in listed for place in (one.place, *(other.place for other in one.related)))
    quoted = {place.path: texts[place.path] for place in places if place.path in texts}
    return json.dumps({"found": [_written(one) for one in listed], "texts": quoted}).encode()


def from_plain(written: bytes, codes: Callable[[], Iterable[Code]]) -> tuple[tuple[Diagnostic, ...], dict[str, str]]:
    """What `to_plain` was given; `codes` gives all that there are, and is asked where something was found.

    Raises KeyError for a code that is not among them.
    """
    read = json.loads(written)
    by_name = {str(code): code for code in codes()} if read["found"] else {}
    return tuple(_read(one, by_name) for one in read["found"]), read["texts"]


def _written(found: Diagnostic) -> list[Any]:
    related = [(_place(one.place), one.message) for one in found.related]
    fix = [(_place(one.place), one.text) for one in found.fix]
    return [_place(found.place), str(found.code), found.message, found.hint, found.notes, related, fix]


def _place(place: Place) -> list[str | int]:
    return [place.path, place.line, place.column, place.end_line, place.end_column]


def _read(written: list[Any], codes: Mapping[str, Code]) -> Diagnostic:
    place, code, message, hint, notes, related, fix = written
    return Diagnostic(
        place=Place(*place),
        code=codes[code],
        message=message,
        hint=hint,
        notes=tuple(notes),
        related=tuple(Related(Place(*where), words) for where, words in related),
        fix=tuple(Edit(Place(*where), text) for where, text in fix),
    )
