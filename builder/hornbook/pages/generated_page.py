"""A page as a value, and as the Markdown file that every engine builds the same way.

The file holds front matter, headings and ready-made HTML blocks of one line each. Titles are strangers' text: they
are escaped in the front matter, which engines put into pages unescaped, and are character references in headings.
So is every `{` elsewhere, in the front matter too: templates, inclusions and marks of criticism that engines look for
anywhere begin with it.
"""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from html import unescape
from urllib.parse import quote

from hornbook.addresses import OEMBED
from hornbook.diagnostics import Place
from hornbook.language import ENGLISH, Direction, has_catalogue
from hornbook.model import Glossary, HandwrittenPage
from hornbook.pages.html import EMPTY, Html, isolated, join, tag, text
from hornbook.reasoning.anchors import Places, anchor_of, free_anchor

_TAG = re.compile(r"<(?P<name>/?[a-z0-9]+)(?P<attributes>(?: [a-z-]+=\"[^\"]*\")*)>")
_IDS = re.compile(r" id=\"([^\"]+)\"")
_STATES = re.compile(r" data-kb-state=\"([^\"]*)\"")
_JSON_TEXT = re.compile(r'"(?:[^"\\]|\\.)*"')
_NOT_ASCII = re.compile(r"[^ -~]")
_ATTRIBUTE = re.compile(r" (?P<name>[a-z-]+)=\"(?P<value>[^\"]*)\"")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside a page."""

    level: int
    words: str
    anchor: str
    inline: Html | None = None
    """Its words as ready markup within a line, as `nh3` writes it, where they are more than text."""


Blocks = list[Heading | Html]
"""What a page is made of, from top to bottom."""


@dataclass(frozen=True, slots=True)
class SocialCard:
    """The picture that other sites show for a link to a page."""

    address: str
    size: tuple[int, int]
    """Its width and its height in pixels."""
    alt: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GeneratedPage:
    """One generated page."""

    address: str
    title: str
    description: str
    edit: Place | None = None
    """What a reader would edit to change the page."""
    blocks: tuple[Heading | Html, ...]
    above: Html = EMPTY
    """What stands above its title."""
    json_ld: dict[str, object] | None = None
    embed: str | None = None
    """Where the part of it stands that other sites can show."""
    search_boost: int | None = None
    """How much the page counts for search, where not 1."""
    searched: bool = True
    """Whether search knows the page."""
    hide: tuple[str, ...] = ()
    """Which sides of the frame stay empty, so that the page is wider: `toc`, `navigation`."""
    card: SocialCard | None = None
    """None: that of the site."""
    in_english: bool = False
    """Whether it is a part of the contributors' manual, which says so where it is in English alone."""


def places_of(page: GeneratedPage) -> Places:
    """What links to a page can lead to."""
    written = "".join(block for block in page.blocks if not isinstance(block, Heading))
    states = {name for found in _STATES.finditer(written) for name in found[1].split()}
    return Places(frozenset({_title_anchor(page), *_ids_below(page)}), frozenset(states))


def _title_anchor(page: GeneratedPage) -> str:
    """The id of a page's title, made as those of headings on pages written by hand are.

    It is written out: one that an engine made of a contributor's words could be an id of the theme or of a script.
    """
    return free_anchor(anchor_of(page.title), _ids_below(page), {})


def _ids_below(page: GeneratedPage) -> set[str]:
    """Every id that stands below the title of a page."""
    written = "".join(block for block in page.blocks if not isinstance(block, Heading))
    return {*(block.anchor for block in page.blocks if isinstance(block, Heading)), *_IDS.findall(written)}


def to_markdown(page: GeneratedPage, glossary: Glossary) -> bytes:
    """The page's Markdown file."""
    meta: dict[str, object] = {"title": text(page.title), "description": text(page.description)}
    if page.edit is not None and glossary.repository is not None:
        meta["edit_url"] = text(glossary.repository + quote(page.edit.path))
    if page.json_ld is not None:
        meta["json_ld"] = _script_data(page.json_ld)
    if page.embed is not None:
        meta["oembed"] = f"{page.embed}{OEMBED}"
    if page.search_boost is not None:
        meta["search"] = {"boost": page.search_boost}
    if not page.searched:
        meta["search"] = {"exclude": True}
    if page.hide:
        meta["hide"] = list(page.hide)
    if page.card is not None:
        width, height = page.card.size
        meta |= {"card": page.card.address, "card_width": str(width), "card_height": str(height)}
        meta["card_alt"] = text(page.card.alt)
    blocks: Iterable[Heading | Html] = (Heading(1, page.title, _title_anchor(page)), *page.blocks)
    if page.in_english and not has_catalogue(glossary.lang):
        blocks = map(_in_english, blocks)
    return _markdown_file(meta, (_block(block) for block in (page.above, *blocks) if block))


def _in_english(block: Heading | Html) -> Heading | Html:
    """A block that says that it is in English, for readers and programs on a site in another language."""
    if isinstance(block, Heading):
        inline = text(block.words) if block.inline is None else block.inline
        return replace(block, inline=tag("span", inline, lang=ENGLISH, dir=Direction.LTR))
    return tag("div", block, lang=ENGLISH, dir=Direction.LTR)


def handwritten_markdown(
    page: HandwrittenPage, blocks: Iterable[Heading | Html], glossary: Glossary, search_boost: int | None = None
) -> bytes:
    """The Markdown file of a page written by hand; a title that it does not give is its first heading's.

    Such a page counts for search as much as `search_boost` says, where it says anything.
    """
    meta: dict[str, object] = {}
    if page.title is not None:
        meta["title"] = text(page.title)
    if page.description is not None:
        meta["description"] = text(page.description)
    if glossary.repository is not None:
        meta["edit_url"] = text(glossary.repository + quote(page.place.path))
    if search_boost is not None:
        meta["search"] = {"boost": search_boost}
    if not page.searched:
        meta["search"] = {"exclude": True}
    if page.hide:
        meta["hide"] = list(page.hide)
    return _markdown_file(meta, map(_block, blocks))


def with_block(markdown: bytes, block: Html) -> bytes:
    """A page's Markdown file with one more block at its end, if it is not empty."""
    if not block:
        return markdown
    return f"{markdown.decode().rstrip()}\n\n{_block(block)}\n".encode()


def heading_words(words: str) -> str:
    """Text in which Markdown finds nothing to interpret: every special character is a character reference."""
    return re.sub(r"[^\w ,]|_", lambda found: f"&#{ord(found.group())};", words.replace("\n", " "))


def _markdown_file(meta: Mapping[str, object], blocks: Iterable[str]) -> bytes:
    values = {key: _without_braces(value) if isinstance(value, Html) else value for key, value in meta.items()}
    head = "".join(f"{key}: {_as_yaml(value)}\n" for key, value in values.items())
    return ((f"---\n{head}---\n\n" if meta else "") + "\n\n".join(blocks) + "\n").encode()


def _as_yaml(value: object) -> str:
    """A value on one line of ASCII, as every reader of YAML takes it: JSON would write two escapes for one letter."""
    return _NOT_ASCII.sub(_yaml_escape, json.dumps(value, ensure_ascii=False))


def _yaml_escape(found: re.Match[str]) -> str:
    code = ord(found[0])
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"


def _block(block: Heading | Html) -> str:
    if isinstance(block, Heading):
        words, attributes = heading_words(block.words), f"#{block.anchor}".replace("_", r"\_")
        inline = isolated(block.words) if block.inline is None else block.inline
        if isinstance(inline, Html):
            # Without a label of its own one engine's table of contents shows the markup too.
            attributes += f' data-toc-label="{words}"'
            words = _heading_markup(inline)
        return f"{'#' * block.level} {words} {{ {attributes} }}"
    return _without_braces(join(block))


def _without_braces(markup: Html) -> str:
    """The same markup, in which nothing that begins with a brace is found by who does not read it as HTML."""
    return markup.replace("{", "&#123;")


def _heading_markup(markup: Html) -> str:
    """Markup in which Markdown finds the tags and nothing else: text and values of attributes are references."""
    parts, at = [], 0
    for found in _TAG.finditer(markup):
        parts.append(heading_words(unescape(markup[at : found.start()])))
        attributes = (
            f' {one["name"]}="{heading_words(unescape(one["value"]))}"'
            for one in _ATTRIBUTE.finditer(found["attributes"])
        )
        parts.append(f"<{found['name']}{''.join(attributes)}>")
        at = found.end()
    return "".join((*parts, heading_words(unescape(markup[at:]))))


def _script_data(data: dict[str, object]) -> str:
    """JSON that may stand inside a script element; within its texts no brace begins a template."""
    written = json.dumps(data, sort_keys=True, ensure_ascii=False)
    written = _JSON_TEXT.sub(lambda found: found[0].replace("{", "\\u007b"), written)
    return written.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
