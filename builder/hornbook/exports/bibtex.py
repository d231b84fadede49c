"""The bibliography as BibTeX, in UTF-8; what could not be verified of a source stands in its note."""

from urllib.parse import quote

from hornbook.exports.notes import note_of
from hornbook.model import KnowledgeBase, Source
from hornbook.model.author_names import PersonName, authors_of
from hornbook.model.latex import latex_words

_IN_ADDRESSES = "!#$%&'()*+,-./:;=?@[]_~"
"""What stands in an address as it is; all else but letters and digits is written as percent and digits."""
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def bibtex(knowledge: KnowledgeBase) -> bytes:
    """Every source as a `@misc` record under its id, in the order of the ids."""
    return "\n".join(_record(source) for source in knowledge.sources.values()).encode()


def _record(source: Source) -> str:
    fields = {"author": " and ".join(_authors(source))} if source.author else {}
    fields["title"] = f"{{{latex_words(source.title)}}}"  # doubled braces: no style may change its capitals
    if source.issued:
        year, *rest = source.issued.split("-")
        fields["year"] = latex_words(year)
        if rest:
            fields["month"] = _MONTHS[int(rest[0]) - 1]
    if source.container_title:
        fields["howpublished"] = latex_words(source.container_title)
    if source.url:
        fields["url"] = quote(source.url, safe=_IN_ADDRESSES)
    if note := note_of(source):
        fields["note"] = latex_words(note)
    lines = [f"  {name} = {value if name == 'month' else f'{{{value}}}'}," for name, value in fields.items()]
    return "\n".join([f"@misc{{{source.id},", *lines, "}", ""])


def _authors(source: Source) -> list[str]:
    """Each name as BibTeX takes names apart, groups kept whole by braces; a remark on the rest becomes `others`."""
    authors = authors_of(source)
    names = [_name(name) for name in authors.names]
    return [*names, "others"] if authors.remark else names


def _name(name: PersonName | str) -> str:
    if isinstance(name, str):
        return f"{{{latex_words(name)}}}"
    family = f"{name.particle} {name.family}".strip()
    return latex_words(f"{family}, {name.given}")
