r"""Double brackets in Markdown: `[[id]]`, `[[id|words]]`, `[[A => B]]`, `![[id]]`; `\[[` is a literal `[[`.

While the Markdown is parsed they are hidden behind placeholders: what stands for them in between is a noncharacter
(U+FDD0), which no file may hold, so no text can imitate it, and code shows what was written.
"""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from enum import Enum, auto

_BODY = re.compile(r"\[\[([^\[\]`]{0,1000})\]\]")
_BLANK_LINE = re.compile(r"\n[ \t]*\n")
_SEPARATOR = re.compile(r"\\?\|")


class BracketKind(Enum):
    """What double brackets hold."""

    REFERENCE = auto()
    CLAIM = auto()
    EMBED = auto()
    LITERAL = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Bracket:
    """One pair of double brackets; offsets count characters of the Markdown."""

    kind: BracketKind
    start: int
    """Where it begins, the `!` or the escaping backslash included."""
    end: int
    target: str = ""
    """The id or claim, without white space around it."""
    target_start: int = 0
    words: str | None = None


@dataclass(frozen=True, slots=True)
class Brackets:
    """All double brackets of a text, in order, and where one opens that is never closed."""

    closed: tuple[Bracket, ...]
    unclosed: tuple[int, ...]


def find_brackets(markdown: str) -> Brackets:
    """Find them all, in code as well: only who knows the Markdown can tell what is code."""
    closed: list[Bracket] = []
    unclosed: list[int] = []
    position = 0
    while (start := markdown.find("[[", position)) >= 0:
        embeds = markdown[start - 1 : start] == "!" and not _escaped(markdown, start - 1)
        body = _BODY.match(markdown, start)
        if not embeds and _escaped(markdown, start):
            closed.append(Bracket(kind=BracketKind.LITERAL, start=start - 1, end=start + 2))
            position = start + 2
        elif body is None or _BLANK_LINE.search(body.group(1)) or "$" in _SEPARATOR.split(body.group(1), 1)[0]:
            # What holds a dollar sign may be a part of a formula, and is no id. In `[[[id]]]` the inner pair is meant.
            if markdown[start + 2 : start + 3] != "[":
                unclosed.append(start)
            position = start + 1
        else:
            closed.append(_bracket(body, embeds=embeds))
            position = body.end()
    return Brackets(tuple(closed), tuple(unclosed))


def _bracket(body: re.Match[str], *, embeds: bool) -> Bracket:
    inside = body.group(1)
    separator = _SEPARATOR.search(inside)
    written = inside[: separator.start()] if separator else inside
    words = " ".join(inside[separator.end() :].replace(r"\|", "|").split()) if separator else None
    kind = BracketKind.EMBED if embeds else BracketKind.CLAIM if "=>" in written else BracketKind.REFERENCE
    return Bracket(
        kind=kind,
        start=body.start() - embeds,
        end=body.end(),
        target=written.strip(),
        target_start=body.start(1) + len(written) - len(written.lstrip()),
        words=words,
    )


def _escaped(text: str, position: int) -> bool:
    """Tell whether an odd number of backslashes stands before a position."""
    start = position
    while start > 0 and text[start - 1] == "\\":
        start -= 1
    return (position - start) % 2 == 1


PLACEHOLDER = re.compile("\ufdd0([0-9]+)\ufdd1")


@dataclass(frozen=True, slots=True, kw_only=True)
class Hidden:
    """A text with placeholders, and what each stands for."""

    original: str
    text: str
    brackets: tuple[Bracket, ...]
    unclosed: tuple[int, ...]
    lines: tuple[int, ...]
    """Where each line of `text` begins in it."""
    moved: tuple[tuple[int, int], ...]
    """The beginning of each stretch that `text` and `original` share, in the one and in the other."""

    def restored(self, part: str) -> str:
        """Put back what was written, as code shows it."""
        return PLACEHOLDER.sub(lambda match: self._written(int(match.group(1))), part)

    def offset_in(self, part: str, offset: int) -> int:
        """The offset in a part of the text of one in that part as it was written."""
        for match in PLACEHOLDER.finditer(part):
            longer = len(self._written(int(match.group(1)))) - len(match.group())
            if offset < match.start():
                break
            offset = max(match.start(), offset - longer)
        return offset

    def line_start(self, line: int) -> int:
        """The offset in the original of a line of the text, which may be one past the last."""
        return self.original_offset(self.lines[line]) if line < len(self.lines) else len(self.original)

    def line_of(self, line: int) -> tuple[int, str]:
        """Where a line of the text begins in it, and what it holds."""
        start = self.lines[line]
        end = self.lines[line + 1] if line + 1 < len(self.lines) else len(self.text) + 1
        return start, self.text[start : end - 1]

    def original_offset(self, offset: int) -> int:
        """The offset in the original of one in the text."""
        there, here = self.moved[bisect_right(self.moved, (offset, len(self.original))) - 1]
        return here + offset - there

    def unclosed_after(self, offset: int) -> int | None:
        """Where the next double bracket opens that is never closed."""
        index = bisect_left(self.unclosed, offset)
        return self.unclosed[index] if index < len(self.unclosed) else None

    def _written(self, index: int) -> str:
        bracket = self.brackets[index]
        return self.original[bracket.start : bracket.end]


def hide_brackets(markdown: str) -> Hidden:
    """Replace every closed pair of double brackets, and every escaped `[[`, by a placeholder."""
    found = find_brackets(markdown)
    parts: list[str] = []
    moved: list[tuple[int, int]] = [(0, 0)]
    position = length = 0
    for index, bracket in enumerate(found.closed):
        placeholder = f"\ufdd0{index}\ufdd1"
        parts += [markdown[position : bracket.start], placeholder]
        length += bracket.start - position + len(placeholder)
        position = bracket.end
        moved.append((length, position))
    parts.append(markdown[position:])
    text = "".join(parts)
    lines = (0, *(index + 1 for index, char in enumerate(text) if char == "\n"))
    return Hidden(
        original=markdown,
        text=text,
        brackets=found.closed,
        unclosed=found.unclosed,
        lines=lines,
        moved=tuple(moved),
    )
