"""Make `diagrams/fonts/` of the package: the fonts of pictures, cut down to the characters that drawings can measure.

A development program; run it as `python tools/fonts.py [FOLDER …]` after a change of the table of text widths. The
folders hold the files of the fonts and are by default where Debian's packages `fonts-inter`, `fonts-noto-core` and
`fonts-noto-extra` put them. Inter is from its version 4.0~beta7+ds-1, whose files call themselves 3.019; the Noto
fonts are from 20201225-1. The licence of all is the SIL Open Font License 1.1, which stands in `fonts/OFL.txt`. The
same files give the same bytes.

Lines with Hebrew or Arabic letters have a font of their own, made of three. The last font has signs that the others
lack. Of the features only those stay that place letters and join them. A character that all fonts lack leaves a gap,
not a box; `fonts/characters.json` holds those that they have.
"""

import argparse
import json
from collections.abc import Collection, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from fontTools.merge import Merger
from fontTools.misc.timeTools import timestampFromString
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

SOURCES = (Path("/usr/share/fonts/opentype/inter"), Path("/usr/share/fonts/truetype/noto"))
DRAWINGS = Path(__file__).resolve().parent.parent / "builder" / "hornbook" / "diagrams"
TABLE = DRAWINGS / "text_widths.json"
TARGET = DRAWINGS / "fonts"

WEIGHTS = ("Regular", "Medium", "SemiBold")
_PLACED = ("ccmp", "kern", "mark", "mkmk")
_JOINED = ("init", "medi", "fina", "isol", "rlig")
_BESIDE = {chr(number) for number in (*range(0x20, 0x250), *range(0x2010, 0x2040))}
"""What stands in one line with Hebrew or Arabic, most of all: letters of Latin, and signs."""
RIGHT_TO_LEFT = ("NotoSans", "NotoSansHebrew", "NotoSansArabic")
"""They become one font of each weight, since painters set a line that mixes fonts well only in one direction."""
_NAME = "NotoSansBoth"
_MADE = timestampFromString("Fri Dec 25 00:00:00 2020")
"""The same each time: when the fonts were made that it is made of."""


def main() -> None:
    """Cut the fonts in the folders named on the command line, by default `SOURCES`, and write them with their list."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", metavar="FOLDER", nargs="*", default=SOURCES, type=Path)
    folders: Sequence[Path] = parser.parse_args().folders
    wanted = set(json.loads(TABLE.read_text(encoding="utf-8"))["characters"])
    first = set.intersection(*(_cut(_found(folders, f"Inter-{weight}.otf"), wanted) for weight in WEIGHTS))
    both = set.intersection(*(_joined(folders, wanted, weight) for weight in WEIGHTS))
    signs = _cut(_found(folders, "NotoSansMath-Regular.ttf"), wanted - first - both)
    kept = (first | both | signs) & wanted
    (TARGET / "characters.json").write_text(json.dumps("".join(sorted(kept))) + "\n", encoding="utf-8")
    fonts = sorted(TARGET.glob("*.?tf"))
    print(
        f"{len(kept)} of {len(wanted)} characters in {len(fonts)} fonts, {sum(p.stat().st_size for p in fonts)} bytes"
    )


def _found(folders: Sequence[Path], name: str) -> Path:
    for folder in folders:
        if (folder / name).is_file():
            return folder / name
    raise SystemExit(f"{name} is missing: install Debian's packages of fonts named above, or name other folders")


def _cut(file: Path, wanted: Collection[str], target: Path = TARGET, features: Sequence[str] = _PLACED) -> set[str]:
    """Write the font with the wanted characters only, and say which of them it has."""
    options = Options()
    options.layout_features = [*features]
    options.hinting = False
    options.glyph_names = False
    options.notdef_outline = False
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14, 16, 17]  # 16 is the family that all weights share
    with TTFont(file, recalcTimestamp=False) as font:
        subsetter = Subsetter(options)
        subsetter.populate(unicodes=sorted(map(ord, wanted)))
        subsetter.subset(font)
        font.save(target / file.name)
        return set(map(chr, font.getBestCmap()))


def _joined(folders: Sequence[Path], wanted: Collection[str], weight: str) -> set[str]:
    """Write one font of Noto's three, with only that of the first which stands beside letters of the others."""
    files = [_found(folders, f"{one}-{weight}.ttf") for one in RIGHT_TO_LEFT]
    beside = {*wanted} & _BESIDE
    with TemporaryDirectory() as folder:
        has: set[str] = set()
        for file in files:
            lacking = ({*wanted} - _BESIDE if has else beside) - has
            has |= _cut(file, lacking, Path(folder), _PLACED + _JOINED)
        font = Merger().merge([f"{folder}/{file.name}" for file in files])
        names = font["name"]
        names.names = [one for one in names.names if one.nameID in {13, 14}]
        said = "; ".join(str(TTFont(file)["name"].getDebugName(0)) for file in files)
        for number, text in {
            0: said, 1: f"Noto Sans Both {weight}", 2: "Regular", 4: f"Noto Sans Both {weight}",
            6: f"{_NAME}-{weight}", 16: "Noto Sans Both", 17: weight,
        }.items():  # fmt: skip
            names.setName(text, number, 3, 1, 0x409)
        font.recalcTimestamp, font["head"].created, font["head"].modified = False, _MADE, _MADE
        font.save(TARGET / f"{_NAME}-{weight}.ttf")
        return has


if __name__ == "__main__":
    main()
