"""Works that another vocabulary cites, as records of sources."""

import re
from collections.abc import Collection, Mapping
from typing import Any

from hornbook.imports.naming import id_made_of
from hornbook.imports.sound import is_sound_line
from hornbook.imports.values import DraftSource
from hornbook.imports.words import as_field, escaped_line, shortened

LONGEST_LINE = 500
_DAY = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


def source_ids(sources: Mapping[str, DraftSource], taken: Collection[str]) -> dict[str, str]:
    """An id for each work, by its key; none of those that are taken."""
    ids: dict[str, str] = {}
    for key, source in sources.items():
        ids[key], _ = id_made_of((source.name or key, "source"), {*taken, *ids.values()})
    return ids


def source_record(source: DraftSource) -> dict[str, Any]:
    """What its file says."""
    told: dict[str, Any] = {"title": as_line(source.title, LONGEST_LINE)}
    if source.authors:
        told["author"] = [as_line(one, LONGEST_LINE) for one in source.authors]
    if _DAY.fullmatch(source.issued):
        told["issued"] = source.issued
    return {**told, **({"URL": source.address} if source.address else {})}


def as_line(text: str, longest: int) -> str:
    """A text for a field on one line; a formula that cannot be set is shown as it is written."""
    line = shortened(as_field(text), longest)
    if is_sound_line(line):
        return line
    return next(
        one for less in range(longest) if len(one := escaped_line(line[: longest - less], mathematics=True)) <= longest
    )


def cited(keys: tuple[str, ...], ids: Mapping[str, str]) -> str | list[str] | None:
    """What `source` holds for these works: one, a list of several, or nothing."""
    found = list(dict.fromkeys(ids[key] for key in keys if key in ids))
    return found[0] if len(found) == 1 else found or None
