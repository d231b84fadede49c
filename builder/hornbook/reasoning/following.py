"""Everything that follows from the facts of an example, each with the one implication that it comes from.

What that implication needs stands among the facts or in the list as well, so the list as a whole is a proof of all of
it; it was held against the clauses as one.
"""

from dataclasses import dataclass

from hornbook.logic import Literal
from hornbook.model import Choice, Example, Implication
from hornbook.reasoning.asking import deduced
from hornbook.reasoning.presuppositions import Applying, applying_given
from hornbook.reasoning.readings import facts_in, what_follows
from hornbook.reasoning.scopes import Reasoning, Setting, record_of


@dataclass(frozen=True, slots=True)
class Grounded:
    """Something that follows, and its grounds."""

    literal: Literal
    record: Implication | Choice | None
    """What gives it in one step; None where it follows by cases alone."""
    premises: tuple[Literal, ...] = ()
    """What is needed for that step."""


@dataclass(frozen=True, slots=True)
class Following:
    """All that follows from the facts of an example in one framework."""

    facts: tuple[Literal, ...]
    found: tuple[Grounded, ...]
    """By id of the atom; where something holds anyway and grounds need it, it is among them."""
    applying: Applying
    """Which words do not apply to the example, or are not known to."""
    complete: bool
    """False: more may follow, since finding out takes too many steps."""


def following(reasoning: Reasoning, setting: Setting, example: Example) -> Following | None:
    """What follows from the example in a framework; None where no fact counts there, or they cannot hold together."""
    facts = facts_in(setting, example)
    proof = deduced(setting, facts) if facts else None
    if proof is None:
        return None
    told = what_follows(reasoning, setting, facts)
    applying = applying_given(reasoning, setting, facts)
    todo = [one for one in told.literals if one not in facts and one.atom not in applying.not_applying]
    steps = {step.literal: step for step in proof.steps}
    found: dict[Literal, Grounded] = {}
    while todo:
        literal = todo.pop()
        if literal in found or literal in facts:
            continue
        step = steps.get(literal)
        if step is None or step.clause is None:
            found[literal] = Grounded(literal, None)
            continue
        premises = tuple(one for one in (proof.steps[place].literal for place in step.premises) if one is not None)
        found[literal] = Grounded(literal, record_of(setting, step.clause), premises)
        todo += premises
    return Following(facts, tuple(found[one] for one in sorted(found)), applying, told.complete)
