"""Names that a file or folder of `docs/` can have: those that are an address, and a file on every system."""

from dataclasses import dataclass

from hornbook.load.characters import character_name, forbidden_characters

DEVICES = frozenset({"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))})
"""Names that Windows keeps for devices, whatever follows a dot in them."""
_ADDRESS = frozenset("#%?")
"""What would end or change the address of a page."""
_WINDOWS = frozenset('<>:"|*\\')


@dataclass(frozen=True, slots=True)
class NameMistake:
    """Why a file cannot have its name; the message continues after the name."""

    message: str
    shown: str
    """The name with a question mark for whatever cannot be printed."""


def name_mistake(name: str) -> NameMistake | None:
    """Say why the site cannot have a file or folder of this name, or None."""
    unprintable = {char for _, char, _ in forbidden_characters(name)} | {char for char in name if char in "\t\n"}
    message = _mistake(name, unprintable)
    shown = "".join("?" if char in unprintable else char for char in name)
    return NameMistake(message, shown) if message else None


def _mistake(name: str, unprintable: set[str]) -> str | None:
    odd = {char: "addresses of pages" for char in name if char in _ADDRESS}
    odd |= {char: "names of files on Windows" for char in name if char in _WINDOWS}
    if any("\ud800" <= char <= "\udfff" for char in unprintable):
        found = "has bytes that are not UTF-8"
    elif unprintable:
        found = f"has the character {character_name(min(unprintable))}"
    elif odd:
        found = f"has a `{next(iter(odd))}`, which {next(iter(odd.values()))} cannot have"
    elif name != name.strip():
        found = "begins or ends with a space"
    elif name.endswith("."):
        found = "ends with a dot, which Windows drops"
    elif name.partition(".")[0].rstrip().casefold() in DEVICES:
        found = "is kept by Windows for a device"
    else:
        return None
    return found
