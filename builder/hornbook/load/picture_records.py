"""Views and chains as they stand in YAML: two kinds of diagram, told apart by `kind`."""

from typing import Annotated, ClassVar

from pydantic import Field

from hornbook.load.leaves import Choice, Line, Ref
from hornbook.load.record_parts import (
    FrameworkRef,
    Listed,
    NewId,
    Prose,
    Record,
    Several,
    Some,
    TermRef,
    ViewRef,
)
from hornbook.load.records import LONGEST_LABEL, CitationRecord
from hornbook.load.yaml_values import YamlScalar


class ViewRecord(Record):
    """A diagram of some implications of a framework: `diagrams/ID.yaml`."""

    kind: Annotated[YamlScalar, Choice(("view", "chain"))] | None = Field(None, description="By default `view`.")
    title: Annotated[YamlScalar, Line(120)] = Field(description="The heading of the diagram.")
    framework: FrameworkRef = Field(description="Whose implications it shows.")
    goal: Annotated[YamlScalar, Ref("atom")] = Field(description="The atom that stands on top.")
    show: Some[Annotated[YamlScalar, Ref("implication")]] = Field(description="Ids of the framework's implications.")
    equivalent_to: ViewRef | None = Field(None, description="A view that says the same; this is computed.")
    text: Prose | None = Field(None, description="What the diagram shows, in words.")
    note: Prose | None = Field(None, description="What a reader should know about this record.")
    source: CitationRecord | None = Field(None, description="By default the framework's source.")
    was: Listed[NewId] = Field(default_factory=list, description="Ids it had before; each redirects here.")


class LinkRecord(Record):
    """One objective of a chain."""

    either: ClassVar[tuple[str, ...]] = ("term", "label")

    term: TermRef | None = Field(None, description="The term that it is.")
    label: Annotated[YamlScalar, Line(LONGEST_LABEL)] | None = Field(
        None, description="Its words; by default the term's name."
    )
    matches: Listed[Annotated[YamlScalar, Ref("chain-term")]] = Field(
        default_factory=list, description="The terms in other chains that it corresponds to."
    )


class GapRecord(Record):
    """What stands between one objective and the next; empty where the author leaves it unnamed."""

    term: TermRef | None = Field(None, description="The term that names it.")
    label: Annotated[YamlScalar, Line(LONGEST_LABEL)] | None = Field(
        None, description="Its words; by default the term's name."
    )


class ChainRecord(Record):
    """A diagram of objectives in a row and the gaps between them: `diagrams/ID.yaml` with `kind: chain`."""

    kind: Annotated[YamlScalar, Choice(("chain",))] = Field(description="The word `chain`.")
    title: Annotated[YamlScalar, Line(120)] = Field(description="The heading of the diagram.")
    framework: FrameworkRef = Field(description="Whose chain it is.")
    links: Several[LinkRecord] = Field(description="The objectives, from what is wanted to what is done.")
    gaps: Some[GapRecord] = Field(description="What stands between them: one fewer than the links.")
    text: Prose = Field(description="What the diagram shows, in words.")
    note: Prose | None = Field(None, description="What a reader should know about this record.")
    source: CitationRecord = Field(description="Where the author draws or describes it.")
    was: Listed[NewId] = Field(default_factory=list, description="Ids it had before; each redirects here.")
