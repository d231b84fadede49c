"""Search by formula: which recorded examples have all of some literals, which cannot have them, and which may.

Sheer lists of facts would find little: what counts is what one author's implications make of them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from hornbook.logic import Answer, Literal, Proof, Verdict
from hornbook.model import Example
from hornbook.reasoning.asking import answer_to, clash
from hornbook.reasoning.presuppositions import Applying, applying_given
from hornbook.reasoning.readings import facts_in, what_follows
from hornbook.reasoning.scopes import Reasoning, Setting


class Match(StrEnum):
    """How an example stands to a formula."""

    ALL = "all"
    """Its facts give all of it."""
    MAY = "may"
    """Its facts neither give all of it nor exclude it."""
    CANNOT = "cannot"
    """Its facts exclude it."""
    UNSETTLED = "unsettled"
    """Finding out takes more steps than a question may."""


@dataclass(frozen=True, slots=True)
class Found:
    """One example held against a formula."""

    example: str
    match: Match
    proofs: tuple[Proof, ...]
    """ALL: of each literal; CANNOT: of the contradiction between the facts and the formula."""


@dataclass(frozen=True, slots=True)
class Search:
    """What came of one formula in one framework."""

    excluded: Answer | None
    """Why nothing at all can have all of it; then no example is looked at."""
    found: tuple[Found, ...] = ()
    """Those that have it, then those that may, then those that cannot; each group by id."""


@dataclass(frozen=True, slots=True)
class Known:
    """What a framework makes of one example."""

    example: str
    facts: tuple[Literal, ...]
    """Those that count there."""
    holds: Mapping[str, bool]
    """The facts and what they give, by atom."""
    applying: Applying
    """Which words do not apply to it, or are not known to."""
    complete: bool
    """False: more may hold or fail, since finding out takes too many steps."""


def search(reasoning: Reasoning, setting: Setting, wanted: Sequence[Literal]) -> Search:
    """Hold each recorded example that the framework knows something of against a conjunction of literals."""
    excluded = clash(reasoning, setting, wanted)
    if excluded is not None:
        return Search(excluded)
    examples = [one for one in reasoning.knowledge.examples.values() if facts_in(setting, one)]
    found = [_held_against(reasoning, setting, one, tuple(dict.fromkeys(wanted))) for one in examples]
    order = list(Match)
    return Search(None, tuple(sorted(found, key=lambda one: (order.index(one.match), one.example))))


def examples_known(reasoning: Reasoning, setting: Setting) -> tuple[Known, ...]:
    """Of each example that the framework knows something of what is known of it there; by id."""
    known = []
    for example in reasoning.knowledge.examples.values():
        facts = facts_in(setting, example)
        if facts:
            following = what_follows(reasoning, setting, facts)
            holds = {one.atom: one.holds for one in (*facts, *following.literals)}
            applying = applying_given(reasoning, setting, facts)
            known.append(Known(example.id, facts, holds, applying, following.complete))
    return tuple(known)


def _held_against(reasoning: Reasoning, setting: Setting, example: Example, wanted: tuple[Literal, ...]) -> Found:
    facts = facts_in(setting, example)
    excluded = clash(reasoning, setting, (*facts, *wanted))
    if excluded is not None:
        match = Match.UNSETTLED if excluded.proof is None else Match.CANNOT
        return Found(example.id, match, () if excluded.proof is None else (excluded.proof,))
    answers = [answer_to(reasoning, setting, facts, one) for one in wanted]
    proofs = tuple(one.proof for one in answers if one.verdict is Verdict.FOLLOWS and one.proof is not None)
    if len(proofs) == len(wanted):
        return Found(example.id, Match.ALL, proofs)
    is_open = any(one.verdict is Verdict.OPEN for one in answers)
    return Found(example.id, Match.MAY if is_open else Match.UNSETTLED, ())
