"""Clauses over literals: what follows, why, and what is missing. A leaf that knows strings, not terms."""

from builder.logic.values import Answer, Clause, Literal, Model, Proof, Step, StepKind, Verdict

__all__ = ["Answer", "Clause", "Literal", "Model", "Proof", "Step", "StepKind", "Verdict"]
