"""The page at `/diagrams/`: every view and every chain with its drawing; of very many those that stand first."""

from hornbook.addresses import DIAGRAMS_A_PAGE, VIEWS, part_page, view_address
from hornbook.language import later, say
from hornbook.model import Chain, View
from hornbook.pages.chain_pages import chain_figure
from hornbook.pages.context import Context
from hornbook.pages.generated_page import Blocks, GeneratedPage, Heading
from hornbook.pages.html import EMPTY, Html, join, tag
from hornbook.pages.marks import former_places
from hornbook.pages.page import Page
from hornbook.pages.parts import led_on, parts_html, ranges
from hornbook.pages.view_pages import view_figure

_DESCRIPTION = later("Diagrams of which properties imply which.")


def diagram_index(context: Context) -> GeneratedPage:
    """The drawings one below the other, the views before the chains."""
    page = Page(context, VIEWS)
    blocks, parts = _listed(page, 1)
    lead = say("Each diagram shows some implications of one framework, with their last conclusion at the top.")
    further = (name for one in _diagrams(page)[DIAGRAMS_A_PAGE:] for name in (one.id, *one.was))
    return GeneratedPage(
        address=VIEWS,
        title=say("Diagrams"),
        description=say(_DESCRIPTION),
        blocks=(tag("p", lead), parts, *blocks, parts, led_on(further)),
    )


def diagrams_part(context: Context, number: int) -> GeneratedPage:
    """A page with a further part of the drawings."""
    page = Page(context, part_page(VIEWS, number))
    blocks, parts = _listed(page, number)
    return GeneratedPage(
        address=page.at,
        title=say("Diagrams, part {number}", number=number),
        description=say(_DESCRIPTION),
        blocks=(parts, *blocks, parts),
        searched=False,
    )


_CHAINS = later("The chains below are no implications: each puts one author’s objectives in a row and names the gaps.")


def _diagrams(page: Page) -> list[View | Chain]:
    return [*page.knowledge.views.values(), *page.knowledge.chains.values()]


def _listed(page: Page, number: int) -> tuple[Blocks, Html]:
    """A part of the drawings, and links to the other parts."""
    diagrams = _diagrams(page)
    start = (number - 1) * DIAGRAMS_A_PAGE
    blocks: Blocks = []
    told = False
    for one in diagrams[start : start + DIAGRAMS_A_PAGE]:
        if isinstance(one, Chain) and not told:
            told = True
            blocks.append(tag("p", say(_CHAINS)))
        figure = view_figure(page, one) if isinstance(one, View) else chain_figure(page, one)
        more = tag("p", page.link(view_address(one.id), say("Read more about this diagram")))
        blocks += [Heading(2, one.title, one.id), _at(one, figure), more]
    return blocks, parts_html(page, VIEWS, ranges(len(diagrams), DIAGRAMS_A_PAGE), number)


def _at(one: View | Chain, figure: Html) -> Html:
    """A drawing, behind the places that it had under former ids."""
    places = former_places(one.was)
    return join(tag("div", places) if places else EMPTY, figure)
