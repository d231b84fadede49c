"""Redirects: where former addresses lead, and the stubs that stand there."""

from html import escape

from hornbook.addresses import MOVED, relative
from hornbook.language import say
from hornbook.model import KnowledgeBase
from hornbook.pages.html import policy_meta, say_html, tag, text


def redirect_stub(knowledge: KnowledgeBase, former: str, present: str) -> bytes:
    """A page that sends readers and search engines on; a script keeps what stands behind `?` and `#`."""
    script = escape(relative(former, MOVED))
    link, site = escape(relative(former, present)), escape(knowledge.glossary.site_url)
    language = escape(knowledge.glossary.lang)
    address = tag("a", say("its present address"), href=relative(former, present))
    moved = say_html("This page has moved to {address}.", address=address)
    return (
        f'<!doctype html>\n<html lang="{language}"><head><meta charset="utf-8">{policy_meta()}'
        f"<title>{text(say('This page has moved'))}</title>"
        f'<link rel="canonical" href="{site}{present}"><meta name="robots" content="noindex">'
        f'<script src="{script}" data-kb-to="{link}"></script>'
        f'<meta http-equiv="refresh" content="0; url={link}"></head>'
        f"<body><p>{moved}</p></body></html>\n"
    ).encode()
