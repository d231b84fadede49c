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
    line_starts: tuple[int, ...]
    """Where each line of `text` begins in `original`."""

    def restored(self, part: str) -> str:
        """Put back what was written, as code shows it."""
        return PLACEHOLDER.sub(lambda match: self._written(int(match.group(1))), part)

    def line_start(self, line: int) -> int:
        """The offset in the original of a line of the text, which may be one past the last."""
        return self.line_starts[line] if line < len(self.line_starts) else len(self.original)

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
    ends = [end for end, _ in moved]
    starts = [0, *(index + 1 for index, char in enumerate(text) if char == "\n")]
    return Hidden(
        original=markdown,
        text=text,
        brackets=found.closed,
        unclosed=found.unclosed,
        line_starts=tuple(_back(start, moved, ends) for start in starts),
    )


def _back(offset: int, moved: list[tuple[int, int]], ends: list[int]) -> int:
    there, here = moved[bisect_right(ends, offset) - 1]
    return here + offset - there
