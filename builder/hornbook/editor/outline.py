"""Where in a YAML file somebody is writing: found by indentation and brackets, since the file is seldom whole then."""

import re
from dataclasses import dataclass

_BLOCK = re.compile(r"[|>][-+0-9]*[ \t]*(?:#.*)?$")
_KEY = re.compile(r"(\"[^\"]*\"|'[^']*'|[^\s\"'\[\]{},#&*!|>%@`-][^:#]*?|-[^\s:#][^:#]*?)[ \t]*:(?=\s|$)[ \t]*")
_DASH = re.compile(r"-(?:[ \t]+|$)")

Path = tuple[str | None, ...]
"""The names of fields from the outermost to the innermost; None for an item of a list."""


@dataclass(frozen=True, slots=True)
class Spot:
    """What stands at a place of a text."""

    path: Path
    """Where the value is that is being written; of the name of a field, where its group is."""
    written: str
    """What of the value, or of the name, stands before the place."""
    names: bool
    """The name of a field may be written here."""
    begins: bool = False
    """The value begins at this place in a line of its field, so that a list would need a bracket."""
    is_item: bool = False
    """An item of a list begins here, which may be a group or a single value."""


@dataclass(slots=True)
class _Open:
    """A field or an item that may have more below it."""

    indent: int
    key: str | None


class _Lines:
    """Reads a text line by line, and remembers what is open."""

    def __init__(self) -> None:
        self.open: list[_Open] = []
        self.value = -1
        """Where the value of the innermost one begins."""
        self.block: int | None = None
        """The indentation of the field whose text the lines further in are."""

    def take(self, line: str, start: int, depth: int) -> None:
        """Read a line that begins at an offset; `depth` brackets of the value before it are open."""
        indent = len(line) - len(line.lstrip(" "))
        if not line.strip() or depth > 0 or self._goes_on(line, indent):
            return
        self.block = None
        rest = self._dashes(line, indent)
        key = _KEY.match(line, rest)
        if key is not None:
            self._close(rest, dash=False)
            self.open.append(_Open(rest, key.group(1).strip("\"'")))
        self.value = start + (key.end() if key is not None else rest)
        if _BLOCK.match(line, self.value - start):
            self.block = self.open[-1].indent if self.open else -1

    def _goes_on(self, line: str, indent: int) -> bool:
        """Whether a line goes on with the value above it, or is a comment."""
        if self.block is not None:
            return indent > self.block
        return line.lstrip().startswith("#")

    def _dashes(self, line: str, indent: int) -> int:
        """Open an item for each dash that a line begins with; where the rest begins."""
        at = indent
        while (dash := _DASH.match(line, at)) is not None:
            self._close(at, dash=True)
            self.open.append(_Open(at, None))
            at = dash.end()
        if at == indent:
            self._close(at, dash=False)
        return at

    def _close(self, indent: int, *, dash: bool) -> None:
        """Close what ends where something begins at this indentation; a list may stand right below its field."""
        while self.open and (
            self.open[-1].indent > indent
            or (self.open[-1].indent == indent and not (dash and self.open[-1].key is not None))
        ):
            self.open.pop()


def spot_at(text: str, offset: int) -> Spot:
    """What is being written at an offset of a text."""
    lines = _Lines()
    start = 0
    line_start = text.rfind("\n", 0, offset) + 1
    for line in text[:line_start].split("\n")[:-1]:
        depth = len(_in_brackets(text[lines.value : start])[1]) if _is_flow(text, lines.value) else 0
        lines.take(line, start, depth)
        start += len(line) + 1
    head = text[line_start:offset]
    depth = len(_in_brackets(text[lines.value : start])[1]) if _is_flow(text, lines.value) else 0
    before = lines.value
    begins_line = not head.strip()
    if not (begins_line and (lines.block is None or len(head) <= lines.block) and depth == 0):
        lines.take(head, line_start, depth)
    elif lines.block is None or len(head) <= lines.block:
        lines.block = None
        lines._close(len(head), dash=False)  # noqa: SLF001 - the two are one
        return Spot(tuple(one.key for one in lines.open), "", names=True)
    return _spot(text, offset, lines, is_new=lines.value != before)


def _spot(text: str, offset: int, lines: _Lines, *, is_new: bool) -> Spot:
    path: Path = tuple(one.key for one in lines.open)
    written = text[lines.value : offset]
    if lines.block is not None or not _is_flow(text, lines.value):
        in_line = "\n" not in written
        # The innermost is a field with a value, or an item that may yet become a group.
        is_value = bool(path) and text[: lines.value].rstrip(" ").endswith(":")
        names = in_line and lines.block is None and is_new and not is_value
        plain = written.lstrip(" ").lstrip("\"'") if lines.block is None else written
        begins = is_new and not names and in_line and lines.block is None
        return Spot(path, plain, names=names, begins=begins, is_item=names and path[-1:] == (None,))
    inner, open_, word, names = _in_flow(written)
    return Spot((*path, *inner), word.lstrip().lstrip("\"'"), names=names) if open_ else Spot(path, "", names=False)


def _is_flow(text: str, offset: int) -> bool:
    return text[max(0, offset) : offset + 1] in {"[", "{"}


def _in_brackets(value: str) -> tuple[str, list[str]]:
    """The brackets that are open at the end of a value, quoted ones apart."""
    quote, stack = "", list[str]()
    for char in value:
        if quote:
            quote = "" if char == quote else quote
        elif char in "\"'":
            quote = char
        elif char in "[{":
            stack.append(char)
        elif char in "]}" and stack:
            stack.pop()
    return quote, stack


def _in_flow(value: str) -> tuple[Path, bool, str, bool]:
    """Where in brackets a value ends: the way there, whether any is open, the last word, and whether it is a name."""
    stack: list[tuple[str, str | None]] = []
    quote, word, key = "", "", None
    for char in value:
        if quote or char in "\"'":
            quote = ("" if char == quote else quote) if quote else char
            word += char
        elif char in "[{":
            stack.append((char, key))
            word, key = "", None
        elif char in "]}":
            _, key = stack.pop() if stack else ("", None)
            word = ""
        elif char == "," and stack:
            word, key = "", None
        elif char == ":" and stack and stack[-1][0] == "{":
            key, word = word.strip().strip("\"'"), ""
        else:
            word += char
    path: list[str | None] = []
    for bracket, before in stack:
        path += ([before] if before is not None else []) + ([None] if bracket == "[" else [])
    if key is not None:
        path.append(key)
    return tuple(path), bool(stack), word, bool(stack) and stack[-1][0] == "{" and key is None
