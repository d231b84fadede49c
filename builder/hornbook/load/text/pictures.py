"""Files that are only copied into the site: none is larger, and no picture has more dots, than readers can be given.

A picture of a few kilobytes can fill gigabytes once a browser unpacks it. How large it is stands in its first bytes,
which `imagesize` reads; none is unpacked here. Drawings are text, and are read elsewhere.
"""

from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import Path

from hornbook.diagnostics import Diagnostic, Place
from hornbook.kinds import PAGE
from hornbook.load.text.files import FILE_TOO_LARGE
from hornbook.load.text.listing import PICTURES

LARGEST_COPIED = 67_108_864
"""Bytes of one file."""
LARGEST_TOGETHER = 536_870_912
"""Bytes of all of them."""
MOST_DOTS = 100_000_000
"""Of one picture: four hundred megabytes unpacked."""
_HEAD = 1_048_576
"""Bytes in which a picture says how large it is."""
_PAINTED = tuple(ending for ending in PICTURES if ending != ".svg")


def oversized(assets: Mapping[str, Path]) -> Iterator[Diagnostic]:
    """Say which of the files that `docs/` gives the site are too large, by their paths from there."""
    room = LARGEST_TOGETHER
    for name, path in sorted(assets.items()):
        place = Place(f"{PAGE.folder}/{name}")
        try:
            size = path.stat().st_size
        except OSError:  # it has just gone
            continue
        room -= size
        dots = _dots(path) if path.suffix.lower() in _PAINTED else 0
        if size > LARGEST_COPIED:
            message = f"the file has {size:,} bytes; the limit is {LARGEST_COPIED:,}"
            yield Diagnostic(place, FILE_TOO_LARGE, message, hint="put it elsewhere, and link to it")
        elif dots > MOST_DOTS:
            message = f"the picture has {dots:,} dots; the limit is {MOST_DOTS:,}"
            yield Diagnostic(place, FILE_TOO_LARGE, message, hint="make it smaller: readers see a small part of them")
        elif room < 0 <= room + size:
            message = f"the files up to this one have more than {LARGEST_TOGETHER:,} bytes together"
            yield Diagnostic(place, FILE_TOO_LARGE, message, hint="put some elsewhere, and link to them")


def _dots(path: Path) -> int:
    """How many dots a picture says that it has; none where it does not say so in a way that browsers read."""
    try:
        with path.open("rb") as file:
            begins = file.read(_HEAD)
    except OSError:
        return 0
    if begins.startswith(b"<"):  # no picture, but something that would be parsed
        return 0
    if begins.startswith(b"GIF8"):  # whose sides `imagesize` reads as if they had signs
        return int.from_bytes(begins[6:8], "little") * int.from_bytes(begins[8:10], "little")
    import imagesize  # noqa: PLC0415 - it takes a while to import, and many projects have no pictures

    width, height = imagesize.get(BytesIO(begins))
    return max(0, int(width)) * max(0, int(height))
