"""Frameworks as they stand in YAML."""

from typing import Annotated, ClassVar

from pydantic import Field

from hornbook.load.leaves import Line, Ref
from hornbook.load.record_parts import (
    Conclusion,
    EvidenceWord,
    Listed,
    Named,
    NewId,
    OneLine,
    Premise,
    Prose,
    Record,
    Some,
    Text,
    TrueOrFalse,
)
from hornbook.load.records import LONGEST_LABEL, CitationRecord
from hornbook.load.yaml_values import YamlScalar

LONGEST_TITLE = 120


class FactRecord(Record):
    """An atom that is not a term: a sentence for each value."""

    holds: OneLine = Field(description="The sentence that is true when it holds.")
    fails: OneLine = Field(description="The sentence that is true when it fails.")


class ChoiceRecord(Record):
    """A parameter of a scheme, of which at most one value holds."""

    id: NewId = Field(description="A name for the parameter.")
    one_of: Some[Annotated[YamlScalar, Ref("atom")]] = Field(description="The atoms, of which at most one holds.")


class ImplicationRecord(Record):
    """If the premises hold, under the conditions, the conclusion holds."""

    apart: ClassVar[tuple[str, str] | None] = ("if", "assuming")

    id: NewId = Field(description="A name, unique within the framework.")
    if_: Some[Premise] = Field(alias="if", description="The premises, each an id or `not` and an id.")
    assuming: Listed[Premise] = Field(default_factory=list, description="Conditions on the setting.")
    then: Conclusion = Field(description="The conclusion; or `impossible`: the premises cannot hold together.")
    converse: TrueOrFalse | None = Field(None, description="A definition: the conclusion gives back the premises.")
    because: Prose | None = Field(None, description="The reason, in our own words.")
    evidence: EvidenceWord | None = Field(None, description="Stated in the source (default), or inferred from it.")
    note: Prose | None = Field(None, description="What is inferred or not verified about it.")
    redundant: Text | None = Field(None, description="Why it may stay although it follows from the others.")
    source: CitationRecord | None = Field(None, description="By default the framework's source.")


class ListingRecord(Record):
    """A list that the author gives."""

    id: NewId = Field(description="A name, unique within the framework; the anchor on its page.")
    title: Annotated[YamlScalar, Line(LONGEST_TITLE)] = Field(description="What it is a list of.")
    items: Some[Prose] = Field(description="Its items, each in our own words or the author's label.")
    stance: TrueOrFalse | None = Field(None, description="True for the author's own position or advocacy.")
    note: Prose | None = Field(None, description="What a reader should know about this list.")
    source: CitationRecord | None = Field(None, description="By default the framework's source.")


class TableRecord(Record):
    """A table that the author gives."""

    id: NewId = Field(description="A name, unique within the framework; the anchor on its page.")
    title: Annotated[YamlScalar, Line(LONGEST_TITLE)] = Field(description="What the table shows.")
    columns: Some[OneLine] = Field(description="The headings of its columns.")
    rows: Some[Some[Prose]] = Field(description="Its rows, each with one cell for each column.")
    note: Prose | None = Field(None, description="What a reader should know about this table.")
    source: CitationRecord | None = Field(None, description="By default the framework's source.")


class FrameworkRecord(Record):
    """One author's vocabulary with its implications: `glossary/frameworks/ID.yaml`."""

    label: Annotated[YamlScalar, Line(LONGEST_LABEL)] = Field(description="The author and year, as in a heading.")
    source: CitationRecord = Field(description="Where it is laid out.")
    text: Prose | None = Field(None, description="What a reader should know about this way of speaking.")
    atoms: Named[FactRecord] = Field(default_factory=dict, description="Facts that only situations use.")
    choices: Listed[ChoiceRecord] = Field(default_factory=list, description="Parameters of the scheme.")
    implications: Listed[ImplicationRecord] = Field(default_factory=list, description="What implies what.")
    lists: Listed[ListingRecord] = Field(default_factory=list, description="Lists that the author gives.")
    tables: Listed[TableRecord] = Field(default_factory=list, description="Tables that the author gives.")
    note: Prose | None = Field(None, description="What a reader should know about this record.")
    was: Listed[NewId] = Field(default_factory=list, description="Ids it had before; each redirects here.")
