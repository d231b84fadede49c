"""What a record takes over from others: the second, small step in the making of each value.

`completed` is given what was read of a record, and fills in what was left out. It never fails: where a record that it
draws on has mistakes, those were reported there, and nothing is made of the knowledge base.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from hornbook.diagnostics import Place
from hornbook.load.names import Known
from hornbook.model import (
    Citation,
    Claim,
    Faq,
    Glossary,
    Implication,
    Judgement,
    Link,
    Listing,
    OwnKind,
    OwnWord,
    Prose,
    RecordedAnswer,
    RecordedFact,
    Scope,
    Sense,
    Stance,
    Table,
    Term,
    TermKind,
    View,
)
from hornbook.model.prose import first_sentence, plain_text, without_headings
from hornbook.model.records import LONGEST_BEGINNING

Values = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around a value: whose words it uses, what it is called, and the record that holds it."""

    framework: str
    id: str = ""
    """What the file, or the key before a record, calls it."""
    record: Mapping[str, Any] = field(default_factory=dict)
    """What has been read of the record that holds it, by the model's names."""

    def named(self, framework: str | None) -> "Around":
        """The same in the words of another framework, if one is named."""
        return replace(self, framework=framework) if framework else self


def completed(declaration: type, values: Values, around: Around, place: Place, known: Known) -> Values:
    """The values with those that were left out; `place` is that of the record."""
    if values.get("links_in_text") is False:
        texts = {name: value for name, value in values.items() if isinstance(value, Prose)}
        values = {**values, **{name: replace(text, links_mentions=False) for name, text in texts.items()}}
    complete = _COMPLETIONS.get(declaration)
    return values if complete is None else complete(values, around, place, known)


def _with_source(values: Values, around: Around, place: Place, _known: Known) -> Values:
    """The source of the record that holds it, the first if there are several, without the place in it."""
    return {"source": _inherited(around, place), **values}


def _with_sources(values: Values, around: Around, place: Place, _known: Known) -> Values:
    """The source of the record that holds it, likewise, where several could be named."""
    return {"sources": (_inherited(around, place),), **values}


def _inherited(around: Around, place: Place) -> Citation:
    several: tuple[Citation, ...] = around.record.get("sources", ())
    holder: Citation | None = several[0] if several else around.record.get("source")
    return Citation(ref="" if holder is None else holder.ref, place=place)


def _with_source_of_framework(values: Values, around: Around, place: Place, known: Known) -> Values:
    return {"source": Citation(ref=known.framework_sources.get(around.framework, ""), place=place), **values}


def _claim(values: Values, _around: Around, _place: Place, known: Known) -> Values:
    """What its author says is said in the framework's source, whatever view of it the claim is asked in."""
    author: Stance | None = values.get("author")
    if author is None or author.source.ref:
        return values
    source = replace(author.source, ref=known.framework_sources.get(values["scope"].framework, ""))
    return values | {"author": replace(author, source=source)}


def _sense(values: Values, around: Around, _place: Place, _known: Known) -> Values:
    return {"id": values.get("framework"), "called": around.id, **values}


def _scope(values: Values, around: Around, _place: Place, known: Known) -> Values:
    """The view says whose it is."""
    scope = {"framework": around.framework, **values}
    owner = known.view_frameworks.get(values.get("view") or "")
    return scope if owner is None else scope | {"framework": owner}


def _faq(values: Values, around: Around, _place: Place, _known: Known) -> Values:
    return {"framework": around.framework, **values}


def _link(values: Values, _around: Around, _place: Place, known: Known) -> Values:
    """Its term's name, where it has no words of its own."""
    return {"label": known.called.get(values.get("term") or "", ""), **values, "labelling": known.labelling}


def _own_word(values: Values, _around: Around, _place: Place, _known: Known) -> Values:
    return {"label": values["id"].replace("-", " "), **values}


def _glossary(values: Values, _around: Around, _place: Place, known: Known) -> Values:
    """Addresses that paths are appended to end with a slash; a framework that is the only one is the default."""
    named = ((name, values.get(name)) for name in ("site_url", "repository"))
    slashed = {name: address.rstrip("/") + "/" for name, address in named if address is not None}
    return {"framework": known.default_framework or None, **values, **slashed}


def _term(values: Values, _around: Around, _place: Place, known: Known) -> Values:
    """What it means in short is how its text begins; its kind is spoken of as the glossary says."""
    words = known.own_words
    kind = values.get("own_kind", None if words.has_kinds else TermKind.CONCEPT.value)
    alike = words.alike.get(kind or "", TermKind.CONCEPT)
    values = {**values, "labelling": known.labelling, "own_kind": kind, "kind": alike}
    text: Prose | None = values.get("text")
    if text is None:
        return values
    plain = plain_text(without_headings(text.nodes), known.name_of)
    return {"short": first_sentence(plain, LONGEST_BEGINNING), **values}


def _judgement(values: Values, around: Around, place: Place, known: Known) -> Values:
    """The facts of its example that the framework knows are given."""
    claim: Claim = values["claim"]
    framework = claim.scope.framework
    atoms, own = known.framework_atoms.get(framework, frozenset()), known.facts.get(framework, {})
    facts: tuple[RecordedFact, ...] = around.record.get("facts", ())
    counted = tuple(
        fact.literal
        for fact in facts
        if fact.atom in atoms and fact.counts(framework, own, len(known.senses.get(fact.atom, ())))
    )
    return _with_source(values, around, place, known) | {
        "claim": replace(claim, premises=counted),
        "example": around.id,
    }


_COMPLETIONS: Mapping[type, Callable[[Values, Around, Place, Known], Values]] = {
    Claim: _claim,
    Faq: _faq,
    Glossary: _glossary,
    Implication: _with_sources,
    Judgement: _judgement,
    Link: _link,
    Listing: _with_source,
    OwnKind: _own_word,
    OwnWord: _own_word,
    RecordedAnswer: _with_source,
    Scope: _scope,
    Sense: _sense,
    Stance: _with_source,
    Table: _with_source,
    Term: _term,
    View: _with_source_of_framework,
}
