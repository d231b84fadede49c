"""The A–Z of terms, the bibliography, the catalogue of codes, and the stubs that former addresses leave."""

from collections.abc import Iterator
from html import escape
from itertools import groupby

from builder.diagnostics.codes import CODES
from builder.model import KnowledgeBase, Seen, Source, Term
from builder.pages.addresses import (
    CODES as CODES_ADDRESS,
)
from builder.pages.addresses import (
    SOURCES,
    TERMS,
    faq_address,
    framework_address,
    relative,
    term_address,
    view_address,
)
from builder.pages.context import Context
from builder.pages.document import Document, Heading
from builder.pages.html import EMPTY, Html, join, listing, tag, text
from builder.pages.marks import chip

_SEEN = {
    Seen.YES: "bibliographic data seen",
    Seen.PARTLY: "partly verified",
    Seen.NO: "not verified",
}


def terms_index(context: Context) -> Document:
    """The page at `/terms/`: every term and alias, by letter."""
    names = [(term.label, term) for term in context.knowledge.terms.values()]
    for term in context.knowledge.terms.values():
        apart = {_plain(alias.text): alias.text for alias in term.aliases if _stands_apart(alias.text, term)}
        names += [(alias, term) for alias in apart.values()]
    names.sort(key=lambda item: (item[0].casefold(), item[1].id))
    letters = [(letter, list(found)) for letter, found in groupby(names, key=lambda item: _letter(item[0]))]
    jump = [tag("a", text(letter), href=f"#{_anchor(letter)}") for letter, _ in letters]
    blocks: list[Heading | Html] = [
        tag("p", text(f"{len(context.knowledge.terms)} terms. Other names stand in italics.")),
        tag("p", join(*jump, by=" "), class_="kb-letters"),
    ]
    for letter, found in letters:
        items = [_term_line(name, term) for name, term in found]
        blocks += [Heading(2, letter, _anchor(letter)), tag("dl", *items, class_="kb-az")]
    return Document(
        address=TERMS,
        title="Terms",
        description="Every term of the knowledge base, with its other names, from A to Z.",
        blocks=tuple(blocks),
        wide=True,
    )


def sources_page(context: Context) -> Document:
    """The page at `/sources/`: the bibliography, with what was and was not verified."""
    sources = sorted(context.knowledge.sources.values(), key=lambda source: (source.author, source.issued or ""))
    lead = (
        "What the knowledge base was made from. Every statement names its source; "
        "what could not be verified about a source is said here."
    )
    return Document(
        address=SOURCES,
        title="Sources",
        description="The bibliography of the knowledge base, and what could not be verified.",
        edit="glossary/sources.yaml",
        blocks=(tag("p", text(lead)), *(_source(context, source) for source in sources)),
    )


def codes_page() -> Document:
    """The page at `/contribute/codes/`: what each code of a message means."""
    lead = "Every message of `hornbook check` carries a code. An error stops the build; a warning or a note does not."
    items = [
        join(
            tag("dt", tag("code", text(code)), text(" "), chip(entry.severity, entry.severity), id=code),
            tag("dd", text(entry.meaning)),
        )
        for code, entry in sorted(CODES.items())
    ]
    return Document(
        address=CODES_ADDRESS,
        title="Codes",
        description="What the messages of the checks mean.",
        blocks=(tag("p", text(lead.replace("`", "“", 1).replace("`", "”", 1))), tag("dl", *items, class_="kb-codes")),
        wide=True,
    )


def redirects(knowledge: KnowledgeBase) -> dict[str, str]:
    """Former address → present address, for every id that a record says it had."""
    found: dict[str, str] = {}
    for term in knowledge.terms.values():
        found |= {term_address(old): term_address(term.id) for old in term.was}
    for framework in knowledge.frameworks.values():
        found |= {framework_address(old): framework_address(framework.id) for old in framework.was}
    for view in knowledge.views.values():
        found |= {view_address(old): view_address(view.id) for old in view.was}
    for faq in knowledge.faqs.values():
        found |= {faq_address(old): faq_address(faq.id) for old in faq.was}
    return found


def redirect_stub(knowledge: KnowledgeBase, former: str, present: str) -> bytes:
    """A page that sends readers and search engines on; it needs no plugin and no JavaScript."""
    link, site = escape(relative(former, present)), escape(knowledge.glossary.site_url)
    return (
        f'<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>This page has moved</title>'
        f'<link rel="canonical" href="{site}{present}"><meta name="robots" content="noindex">'
        f'<meta http-equiv="refresh" content="0; url={link}"></head>'
        f'<body><p>This page has moved to <a href="{link}">its present address</a>.</p></body></html>\n'
    ).encode()


def _term_line(name: str, term: Term) -> Html:
    link = relative(TERMS, term_address(term.id))
    if name == term.label:
        head = tag("a", text(name), href=link, class_="kb-link", data_term=term.id)
        near = {_plain(alias.text): alias.text for alias in term.aliases if not _stands_apart(alias.text, term)}
        near.pop(_plain(term.label), None)
        also = tag("span", text(f" {', '.join(near.values())}"), class_="kb-aliases") if near else EMPTY
        return join(tag("dt", head, text(" "), chip(term.kind)), tag("dd", text(term.short), also))
    see = tag("a", text(term.name), href=link, class_="kb-link", data_term=term.id)
    return join(tag("dt", tag("em", text(name)), text(" → "), see, class_="kb-see"))


def _plain(name: str) -> str:
    """A name without the differences that readers would not miss: dashes, hyphens and capitals."""
    return name.casefold().replace("–", " ").replace("-", " ")


def _stands_apart(alias: str, term: Term) -> bool:
    """Tell whether an alias needs a line of its own: one that begins like its term would stand beside it."""
    near = 4
    return alias.casefold()[:near] != term.label.casefold()[:near]


def _letter(name: str) -> str:
    first = name[:1].upper()
    return first if first.isalpha() else "#"


def _anchor(letter: str) -> str:
    return f"letter-{letter.lower()}" if letter.isascii() and letter.isalpha() else f"letter-{ord(letter)}"


def _source(context: Context, source: Source) -> Html:
    title = text(source.title)
    if source.url is not None:
        title = tag("a", title, href=source.url, rel="noopener noreferrer nofollow")
    details = ", ".join(part for part in (source.container_title, source.issued) if part)
    line = join(text(f"{', '.join(source.author)}. "), title, text(f". {details}." if details else "."))
    open_points = tag("p", text(f"Not verified: {source.unverified}"), class_="kb-open") if source.unverified else EMPTY
    return tag(
        "section",
        tag("p", line, text(" "), chip(_SEEN[source.seen], f"seen-{source.seen}")),
        open_points,
        _cited_by(context, source),
        class_="kb-source-record",
        id=source.id,
    )


def _cited_by(context: Context, source: Source) -> Html:
    items = [
        tag("a", text(words), href=relative(SOURCES, address))
        for words, address in _citing(context.knowledge, source.id)
    ]
    if not items:
        return EMPTY
    return tag("details", tag("summary", text(f"Cited by {len(items)}")), listing(items), class_="kb-words")


def _citing(knowledge: KnowledgeBase, source: str) -> Iterator[tuple[str, str]]:
    """The title and address of each page that cites a source."""
    for framework in knowledge.frameworks.values():
        citations = [framework.source, *(one.source for one in framework.implications)]
        if any(citation.ref == source for citation in citations):
            yield framework.label, framework_address(framework.id)
    for term in knowledge.terms.values():
        if any(sense.source.ref == source for sense in term.senses):
            yield term.name, term_address(term.id)
    for view in knowledge.views.values():
        if view.source.ref == source:
            yield view.title, view_address(view.id)
    for faq in knowledge.faqs.values():
        if faq.source.ref == source:
            yield faq.question, faq_address(faq.id)
