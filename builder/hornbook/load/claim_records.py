"""Claims as they stand in YAML, in their three shapes and in notation."""

from typing import Annotated, ClassVar

from pydantic import Discriminator, Field, Tag

from hornbook.load.leaves import Choice, ClaimText, Ref
from hornbook.load.record_parts import (
    ClaimLiteral,
    FrameworkRef,
    Listed,
    Pair,
    Prose,
    Record,
    TermRef,
    TrueOrFalse,
    ViewRef,
)
from hornbook.load.yaml_values import YamlMapping, YamlScalar
from hornbook.logic import Verdict


class ClaimRecord(Record):
    """What follows, is refuted or is open; the verdict is checked."""

    apart: ClassVar[tuple[str, str] | None] = ("if", "assuming")

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


def plain_claim_form(value: object) -> str:
    """Tell a claim in notation from one in fields, where no other kind may stand."""
    return "notation" if claim_form(value) == "notation" else "claim"


PlainClaimRecord = Annotated[
    Annotated[ClaimRecord, Tag("claim")] | Annotated[YamlScalar, ClaimText(), Tag("notation")],
    Discriminator(plain_claim_form),
]
