"""HTML as values: text is escaped once, where it enters; nothing else makes markup."""

from collections.abc import Mapping
from html import escape
from typing import NewType

Html = NewType("Html", str)
"""Markup that was built here, safe to put into a page."""

EMPTY = Html("")


def text(words: str) -> Html:
    """Words as markup: every special character becomes a character reference, line breaks become spaces."""
    return Html(escape(words, quote=True).replace("\n", " "))


def tag(name: str, /, *children: Html | str, **attributes: str | None) -> Html:
    """An element; children that are plain strings must be markup already (`text` makes it).

    Attribute names write `_` for `-`, and a final `_` where Python has a keyword (`class_`); None leaves one out.
    """
    return Html(f"<{name}{_written(attributes)}>{''.join(children)}</{name}>")


def void_tag(name: str, /, **attributes: str | None) -> Html:
    """An element that never holds anything, such as `input`; attributes as in `tag`."""
    return Html(f"<{name}{_written(attributes)}>")


def join(*pieces: Html, by: str = "") -> Html:
    """Pieces one after the other."""
    return Html(by.join(pieces))


def listing(items: "list[Html] | tuple[Html, ...]", class_: str | None = None) -> Html:
    """A bulleted list; nothing at all for no items."""
    return tag("ul", *(tag("li", item) for item in items), class_=class_) if items else EMPTY


def _written(attributes: Mapping[str, str | None]) -> str:
    return "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(value, quote=True)}"'
        for key, value in attributes.items()
        if value is not None
    )
