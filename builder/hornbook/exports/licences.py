"""Licences that glossaries name in words, as other programs name them: by address, and by the identifier of SPDX."""

import re
from dataclasses import dataclass

_CREATIVE_COMMONS = re.compile(r"CC[ -](BY(?:-NC)?(?:-SA|-ND)?)[ -]([1-4]\.\d)(?: International)?", re.IGNORECASE)
_ZERO = re.compile(r"CC0(?:[ -]1\.0)?(?: Universal)?", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://\S+")


@dataclass(frozen=True, slots=True)
class Licence:
    """A licence that is known to others."""

    address: str
    spdx: str
    """Empty where only the address is known."""


def licence_named(words: str) -> Licence | None:
    """The licence that a glossary's words mean, if they are those of Creative Commons or an address."""
    words = words.strip()
    if _ZERO.fullmatch(words):
        return Licence("https://creativecommons.org/publicdomain/zero/1.0/", "CC0-1.0")
    found = _CREATIVE_COMMONS.fullmatch(words)
    if found is not None:
        kind, version = found[1].upper(), found[2]
        return Licence(f"https://creativecommons.org/licenses/{kind.lower()}/{version}/", f"CC-{kind}-{version}")
    return Licence(words, "") if _ADDRESS.fullmatch(words) else None
