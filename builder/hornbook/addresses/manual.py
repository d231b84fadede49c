"""The places on the page of fields: a section for each kind of file and each part of one, a row for each field.

The sections are those of the kinds in the order of the table; a part stands below the kind that first uses it, once.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from hornbook.kinds import KINDS, PAGE, Kind, with_article
from hornbook.model.declared import declarations_in, fields_of, words_in

IDS = "ids"
TEXTS = "texts"
ATOMS = "atoms"
IDEAS = (
    *(IDS, TEXTS, "formulas", ATOMS, "negation", "conditions", "impossible", "converse", "choices"),
    *("facts", "presuppositions", "claims", "seen", "evidence"),
)
"""What the page explains before it lists any field."""


@dataclass(frozen=True, slots=True)
class Section:
    """What the page says of one class whose fields are written."""

    declaration: type
    kind: Kind | None
    """The kind of file that holds such records; None for a part of records."""

    @property
    def name(self) -> str:
        """What one is called."""
        return self.kind.called if self.kind else _spaced(self.declaration.__name__, " ")

    @property
    def one(self) -> str:
        """The name with its article, which the plural does without."""
        return self.name if self.name.endswith(("es", "ts")) else with_article(self.name)

    @property
    def anchor(self) -> str:
        """Where it begins."""
        return self.kind.word if self.kind else _spaced(self.declaration.__name__, "-")

    def field_anchor(self, field: str) -> str:
        """Where the field with this name stands."""
        return f"{self.anchor}-{field}"


@cache
def sections_of(kinds: tuple[Kind, ...] = KINDS) -> tuple[Section, ...]:
    """The sections of the page in their order; pages written by hand have no fields."""
    return tuple(_sections([kind for kind in kinds if kind is not PAGE]))


@cache
def first_uses(kinds: tuple[Kind, ...] = KINDS) -> Mapping[type[StrEnum], str]:
    """For each class of words the anchor of the field that holds them first, where they are explained."""
    found: dict[type[StrEnum], str] = {}
    for section in sections_of(kinds):
        for field in fields_of(section.declaration):
            words = words_in(field.shape)
            if words is not None:
                found.setdefault(words, section.field_anchor(field.name))
    return found


def anchors_of_manual() -> Iterator[str]:
    """Every place on the page: what is explained, the sections, their fields, and the words that fields may hold."""
    yield from IDEAS
    for section in sections_of():
        yield section.anchor
        yield from (section.field_anchor(field.name) for field in fields_of(section.declaration))
    for words, anchor in first_uses().items():
        yield from (f"{anchor}-{word}" for word in words)


def _sections(kinds: list[Kind]) -> Iterator[Section]:
    met: set[type] = {kind.declaration for kind in kinds}
    for kind in kinds:
        yield Section(kind.declaration, kind)
        todo: list[type] = [kind.declaration]
        for declaration in todo:
            inside = (part for field in fields_of(declaration) for part in declarations_in(field.shape))
            fresh = [part for part in dict.fromkeys(inside) if part not in met]
            met |= {*fresh}
            todo += fresh
            yield from (Section(part, None) for part in fresh)


def _spaced(name: str, by: str) -> str:
    """The name of a class as words: `NamingClaim` is a naming claim."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", by, name).lower()
