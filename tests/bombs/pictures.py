"""Pictures and drawings in `docs/` that are made to cost much, each with the code that it is refused with."""

import struct
import zlib
from collections.abc import Mapping

_SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">'


def _used(number: int) -> str:
    return f'<use href="#a{number}"/>'


_LAUGHS = '<!ENTITY a0 "ha">' + "".join(f'<!ENTITY a{one + 1} "{f"&a{one};" * 10}">' for one in range(20))
_USES = '<g id="a0"/>' + "".join(f'<g id="a{one + 1}">{_used(one) * 10}</g>' for one in range(9))


def png(width: int, height: int) -> bytes:
    """A picture of so many dots in a few bytes."""
    head = b"IHDR" + struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    rows = b"IDAT" + zlib.compress(bytes((width + 7) // 8 + 1) * min(height, 1_000), 9)
    chunks = (
        struct.pack(">I", len(one) - 4) + one + struct.pack(">I", zlib.crc32(one)) for one in (head, rows, b"IEND")
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def _drawn(inside: str) -> bytes:
    return f"{_SVG}{inside}</svg>".encode()


PICTURES: Mapping[str, tuple[bytes, str]] = {
    "wide.png": (png(2_000_000_000, 1), "file-too-large"),
    "large.png": (png(60_000, 60_000), "file-too-large"),
    "large.gif": (b"GIF89a" + struct.pack("<HH", 65_000, 65_000) + bytes(20), "file-too-large"),
    "large.jpg": (b"\xff\xd8\xff\xc0\x00\x11\x08" + struct.pack(">HH", 65_000, 65_000) + bytes(20), "file-too-large"),
    "large.webp": (b"RIFF\x1e\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0" + b"\xff\x3f\x00" * 2 + bytes(8), "file-too-large"),
    "laughs.svg": (f"<!DOCTYPE svg [{_LAUGHS}]>{_SVG}&a20;</svg>".encode(), "html-element"),
    "outside.svg": (
        f'<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>{_SVG}&a;</svg>'.encode(),
        "html-element",
    ),
    "deep.svg": (_drawn("<g>" * 100_000 + "</g>" * 100_000), "html-element"),
    "many.svg": (_drawn("<g/>" * 300_000), "html-element"),
    "uses.svg": (_drawn(_USES), "html-element"),
    "attributes.svg": (_drawn("<g " + " ".join(f'a{one}="1"' for one in range(100_000)) + "/>"), "html-attribute"),
    "faults.svg": (_drawn("<iframe/>" * 19_000), "html-element"),
}
"""By the name of the file; the drawings hold what a browser would take long for, or would have to fetch."""
ODD: Mapping[str, bytes] = {
    "small.png": png(9, 9),
    "empty.png": b"",
    "cut.png": png(9, 9)[:20],
    "text.jpg": b"<?xml version='1.0'?><!DOCTYPE a [" + _LAUGHS.encode() + b"]><svg>&a20;</svg>",
    "begins.jpg": b"\xff\xd8" + b"\xff\xe1\x00\x02" * 100_000,
    "boxes.png": b"\x00\x00\x00\x08ftyp" * 100_000,
    "zeros.gif": bytes(100_000),
}
"""What is no picture, or a strange one, and costs nothing: nobody but a browser reads it."""
