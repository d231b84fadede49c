r"""Double brackets in Markdown: `[[id]]`, `[[id|words]]`, `[[A => B]]`, `![[id]]`; `\[[` is a literal `[[`."""

import re
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
        elif body is None or _BLANK_LINE.search(body.group(1)):
            # In `[[[id]]]` the inner pair is meant.
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
