"""Sources: the bibliography, and for each source what it states and where the knowledge base holds it."""

from collections.abc import Iterator

from hornbook.addresses import (
    BIBTEX,
    CSL_JSON,
    SOURCES,
    record_address,
    relative,
    source_address,
    title_of_record,
    written_address,
)
from hornbook.kinds import ADDRESSED, FRAMEWORK
from hornbook.model import Citation, KnowledgeBase, Seen, Source, Statement
from hornbook.model.contents import each
from hornbook.pages.context import Context
from hornbook.pages.document import Document, Heading
from hornbook.pages.html import EMPTY, Html, join, listing, tag, text
from hornbook.pages.marks import chip
from hornbook.pages.places import place_title

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


def sources_page(context: Context) -> Document:
    """The page at `/sources/`: the bibliography, with what was and was not verified."""
    sources = sorted(context.knowledge.sources.values(), key=lambda source: (source.author, source.issued or ""))
    lead = (
        "What the knowledge base was made from. Every statement names its source; "
        "what could not be verified about a source is said here."
    )
    files = join(
        text("The whole list for other programs: "),
        tag("a", text("BibTeX"), href=relative(SOURCES, BIBTEX)),
        text(" · "),
        tag("a", text("CSL-JSON"), href=relative(SOURCES, CSL_JSON)),
        text("."),
    )
    return Document(
        address=SOURCES,
        title="Sources",
        description="The bibliography of the knowledge base, and what could not be verified.",
        edit="glossary/sources.yaml",
        blocks=(tag("p", text(lead)), tag("p", files), *(_record(context, source) for source in sources)),
    )


def source_page(context: Context, source: Source) -> Document:
    """The page at `/sources/ID/`."""
    at = source_address(source.id)
    statements = context.knowledge.statements.get(source.id, ())
    citing = list(_citing(context.knowledge, source.id))
    cited = [tag("a", text(words), href=relative(at, address)) for words, address in citing]
    blocks: list[Heading | Html] = [
        _data(source),
        Heading(2, "How far it was verified", "verified"),
        tag("p", chip(_SEEN[source.seen], f"seen-{source.seen}"), text(f" {_SEEN_AT_LENGTH[source.seen]}")),
        tag("p", text(f"Not verified: {source.unverified}"), class_="kb-open") if source.unverified else EMPTY,
    ]
    if statements:
        blocks += [Heading(2, "What it states", "statements"), tag("p", text(_STATEMENTS))]
        items = [_statement(context, statement, at) for statement in statements]
        blocks.append(tag("dl", *items, class_="kb-statements"))
    blocks.append(Heading(2, "Who cites it", "cited-by"))
    blocks.append(listing(cited) if cited else tag("p", text("No page cites it yet.")))
    return Document(
        address=at,
        title=source.title,
        description=f"{_by(source)}{source.title}. What it states, and where it is held here.",
        edit=f"glossary/statements/{source.id}.yaml" if statements else "glossary/sources.yaml",
        blocks=tuple(blocks),
    )


_STATEMENTS = "Everything that was taken from it, one line each in our words, with the places that hold it."


def _by(source: Source) -> str:
    return f"{', '.join(source.author)}. " if source.author else ""


def _data(source: Source) -> Html:
    address = tag("a", text(source.url), href=source.url, rel="noopener noreferrer nofollow") if source.url else None
    rows = (
        ("Author" if len(source.author) < 2 else "Authors", text(", ".join(source.author) or "not known")),
        ("Title", text(source.title)),
        ("Date", text(source.issued) if source.issued else text("not known")),
        ("Published in", text(source.container_title) if source.container_title else None),
        ("Address", address or text("not known")),
        ("Id", tag("code", text(source.id))),
    )
    parts = [tag("dt", text(name)) + tag("dd", value) for name, value in rows if value is not None]
    return tag("dl", *parts, class_="kb-record")


def _statement(context: Context, statement: Statement, at: str) -> Html:
    places = [
        tag("a", text(place_title(context.knowledge, written)), href=relative(at, written_address(written)))
        for written in statement.at
    ]
    held = tag("span", text("Held by "), join(*places, by=", "), class_="kb-source") if places else EMPTY
    name = tag("a", text(statement.id), href=f"#statement-{statement.id}", class_="kb-by")
    return join(
        tag("dt", name, id=f"statement-{statement.id}"),
        tag("dd", text(f"{statement.text} "), held),
    )


def _record(context: Context, source: Source) -> Html:
    details = ", ".join(part for part in (source.container_title, source.issued) if part)
    title = tag("a", text(source.title), href=relative(SOURCES, source_address(source.id)))
    line = join(text(_by(source)), title, text(f". {details}." if details else "."))
    address = (
        tag("p", tag("a", text(source.url), href=source.url, rel="noopener noreferrer nofollow"), class_="kb-source")
        if source.url is not None
        else EMPTY
    )
    open_points = tag("p", text(f"Not verified: {source.unverified}"), class_="kb-open") if source.unverified else EMPTY
    return tag(
        "section",
        tag("p", line, text(" "), chip(_SEEN[source.seen], f"seen-{source.seen}")),
        address,
        open_points,
        tag("p", *_counts(context, source), class_="kb-facts"),
        class_="kb-source-record",
        id=source.id,
    )


def _counts(context: Context, source: Source) -> Iterator[Html]:
    statements = len(context.knowledge.statements.get(source.id, ()))
    citing = sum(1 for _ in _citing(context.knowledge, source.id))
    for count, words in ((statements, "statements listed"), (citing, "pages cite it")):
        if count:
            link = relative(SOURCES, source_address(source.id))
            yield tag("a", text(f"{words}: {count}"), href=link, class_="kb-source")


def _citing(knowledge: KnowledgeBase, source: str) -> Iterator[tuple[str, str]]:
    """The title and address of each page that cites a source; the authors' vocabularies come first."""
    for kind in sorted(ADDRESSED, key=lambda kind: kind is not FRAMEWORK):
        for record in knowledge.records(kind.declaration):
            if any(citation.ref == source for citation in each(record, Citation)):
                yield title_of_record(kind, record), record_address(kind, record.id)
