"""Chains: objectives in a row with the gaps between them, side by side with those of other authors."""

from collections.abc import Iterator

from hornbook.addresses import FILES_LIST, embed_if_any, use_if_any, view_address
from hornbook.kinds import CHAIN
from hornbook.language import later, say
from hornbook.model import Chain, Gap, Link
from hornbook.pages.context import Context
from hornbook.pages.figures import drawing_html
from hornbook.pages.generated_page import GeneratedPage, Heading
from hornbook.pages.html import Html, join, say_html, table, tag
from hornbook.pages.marks import sign_html, use_link
from hornbook.pages.page import Page
from hornbook.pages.view_pages import files_html
from hornbook.reasoning.sentences import chain_in_words

_LEGEND = later("Objectives in a row. Each gap has the name that the author gives it. A chain is no implication.")
_DESCRIPTION = later("{chain}: objectives in a row and the gaps between them, by {framework}.")
_SAME = later(
    "Each row is an objective of this chain, or the gap below it. Next to it is what corresponds to it in another "
    "author’s chain. A dash means that nothing does."
)


def chain_page(context: Context, chain: Chain) -> GeneratedPage:
    """The page at `/diagrams/ID/` of a chain."""
    page = Page(context, view_address(chain.id), chain.framework)
    note = page.note(chain.note)
    framework = page.knowledge.frameworks[chain.framework]
    return GeneratedPage(
        address=page.at,
        title=chain.title,
        description=say(_DESCRIPTION, chain=chain.title, framework=framework.label),
        edit=chain.place,
        embed=embed_if_any(page.knowledge, CHAIN, chain.id),
        blocks=(
            chain_figure(page, chain),
            page.prose(chain.text),
            note,
            *_side_by_side(page, chain),
            Heading(2, say("Files"), FILES_LIST),
            files_html(page, chain.id),
            Heading(2, say("Source"), "source"),
            page.origin(chain.framework, chain.source),
        ),
    )


def chain_figure(page: Page, chain: Chain) -> Html:
    """The chain's figure, as its own page, an index or another page shows it."""
    words = page.sentence(chain_in_words(page.knowledge, chain))
    use = use_link(page.at, use_if_any(page.knowledge, CHAIN, chain.id), say("this diagram"))
    caption = say("{title}. {legend}", title=chain.title, legend=say(_LEGEND))
    return drawing_html(page.drawings.chain(chain.id, page.at), [words], caption, use)


def counterparts(link: Link, other: Chain) -> tuple[int, ...]:
    """The places in another chain whose objective is the same term, or that either side says it corresponds to."""
    return tuple(
        place
        for place, one in enumerate(other.links)
        if (one.term is not None and one.term in {link.term, *link.matches})
        or (link.term is not None and link.term in one.matches)
    )


def _side_by_side(page: Page, chain: Chain) -> tuple[Heading | Html, ...]:
    others = [one for one in page.knowledge.chains.values() if one.id != chain.id]
    if not others:
        return ()
    titles = (chain.title, *(page.to(one.id) for one in others))
    return (
        Heading(2, say("Side by side"), "side-by-side"),
        tag("p", say(_SAME)),
        table(titles, list(_rows(page, chain, others)), "kb-side"),
    )


def _rows(page: Page, chain: Chain, others: list[Chain]) -> Iterator[Html]:
    for place, link in enumerate(chain.links):
        cells = [tag("td", _links(page, link, other)) for other in others]
        yield tag("tr", tag("th", _link(page, link), scope="row"), *cells)
        if place < len(chain.gaps):
            cells = [tag("td", _gaps(page, chain, place, other)) for other in others]
            name = _gap(page, chain.gaps[place])
            yield tag("tr", tag("th", _below(name), scope="row"), *cells, class_="kb-gap")


def _below(gaps: Html | str) -> Html:
    """What stands between two objectives of a column."""
    return say_html("{arrow} gap: {gaps}", arrow=sign_html("↓"), gaps=gaps)


def _links(page: Page, link: Link, other: Chain) -> Html | str:
    found = [_link(page, other.links[place]) for place in counterparts(link, other)]
    return join(*found, by=", ") if found else "—"


def _gaps(page: Page, chain: Chain, place: int, other: Chain) -> Html | str:
    """The gap of another chain between the counterparts of both ends; a dash where they are not neighbours there."""
    before = counterparts(chain.links[place], other)
    after = counterparts(chain.links[place + 1], other)
    found = [_gap(page, other.gaps[one]) for one in before if one + 1 in after]
    return _below(join(*found, by=", ")) if found else "—"


def _link(page: Page, link: Link) -> Html | str:
    return page.name(link.term, link.name) if link.term else link.name


def _gap(page: Page, gap: Gap) -> Html | str:
    if gap.term is None:
        return gap.label or tag("span", say("no name here"), class_="kb-fails")
    return page.name(gap.term, gap.label)
