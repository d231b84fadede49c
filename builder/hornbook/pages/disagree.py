"""“I disagree” and “propose it”: where a reader says that something is wrong or missing, with what maintainers need."""

import re
from urllib.parse import quote, urlencode

from hornbook.diagnostics import Place
from hornbook.model import Glossary
from hornbook.pages.html import EMPTY, Html, tag

_FORGES = (
    (re.compile(r"(https://[^/]+/.+?)/-/edit/"), "{}/-/issues/new?", "issue[title]", "issue[description]"),  # GitLab
    (re.compile(r"(https://[^/]+/[^/]+/[^/]+)/(?:edit|_edit)/"), "{}/issues/new?", "title", "body"),  # GitHub, Forgejo
)
"""By the form of the addresses at which files are edited: where issues begin, and what fills them in."""


def disagree_html(glossary: Glossary, title: str, address: str, place: Place | None) -> Html:
    """A link to a new issue about a page, or to a mail; nothing where the glossary says neither."""
    target = disagree_address(glossary, title, address, place)
    return (
        EMPTY if target is None else tag("p", tag("a", _WORDS, href=target), class_="kb-wrong", data_search_exclude="")
    )


_WORDS = "I disagree, or something is wrong here"


def disagree_address(glossary: Glossary, title: str, address: str, place: Place | None) -> str | None:
    """Where to say so, with the page, the file and the line filled in; None where the glossary says neither."""
    written = f"\nFile: {place.path}, line {place.line}" if place is not None else ""
    body = f"Page: {glossary.site_url}{address}{written}\n\nWhat is wrong, and what a source says instead:\n"
    return _prefilled(glossary, f"About “{title}”", body)


def proposal_address(glossary: Glossary, words: str) -> str | None:
    """Where to propose what the site does not have, likewise."""
    return _prefilled(glossary, f"Proposed: “{words}”", f"What {words} means, and a source that says so:\n")


def _prefilled(glossary: Glossary, subject: str, body: str) -> str | None:
    """The address of a new issue, or of a mail, with what it is about and how it begins."""
    for edited, issues, title_field, body_field in _FORGES:
        forge = edited.match(glossary.repository)
        if forge is not None:
            return issues.format(forge[1]) + urlencode({title_field: subject, body_field: body}, quote_via=quote)
    if glossary.contact is None:
        return None
    return f"mailto:{glossary.contact}?" + urlencode({"subject": subject, "body": body}, quote_via=quote)
