"""Markdown whose double brackets are hidden behind placeholders, and the way back to what was written."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from hornbook.load.brackets import Bracket, find_brackets

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
