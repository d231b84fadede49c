"""Pages written by hand: their Markdown stays theirs; references, claims and embeds are put in."""

from hornbook import model
from hornbook.addresses import page_address
from hornbook.model import Embed, Reference, StatedClaim
from hornbook.pages.chain_pages import chain_figure
from hornbook.pages.context import Context
from hornbook.pages.faq_pages import answer_card
from hornbook.pages.glance import glance_html
from hornbook.pages.html import Html
from hornbook.pages.page import Page
from hornbook.pages.prose_html import reference_html, stated_claim_html
from hornbook.pages.view_pages import view_figure


def hand_written_page(context: Context, page: model.Page) -> bytes:
    """The Markdown file that the engine gets."""
    around = Page(context, page_address(page.path))
    return "".join(_part(around, part) for part in page.parts).encode()


def _part(page: Page, part: str | Reference | StatedClaim | Embed) -> str | Html:
    match part:
        case Reference():
            return reference_html(page.knowledge, page.at, part)
        case StatedClaim():
            return stated_claim_html(page.knowledge, page.at, part)
        case Embed(target, _):
            return _embedded(page, target)
        case str():
            return part


def _embedded(page: Page, target: str) -> Html:
    knowledge = page.knowledge
    if target == "index":
        return glance_html(page)
    if target in knowledge.views:
        return view_figure(page, knowledge.views[target])
    if target in knowledge.chains:
        return chain_figure(page, knowledge.chains[target])
    return answer_card(page, knowledge.faqs[target])
