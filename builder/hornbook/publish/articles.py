"""Articles of finished pages, held against what the builder gave the engine for them.

Our own classes, those of the theme, parts of forms, formulas and `data-` attributes make pages act and look like ours.
Each that stands in an article must be one that the builder put there: whatever a plugin or an extension of the engine
brings in besides is foreign, wherever it took it from.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import lru_cache

from hornbook.publish.documents import Document
from hornbook.publish.elements import Zone

Marks = tuple[str, frozenset[str]]
"""An element's tag, and what of its classes and attributes is ours or the theme's."""

_TAG = re.compile(rb"<[a-z][a-z0-9]*(?: [^<>]*)?>")
_NAME = re.compile(rb"[a-z][a-z0-9]*")
_OF_SITE = ("kb-", "md-")
_FOR_ENGINES = frozenset({"data-search-exclude"})
"""Attributes that engines read, and may take out."""
_FORM = frozenset({"button", "form", "input", "label", "option", "output", "select", "textarea"})
_OURS_ALONE = _FORM | {"math"}
"""Elements that no contributor's text becomes."""
_BY_THEME: frozenset[Marks] = frozenset({("a", frozenset({"md-content__button", "md-icon"}))})
"""What the theme itself puts into articles: the button that leads to a page's source."""


def strangers(document: Document, source: bytes) -> Iterator[str]:
    """Name each element of a finished article that looks like one of the site's, more often than `source` has it."""
    given = given_in(source)
    for element in document.elements:
        if element.zone is Zone.ARTICLE:
            marks = marks_of(element.tag, element.attributes)
            if marks is None:
                continue
            given[marks] -= 1
            if given[marks] < 0:
                yield f"`<{element.tag}>` with {_named(marks)} was not put into the page by the builder"


def given_in(source: bytes) -> Counter[Marks]:
    """The marked elements of a source of ours, whose tags are all written in one way, and how many there are."""
    given: Counter[Marks] = Counter()
    for written, count in Counter(_TAG.findall(source)).items():
        marks = _marks_in(written)
        if marks is not None:
            given[marks] += count
    return given


def _marks_in(written: bytes) -> Marks | None:
    pieces = written.split(b'"')
    tag, data, classes = _form_of(b'"'.join(pieces[::2]))
    return _of(tag, pieces[classes].decode() if classes else "", data)


@lru_cache(maxsize=1 << 12)
def _form_of(written: bytes) -> tuple[str, tuple[str, ...], int]:
    """The tag of an element without values, its `data-` attributes, and which piece its classes are; 0 for none."""
    names = [piece.rpartition(b" ")[2].decode() for piece in written.split(b'"')]
    classes = 2 * names.index("class=") + 1 if "class=" in names[:-1] else 0
    tag = _NAME.findall(written)[0].decode()
    data = tuple(name[:-1] for name in names[:-1] if name.startswith("data-") and name.endswith("="))
    return tag, data, classes


def marks_of(tag: str, attributes: Mapping[str, str | None]) -> Marks | None:
    """What makes an element look like one of the site's; None for what anybody may write, or the theme does."""
    marks = _of(tag, attributes.get("class") or "", _data_in(tuple(attributes)))
    return None if marks in _BY_THEME else marks


@lru_cache(maxsize=1 << 12)  # elements of one kind have the same attributes
def _data_in(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name for name in names if name.startswith("data-"))


@lru_cache(maxsize=1 << 14)
def _of(tag: str, written: str, data: tuple[str, ...]) -> Marks | None:
    classes = written.split()
    own = frozenset((*(name for name in classes if name.startswith(_OF_SITE)), *data)) - _FOR_ENGINES
    return (tag, own) if own or tag in _OURS_ALONE else None


def _named(marks: Marks) -> str:
    return ", ".join(f"`{name}`" for name in sorted(marks[1])) or "what belongs to a form or a formula"
