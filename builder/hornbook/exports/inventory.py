"""`objects.inv`: what other documentation can link to by name, as Sphinx lists it (inventory version 2).

The form is that of `sphinx.util.inventory`: four lines of text, then zlib. What is compressed is stored as it is (RFC
1951, 3.2.4), so that the bytes are the same whatever library would compress them.
"""

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote

from hornbook.addresses import INVENTORY, place_in_framework, record_address, term_address, title_of_record
from hornbook.kinds import LINKED, SENSE, TERM
from hornbook.model import KnowledgeBase
from hornbook.model.shared_names import compared

_LINE = re.compile(r"(.+?)\s+(\S+)\s+(-?\d+)\s+?(\S*)\s+(.*)")
"""As Sphinx takes a line apart; a name that would be taken apart otherwise is left out."""
_STORED = 65_535


@dataclass(frozen=True, slots=True)
class Listed:
    """Something that can be linked to."""

    name: str
    role: str
    """`std:term` for words, `std:label` for ids."""
    address: str
    words: str

    def __str__(self) -> str:
        address = quote(self.address, safe="/#")
        return f"{self.name} {self.role} -1 {address} {'-' if self.words == self.name else self.words}"


def inventory_files(knowledge: KnowledgeBase) -> dict[str, bytes]:
    """The inventory."""
    glossary = knowledge.glossary
    version = max((one.date for one in knowledge.changes), default="")
    head = (
        "# Sphinx inventory version 2\n"
        f"# Project: {' '.join(glossary.title.split())}\n"
        f"# Version: {version}\n"
        "# The remainder of this file is compressed using zlib.\n"
    )
    lines = "".join(f"{one}\n" for one in listed(knowledge) if _is_read_back(one))
    return {INVENTORY: head.encode() + _stored(lines.encode())}


def listed(knowledge: KnowledgeBase) -> Iterator[Listed]:
    """Every term by its names, each of one term only; then everything that has a page or a place by its id."""
    yield from _names(knowledge)
    for kind in LINKED:
        for name, record in knowledge.by_id(kind.declaration).items():
            yield Listed(name, "std:label", record_address(kind, name), title_of_record(kind, record))
    for term in knowledge.terms.values():
        for sense in term.senses:
            place = record_address(TERM, term.id, SENSE.anchor.format(sense.id))
            yield Listed(f"{term.id}/{sense.id}", "std:label", place, term.label)
    for framework in knowledge.frameworks.values():
        for one in framework.implications:
            yield Listed(f"{framework.id}/{one.id}", "std:label", place_in_framework(framework, one.id), one.id)


def _names(knowledge: KnowledgeBase) -> Iterator[Listed]:
    """Labels, then aliases that name nothing else."""
    met = {compared(term.label) for term in knowledge.terms.values()}
    for term in knowledge.terms.values():
        address = term_address(term.id)
        yield Listed(term.label, "std:term", address, term.label)
        for text in (alias.text for alias in term.aliases):
            if compared(text) not in met:
                met.add(compared(text))
                yield Listed(text, "std:term", address, term.label)


def _is_read_back(one: Listed) -> bool:
    found = _LINE.fullmatch(str(one))
    return found is not None and found.group(1, 2) == (one.name, one.role)


def _stored(data: bytes) -> bytes:
    """A zlib stream (RFC 1950) of blocks that are not compressed."""
    blocks = [data[start : start + _STORED] for start in range(0, len(data), _STORED)] or [b""]
    written = [b"\x78\x01"]
    for number, block in enumerate(blocks):
        last, size = int(number == len(blocks) - 1), len(block)
        written.append(bytes([last]) + size.to_bytes(2, "little") + (size ^ 0xFFFF).to_bytes(2, "little") + block)
    return b"".join((*written, zlib.adler32(data).to_bytes(4, "big")))
