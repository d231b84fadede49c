"""Passages: contributors' words in a row, as readers see them, for whoever looks at how something is said."""

from collections.abc import Callable
from dataclasses import dataclass, field

from hornbook.diagnostics import Place
from hornbook.mathematics import spans_of

HIDDEN = "\N{OBJECT REPLACEMENT CHARACTER}"
"""Stands for each letter of what is no wording of the passage itself: code, names of records, claims."""
MARK = "✓"
"""Stands where a page shows the mark of a claim, whatever its verdict."""
END = "\n\n"
"""What is on either side of it does not belong to one sentence."""


def without_formulas(text: str) -> str:
    """Plain text with each formula hidden, letter by letter."""
    pieces, at = [], 0
    for start, end in spans_of(text) if "$" in text else ():
        pieces += [text[at:start], HIDDEN * (end - start)]
        at = end
    return "".join((*pieces, text[at:]))


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, an item, a cell, a heading, or the line of a field."""

    text: str
    """The words without markup."""
    where: Callable[[int, int], Place] = field(compare=False, repr=False)
    """The place in the file of a stretch of `text`."""
