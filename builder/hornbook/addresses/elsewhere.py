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
_FOR_EXAMPLES = re.compile(r"(.*\.)?(example|invalid|test|example\.(com|net|org))")
"""Hosts that nobody can have (RFC 2606)."""


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
_MOST_NAMED = 3


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
        return _look_alike(parts.netloc)
    return None if host and "[" not in parts.netloc and port != 0 and _is_host(host) else NO_ADDRESS


def is_of_nobody(address: str) -> bool:
    """Tell whether a web address is one of those that stand in examples, where nothing is ever published."""
    return _FOR_EXAMPLES.fullmatch(urlsplit(address).hostname or "") is not None


def mail_flaw(text: str) -> AddressFlaw | None:
    """Say why a text that begins with `mailto:` is no address to write to, or None; held to the rules of hosts."""
    written = text.partition(":")[2].partition("?")[0]
    if any(character == "\\" or character.isspace() or _is_control(character) for character in written):
        return NO_ADDRESS
    return None if written.isascii() else _look_alike(written.rpartition("@")[2], written)


def _look_alike(host: str, whole: str = "") -> AddressFlaw:
    """Name the letters of a host that are not ASCII, and say how DNS holds the host, where that can be told."""
    letters = dict.fromkeys(character for character in whole or host if not character.isascii())
    named = ", ".join(f"`{letter}` ({_name(letter)})" for letter in [*letters][:_MOST_NAMED])
    more = ", …" if len(letters) > _MOST_NAMED else ""
    ascii_host = _as_dns_has_it(host)
    form = f"`{ascii_host}`" if ascii_host else "`xn--…` if it has other letters"
    return AddressFlaw(
        f"has letters in its host that may look like others: {named}{more}",
        f"write the host in ASCII: {form}; make sure first that it is the one you mean",
    )


def _name(character: str) -> str:
    name = unicodedata.name(character, "")
    return f"U+{ord(character):04X}" + (f", {name.lower()}" if name else "")


def _as_dns_has_it(host: str) -> str | None:
    """A host in ASCII, as browsers look it up; None where it would be none, or where that needs more than this."""
    folded = unicodedata.normalize("NFKC", host).replace("\N{IDEOGRAPHIC FULL STOP}", ".").lower()
    labels = (one if one.isascii() else f"xn--{one.encode('punycode').decode('ascii')}" for one in folded.split("."))
    name = ".".join(labels)
    return name if "ß" not in host and _is_host(name) else None


def _is_control(character: str) -> bool:
    return unicodedata.category(character) in ("Cc", "Cf")


def _is_host(host: str) -> bool:
    """Tell whether it is the name of a host in the whole net; the root, a last empty label, may be written."""
    name = host.removesuffix(".")
    labels = name.split(".")
    is_name = len(labels) > 1 and len(name) <= _LONGEST_HOST and all(map(_LABEL.fullmatch, labels))
    return is_name and bool(_LAST_LABEL.fullmatch(labels[-1])) and labels[-1] not in _OF_READERS
