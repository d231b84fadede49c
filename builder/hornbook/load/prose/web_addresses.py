"""Web addresses in prose: where a link may lead, and what to write instead of where it may not."""

from hornbook.addresses import NO_ADDRESS, address_flaw
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


def link_hint(text: str) -> str | None:
    """Say what to write instead of an address that a link in prose cannot lead to; None where it can."""
    if text.lower().startswith("mailto:"):
        return None
    flaw = address_flaw(text)
    if flaw is None:
        return None
    return "link to `https://…`; write `[[id]]` for a page of this site" if flaw is NO_ADDRESS else flaw.hint
