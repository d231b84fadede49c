"""The words that a glossary declares for itself: kinds of terms, tags, stages of work, groups."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from hornbook.diagnostics import Place
from hornbook.kinds import GLOSSARY
from hornbook.load.names.ids import id_mistake
from hornbook.load.tree import YamlMapping, YamlScalar, YamlSequence, YamlValue
from hornbook.model import TermKind

FIELDS: Mapping[str, str] = {"kind": "kinds", "tag": "tags", "status": "statuses", "group": "groups"}
"""The fields of the glossary that declare words, by what one of these is called."""


@dataclass(frozen=True, slots=True)
class OwnWords:
    """What can be named of each sort."""

    places: Mapping[str, Mapping[str, Place]]
    """By what one is called; the kinds are the program's where the glossary declares none."""
    alike: Mapping[str, TermKind]
    """How terms of each kind are spoken of."""
    has_kinds: bool
    """Whether the glossary declares kinds."""
    is_read: bool
    """Whether the glossary could be read at all; else nothing can be said of words."""

    def remedy(self, sort: str, name: str) -> str:
        """What to do about a word that is not declared."""
        declare = f"declare it in `{GLOSSARY.file}`: `{FIELDS[sort]}: [{name if not id_mistake(name) else '…'}]`"
        return (
            f"{declare}, with any others" if sort != "kind" or self.has_kinds else f"{declare}, with all that are used"
        )


NO_WORDS = OwnWords({sort: {} for sort in FIELDS}, {}, has_kinds=False, is_read=False)


def own_words(glossary: YamlValue | None) -> OwnWords:
    """The words that the glossary declares."""
    if not isinstance(glossary, YamlMapping):
        return NO_WORDS
    places = {sort: {name.text: name.place for name, _ in _declared(glossary, field)} for sort, field in FIELDS.items()}
    if glossary.get(FIELDS["kind"]) is not None:
        alike = {name.text: _like(record) for name, record in _declared(glossary, FIELDS["kind"])}
        return OwnWords(places, alike, has_kinds=True, is_read=True)
    everywhere = {kind.value: Place(GLOSSARY.file) for kind in TermKind}
    return OwnWords(
        places | {"kind": everywhere}, {kind.value: kind for kind in TermKind}, has_kinds=False, is_read=True
    )


def repeated_words(glossary: YamlValue | None) -> Iterator[tuple[YamlScalar, Place]]:
    """Words that are declared twice, each with the place of the first."""
    if not isinstance(glossary, YamlMapping):
        return
    for field in FIELDS.values():
        first: dict[str, Place] = {}
        for name, record in _declared(glossary, field):
            if name.text in first and record is not None:  # of words that stand alone the reader tells
                yield name, first[name.text]
            first.setdefault(name.text, name.place)


def _declared(glossary: YamlMapping, field: str) -> Iterator[tuple[YamlScalar, YamlMapping | None]]:
    """Each word with its record, if it has one."""
    listed = glossary.get(field)
    for item in listed.items if isinstance(listed, YamlSequence) else ():
        if isinstance(item, YamlScalar):
            yield item, None
        elif isinstance(item, YamlMapping) and (name := item.text("id")) is not None:
            yield name, item


def _like(record: YamlMapping | None) -> TermKind:
    written = None if record is None else record.text("like")
    known = {kind.value: kind for kind in TermKind}
    return TermKind.CONCEPT if written is None else known.get(written.text, TermKind.CONCEPT)
