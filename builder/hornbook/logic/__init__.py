"""Clauses over literals: what follows, why, and what is missing. A leaf that knows strings, not terms."""

from hornbook.logic.certificates import verify, verify_contradiction
from hornbook.logic.consequences import Consequences, consequences
from hornbook.logic.difference import Difference, Side, difference
from hornbook.logic.entailment import ask, contradiction
from hornbook.logic.redundancy import redundant
from hornbook.logic.sufficient_sets import SufficientSets, minimal_sufficient_sets
from hornbook.logic.theory import Theory
from hornbook.logic.values import Answer, Clause, Literal, Model, Proof, Step, StepKind, Verdict

__all__ = [
    "Answer",
    "Clause",
    "Consequences",
    "Difference",
    "Literal",
    "Model",
    "Proof",
    "Side",
    "Step",
    "StepKind",
    "SufficientSets",
    "Theory",
    "Verdict",
    "ask",
    "consequences",
    "contradiction",
    "difference",
    "minimal_sufficient_sets",
    "redundant",
    "verify",
    "verify_contradiction",
]
