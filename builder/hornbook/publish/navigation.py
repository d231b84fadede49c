"""The navigation of a site whose owner gives none: what exists, in the order in which readers want it."""

from html import escape

from hornbook.addresses import (
    CHANGES,
    CODES,
    COMPARISON,
    DISAGREEMENTS,
    EXAMPLES,
    EXPLORE,
    FAQS,
    FIELDS,
    FRAMEWORKS,
    HOME,
    INDEXES,
    QUIZ,
    SOURCES,
    TERMS,
    VIEWS,
    page_address,
)
from hornbook.language import later, say
from hornbook.model import KnowledgeBase

_CONTRIBUTE = "contribute"
_TABS = (
    (later("Terms"), (TERMS,)),
    (later("Diagrams"), (VIEWS,)),
    (later("Explore"), (EXPLORE,)),
    (later("Questions"), (FAQS,)),
    (later("Disagreements"), (DISAGREEMENTS,)),
    (later("Quiz"), (QUIZ,)),
    (later("Examples"), (EXAMPLES,)),
    (later("Frameworks"), (FRAMEWORKS, COMPARISON)),
    (later("Sources"), (SOURCES,)),
)
_TITLES = {COMPARISON: later("Compared")} | {
    index.address: index.title for index in INDEXES if index.address != COMPARISON
}

Entry = str | dict[str, "str | list[Entry]"]
"""A page by its file, alone or behind a title; a section of several."""


def navigation(knowledge: KnowledgeBase) -> list[Entry]:
    """The sections of a site; what is empty is not among them, and pages of `docs/` follow the home page."""
    there = {index.address for index in INDEXES if index.exists(knowledge)}
    folders = _by_folder(knowledge)
    contribute = folders.pop(_CONTRIBUTE, [])
    home: list[Entry] = [_file(HOME), *folders.pop("", []), *_entries((CHANGES,), there)]
    tabs = [_section(say(title), _entries(addresses, there, first=True)) for title, addresses in _TABS]
    by_hand = [_section(escape(_words(folder)), entries) for folder, entries in folders.items()]
    last = _section(say("Contribute"), [*contribute, *_entries((FIELDS, CODES), there)])
    return [tab for tab in (_section(say("Home"), home), *by_hand, *tabs, last) if tab is not None]


def empty_pages(knowledge: KnowledgeBase) -> frozenset[str]:
    """The pages that the site would have if there were anything on them, as a navigation names them."""
    return frozenset(_file(index.address) for index in INDEXES if not index.exists(knowledge))


def _by_folder(knowledge: KnowledgeBase) -> dict[str, list[Entry]]:
    """The pages written by hand, but for the home page, by the folder of `docs/` that they are in; indexes first."""
    folders: dict[str, list[Entry]] = {}
    for path in sorted((page.path for page in knowledge.pages), key=lambda one: (not one.endswith("index.md"), one)):
        address = page_address(path)
        if address != HOME:
            folders.setdefault(path.partition("/")[0] if "/" in path else "", []).append(_file(address))
    return folders


def _entries(addresses: tuple[str, ...], there: set[str], *, first: bool = False) -> list[Entry]:
    """Entries for the pages that are there; the `first` of a section is its index and needs no title."""
    return [
        _file(address) if first and address == addresses[0] else {say(_TITLES[address]): _file(address)}
        for address in addresses
        if address in there
    ]


def _section(title: str, entries: list[Entry]) -> Entry | None:
    """A section; of a single page its entry, and nothing of none."""
    if len(entries) == 1 and isinstance(entries[0], str):
        return {title: entries[0]}
    return {title: entries} if entries else None


def _file(address: str) -> str:
    return f"{address}index.md"


def _words(folder: str) -> str:
    words = folder.replace("-", " ").replace("_", " ")
    return words[:1].upper() + words[1:]
