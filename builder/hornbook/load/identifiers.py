"""The form of ids, and the list of those that were published."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from hornbook.addresses import RESERVED_IDS
from hornbook.diagnostics import Diagnostic, Place
from hornbook.kinds import ADDRESSED, PARTS
from hornbook.load.file_names import DEVICES
from hornbook.load.file_text import SourceText
from hornbook.load.ids import id_mistake
from hornbook.model.notation import ID_PATTERN, KEYWORDS

_RECORDS = "|".join(kind.word for kind in ADDRESSED)
_PARTS = "|".join(part.word for part in PARTS if part.published)
_LINE = re.compile(
    rf"(?P<retired>retired )?(?P<line>(?:{_RECORDS}) {ID_PATTERN}|(?:{_PARTS}) {ID_PATTERN}/{ID_PATTERN})"
)


@dataclass(frozen=True, slots=True)
class PublishedIds:
    """The lines of `glossary/ids.txt`."""

    published: Mapping[str, Place]
    retired: frozenset[str]
    """Without the word `retired`."""
    diagnostics: tuple[Diagnostic, ...]


def id_diagnostics(name: str, place: Place, what: str) -> Iterator[Diagnostic]:
    """Say what is wrong with an id that is to be an address and an atom."""
    mistake = id_mistake(name)
    if mistake:
        yield Diagnostic(place, mistake.code, f"{what} {mistake.message}", hint=mistake.hint)
    else:
        yield from reserved_diagnostics(name, place)


def reserved_diagnostics(name: str, place: Place) -> Iterator[Diagnostic]:
    """Say whether an id is one that no record may have or have had."""
    reason = _reserved(name)
    if reason:
        yield Diagnostic(place, "id-reserved", f"the id `{name}` is reserved: {reason}", hint="choose another id")


def read_published(source: SourceText | None) -> PublishedIds:
    """Read the list of published ids, one in a line; empty lines and comments (`#`) are skipped."""
    published: dict[str, Place] = {}
    retired: set[str] = set()
    found: list[Diagnostic] = []
    for number, line in enumerate(source.text.split("\n") if source else (), 1):
        stripped = line.strip()
        if not stripped or stripped.startswith("#"):
            continue
        assert source is not None
        start = source.line_starts[number - 1] + line.index(stripped)
        place = source.place(start, start + len(stripped))
        match = _LINE.fullmatch(stripped)
        if match is None:
            message = f"`{stripped}` is no published id"
            hint = "write `term some-id` or `retired term some-id`, or run `hornbook check --update-ids`"
            found.append(Diagnostic(place, "ids-line", message, hint=hint))
        elif match["retired"]:
            retired.add(match["line"])
        else:
            published.setdefault(match["line"], place)
    return PublishedIds(published, frozenset(retired), tuple(found))


def _reserved(name: str) -> str | None:
    if name in RESERVED_IDS:
        return "the site has a page or folder of that name"
    if name in DEVICES:
        return "Windows cannot have a file of that name"
    return "the notation of claims uses that word" if name in KEYWORDS else None
