"""Clauses over literals: what follows, why, and what is missing. A leaf that knows strings, not terms."""

from hornbook.logic.certificates import Checker, verify, verify_contradiction
from hornbook.logic.consequences import Consequences, consequences
from hornbook.logic.deductions import deduction
from hornbook.logic.difference import Comparison, Difference, Side, difference
from hornbook.logic.direct_sets import Lack, Lacks, direct_sets, lacking
from hornbook.logic.entailment import QUESTION_STEPS, ask, contradiction
from hornbook.logic.redundancy import Redundancy, redundant
from hornbook.logic.sufficient_sets import SufficientSets, minimal_sufficient_sets
from hornbook.logic.theory import Theory
from hornbook.logic.values import UNSETTLED, Answer, Clause, Literal, Model, Proof, Step, StepKind, Unsettled, Verdict

__all__ = [
    "QUESTION_STEPS",
    "UNSETTLED",
    "Answer",
    "Checker",
    "Clause",
    "Comparison",
    "Consequences",
    "Difference",
    "Lack",
    "Lacks",
    "Literal",
    "Model",
    "Proof",
    "Redundancy",
    "Side",
    "Step",
    "StepKind",
    "SufficientSets",
    "Theory",
    "Unsettled",
    "Verdict",
    "ask",
    "consequences",
    "contradiction",
    "deduction",
    "difference",
    "direct_sets",
    "lacking",
    "minimal_sufficient_sets",
    "redundant",
    "verify",
    "verify_contradiction",
]
