"""What other vocabularies have for a meaning, as links for readers."""

from hornbook.addresses import Outside
from hornbook.model import OutsideMatches
from hornbook.pages.html import Html, say_html, tag
from hornbook.reasoning.matches import RELATIONS, entries


def elsewhere_html(matches: OutsideMatches) -> list[Html]:
    """Each as words, and as a link where readers can be sent there."""
    return [say_html(RELATIONS[relation], other=_entry(found)) for relation, found in entries(matches)]


def _entry(found: Outside) -> Html:
    if not found.is_link:
        return tag("code", found.name)
    return tag("a", found.name, href=found.address, rel="noopener noreferrer nofollow")
