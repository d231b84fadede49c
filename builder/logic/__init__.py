"""Clauses over literals: what follows, why, and what is missing. A leaf that knows strings, not terms."""

from builder.logic.certificates import verify, verify_contradiction
from builder.logic.consequences import Consequences, consequences
from builder.logic.difference import Difference, Side, difference
from builder.logic.entailment import ask, contradiction
from builder.logic.redundancy import redundant
from builder.logic.sufficient_sets import SufficientSets, minimal_sufficient_sets
from builder.logic.theory import Theory
from builder.logic.values import Answer, Clause, Literal, Model, Proof, Step, StepKind, Verdict

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
