"""Which scripts a page may run: those that the site engine puts on every page, and no other.

They are learnt from the page `404.html` of the same build, on which nobody's content stands, and each of them may
stand only in its place in the frame: a title that smuggles in a script would stand elsewhere.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from hornbook.publish import allowed
from hornbook.publish.addresses import Base, locate
from hornbook.publish.documents import Document, Element, Zone, read_page

_BASE = re.compile(r'new URL\("([^"]*)",location\)')
_STRUCTURED_DATA = "application/ld+json"


@dataclass(frozen=True, slots=True)
class EngineScripts:
    """The scripts that the engine puts on every page."""

    inline: Mapping[str, str]
    """The script at each place of the frame, written so that it is the same on every page."""
    files: frozenset[str]
    """The paths of the scripts that are files."""


def engine_scripts(files: Mapping[str, bytes], base: Base) -> EngineScripts:
    """What the page `404.html` among the files of a site runs; nothing where there is no such page."""
    if "404.html" not in files:
        return EngineScripts({}, frozenset())
    document = read_page("404.html", files["404.html"])
    scripts = [element for element in document.elements if element.tag == "script"]
    inline = {
        element.parent: _same_everywhere(element.text, document.path, base)
        for element in reversed(scripts)
        if _is_inline(element)
    }
    return EngineScripts(inline, frozenset(_file_of(element, document.path, base) for element in scripts) - {""})


def check_scripts(document: Document, engine: EngineScripts, base: Base) -> Iterator[tuple[str, str]]:
    """Find scripts that are not the engine's, or not where it puts them, as codes and messages."""
    taken: set[str] = set()
    for element in document.elements:
        if element.tag != "script":
            continue
        place = element.parent
        if element.zone not in {Zone.HEAD, Zone.FRAME} and element.attributes.get("type") != _STRUCTURED_DATA:
            yield "html-script", f"there must be no script in {element.zone}"
        elif "src" in element.attributes:
            if place not in {"head", "body"} or _file_of(element, document.path, base) not in engine.files:
                yield "html-script", f"the script `{element.attributes['src']}` is not one that every page has"
        elif not _is_inline(element):
            if not _is_json(element.text):
                yield "html-script", "the structured data of the page is not JSON"
        elif (
            place not in allowed.SCRIPT_PLACES
            or place in taken
            or engine.inline.get(place) != _same_everywhere(element.text, document.path, base)
        ):
            yield "html-script", f"a script in `{place}` is not one that every page has there"
        else:
            taken.add(place)


def _is_inline(element: Element) -> bool:
    return "src" not in element.attributes and element.attributes.get("type") != _STRUCTURED_DATA


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True


def _file_of(element: Element, page: str, base: Base) -> str:
    """The path of the file that a script is read from, or an empty text."""
    target = locate(base, page, element.attributes.get("src") or "")
    is_file = target is not None and "src" in element.attributes
    return (target.path or "") if target is not None and is_file else ""


def _same_everywhere(script: str, page: str, base: Base) -> str:
    """A script with the addresses in it written from the home page; the engine writes them from each page."""
    if script.startswith("{"):
        try:
            settings = json.loads(script)
        except (ValueError, RecursionError):
            return script
        for name in ("base", "search"):
            if isinstance(settings.get(name), str):
                settings[name] = _from_home(settings[name], page, base)
        return json.dumps(settings, sort_keys=True)
    return _BASE.sub(lambda match: f"new URL({_from_home(match[1], page, base)},location)", script)


def _from_home(address: str, page: str, base: Base) -> str:
    target = locate(base, page, f"{address.rstrip('/')}/")  # Zensical leaves the last slash out
    return f"elsewhere: {address}" if target is None or target.path is None else f"home: {target.path}"
