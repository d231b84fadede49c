"""The page at `/diagrams/`: every view and every chain with its drawing."""

from hornbook.addresses import VIEWS, view_address
from hornbook.model import Chain, View
from hornbook.pages.chain_pages import chain_figure
from hornbook.pages.context import Context
from hornbook.pages.generated_page import Blocks, GeneratedPage, Heading
from hornbook.pages.html import EMPTY, Html, join, tag
from hornbook.pages.marks import former_places
from hornbook.pages.page import Page
from hornbook.pages.view_pages import view_figure


def diagram_index(context: Context) -> GeneratedPage:
    """The drawings one below the other, the views before the chains."""
    page = Page(context, VIEWS)
    blocks: Blocks = [
        tag("p", "Each diagram shows some implications of one framework, with their last conclusion at the top."),
    ]
    for view in page.knowledge.views.values():
        blocks += [Heading(2, view.title, view.id), _at(view, view_figure(page, view)), _more(page, view.id)]
    if page.knowledge.chains:
        blocks.append(tag("p", _CHAINS))
    for chain in page.knowledge.chains.values():
        blocks += [Heading(2, chain.title, chain.id), _at(chain, chain_figure(page, chain)), _more(page, chain.id)]
    return GeneratedPage(
        address=VIEWS,
        title="Diagrams",
        description="Diagrams of which properties imply which.",
        blocks=tuple(blocks),
    )


_CHAINS = "The chains below are no implications: each puts one author’s objectives in a row and names the gaps."


def _at(one: View | Chain, figure: Html) -> Html:
    """A drawing, behind the places that it had under former ids."""
    places = former_places(one.was)
    return join(tag("div", places) if places else EMPTY, figure)


def _more(page: Page, name: str) -> Html:
    return tag("p", page.link(view_address(name), "Read more about this diagram"))
