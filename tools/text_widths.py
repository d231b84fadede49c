"""Make `builder/hornbook/diagrams/text_widths.json`: how wide each character can get in the fonts that drawings name.

A development program; run it as `python tools/text_widths.py [FAMILY …]` after a change of the font list.
It finds the fonts by name with fontconfig's `fc-match` and reads their advance widths with fontTools.
For every character it keeps the maximum over the families, in thousandths of the font size.
"""

import argparse
import json
import subprocess
import unicodedata
from collections.abc import Iterable, Sequence
from pathlib import Path

from fontTools.ttLib import TTFont

FAMILIES = ("Inter", "Roboto", "Noto Sans", "Open Sans", "Liberation Sans", "DejaVu Sans")

WEIGHTS = {400: 80, 500: 100, 600: 180}
"""CSS weights, and the same weights on fontconfig's scale.

A family that lacks one gives what a browser takes: for 500 its regular face, for 600 its bold one.
"""

RANGES = (
    (0x0020, 0x017F),  # Latin
    (0x0192, 0x0192),
    (0x0218, 0x021B),
    (0x0300, 0x030C),  # combining accents
    (0x0370, 0x03FF),  # Greek
    (0x0400, 0x045F),  # Cyrillic
    (0x0490, 0x0491),
    (0x0591, 0x05F4),  # Hebrew
    (0x060C, 0x06FF),  # Arabic
    (0x1E80, 0x1E85),
    (0x1E9E, 0x1E9E),
    (0x1EF2, 0x1EF3),
    (0x2000, 0x206F),  # punctuation and spaces
    (0x2070, 0x208E),  # superscripts and subscripts
    (0x20A0, 0x20BF),  # currencies
    (0x2100, 0x214F),  # letter-like signs
    (0x2190, 0x21FF),  # arrows
    (0x2200, 0x22FF),  # mathematics
    (0x25A0, 0x25FF),  # geometric shapes
)

TARGET = Path(__file__).resolve().parent.parent / "builder" / "hornbook" / "diagrams" / "text_widths.json"


def main() -> None:
    """Read the fonts named on the command line, by default `FAMILIES`, and write the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("families", metavar="FAMILY", nargs="*", default=FAMILIES)
    families: Sequence[str] = parser.parse_args().families
    tables = {
        weight: _maxima([_advances(_font_file(family, fontconfig)) for family in families])
        for weight, fontconfig in WEIGHTS.items()
    }
    characters = sorted(set.intersection(*(set(table) for table in tables.values())))
    lines = [f'  "characters": {json.dumps("".join(characters))}']
    lines += [f'  "{weight}": {json.dumps([table[c] for c in characters])}' for weight, table in tables.items()]
    TARGET.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")
    print(f"{len(characters)} characters from {', '.join(families)}")


def _font_file(family: str, weight: int) -> Path:
    """The file of the upright face of this family and fontconfig weight; ends the program where there is none."""
    pattern = f"{family}:weight={weight}:slant=0:width=100"
    command = ["fc-match", "--format=%{family}\t%{file}", pattern]
    found = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    names, file = found.split("\t")
    if family not in names.split(","):
        raise SystemExit(f"the font {family} is not installed")
    return Path(file)


def _advances(file: Path) -> dict[str, int]:
    """Advance widths of the wanted characters that this font has, in thousandths of the font size."""
    with TTFont(file, lazy=True) as font:
        size = font["head"].unitsPerEm
        widths = font["hmtx"]
        return {
            chr(code): -(-widths[glyph][0] * 1000 // size)
            for code, glyph in font.getBestCmap().items()
            if _wanted(code)
        }


def _wanted(code: int) -> bool:
    in_range = any(first <= code <= last for first, last in RANGES)
    return in_range and unicodedata.category(chr(code)) not in {"Cc", "Cf", "Cn", "Zl", "Zp"}


def _maxima(tables: Iterable[dict[str, int]]) -> dict[str, int]:
    widest: dict[str, int] = {}
    for table in tables:
        for character, width in table.items():
            widest[character] = max(width, widest.get(character, 0))
    return widest


if __name__ == "__main__":
    main()
