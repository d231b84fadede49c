"""What a pull request means, read from a stranger's file and written anew so that none of it is markup.

`hornbook diff --format markdown` writes lines of a few kinds. Whoever opens a pull request can make its run upload
anything else under that name. So each line is taken apart into its words; a file with any other line is refused.
"""

import html
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

LONGEST = 65_536
"""The characters for which a comment has room."""

_TEXT = r"((?:[^\\`*_{}\[\]()<>#+\-!|@&~:]|&#[0-9]{2,4};)*)"
_PLAIN = r"([A-Za-z ,.’]+)"
_TITLE = re.compile(r"## What this change means")
_NOTE = re.compile(rf"> {_TEXT}")
_SECTION = re.compile(rf"### {_PLAIN} \(([0-9]{{1,9}})\)")
_ITEM = re.compile(rf"- {_TEXT}")
_REASONED = re.compile(rf"- {_TEXT} <details><summary>why</summary>({_TEXT}(?:<br>{_TEXT})*)</details>")
_SENTENCE = re.compile(_PLAIN)
_MORE = re.compile(r"([0-9]{1,9}) more have no room here: `hornbook diff` shows all\.")

_MARKUP = frozenset("\\`*_{}[]()<>#+-!|@&~:\"'=$^")
_BROKEN = re.compile(r"[@#]|\bgh-(?=[0-9])|\bwww(?=\.)", re.IGNORECASE)
"""Behind these a sign without width stands: GitHub would make a mention or a link of what follows, even where the
sign itself is written as a character reference."""
_NO_WIDTH = "\u200b"


class RefusedError(Exception):
    """What was handed over is not what it should be."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """What was read: the lines of a comment, each safe by itself."""

    lines: tuple[str, ...]
    says_something: bool
    """Something changes, or there is a note."""


def read_meaning(text: str) -> Meaning:
    """Take a report apart and write each of its lines anew."""
    lines = tuple(_line(line) for line in text.split("\n"))
    return Meaning(lines, any(line.startswith(("###", ">")) for line in lines))


def comment(meaning: Meaning, first: str, last: str) -> str:
    """The comment between a first and a last line of ours; lines for which there is no room are left out."""
    cut = "\n\nThe rest has no room here; the summary of the run has more.\n"
    room = LONGEST - len(first) - len(last) - len(cut) - 4
    kept: list[str] = []
    for line in meaning.lines:
        room -= len(line) + 1
        if room < 0:
            return "\n".join([first, *kept, cut, last])
        kept.append(line)
    return "\n".join([first, *kept, last])


def escaped(text: str) -> str:
    """A stranger's words as words: nothing in them is markup, a mention, a link or a direction of writing."""
    visible = "".join(char for char in text if unicodedata.category(char) not in {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"})
    parted = _BROKEN.sub(lambda found: f"{found[0]}{_NO_WIDTH}", " ".join(visible.split()))
    return "".join(f"&#{ord(char)};" if char in _MARKUP or char == _NO_WIDTH else char for char in parted)


def _line(line: str) -> str:
    if not line or _TITLE.fullmatch(line) or _SENTENCE.fullmatch(line) or _MORE.fullmatch(line):
        return line
    if found := _SECTION.fullmatch(line):
        return f"### {found[1]} ({int(found[2])})"
    if found := _NOTE.fullmatch(line):
        return f"> {_anew(found[1])}"
    if found := _ITEM.fullmatch(line):
        return f"- {_anew(found[1])}"
    if found := _REASONED.fullmatch(line):
        reasons = "<br>".join(_reasons(found[2]))
        return f"- {_anew(found[1])} <details><summary>why</summary>{reasons}</details>"
    raise RefusedError("a line is none that `hornbook diff --format markdown` writes")


def _reasons(text: str) -> Iterator[str]:
    return (_anew(reason) for reason in text.split("<br>"))


def _anew(text: str) -> str:
    return escaped(html.unescape(text))
