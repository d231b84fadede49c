"""Sources: the bibliography, and for each source what it states and where the knowledge base holds it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from hornbook.addresses import (
    BIBTEX,
    CSL_JSON,
    SOURCES,
    SOURCES_A_PAGE,
    part_page,
    record_address,
    source_address,
    title_of_record,
)
from hornbook.diagnostics import Place
from hornbook.kinds import ADDRESSED, FRAMEWORK, SOURCE
from hornbook.model import Citation, KnowledgeBase, Seen, Source, Statement
from hornbook.model.contents import each
from hornbook.pages.address_titles import place_title, present_address
from hornbook.pages.context import Context
from hornbook.pages.generated_page import Blocks, GeneratedPage, Heading
from hornbook.pages.groups import group_blocks, part_of, source_groups
from hornbook.pages.html import EMPTY, Html, folded, join, listing, tag
from hornbook.pages.marks import chip, counted, former_places
from hornbook.pages.neighbours import in_order
from hornbook.pages.page import Page
from hornbook.pages.parts import led_on, parts_html, ranges

_SEEN = {
    Seen.YES: "bibliographic data seen",
    Seen.PARTLY: "partly verified",
    Seen.NO: "not verified",
}
_SEEN_AT_LENGTH = {
    Seen.YES: "Author, title and date were seen in a stored copy.",
    Seen.PARTLY: "Some of this was seen in a stored copy, and some was not.",
    Seen.NO: "None of this was confirmed.",
}


def sources_page(context: Context) -> GeneratedPage:
    """The page at `/sources/`: the bibliography, with what was and was not verified."""
    page = Page(context, SOURCES)
    lead = (
        "What the knowledge base was made from. Every statement names its source. "
        "What could not be verified about a source is said here."
    )
    files = join(
        "The whole list for other programs: ",
        page.link(BIBTEX, "BibTeX"),
        " · ",
        page.link(CSL_JSON, "CSL-JSON"),
        ".",
    )
    blocks, parts = _listed(page, 1)
    further = in_order(page.knowledge, SOURCE)[SOURCES_A_PAGE:]
    led = led_on(name for source in further for name in (source.id, *source.was))
    return GeneratedPage(
        address=SOURCES,
        title="Sources",
        description=_DESCRIPTION,
        edit=Place(SOURCE.file),
        blocks=(tag("p", lead), tag("p", files), parts, *blocks, parts, led),
    )


def sources_part(context: Context, number: int) -> GeneratedPage:
    """A page with a further part of the bibliography."""
    page = Page(context, part_page(SOURCES, number))
    blocks, parts = _listed(page, number)
    return GeneratedPage(
        address=page.at,
        title=f"Sources, part {number}",
        description=_DESCRIPTION,
        edit=Place(SOURCE.file),
        blocks=(parts, *blocks, parts),
        searched=False,
    )


_DESCRIPTION = "The bibliography of the knowledge base, and what could not be verified."


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
    citing = _citing(page, source.id)
    cited = [page.link(address, words) for words, address in citing]
    blocks: Blocks = [
        _data(source),
        *_verified(source),
        _unverified(source),
    ]
    if statements:
        blocks += [Heading(2, "What it states", "statements"), tag("p", _STATEMENTS)]
        items = [_statement(page, statement) for statement in statements]
        blocks.append(folded(counted(items, "statement"), tag("dl", *items, class_="kb-statements")))
    blocks.append(Heading(2, "Where it is cited", "cited-by"))
    blocks.append(folded(counted(cited, "page"), listing(cited)) if cited else tag("p", "No page cites it yet."))
    return GeneratedPage(
        address=page.at,
        title=source.title,
        description=f"{_by(source)}{source.title}. What it states, and where this site says it.",
        edit=statements[0].place if statements else source.place,
        blocks=tuple(blocks),
    )


_STATEMENTS = "Everything that was taken from it, one line each, in our words, with links to the pages that say it."


def _verified(source: Source) -> Blocks:
    """How much of its data was seen; nothing where nobody says."""
    if source.seen is None:
        return []
    words = tag("p", chip(_SEEN[source.seen], f"seen-{source.seen}"), f" {_SEEN_AT_LENGTH[source.seen]}")
    return [Heading(2, "How far it was verified", "verified"), words]


def _by(source: Source) -> str:
    return f"{', '.join(source.author)}. " if source.author else ""


def _unverified(source: Source) -> Html:
    return tag("p", f"Not verified: {source.unverified}", class_="kb-open") if source.unverified else EMPTY


def _outward(url: str) -> Html:
    return tag("a", url, href=url, rel="noopener noreferrer nofollow")


def _data(source: Source) -> Html:
    rows = (
        ("Author" if len(source.author) < 2 else "Authors", ", ".join(source.author) or "not known"),
        ("Title", source.title),
        ("Date", source.issued or "not known"),
        ("Published in", source.container_title or None),
        ("Address", _outward(source.url) if source.url else "not known"),
        ("Id", tag("code", source.id)),
    )
    parts = [join(tag("dt", name), tag("dd", value)) for name, value in rows if value is not None]
    return tag("dl", *parts, class_="kb-record")


def _statement(page: Page, statement: Statement) -> Html:
    known = page.knowledge
    places = [page.link(present_address(known, written), place_title(known, written)) for written in statement.at]
    held = tag("span", "Said in ", join(*places, by=", "), class_="kb-source") if places else EMPTY
    name = tag("a", statement.id, href=f"#statement-{statement.id}", class_="kb-by")
    return join(
        tag("dt", name, id=f"statement-{statement.id}"),
        tag("dd", f"{statement.text} ", held),
    )


def _record(page: Page, source: Source) -> Html:
    details = ", ".join(part for part in (source.container_title, source.issued) if part)
    title = page.link(source_address(source.id), source.title)
    line = join(_by(source), title, f". {details}." if details else ".")
    seen = EMPTY if source.seen is None else join(" ", chip(_SEEN[source.seen], f"seen-{source.seen}"))
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
    for count, words in ((statements, "statements listed"), (citing, "pages cite it")):
        if count:
            yield page.link(source_address(source.id), f"{words}: {count}", class_="kb-source")


@dataclass(frozen=True, slots=True)
class _Cited:
    """The title and address of each page that cites a source; the authors' vocabularies come first."""

    by: Mapping[str, list[tuple[str, str]]]


def _citing(page: Page, source: str) -> list[tuple[str, str]]:
    """The pages that cite a source; found for all sources in one walk."""
    return page.reasoning.inquiries.once(_Cited, "sources", lambda: _cited(page.knowledge)).by.get(source, [])


def _cited(knowledge: KnowledgeBase) -> _Cited:
    found: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for kind in sorted(ADDRESSED, key=lambda kind: kind is not FRAMEWORK):
        for record in knowledge.records(kind.declaration):
            for source in dict.fromkeys(citation.ref for citation in each(record, Citation)):
                found[source].append((title_of_record(kind, record), record_address(kind, record.id)))
    return _Cited(found)
