"""Files as they look after an accident or a stranger: seeded, so that each can be made again."""

from collections.abc import Callable
from random import Random

_SCRAPS: tuple[str, ...] = (
    *"\n\t :-[]{}'\"|>#&*!%@`,?~$\\<^=+()/.",
    *(
        "[[",
        "]]",
        "![[",
        "=>",
        "not ",
        "\\frac{",
        "$$",
        "](",
        "<b>",
        "&lt;",
        "- - - ",
        "&a *a",
        "<<: *a",
        "!!python/x ",
    ),
    *("null", "true", "42", "1e999", "0x1F", "-", "---\n", "...\n", "? ", "id: ", "label: x\n", "rain", "square"),
    *("\u202e", "\u200b", "\u0430", "e\u0301", "\u2028", "\ufeff", "\x00", "\x1b[2J", "\r", "\r\n", "\U0001f600"),
    *("{{7*7}}", "{% x %}", "javascript:x", "https://a@b/", "::error::x", "../" * 4, "a" * 300, "[" * 300, "> " * 60),
)
Way = Callable[[Random, bytes], bytes]
_BYTES = (b"\xff", b"\xc3", b"\xed\xa0\x80", b"\xfe\xff", b"\x80")


def damaged(chance: Random, data: bytes) -> bytes:
    """The bytes of a file with one to four changes, each small, doubled, cut, moved, or somewhere in a line."""
    for _ in range(chance.choice((1, 1, 1, 2, 3, 4))):
        way: Way = chance.choice(_WAYS)
        data = way(chance, data)
    return data


def _stretch(chance: Random, data: bytes) -> tuple[int, int]:
    start = chance.randrange(len(data) + 1)
    return start, min(len(data), start + int(chance.expovariate(1 / 12)))


def _scrap(chance: Random, data: bytes) -> bytes:
    start, end = _stretch(chance, data)
    return data[:start] + chance.choice(_SCRAPS).encode() + data[chance.choice((start, end)) :]


def _cut(chance: Random, data: bytes) -> bytes:
    start, end = _stretch(chance, data)
    return data[:start] + data[end:]


def _end(chance: Random, data: bytes) -> bytes:
    return data[: chance.randrange(len(data) + 1)]


def _again(chance: Random, data: bytes) -> bytes:
    start, end = _stretch(chance, data)
    return data[:start] + data[start:end] * chance.choice((2, 3, 40)) + data[end:]


def _moved(chance: Random, data: bytes) -> bytes:
    start, end = _stretch(chance, data)
    rest = data[:start] + data[end:]
    at = chance.randrange(len(rest) + 1)
    return rest[:at] + data[start:end] + rest[at:]


def _byte(chance: Random, data: bytes) -> bytes:
    at = chance.randrange(len(data) + 1)
    return data[:at] + chance.choice(_BYTES) + data[at + 1 :]


def _lines(chance: Random, data: bytes) -> bytes:
    """A line that is doubled, gone, indented otherwise, exchanged with another, or has another value."""
    lines = data.split(b"\n")
    one, two = chance.randrange(len(lines)), chance.randrange(len(lines))
    lines[one], lines[two] = chance.choice(
        (
            (lines[two], lines[one]),
            (lines[one] + b"\n" + lines[one], lines[two]),
            (b"  " + lines[one], lines[two]),
            (lines[one].lstrip(), lines[two]),
            (lines[one].partition(b": ")[0] + b": " + chance.choice(_SCRAPS).encode(), lines[two]),
            (b"", lines[two]),
        )
    )
    return b"\n".join(lines)


_WAYS = (_scrap, _scrap, _scrap, _cut, _end, _again, _moved, _byte, _lines, _lines)
