"""An element of a finished page or drawing, and the part of the document that it stands in."""

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})

At = tuple[int, int] | None
"""A line and a column, both counted from 1, columns in code points; None in pages, whose parser tells none."""


class Zone(StrEnum):
    """The part of a document that an element stands in, in the words of a message."""

    HEAD = "the head of a page"
    FRAME = "the frame around a page"
    ARTICLE = "the content of a page"
    PLAIN = "a page without the site's frame"
    DRAWING = "a drawing"


class Element(NamedTuple):
    """One element; a named tuple, since a site has some hundred thousand of them."""

    tag: str
    attributes: Mapping[str, str | None]
    zone: Zone
    in_svg: bool
    parent: str
    """The parent in the notation of `key_of`, for a script; otherwise empty."""
    text: str
    """What a link, script, style or title holds (in a drawing no script); otherwise empty."""
    at: At = None
    """Where it begins in its file."""
