"""Where the host of a repository takes issues, forms and new files, each begun as far as an address can say it.

Hosts refuse long addresses, so texts are cut where they do not fit: an issue's at a sign that says so, a file's at the
end of a line.
"""

import re
from collections.abc import Mapping
from urllib.parse import quote, urlencode

from hornbook.model import Glossary

LONGEST = 4500
"""The most characters of an address. GitHub takes about 8 kB; who has to sign in first is sent there with the address
encoded once more, by which three characters become five at most."""
CUT = "…"

_GITHUB = re.compile(r"(https://(?:(?:www\.)?github\.com|github\.[^/]+|[^/]+\.ghe\.com)/[^/]+/[^/]+)/edit/(.+)")
"""A repository on GitHub, and the branch and folder in it."""
_FORGES = (
    (re.compile(r"(https://[^/]+/.+?)/-/edit/"), "{}/-/issues/new", "issue[title]", "issue[description]"),  # GitLab
    (re.compile(r"(https://[^/]+/[^/]+/[^/]+)/(?:edit|_edit)/"), "{}/issues/new", "title", "body"),  # GitHub, Forgejo
)
"""By the form of the addresses at which files are edited: where issues begin, and what fills them in."""


def new_issue(glossary: Glossary, subject: str, body: str) -> str | None:
    """The address of a new issue; None where the repository is on no host that is known."""
    for edited, issues, title_field, body_field in _FORGES:
        forge = edited.match(glossary.repository or "")
        if forge is not None:
            return _filled(issues.format(forge[1]), {title_field: subject, body_field: body})
    return None


def new_mail(glossary: Glossary, subject: str, body: str) -> str | None:
    """The address of a mail to whoever keeps the glossary; None where it names nobody."""
    return (
        None if glossary.contact is None else _filled(f"mailto:{glossary.contact}", {"subject": subject, "body": body})
    )


def filled_form(glossary: Glossary, form: str, subject: str, fields: Mapping[str, str]) -> str | None:
    """The address of an issue form of GitHub, by the name of its file, with some of its fields filled in.

    None where the repository is elsewhere, or does not say that it has the forms.
    """
    github = _GITHUB.fullmatch(glossary.repository or "")
    if github is None or not glossary.issue_forms:
        return None
    return _filled(f"{github[1]}/issues/new", {"template": form, "title": subject, **fields})


def new_file(glossary: Glossary, path: str, content: str) -> str | None:
    """The address at which GitHub begins a file with this content; None where the repository is elsewhere."""
    github = _GITHUB.fullmatch(glossary.repository or "")
    if github is None:
        return None
    folder, _, name = path.rpartition("/")
    begun = f"{github[1]}/new/{github[2]}{folder}?{_query({'filename': name, 'value': ''})}"
    left = LONGEST - len(begun)
    if len(quote(content, safe="")) <= left:
        return begun + quote(content, safe="")
    end = f"# {CUT} (more did not fit; what else may be written: {glossary.site_url}contribute/fields/)\n"
    kept, room = "", left - len(quote(end, safe=""))
    for line in content.splitlines(keepends=True):
        if len(quote(kept + line, safe="")) > room:
            break
        kept += line
    return begun + quote(kept + end, safe="")


def cut(text: str, room: int) -> str:
    """The longest beginning of a text that takes no more than `room` characters of an address, with a sign if cut."""
    if len(quote(text, safe="")) <= room:
        return text
    room -= len(quote(CUT, safe=""))
    for length, character in enumerate(text):
        room -= len(quote(character, safe=""))
        if room < 0:
            return text[:length] + CUT
    return text


def _filled(begun: str, parameters: Mapping[str, str]) -> str:
    """An address with parameters: the last takes what room the others leave, which share half of it equally."""
    *names, last = parameters
    share = (LONGEST - len(begun)) // (2 * len(parameters))
    short = {name: cut(parameters[name], share) for name in names}
    left = LONGEST - len(f"{begun}?{_query({**short, last: ''})}")
    return f"{begun}?{_query({**short, last: cut(parameters[last], left)})}"


def _query(parameters: Mapping[str, str]) -> str:
    return urlencode(parameters, quote_via=quote, safe="")
