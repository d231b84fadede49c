"""What is wrong with a statement that does not come out as it says: a dropped condition, a converse, or more.

A condition was dropped where the goal follows once something is assumed that implications of the framework assume, and
not from that alone. A converse is stated where one of the premises follows from the goal and the other premises, and
not from these alone. The inverse, "without the premise not the goal", is the converse of a contrapositive.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum, auto

from hornbook.logic import UNSETTLED, Answer, Literal, Verdict, minimal_sufficient_sets
from hornbook.model.notation import ParsedClaim
from hornbook.reasoning.asking import answer_to
from hornbook.reasoning.scopes import Reasoning, Setting

_MOST_SETS = 3


class Fault(Enum):
    """What kind of mistake it is."""

    CONDITION = auto()
    CONVERSE = auto()
    OPPOSITE = auto()
    """The opposite follows, or what is given cannot hold together."""
    VERDICT = auto()
    """It comes out otherwise than is stated, and nothing of the above."""
    UNSETTLED = auto()
    """Finding out takes more steps than a question may."""


@dataclass(frozen=True, slots=True)
class Flaw:
    """What is wrong with a statement, where it was asked, and what was answered."""

    fault: Fault
    setting: Setting
    claim: ParsedClaim
    answer: Answer
    literals: tuple[Literal, ...] = ()
    """CONDITION: what must be assumed; CONVERSE: the premise that follows the other way."""


def flaw_of(reasoning: Reasoning, setting: Setting, claim: ParsedClaim) -> Flaw | None:
    """Put a claim to a setting that knows its atoms; None where it comes out as it says."""
    given = (*claim.premises, *claim.assuming)
    answer = answer_to(reasoning, setting, given, claim.goal)
    if answer.verdict is claim.verdict:
        return None
    if answer.verdict is UNSETTLED:
        return Flaw(Fault.UNSETTLED, setting, claim, answer)
    if claim.verdict is Verdict.FOLLOWS and answer.verdict is Verdict.OPEN:
        condition = _dropped(setting, given, claim.goal)
        if condition:
            return Flaw(Fault.CONDITION, setting, claim, answer, condition)
        premise = _converse(reasoning, setting, claim)
        if premise is not None:
            return Flaw(Fault.CONVERSE, setting, claim, answer, (premise,))
    contrary = answer.verdict in (Verdict.REFUTED, Verdict.CONTRADICTORY)
    return Flaw(Fault.OPPOSITE if contrary else Fault.VERDICT, setting, claim, answer)


def _dropped(setting: Setting, given: Iterable[Literal], goal: Literal) -> tuple[Literal, ...]:
    """The fewest conditions that make the goal follow, though they alone do not; nothing where there are none."""
    known = {literal.atom for literal in given} | {goal.atom}
    conditions = {literal for one in setting.implications for literal in one.assuming if literal.atom not in known}
    if not conditions:
        return ()
    limits = {"cap": _MOST_SETS, "limit": setting.limit}
    among = sorted(conditions)
    alone = {*minimal_sufficient_sets(setting.theory, goal, among, (), **limits).sets}
    found = minimal_sufficient_sets(setting.theory, goal, among, given, **limits).sets
    return next((tuple(sorted(one)) for one in sorted(found, key=len) if one and one not in alone), ())


def _converse(reasoning: Reasoning, setting: Setting, claim: ParsedClaim) -> Literal | None:
    """The premise that the goal gives, with the other premises; None where none is."""
    for premise in claim.premises:
        others = [one for one in (*claim.premises, *claim.assuming) if one != premise]
        if answer_to(reasoning, setting, [*others, claim.goal], premise).verdict is Verdict.FOLLOWS:
            alone = answer_to(reasoning, setting, others, premise)
            if alone.verdict is Verdict.OPEN:
                return premise
    return None
