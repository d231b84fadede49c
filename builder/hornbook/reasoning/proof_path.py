"""The path of a proof: what a drawing lights for it."""

from dataclasses import dataclass

from hornbook.logic import Literal, Proof, StepKind
from hornbook.reasoning.scopes import Setting, record_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Lit:
    """What a drawing lights: the literals given, those that follow, and the implications that a proof uses."""

    given: frozenset[Literal]
    follows: frozenset[Literal]
    implications: frozenset[str]

    @property
    def in_order(self) -> tuple[tuple[Literal, ...], tuple[Literal, ...], tuple[str, ...]]:
        """The same in an order that is the same in every run."""
        return tuple(sorted(self.given)), tuple(sorted(self.follows)), tuple(sorted(self.implications))


def lit_by(setting: Setting, proof: Proof) -> Lit:
    """What a proof lights; what it only supposes stays dark."""
    given = frozenset(step.literal for step in proof.steps if step.kind is StepKind.GIVEN and step.literal)
    concluded = frozenset(step.literal for step in proof.steps if step.literal and not step.under)
    used = frozenset(record_of(setting, step.clause).id for step in proof.steps if step.clause)
    return Lit(given=given, follows=concluded - given, implications=used)
