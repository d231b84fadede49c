"""Characters that no text and no name of a file may hold.

In texts: those that nobody sees, and those that reorder the text around them, after "Trojan Source" (Boucher and
Anderson 2021); letters that are written from right to left are welcome. In names of files of `docs/`: those that an
address or a file on some system cannot have.
"""

import re
import unicodedata
from dataclasses import dataclass

_RANGES = (
    (0x00, 0x08),  # C0 controls, all but tab and line feed
    (0x0B, 0x1F),
    (0x7F, 0x9F),  # delete, C1 controls, next line
    (0x061C, 0x061C),  # marks of direction
    (0x200B, 0x200B),  # zero-width space; the joiners that some scripts need are left
    (0x200E, 0x200F),
    (0x2028, 0x202E),  # line and paragraph separators, embeddings and overrides
    (0x2060, 0x2069),  # word joiner, invisible operators, isolates
    (0xD800, 0xDFFF),  # halves of surrogate pairs
    (0xFDD0, 0xFDEF),  # noncharacters
    (0xFEFF, 0xFEFF),
    (0xE0000, 0xE007F),  # tags
    *((plane * 0x10000 + 0xFFFE, plane * 0x10000 + 0xFFFF) for plane in range(17)),
)
_UNSEEN = {"Cc", "Cf", "Cs", "Mn", "Zl", "Zp", "Zs"}
_FILLERS = "\u115f\u1160\u2800\u3164\uffa0"
"""Letters and a symbol that are drawn as nothing: Hangul fillers and the empty Braille cell."""
_FORBIDDEN = re.compile("[" + "".join(f"{re.escape(chr(a))}-{re.escape(chr(b))}" for a, b in _RANGES) + "]")


def forbidden_characters(text: str) -> list[tuple[int, str, int]]:
    """List each forbidden character once: the offset of the first one, the character, how often it occurs."""
    if text.isprintable():  # which none of them is
        return []
    found: dict[str, tuple[int, int]] = {}
    for match in _FORBIDDEN.finditer(text):
        first, count = found.get(match.group(), (match.start(), 0))
        found[match.group()] = (first, count + 1)
    return [(first, char, count) for char, (first, count) in found.items()]


def has_visible(text: str) -> bool:
    """Tell whether a reader sees anything: no spaces, joiners, soft hyphens, fillers, or accents without a letter."""
    return any(unicodedata.category(char) not in _UNSEEN and char not in _FILLERS for char in text)


def character_name(char: str) -> str:
    """Name a character by its code point and, where it has one, its Unicode name."""
    name = unicodedata.name(char, "")
    return f"U+{ord(char):04X}" + (f" ({name.lower()})" if name else "")


def not_composed(text: str) -> list[tuple[int, int]]:
    """The words that change when they are brought into Unicode's composed form (NFC), each as where it begins and ends.

    If only the text as a whole changes, that is one stretch from beginning to end.
    """
    if unicodedata.is_normalized("NFC", text):
        return []
    words = re.finditer(r"\S+|\s", text)
    return [word.span() for word in words if not unicodedata.is_normalized("NFC", word.group())] or [(0, len(text))]


DEVICES = frozenset({"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))})
"""Names that Windows keeps for devices, whatever follows a dot in them."""
_ADDRESS = frozenset("#%?")
"""What would end or change the address of a page."""
_WINDOWS = frozenset('<>:"|*\\')


@dataclass(frozen=True, slots=True)
class NameMistake:
    """Why a file cannot have its name; the message continues after the name."""

    message: str
    shown: str
    """The name with a question mark for whatever cannot be printed."""


def name_mistake(name: str) -> NameMistake | None:
    """Say why the site cannot have a file or folder of this name, or None."""
    unprintable = {char for _, char, _ in forbidden_characters(name)} | {char for char in name if char in "\t\n"}
    message = _mistake(name, unprintable)
    shown = "".join("?" if char in unprintable else char for char in name)
    return NameMistake(message, shown) if message else None


def _mistake(name: str, unprintable: set[str]) -> str | None:
    odd = {char: "addresses of pages" for char in name if char in _ADDRESS}
    odd |= {char: "names of files on Windows" for char in name if char in _WINDOWS}
    if any("\ud800" <= char <= "\udfff" for char in unprintable):
        found = "has bytes that are not UTF-8"
    elif unprintable:
        found = f"has the character {character_name(min(unprintable))}"
    elif odd:
        found = f"has a `{next(iter(odd))}`, which {next(iter(odd.values()))} cannot have"
    elif name != name.strip():
        found = "begins or ends with a space"
    elif name.endswith("."):
        found = "ends with a dot, which Windows drops"
    elif name.partition(".")[0].rstrip().casefold() in DEVICES:
        found = "is kept by Windows for a device"
    else:
        return None
    return found
