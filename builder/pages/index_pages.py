"""The A–Z of terms, the catalogue of codes, and the stubs that former addresses leave."""

from collections.abc import Callable, Iterable
from html import escape
from itertools import groupby

from builder.diagnostics.codes import CODES
from builder.model import Chain, Disagreement, Example, Faq, Framework, KnowledgeBase, Term, View
from builder.pages.addresses import (
    CODES as CODES_ADDRESS,
)
from builder.pages.addresses import (
    TERMS,
    disagreement_address,
    example_address,
    faq_address,
    framework_address,
    relative,
    term_address,
    view_address,
)
from builder.pages.context import Context
from builder.pages.document import Document, Heading
from builder.pages.html import EMPTY, Html, join, tag, text
from builder.pages.marks import chip

_Renamed = Term | Framework | View | Chain | Faq | Example | Disagreement


def terms_index(context: Context) -> Document:
    """The page at `/terms/`: every term and alias, by letter."""
    names = [(term.label, term) for term in context.knowledge.terms.values()]
    for term in context.knowledge.terms.values():
        apart = {_plain(alias.text): alias.text for alias in term.aliases if _stands_apart(alias.text, term)}
        names += [(alias, term) for alias in apart.values()]
    names.sort(key=lambda item: (_letter(item[0]), item[0].casefold(), item[1].id))
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
    kinds: tuple[tuple[Iterable[_Renamed], Callable[[str], str]], ...] = (
        (knowledge.terms.values(), term_address),
        (knowledge.frameworks.values(), framework_address),
        (knowledge.views.values(), view_address),
        (knowledge.chains.values(), view_address),
        (knowledge.faqs.values(), faq_address),
        (knowledge.examples.values(), example_address),
        (knowledge.disagreements.values(), disagreement_address),
    )
    return {address(old): address(record.id) for records, address in kinds for record in records for old in record.was}


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
    letter = first if len(first) == 1 else name[:1]  # some letters have a pair of capitals
    return letter if letter.isalpha() else "#"


def _anchor(letter: str) -> str:
    return f"letter-{letter.lower()}" if letter.isascii() and letter.isalpha() else f"letter-{ord(letter)}"
