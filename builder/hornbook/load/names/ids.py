"""The form of ids and of mistakes in values, the ids that were published, and what labels and aliases name."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from hornbook.addresses import RESERVED_IDS
from hornbook.diagnostics import Code, Diagnostic, Lines, Place, Related, Severity
from hornbook.diagnostics.formats import shown
from hornbook.kinds import ADDRESSED, PARTS
from hornbook.load.text import DEVICES, SourceText
from hornbook.load.tree import YamlMapping, YamlScalar, YamlSequence
from hornbook.model.notation import ID_PATTERN, KEYWORDS, LONGEST_ID, slug
from hornbook.model.shared_names import compared

ID_FORM = Code(
    "id-form",
    "An id is not made of lower-case letters, digits and single hyphens, or it is too long.",
    Lines("glossary/frameworks/weather.yaml", "- id: Rain wets\n  if: [no rain]", "- id: rain-wets\n  if: [not rain]"),
)
ID_RESERVED = Code(
    "id-reserved",
    "An id is a name that the site, the notation of claims or an operating system needs for itself.",
    "The file `glossary/terms/con.yaml`: Windows cannot have a file of that name.",
)
IDS_LINE = Code(
    "ids-line",
    "A line of the list of published ids is not of the form `kind id`, `retired kind id` or `retired kind id for id`.",
    Lines("glossary/ids.txt", "retired: term snow", "retired term snow"),
)
NAME_SHARED = Code(
    "name-shared",
    "A label or alias names two terms. Readers get a page of what it may mean; where nothing tells which is meant, a "
    "mention of it is no link.",
    Lines("glossary/terms/wet-ground.yaml", "aliases: [Shower]  # as of the term Rain", "aliases: [Puddle]"),
    severity=Severity.NOTE,
)

_ID = re.compile(ID_PATTERN)
_OF_FRAME = ("kb-", "md-")
"""How ids begin that the builder and its script give to parts of pages; those of records are anchors on the same."""


@dataclass(frozen=True, slots=True)
class Mistake:
    """What is wrong with a value; the message continues after the field's name."""

    code: Code
    message: str
    hint: str | None = None


def id_mistake(text: str) -> Mistake | None:
    """Say why a text is no id that a record or a part of one can have, or None."""
    if text.startswith(_OF_FRAME):
        begins = f"is `{shown(text)}`; what begins with `kb-` or `md-` is an id of the site’s frame"
        return Mistake(ID_RESERVED, begins, "choose another id")
    if len(text) <= LONGEST_ID and _ID.fullmatch(text):
        return None
    suggestion = slug(text)
    return Mistake(
        ID_FORM,
        f"is `{shown(text)}`; an id has lower-case letters, digits and single hyphens, at most {LONGEST_ID}",
        f"use `{suggestion}`" if suggestion and suggestion != text else None,
    )


def is_free_id(name: str) -> bool:
    """Whether a record may have this id, as far as its form and the names that the site needs decide it."""
    return id_mistake(name) is None and _reserved(name) is None


_RECORDS = "|".join(kind.word for kind in ADDRESSED)
_PARTS = "|".join(part.word for part in PARTS if part.published)
_THING = rf"(?:{_RECORDS}) {ID_PATTERN}|(?:{_PARTS}) {ID_PATTERN}/{ID_PATTERN}"
_LINE = re.compile(rf"(?P<line>{_THING})|retired (?P<retired>{_THING})(?: for (?P<heir>{ID_PATTERN}))?")


@dataclass(frozen=True, slots=True)
class PublishedIds:
    """The lines of `glossary/ids.txt`."""

    published: Mapping[str, Place]
    retired: Mapping[str, str | None]
    """What was taken back, without the word `retired`, and the id of what took its place, if anything did."""
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
        yield Diagnostic(place, ID_RESERVED, f"the id `{name}` is reserved: {reason}", hint="choose another id")


def read_published(source: SourceText | None) -> PublishedIds:
    """Read the list of published ids, one in a line; empty lines and comments (`#`) are skipped."""
    published: dict[str, Place] = {}
    retired: dict[str, str | None] = {}
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
            hint = "write `term some-id`, `retired term some-id` or `retired term some-id for other-id`"
            found.append(Diagnostic(place, IDS_LINE, message, hint=hint))
        elif match["retired"]:
            retired.setdefault(match["retired"], match["heir"])
        else:
            published.setdefault(match["line"], place)
    return PublishedIds(published, retired, tuple(found))


def _reserved(name: str) -> str | None:
    if name in RESERVED_IDS:
        return "the site has a page or folder of that name"
    if name in DEVICES:
        return "Windows cannot have a file of that name"
    return "the notation of claims uses that word" if name in KEYWORDS else None


@dataclass(frozen=True, slots=True)
class _Name:
    term: str
    written: YamlScalar
    framework: str | None
    what: str


def name_diagnostics(terms: Iterable[tuple[str, YamlMapping]]) -> Iterator[Diagnostic]:
    """Find labels and aliases that name two terms; two authors' words, each in a framework, do not clash."""
    first: dict[str, list[_Name]] = {}
    for term, tree in terms:
        for name in _names(term, tree):
            others = first.setdefault(compared(name.written.text), [])
            clash = next((other for other in others if _clash(other, name)), None)
            if clash is None:
                others.append(name)
                continue
            yield Diagnostic(
                name.written.place,
                NAME_SHARED,
                f"the {name.what} `{shown(name.written.text)}` also names `{clash.term}` (compared without case)",
                hint="mentions are links where a framework or a tag tells which is meant; if both are one, keep one",
                related=(Related(clash.written.place, f"the {clash.what} of `{clash.term}`"),),
            )


def _names(term: str, tree: YamlMapping) -> Iterator[_Name]:
    label = tree.text("label")
    if label:
        yield _Name(term, label, None, "label")
    aliases = tree.get("aliases")
    for item in aliases.items if isinstance(aliases, YamlSequence) else ():
        if isinstance(item, YamlScalar) and item.text:
            yield _Name(term, item, None, "alias")
        elif isinstance(item, YamlMapping) and (text := item.text("text")):
            framework = item.text("framework")
            yield _Name(term, text, framework.text if framework else None, "alias")


def _clash(one: _Name, other: _Name) -> bool:
    apart = one.framework is not None and other.framework is not None and one.framework != other.framework
    return one.term != other.term and not apart
