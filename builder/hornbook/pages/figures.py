"""A drawing on a page: both widths, a caption, and the same in words beside it."""

from collections.abc import Sequence

from hornbook.language import later, say, say_many
from hornbook.model import Implication
from hornbook.pages.context import Drawing, Picture
from hornbook.pages.html import EMPTY, Html, join, listing, tag
from hornbook.pages.page import Page
from hornbook.reasoning.sentences import Names, implication_in_words

LEGEND = later("What AND joins is enough only together; a dashed line applies only under the condition written on it.")

_NOT = later("A line that ends at “not” is about the opposite of what its box says.")
_ALWAYS_FITS = 200
"""A drawing of this width in pixels has room on every page of every phone."""


def figure_html(
    page: Page,
    drawing: Drawing,
    names: Names,
    implications: Sequence[Implication],
    caption: str,
    use: Html = EMPTY,
) -> Html:
    """The figure; the words beside it come from the sentences that the drawing's own description uses.

    `use` is the link to how to show it elsewhere; nothing where it has no page on that.
    """
    words = [page.sentence(implication_in_words(names, one)) for one in implications]
    return drawing_html(drawing, words, _explained(caption, implications), use)


def narrow_figure_html(picture: Picture, implications: Sequence[Implication], caption: str) -> Html:
    """The figure of a narrow drawing alone, beside a text that has its implications anyway."""
    caption = _explained(caption, implications)
    if caption and picture.left_out:
        more = say_many(
            "{count} more implication is not drawn.",
            "{count} more implications are not drawn.",
            picture.left_out,
            count=f"{picture.left_out:,}",
        )
        caption = f"{caption} {more}"
    below = tag("figcaption", caption) if caption else EMPTY
    return tag("figure", picture_html(picture, ""), below, class_="kb-figure", data_search_exclude="")


def picture_html(picture: Picture, class_: str, **attributes: str | None) -> Html:
    """A drawing in a box that scrolls where it has no room: for the keyboard, the box is a stop then."""
    stop = {} if picture.width <= _ALWAYS_FITS else {"tabindex": "0", "role": "group", "aria_label": picture.title}
    return tag("div", picture.html, class_=f"{class_} kb-drawn kb-scroll".strip(), **stop, **attributes)


def drawing_html(drawing: Drawing, words: Sequence[Html], caption: str, use: Html = EMPTY) -> Html:
    """A drawing in both widths with a caption and, folded up, the sentences that say the same.

    A page shows the narrow one where the normal one has no room.
    """
    figure = tag(
        "figure",
        picture_html(drawing.normal, "kb-normal"),
        picture_html(drawing.narrow, "kb-narrow"),
        tag("figcaption", join(caption, " ", use) if use else caption) if caption else EMPTY,
        class_=f"kb-figure {drawing.fits_from}",
        data_search_exclude="",
    )
    if not words:
        return figure
    summary = tag("summary", say("This diagram in words"))
    return join(figure, tag("details", summary, listing(words), class_="kb-words kb-in-words", data_search_exclude=""))


def _explained(caption: str, implications: Sequence[Implication]) -> str:
    """The caption with what it takes to read the drawing; nothing where there is none."""
    return f"{caption} {say(_NOT)}" if caption and any(map(_negates, implications)) else caption


def _negates(implication: Implication) -> bool:
    ends = [*implication.premises, *([implication.conclusion] if implication.conclusion else [])]
    return not all(literal.holds for literal in ends)
