"""SKOS as drafts of terms, after the reference of the W3C (https://www.w3.org/TR/skos-reference/).

A concept becomes a term. One language is carried, that of the glossary; `broader` and `narrower` become mappings, as
`broadMatch` and `narrowMatch` do. What has no place in our files is left out and counted.
"""

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from hornbook.addresses import Outside, outside
from hornbook.diagnostics import Diagnostic, Place
from hornbook.imports.naming import telling_names
from hornbook.imports.rdf import lines_of, read_graph
from hornbook.imports.skos_entries import Entries, entries_of, line_of, own_name
from hornbook.imports.skos_reading import DC, LANGUAGES, OTHER, RDF_TYPE, SEE_ALSO, SKOS, Reading, in_order
from hornbook.imports.values import Draft, DraftSense, Loss, Vocabulary, unreadable
from hornbook.imports.words import as_markdown, one_line
from hornbook.model.prose import first_sentence
from hornbook.model.records import LONGEST_BEGINNING, Relation

if TYPE_CHECKING:
    from rdflib import Graph
    from rdflib.term import Node

MOST_CONCEPTS = 20_000
LONGEST_WAY = 30
_XL = "http://www.w3.org/2008/05/skos-xl#"
_TITLES = (
    "http://purl.org/dc/terms/title",
    "http://purl.org/dc/elements/1.1/title",
    f"{SKOS}prefLabel",
    "http://www.w3.org/2000/01/rdf-schema#label",
)
_DESCRIPTIONS = ("http://purl.org/dc/terms/description", "http://purl.org/dc/elements/1.1/description")
_LICENCES = ("http://purl.org/dc/terms/license", "http://purl.org/dc/terms/rights")
_MATCHES = {
    "broader": Relation.BROAD,
    "broadMatch": Relation.BROAD,
    "narrower": Relation.NARROW,
    "narrowMatch": Relation.NARROW,
    "exactMatch": Relation.EXACT,
    "closeMatch": Relation.CLOSE,
    "relatedMatch": Relation.RELATED,
}
_TEXTS = ("definition",)
_NOTES = ("scopeNote", "note", "example")
_CARRIED = {"prefLabel", "altLabel", "related", "inScheme", "topConceptOf", *_MATCHES, *_TEXTS, *_NOTES}
_LEFT_OUT = {
    "hiddenLabel": "hidden labels",
    "notation": "notations",
    "editorialNote": "notes for editors",
    "changeNote": "notes on changes",
    "historyNote": "notes on history",
    "broaderTransitive": "statements that follow from others",
    "narrowerTransitive": "statements that follow from others",
    "semanticRelation": "statements that follow from others",
    "mappingRelation": "statements that follow from others",
}
_OUTSIDE = "matches to concepts elsewhere"
_MISSING = "links to concepts that the file does not describe"
_UNLIKE = "matches between a word and a sense of another"
_UNTITLED = "concepts without a label"
_DIRECTION = " › "


def read_skos(path: str, data: bytes, language: str = "") -> Vocabulary | Diagnostic:
    """The concepts of a file in Turtle, JSON-LD or RDF/XML; or why it cannot be read.

    `language` is the one that is carried; the one that most labels are in, if none is named.
    """
    graph = read_graph(path, data)
    if isinstance(graph, Diagnostic):
        return graph
    concepts = _concepts(graph)
    if not concepts:
        hint = "a vocabulary has concepts, each with a `skos:prefLabel`"
        return unreadable(Place(path), "the file describes no concept of SKOS", hint)
    if len(concepts) > MOST_CONCEPTS:
        message = f"the file has {len(concepts):,} concepts; the limit is {MOST_CONCEPTS:,}"
        return unreadable(Place(path), message, "divide the vocabulary into several files")
    reading = Reading(graph, path, lines_of(data), language or _usual_language(graph), concepts)
    reading.labels = {key: label for key in concepts if (label := _label(reading, key))}
    entries = entries_of(reading)
    names = telling_names(reading.labels)
    terms = [key for key in reading.labels if key not in entries.senses]
    drafts = tuple(_draft(reading, entries, key, own_name(reading, key) or names.get(key, "")) for key in terms)
    about = _about(reading, entries)
    return Vocabulary(
        terms=drafts,
        losses=tuple(reading.losses),
        sources=entries.sources,
        frameworks=entries.frameworks,
        words=entries.words,
        title=about["title"],
        description=about["description"],
        language=reading.language,
        licence=about["licence"],
    )


def _concepts(graph: "Graph") -> "dict[str, Node]":
    """Everything that is a concept, by its address; what nothing names by an address is passed over."""
    from rdflib import URIRef  # noqa: PLC0415 - likewise

    found = {*graph.subjects(URIRef(RDF_TYPE), URIRef(f"{SKOS}Concept"))}
    found |= {*graph.subjects(URIRef(f"{SKOS}inScheme")), *graph.subjects(URIRef(f"{SKOS}topConceptOf"))}
    for name in ("broader", "narrower", "related"):
        found |= {one for pair in graph.subject_objects(URIRef(f"{SKOS}{name}")) for one in pair}
    labelled = {*graph.subjects(URIRef(f"{SKOS}prefLabel")), *graph.subjects(URIRef(f"{_XL}prefLabel"))}
    schemes = {*graph.subjects(URIRef(RDF_TYPE), URIRef(f"{SKOS}ConceptScheme"))}
    return {str(one): one for one in in_order((found & labelled) - schemes)}


def _usual_language(graph: "Graph") -> str:
    """The language of most labels; of two that have as many, the first in the alphabet."""
    from rdflib import URIRef  # noqa: PLC0415 - likewise

    labels = graph.objects(None, URIRef(f"{SKOS}prefLabel"))
    found = Counter(str(one.language or "").lower() for one in labels if hasattr(one, "language"))
    found.pop("", None)
    return min(found, key=lambda one: (-found[one], one), default="")


def _label(reading: Reading, key: str) -> str:
    """The preferred label in the language that is carried; where there is none, in another."""
    found = [*reading.texts(key, "prefLabel"), *_extended(reading, key)]
    ours = [text for text, language in found if reading.is_ours(language)]
    exact = [text for text, language in found if language.lower() == reading.language.lower()]
    chosen = next((one for one in (*exact, *ours, *(text for text, _ in found)) if one_line(one)), "")
    left = [one for one in found if one[0] != chosen]
    for text, language in left:
        reading.lose(LANGUAGES, key, f"{text} ({language})" if language else text)
    if not one_line(chosen):
        reading.lose(_UNTITLED, key, key)
    elif not ours:
        words = f"{one_line(chosen)}, which has no label in `{reading.language}`"
        reading.losses.append(Loss("terms in another language", reading.place(key), words, is_change=True))
    return one_line(chosen)


def _extended(reading: Reading, key: str) -> Iterator[tuple[str, str]]:
    """Labels that are resources themselves (SKOS-XL)."""
    from rdflib import Literal, URIRef  # noqa: PLC0415 - likewise

    for label in reading.values(key, f"{_XL}prefLabel"):
        for text in in_order(reading.graph.objects(label, URIRef(f"{_XL}literalForm"))):
            if isinstance(text, Literal):
                yield str(text), text.language or ""


def _draft(reading: Reading, entries: Entries, key: str, name: str) -> Draft:
    notations = [one_line(str(one)) for one in reading.values(key, f"{SKOS}notation")]
    text = "\n\n".join(reading.carried(key, *_TEXTS))
    short = line_of(reading, key, f"{DC}abstract")
    text, short = _apart(text, short)
    notes = [text for name in _NOTES for text in reading.carried(key, name)]
    further = [str(one) for one in reading.values(key, SEE_ALSO) if str(one) in reading.labels]
    _left_out(reading, entries, key)
    label = reading.labels[key]
    return Draft(
        key=key,
        place=reading.place(key),
        label=label,
        names=(name, label, *notations) if name else (label, *notations),
        aliases=tuple(one_line(one) for one in reading.carried(key, "altLabel")),
        short=short,
        text=(as_markdown(text, mathematics=True),) if text.strip() else (),
        plain=text,
        standing=_standing(reading, key),
        note=(as_markdown("\n\n".join(notes), mathematics=True),) if notes else (),
        related=(*_others(reading, entries, key, "related"), *further),
        match=_matches(reading, entries, key),
        elsewhere=_elsewhere(reading, key),
        senses=tuple(_sense(reading, entries, one) for one in entries.senses_of.get(key, ())),
        mentions=_cited(reading, entries, key),
        marks=entries.marks.get(key, {}),
    )


def _apart(text: str, short: str) -> tuple[str, str]:
    """A text and its short definition, if each says something that the other does not."""
    words = " ".join(text.split())
    if short == words:
        return "", short
    return text, "" if short == first_sentence(words, LONGEST_BEGINNING) else short


def _sense(reading: Reading, entries: Entries, key: str) -> DraftSense:
    term = entries.senses[key]
    label, own = reading.labels[key], reading.labels[term]
    called = entries.called.get(label, "")
    aliases = [one_line(one) for one in reading.carried(key, "altLabel")]
    words = aliases if called or label == own else [label, *aliases]
    schemes = (str(one) for one in reading.values(key, f"{SKOS}inScheme"))
    _left_out(reading, entries, key)
    return DraftSense(
        key=key,
        name=own_name(reading, key),
        framework=next((one for one in schemes if one in entries.frameworks), ""),
        called=called if label != own else "",
        of=" ".join(reading.carried(key, "scopeNote")),
        text="\n\n".join(reading.carried(key, *_TEXTS)) or label,
        quote="\n\n".join(reading.carried(key, "example")),
        note="\n\n".join(reading.carried(key, "note")),
        words=tuple(one for one in words if one != own),
        match=_matches(reading, entries, key),
        elsewhere=_elsewhere(reading, key),
        cited=_cited(reading, entries, key),
    )


def _cited(reading: Reading, entries: Entries, key: str) -> tuple[str, ...]:
    """The works that are named for something, of those that the file describes."""
    return tuple(str(one) for one in reading.values(key, f"{DC}source") if str(one) in entries.sources)


def _matches(reading: Reading, entries: Entries, key: str) -> dict[Relation, tuple[str, ...]]:
    """What something is matched with in the file, by the relation: terms with terms, senses with senses."""
    found: dict[Relation, list[str]] = {}
    for word, relation in _MATCHES.items():
        found.setdefault(relation, []).extend(_others(reading, entries, key, word))
    return {relation: tuple(dict.fromkeys(found[relation])) for relation in Relation if found.get(relation)}


def _others(reading: Reading, entries: Entries, key: str, word: str) -> Iterator[str]:
    """The concepts of the file that one is related to in this way."""
    for node in reading.values(key, f"{SKOS}{word}"):
        other = str(node)
        words = f"{reading.labels[key]} {word} {other}"
        if other in reading.labels:
            if (other in entries.senses) is (key in entries.senses):
                yield other
            elif other != entries.senses.get(key):  # a sense is narrower than its term, which need not be said
                reading.lose(_UNLIKE, key, words)
        elif not word.endswith("Match") or not _is_elsewhere(other):
            reading.lose(_OUTSIDE if word.endswith("Match") else _MISSING, key, words)


def _elsewhere(reading: Reading, key: str) -> dict[Relation, tuple[str, ...]]:
    """The addresses of concepts of other vocabularies, by how one is matched with them."""
    found: dict[Relation, set[str]] = {}
    for word, relation in _MATCHES.items():
        nodes = reading.values(key, f"{SKOS}{word}") if word.endswith("Match") else []
        there = {str(node) for node in nodes if str(node) not in reading.labels and _is_elsewhere(str(node))}
        found.setdefault(relation, set()).update(there)
    return {relation: tuple(sorted(addresses)) for relation, addresses in found.items() if addresses}


def _is_elsewhere(address: str) -> bool:
    """Whether an address may stand for an entry of another vocabulary."""
    return isinstance(outside(address), Outside)


def _above(reading: Reading, key: str) -> str | None:
    """A concept that is broader, as either of the two says."""
    if key not in reading.above:
        reading.above[key] = _found_above(reading, key)
    return reading.above[key]


def _found_above(reading: Reading, key: str) -> str | None:
    from rdflib import URIRef  # noqa: PLC0415 - likewise

    said = reading.values(key, f"{SKOS}broader")
    turned = in_order(reading.graph.subjects(URIRef(f"{SKOS}narrower"), reading.concepts[key]))
    return next((str(one) for one in (*said, *turned) if str(one) in reading.labels and str(one) != key), None)


def _standing(reading: Reading, key: str) -> str:
    """The way to a concept from the broadest one, or its end: what is known of one that has no definition."""
    way = [key]
    while len(way) < LONGEST_WAY and (above := _above(reading, way[-1])) is not None and above not in way:
        way.append(above)
    return _DIRECTION.join(reading.labels[one] for one in reversed(way))


def _left_out(reading: Reading, entries: Entries, key: str) -> None:
    """Count what has no place in a term or a sense."""
    said = reading.graph.predicate_objects(reading.concepts[key])
    for predicate, value in sorted(said, key=lambda one: (str(one[0]), str(one[1]))):
        name = str(predicate)
        word = name.removeprefix(SKOS) if name.startswith(SKOS) else ""
        if word in _LEFT_OUT:
            reading.lose(_LEFT_OUT[word], key, f"{reading.labels[key]}: {value}")
        elif word not in _CARRIED and not _is_carried(reading, entries, key, name, str(value)):
            reading.lose(OTHER, key, f"{reading.labels[key]}: {name.rpartition('#')[2].rpartition('/')[2]} {value}")


def _is_carried(reading: Reading, entries: Entries, key: str, name: str, value: str) -> bool:
    """Whether a statement that is no SKOS has a place."""
    match name.removeprefix(DC):
        case "identifier":
            return own_name(reading, key) == value
        case "isPartOf":
            return entries.senses.get(key) == value
        case "hasPart":
            return entries.senses.get(value) == key
        case "source":
            return value in entries.sources
        case "abstract":
            return key not in entries.senses
        case _:
            return name in (RDF_TYPE, f"{_XL}prefLabel") or (name == SEE_ALSO and value in reading.labels)


def _about(reading: Reading, entries: Entries) -> dict[str, str]:
    """What the schemes say of the vocabulary; of several, the first in the alphabet that says something.

    Those that became frameworks speak for themselves.
    """
    from rdflib import URIRef  # noqa: PLC0415 - likewise

    found_here = in_order(reading.graph.subjects(URIRef(RDF_TYPE), URIRef(f"{SKOS}ConceptScheme")))
    schemes = [one for one in map(str, found_here) if one not in entries.frameworks]
    found = {"title": "", "description": "", "licence": ""}
    for scheme in schemes:
        for name, predicates in (("title", _TITLES), ("description", _DESCRIPTIONS), ("licence", _LICENCES)):
            found[name] = found[name] or line_of(reading, scheme, *predicates)
    for scheme in schemes[1:]:
        reading.lose("schemes beside the first", scheme, scheme)
    return found
