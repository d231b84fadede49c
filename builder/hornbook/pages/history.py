"""Changes of the vocabulary as pages tell them: the day, what and why, and who contributed."""

from collections.abc import Iterable

from hornbook.model import Change, Contributor
from hornbook.pages.html import EMPTY, Html, join, joined_html, listing, say_html, tag
from hornbook.pages.page import Page


def history_html(page: Page, changes: Iterable[Change]) -> Html:
    """Changes one below the other, each with its day; nothing for none."""
    items = [
        join(tag("time", one.date, datetime=one.date), page.section().prose(one.text), credit_html(one))
        for one in changes
    ]
    return listing(items)


def credit_html(change: Change) -> Html:
    """Who contributed to a change; nothing where nobody is named."""
    if not change.by:
        return EMPTY
    names = joined_html([contributor_html(one) for one in change.by])
    return tag("p", say_html("Contributed by {names}.", names=names), class_="kb-credit")


def contributor_html(contributor: Contributor) -> Html:
    """A name, which leads to the page that its owner gave with it."""
    if contributor.link is None:
        return tag("span", contributor.name)
    return tag("a", contributor.name, href=contributor.link, rel="noopener noreferrer nofollow")


def contributors_of(changes: Iterable[Change]) -> dict[Contributor, list[Change]]:
    """Everybody who is named, by name, with the changes they contributed to in the order given.

    Who is named with a page in one place and without it in another is one person; two pages are two people.
    """
    changes = tuple(changes)
    pages = {one.name: one for change in reversed(changes) for one in change.by if one.link is not None}
    found: dict[tuple[str, str | None], tuple[Contributor, list[Change]]] = {}
    for change in changes:
        for one in change.by:
            person = one if one.link is not None else pages.get(one.name, one)
            _, theirs = found.setdefault((person.name, person.link), (person, []))
            if change not in theirs:
                theirs.append(change)
    ordered = sorted(found.values(), key=lambda one: (one[0].name.casefold(), one[0].link or ""))
    return dict(ordered)
