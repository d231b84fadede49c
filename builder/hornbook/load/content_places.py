"""Where the content of a Markdown block stands in the text: blocks lose their markers and their indentation."""

from bisect import bisect_right

from hornbook.load.placeholders import Hidden


class ContentPlaces:
    """The way back from offsets in the content of one block to offsets in what was written."""

    def __init__(self, hidden: Hidden, content: str, first: int, after: int | None = None) -> None:
        """Begin with a block whose content starts on the line `first`.

        Content is the end of its line, but for the cell of a table, which begins at or behind the offset `after`.
        """
        self._hidden = hidden
        self._content = content
        self._first = first
        self._after = after
        self._starts = [0, *(index + 1 for index, char in enumerate(content) if char == "\n")]
        self._found: dict[int, int | None] = {}

    def original(self, offset: int) -> int | None:
        """The offset as it was written; None where the line was written so otherwise that it is not found."""
        at = self._in_text(offset)
        return None if at is None else self._hidden.original_offset(at)

    def end(self) -> int | None:
        """Where the content ends in the text with placeholders."""
        return self._in_text(len(self._content))

    def _in_text(self, offset: int) -> int | None:
        number = bisect_right(self._starts, offset) - 1
        if number not in self._found:
            self._found[number] = self._search(number)
        start = self._found[number]
        return None if start is None else start + offset - self._starts[number]

    def _search(self, number: int) -> int | None:
        """Where a line of the content begins in the text, as if its leading blanks stood there."""
        end = self._starts[number + 1] - 1 if number + 1 < len(self._starts) else len(self._content)
        whole = self._content[self._starts[number] : end]
        line = whole.strip(" \t")
        start, written = self._hidden.line_of(self._first + number)
        bare = written.rstrip(" \t")
        if self._after is None and bare.endswith(line):
            at = len(bare) - len(line)
        else:
            at = written.find(line, max(0, (self._after or 0) - start))
        blanks = len(whole) - len(whole.lstrip(" \t"))
        return None if at < 0 else start + at - blanks
