"""Every link of the finished site, held against its files and anchors: engines do not see those in blocks of HTML.

Nothing outside the site is fetched.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from hornbook.diagnostics import ANCHOR_MISSING, ID_DUPLICATE, LINK_BROKEN, Diagnostic
from hornbook.publish.addresses import Base, locate, targets_of
from hornbook.publish.documents import Document, place_at
from hornbook.publish.elements import At, Element

_WITH_ADDRESS: Mapping[str, tuple[str, ...]] = {
    "a": ("href", "xlink:href"),
    "area": ("href",),
    "audio": ("src",),
    "embed": ("src",),
    "form": ("action",),
    "iframe": ("src",),
    "image": ("href", "xlink:href"),
    "img": ("src",),
    "input": ("src",),
    "link": ("href",),
    "object": ("data",),
    "script": ("src",),
    "source": ("src",),
    "track": ("src",),
    "use": ("href", "xlink:href"),
    "video": ("src", "poster"),
}
"""The attributes that hold an address, by element; an empty one leads nowhere on purpose."""
_REFRESH = re.compile(r"\s*[0-9.]+\s*[;,]\s*(?:url\s*=\s*)?[\"']?([^\"']*)", re.IGNORECASE)
_ANYWHERE = "404.html"
"""The page that is shown at any address."""
_LABEL = 60
"""As many characters of a link's words as a message shows."""


@dataclass(frozen=True, slots=True)
class _Link:
    address: str
    words: str
    """What a reader sees of it, for the message."""
    at: At


@dataclass(frozen=True, slots=True)
class Outline:
    """What the check needs of a document once all of them have been read."""

    path: str
    ids: Mapping[str, int]
    """How many elements have each id."""
    again: Mapping[str, At]
    """Where an id stands that another element has already."""
    anchors: frozenset[str]
    states: frozenset[str]
    """The names that a fragment such as `holds=rain&goal=wet` may give a value, where a script reads it."""
    links: tuple[_Link, ...]


@dataclass(frozen=True, slots=True)
class Brief:
    """What a document in which nothing was wrong can be led to by, and what it leads to: its outline, once it stood."""

    anchors: frozenset[str]
    states: frozenset[str]
    targets: tuple[tuple[str | None, str], ...]
    """The places on the server of the site that its links lead to, each once: a path in the site, and a fragment."""

    def stands(self, files: frozenset[str], known: "Mapping[str, Outline | Brief]") -> bool:
        """Whether all its links still lead to something."""
        for path, fragment in self.targets:
            file = None if path is None else _file_at(path, files)
            if file is None or (file in known and not _has_place(known[file], fragment)):
                return False
        return True


NO_OTHERS: Mapping[str, Brief] = {}


def brief_of(outline: Outline, base: Base) -> Brief | None:
    """An outline in brief; None where it is to be read anew in each run."""
    if outline.again or is_read_anew(outline.path):
        return None
    targets = targets_of(base, outline.path, (link.address for link in outline.links))
    return Brief(outline.anchors, outline.states, targets)


def is_read_anew(path: str) -> bool:
    """Whether a document is not known by what it is in brief: where links lead from any address, more is to be seen."""
    return path == _ANYWHERE


def outline_of(document: Document) -> Outline:
    """Everything in a document that leads somewhere or that can be led to."""
    ids: Counter[str] = Counter()
    again: dict[str, At] = {}
    for element in document.elements:
        identifier = element.attributes.get("id")
        if identifier:
            ids[identifier] += 1
            if ids[identifier] > 1:
                again.setdefault(identifier, element.at)
    names = {name for element in document.elements if element.tag == "a" and (name := element.attributes.get("name"))}
    links = tuple(link for element in document.elements if _may_link(element) for link in _links_of(element))
    states = frozenset(
        name
        for element in document.elements
        if "data-kb-state" in element.attributes
        for name in (element.attributes["data-kb-state"] or "").split()
    )
    return Outline(document.path, ids, again, frozenset(ids) | names, states, links)


def check_outlines(
    outlines: Sequence[Outline], files: frozenset[str], base: Base, others: Mapping[str, Brief] = NO_OTHERS
) -> Iterator[Diagnostic]:
    """Hold the links of documents against the files of the site and the anchors in them.

    `others` are documents, by path, that can be led to and whose own links are known to stand.
    """
    known: dict[str, Outline | Brief] = {**others, **{outline.path: outline for outline in outlines}}
    for outline in outlines:
        yield from _doubled(outline)
        yield from _broken(outline, files, known, base)


def _doubled(outline: Outline) -> Iterator[Diagnostic]:
    for identifier, count in outline.ids.items():
        if count > 1:
            message = f"{count} elements have the id `{identifier}`"
            place = place_at(outline.path, outline.again[identifier])
            yield Diagnostic(place, ID_DUPLICATE, message, "give each heading and drawing its own id")


def _broken(
    outline: Outline, files: frozenset[str], known: "Mapping[str, Outline | Brief]", base: Base
) -> Iterator[Diagnostic]:
    for link in outline.links:
        place = place_at(outline.path, link.at)
        shown = f"`{link.address}` ({link.words})"
        if outline.path == _ANYWHERE and not link.address.startswith(("/", "#", base.origin or "/")):
            if ":" not in link.address:
                hint = "this page is shown at any address, so its links begin with `/`"
                yield Diagnostic(place, LINK_BROKEN, f"the link {shown} leads to another place from each folder", hint)
            continue
        target = locate(base, outline.path, link.address)
        if target is None:
            continue
        file = None if target.path is None else _file_at(target.path, files)
        if file is None:
            why = "leads out of the site" if target.path is None else "leads to no file of the site"
            yield Diagnostic(place, LINK_BROKEN, f"the link {shown} {why}", "mend the address, or write the page")
        elif file in known and not _has_place(known[file], target.fragment):
            message = f"the link {shown} leads to the place `{target.fragment}`, which `{file}` does not have"
            yield Diagnostic(place, ANCHOR_MISSING, message, "mend what follows the `#`, or give a heading that id")


def _has_place(outline: "Outline | Brief", fragment: str) -> bool:
    """Tell whether a fragment names an anchor of the page, or a state that a script of the page reads."""
    if fragment in outline.anchors or fragment in {"", "top"}:
        return True
    return "=" in fragment and {part.partition("=")[0] for part in fragment.split("&")} <= outline.states


def _file_at(path: str, files: frozenset[str]) -> str | None:
    """The file that a server of static files answers with."""
    if path in files:
        return path
    index = f"{path.rstrip('/')}/index.html".lstrip("/")
    return index if index in files else None


def _may_link(element: Element) -> bool:
    """Few elements of a page do; the others are not looked at further."""
    return element.tag in _WITH_ADDRESS or element.tag == "meta" or "srcset" in element.attributes


def addresses_of(element: Element) -> tuple[str, ...]:
    """Each address that an element leads to or fetches."""
    return tuple(_addresses(element)) if _may_link(element) else ()


def _links_of(element: Element) -> Iterator[_Link]:
    is_redirect = element.tag == "meta"
    for address in _addresses(element):
        yield _Link(address, "redirect" if is_redirect else _words_of(element), element.at)


def _addresses(element: Element) -> Iterator[str]:
    attributes = element.attributes
    for name in _WITH_ADDRESS.get(element.tag, ()):
        address = attributes.get(name)
        if address:
            yield address
    for candidate in (attributes.get("srcset") or "").split(","):
        if candidate.strip():
            yield candidate.split()[0]
    if element.tag == "meta" and (attributes.get("http-equiv") or "").lower() == "refresh":
        refresh = _REFRESH.match(attributes.get("content") or "")
        if refresh is not None:
            yield refresh[1].strip()


def _words_of(element: Element) -> str:
    attributes = element.attributes
    words = element.text.split() or (attributes.get("aria-label") or attributes.get("alt") or "").split()
    if not words or element.tag == "script":
        return f"<{element.tag}>"
    label = " ".join(words)
    return f"“{label if len(label) <= _LABEL else label[: _LABEL - 1] + '…'}”"
