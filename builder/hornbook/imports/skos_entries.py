"""What dictionaries in SKOS say beside concepts, as far as our files hold it: senses, works that are cited, marks.

A sense is a concept that is a part (`dcterms:isPartOf`) of another one and names a work that the file describes. Its
scheme is its author's framework if that names such a work too, and so is a scheme that is a part of another one.
Concepts of a collection are marked by it: with a tag, unless its `dcterms:type` says that it is a kind, a group or a
stage of work.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from hornbook.imports.skos_reading import DC, RDF_TYPE, SEE_ALSO, SKOS, Reading, in_order
from hornbook.imports.values import DraftFramework, DraftSource, DraftWord
from hornbook.imports.words import one_line
from hornbook.load.names import is_free_id

SORTS = ("kind", "group", "tag", "status")
_TAG = "tag"
_COLLECTIONS = "collections"
_ADDRESSES = ("https://", "http://")


@dataclass(slots=True, kw_only=True)
class Entries:
    """What a file describes beside its concepts."""

    senses: Mapping[str, str] = field(default_factory=dict)
    """The concept that each sense is a part of; both by their keys, like all that follows."""
    sources: Mapping[str, DraftSource] = field(default_factory=dict)
    frameworks: Mapping[str, DraftFramework] = field(default_factory=dict)
    senses_of: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The same from the other side."""
    called: Mapping[str, str] = field(default_factory=dict)
    """The first concept with a label that is no sense, by the label."""
    words: tuple[DraftWord, ...] = ()
    marks: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)
    """For each concept its words, by their sorts."""


def entries_of(reading: Reading) -> Entries:
    """Everything of this that stands in a file whose concepts have their labels."""
    schemes = _typed(reading, f"{SKOS}ConceptScheme")
    works = {str(one) for key in (*reading.labels, *schemes) for one in reading.values(key, f"{DC}source")}
    works.update(_typed(reading, f"{DC}BibliographicResource"))
    sources = {key: source for key in sorted(works) if (source := _source(reading, key)) is not None}
    senses = dict(_senses(reading, sources))
    theirs = {str(one) for key in senses for one in reading.values(key, f"{SKOS}inScheme")}
    theirs.update(key for key in schemes if any(str(one) in schemes for one in reading.values(key, f"{DC}isPartOf")))
    frameworks = {key: one for key in sorted(theirs) if (one := _framework(reading, key, sources)) is not None}
    words, marks = _marks(reading, senses)
    senses_of: dict[str, tuple[str, ...]] = {}
    for key, of in senses.items():
        senses_of[of] = (*senses_of.get(of, ()), key)
    return Entries(
        senses=senses,
        sources=sources,
        frameworks=frameworks,
        senses_of=senses_of,
        called={label: key for key, label in reversed(reading.labels.items()) if key not in senses},
        words=words,
        marks=marks,
    )


def own_name(reading: Reading, key: str) -> str:
    """The id that something says to have, if its address ends in it and it may be one here; else nothing."""
    for one in reading.values(key, f"{DC}identifier"):
        name = str(one)
        if is_free_id(name) and key.rstrip("/").endswith(name):
            return name
    return ""


def line_of(reading: Reading, key: str, *predicates: str) -> str:
    """What is said of something, in the language that is carried if it is in that, on one line; or nothing."""
    values = reading.values(key, *predicates)
    ours = [one for one in values if reading.is_ours(getattr(one, "language", None) or "")]
    return next((line for one in (*ours, *values) if (line := one_line(str(one)))), "")


def _typed(reading: Reading, kind: str) -> list[str]:
    """What the file says to be of a class."""
    from rdflib import URIRef  # noqa: PLC0415 - an extra

    return sorted(str(one) for one in reading.graph.subjects(URIRef(RDF_TYPE), URIRef(kind)) if isinstance(one, URIRef))


def _source(reading: Reading, key: str) -> DraftSource | None:
    """A work, if its title is told."""
    title = line_of(reading, key, f"{DC}title")
    if not title:
        return None
    pages = (str(one) for one in reading.values(key, SEE_ALSO))
    return DraftSource(
        key=key,
        title=title,
        address=next((one for one in pages if one.startswith(_ADDRESSES)), ""),
        authors=tuple(filter(None, (one_line(str(one)) for one in reading.values(key, f"{DC}creator")))),
        issued=line_of(reading, key, f"{DC}issued"),
        name=own_name(reading, key) or title,
    )


def _senses(reading: Reading, sources: Mapping[str, DraftSource]) -> Iterator[tuple[str, str]]:
    whole = {
        key: next((str(one) for one in reading.values(key, f"{DC}isPartOf") if str(one) in reading.labels), None)
        for key in reading.labels
    }
    for key, of in whole.items():
        cites = any(str(one) in sources for one in reading.values(key, f"{DC}source"))
        if of is not None and of != key and whole[of] is None and cites:
            yield key, of


def _framework(reading: Reading, scheme: str, sources: Mapping[str, DraftSource]) -> DraftFramework | None:
    """A scheme as a framework: an author's, if it names a work."""
    source = next((str(one) for one in reading.values(scheme, f"{DC}source") if str(one) in sources), None)
    title = line_of(reading, scheme, f"{DC}title", f"{SKOS}prefLabel")
    if source is None or not title:
        return None
    texts = reading.values(scheme, f"{DC}description")
    text = next((str(one) for one in texts if reading.is_ours(getattr(one, "language", None) or "")), "")
    return DraftFramework(key=scheme, label=title, source=source, text=text, name=own_name(reading, scheme))


def _marks(
    reading: Reading, senses: Mapping[str, str]
) -> tuple[tuple[DraftWord, ...], Mapping[str, Mapping[str, tuple[str, ...]]]]:
    from rdflib import URIRef  # noqa: PLC0415 - an extra

    words: list[DraftWord] = []
    marks: dict[str, dict[str, tuple[str, ...]]] = {}
    for kind in ("Collection", "OrderedCollection"):
        for node in in_order(reading.graph.subjects(URIRef(RDF_TYPE), URIRef(f"{SKOS}{kind}"))):
            members = [str(one) for one in in_order(reading.graph.objects(node, URIRef(f"{SKOS}member")))]
            terms = [one for one in members if one in reading.labels and one not in senses]
            word = _word(reading, str(node)) if isinstance(node, URIRef) and terms else None
            if word is None:
                reading.lose(_COLLECTIONS, str(node), str(node))
                continue
            words.append(word)
            for one in members:
                before = marks.setdefault(one, {}).get(word.sort, ())
                if one not in terms or (before and word.sort != _TAG):
                    reading.lose("members of collections", str(node), f"{word.label}: {one}")
                else:
                    marks[one][word.sort] = (*before, word.label)
    return tuple(words), marks


def _word(reading: Reading, key: str) -> DraftWord | None:
    """A collection as a word, if it has a label."""
    ours = map(one_line, reading.carried(key, "prefLabel"))
    label = next(filter(None, ours), "") or line_of(reading, key, f"{SKOS}prefLabel", f"{DC}title")
    if not label:
        return None
    sort = line_of(reading, key, f"{DC}type")
    return DraftWord(
        sort=sort if sort in SORTS else _TAG,
        label=label,
        meaning=line_of(reading, key, f"{SKOS}definition", f"{SKOS}scopeNote"),
        name=own_name(reading, key),
    )
