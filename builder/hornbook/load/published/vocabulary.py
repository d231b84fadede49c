"""What a glossary publishes of itself (`api/v1/glossary.json`) as a knowledge base again: all that questions need.

Whoever keeps a copy need not trust it: whatever cannot be shown or asked is refused with what is wrong. What a later
version adds is passed over.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any
from urllib.parse import urljoin

from hornbook.addresses import address_flaw
from hornbook.diagnostics import Place
from hornbook.load.names import id_mistake
from hornbook.load.outside import FORMAT, DamagedError, digest, line, read_data
from hornbook.load.published.frameworks import framework_of, repeated_out, views_of
from hornbook.load.published.values import each, known_atoms, optional, texts, within, word
from hornbook.model import (
    Alias,
    AvoidedWord,
    Citation,
    Framework,
    Glossary,
    KnowledgeBase,
    Labels,
    Prose,
    Relation,
    Sense,
    SenseMatches,
    Source,
    Style,
    Term,
    TermKind,
    Text,
)
from hornbook.model.frameworks import LONGEST_TITLE
from hornbook.model.published import Published
from hornbook.model.records import DEFAULT_LANGUAGE, LONGEST_LABEL, LONGEST_SHORT

LONGEST_TEXT = 20_000
_COLLECTIONS = frozenset({"terms", "frameworks", "views", "chains"})
"""Those that are read."""


ReadPart = Callable[[str], str]
"""Gives the text of a part, by its address relative to the whole. Raises DamagedError."""


def published_of(text: str, path: str, read_part: ReadPart | None = None) -> Published:
    """What a kept copy says; `path` is where it is kept. Raises DamagedError where it is not of its form.

    `read_part` gives the parts in which large collections stand; None where none are kept.
    """
    data = read_data(text, FORMAT)
    for part in each(data, "parts"):
        data = {**data, **_collection(part, data, read_part)}
    place = Place(path)
    site = data.get("url")
    if not isinstance(site, str) or address_flaw(site) is not None:
        raise DamagedError("do not say at which address their site stands")
    frameworks = _frameworks(data, place)
    terms = {one.id: one for one in _terms(data, frameworks, place)}
    known_atoms(frameworks, terms)
    pictures = {**dict(_listed(data, "views")), **dict(_listed(data, "chains"))}
    views = {view.id: view for view in views_of(data, frameworks, place)}
    return Published(
        knowledge=KnowledgeBase(
            glossary=_glossary(data, site, frameworks, place),
            terms=terms,
            frameworks=frameworks,
            views=views,
            sources={one.id: Source(id=one.id, title=one.label, place=place) for one in frameworks.values()},
        ),
        version=optional(data, "version"),
        pages={
            "term": dict(_addresses(within(data, "terms", dict).items(), "url", site)),
            "framework": dict(_addresses(_listed(data, "frameworks"), "url", site)),
            "view": dict(_addresses(pictures.items(), "url", site)),
        },
        drawings=dict(_addresses(pictures.items(), "drawing", site)),
        titles={name: line(one, "title", LONGEST_TITLE, name) for name, one in pictures.items()},
        whose={name: whose for name, one in within(data, "terms", dict).items() if (whose := optional(one, "whose"))},
        former={old: new for old, new in within(data, "former", dict).items() if isinstance(new, str) and new in terms},
    )


def _collection(part: Mapping[str, Any], data: Mapping[str, Any], read_part: ReadPart | None) -> dict[str, Any]:
    """The collection that a part holds some of, with what is known of it already; of others nothing is read."""
    url, holds = word(part, "url"), word(part, "holds")
    if holds not in _COLLECTIONS:
        return {}
    if read_part is None:
        raise DamagedError(f"have a part `{url[:80]}` that is not kept here")
    text = read_part(url)
    if digest(text) != word(part, "sha256"):
        raise DamagedError(f"have a part `{url[:80]}` with another hash than they say")
    return {holds: {**within(data, holds, dict), **within(read_data(text, f"{FORMAT}/part"), holds, dict)}}


def _glossary(data: Mapping[str, Any], site: str, frameworks: Mapping[str, Framework], place: Place) -> Glossary:
    default = word(data, "framework")
    return Glossary(
        title=line(data, "title", LONGEST_LABEL, "the glossary"),
        description=optional(data, "description", LONGEST_TEXT),
        site_url=site if site.endswith("/") else f"{site}/",
        licence=optional(data, "licence"),
        framework=default if default in frameworks else (next(iter(frameworks)) if len(frameworks) == 1 else None),
        lang=optional(data, "lang") or DEFAULT_LANGUAGE,
        labels=_labels(data),
        mathematics=False,
        style=_style(data, place),
        place=place,
    )


def _labels(data: Mapping[str, Any]) -> Labels:
    written = word(data, "labels")
    return Labels(written) if written in set(Labels) else Labels.AS_WRITTEN


def _style(data: Mapping[str, Any], place: Place) -> Style | None:
    words = tuple(
        AvoidedWord(
            word=line(one, "word", LONGEST_LABEL, "a word to avoid"),
            forms=texts(one, "forms"),
            better=texts(one, "better"),
            why=optional(one, "why") or None,
            place=place,
        )
        for one in each(data, "avoid")
        if texts(one, "better")
    )
    return Style(words=words, place=place) if words else None


def _frameworks(data: Mapping[str, Any], place: Place) -> dict[str, Framework]:
    found = {name: framework_of(name, one, place) for name, one in _listed(data, "frameworks")}
    made: dict[str, Framework] = {}

    def whole(name: str, below: tuple[str, ...]) -> Framework:
        """A framework with the one that it extends; whether the data repeat what it takes over makes no difference."""
        own = found[name]
        base = own.extends if own.extends in found and own.extends not in below else None
        if name not in made:
            made[name] = own if base is None else repeated_out(own, whole(base, (*below, base)))
        return made[name]

    return {name: whole(name, (name,)) for name in sorted(found)}


def _listed(data: Mapping[str, Any], field: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """The records of a list or of a mapping, each with its id; no two have one."""
    seen = set()
    for one in each(data, field):
        name = one.get("id")
        if not isinstance(name, str) or id_mistake(name) or name in seen:
            raise DamagedError(f"have something in `{field}` without an id of its own")
        seen.add(name)
        yield name, one


def _addresses(records: Iterable[tuple[str, Any]], field: str, site: str) -> Iterator[tuple[str, str]]:
    """Where records stand, in full; always on the site itself, wherever the data would send readers."""
    base = site if site.endswith("/") else f"{site}/"
    for name, one in records:
        written = one.get(field) if isinstance(one, dict) else None
        address = urljoin(base, written) if isinstance(written, str) else ""
        if address.startswith(base) and address_flaw(address) is None:
            yield name, address


def _terms(data: Mapping[str, Any], frameworks: Mapping[str, Framework], place: Place) -> Iterator[Term]:
    for name, one in sorted(within(data, "terms", dict).items()):
        if id_mistake(name) or not isinstance(one, dict):
            raise DamagedError(f"have a term `{name[:80]}` that is none")
        kind = word(one, "like") or word(one, "kind")
        yield Term(
            id=name,
            label=line(one, "label", LONGEST_LABEL, name),
            in_text=optional(one, "in_text", LONGEST_LABEL) or None,
            aliases=tuple(_aliases(one, frameworks, place)),
            own_kind=optional(one, "kind") or None,
            kind=TermKind(kind) if kind in set(TermKind) else TermKind.CONCEPT,
            short=line(one, "short", LONGEST_SHORT, name),
            text=_prose(one, place),
            holds=optional(one, "holds") or None,
            fails=optional(one, "fails") or None,
            senses=tuple(_senses(name, one, frameworks, place)),
            link_mentions=one.get("link_mentions") is not False,
            place=place,
            labelling=_labels(data),
        )


def _aliases(term: Mapping[str, Any], frameworks: Mapping[str, Framework], place: Place) -> Iterator[Alias]:
    yield from (Alias(text=text, place=place) for text in texts(term, "aliases"))
    for one in each(term, "authors_words"):
        framework = word(one, "framework")
        if framework in frameworks:
            yield Alias(text=line(one, "text", LONGEST_LABEL, framework), framework=framework, place=place)


def _senses(
    term: str, written: Mapping[str, Any], frameworks: Mapping[str, Framework], place: Place
) -> Iterator[Sense]:
    for name, one in _listed(written, "senses"):
        framework = word(one, "framework")
        owner = framework if framework in frameworks else None
        matches = within(one, "match", dict)
        yield Sense(
            id=name,
            framework=owner,
            of=optional(one, "of") or None,
            called=optional(one, "called") or term,
            holds=optional(one, "holds") or None,
            fails=optional(one, "fails") or None,
            text=_prose(one, place) or Prose((), place),
            match=SenseMatches(**{relation.value: texts(matches, relation.value) for relation in Relation}),
            sources=(Citation(ref=owner or name, place=place),),
            place=place,
        )


def _prose(written: Mapping[str, Any], place: Place) -> Prose | None:
    words = optional(written, "definition", LONGEST_TEXT)
    return Prose((Text(words),), place) if words else None
