"""Questions put to the engine: each once in a run, with counted work, and nothing comes back that is not proved.

Every certificate is held against the clauses by a checker that shares no code with the engine, before anybody sees
the verdict.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from hornbook.logic import Answer, Literal, Proof, Verdict, ask, contradiction, deduction
from hornbook.reasoning.scopes import Reasoning, Setting


class WrongCertificateError(Exception):
    """The engine gave a verdict that its own certificate does not bear out: a bug of ours, never of the glossary."""


def answer_to(reasoning: Reasoning, setting: Setting, given: Iterable[Literal], goal: Literal) -> Answer:
    """Ask whether the goal follows from what is given; the order of what is given plays no part."""
    known = tuple(sorted(set(given)))
    return reasoning.inquiries.once(Answer, (setting.scope, known, goal), lambda: _asked(setting, known, goal))


def clash(reasoning: Reasoning, setting: Setting, given: Iterable[Literal] = ()) -> Answer | None:
    """Tell, with the proof, that what is given cannot hold together here, or that it is unsettled; None if it can."""
    known = tuple(sorted(set(given)))
    inquiry = (setting.scope, known)
    return reasoning.inquiries.once(_Clash, inquiry, lambda: _Clash(_contradiction(setting, known))).answer


def checked(setting: Setting, given: Iterable[Literal], goal: Literal, answer: Answer) -> Answer:
    """The answer, once its certificate was held against the clauses of the setting."""
    flaw = setting.checker.flaw(given, goal, answer)
    if flaw is not None:
        raise WrongCertificateError(f"{setting.scope}, {goal}: {flaw}")
    return answer


def checked_proof(setting: Setting, name: str, answer: Answer) -> Proof:
    """The proof by which other clauses give the clause of this name, once it was held against them."""
    proof = answer.proof
    assert proof is not None
    clause = setting.checker.clause(name)
    _check_proof(setting, clause.premises, clause.conclusion if answer.verdict is Verdict.FOLLOWS else None, proof)
    return proof


def deduced(setting: Setting, given: Iterable[Literal]) -> Proof | None:
    """One deduction of all that propagation gives, once it was held against the clauses; None for a contradiction."""
    known = tuple(sorted(set(given)))
    found = deduction(setting.theory, known)
    if found is not None and found.steps:
        _check_proof(setting, known, found.steps[-1].literal, found)
    return found


@dataclass(frozen=True, slots=True)
class _Clash:
    answer: Answer | None


def _asked(setting: Setting, known: tuple[Literal, ...], goal: Literal) -> Answer:
    return checked(setting, known, goal, ask(setting.theory, known, goal, setting.limit))


def _contradiction(setting: Setting, known: tuple[Literal, ...]) -> Answer | None:
    answer = contradiction(setting.theory, known, setting.limit)
    if answer is not None and answer.proof is not None:
        _check_proof(setting, known, None, answer.proof)
    return answer


def _check_proof(setting: Setting, known: tuple[Literal, ...], proved: Literal | None, proof: Proof) -> None:
    flaw = setting.checker.proof_flaw(known, proved, proof)
    if flaw is not None:
        raise WrongCertificateError(f"{setting.scope}: {flaw}")
