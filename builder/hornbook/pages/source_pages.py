"""Sources: the bibliography, and for each source what it states and where the knowledge base holds it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from hornbook.addresses import (
    BIBTEX,
    CITED_A_PAGE,
    CSL_JSON,
    SOURCES,
    SOURCES_A_PAGE,
    cited_by,
    part_page,
    source_address,
)
from hornbook.diagnostics import Place
from hornbook.kinds import SOURCE
from hornbook.language import later, later_many, say, say_many
from hornbook.model import Seen, Source, Statement
from hornbook.pages.address_titles import place_title, present_address
from hornbook.pages.context import Context
from hornbook.pages.generated_page import Blocks, GeneratedPage, Heading
from hornbook.pages.groups import group_blocks, part_of, source_groups
from hornbook.pages.html import EMPTY, Html, folded, join, listing, say_html, tag
from hornbook.pages.marks import chip, former_places
from hornbook.pages.neighbours import crumbs, in_order
from hornbook.pages.page import Page
from hornbook.pages.parts import led_on, parts_html, ranges

_SEEN = {
    Seen.YES: later("bibliographic data seen"),
    Seen.PARTLY: later("partly verified"),
    Seen.NO: later("not verified"),
}
_SEEN_AT_LENGTH = {
    Seen.YES: later("Author, title and date were seen in a stored copy."),
    Seen.PARTLY: later("Some of this was seen in a stored copy, and some was not."),
    Seen.NO: later("None of this was confirmed."),
}


def sources_page(context: Context) -> GeneratedPage:
    """The page at `/sources/`: the bibliography, with what was and was not verified."""
    page = Page(context, SOURCES)
    lead = say(
        "What the knowledge base was made from. Every statement names its source. "
        "What could not be verified about a source is said here."
    )
    forms = join(page.link(BIBTEX, "BibTeX"), page.link(CSL_JSON, "CSL-JSON"), by=" · ")
    files = say_html("The whole list for other programs: {files}.", files=forms)
    blocks, parts = _listed(page, 1)
    further = in_order(page.knowledge, SOURCE)[SOURCES_A_PAGE:]
    led = led_on(name for source in further for name in (source.id, *source.was))
    return GeneratedPage(
        address=SOURCES,
        title=say("Sources"),
        description=say(_DESCRIPTION),
        edit=Place(SOURCE.file),
        blocks=(tag("p", lead), tag("p", files), parts, *blocks, parts, led),
    )


def sources_part(context: Context, number: int) -> GeneratedPage:
    """A page with a further part of the bibliography."""
    page = Page(context, part_page(SOURCES, number))
    blocks, parts = _listed(page, number)
    return GeneratedPage(
        address=page.at,
        title=say("Sources, part {number}", number=number),
        description=say(_DESCRIPTION),
        edit=Place(SOURCE.file),
        blocks=(parts, *blocks, parts),
        searched=False,
    )


_DESCRIPTION = later("The bibliography of the knowledge base, and what could not be verified.")


def _listed(page: Page, number: int) -> tuple[Blocks, Html]:
    """A part of the sources in their groups, and links to the other parts."""
    start = (number - 1) * SOURCES_A_PAGE
    groups = part_of(source_groups(page.knowledge), start, start + SOURCES_A_PAGE)
    blocks = group_blocks(groups, lambda members: [_record(page, source) for source in members])
    return blocks, parts_html(page, SOURCES, ranges(len(page.knowledge.sources), SOURCES_A_PAGE), number)


def source_page(context: Context, source: Source) -> GeneratedPage:
    """The page at `/sources/ID/`."""
    page = Page(context, source_address(source.id))
    statements = page.knowledge.statements.get(source.id, ())
    blocks: Blocks = [
        _data(source),
        *_verified(source),
        _unverified(source),
    ]
    if statements:
        blocks += [Heading(2, say("What it states"), "statements"), tag("p", say(_STATEMENTS))]
        items = [_statement(page, statement) for statement in statements]
        title = say_many("{count} statement", "{count} statements", len(items))
        blocks.append(folded(title, tag("dl", *items, class_="kb-statements")))
    blocks.append(Heading(2, say("Where it is cited"), "cited-by"))
    cited, parts = _cited_here(page, source, 1)
    count = say_many("{count} page", "{count} pages", len(_citing(page, source.id)))
    blocks += [folded(count, listing(cited)), parts] if cited else [tag("p", say("No page cites it yet."))]
    states = say("What it states, and where this site says it.")
    return GeneratedPage(
        address=page.at,
        title=source.title,
        description=f"{_by(source)}{source.title}. {states}",
        edit=statements[0].place if statements else source.place,
        blocks=tuple(blocks),
    )


def source_part(context: Context, source: Source, number: int) -> GeneratedPage:
    """A page with further pages that cite a source which many cite."""
    address = source_address(source.id)
    page = Page(context, part_page(address, number))
    cited, parts = _cited_here(page, source, number)
    return GeneratedPage(
        address=page.at,
        title=say("{source}: where it is cited, part {number}", source=source.title, number=number),
        description=say("Pages that cite {source}.", source=source.title),
        edit=source.place,
        above=crumbs(page.link(address, source.title)),
        blocks=(parts, listing(cited), parts),
        searched=False,
    )


def _cited_here(page: Page, source: Source, number: int) -> tuple[list[Html], Html]:
    """A part of the links to pages that cite a source, and links to the other parts."""
    citing, start = _citing(page, source.id), (number - 1) * CITED_A_PAGE
    cited = [page.link(address, words) for words, address in citing[start : start + CITED_A_PAGE]]
    return cited, parts_html(page, source_address(source.id), ranges(len(citing), CITED_A_PAGE), number)


_STATEMENTS = later(
    "Everything that was taken from it, one line each, in our words, with links to the pages that say it."
)


def _verified(source: Source) -> Blocks:
    """How much of its data was seen; nothing where nobody says."""
    if source.seen is None:
        return []
    words = tag("p", _seen(source.seen), f" {say(_SEEN_AT_LENGTH[source.seen])}")
    return [Heading(2, say("How far it was verified"), "verified"), words]


def _seen(seen: Seen) -> Html:
    return chip(say(_SEEN[seen]), f"seen-{seen}")


def _by(source: Source) -> str:
    return f"{', '.join(source.author)}. " if source.author else ""


def _unverified(source: Source) -> Html:
    if not source.unverified:
        return EMPTY
    return tag("p", say_html("Not verified: {what}", what=source.unverified), class_="kb-open")


def _outward(url: str) -> Html:
    return tag("a", url, href=url, rel="noopener noreferrer nofollow")


def _data(source: Source) -> Html:
    unknown = say("not known")
    rows = (
        (say("Author") if len(source.author) < 2 else say("Authors"), ", ".join(source.author) or unknown),
        (say("Title"), source.title),
        (say("Date"), source.issued or unknown),
        (say("Published in"), source.container_title or None),
        # Words: in the web
        (say("Address"), _outward(source.url) if source.url else unknown),
        (say("Id"), tag("code", source.id)),
    )
    parts = [join(tag("dt", name), tag("dd", value)) for name, value in rows if value is not None]
    return tag("dl", *parts, class_="kb-record")


def _statement(page: Page, statement: Statement) -> Html:
    known = page.knowledge
    places = [page.link(present_address(known, written), place_title(known, written)) for written in statement.at]
    said = say_html("Said in {pages}", pages=join(*places, by=", "))
    held = tag("span", said, class_="kb-source") if places else EMPTY
    name = tag("a", statement.id, href=f"#statement-{statement.id}", class_="kb-by")
    return join(
        tag("dt", name, id=f"statement-{statement.id}"),
        tag("dd", f"{statement.text} ", held),
    )


def _record(page: Page, source: Source) -> Html:
    details = ", ".join(part for part in (source.container_title, source.issued) if part)
    title = page.link(source_address(source.id), source.title)
    line = join(_by(source), title, f". {details}." if details else ".")
    seen = EMPTY if source.seen is None else join(" ", _seen(source.seen))
    address = tag("p", _outward(source.url), class_="kb-source") if source.url is not None else EMPTY
    return tag(
        "section",
        tag("p", former_places(source.was), line, seen),
        address,
        _unverified(source),
        tag("p", *_counts(page, source), class_="kb-facts"),
        class_="kb-source-record",
        id=source.id,
    )


def _counts(page: Page, source: Source) -> Iterator[Html]:
    statements = len(page.knowledge.statements.get(source.id, ()))
    citing = len(_citing(page, source.id))
    for count, messages in ((statements, _LISTED), (citing, _CITING)):
        if count:
            yield page.link(source_address(source.id), say_many(*messages, count), class_="kb-source")


_LISTED = later_many("statements listed: {count}", "statements listed: {count}")
_CITING = later_many("pages cite it: {count}", "pages cite it: {count}")


@dataclass(frozen=True, slots=True)
class _Cited:
    """The title and address of each page that cites a source."""

    by: Mapping[str, list[tuple[str, str]]]


def _citing(page: Page, source: str) -> list[tuple[str, str]]:
    """The pages that cite a source; found for all sources in one walk."""
    return page.reasoning.inquiries.once(_Cited, "sources", lambda: _Cited(cited_by(page.knowledge))).by.get(source, [])
