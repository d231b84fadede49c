"""“I disagree” and “propose it”: where a reader says that something is wrong or missing, with what maintainers need."""

from hornbook.diagnostics import Place
from hornbook.language import later, say
from hornbook.model import Glossary
from hornbook.pages.forge import filled_form, new_file, new_issue, new_mail
from hornbook.pages.html import EMPTY, Html, say_html, tag

DISAGREE_FORM = "disagree.yml"
"""The form for what is wrong; its field `page` says where."""
TERM_FORM = "term.yml"
"""The form for a term; its field `label` is its name."""
_WORDS = later("I disagree, or something is wrong here")


def disagree_html(glossary: Glossary, title: str, address: str, place: Place | None) -> Html:
    """A link to a new issue about a page, or to a mail; nothing where the glossary says neither."""
    target = disagree_address(glossary, title, address, place)
    if target is None:
        return EMPTY
    return tag("p", tag("a", say(_WORDS), href=target), class_="kb-wrong", data_search_exclude="")


def disagree_address(glossary: Glossary, title: str, address: str, place: Place | None) -> str | None:
    """Where to say so, with the page, the file and the line filled in; None where the glossary says neither."""
    page = f"{glossary.site_url}{address}"
    file = say("{path}, line {line}", path=place.path, line=place.line) if place is not None else None
    about = say("About: {title}", title=title)
    form = filled_form(glossary, DISAGREE_FORM, about, {"page": page if file is None else f"{page} ({file})"})
    if form is not None:
        return form
    where = [say("Page: {page}", page=page), *([say("File: {file}", file=file)] if file is not None else [])]
    asked = say("What is wrong, and what a source says instead:")
    return _prefilled(glossary, say("About “{title}”", title=title), "\n".join((*where, "", asked, "")))


def proposal_html(glossary: Glossary, name: str, begun: str) -> Html:
    """Links with which a new term is proposed: a form where there is one, and the file as `begun`, under this name."""
    # The form of the repository itself is in English, and so is how its titles begin.
    form, file = filled_form(glossary, TERM_FORM, "Term: ", {}), new_file(glossary, name, begun)
    filling = form and tag("a", say("fill in a form"), href=form)
    beginning = file and tag("a", say("begin its file"), href=file)
    if filling and beginning:
        ways = say_html("A term is missing? You can {form} or {file}.", form=filling, file=beginning)
    elif only := filling or beginning or _proposing(glossary):
        ways = say_html("A term is missing? You can {propose}.", propose=only)
    else:
        return EMPTY
    return tag("p", ways, class_="kb-wrong", data_search_exclude="")


def _proposing(glossary: Glossary) -> Html | None:
    """A link to an issue, or a mail, with which a new term is proposed."""
    asked = say("The term, what it means, and a source that says so:")
    target = _prefilled(glossary, say("Proposed: a term"), f"{asked}\n")
    return None if target is None else tag("a", say("propose it"), href=target)


def proposal_address(glossary: Glossary, words: str, name: str, begun: str) -> str | None:
    """Where to propose what the site does not have: the file `begun` for it, under this name, else an issue or mail."""
    return new_file(glossary, name, begun) or _prefilled(
        glossary,
        say("Proposed: “{words}”", words=words),
        say("What {words} means, and a source that says so:", words=words) + "\n",
    )


def _prefilled(glossary: Glossary, subject: str, body: str) -> str | None:
    """The address of a new issue, or of a mail, with what it is about and how it begins."""
    return new_issue(glossary, subject, body) or new_mail(glossary, subject, body)
