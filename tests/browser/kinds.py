"""One page of every kind that a site has: of those of one kind the largest, in which most can go wrong."""

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from hornbook.addresses import page_address
from hornbook.addresses.fixed import INDEXES
from hornbook.kinds import ADDRESSED, EXPLORER, FRAMEWORK, TERM, Kind
from hornbook.model import KnowledgeBase

_RECORDS = {kind.word: kind for kind in ADDRESSED if str(kind.address).endswith("/")}
_BARE_TERM = "term with little to say"
_EXPLORER = "explorer of a framework"
_WRITTEN = "page by hand"
_FIXED = {"home": "", "missing": "404.html"} | {index.address: index.address for index in INDEXES}
KINDS = (*_FIXED, *_RECORDS, _BARE_TERM, _EXPLORER, _WRITTEN)


def page_of_kind(kind: str, knowledge: KnowledgeBase, site: Path) -> str:
    """The address of the page; a test is skipped where the knowledge base has none of the kind."""

    def weight(address: str) -> int:
        return (site / address / "index.html").stat().st_size

    def chosen(addresses: Iterable[str], choose: Callable[..., str] = max) -> str:
        there = [address for address in addresses if (site / address / "index.html").exists()]
        return choose(there, key=weight) if there else pytest.skip(f"there is no {kind}")

    def records(of: Kind, address: str | None) -> list[str]:
        return [str(address).format(record.id) for record in knowledge.records(of.declaration)]

    if kind in _FIXED:
        return _FIXED[kind]
    if kind == _BARE_TERM:
        return chosen(records(TERM, TERM.address), min)
    if kind == _EXPLORER:
        return chosen(records(FRAMEWORK, EXPLORER))
    if kind == _WRITTEN:
        return chosen(filter(None, (page_address(page.path) for page in knowledge.pages)))
    return chosen(records(_RECORDS[kind], _RECORDS[kind].address))
