"""The last look at every finished page: whatever the tables in `allowed` do not list is refused.

It trusts neither the engine's Markdown nor what stands in `docs/`, and learns nothing from the site that it looks at.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache

from hornbook.addresses import address_flaw, mail_flaw
from hornbook.diagnostics import Code, Diagnostic, Place
from hornbook.policy import is_policy
from hornbook.publish import allowed
from hornbook.publish.addresses import Base, locate
from hornbook.publish.articles import strangers
from hornbook.publish.documents import Document, place_at, read_drawing
from hornbook.publish.elements import HEADINGS, Element, Zone
from hornbook.publish.origins import Origins
from hornbook.publish.scripts import check_scripts

HTML_ELEMENT = Code(
    "html-element",
    "A finished page has an element that pages of this site never have, or has it out of place.",
    "A plugin of the site engine writes an `<iframe>` into a page.",
)
HTML_ATTRIBUTE = Code(
    "html-attribute",
    "An element of a finished page has an attribute or a value that is not allowed there.",
    "A plugin of the site engine gives a link the attribute `onclick`.",
)
HTML_EXTERNAL = Code(
    "html-external",
    "A finished page would load something from another site when it is read.",
    "The theme takes its fonts from another site, where `font: false` is missing in `mkdocs.yml`.",
)

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_ODD = re.compile(r"[\x00-\x20\x7f-\xa0\\]")
"""Characters that browsers drop from addresses or read as others."""
_REFRESH = re.compile(r"0; url=(\S+)\Z")
_OF_CONTENT = frozenset({Zone.ARTICLE, Zone.PLAIN, Zone.DRAWING})
"""Where links may be a contributor's; those of the frame are its owner's."""
_MARKUP = frozenset({"http://www.w3.org/1999/xhtml", "http://www.w3.org/2000/svg"})
_SHOWN = 60
_WITH_MORE = frozenset({"link", "meta", "style"})
"""Elements of which more is looked at than each attribute for itself."""

_Finding = tuple[Code, str]
"""A code and a message."""


def check_document(document: Document, origins: Origins, base: Base) -> Iterator[Diagnostic]:
    """Find what a page or a drawing has and must not have."""
    place = Place(document.path)
    if document.problem is not None:
        yield Diagnostic(place_at(document.path, document.problem_at), HTML_ELEMENT, f"the file {document.problem}")
        return
    for code, message in (*check_frame(document), *_check_encoding(document)):
        yield Diagnostic(place, code, message)
    for code, message, at in check_scripts(document, origins, base):
        yield Diagnostic(place_at(document.path, at), code, message)
    for message in strangers(document, origins.sources.get(document.path, b"")):
        hint = "look in `mkdocs.yml` for an extension or a plugin that writes into pages"
        yield Diagnostic(place, HTML_ELEMENT, message, hint=hint)
    notes: tuple[str, ...] = ()
    for element in document.elements:
        if element.tag in HEADINGS and element.zone is Zone.ARTICLE:
            notes = (f"it stands in or after the heading `#{element.attributes.get('id') or ''}`",)
        for code, message in flaws_of(element, document.path, base):
            about = notes if element.zone is Zone.ARTICLE else ()
            yield Diagnostic(place_at(document.path, element.at), code, message, notes=about)


def check_other_files(files: Mapping[str, bytes]) -> Iterator[Diagnostic]:
    """Find style sheets that load from elsewhere, and files that browsers would run unread."""
    for path in sorted(files):
        place = Place(path)
        kind = path.lower()
        if kind.endswith(allowed.OTHER_FORMATS):
            hint = "publish it as .html or .svg, which are checked"
            yield Diagnostic(place, HTML_ELEMENT, "browsers run files of this kind, and nothing checks them", hint)
        elif kind.endswith(".css"):
            for message in _external_in_style(_without_comments(files[path])):
                yield Diagnostic(place, HTML_EXTERNAL, message, "keep the file in the site")
        elif kind.endswith(allowed.DATA_IN_XML):
            document = read_drawing(path, files[path])
            if document.problem is not None:
                yield Diagnostic(place_at(path, document.problem_at), HTML_ELEMENT, f"the file {document.problem}")
            elif any(map(_is_markup, document.elements)):
                yield Diagnostic(place, HTML_ELEMENT, "the file holds elements that browsers show or run")


def check_frame(document: Document) -> Iterator[_Finding]:
    """Whether the parts around the content are the ones that belong there, in their order."""
    if not document.spine:
        return
    if tuple(parent for parent, _ in document.spine) != tuple(allowed.SPINE):
        yield HTML_ELEMENT, "the content of the page does not stand where the site's frame has it"
        return
    for parent, children in document.spine:
        parts = [child for child in children if child != "script"]
        if not _fits(parts, allowed.SPINE[parent]):
            message = (
                f"`{parent}` of the site's frame holds {', '.join(parts)}; the content closes what it did not open"
            )
            yield HTML_ELEMENT, message


def _fits(parts: list[str], expected: tuple[str, ...]) -> bool:
    waiting = iter(parts)
    part = next(waiting, None)
    for wanted in expected:
        if part == wanted.removesuffix("?"):
            part = next(waiting, None)
        elif not wanted.endswith("?"):
            return False
    return part is None


def _check_encoding(document: Document) -> Iterator[_Finding]:
    """A page in an unknown encoding could read differently in a browser than here."""
    if document.path.lower().endswith(".html") and not any(
        "charset" in element.attributes for element in document.elements
    ):
        yield HTML_ELEMENT, "the page does not say that it is UTF-8 text"


@lru_cache(maxsize=1 << 14)  # elements of one kind have the same attributes
def _names_looked_at(zone: Zone, tag: str, names: tuple[str, ...], *, in_svg: bool) -> tuple[str, ...] | None:
    """The attributes that an element must not have, or only with certain values; None where it may not be at all."""
    known = _attributes_of(zone, tag, in_svg=in_svg)
    if known is None:
        return None
    return tuple(
        name
        for name in names
        if not _is_known(name, known) or name in allowed.ADDRESSES or name == "class" or _values_of(zone, tag, name)
    )


def flaws_of(element: Element, path: str, base: Base) -> Iterable[_Finding]:
    """What is wrong with an element of the file `path` for itself; its text counts in the style of a drawing."""
    names = _names_looked_at(element.zone, element.tag, tuple(element.attributes), in_svg=element.in_svg)
    if not names and names is not None and element.tag not in _WITH_MORE:
        return ()  # most elements, and most of all of drawings
    return _check_element(element, names, path, base)


def _is_known(name: str, known: frozenset[str]) -> bool:
    return name in known or name.startswith(allowed.PREFIXES)


def _check_element(element: Element, names: tuple[str, ...] | None, path: str, base: Base) -> Iterator[_Finding]:
    """What is wrong with an element of which these attributes are to be looked at."""
    tag, zone = element.tag, element.zone
    known = _attributes_of(zone, tag, in_svg=element.in_svg)
    if names is None or known is None:
        yield HTML_ELEMENT, f"`<{_short(tag)}>` does not belong in {zone}"
        return
    for name in names:
        value = element.attributes[name]
        if not _is_known(name, known):
            yield HTML_ATTRIBUTE, f"`<{tag}>` must not have the attribute `{_short(name)}` in {zone}"
        elif name in allowed.ADDRESSES:
            yield from _check_addresses(element, name, path, base)
        elif value:
            finding = _check_value(zone, tag, name, value)
            if finding is not None:
                yield finding
    if tag == "link":
        yield from _check_relation(element.attributes.get("rel") or "")
    elif tag == "meta" and "http-equiv" in element.attributes:
        yield from _check_redirect(element, path, base)
    elif tag == "style":
        yield from _check_style(element.text)


@cache
def _attributes_of(zone: Zone, tag: str, *, in_svg: bool) -> frozenset[str] | None:
    """The attributes that an element may have; None where it may not be at all."""
    table = allowed.SVG if in_svg and zone is not Zone.DRAWING else allowed.TABLES[zone]
    own = table.get(tag)
    data = allowed.FRAME_DATA if zone is Zone.FRAME else allowed.ARTICLE_DATA
    return None if own is None else own | data | allowed.EVERYWHERE


@cache
def _values_of(zone: Zone, tag: str, name: str) -> tuple[re.Pattern[str], ...]:
    keys = ((zone, tag, name), (None, tag, name), (zone, "*", name), (None, "*", name))
    return tuple(allowed.VALUES[key] for key in keys if key in allowed.VALUES)


@lru_cache(maxsize=1 << 16)  # the frame is the same on every page
def _check_value(zone: Zone, tag: str, name: str, value: str) -> _Finding | None:
    if not all(pattern.match(value) for pattern in _values_of(zone, tag, name)):
        return HTML_ATTRIBUTE, f"`{name}` of `<{tag}>` must not be `{_short(value)}` in {zone}"
    if name == "class" and not allowed.LOADED_BY_CLASS.isdisjoint(value.split()):
        return HTML_EXTERNAL, f"for the class `{_short(value)}` the engine loads a program from another site"
    return None


def _check_addresses(element: Element, name: str, path: str, base: Base) -> Iterator[_Finding]:
    value = element.attributes.get(name) or ""
    addresses = [part.split()[0] for part in value.split(",") if part.strip()] if name == "srcset" else [value]
    relations = set((element.attributes.get("rel") or "").lower().split())
    is_load = (element.tag, name) in allowed.LOADS or not relations.isdisjoint(allowed.FETCHED_LINKS)
    for address in addresses:
        if ":" not in address and "//" not in address and not _ODD.search(address):
            continue  # most: wherever it leads, it is within the site or out of it on the same server
        scheme = _SCHEME.match(address)
        if _ODD.search(address) or (scheme and scheme[1].lower() not in allowed.SCHEMES):
            if not _is_share_button(element, address):
                yield HTML_ATTRIBUTE, f"`{_short(address)}` is no address that `<{element.tag}>` may have"
        elif locate(base, path, address) is None:
            if is_load:
                yield HTML_EXTERNAL, f"`<{element.tag}>` loads `{_short(address)}` from another site"
            elif element.tag == "a" and element.zone in _OF_CONTENT:
                flaw = mail_flaw(address) if address.lower().startswith("mailto:") else address_flaw(address)
                if flaw is not None:
                    yield HTML_ATTRIBUTE, f"the address `{_short(address)}` {flaw.message}"


def _is_share_button(element: Element, address: str) -> bool:
    """The frame's button for sharing a search; its script replaces the address, which does nothing."""
    is_button = element.attributes.get("data-md-component") == "search-share" and element.zone is Zone.FRAME
    return is_button and address == "javascript:void(0)"


def _check_relation(relations: str) -> Iterator[_Finding]:
    if not relations or not set(relations.split()) <= allowed.FETCHED_LINKS | allowed.OTHER_LINKS:
        yield HTML_ATTRIBUTE, f"`<link>` must not have the relation `{_short(relations)}`"


def _check_redirect(element: Element, path: str, base: Base) -> Iterator[_Finding]:
    """A page may only send readers on at once, and within the site; and state a policy of ours."""
    if element.attributes["http-equiv"] == "Content-Security-Policy":
        if not is_policy(element.attributes.get("content") or ""):
            yield HTML_ATTRIBUTE, "the page states a policy that is not the builder’s"
        return
    match = _REFRESH.match(element.attributes.get("content") or "")
    target = locate(base, path, match[1]) if match else None
    if element.attributes["http-equiv"] != "refresh" or match is None or _ODD.search(match[1]):
        yield HTML_ATTRIBUTE, "`<meta http-equiv>` may only be a redirect, with `0; url=` before the address"
    elif target is None or target.path is None:
        yield HTML_EXTERNAL, f"the page sends its readers to another site: `{_short(match[1])}`"


def _check_style(text: str) -> Iterator[_Finding]:
    """The style of a drawing: its comments count too, so that nothing hangs on where a browser sees one begin."""
    if "\\" in text:
        yield HTML_ATTRIBUTE, "a style must not have a backslash, which can write `url` in other letters"
    for message in _external_in_style(text.encode()):
        yield HTML_EXTERNAL, message


def _without_comments(style: bytes) -> bytes:
    return allowed.IGNORED_IN_STYLE.sub(lambda found: found["kept"] or b" ", style)


def _external_in_style(text: bytes) -> Iterator[str]:
    # Browsers drop line breaks and tabs within an address.
    text = allowed.NAMESPACES.sub(b"", text.translate(None, b"\t\r\n\f").lower())
    match = allowed.EXTERNAL_IN_STYLE.search(text)
    if match is not None:
        yield f"the style loads from another site: `{_short(match[0].decode('utf-8', 'replace'))}`"


def _is_markup(element: Element) -> bool:
    return any(name.startswith("xmlns") and value in _MARKUP for name, value in element.attributes.items())


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"
