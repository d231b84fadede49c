"""The ids of headings that say none: the words made fit for an address, and never one that the site's frame has."""

import re
import unicodedata
from collections.abc import Callable, Collection
from dataclasses import dataclass

from hornbook.model import HandwrittenPage

_NOT_IN_SLUG = re.compile(r"[^\w\s-]", re.ASCII)
_BETWEEN = re.compile(r"[-\s]+", re.ASCII)
_OF_THE_FRAME = re.compile(r"(?:_|kb-|md-)+")
_COUNTED = re.compile(r"(?P<base>.*)_(?P<count>[0-9]{1,9})", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Places:
    """What links to a page can lead to."""

    anchors: frozenset[str]
    states: frozenset[str] = frozenset()
    """The names that a fragment such as `holds=rain&goal=wet` may give a value, where a script reads it."""

    def has(self, fragment: str) -> bool:
        """Whether a fragment of an address, percent signs read, leads to one of them; each page has a top."""
        if fragment in self.anchors or fragment in ("", "top"):
            return True
        return "=" in fragment and {part.partition("=")[0] for part in fragment.split("&")} <= self.states


def heading_anchors(page: HandwrittenPage, name: Callable[[str], str]) -> tuple[str, ...]:
    """The id of each heading of a page; `name` gives the words of a reference that has none of its own.

    Python-Markdown gives the same ids, which are addresses that others use: letters without accents in lower case,
    hyphens between words, `_1` and so on where an id is taken. Where it would lose a letter, as of another script, the
    words are kept as they are. Only underscores, `kb-` and `md-` at the beginning are left out: the
    site's frame and what the builder puts into pages have the ids that begin so.
    """
    taken = {heading.anchor for heading in page.headings if heading.anchor is not None}
    counted: dict[str, int] = {}
    anchors = []
    for heading in page.headings:
        anchor = heading.anchor
        if anchor is None:
            words = heading.words(name)
            anchor = free_anchor(anchor_of(words), taken, counted)
            taken.add(anchor)
        anchors.append(anchor)
    return tuple(anchors)


def anchor_of(words: str) -> str:
    """Words made fit for an address: in plain letters, or in their own where a letter has no plain one: ß, œ, σ, 量."""
    letters = filter(str.isalpha, unicodedata.normalize("NFC", words))
    if all(unicodedata.normalize("NFKD", one)[0].isascii() for one in letters):
        return slug_of(words) or letters_of(words)
    return letters_of(words) or slug_of(words)


def slug_of(words: str) -> str:
    """Words made fit for an address; nothing may be left."""
    plain = unicodedata.normalize("NFKD", " ".join(words.split())).encode("ascii", "ignore").decode()
    slug = _BETWEEN.sub("-", _NOT_IN_SLUG.sub("", plain).strip().lower())
    return slug[begin.end() :] if (begin := _OF_THE_FRAME.match(slug)) else slug


def letters_of(words: str) -> str:
    """Words in another script made fit for an address; nothing is left of those that `slug_of` would do."""
    if words.isascii():
        return ""
    plain = unicodedata.normalize("NFKC", " ".join(words.split())).casefold()
    kept = "".join(one if unicodedata.category(one)[0] in "LMN" else "-" if one in " -" else "" for one in plain)
    slug = _BETWEEN.sub("-", kept).strip("-")
    return slug[begin.end() :] if (begin := _OF_THE_FRAME.match(slug)) else slug


def free_anchor(slug: str, taken: Collection[str], counted: dict[str, int]) -> str:
    """The slug, or the first of its numbered forms that is not taken; `counted` remembers how far each one has come."""
    if slug and slug not in taken:
        return slug
    numbered = _COUNTED.fullmatch(slug)
    base, count = (numbered["base"], int(numbered["count"])) if numbered else (slug, 0)
    count = max(count, counted.get(base, 0)) + 1
    while f"{base}_{count}" in taken:
        count += 1
    counted[base] = count
    return f"{base}_{count}"
