"""The records as they stand in YAML, one class per kind; the JSON Schema is made from them.

A field holds positioned scalars (or lists, groups and records of them); the descriptions are for contributors.
"""

from typing import Annotated, ClassVar

from pydantic import Discriminator, Field, Tag

from builder.load.leaves import Address, CalendarDate, Choice, ClaimText, Line, Ref
from builder.load.record_parts import (
    ClaimLiteral,
    Conclusion,
    EvidenceWord,
    FrameworkRef,
    Listed,
    Named,
    NewId,
    OneLine,
    Pair,
    Premise,
    Prose,
    Record,
    Some,
    TermRef,
    Text,
    TrueOrFalse,
    ViewRef,
)
from builder.load.yaml_values import YamlMapping, YamlScalar
from builder.logic import Verdict
from builder.model import Relation, Seen, TermKind

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


class SenseRecord(Record):
    """What one author means by the term."""

    framework: FrameworkRef | None = Field(None, description="Whose sense it is.")
    id: NewId | None = Field(None, description="A name for the sense; by default the framework's id.")
    of: OneLine | None = Field(None, description="What the term is said of, such as: an agent.")
    called: TermRef | None = Field(None, description="The author's own term for this sense, if it is another one.")
    text: Prose = Field(description="The meaning, in our own words.")
    quote: Text | None = Field(None, description="A short quotation.")
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
    note: Prose | None = Field(None, description="What a reader should know about this record.")
    was: Listed[NewId] = Field(default_factory=list, description="Ids it had before; each redirects here.")
    unused: Text | None = Field(None, description="Why it may stay although nothing uses it.")


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


class FrameworkRecord(Record):
    """One author's vocabulary with its implications: `glossary/frameworks/ID.yaml`."""

    label: Annotated[YamlScalar, Line(LONGEST_LABEL)] = Field(description="The author and year, as in a heading.")
    source: CitationRecord = Field(description="Where it is laid out.")
    text: Prose | None = Field(None, description="What a reader should know about this way of speaking.")
    atoms: Named[FactRecord] = Field(default_factory=dict, description="Facts that only situations use.")
    choices: Listed[ChoiceRecord] = Field(default_factory=list, description="Parameters of the scheme.")
    implications: Listed[ImplicationRecord] = Field(default_factory=list, description="What implies what.")
    was: Listed[NewId] = Field(default_factory=list, description="Ids it had before; each redirects here.")


class ViewRecord(Record):
    """A diagram of some implications of a framework: `diagrams/ID.yaml`."""

    title: Annotated[YamlScalar, Line(120)] = Field(description="The heading of the diagram.")
    framework: FrameworkRef = Field(description="Whose implications it shows.")
    goal: Annotated[YamlScalar, Ref("atom")] = Field(description="The atom that stands on top.")
    show: Some[Annotated[YamlScalar, Ref("implication")]] = Field(description="Ids of the framework's implications.")
    equivalent_to: ViewRef | None = Field(None, description="A view that says the same; this is computed.")
    text: Prose | None = Field(None, description="What the diagram shows, in words.")
    note: Prose | None = Field(None, description="What a reader should know about this record.")
    source: CitationRecord | None = Field(None, description="By default the framework's source.")
    was: Listed[NewId] = Field(default_factory=list, description="Ids it had before; each redirects here.")


class ClaimRecord(Record):
    """What follows, is refuted or is open; the verdict is checked."""

    if_: Listed[ClaimLiteral] = Field(alias="if", default_factory=list, description="What is taken as given.")
    assuming: Listed[ClaimLiteral] = Field(default_factory=list, description="Conditions on the setting.")
    then: ClaimLiteral = Field(description="The goal.")
    verdict: Annotated[YamlScalar, Choice(tuple(Verdict))] | None = Field(None, description="By default `follows`.")
    view: ViewRef | None = Field(None, description="Only this view's implications count.")
    framework: FrameworkRef | None = Field(None, description="By default the record's framework.")
    missing: Listed[Listed[ClaimLiteral]] | None = Field(
        None, description="All minimal sets that, added, would make the goal follow."
    )
    among: Listed[ClaimLiteral] | None = Field(None, description="What `missing` may use.")
    note: Prose | None = Field(None, description="What a reader should know about this claim.")


class EquivalenceRecord(Record):
    """Two views say the same of the atoms that both mention."""

    equivalent: Pair[ViewRef] = Field(description="The two views.")
    holds: TrueOrFalse | None = Field(None, description="False where they are said to differ.")
    note: Prose | None = Field(None, description="What a reader should know about this claim.")


class NamingRecord(Record):
    """An author's name for one sense of a word."""

    sense: Annotated[YamlScalar, Ref("sense")] = Field(description="The sense, written `term/sense`.")
    called: TermRef = Field(description="The author's own term for it.")
    note: Prose | None = Field(None, description="What a reader should know about this claim.")


def claim_form(value: object) -> str:
    """Tell by its fields which kind of claim a value is."""
    if isinstance(value, YamlScalar):
        return "notation"
    names = {key.text for key, _ in value.fields} if isinstance(value, YamlMapping) else set()
    if "equivalent" in names:
        return "equivalence"
    if any("=>" in name for name in names):
        return "notation"  # YAML has taken the `: ` before the verdict for a field
    return "naming" if "sense" in names else "claim"


AnyClaimRecord = Annotated[
    Annotated[ClaimRecord, Tag("claim")]
    | Annotated[EquivalenceRecord, Tag("equivalence")]
    | Annotated[NamingRecord, Tag("naming")]
    | Annotated[YamlScalar, ClaimText(), Tag("notation")],
    Discriminator(claim_form),
]


class FaqRecord(Record):
    """A question and its answer: `glossary/faq/ID.yaml`."""

    question: Annotated[YamlScalar, Line(280)] = Field(description="The question as a reader asks it.")
    framework: FrameworkRef | None = Field(None, description="By default the glossary's framework.")
    view: ViewRef | None = Field(None, description="The view that its diagram shows.")
    short: Annotated[YamlScalar, Line(LONGEST_SHORT)] = Field(description="The answer in one plain sentence.")
    answer: Prose = Field(description="The answer.")
    claims: Listed[AnyClaimRecord] = Field(default_factory=list, description="The claims that bear the answer out.")
    note: Prose | None = Field(None, description="What a reader should know about this record.")
    source: CitationRecord = Field(description="Where the question is answered.")
    was: Listed[NewId] = Field(default_factory=list, description="Ids it had before; each redirects here.")


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

    date: Annotated[YamlScalar, CalendarDate()] = Field(description="The day of the change.")
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
