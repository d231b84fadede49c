"""Make `diagrams/fonts/` of the package: Inter in three weights, cut down to the characters that drawings can measure.

A development program; run it as `python tools/fonts.py [FOLDER]` after a change of the table of text widths. FOLDER
holds Inter's OpenType files and is by default where Debian's package `fonts-inter` puts them. The fonts kept here
are from its version 4.0~beta7+ds-1, whose files call themselves 3.019; their licence is the SIL Open Font License
1.1, which stands in `fonts/OFL.txt`. The same files give the same bytes.

Of the features only those stay that place letters: kerning and accents. A character that the fonts lack leaves a
gap, not a box; `fonts/characters.json` holds those that they have.
"""

import argparse
import json
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

WEIGHTS = ("Regular", "Medium", "SemiBold")
SOURCE = Path("/usr/share/fonts/opentype/inter")
DRAWINGS = Path(__file__).resolve().parent.parent / "builder" / "hornbook" / "diagrams"
TABLE = DRAWINGS / "text_widths.json"
TARGET = DRAWINGS / "fonts"


def main() -> None:
    """Cut the fonts in the folder named on the command line, by default `SOURCE`, and write them with their list."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", metavar="FOLDER", nargs="?", default=SOURCE, type=Path)
    folder: Path = parser.parse_args().folder
    wanted: str = json.loads(TABLE.read_text(encoding="utf-8"))["characters"]
    kept = set(wanted)
    for weight in WEIGHTS:
        file = folder / f"Inter-{weight}.otf"
        if not file.is_file():
            raise SystemExit(f"{file} is missing: install Debian's package fonts-inter, or name another folder")
        kept &= _cut(file, wanted)
    (TARGET / "characters.json").write_text(json.dumps("".join(sorted(kept))) + "\n", encoding="utf-8")
    size = sum(path.stat().st_size for path in TARGET.glob("*.otf"))
    print(f"{len(kept)} of {len(wanted)} characters in {len(WEIGHTS)} fonts, {size} bytes")


def _cut(file: Path, wanted: str) -> set[str]:
    """Write the font with the wanted characters only, and say which of them it has."""
    options = Options()
    options.layout_features = ["ccmp", "kern", "mark", "mkmk"]
    options.hinting = False
    options.glyph_names = False
    options.notdef_outline = False
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14, 16, 17]  # 16 is the family that all weights share
    with TTFont(file, recalcTimestamp=False) as font:
        subsetter = Subsetter(options)
        subsetter.populate(unicodes=[ord(character) for character in wanted])
        subsetter.subset(font)
        font.save(TARGET / file.name)
        return set(map(chr, font.getBestCmap()))


if __name__ == "__main__":
    main()
