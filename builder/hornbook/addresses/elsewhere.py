"""Addresses of other sites that a reader can be sent to: one decision for fields, links in texts and in drawings."""

import re
import unicodedata
from dataclasses import dataclass
from urllib.parse import urlsplit

_LABEL = re.compile(r"(?!-)[a-z0-9-]{1,63}(?<!-)")
_LAST_LABEL = re.compile(r"[a-z]+|xn--[a-z0-9-]+")
_OF_READERS = frozenset({"localhost", "local", "internal"})
"""Last labels under which each reader's own machine or network stands."""
_LONGEST_HOST = 253


@dataclass(frozen=True, slots=True)
class AddressFlaw:
    """Why a text is no address to send readers to."""

    message: str
    """Goes on after the address."""
    hint: str


NO_ADDRESS = AddressFlaw("is no web address", "write `https://…`")
_USER = AddressFlaw(
    "names a user before its host", "delete what stands before the `@`; readers would take it for the host"
)
_LOOK_ALIKE = AddressFlaw(
    "has letters in its host that may look like others", "write the host in ASCII, as `xn--…` if it has other letters"
)


def address_flaw(text: str) -> AddressFlaw | None:
    """Say why a text is no http or https address of a host alone, or None.

    A host has a name with a dot in it, in ASCII, as DNS holds it: so no letters that look like others, no machine of
    the reader's own network by its number or as `localhost`. Refused are also a user before the host, a port that
    cannot be, backslashes, spaces and control characters.
    """
    if any(character == "\\" or character.isspace() or _is_control(character) for character in text):
        return NO_ADDRESS
    try:
        parts = urlsplit(text)
        host, port = parts.hostname, parts.port
    except ValueError:
        return NO_ADDRESS
    if parts.scheme not in ("http", "https"):
        return NO_ADDRESS
    if "@" in parts.netloc:
        return _USER
    if not parts.netloc.isascii():  # the host has become other letters already: the Kelvin sign is a `k` there
        return _LOOK_ALIKE
    return None if host and "[" not in parts.netloc and port != 0 and _is_host(host) else NO_ADDRESS


def _is_control(character: str) -> bool:
    return unicodedata.category(character) in ("Cc", "Cf")


def _is_host(host: str) -> bool:
    """Tell whether it is the name of a host in the whole net; the root, a last empty label, may be written."""
    name = host.removesuffix(".")
    labels = name.split(".")
    is_name = len(labels) > 1 and len(name) <= _LONGEST_HOST and all(map(_LABEL.fullmatch, labels))
    return is_name and bool(_LAST_LABEL.fullmatch(labels[-1])) and labels[-1] not in _OF_READERS
