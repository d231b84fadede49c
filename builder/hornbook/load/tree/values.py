"""Values of a YAML file that know where they stand, down to each of their characters.

The folding, escapes and indentation of a value are undone by the rules of YAML 1.2.2, sections 7.3 and 8.1, as libyaml
applies them. Every map from characters to the file is verified against the value that the parser gave; where they
differ there is no map, rather than a wrong one.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum, auto
from functools import lru_cache

from hornbook.diagnostics import Place
from hornbook.load.text import SourceText

_Pair = tuple[str, int]
_SIMPLE_ESCAPES = {
    "0": "\0", "a": "\a", "b": "\b", "t": "\t", "\t": "\t", "n": "\n", "v": "\v", "f": "\f", "r": "\r",
    "e": "\x1b", " ": " ", '"': '"', "/": "/", "\\": "\\", "N": "\x85", "_": "\xa0", "L": "\u2028", "P": "\u2029",
}  # fmt: skip
_CODE_LENGTHS = {"x": 2, "u": 4, "U": 8}
_HEADER = re.compile(r"[|>]([-+0-9]*)[^\n]*\n?")


@lru_cache(maxsize=64)
def value_offsets(raw: str, style: str, value: str) -> tuple[int, ...] | None:
    """Give the offset in `raw` (the value as written, quotes included) of each character of `value`."""
    if style in ("|", ">"):
        return _block(raw, value, folded=style == ">")
    body, first = (raw[1:-1], 1) if style else (raw, 0)
    pairs = _flow(body, style)
    if "".join(char for char, _ in pairs) != value:
        return None
    return tuple(offset + first for _, offset in pairs)


def _flow(body: str, style: str) -> list[_Pair]:
    pairs: list[_Pair] = []
    position = 0
    kept = 0
    while position < len(body):
        char = body[position]
        if char == "\n":
            while len(pairs) > kept and pairs[-1][0] in " \t":
                pairs.pop()
            position = _fold(body, position, pairs)
            kept = len(pairs)
        elif style == "'" and char == "'":
            pairs.append(("'", position))
            position += 2
        elif style == '"' and char == "\\":
            position = _escape(body, position, pairs)
            kept = len(pairs)
        else:
            pairs.append((char, position))
            position += 1
    return pairs


def _fold(body: str, position: int, pairs: list[_Pair]) -> int:
    """One line break is a space; of several, all but the first are kept."""
    breaks = []
    while position < len(body) and body[position] in " \t\n":
        if body[position] == "\n":
            breaks.append(position)
        position += 1
    if len(breaks) == 1:
        pairs.append((" ", breaks[0]))
    else:
        pairs.extend(("\n", offset) for offset in breaks[1:])
    return position


def _escape(body: str, position: int, pairs: list[_Pair]) -> int:
    sign = body[position + 1 : position + 2]
    if sign == "\n":
        following: list[_Pair] = []
        end = _fold(body, position + 1, following)
        pairs.extend(pair for pair in following if pair[0] == "\n")
        return end
    if sign in _CODE_LENGTHS:
        end = position + 2 + _CODE_LENGTHS[sign]
        pairs.append((chr(int(body[position + 2 : end], 16)), position))
        return end
    pairs.append((_SIMPLE_ESCAPES.get(sign, sign), position))
    return position + 2


def _block(raw: str, value: str, *, folded: bool) -> tuple[int, ...] | None:
    header = _HEADER.match(raw)
    if header is None:
        return None
    lines = []
    position = header.end()
    for line in raw[position:].split("\n"):
        lines.append((line, position))
        position += len(line) + 1
    for indent in _indents(lines, explicit=any(char.isdigit() for char in header.group(1))):
        pairs = _unindented(lines, indent, folded=folded)
        written = "".join(char for char, _ in pairs)
        if written.startswith(value) and not written[len(value) :].strip(" \n"):
            return tuple(offset for _, offset in pairs[: len(value)])
    return None


def _indents(lines: list[tuple[str, int]], *, explicit: bool) -> range:
    """Candidates for the indentation of a block; with an indicator it depends on what is around the block."""
    filled = next((line for line, _ in lines if line.strip(" ")), None)
    first = max(len(line) for line, _ in lines) if filled is None else len(filled) - len(filled.lstrip(" "))
    return range(0 if explicit else first, first + 1)


def _unindented(lines: list[tuple[str, int]], indent: int, *, folded: bool) -> list[_Pair]:
    pairs: list[_Pair] = []
    blanks: list[_Pair] = []
    previous: str | None = None
    line_break = 0
    for line, start in lines:
        content = line[indent:]
        if not content:
            blanks.append(("\n", start + len(line)))
            continue
        if previous is not None:
            foldable = folded and previous[0] not in " \t" and content[0] not in " \t"
            if not foldable:
                pairs.append(("\n", line_break))
            elif not blanks:
                pairs.append((" ", line_break))
        pairs.extend(blanks)
        blanks = []
        pairs.extend((char, start + indent + index) for index, char in enumerate(content))
        previous = content
        line_break = start + len(line)
    if previous is not None:
        pairs.append(("\n", line_break))
    return [*pairs, *blanks]


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
        raw = self.source.text[self.start : self.end]
        offsets = range(len(raw)) if raw == self.text else value_offsets(raw, self.style, self.text)
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


_COMMENT = re.compile(r"[ \t]*(?<=[ \t])#[^\s#][^\n]*")


def comment_behind(scalar: YamlScalar) -> Place | None:
    """Where a comment stands right behind a plain value, without a space after its `#`: nobody writes comments so."""
    found = None if scalar.style else _COMMENT.match(scalar.source.text, scalar.end)
    return None if found is None else scalar.source.place(scalar.source.text.index("#", found.start()), found.end())
