"""What stands outside the site and has a meaning of its own: entries of other vocabularies, by address or identifier.

An identifier of a register that many know is written short, such as `wikidata:Q42`, or as its address; both are read
as the same. Everything else is a web address.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from hornbook.addresses.elsewhere import AddressFlaw, address_flaw, is_of_nobody


@dataclass(frozen=True, slots=True)
class Outside:
    """An entry of another vocabulary."""

    name: str
    """What readers are shown: the register with the identifier, or the address."""
    address: str
    is_link: bool
    """Whether readers can be sent there: over https, and not to one of the addresses that nobody can have."""


@dataclass(frozen=True, slots=True)
class _Register:
    """A register whose identifiers are written short."""

    name: str
    identifier: str
    """The form of an identifier, as a regular expression."""
    example: str
    page: str
    """The page of an entry; `{}` is its identifier."""
    addresses: str
    """How the addresses of entries begin, as a regular expression."""


REGISTERS: Mapping[str, _Register] = {
    "wikidata": _Register(
        name="Wikidata",
        identifier=r"Q[1-9][0-9]{0,11}",
        example="Q42",
        page="https://www.wikidata.org/wiki/{}",
        addresses=r"https?://(?:www\.|m\.)?wikidata\.org/(?:wiki|entity)/",
    ),
    "doi": _Register(
        name="DOI",
        identifier=r"10\.[0-9]{4,9}(?:\.[0-9]+)*/[!-~]+",
        example="10.1000/182",
        page="https://doi.org/{}",
        addresses=r"https?://(?:dx\.)?doi\.org/",
    ),
    "gnd": _Register(
        name="GND",
        identifier=r"[0-9][0-9-]{3,13}[0-9X]",
        example="4034949-2",
        page="https://d-nb.info/gnd/{}",
        addresses=r"https?://d-nb\.info/gnd/",
    ),
    "lcsh": _Register(
        name="LCSH",
        identifier=r"sh[0-9]{8,10}",
        example="sh85082139",
        page="https://id.loc.gov/authorities/subjects/{}",
        addresses=r"https?://id\.loc\.gov/authorities/subjects/",
    ),
}
"""The registers, by what stands before the colon."""
OUTSIDE_PATTERN = "|".join(
    (
        *(f"{word}:{register.identifier}" for word, register in REGISTERS.items()),
        r"https?://[^\s\\/?#@]+([/?#][^\s\\]*)?",
    )
)
"""What may be written, for JSON Schema."""


def outside(text: str) -> Outside | AddressFlaw:
    """The entry that an identifier or an address stands for, or what is wrong with it."""
    word, colon, rest = text.partition(":")
    if colon and word.casefold() in REGISTERS:
        return _of_register(word.casefold(), rest.strip())
    for register in REGISTERS.values():
        found = re.match(register.addresses, text)
        if found and re.fullmatch(register.identifier, text[found.end() :]):
            return _entry(register, text[found.end() :])
    flaw = address_flaw(text)
    if flaw is None:
        return Outside(text, text, text.startswith("https://") and not is_of_nobody(text))
    meant = next((key for key, one in REGISTERS.items() if re.fullmatch(one.identifier, text)), None)
    if meant is not None:
        return AddressFlaw("does not say which register it is from", f"write `{meant}:{text}`")
    examples = ", ".join(f"`{key}:{one.example}`" for key, one in REGISTERS.items())
    return flaw if "://" in text else AddressFlaw(flaw.message, f"write `https://…`, or an identifier: {examples}")


def _of_register(word: str, identifier: str) -> Outside | AddressFlaw:
    register = REGISTERS[word]
    if re.fullmatch(register.identifier, identifier):
        return _entry(register, identifier)
    return AddressFlaw(f"has no identifier of {register.name}", f"write it as in `{word}:{register.example}`")


def _entry(register: _Register, identifier: str) -> Outside:
    return Outside(f"{register.name} {identifier}", register.page.format(identifier), is_link=True)
