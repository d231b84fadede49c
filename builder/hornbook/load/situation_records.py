"""Questions, examples, disagreements and statements as they stand in YAML."""

from typing import Annotated

from pydantic import Field

from hornbook.load.claim_records import AnyClaimRecord, PlainClaimRecord
from hornbook.load.leaves import Choice, Line, Ref
from hornbook.load.record_parts import (
    ClaimLiteral,
    EvidenceWord,
    FrameworkRef,
    KeysAre,
    Listed,
    Named,
    NewId,
    OneLine,
    Prose,
    Record,
    Several,
    Some,
    TrueOrFalse,
    ViewRef,
)
from hornbook.load.records import LONGEST_LABEL, LONGEST_SHORT, CitationRecord
from hornbook.load.yaml_values import YamlScalar
from hornbook.logic import Verdict
from hornbook.model import AnswerKind


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


class JudgementRecord(Record):
    """What one framework makes of an example: a claim whose given literals include the example's facts."""

    framework: FrameworkRef = Field(description="The framework that is asked.")
    assuming: Listed[ClaimLiteral] = Field(default_factory=list, description="The choices that are made.")
    then: ClaimLiteral = Field(description="The goal.")
    verdict: Annotated[YamlScalar, Choice(tuple(Verdict))] | None = Field(None, description="By default `follows`.")
    says: OneLine | None = Field(None, description="The source's own word for it.")
    note: Prose | None = Field(None, description="What a reader should know about this verdict.")
    source: CitationRecord | None = Field(None, description="By default the example's source.")


class AnswerRecord(Record):
    """What somebody answered to a question about an example."""

    question: Annotated[YamlScalar, Ref("question")] = Field(description="The question.")
    answer: Annotated[YamlScalar, Ref("option")] = Field(description="The id of one of its options.")
    kind: Annotated[YamlScalar, Choice(tuple(AnswerKind))] = Field(description="Who answers, in one word.")
    by: OneLine = Field(description="Who answered, in words.")
    source: CitationRecord | None = Field(None, description="By default the example's source.")


class ExampleRecord(Record):
    """A recorded situation: `glossary/examples/ID.yaml`."""

    label: Annotated[YamlScalar, Line(LONGEST_LABEL)] = Field(description="A short name, as in a heading.")
    text: Prose = Field(description="What happens.")
    facts: Annotated[Named[TrueOrFalse], KeysAre(Ref("framework-atom"))] = Field(
        default_factory=dict, description="Atoms of any frameworks, each true or false; those left out are unknown."
    )
    refines: Annotated[YamlScalar, Ref("example")] | None = Field(
        None, description="The example that this one adds facts to."
    )
    verdicts: Listed[JudgementRecord] = Field(default_factory=list, description="What frameworks make of it.")
    answers: Listed[AnswerRecord] = Field(default_factory=list, description="What was answered about it.")
    outside: TrueOrFalse | None = Field(
        None, description="True where its content comes from elsewhere than the source that mentions it."
    )
    note: Prose | None = Field(None, description="What a reader should know about this record.")
    source: CitationRecord = Field(description="Where it is told or mentioned.")
    was: Listed[NewId] = Field(default_factory=list, description="Ids it had before; each redirects here.")


class OptionRecord(Record):
    """One answer that a question offers."""

    id: NewId = Field(description="A name, unique within the question.")
    label: Annotated[YamlScalar, Line(LONGEST_LABEL)] = Field(description="The answer in words.")
    then: ClaimLiteral | None = Field(None, description="What it says of the example, if it says anything definite.")


class QuestionRecord(Record):
    """A question put to readers about several examples: `glossary/questions/ID.yaml`."""

    question: Annotated[YamlScalar, Line(280)] = Field(description="The question as it is put to readers.")
    text: Prose = Field(description="What a reader should know before answering.")
    options: Several[OptionRecord] = Field(description="The answers that are offered.")
    exclusive: TrueOrFalse | None = Field(None, description="False where several answers may be right at once.")
    examples: Some[Annotated[YamlScalar, Ref("example")]] = Field(description="In the order in which they are shown.")
    answer: Prose = Field(description="What the author says once the reader has answered.")
    source: CitationRecord = Field(description="Where the question is asked.")
    was: Listed[NewId] = Field(default_factory=list, description="Ids it had before.")


class PositionRecord(Record):
    """What one author holds in a disagreement."""

    framework: FrameworkRef = Field(description="Whose position it is.")
    says: Prose = Field(description="The position, in our own words.")
    claims: Listed[AnyClaimRecord] = Field(default_factory=list, description="Claims in that framework that decide it.")
    evidence: EvidenceWord | None = Field(None, description="Stated in the source (default), or inferred from it.")
    source: CitationRecord = Field(description="Where the author says so.")


class DisagreementRecord(Record):
    """Something on which authors differ: `glossary/disagreements/ID.yaml`."""

    question: Annotated[YamlScalar, Line(280)] = Field(description="What they differ on, as a question.")
    short: Annotated[YamlScalar, Line(LONGEST_SHORT)] = Field(description="What it comes to, in one plain sentence.")
    text: Prose | None = Field(None, description="What a reader should know about it.")
    claims: Listed[PlainClaimRecord] = Field(
        default_factory=list, description="Claims that are also asked of every other framework."
    )
    positions: Some[PositionRecord] = Field(description="What each author holds.")
    was: Listed[NewId] = Field(default_factory=list, description="Ids it had before; each redirects here.")


class StatementRecord(Record):
    """One thing that a source states, and where it is held: an item of `glossary/statements/SOURCE.yaml`."""

    id: NewId = Field(description="A name, unique within the source; the anchor on its page.")
    says: OneLine = Field(description="What is stated, in our own words.")
    at: Some[OneLine] = Field(description="Addresses of this site that hold it, such as `terms/ID#sense-ID`.")
