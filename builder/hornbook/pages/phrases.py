"""Phrases of the contributors' manual as markup."""

from hornbook.model.manual import Code, Phrase, Pointer
from hornbook.pages.html import Html, join, tag


def phrase_html(words: Phrase) -> Html:
    """A phrase with its code and its links, which stay on its page."""
    return join(*map(_piece, words))


def _piece(piece: str | Code | Pointer) -> Html | str:
    match piece:
        case Code(text):
            return tag("code", text)
        case Pointer(words, anchor):
            return link_here(words, anchor)
        case _:
            return piece


def link_here(words: Html | str, anchor: str) -> Html:
    """A link to a place of the same page."""
    return tag("a", words, href=f"#{anchor}")
