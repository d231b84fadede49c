"""The text of one file, and where in it something stands."""

from bisect import bisect_right
from dataclasses import dataclass, field

from hornbook.diagnostics import Place


@dataclass(frozen=True, slots=True)
class SourceText:
    """A file's text, its line breaks all line feeds, with the offset at which each line begins."""

    path: str
    text: str = field(repr=False)
    line_starts: tuple[int, ...] = field(repr=False, compare=False)

    def place(self, start: int, end: int | None = None) -> Place:
        """Name the stretch between two offsets; without an end, only its beginning."""
        line, column = self._position(start)
        if end is None:
            return Place(self.path, line, column)
        end_line, end_column = self._position(end)
        return Place(self.path, line, column, end_line, end_column)

    def _position(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self.line_starts, offset)
        return line, offset - self.line_starts[line - 1] + 1


def source_text(path: str, text: str) -> SourceText:
    """Prepare a text (line breaks all line feeds) for finding places in it."""
    starts = [0]
    starts.extend(index + 1 for index, char in enumerate(text) if char == "\n")
    return SourceText(path, text, tuple(starts))
