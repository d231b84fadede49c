"""From drafts of senses and authors to records, and to the fields of the terms that they belong to."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from hornbook.imports.naming import id_made_of
from hornbook.imports.sources import LONGEST_LINE, cited
from hornbook.imports.terms import Terms
from hornbook.imports.values import Draft, DraftSense, Vocabulary
from hornbook.imports.words import as_markdown, fitting_line, shortened
from hornbook.kinds import FRAMEWORK
from hornbook.load.records import LONGEST_PROSE
from hornbook.model.records import LONGEST_LABEL, Relation


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryRecords:
    """What is written beside terms, and what is added to them."""

    records: Mapping[str, dict[str, Any]]
    fields: Mapping[str, dict[str, Any]]
    """By the keys of terms."""
    framework: str | None
    """The one whose words count where nothing else is said, if there are several."""


@dataclass(slots=True)
class _Making:
    terms: Terms
    mathematics: bool
    frameworks: dict[str, str] = field(default_factory=dict)
    """Ids by keys."""
    senses: dict[str, str] = field(default_factory=dict)
    """`term/sense`, by keys."""

    def line(self, text: str, longest: int = LONGEST_LINE) -> str:
        return fitting_line(text, longest, mathematics=self.mathematics)

    def prose(self, text: str) -> str:
        written = shortened(as_markdown(text, mathematics=self.mathematics), LONGEST_PROSE)
        return f"{written}\n" if "\n" in written else written


def entry_records(vocabulary: Vocabulary, terms: Terms, taken: Collection[str], *, mathematics: bool) -> EntryRecords:
    """The records of a vocabulary's entries; `taken` are ids that the project has."""
    making = _Making(terms, mathematics)
    used = {*taken, *terms.ids.values()}
    for key, framework in vocabulary.frameworks.items():
        making.frameworks[key], _ = id_made_of((framework.name, framework.label), used)
        used.add(making.frameworks[key])
    for draft in vocabulary.terms:
        within: set[str] = set()
        for sense in draft.senses:
            own, _ = id_made_of((sense.name, making.frameworks.get(sense.framework, ""), "sense"), within)
            within.add(own)
            making.senses[sense.key] = f"{terms.ids[draft.key]}/{own}"
    records = {
        FRAMEWORK.own_file.format(making.frameworks[key]): {
            "label": making.line(one.label, LONGEST_LABEL),
            "source": terms.sources[one.source],
            **({"text": making.prose(one.text)} if one.text else {}),
        }
        for key, one in vocabulary.frameworks.items()
    }
    first = next(iter(making.frameworks.values()), None)
    fields = {draft.key: dict(_fields(making, draft)) for draft in vocabulary.terms}
    return EntryRecords(records=records, fields=fields, framework=first if len(records) > 1 else None)


def joined(term: Mapping[str, Any], fields: Mapping[str, Any]) -> dict[str, Any]:
    """A term with what entries add to it; names come to those that it has, and a note stays the last."""
    aliases = [*term.get("aliases", ()), *fields.get("aliases", ())]
    told = {**term, **fields, **({"aliases": aliases} if aliases else {})}
    return {name: told[name] for name in sorted(told, key=lambda name: name == "note")}


def _fields(making: _Making, draft: Draft) -> Iterator[tuple[str, Any]]:
    words = [_authors_word(making, sense, word) for sense in draft.senses for word in sense.words]
    if words:
        yield "aliases", words
    if draft.senses:
        yield "senses", [dict(_sense(making, one)) for one in draft.senses]
    if draft.mentions:
        yield "mentions", [making.terms.sources[key] for key in draft.mentions]


def _authors_word(making: _Making, sense: DraftSense, word: str) -> str | dict[str, str]:
    """A word that an author has for a sense; of nobody in particular, where the sense is nobody's."""
    framework = making.frameworks.get(sense.framework)
    return {"text": making.line(word), "framework": framework} if framework else making.line(word)


def _sense(making: _Making, sense: DraftSense) -> Iterator[tuple[str, Any]]:
    framework = making.frameworks.get(sense.framework, "")
    own = making.senses[sense.key].partition("/")[2]
    if own != framework:
        yield "id", own
    if framework:
        yield "framework", framework
    if sense.of:
        yield "of", making.line(sense.of)
    if sense.called:
        yield "called", making.terms.ids[sense.called]
    yield "text", making.prose(sense.text)
    if sense.quote:
        yield "quote", sense.quote.strip()
    match = {
        relation.value: [making.senses[key] for key in keys if key in making.senses]
        for relation, keys in sense.match.items()
    }
    if any(match.values()):
        yield "match", {relation: found for relation, found in match.items() if found}
    if sense.elsewhere:
        yield "elsewhere", {one.value: [*sense.elsewhere[one]] for one in Relation if one in sense.elsewhere}
    if sense.note:
        yield "note", making.prose(sense.note)
    yield "source", cited(sense.cited, making.terms.sources)
