"""What the columns of a table hold, in CSV as in Markdown, and what is made of their cells."""

import re
from collections.abc import Mapping, MutableMapping, Sequence

from hornbook.addresses import Outside, outside
from hornbook.imports.values import DraftSource
from hornbook.imports.words import one_line
from hornbook.model.records import Relation
from hornbook.model.shared_names import compared

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "label": (
        *("label", "term", "name", "word", "title", "entry", "headword", "prefLabel"),
        *("Begriff", "Bezeichnung", "Benennung", "Stichwort", "Wort", "terme", "mot", "término", "termine"),
    ),
    "id": ("id", "identifier", "key", "slug"),
    "aliases": (
        *("aliases", "alias", "synonyms", "synonym", "other names", "also known as", "abbreviation", "altLabel"),
        *("acronym", "Synonyme", "Abkürzung", "synonymes", "sinónimos", "sinonimi"),
    ),
    "short": ("short", "summary", "short definition", "Kurzdefinition"),
    "text": (
        *("text", "definition", "meaning", "description", "explanation"),
        *("Bedeutung", "Erklärung", "Erläuterung", "Beschreibung", "définition", "definición", "definizione"),
    ),
    "note": (
        *("note", "notes", "remark", "remarks", "comment", "scope note", "scopeNote", "example", "examples"),
        *("Anmerkung", "Bemerkung", "Hinweis", "Kommentar", "Beispiel", "remarque", "nota"),
    ),
    "related": ("related", "related terms", "see also", "see", "siehe auch", "siehe", "voir aussi", "véase"),
    "broader": ("broader", "broader term", "parent", "broad", "Oberbegriff"),
    "narrower": ("narrower", "narrower terms", "children", "narrow", "Unterbegriffe"),
    "kind": ("kind", "type", "class", "Art", "Typ", "Begriffsklasse"),
    "group": (
        *("group", "category", "section", "domain", "area", "field", "topic", "theme"),
        *("Gruppe", "Kategorie", "Bereich", "Thema", "catégorie", "categoría", "categoria"),
    ),
    "tag": ("tags", "tag", "keywords", "keyword", "Schlagwörter", "Schlagworte", "mots-clés", "etiquetas"),
    "status": ("status", "state", "stage", "Stand"),
    "source": ("source", "sources", "reference", "references", "Quelle", "Quellen", "fuente", "fonte"),
    "exact": ("exact match", "exactMatch", "same as", "sameAs", "wikidata"),
    "close": ("close match", "closeMatch", "wikipedia", "dbpedia"),
    "elsewhere": ("related match", "relatedMatch", "url", "link", "website", "elsewhere"),
}
"""What a column may be called, by what it holds."""
_MARKS = ("kind", "group", "tag", "status")
_ELSEWHERE = {"exact": Relation.EXACT, "close": Relation.CLOSE, "elsewhere": Relation.RELATED}
_ITEM = re.compile(r"[QP][1-9][0-9]{0,14}")
_BETWEEN = re.compile(r"[;|\n]")
_BETWEEN_TAGS = re.compile(r"[;|\n,]")
NO_ADDRESS = "matches that are no addresses"


def columns_of(names: Sequence[str], named: Mapping[str, str] | None = None) -> dict[str, int]:
    """The column of each thing, by names as they are compared; `named` says what one is called instead.

    Of two columns of one meaning it is the one whose name comes first in `COLUMNS`.
    """
    found: dict[str, int] = {}
    for what, known in COLUMNS.items():
        wanted = (named[what],) if named and what in named else known
        at = next((names.index(name) for name in map(compared, wanted) if name in names), None)
        if at is not None:
            found[what] = at
    return found


def words_of(cell: str, what: str) -> tuple[str, ...]:
    """Several words in one cell, with semicolons, bars or line breaks between them; between tags also commas."""
    parts = (_BETWEEN_TAGS if what == "tag" else _BETWEEN).split(cell)
    return tuple(word for part in parts if (word := one_line(part)))


def marks_of(cells: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """The words that mark a term."""
    return {what: words for what in _MARKS if (words := words_of(cells.get(what, ""), what))}


def elsewhere_of(cells: Mapping[str, str]) -> tuple[dict[Relation, tuple[str, ...]], list[str]]:
    """The addresses of what other vocabularies and sites have, `Q42` being one of Wikidata; and what is no address."""
    found: dict[Relation, tuple[str, ...]] = {}
    wrong: list[str] = []
    for what, relation in _ELSEWHERE.items():
        names = [f"wikidata:{name}" if _ITEM.fullmatch(name) else name for name in words_of(cells.get(what, ""), what)]
        good = tuple(dict.fromkeys(name for name in names if isinstance(outside(name), Outside)))
        wrong += [name for name in names if name not in good]
        if good:
            found[relation] = good
    return found, wrong


def cited_in(cells: Mapping[str, str], sources: MutableMapping[str, DraftSource]) -> tuple[str, ...]:
    """The keys of the works that a cell names; each is called as it is called there, and noted in `sources`."""
    names = words_of(cells.get("source", ""), "source")
    for name in names:
        address = name if name.startswith(("https://", "http://")) and isinstance(outside(name), Outside) else ""
        sources.setdefault(compared(name), DraftSource(compared(name), name, address, name))
    return tuple(map(compared, names))
