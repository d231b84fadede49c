"""Chains: objectives in a row with the gaps between them, side by side with those of other authors."""

from collections.abc import Iterator

from hornbook.addresses import framework_address, relative, view_address
from hornbook.model import Chain, Gap, Link
from hornbook.pages.context import Context
from hornbook.pages.document import Document, Heading
from hornbook.pages.figures import drawing_html
from hornbook.pages.html import EMPTY, Html, join, tag
from hornbook.pages.proofs import citation_html
from hornbook.pages.prose_html import Section, prose_html
from hornbook.pages.sentence_html import name_html, sentence_html
from hornbook.pages.view_pages import files_html
from hornbook.reasoning.sentences import chain_in_words

_LEGEND = "Objectives in a row; each gap carries the name that the author gives it. A chain draws; it implies nothing."
_SAME = (
    "Each row is an objective of this chain, or the gap below it; beside it stands what corresponds in another "
    "author’s chain. A dash means that nothing there does."
)


def chain_page(context: Context, chain: Chain) -> Document:
    """The page at `/diagrams/ID/` of a chain."""
    at = view_address(chain.id)
    framework = context.knowledge.frameworks[chain.framework]
    section = Section(at, framework.id)
    note = prose_html(context.knowledge, context.finder, chain.note, section)
    link = tag("a", framework.label, href=relative(at, framework_address(framework.id)))
    return Document(
        address=at,
        title=chain.title,
        description=f"{chain.title}: objectives in a row and the gaps between them, by {framework.label}.",
        edit=f"diagrams/{chain.id}.yaml",
        blocks=(
            chain_figure(context, chain, at),
            prose_html(context.knowledge, context.finder, chain.text, section),
            tag("div", note, class_="kb-note") if note else EMPTY,
            *_side_by_side(context, chain, at),
            Heading(2, "Files", "files"),
            files_html(chain.id, at),
            Heading(2, "Source", "source"),
            tag("p", "In the vocabulary of ", link, " · ", citation_html(context, chain.source, at)),
        ),
    )


def chain_figure(context: Context, chain: Chain, at: str) -> Html:
    """The chain's figure, as its own page, an index or another page shows it."""
    words = sentence_html(chain_in_words(context.knowledge, chain), at)
    return drawing_html(context.drawings.chain(chain.id, at), [words], f"{chain.title}. {_LEGEND}")


def counterparts(link: Link, other: Chain) -> tuple[int, ...]:
    """The places in another chain whose objective is the same term, or that either side says it corresponds to."""
    return tuple(
        place
        for place, one in enumerate(other.links)
        if (one.term is not None and one.term in {link.term, *link.matches})
        or (link.term is not None and link.term in one.matches)
    )


def _side_by_side(context: Context, chain: Chain, at: str) -> tuple[Heading | Html, ...]:
    others = [one for one in context.knowledge.chains.values() if one.id != chain.id]
    if not others:
        return ()
    head = [tag("th", chain.title, scope="col")]
    head += [tag("th", tag("a", one.title, href=relative(at, view_address(one.id))), scope="col") for one in others]
    table = tag(
        "table",
        tag("thead", tag("tr", *head)),
        tag("tbody", *_rows(context, chain, others, at)),
        class_="kb-side",
    )
    return (
        Heading(2, "Side by side", "side-by-side"),
        tag("p", _SAME),
        tag("div", table, class_="kb-scroll"),
    )


def _rows(context: Context, chain: Chain, others: list[Chain], at: str) -> Iterator[Html]:
    for place, link in enumerate(chain.links):
        cells = [tag("td", _links(link, other, at)) for other in others]
        yield tag("tr", tag("th", _link(link, at), scope="row"), *cells)
        if place < len(chain.gaps):
            cells = [tag("td", _gaps(context, chain, place, other, at)) for other in others]
            name = _gap(context, chain.gaps[place], at)
            yield tag("tr", tag("th", _ARROW, name, scope="row"), *cells, class_="kb-gap")


_ARROW = join(tag("span", "↓", class_="kb-sign", aria_hidden="true"), " gap: ")


def _links(link: Link, other: Chain, at: str) -> Html | str:
    found = [_link(other.links[place], at) for place in counterparts(link, other)]
    return join(*found, by=", ") if found else "—"


def _gaps(context: Context, chain: Chain, place: int, other: Chain, at: str) -> Html | str:
    """The gap of another chain between the counterparts of both ends; a dash where they are not neighbours there."""
    before = counterparts(chain.links[place], other)
    after = counterparts(chain.links[place + 1], other)
    found = [_gap(context, other.gaps[one], at) for one in before if one + 1 in after]
    return join(_ARROW, join(*found, by=", ")) if found else "—"


def _link(link: Link, at: str) -> Html | str:
    return name_html(link.term, link.name, at) if link.term else link.name


def _gap(context: Context, gap: Gap, at: str) -> Html | str:
    if gap.term is None:
        return gap.label or tag("span", "no name here", class_="kb-fails")
    return name_html(gap.term, gap.label or context.knowledge.terms[gap.term].name, at)
