"""Published ids: an id that others link to never disappears without a trace."""

from collections.abc import Iterator
from difflib import get_close_matches

from hornbook.diagnostics import Code, Diagnostic, Lines, Place, Severity
from hornbook.kinds import ADDRESSED, PUBLISHED_IDS, parts_of
from hornbook.model import KnowledgeBase

ID_REMOVED = Code(
    "id-removed",
    "A published id is gone, so addresses that others use would break.",
    Lines("glossary/ids.txt", "term snow", "retired term snow"),
)
ID_UNLISTED = Code(
    "id-unlisted",
    "An id is not in the list of published ids yet; it is put there when it is published.",
    "The file `glossary/terms/wet-ground.yaml` is new, and `glossary/ids.txt` does not name it.",
    severity=Severity.NOTE,
)

_SHOWN = 10


def check_ids(knowledge: KnowledgeBase) -> Iterator[Diagnostic]:
    """Hold the ids that exist against the list of those that were published."""
    if not knowledge.published:
        return
    current = _current(knowledge)
    former = _former(knowledge)
    fresh = sorted(set(current) - set(knowledge.published))
    for line, place in knowledge.published.items():
        if line in current or line in former or line in knowledge.retired:
            continue
        kind, _, name = line.partition(" ")
        candidates = [other.partition(" ")[2] for other in fresh if other.startswith(f"{kind} ")]
        successor = next(iter(get_close_matches(name, candidates, 1, 0.5)), None)
        old = name.rpartition("/")[2]
        renamed = f"if `{successor}` took its place, add `was: [{old}]` there; " if successor else ""
        yield Diagnostic(
            place,
            ID_REMOVED,
            f"the {kind} `{name}` was published and is gone",
            hint=f"{renamed}bring it back, or write `retired {line}` on this line",
        )
    if fresh:
        first = current[fresh[0]]
        kind, _, name = fresh[0].partition(" ")
        others = f" and {len(fresh) - 1} more" if len(fresh) > 1 else ""
        yield Diagnostic(
            first,
            ID_UNLISTED,
            f"the {kind} `{name}`{others}: not in {PUBLISHED_IDS} yet",
            hint="leave it: it is added with the next release of the site, or by `hornbook check --update-ids`",
            notes=tuple(f"also {line}" for line in fresh[1:_SHOWN]),
        )


def published_ids(knowledge: KnowledgeBase) -> str:
    """What `glossary/ids.txt` should hold: every id there is and every one there was; none ever goes by itself."""
    lines = sorted({*_current(knowledge), *knowledge.published} - knowledge.retired.keys())
    heirs = {line: f" for {heir}" if heir else "" for line, heir in knowledge.retired.items()}
    return "\n".join([*lines, *sorted(f"retired {line}{heir}" for line, heir in heirs.items())]) + "\n"


def _current(knowledge: KnowledgeBase) -> dict[str, Place]:
    """Every id there is, as a line of the list, with the place of what has it."""
    found: dict[str, Place] = {}
    for kind in ADDRESSED:
        for record in knowledge.records(kind.declaration):
            found[f"{kind.word} {record.id}"] = record.place
            for part in parts_of(kind):
                if part.published and part.field is not None:
                    held = getattr(record, part.field)
                    found |= {f"{part.word} {record.id}/{one.id}": one.place for one in held}
    return found


def _former(knowledge: KnowledgeBase) -> frozenset[str]:
    """The ids that records and parts of them say they had, likewise; of a record once called otherwise both ways."""
    found: set[str] = set()
    for kind in ADDRESSED:
        for record in knowledge.records(kind.declaration):
            names = (record.id, *record.was)
            found |= {f"{kind.word} {old}" for old in names[1:]}
            for part in parts_of(kind):
                for one in getattr(record, part.field) if part.published and part.field is not None else ():
                    found |= {f"{part.word} {name}/{old}" for name in names for old in (one.id, *one.was)}
    return frozenset(found)
