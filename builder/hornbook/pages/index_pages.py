"""The catalogue of codes, and the stubs that former addresses leave."""

from html import escape

from hornbook.addresses import CODES as CODES_ADDRESS
from hornbook.addresses import relative
from hornbook.diagnostics.codes import CODES
from hornbook.model import KnowledgeBase
from hornbook.pages.document import Document
from hornbook.pages.html import join, tag, text
from hornbook.pages.marks import chip


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
        hide=("toc",),
    )


def redirect_stub(knowledge: KnowledgeBase, former: str, present: str) -> bytes:
    """A page that sends readers and search engines on; it needs no plugin and no JavaScript."""
    link, site = escape(relative(former, present)), escape(knowledge.glossary.site_url)
    language = escape(knowledge.glossary.lang)
    return (
        f'<!doctype html>\n<html lang="{language}"><head><meta charset="utf-8">'
        f"<title>This page has moved</title>"
        f'<link rel="canonical" href="{site}{present}"><meta name="robots" content="noindex">'
        f'<meta http-equiv="refresh" content="0; url={link}"></head>'
        f'<body><p>This page has moved to <a href="{link}">its present address</a>.</p></body></html>\n'
    ).encode()
