"""Redirects: where former addresses lead, and the stubs that stand there."""

from collections.abc import Callable, Iterable
from html import escape

from hornbook.addresses import (
    disagreement_address,
    example_address,
    faq_address,
    framework_address,
    relative,
    term_address,
    view_address,
)
from hornbook.model import Chain, Disagreement, Example, Faq, Framework, KnowledgeBase, Term, View

_Renamed = Term | Framework | View | Chain | Faq | Example | Disagreement


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
