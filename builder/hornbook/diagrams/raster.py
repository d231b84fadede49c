"""Drawings as PNG, painted with fonts of our own: the same bytes on every machine, whatever it has installed."""

import json
import re
from collections.abc import Mapping
from contextlib import ExitStack
from functools import cache, lru_cache
from importlib import resources
from types import MappingProxyType
from zlib import crc32

from resvg_py import svg_to_bytes

FONTS = resources.files("hornbook.diagrams") / "fonts"
_FAMILY = "Inter"
"""Where it lacks a character, painters take another of the fonts in the folder, of the same weight if there is one."""
_BOTH_FAMILY = "Noto Sans Both"
_RIGHT_TO_LEFT = re.compile("[\u0590-\u06ff]")
"""The letters that have a font of their own, with those of Latin: painters that join letters and mix fonts fail."""
_TEXT = re.compile("(<text\\b[^>]*>)(.*?</text>)", re.DOTALL)
_LINE = re.compile("(?<=>)[^<>]+(?=<)")
_ANCHOR = re.compile('(?<= text-anchor=")(?:start|end)(?=")')
_HEADER = 33
"""The length of a PNG's signature and its first chunk."""
_NOTHING: Mapping[str, str] = MappingProxyType({})


def png(svg: str, width: int, said: Mapping[str, str] = _NOTHING) -> bytes:
    """The drawing as a picture of this many pixels across; raises ValueError for what is no SVG.

    What is `said` of it, by keyword, stands in its metadata.
    """
    picture = _painted(svg, width)
    texts = b"".join(_text(keyword, text) for keyword, text in said.items())
    return picture[:_HEADER] + texts + picture[_HEADER:]


def for_painters(svg: str) -> str:
    """A drawing of ours for painters that know Unicode's algorithm for both directions, but not SVG's `direction`.

    Each line that runs from right to left is isolated, and stands where it did.
    """
    return _TEXT.sub(_for_painters, svg)


def _for_painters(text: re.Match[str]) -> str:
    start, content = text.groups()
    if not _RIGHT_TO_LEFT.search(content):
        return text[0]
    start = f'{start[:-1]} font-family="{_BOTH_FAMILY}">'
    if ' direction="rtl"' not in start:
        return start + content
    start = _ANCHOR.sub(_other_anchor, start.replace(' direction="rtl"', ""))
    if " text-anchor=" not in start:  # painters take all lines to begin on the left
        start = f'{start[:-1]} text-anchor="end">'
    return start + _LINE.sub(_isolated, f">{content}")[1:]


def _other_anchor(anchor: re.Match[str]) -> str:
    return "end" if anchor[0] == "start" else "start"


def _isolated(line: re.Match[str]) -> str:
    """In a right-to-left isolate of Unicode (UAX 9, RLI and PDI)."""
    return f"\u2067{line[0]}\u2069"


@lru_cache(maxsize=256)  # `hornbook serve` builds again and again
def _painted(svg: str, width: int) -> bytes:
    with ExitStack() as stack:
        fonts = sorted(one.name for one in FONTS.iterdir() if one.name.endswith((".otf", ".ttf")))
        return svg_to_bytes(
            svg_string=for_painters(svg),
            width=width,
            skip_system_fonts=True,
            font_files=[str(stack.enter_context(resources.as_file(FONTS / name))) for name in fonts],
            font_family=_FAMILY,
            sans_serif_family=_FAMILY,
        )


def _text(keyword: str, text: str) -> bytes:
    """A chunk of international text (`iTXt`, PNG third edition, 11.3.3.4), uncompressed and of no stated language."""
    body = b"iTXt" + keyword.encode("latin-1") + bytes(5) + text.encode()
    return (len(body) - 4).to_bytes(4) + body + crc32(body).to_bytes(4)


@cache
def paintable() -> frozenset[str]:
    """The characters that the fonts have; pictures leave a gap for any other."""
    characters: str = json.loads((FONTS / "characters.json").read_text(encoding="utf-8"))
    return frozenset(characters)


def unpaintable(text: str) -> str:
    """The characters of a text that the fonts have not, each once."""
    return "".join(dict.fromkeys(one for one in text if one not in paintable()))
