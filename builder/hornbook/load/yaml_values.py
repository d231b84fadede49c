"""Values of a YAML file that know where they stand."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum, auto

from hornbook.diagnostics import Place
from hornbook.load.file_text import SourceText
from hornbook.load.offsets import value_offsets


class ScalarKind(Enum):
    """What a scalar is under YAML 1.2's core schema."""

    TEXT = auto()
    NUMBER = auto()
    TRUTH = auto()
    NOTHING = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class YamlScalar:
    """A single value: its characters (also of a number), and the stretch of the file that it was written as."""

    text: str
    kind: ScalarKind
    style: str
    """`'`, `"`, `|`, `>`, or empty for a plain one."""
    source: SourceText = field(repr=False, compare=False)
    start: int
    end: int

    @property
    def place(self) -> Place:
        """Where it is written; of a block text only the sign that opens it."""
        return self.source.place(self.start, self.start + 1 if self.style in ("|", ">") else self.end)

    def part(self, start: int, end: int) -> Place:
        """Where the characters from `start` to `end` of its text are written."""
        offsets = value_offsets(self.source.text[self.start : self.end], self.style, self.text)
        if offsets is None or start >= len(offsets):
            return self.place
        first = offsets[start]
        last = offsets[end - 1] + 1 if end > start else first
        return self.source.place(self.start + first, self.start + max(first, last))


@dataclass(frozen=True, slots=True)
class YamlSequence:
    """A list."""

    items: "tuple[YamlValue, ...]"
    place: Place


@dataclass(frozen=True, slots=True)
class YamlMapping:
    """A group of fields in the order of the file; of a doubled one the first."""

    fields: "tuple[tuple[YamlScalar, YamlValue], ...]"
    place: Place

    def get(self, name: str) -> "YamlValue | None":
        """The value of a field, or None."""
        return next((value for key, value in self.fields if key.text == name), None)

    def key(self, name: str) -> YamlScalar | None:
        """The name of a field as it is written, or None."""
        return next((key for key, _ in self.fields if key.text == name), None)

    def text(self, name: str) -> YamlScalar | None:
        """The value of a field if it is text."""
        value = self.get(name)
        return value if isinstance(value, YamlScalar) and value.kind is ScalarKind.TEXT else None

    def texts(self, name: str) -> Iterator[YamlScalar]:
        """The texts in a field that holds a list."""
        value = self.get(name)
        for item in value.items if isinstance(value, YamlSequence) else ():
            if isinstance(item, YamlScalar) and item.kind is ScalarKind.TEXT:
                yield item

    def groups(self, name: str) -> "Iterator[YamlMapping]":
        """The groups in a field that holds a list."""
        value = self.get(name)
        for item in value.items if isinstance(value, YamlSequence) else ():
            if isinstance(item, YamlMapping):
                yield item


YamlValue = YamlScalar | YamlSequence | YamlMapping
