"""A glance at a finished page or drawing: whether everything in it is plainly in order, so that nobody looks further.

A site has some hundred thousand elements, and few different ones. So here a document is the text of its start tags,
each looked at once, with how often it stands in which part. For a page that text is what the parser writes of the tree
that it made: the parser decides how elements nest, here is only told apart what it wrote.

That text is taken only if each `<` in it begins a start tag in plain letters, none of whose values has `<`, `>` or a
quotation mark, or an end tag. Since the parser writes every start tag with `<` before it, and `<` for nothing else but
comments and texts of scripts, none can be overlooked, in whatever it is wrapped. Where anything is otherwise, or not
allowed, or told only by its neighbours, the document is looked at element by element, as `gate` and `links` do it.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import cache, lru_cache, partial
from html import unescape
from itertools import accumulate
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser, LexborNode

from hornbook.publish import allowed
from hornbook.publish.addresses import Base, targets_of
from hornbook.publish.articles import Marks, given_in, marks_of
from hornbook.publish.documents import ARTICLE, DEEPEST, Document, is_well_formed, key_of, spine_of
from hornbook.publish.elements import Element, Zone
from hornbook.publish.gate import check_frame, flaws_of
from hornbook.publish.links import Brief, addresses_of, is_read_anew
from hornbook.publish.origins import Origins
from hornbook.publish.reuse import MOST_DRAWN
from hornbook.publish.scripts import check_scripts

_NAME = r"[A-Za-z][A-Za-z0-9:._-]*"
_START = re.compile(r"<[A-Za-z][^<>\0]*>")
_FORM = re.compile(rf'<({_NAME})(?: {_NAME}="")*/?>')
"""A start tag without the values between its quotation marks."""
_STYLE = re.compile(r"<style>([^<&]*)</style>")
_SAYS_NOTHING = (
    frozenset[str]().union(*allowed.SVG.values()) - allowed.ADDRESSES - {"rel", *(name for *_, name in allowed.VALUES)}
)
"""Attributes of drawings that may have any value, most of them numbers."""
_APOSTROPHE = "&#x27;"
"""The one reference by number that drawings of ours have. XML and HTML do not mean the same by all others."""


class _Part(NamedTuple):
    """The start tags of one part of a document, and how often each stands there."""

    zone: Zone
    in_svg: bool
    tags: Counter[str]


class _Tag(NamedTuple):
    """What a start tag that is allowed where it stands says of its document."""

    identifier: str = ""
    name: str = ""
    """What an older page calls an anchor."""
    states: Sequence[str] = ()
    addresses: Sequence[str] = ()
    marks: Marks | None = None
    says_encoding: bool = False


_SILENT = _Tag()
"""What most say: nothing."""


def glance(path: str, data: bytes, origins: Origins, base: Base) -> Brief | None:
    """What others need to know of a document in which all is plainly in order; None where it is to be looked at."""
    if is_read_anew(path):
        return None
    is_page = path.lower().endswith(".html")
    parts = _parts_of_page(path, data, origins, base) if is_page else _parts_of_drawing(data, base)
    return None if parts is None else _brief(path, parts, origins.sources.get(path, b""), base)


def _brief(path: str, parts: Sequence[_Part], source: bytes, base: Base) -> Brief | None:
    said: list[tuple[_Tag, int]] = []
    for zone, in_svg, tags in parts:
        for tag, count in zip(map(_reader(zone, in_svg, base), tags), tags.values(), strict=True):
            if tag is None:
                return None
            if tag is not _SILENT:
                said.append((tag, count))
    identifiers = [tag.identifier for tag, count in said if tag.identifier for _ in range(count)]
    names = [tag.name for tag, _ in said if tag.name]
    says_encoding = parts[0].zone is Zone.DRAWING or any(tag.says_encoding for tag, _ in said)
    if len(set(identifiers)) < len(identifiers) or not says_encoding or _has_strangers(said, source):
        return None
    addresses = dict.fromkeys(address for tag, _ in said for address in tag.addresses)
    states = frozenset(state for tag, _ in said for state in tag.states)
    return Brief(frozenset((*identifiers, *names)), states, targets_of(base, path, addresses))


def _has_strangers(said: Sequence[tuple[_Tag, int]], source: bytes) -> bool:
    marked: Counter[Marks] = Counter()
    for tag, count in said:
        if tag.marks is not None:
            marked[tag.marks] += count
    return bool(marked) and not marked <= given_in(source)


@cache
def _reader(zone: Zone, in_svg: bool, base: Base) -> Callable[[str], _Tag | None]:  # noqa: FBT001 - part of what is kept
    """What reads the start tags of one part of documents."""
    # What comes again comes soon, but for tags with addresses.
    return lru_cache(maxsize=1 << 14)(partial(_tag_of, zone, in_svg, base))


def _tag_of(zone: Zone, in_svg: bool, base: Base, text: str) -> _Tag | None:  # noqa: FBT001 - part of what is kept
    """Read a start tag; None for one that is not allowed, or not without more than is known of it here."""
    pieces = text.split('"')
    form = _form_of('"'.join(pieces[::2]))
    if form is None:
        return None
    name, names = form
    attributes: dict[str, str | None] = dict(zip(names, map(unescape, pieces[1::2]), strict=True))
    element = Element(name, attributes, zone, in_svg, "", "")
    if (attributes.get("http-equiv") or "").lower() == "refresh" or any(flaws_of(element, "", base)):
        return None
    tag = _Tag(
        attributes.get("id") or "",
        (attributes.get("name") or "") if name == "a" else "",
        (attributes.get("data-kb-state") or "").split(),
        addresses_of(element),
        marks_of(name, attributes) if zone is Zone.ARTICLE else None,
        "charset" in attributes,
    )
    return tag if any(tag) else _SILENT


@lru_cache(maxsize=1 << 14)
def _form_of(text: str) -> tuple[str, tuple[str, ...]] | None:
    """The tag and the names of the attributes of a start tag without values; None for one that is not plain."""
    form = _FORM.fullmatch(text.replace('"', '""'))
    if form is None:
        return None
    return form[1], tuple(piece.rpartition(" ")[2].removesuffix("=") for piece in text.split('"')[:-1])


def _parts_of_page(path: str, data: bytes, origins: Origins, base: Base) -> list[_Part] | None:
    try:
        text = data.decode()
    except UnicodeDecodeError:
        return None
    tree = LexborHTMLParser(text)
    root = tree.root
    if root is None:
        return None
    # Each search for nodes takes the time of a small page.
    found = tree.css(f"script, {ARTICLE}")
    scripts = [node for node in found if node.tag == "script"]
    article = next((node for node in found if node.tag != "script"), None)
    spine = () if article is None else spine_of(article)
    page = Document(path=path, elements=tuple(_scripts_of(scripts, article)), spine=spine)
    if any(check_frame(page)) or any(check_scripts(page, origins, base)):
        return None
    whole = root.html or ""
    return _parts(whole, _zones(whole) if spine else [(Zone.PLAIN, whole)])


def _scripts_of(scripts: Sequence[LexborNode], article: LexborNode | None) -> Iterator[Element]:
    """The scripts of a page, whose texts are taken out of it: the parser would write them as they are."""
    for node in scripts:
        parent = node.parent
        within = "" if parent is None else key_of(parent.tag or "", parent.attributes)
        zone = Zone.PLAIN if article is None else _zone_of(node, article)
        yield Element("script", node.attributes, zone, in_svg=False, parent=within, text=node.text())
        while node.child is not None:
            node.child.decompose()


def _zone_of(node: LexborNode, article: LexborNode) -> Zone:
    around = node.parent
    while around is not None:
        if around.mem_id == article.mem_id:
            return Zone.ARTICLE
        if around.tag == "head":
            return Zone.HEAD
        around = around.parent
    return Zone.FRAME


def _zones(whole: str) -> list[tuple[Zone, str]]:
    """What the parser wrote of each part of a page with the site's frame, cut before and behind tags."""
    if whole.count("<article") != 1 or whole.count("</article>") != 1:
        return []
    before, _, inside = whole.partition("<article")
    opening, _, inside = inside.partition(">")
    content, _, behind = inside.partition("</article>")
    start, end = before.find("<head"), before.find("</head>")
    frame = f"{before[:start]}{before[end:]}<article{opening}>{behind}"
    return [(Zone.HEAD, before[start:end]), (Zone.ARTICLE, content), (Zone.FRAME, frame)]


def _parts(whole: str, zones: Sequence[tuple[Zone, str]]) -> list[_Part] | None:
    """The start tags of a text of which these are the parts; None where one could be overlooked."""
    parts = []
    for zone, text in zones:
        around, *pieces = text.split("<svg")
        drawings = [piece.partition("</svg>") for piece in pieces]
        if not all(end for _, end, _ in drawings):
            return None  # a drawing within a drawing
        rest = "".join((around, *(behind for *_, behind in drawings)))
        parts.append(_Part(zone, in_svg=False, tags=Counter(_START.findall(rest))))
        if drawings:
            tags = Counter(_START.findall("".join(f"<svg{drawing}" for drawing, *_ in drawings)))
            parts.append(_Part(zone, in_svg=True, tags=_without_shapes(tags)))
    is_whole = sum(part.tags.total() for part in parts) == whole.count("<") - whole.count("</")
    return parts if is_whole else None


def _parts_of_drawing(data: bytes, base: Base) -> list[_Part] | None:
    if not is_well_formed(data):
        return None
    text = data.decode()
    tags = Counter(_START.findall(text))
    number, closed = tags.total(), text.count("</")
    if number != text.count("<") - closed or number > MOST_DRAWN or (closed >= DEEPEST and _depth(text) > DEEPEST):
        return None
    styles = _STYLE.findall(text)
    if len(styles) != text.count("<style") or not all(_is_in_order(style, base) for style in styles):
        return None
    if "<use" in text or "&#" in text.replace(_APOSTROPHE, ""):
        return None
    return [_Part(Zone.DRAWING, in_svg=True, tags=_without_shapes(tags))]


def _without_shapes(tags: Counter[str]) -> Counter[str]:
    """Start tags of drawings without what makes each another: where it stands, and its outline."""
    shapeless: Counter[str] = Counter()
    for text, count in tags.items():
        pieces = text.split('"')
        for place in _shapes_in('"'.join(pieces[::2])):
            pieces[place] = ""
        shapeless['"'.join(pieces)] += count
    return shapeless


@lru_cache(maxsize=1 << 12)
def _shapes_in(form: str) -> tuple[int, ...]:
    """Which pieces of a start tag, parted by its quotation marks, are values that say nothing, by it without values."""
    names = _form_of(form)
    return () if names is None else tuple(2 * at + 1 for at, name in enumerate(names[1]) if name in _SAYS_NOTHING)


def _depth(text: str) -> int:
    """How many elements stand within each other at most."""
    steps = (-1 if piece[0] == "/" else piece.partition(">")[0][-1] != "/" for piece in text.split("<")[1:])
    return max(accumulate(steps), default=0) + 1


@lru_cache(maxsize=1 << 8)  # drawings of a kind have the same style
def _is_in_order(style: str, base: Base) -> bool:
    return not any(flaws_of(Element("style", {}, Zone.DRAWING, True, "", style), "", base))  # noqa: FBT003 - a named tuple
