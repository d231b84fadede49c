"""Which scripts a page may run: the theme's, as it is installed, the builder's one, and no other.

Each inline script of the theme may stand only where the theme puts scripts, one in each place: a title that smuggles
in a script would stand elsewhere.
"""

import json
from collections.abc import Iterator

from hornbook.addresses import EMBEDS, FRAMELESS_SCRIPT, MOVED, SCRIPT
from hornbook.diagnostics import Code
from hornbook.publish import allowed
from hornbook.publish.addresses import Base, locate
from hornbook.publish.documents import Document
from hornbook.publish.elements import At, Element, Zone
from hornbook.publish.origins import Origins

HTML_SCRIPT = Code(
    "html-script",
    "A finished page has a script that is neither the theme's nor the builder's.",
    "A plugin of the site engine writes a script into every page.",
)

_OF_EMBEDS = frozenset({FRAMELESS_SCRIPT, SCRIPT})
_STRUCTURED_DATA = "application/ld+json"
_SETTINGS = "application/json"
_PLACES_IN_SETTINGS = ("base", "search")


def check_scripts(document: Document, origins: Origins, base: Base) -> Iterator[tuple[Code, str, At]]:
    """Find scripts that are not the theme's or ours, or not where the theme puts them: codes, messages and places."""
    taken: set[str] = set()
    for element in document.elements:
        if element.tag == "script":
            message = _mistake(element, taken, document, origins, base)
            if message is not None:
                yield HTML_SCRIPT, message, element.at


def _mistake(element: Element, taken: set[str], document: Document, origins: Origins, base: Base) -> str | None:
    """What is wrong with a script; `taken` are the places of the theme that have theirs already."""
    place, kind = element.parent, element.attributes.get("type")
    found = None
    if element.zone not in {Zone.HEAD, Zone.FRAME} and kind != _STRUCTURED_DATA:
        if not _leads_on(element, document, origins, base) and not _is_of_embeds(element, document, origins, base):
            found = f"there must be no script in {element.zone}"
    elif "src" in element.attributes:
        if place not in {"head", "body"} or not _is_known(element.attributes["src"] or "", document, origins, base):
            found = f"the script `{element.attributes['src']}` is neither the theme’s nor the builder’s"
    elif kind == _STRUCTURED_DATA:
        if not isinstance(_read(element.text), dict):
            found = "the structured data of the page is not JSON"
    elif place not in allowed.SCRIPT_PLACES or place in taken or not _is_the_themes(element, document, origins, base):
        found = f"a script in `{place}` is not one that the theme has there"
    else:
        taken.add(place)
    return found


def _is_known(address: str, document: Document, origins: Origins, base: Base) -> bool:
    """Whether an address leads to a script that the theme or the builder brings."""
    target = locate(base, document.path, address)
    path = None if target is None else target.path
    return path is not None and path.endswith(".js") and (path in origins.theme.files or path in origins.written)


def _leads_on(element: Element, document: Document, origins: Origins, base: Base) -> bool:
    """Whether a script is the builder's that leads from a former address to the present one, within the site."""
    address, to = (element.attributes.get(name) or "" for name in ("src", "data-kb-to"))
    target = locate(base, document.path, address)
    is_ours = target is not None and target.path == MOVED and MOVED in origins.written
    is_in_place = element.zone is Zone.PLAIN and element.parent == "head"
    return is_ours and is_in_place and _is_inside(to, document, base)


def _is_of_embeds(element: Element, document: Document, origins: Origins, base: Base) -> bool:
    """Whether a script is one of the builder's two for pages within other sites, and this is such a page of its."""
    target = locate(base, document.path, element.attributes.get("src") or "")
    is_ours = target is not None and target.path in _OF_EMBEDS and target.path in origins.written
    is_embed = document.path.startswith(EMBEDS) and document.path in origins.written
    return is_ours and is_embed and element.zone is Zone.PLAIN and element.parent in {"head", "body.kb-embed"}


def _is_the_themes(element: Element, document: Document, origins: Origins, base: Base) -> bool:
    if element.attributes.get("type") == _SETTINGS:
        return _are_settings(element, document, origins, base)
    if "type" in element.attributes:
        return False
    found = origins.theme.inline(element.text)
    return found is not None and all(_is_inside(address, document, base) for address in found.groups())


def _are_settings(element: Element, document: Document, origins: Origins, base: Base) -> bool:
    """Whether an element holds the settings of the theme's script, which name a folder and a script of the site."""
    settings = _read(element.text)
    if element.attributes.get("id") != "__config" or not isinstance(settings, dict):
        return False
    addresses = [settings.get(name) for name in _PLACES_IN_SETTINGS]
    if not all(isinstance(address, str) and _is_inside(address, document, base) for address in addresses):
        return False
    return _is_known(str(settings["search"]), document, origins, base)


def _is_inside(address: str, document: Document, base: Base) -> bool:
    target = locate(base, document.path, f"{address.rstrip('/')}/")  # Zensical leaves the last slash out
    return target is not None and target.path is not None


def _read(text: str) -> object:
    """What a JSON text holds; None where it is none."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None
