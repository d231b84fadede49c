"""Web addresses that a reader can be sent to: one decision for the fields that hold one and for links in prose."""

import re
import unicodedata
from dataclasses import dataclass
from urllib.parse import urlsplit

from hornbook.diagnostics import Code, Lines

PROSE_LINK = Code(
    "prose-link",
    "A link leads somewhere that links may not lead, or stands inside another link.",
    Lines(
        "glossary/terms/rain.yaml",
        "[Rain](javascript:alert(1)), [so](../rain/),\n"
        "[a [[rain]]](https://example.org), which leaves a [[wet-ground|wet ground]].",
        "[Rain](https://example.org), [[rain|so]],\n[[rain]], which leaves a [[wet-ground|wet ground]].",
    ),
)

_NEVER_IN_HOSTS = re.compile(r"[<>\"'%^`{|}]")


@dataclass(frozen=True, slots=True)
class AddressFlaw:
    """Why a text is no address to send readers to."""

    message: str
    """Goes on after the address and "which"."""
    hint: str


_NO_ADDRESS = AddressFlaw("is no web address", "write `https://…`")
_USER = AddressFlaw(
    "names a user before its host", "delete what stands before the `@`; readers would take it for the host"
)


def address_flaw(text: str) -> AddressFlaw | None:
    """Say why a text is no http or https address of a host alone, or None.

    Refused are a user before the host, a host with an empty label or with a character that no host has, a port that
    cannot be, backslashes, spaces and control characters.
    """
    if any(character == "\\" or character.isspace() or _is_control(character) for character in text):
        return _NO_ADDRESS
    try:
        parts = urlsplit(text)
        host, _ = parts.hostname, parts.port
    except ValueError:
        return _NO_ADDRESS
    if parts.scheme not in ("http", "https"):
        return _NO_ADDRESS
    if "@" in parts.netloc:
        return _USER
    return None if host and _is_host(host) else _NO_ADDRESS


def link_hint(text: str) -> str | None:
    """Say what to write instead of an address that a link in prose cannot lead to; None where it can."""
    if text.lower().startswith("mailto:"):
        return None
    flaw = address_flaw(text)
    if flaw is None:
        return None
    return "link to `https://…`; write `[[id]]` for a page of this site" if flaw is _NO_ADDRESS else flaw.hint


def _is_control(character: str) -> bool:
    return unicodedata.category(character) in ("Cc", "Cf")


def _is_host(host: str) -> bool:
    """Tell whether each label says something; only the last one, the root, may be empty."""
    return all(host.removesuffix(".").split(".")) and not _NEVER_IN_HOSTS.search(host)
