"""Marks that do nothing where they stand: what opens and is never closed, addresses that are no links, attributes."""

import re
from collections.abc import Iterator

from hornbook.diagnostics import Code, Lines, Severity

PROSE_MARK = Code(
    "prose-mark",
    "A mark does nothing where it stands: an asterisk opens emphasis that nothing closes, a dollar sign a formula, an "
    "address is written without the brackets that make it a link, or braces give an id that a text cannot have.",
    Lines(
        "docs/index.md",
        "It *rains, see https://example.org/rain.",
        "It *rains*, see <https://example.org/rain>.",
    ),
    severity=Severity.WARNING,
)

_OPENED = re.compile(r"(?<![\w*])(\*{1,3})([^\W_][\w-]*)")
_FORMULA = re.compile(r"(?<![0-9A-Za-z$])\$[A-Za-z]")
"""A dollar sign of money has a number behind it."""
_ADDRESS = re.compile(r"https?://[^\s<>]+")
_ATTRIBUTES = re.compile(r"\{:? ?[#.][A-Za-z][\w-]*(?: [^{}\n]*)?\}[ \t]*\Z")
"""What gives a heading or a paragraph an id or a class, where Markdown is read so."""
_BEHIND = ".,;:!?)'\"”’"
"""What stands behind an address in a sentence, and is no part of it."""


def idle_marks(text: str, *, in_link: bool, formulas: bool) -> Iterator[tuple[str, str, str]]:
    """What does nothing in a text that a parser left as it is: as it was written, the message and the hint.

    Words of links may be an address; a dollar sign is a mark only where there are formulas.
    """
    for found in _FORMULA.finditer(text) if formulas else ():
        message = f"`{found[0]}` opens a formula here, and nothing closes it"
        hint = "close it with a `$` right behind its last sign and before no digit; the sign itself is written `\\$`"
        yield found[0], message, hint
    for found in _OPENED.finditer(text):
        marks, word = found.groups()
        message = f"`{marks}` opens emphasis here, and nothing closes it"
        yield (
            found[0],
            message,
            f"write `{marks}{word}{marks}`, or for the sign itself `{marks.replace('*', chr(92) + '*')}{word}`",
        )
    for found in _ADDRESS.finditer(text) if not in_link else ():
        address = found[0].rstrip(_BEHIND)
        message = f"the address `{address}` is no link"
        yield address, message, f"write `<{address}>`, or `[words]({address})`"
    for found in _ATTRIBUTES.finditer(text):
        written = found[0].strip()
        yield written, f"`{written}` is shown as it stands: texts give no ids and no classes", "delete it"
