"""Clauses that the others of their theory already give."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from hornbook.logic.entailment import QUESTION_STEPS, ask, contradiction
from hornbook.logic.independence import Left
from hornbook.logic.steps import Steps, StepsSpent
from hornbook.logic.theory import Theory
from hornbook.logic.values import UNSETTLED, Answer, Clause

MOST_STEPS = 4_000_000


@dataclass(frozen=True, slots=True)
class Redundancy:
    """Clauses that can go together: those that stay give every one of them."""

    answers: Mapping[str, Answer]
    """Of each clause that can go, by name and in the order in which they were tried: how those that stay give it.

    It follows from its premises, or these are contradictory with the others; so it is for clauses without a
    conclusion, and where the premises contradict one another.
    """
    complete: bool
    """False: more could go, since trying them all takes too many steps."""


def redundant(
    theory: Theory, candidates: Sequence[Sequence[str]], waived: Collection[str] = (), limit: int = MOST_STEPS
) -> Redundancy:
    """Choose clauses that can go together, so that the theory says the same without all of them.

    Each of the `candidates` is a unit, clauses that go together or not at all, tried in this order: it goes where
    the clauses that are left give it. Before them the `waived` ones are taken out where the rest gives them: they
    are kept for other reasons, so nothing is to rest on them. Clauses in neither stay. A tautology can always go.
    """
    gone, place = list[str](), theory.index.place
    asked = (place[name] for unit in candidates for name in unit if name in place)
    left = Left(theory.index, asked, Steps(limit))
    waived, out, complete = set(waived), set[str](), True
    waived_units = [unit for unit in candidates if not waived.isdisjoint(unit)]
    advisable = [unit for unit in candidates if waived.isdisjoint(unit)]
    try:
        for unit in (*waived_units, *advisable):
            if left.drop(place[name] for name in unit if name in place):
                out.update(unit)
                gone += unit if waived.isdisjoint(unit) else ()
    except StepsSpent:
        complete = False
    named = {clause.name: clause for clause in theory.clauses}
    others = Theory(tuple(clause for name, clause in named.items() if name not in out), theory.atoms)
    share = min(QUESTION_STEPS, limit // max(1, len(gone)))
    answers = {name: _answer(others, named[name], share) for name in gone}
    settled = {name: answer for name, answer in answers.items() if answer.verdict is not UNSETTLED}
    return Redundancy(settled, complete and len(settled) == len(answers))


def _answer(others: Theory, clause: Clause, limit: int) -> Answer:
    if clause.conclusion is not None:
        return ask(others, clause.premises, clause.conclusion, limit)
    return contradiction(others, clause.premises, limit) or Answer(UNSETTLED)
