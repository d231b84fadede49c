"""Web addresses in prose: where a link may lead, and what to write instead of where it may not."""

from urllib.parse import urlsplit

from hornbook.addresses import NO_ADDRESS, AddressFlaw, address_flaw, mail_flaw
from hornbook.diagnostics import Code, Lines

PROSE_LINK = Code(
    "prose-link",
    "A link leads somewhere that links may not lead, or elsewhere than its words say, or stands inside another link.",
    Lines(
        "glossary/terms/rain.yaml",
        "[Rain](javascript:alert(1)), [so](../rain/),\n"
        "[a [[rain]]](https://example.org), which leaves a [[wet-ground|wet ground]].",
        "[Rain](https://example.org), [[rain|so]],\n[[rain]], which leaves a [[wet-ground|wet ground]].",
    ),
)


def link_flaw(text: str) -> AddressFlaw | None:
    """Say why a link in prose cannot lead to an address, and what to write instead; None where it can."""
    flaw = mail_flaw(text) if text.lower().startswith("mailto:") else address_flaw(text)
    if flaw is not NO_ADDRESS:
        return flaw
    return AddressFlaw(flaw.message, "link to `https://…`; write `[[id]]` for a page of this site")


def names_another_host(words: str, address: str) -> bool:
    """Whether the words of a link are an address themselves, but of another host than readers are sent to."""
    return words.lower().startswith(("https://", "http://")) and _host(words.split(maxsplit=1)[0]) != _host(address)


def _host(address: str) -> str | None:
    try:
        host = urlsplit(address).hostname
    except ValueError:
        return None
    return host.removesuffix(".").removeprefix("www.") if host else None
