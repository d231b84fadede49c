"""Terms, sources, the history and the glossary as they stand in YAML; the JSON Schema is made from these classes.

A field holds positioned scalars (or lists, groups and records of them); the descriptions are for contributors.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from hornbook.load.leaves import Address, CalendarDate, Choice, Language, Line, Ref
from hornbook.load.record_parts import (
    EvidenceWord,
    FrameworkRef,
    Listed,
    NewId,
    OneLine,
    Prose,
    Record,
    SenseRef,
    Some,
    TermRef,
    Text,
)
from hornbook.load.yaml_values import YamlScalar
from hornbook.model import Relation, Seen, TermKind

LONGEST_SHORT = 280
LONGEST_LABEL = 80


class CitationRecord(Record):
    """A source and the place in it; or the source's id alone."""

    shorthand: ClassVar[str | None] = "ref"

    ref: Annotated[YamlScalar, Ref("source")] = Field(description="The id of a source in `sources.yaml`.")
    at: OneLine | None = Field(None, description="Where in the source: a section, a page, a question's number.")


class AliasRecord(Record):
    """Another word for a term; or the word alone."""

    shorthand: ClassVar[str | None] = "text"

    text: OneLine = Field(description="The word as it occurs in texts.")
    framework: FrameworkRef | None = Field(None, description="Only this author's word.")


class MatchRecord(Record):
    """SKOS mappings to other terms."""

    exact: Listed[TermRef] = Field(default_factory=list, description="Terms with the same meaning.")
    close: Listed[TermRef] = Field(default_factory=list, description="Terms with nearly the same meaning.")
    broad: Listed[TermRef] = Field(default_factory=list, description="Terms with a wider meaning.")
    narrow: Listed[TermRef] = Field(default_factory=list, description="Terms with a narrower meaning.")
    related: Listed[TermRef] = Field(default_factory=list, description="Terms with a meaning beside this one.")

    def targets(self) -> list[tuple[Relation, YamlScalar]]:
        """Each mapping with its relation."""
        return [(relation, target) for relation in Relation for target in getattr(self, relation.value)]


class SenseMatchRecord(Record):
    """SKOS mappings to other authors' senses, each written `term/sense`."""

    exact: Listed[SenseRef] = Field(default_factory=list, description="Senses with the same meaning.")
    close: Listed[SenseRef] = Field(default_factory=list, description="Senses with nearly the same meaning.")
    broad: Listed[SenseRef] = Field(default_factory=list, description="Senses with a wider meaning.")
    narrow: Listed[SenseRef] = Field(default_factory=list, description="Senses with a narrower meaning.")
    related: Listed[SenseRef] = Field(default_factory=list, description="Senses with a meaning beside this one.")

    def targets(self) -> list[tuple[Relation, YamlScalar]]:
        """Each mapping with its relation."""
        return [(relation, target) for relation in Relation for target in getattr(self, relation.value)]


class SenseRecord(Record):
    """What one author means by the term."""

    together: ClassVar[tuple[str, ...]] = ("holds", "fails")

    framework: FrameworkRef | None = Field(None, description="Whose sense it is.")
    id: NewId | None = Field(None, description="A name for the sense; by default the framework's id.")
    of: OneLine | None = Field(None, description="What the term is said of, such as: an agent.")
    called: TermRef | None = Field(None, description="The author's own term for this sense, if it is another one.")
    holds: OneLine | None = Field(None, description="The sentence that is true when it holds, if not the term's own.")
    fails: OneLine | None = Field(None, description="The sentence that is true when it fails, if not the term's own.")
    text: Prose = Field(description="The meaning, in our own words.")
    quote: Text | None = Field(None, description="A short quotation.")
    match: SenseMatchRecord | None = Field(None, description="How it relates to other authors' senses (SKOS).")
    evidence: EvidenceWord | None = Field(None, description="Stated in the source (default), or inferred from it.")
    note: Prose | None = Field(None, description="What a reader should know about this record.")
    source: CitationRecord = Field(description="Where the author says so.")


class TermRecord(Record):
    """A term of the vocabulary: `glossary/terms/ID.yaml`."""

    together: ClassVar[tuple[str, ...]] = ("holds", "fails")

    label: Annotated[YamlScalar, Line(LONGEST_LABEL)] = Field(description="The term as it is written in a heading.")
    aliases: Listed[AliasRecord] = Field(default_factory=list, description="Other words for it, plurals included.")
    kind: Annotated[YamlScalar, Choice(tuple(TermKind))] = Field(description="What sort of thing the term names.")
    short: Annotated[YamlScalar, Line(LONGEST_SHORT)] = Field(description="The meaning in one plain sentence.")
    holds: OneLine | None = Field(None, description="The sentence that is true when it holds.")
    fails: OneLine | None = Field(None, description="The sentence that is true when it fails.")
    senses: Listed[SenseRecord] = Field(default_factory=list, description="What each author means by it.")
    related: Listed[TermRef] = Field(default_factory=list, description="Terms worth reading next.")
    match: MatchRecord | None = Field(None, description="How its meaning relates to other terms' (SKOS).")
    failure_of: Listed[TermRef] = Field(default_factory=list, description="The terms that it is a failure of.")
    addresses: Listed[TermRef] = Field(default_factory=list, description="The failures that this method is for.")
    mentions: Listed[CitationRecord] = Field(
        default_factory=list, description="Where a source uses the word without giving it a sense."
    )
    note: Prose | None = Field(None, description="What a reader should know about this record.")
    was: Listed[NewId] = Field(default_factory=list, description="Ids it had before; each redirects here.")
    unused: Text | None = Field(None, description="Why it may stay although nothing uses it.")


class SourceRecord(Record):
    """A work that the glossary draws on, with CSL's names for its fields."""

    id: NewId = Field(description="The name by which records cite it.")
    author: Listed[OneLine] = Field(default_factory=list, description="Each author's name.")
    title: OneLine = Field(description="The title.")
    issued: Annotated[YamlScalar, CalendarDate(partial=True)] | None = Field(None, description="When it appeared.")
    container_title: OneLine | None = Field(None, alias="container-title", description="Where it appeared.")
    URL: Annotated[YamlScalar, Address()] | None = Field(None, description="Its address, if it was seen.")
    seen: Annotated[YamlScalar, Choice(tuple(Seen))] = Field(description="How much of these data was seen in a copy.")
    unverified: Text | None = Field(None, description="What could not be verified.")


class ChangeRecord(Record):
    """One line of the vocabulary's history."""

    # The day is also written as a file's time, which archives keep from 1980 on.
    date: Annotated[YamlScalar, CalendarDate(first="1980-01-01", last="2100-12-31")] = Field(
        description="The day of the change."
    )
    ids: Some[Annotated[YamlScalar, Ref("history")]] = Field(description="What was changed.")
    text: Prose = Field(description="What was changed, and why.")


class GlossaryRecord(Record):
    """The glossary's own data: `glossary/glossary.yaml`."""

    title: Annotated[YamlScalar, Line(LONGEST_LABEL)] = Field(description="The name of the site.")
    description: OneLine = Field(description="What the site is, in a sentence.")
    site_url: Annotated[YamlScalar, Address()] = Field(description="The address of the site.")
    repository: Annotated[YamlScalar, Address()] = Field(description="The address that edit links begin with.")
    licence: OneLine = Field(description="The licence of the texts.")
    framework: FrameworkRef = Field(description="The default framework.")
    lang: Annotated[YamlScalar, Language()] | None = Field(None, description="The language; by default `en`.")
