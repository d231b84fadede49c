"""Drawings as PNG, painted with fonts of our own: the same bytes on every machine, whatever it has installed."""

import json
from contextlib import ExitStack
from functools import cache, lru_cache
from importlib import resources

from resvg_py import svg_to_bytes

_FONTS = resources.files("hornbook.diagrams") / "fonts"
_FAMILY = "Inter"


@lru_cache(maxsize=8)  # `hornbook serve` builds again and again
def png(svg: str, width: int) -> bytes:
    """The drawing as a picture of this many pixels across; raises ValueError for what is no SVG."""
    with ExitStack() as stack:
        fonts = sorted(one.name for one in _FONTS.iterdir() if one.name.endswith(".otf"))
        return svg_to_bytes(
            svg_string=svg,
            width=width,
            skip_system_fonts=True,
            font_files=[str(stack.enter_context(resources.as_file(_FONTS / name))) for name in fonts],
            font_family=_FAMILY,
            sans_serif_family=_FAMILY,
        )


@cache
def paintable() -> frozenset[str]:
    """The characters that the fonts have; pictures leave a gap for any other."""
    characters: str = json.loads((_FONTS / "characters.json").read_text(encoding="utf-8"))
    return frozenset(characters)
