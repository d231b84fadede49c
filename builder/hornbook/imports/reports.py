"""What an import says of itself: what was carried, and what was left out or changed, with counts and places."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import Any

from hornbook.diagnostics import IMPORT_CHANGED, IMPORT_LEFT_OUT, Diagnostic, Related
from hornbook.imports.projects import Imported
from hornbook.imports.values import Loss
from hornbook.imports.words import shortened

FORMAT = "hornbook-import/1"
_MOST_SHOWN = 5
_MOST_RELATED = 20
_LONGEST = 100


def as_text(done: Imported, folder: str) -> str:
    """For people: one line for each kind of thing, with the first places of each."""
    carried = ", ".join(f"{what} {number}" for what, number in done.counts.items())
    lines = [f"Carried into {folder}: {carried}"]
    for is_change, title in ((False, "Left out:"), (True, "Carried otherwise:")):
        groups = [*_groups(one for one in done.losses if one.is_change is is_change)]
        lines += [title] if groups else []
        for what, losses in groups:
            shown = "; ".join(f"{one.place.path}:{one.place.line}: {_words(one)}" for one in losses[:_MOST_SHOWN])
            more = f"; and {len(losses) - _MOST_SHOWN} more" if len(losses) > _MOST_SHOWN else ""
            lines.append(f"  {what} ({len(losses)}): {shown}{more}")
    return "\n".join(lines)


def as_data(done: Imported) -> Mapping[str, Any]:
    """For programs: all of it."""
    return {
        "format": FORMAT,
        "written": list(done.changes.paths),
        "carried": dict(done.counts),
        "left_out": [*_data(one for one in done.losses if not one.is_change)],
        "changed": [*_data(one for one in done.losses if one.is_change)],
    }


def as_findings(done: Imported) -> Iterator[Diagnostic]:
    """For those who annotate files: one note for each kind of thing, at its first place, with others beside it."""
    for code, is_change in ((IMPORT_LEFT_OUT, False), (IMPORT_CHANGED, True)):
        for what, losses in _groups(one for one in done.losses if one.is_change is is_change):
            first, *others = losses
            related = tuple(Related(one.place, _words(one)) for one in others[:_MOST_RELATED])
            yield Diagnostic(first.place, code, f"{what} ({len(losses)}), such as `{_words(first)}`", related=related)


def _groups(losses: Iterable[Loss]) -> Iterator[tuple[str, list[Loss]]]:
    ordered = sorted(losses)
    yield from ((what, [*group]) for what, group in groupby(ordered, key=lambda one: one.what))


def _data(losses: Iterable[Loss]) -> Iterator[dict[str, Any]]:
    for what, group in _groups(losses):
        places = [{"path": one.place.path, "line": one.place.line, "words": one.words} for one in group]
        yield {"what": what, "count": len(group), "places": places}


def _words(loss: Loss) -> str:
    return shortened(loss.words, _LONGEST).replace("`", "'")
