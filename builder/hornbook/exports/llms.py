"""`llms.txt`: what language models are given to read first, as https://llmstxt.org describes it.

A title, what the site is, then lists of links with a sentence each. What is long is left to the lists it names.
"""

import re
from collections.abc import Iterable, Iterator

from hornbook.addresses import (
    CLAIMS_DATA,
    GLOSSARY_DATA,
    INDEXES,
    LLMS,
    SKOS_TURTLE,
    SSSOM,
    faq_address,
    fixed_files,
    framework_address,
    term_address,
)
from hornbook.model import KnowledgeBase
from hornbook.pages.whose import described

MOST_LISTED = 500
"""A list of more is named, not written out."""
_SIGNS = re.compile(r"[\\`*_\[\]<>]")
_DATA = {
    GLOSSARY_DATA: "the whole vocabulary as JSON",
    CLAIMS_DATA: "claims with verdicts and certificates",
    SKOS_TURTLE: "terms and senses as SKOS",
    SSSOM: "mappings between meanings",
}


def llms_files(knowledge: KnowledgeBase) -> dict[str, bytes]:
    """The file."""
    return {LLMS: "\n".join(_lines(knowledge)).encode()}


def _lines(knowledge: KnowledgeBase) -> Iterator[str]:
    glossary = knowledge.glossary
    yield f"# {_plain(glossary.title)}"
    yield ""
    yield f"> {_plain(glossary.description)}"
    yield ""
    if knowledge.frameworks:
        yield "A word may have several senses, each an author’s. A verdict holds in the framework that it names."
        yield ""
    site = glossary.site_url
    terms = ((one.label, term_address(one.id), described(knowledge, one)) for one in knowledge.terms.values())
    yield from _section(site, "Terms", terms)
    faqs = ((one.question, faq_address(one.id), one.short) for one in knowledge.faqs.values())
    yield from _section(site, "Questions", faqs)
    frameworks = ((one.label, framework_address(one.id), "") for one in knowledge.frameworks.values())
    yield from _section(site, "Frameworks", frameworks)
    pages = ((one.title, one.address, "") for one in INDEXES if one.exists(knowledge))
    yield from _section(site, "Lists", pages)
    there = set(fixed_files(knowledge))
    data = ((address.rpartition("/")[2], address, words) for address, words in _DATA.items() if address in there)
    yield from _section(site, "Data", data)


def _plain(words: str) -> str:
    """Words on one line that Markdown takes for words."""
    return _SIGNS.sub(r"\\\g<0>", " ".join(words.split()))


def _section(site: str, title: str, links: Iterable[tuple[str, str, str]]) -> Iterator[str]:
    """A heading and its list; nothing of a list that is empty, or longer than anybody reads."""
    lines = [
        f"- [{_plain(words)}]({site}{address}){f': {_plain(told)}' if told else ''}" for words, address, told in links
    ]
    if 0 < len(lines) <= MOST_LISTED:
        yield from (f"## {title}", "", *lines, "")
