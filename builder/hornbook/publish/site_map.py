"""The map of a site, which an engine writes for the pages that it was given, written for other pages."""

import gzip
import re
from collections.abc import Callable, Mapping, Sequence
from io import BytesIO

MAP = "sitemap.xml"
PACKED = f"{MAP}.gz"
_ENTRY = re.compile(r"<url>.*?</url>", re.DOTALL)


def entries_in(files: Mapping[str, bytes], pages: Sequence[str]) -> dict[str, str] | None:
    """The entry of each of these pages, for which the map was written, in this order; None where it is another map.

    Without a map each entry is empty.
    """
    if MAP not in files:
        return dict.fromkeys(pages, "")
    entries = _ENTRY.findall(files[MAP].decode())
    return dict(zip(pages, entries, strict=True)) if len(entries) == len(pages) else None


def with_entries(files: Mapping[str, bytes], entries: Sequence[str]) -> dict[str, bytes] | None:
    """The map and its packed copy with these entries instead; None where they are not made in the way known here."""
    if MAP not in files:
        return {}
    pieces = _ENTRY.split(files[MAP].decode())
    between = set(pieces[1:-1])
    if len(between) != 1:
        return None
    written = (pieces[0] + between.pop().join(entries) + pieces[-1]).encode()
    if PACKED not in files:
        return {MAP: written}
    pack = _packing(files[PACKED])
    return {MAP: written, PACKED: pack(written)} if pack(files[MAP]) == files[PACKED] else None


def _packing(packed: bytes) -> Callable[[bytes], bytes]:
    """What packs a map as this one is packed, with the time that it names."""
    time = int.from_bytes(packed[4:8], "little")

    def pack(data: bytes) -> bytes:
        buffer = BytesIO()
        with gzip.GzipFile(filename=PACKED, mode="wb", fileobj=buffer, mtime=time) as file:
            file.write(data)
        return buffer.getvalue()

    return pack
