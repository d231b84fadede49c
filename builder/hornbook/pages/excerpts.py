"""Long lists, cut to what can be read: the first of them, and how many more there are and where.

So the weight of a page does not grow with the vocabulary.
"""

from collections.abc import Iterable, Sequence
from itertools import islice

from hornbook.language import say_many
from hornbook.pages.html import EMPTY, Html, join, listing, say_many_html, tag


def first_listed(items: Iterable[Html], total: int, most: int, where: Html, class_: str | None = None) -> Html:
    """The first of `total` items as a list, and below it that there are more, with where to find them.

    Of `items` no more than `most` are made.
    """
    shown = list(islice(items, most))
    return join(listing(shown, class_), more_html(total - len(shown), where))


def first_joined(items: Sequence[Html], most: int) -> Html:
    """The first items within a line; of more it says how many."""
    left = len(items) - most
    more = [say_many("{count} more", "{count} more", left, count=f"{left:,}")] if left > 0 else []
    return join(*items[:most], *more, by=", ")


def more_html(left: int, where: Html) -> Html:
    """That a list goes on elsewhere; nothing where it is whole."""
    if left <= 0:
        return EMPTY
    more = say_many_html("{count} more: {where}.", "{count} more: {where}.", left, count=f"{left:,}", where=where)
    return tag("p", more, class_="kb-more-of")
