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

_LABEL = re.compile(r"(?!-)[a-z0-9-]{1,63}(?<!-)", re.IGNORECASE)
_LAST_LABEL = re.compile(r"[a-z]+|xn--[a-z0-9-]+", re.IGNORECASE)


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
        return _NO_ADDRESS
    try:
        parts = urlsplit(text)
        host, port = parts.hostname, parts.port
    except ValueError:
        return _NO_ADDRESS
    if parts.scheme not in ("http", "https"):
        return _NO_ADDRESS
    if "@" in parts.netloc:
        return _USER
    if not host or port == 0 or not _is_host(host):
        return _NO_ADDRESS if not host or host.isascii() else _LOOK_ALIKE
    return None


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
    """Tell whether it is the name of a host in the whole net; the root, a last empty label, may be written."""
    labels = host.removesuffix(".").split(".")
    return len(labels) > 1 and all(map(_LABEL.fullmatch, labels)) and bool(_LAST_LABEL.fullmatch(labels[-1]))
