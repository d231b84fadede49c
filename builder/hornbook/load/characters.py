"""Characters that no text may hold: those that nobody sees, and those that reorder the text around them.

After "Trojan Source" (Boucher and Anderson 2021); letters that are written from right to left are welcome.
"""

import re
import unicodedata

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


def first_not_composed(text: str) -> int | None:
    """Find the first word that changes when it is brought into Unicode's composed form (NFC); None: there is none."""
    if unicodedata.is_normalized("NFC", text):
        return None
    words = re.finditer(r"\S+|\s", text)
    return next((word.start() for word in words if not unicodedata.is_normalized("NFC", word.group())), 0)
