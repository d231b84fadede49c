"""The cards of an index: each leads to a page and says what stands there."""

from hornbook.pages.html import Html, tag


def card(title: Html, *paragraphs: Html) -> Html:
    """One card; its title is the link to the page."""
    return tag("div", tag("p", title, class_="kb-card-title"), *paragraphs, class_="kb-card")


def cards(*some: Html) -> Html:
    """Cards side by side."""
    return tag("div", *some, class_="kb-cards")
