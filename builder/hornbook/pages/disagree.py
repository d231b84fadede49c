"""“I disagree” and “propose it”: where a reader says that something is wrong or missing, with what maintainers need."""

from hornbook.diagnostics import Place
from hornbook.model import Glossary
from hornbook.pages.forge import filled_form, new_file, new_issue, new_mail
from hornbook.pages.html import EMPTY, Html, tag

DISAGREE_FORM = "disagree.yml"
"""The form for what is wrong; its field `page` says where."""
TERM_FORM = "term.yml"
"""The form for a term; its field `label` is its name."""
_WORDS = "I disagree, or something is wrong here"


def disagree_html(glossary: Glossary, title: str, address: str, place: Place | None) -> Html:
    """A link to a new issue about a page, or to a mail; nothing where the glossary says neither."""
    target = disagree_address(glossary, title, address, place)
    return (
        EMPTY if target is None else tag("p", tag("a", _WORDS, href=target), class_="kb-wrong", data_search_exclude="")
    )


def disagree_address(glossary: Glossary, title: str, address: str, place: Place | None) -> str | None:
    """Where to say so, with the page, the file and the line filled in; None where the glossary says neither."""
    page = f"{glossary.site_url}{address}"
    file = f"{place.path}, line {place.line}" if place is not None else None
    form = filled_form(
        glossary, DISAGREE_FORM, f"About: {title}", {"page": page if file is None else f"{page} ({file})"}
    )
    if form is not None:
        return form
    written = f"\nFile: {file}" if file is not None else ""
    return _prefilled(
        glossary, f"About “{title}”", f"Page: {page}{written}\n\nWhat is wrong, and what a source says instead:\n"
    )


def proposal_html(glossary: Glossary, name: str, begun: str) -> Html:
    """Links with which a new term is proposed: a form where there is one, and the file as `begun`, under this name."""
    ways = {
        "fill in a form": filled_form(glossary, TERM_FORM, "Term: ", {}),
        "begin its file": new_file(glossary, name, begun),
    }
    links = [tag("a", words, href=target) for words, target in ways.items() if target is not None]
    if not links:
        target = _prefilled(glossary, "Proposed: a term", "The term, what it means, and a source that says so:\n")
        links = [] if target is None else [tag("a", "propose it", href=target)]
    if not links:
        return EMPTY
    joined = (part for number, link in enumerate(links) for part in ((" or ", link) if number else (link,)))
    return tag("p", "A term is missing? You can ", *joined, ".", class_="kb-wrong", data_search_exclude="")


def proposal_address(glossary: Glossary, words: str, name: str, begun: str) -> str | None:
    """Where to propose what the site does not have: the file `begun` for it, under this name, else an issue or mail."""
    return new_file(glossary, name, begun) or _prefilled(
        glossary, f"Proposed: “{words}”", f"What {words} means, and a source that says so:\n"
    )


def _prefilled(glossary: Glossary, subject: str, body: str) -> str | None:
    """The address of a new issue, or of a mail, with what it is about and how it begins."""
    return new_issue(glossary, subject, body) or new_mail(glossary, subject, body)
