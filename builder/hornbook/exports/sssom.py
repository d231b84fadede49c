"""Mappings as SSSOM, the table for exchanging them (https://mapping-commons.github.io/sssom/): metadata, then rows.

All that it names has a prefix. Each mapping was made by people (`semapv:ManualMappingCuration`).
"""

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from hornbook.addresses import REGISTERS, SSSOM, TERMS
from hornbook.exports.licences import licence_named
from hornbook.exports.meanings import match_iri, sense_iri, term_iri
from hornbook.exports.rdf import iri
from hornbook.model import KnowledgeBase, Relation, Sense, Term
from hornbook.model.outside import outside_name
from hornbook.reasoning.matches import entries

PREDICATES = {
    Relation.EXACT: "skos:exactMatch",
    Relation.CLOSE: "skos:closeMatch",
    Relation.BROAD: "skos:broadMatch",
    Relation.NARROW: "skos:narrowMatch",
    Relation.RELATED: "skos:relatedMatch",
}
JUSTIFICATION = "semapv:ManualMappingCuration"
UNSPECIFIED = "https://w3id.org/sssom/license/unspecified"
COLUMNS = ("subject_id", "subject_label", "predicate_id", "object_id", "object_label", "mapping_justification")
_OWN = "terms"
_KNOWN: Mapping[str, str] = {
    "semapv": "https://w3id.org/semapv/vocab/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    **{word: register.page.removesuffix("{}") for word, register in REGISTERS.items()},
}


@dataclass(frozen=True, slots=True, order=True)
class Mapped:
    """One mapping; both ends by their addresses, with what they are called as far as that is known."""

    subject: str
    predicate: str
    object: str
    subject_label: str
    object_label: str


def sssom_files(knowledge: KnowledgeBase) -> dict[str, bytes]:
    """The table, unless nothing is mapped."""
    mapped = sorted(set(mappings(knowledge)))
    return {SSSOM: _table(knowledge, mapped)} if mapped else {}


def mappings(knowledge: KnowledgeBase) -> Iterator[Mapped]:
    """What terms and senses are matched with, here and elsewhere."""
    for term in knowledge.terms.values():
        yield from _of(knowledge, term, term_iri(knowledge, term.id), term.label)
        for sense in term.senses:
            yield from _of(knowledge, sense, sense_iri(knowledge, term, sense), knowledge.terms[sense.called].label)


def _of(knowledge: KnowledgeBase, record: Term | Sense, subject: str, label: str) -> Iterator[Mapped]:
    for match in record.matches:
        target = match_iri(knowledge, match.target)
        if target != subject:
            yield Mapped(subject, PREDICATES[match.relation], target, label, _label(knowledge, match.target))
    for relation, found in entries(record.elsewhere):
        yield Mapped(subject, PREDICATES[relation], iri(found.address), label, "")


def _label(knowledge: KnowledgeBase, target: str) -> str:
    """What a mapping leads to is called."""
    foreign = outside_name(target)
    if foreign is not None:
        return knowledge.outside[foreign[0]].terms[foreign[1]].label
    term, mark, sense = target.partition("/")
    if not mark:
        return knowledge.terms[term].label
    called = next(one.called for one in knowledge.terms[term].senses if one.id == sense)
    return knowledge.terms[called].label


def _table(knowledge: KnowledgeBase, mapped: list[Mapped]) -> bytes:
    prefixes = _prefixes(knowledge, mapped)
    used: set[str] = {"semapv", "skos"}

    def short(address: str) -> str:
        name, start = max(
            ((name, start) for name, start in prefixes.items() if address.startswith(start) and address != start),
            key=lambda one: len(one[1]),
        )
        used.add(name)
        return f"{name}:{address.removeprefix(start)}"

    rows = [
        (short(one.subject), one.subject_label, one.predicate, short(one.object), one.object_label, JUSTIFICATION)
        for one in mapped
    ]
    written = io.StringIO()
    writer = csv.writer(written, delimiter="\t", lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(rows)
    head = "".join(f"#{line}\n" for line in _metadata(knowledge, {name: prefixes[name] for name in sorted(used)}))
    return (head + written.getvalue()).encode()


def _metadata(knowledge: KnowledgeBase, prefixes: Mapping[str, str]) -> Iterator[str]:
    """The lines of YAML; JSON's strings are YAML's."""
    glossary = knowledge.glossary
    licence = licence_named(glossary.licence)
    yield "curie_map:"
    yield from (f"  {name}: {_quoted(start)}" for name, start in prefixes.items())
    yield f"license: {_quoted(licence.address if licence else UNSPECIFIED)}"
    yield f"mapping_set_description: {_quoted(glossary.description)}"
    yield f"mapping_set_id: {_quoted(glossary.site_url + SSSOM)}"
    yield f"mapping_set_title: {_quoted(glossary.title)}"
    if knowledge.changes:
        yield f"mapping_set_version: {_quoted(max(one.date for one in knowledge.changes))}"
    if licence is None:
        yield f"other: {_quoted(f'Licence: {glossary.licence}')}"


def _quoted(words: str) -> str:
    return json.dumps(words, ensure_ascii=False)


def _prefixes(knowledge: KnowledgeBase, mapped: Iterable[Mapped]) -> dict[str, str]:
    """A prefix for everything that is named: ours, those of registers, and one for each folder elsewhere."""
    known = {**_KNOWN, _OWN: knowledge.glossary.site_url + TERMS}
    others = {
        _folder(address)
        for one in mapped
        for address in (one.subject, one.object)
        if not any(address.startswith(start) and address != start for start in known.values())
    }
    return known | {f"n{number}": start for number, start in enumerate(sorted(others), start=1)}


def _folder(address: str) -> str:
    """What an address begins with, up to the last `/` or `#` that something stands behind."""
    body = address[:-1]
    return address[: max(body.rfind("/"), body.rfind("#")) + 1]
