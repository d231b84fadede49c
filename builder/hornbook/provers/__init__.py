"""Questions and their proofs in the languages of other people's provers, as texts. Knows the logic, and no term.

Whoever doubts a verdict checks it with programs that are not ours: DIMACS and LRAT are read by SAT solvers and checkers
of proofs, SMT-LIB by SMT solvers, Lean by Lean. One more such program is small, and runs in a reader's browser.
"""

from hornbook.provers.cnf import Cnf, cnf_of
from hornbook.provers.dimacs import dimacs
from hornbook.provers.lean import lean_theorem
from hornbook.provers.lrat import lrat
from hornbook.provers.problems import Asked, Expected, Problem, Taken, problems_of
from hornbook.provers.replay import replayable
from hornbook.provers.smtlib import smtlib

__all__ = [
    "Asked",
    "Cnf",
    "Expected",
    "Problem",
    "Taken",
    "cnf_of",
    "dimacs",
    "lean_theorem",
    "lrat",
    "problems_of",
    "replayable",
    "smtlib",
]
