"""A drawing on a page: both widths, a caption, and the same in words beside it."""

from collections.abc import Sequence

from hornbook.model import Implication
from hornbook.pages.context import Drawing
from hornbook.pages.html import EMPTY, Html, join, listing, tag
from hornbook.pages.page import Page
from hornbook.reasoning.sentences import Names, implication_in_words

LEGEND = "AND joins what is needed together; a dashed line holds only under the condition written on it."


def figure_html(
    page: Page,
    drawing: Drawing,
    names: Names,
    implications: Sequence[Implication],
    caption: str,
    *,
    narrow: bool = False,
) -> Html:
    """The figure; the words beside it come from the sentences that the drawing's own description uses.

    Where `narrow`, it is there in its narrow form alone, beside a text that has its implications anyway.
    """
    if narrow:
        return tag("figure", tag("div", drawing.narrow, class_="kb-scroll"), class_="kb-figure", data_search_exclude="")
    return drawing_html(drawing, [page.sentence(implication_in_words(names, one)) for one in implications], caption)


def drawing_html(drawing: Drawing, words: Sequence[Html], caption: str) -> Html:
    """A drawing in both widths with a caption and, folded up, the sentences that say the same."""
    figure = tag(
        "figure",
        tag("div", drawing.normal, class_="kb-normal kb-scroll"),
        tag("div", drawing.narrow, class_="kb-narrow kb-scroll"),
        tag("figcaption", caption) if caption else EMPTY,
        class_="kb-figure",
        data_search_exclude="",
    )
    if not words:
        return figure
    summary = tag("summary", "This diagram in words")
    return join(figure, tag("details", summary, listing(words), class_="kb-words kb-in-words", data_search_exclude=""))
