"""Clauses that the others of their theory already give."""

from hornbook.logic.entailment import ask, contradiction
from hornbook.logic.propagation import Propagation
from hornbook.logic.theory import Theory
from hornbook.logic.values import Clause, Proof, Verdict


def redundant(theory: Theory) -> dict[str, Proof]:
    """Each clause that follows from all the others, by name and in the order of names, with a proof from those.

    The proof is one of the conclusion from the premises. It is one of a contradiction where the premises cannot
    hold together with the others, in particular if they contradict one another, and for clauses without a
    conclusion. A tautology is redundant like any other clause. Two clauses that give each other are both listed:
    either could go, not both.
    """
    proofs = {}
    for clause in sorted(theory.clauses, key=lambda clause: clause.name):
        if theory.index.horn and not _refuted_without(theory, clause):
            continue
        others = Theory(tuple(other for other in theory.clauses if other != clause), theory.atoms)
        proof = _proof(others, clause)
        if proof is not None:
            proofs[clause.name] = proof
    return proofs


def _refuted_without(theory: Theory, clause: Clause) -> bool:
    """Tell whether unit propagation without the clause contradicts its denial; tautologies contradict theirs."""
    index = theory.index
    number = index.place.get(clause.name)
    if number is None:
        return True
    state = Propagation(index, without=number)
    return state.contradictory or not state.assume_all(literal ^ 1 for literal in index.literals[number])


def _proof(others: Theory, clause: Clause) -> Proof | None:
    if clause.conclusion is None:
        return contradiction(others, clause.premises)
    answer = ask(others, clause.premises, clause.conclusion)
    return answer.proof if answer.verdict in {Verdict.FOLLOWS, Verdict.CONTRADICTORY} else None
