"""Keeps out of the site engine what it has nothing to do with, and puts it into the pages that the engine made.

Engines parse each byte of HTML in a page's Markdown three times (raw blocks, `md_in_html`, search), to leave it as it
is. So they get the headings, which their contents and their search are made of, and between them an empty element for
all that stands there. What they made of the rest, frame and navigation, is theirs, but for the spaces that templates
leave between elements, which every page would repeat.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from hornbook.cache import NOTHING_KEPT, NoCache, as_before
from hornbook.diagnostics import Diagnostic, Place
from hornbook.publish.origins import HTML_MISSING, page_of

_HEADING = re.compile(r"^#{1,6} [^\n]*\{ #[^\n]*$", re.MULTILINE)
"""A heading as our pages write it. Nothing else of theirs has a brace (`builder/hornbook/pages/generated_page.py`)."""
_FRONT = re.compile(r"\A---\n.*?^---\n", re.DOTALL | re.MULTILINE)
_SEARCHED = re.compile(r'<div class="kb-names"[^>]*>.*?</div>|<(h[1-6])\b[^>]*>.*?</\1>', re.DOTALL)
"""What search makes sections of, though contents do not: a heading within HTML, the other names of a page."""
_SLOT = re.compile(rb'<section data-kb-slot="([0-9]+)">.*?</section>', re.DOTALL)
_KEPT = re.compile(rb"<(pre|script|style|textarea)\b.*?</\1>", re.DOTALL | re.IGNORECASE)
"""Where a page's spaces count."""
_SPACES = b" \t\r"
_END = b"</section>"
_FRAGMENT = re.compile(r'href="[^"#]*#([^"]+)"')
_ID = re.compile(r' id="([^"]+)"')


@dataclass(frozen=True, slots=True)
class Slotted:
    """The Markdown of a page with slots, and what belongs into them, by their numbers."""

    markdown: bytes
    parts: tuple[bytes, ...]


def slotted(markdown: bytes) -> Slotted:
    """What an engine is given of a page that the builder made."""
    text = markdown.decode()
    front = _FRONT.match(text)
    start = front.end() if front else 0
    pieces, parts = [text[:start]], list[bytes]()
    headings = [(found.start(), found.end()) for found in _HEADING.finditer(text, start)]
    for begin, end in [*headings, (len(text), len(text))]:
        stretch = text[start:begin].strip("\n")
        if stretch:
            searched = "".join(found[0] for found in _SEARCHED.finditer(stretch))
            pieces.append(f'\n\n<section data-kb-slot="{len(parts)}">{searched}</section>\n\n')
            parts.append(stretch.encode())
        else:
            pieces.append(text[start:begin])
        pieces.append(text[begin:end])
        start = end
    return Slotted("".join(pieces).encode(), tuple(parts))


def _with_anchors(page: Slotted, led_to: frozenset[str]) -> Slotted:
    """The page with those of the ids that belong into its slots which something leads to."""

    def shown(slot: re.Match[bytes]) -> bytes:
        anchors = led_to.intersection(_ID.findall(page.parts[int(slot[1])].decode()))
        more = "".join(f'<i id="{anchor}"></i>' for anchor in sorted(anchors.difference(_ID.findall(slot[0].decode()))))
        return slot[0].removesuffix(_END) + more.encode() + _END

    return Slotted(_SLOT.sub(shown, page.markdown), page.parts)


def filled(page: bytes, parts: tuple[bytes, ...]) -> bytes | None:
    """A finished page with everything in its place; None where the engine lost or doubled a slot."""
    found = [int(number) for number in _SLOT.findall(page)]
    if found != list(range(len(parts))):
        return None
    return _SLOT.sub(lambda slot: parts[int(slot[1])], _without_indents(page))


def _without_indents(page: bytes) -> bytes:
    """The frame around what a page shows, a fifth of which is how deep templates are indented."""
    pieces, at = list[bytes](), 0
    for kept in _KEPT.finditer(page):
        pieces += (_at_margin(page[at : kept.start()]), kept[0])
        at = kept.end()
    return b"".join((*pieces, _at_margin(page[at:])))


def _at_margin(markup: bytes) -> bytes:
    """Lines without the spaces at their ends, and without those that are empty."""
    first, *others = markup.split(b"\n")
    if not others:
        return markup
    lines = filter(None, (line.strip(_SPACES) for line in others[:-1]))
    return b"\n".join((first.rstrip(_SPACES), *lines, others[-1].lstrip(_SPACES)))


def with_slots(
    sources: Mapping[str, bytes], cache: NoCache = NOTHING_KEPT, name: tuple[str, ...] = ()
) -> tuple[dict[str, bytes], dict[str, tuple[bytes, ...]]]:
    """The files for an engine, and what belongs into the slots of each page, by its path in the finished site."""

    def begun(paths: Sequence[str]) -> Iterable[tuple[Slotted, list[str]]]:
        for path in paths:
            page = slotted(sources[path])
            yield page, _FRAGMENT.findall(page.markdown.decode())

    markdown = {path: data for path, data in sources.items() if path.endswith(".md")}
    found = as_before(cache, ("slots", *name), None, markdown, begun)
    pages = {path: page for path, (page, _) in found.items()}
    # An engine that checks links must find what those lead to which it is left, as in headings with notes.
    led_to = frozenset(one for _, fragments in found.values() for one in fragments)
    if led_to:
        anchored = partial(map, lambda path: _with_anchors(pages[path], led_to))
        pages = as_before(cache, ("anchors", *name), led_to, pages, anchored)
    light = {path: pages[path].markdown if path in pages else data for path, data in sources.items()}
    return light, {page_of(path.removeprefix("docs/")): page.parts for path, page in pages.items() if page.parts}


def with_parts(
    files: Mapping[str, bytes],
    parts: Mapping[str, tuple[bytes, ...]],
    cache: NoCache = NOTHING_KEPT,
    name: tuple[str, ...] = (),
) -> tuple[dict[str, bytes], tuple[Diagnostic, ...]]:
    """The finished site with everything in its place, and the pages in which a slot is not where it was put."""
    whole, found = dict(files), []
    given = {path: (files[path], parts[path]) for path in sorted(parts.keys() & files.keys())}
    for path, page in as_before(
        cache, ("parts", *name), None, given, partial(map, lambda path: filled(*given[path]))
    ).items():
        if page is None:
            message = "the site engine lost or doubled a part of this page"
            hint = "look in `mkdocs.yml` for an extension or a plugin that rewrites pages"
            found.append(Diagnostic(Place(path), HTML_MISSING, message, hint))
        else:
            whole[path] = page
    return whole, tuple(found)
