"""The page at `/diagrams/`: every view and every chain with its drawing."""

from hornbook.addresses import VIEWS, relative, view_address
from hornbook.pages.chain_pages import chain_figure
from hornbook.pages.context import Context
from hornbook.pages.document import Document, Heading
from hornbook.pages.html import Html, tag
from hornbook.pages.view_pages import view_figure


def diagram_index(context: Context) -> Document:
    """The drawings one below the other, the views before the chains."""
    blocks: list[Heading | Html] = [
        tag("p", "Each diagram shows some implications of one author’s vocabulary. Its goal stands on top."),
    ]
    for view in context.knowledge.views.values():
        blocks += [Heading(2, view.title, view.id), view_figure(context, view, VIEWS), _more(view.id)]
    if context.knowledge.chains:
        blocks.append(tag("p", _CHAINS))
    for chain in context.knowledge.chains.values():
        blocks += [Heading(2, chain.title, chain.id), chain_figure(context, chain, VIEWS), _more(chain.id)]
    return Document(
        address=VIEWS,
        title="Diagrams",
        description="Diagrams of which properties give which.",
        blocks=tuple(blocks),
    )


_CHAINS = "The chains that follow imply nothing: each puts one author’s objectives in a row and names the gaps."


def _more(name: str) -> Html:
    return tag("p", tag("a", "Read more about this diagram", href=relative(VIEWS, view_address(name))))
