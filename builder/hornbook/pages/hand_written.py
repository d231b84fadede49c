"""Pages written by hand: their Markdown stays theirs; references, claims and embeds are put in."""

from hornbook.addresses import page_address
from hornbook.model import Embed, Page, Reference, StatedClaim
from hornbook.pages.chain_pages import chain_figure
from hornbook.pages.context import Context
from hornbook.pages.faq_pages import answer_card
from hornbook.pages.glance import glance_html
from hornbook.pages.html import Html
from hornbook.pages.prose_html import reference_html, stated_claim_html
from hornbook.pages.view_pages import view_figure


def hand_written_page(context: Context, page: Page) -> bytes:
    """The Markdown file that the engine gets."""
    at = page_address(page.path)
    return "".join(_part(context, part, at) for part in page.parts).encode()


def _part(context: Context, part: str | Reference | StatedClaim | Embed, at: str) -> str | Html:
    match part:
        case Reference():
            return reference_html(context.knowledge, at, part)
        case StatedClaim():
            return stated_claim_html(context.knowledge, at, part)
        case Embed(target, _):
            return _embedded(context, target, at)
        case str():
            return part


def _embedded(context: Context, target: str, at: str) -> Html:
    if target == "index":
        return glance_html(context, at)
    if target in context.knowledge.views:
        return view_figure(context, context.knowledge.views[target], at)
    if target in context.knowledge.chains:
        return chain_figure(context, context.knowledge.chains[target], at)
    return answer_card(context.knowledge.faqs[target], at)
