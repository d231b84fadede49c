"""Plain text as our texts and fields hold it: every word stays, and nothing of it becomes markup."""

import re
import unicodedata
from collections.abc import Callable
from functools import partial

from hornbook.load.text import forbidden_characters, has_visible

_SIGNS = re.compile(r"[\\`*\[\]<>~|{}$]|&(?=#?\w)|(?<![^\W_])_|_(?![^\W_])")
_NUMBER = re.compile(r"\d{1,9}(?=[.)](?:\s|$))")
_BLANK_LINE = re.compile(r"\n[ \t]*\n")


def composed(text: str) -> str:
    """A text in the form of letters that files have (NFC), without characters that nobody sees."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n\n")
    for _, char, _ in forbidden_characters(text):
        text = text.replace(char, "")
    return unicodedata.normalize("NFC", text)


def one_line(text: str) -> str:
    """A text on one line, with single blanks; empty if nobody would see anything of it."""
    line = " ".join(composed(text).split())
    return line if has_visible(line) else ""


def as_field(text: str) -> str:
    """A text for a field on one line, where double brackets would be taken for a link that does nothing."""
    line = one_line(text)
    while "[[" in line:
        line = line.replace("[[", "[ [")
    return line


def escaped_line(text: str, *, mathematics: bool) -> str:
    """Plain text for a field on one line, in which a dollar sign is one."""
    line = as_field(text)
    return line.replace("$", r"\$") if mathematics else line


def as_markdown(text: str, *, mathematics: bool) -> str:
    """Plain text as Markdown that reads as it: paragraphs stay, blanks within them do not."""
    if not has_visible(text):
        return ""
    paragraphs = (" ".join(one.split()) for one in _BLANK_LINE.split(composed(text)))
    return "\n\n".join(_escaped(one, mathematics=mathematics) for one in paragraphs if one)


def _escaped(paragraph: str, *, mathematics: bool) -> str:
    signs = _SIGNS.sub(lambda found: found[0] if found[0] == "$" and not mathematics else f"\\{found[0]}", paragraph)
    number = _NUMBER.match(signs)
    if number is not None:
        return f"{number[0]}\\{signs[number.end() :]}"
    return f"\\{signs}" if signs[0] in "#+=-:!" else signs


def fitting(text: str, longest: int, written: Callable[[str], str]) -> str:
    """As much of a text as is no longer than it may be once it is written, where signs that are escaped grow."""
    short = shortened(text, longest)
    while len(written(short)) > longest:
        short = shortened(short, len(short) - 1)
    return short


def fitting_line(text: str, longest: int, *, mathematics: bool) -> str:
    """The beginning of plain text as a field on one line, no longer than it may be."""
    line = partial(escaped_line, mathematics=mathematics)
    return line(fitting(one_line(text), longest, line))


def shortened(text: str, longest: int) -> str:
    """The beginning of a text, up to a whole word, where the whole is too long."""
    if len(text) <= longest:
        return text
    cut = text[: longest - 1]
    return f"{cut.rpartition(' ')[0] or cut}…"
