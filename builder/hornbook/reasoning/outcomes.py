"""Claims put to the engine: the verdict, its certificate, and what would still be missing."""

from collections.abc import Iterable
from dataclasses import dataclass

from hornbook.logic import (
    Answer,
    Comparison,
    Consequences,
    Literal,
    Side,
    SufficientSets,
    Verdict,
    consequences,
    difference,
    minimal_sufficient_sets,
)
from hornbook.model import Claim
from hornbook.reasoning.asking import answer_to, checked
from hornbook.reasoning.scopes import Reasoning, Setting, conditions, primitives


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the engine says of one question."""

    answer: Answer
    missing: SufficientSets
    """For an open question the minimal sets that would settle it in favour of the goal; else none."""


@dataclass(frozen=True, slots=True)
class Failing:
    """What else must fail if one term does."""

    consequences: Consequences
    conditional: tuple[tuple[Literal, Consequences], ...]
    """For each condition, what follows in addition once it is assumed."""
    complete: bool = True
    """False: more may follow, since finding out takes too many steps."""


def outcome_of(reasoning: Reasoning, claim: Claim) -> Outcome:
    """Ask what the claim asks, in its scope; the verdict it states plays no part."""
    return outcome(reasoning, reasoning.settings[claim.scope], claim.given, claim.goal, claim.among)


def outcome(
    reasoning: Reasoning,
    setting: Setting,
    given: Iterable[Literal],
    goal: Literal,
    among: tuple[Literal, ...] | None = None,
) -> Outcome:
    """Ask whether `goal` follows from `given`; what is missing is sought `among` these, or the primitives."""
    known = tuple(sorted(set(given)))
    answer = answer_to(reasoning, setting, known, goal)
    if answer.verdict is not Verdict.OPEN:
        return Outcome(answer, SufficientSets((), complete=True))
    candidates = primitives(reasoning, setting, goal) if among is None else among
    fresh = tuple(literal for literal in candidates if literal not in known)
    missing = reasoning.inquiries.once(
        SufficientSets,
        (setting.scope, known, goal, fresh),
        lambda: minimal_sufficient_sets(setting.theory, goal, fresh, known, limit=setting.limit),
    )
    return Outcome(answer, missing)


def sufficient_sets(reasoning: Reasoning, setting: Setting, goal: Literal) -> SufficientSets:
    """All minimal sets of primitive literals that give the goal."""
    candidates = primitives(reasoning, setting, goal)
    return minimal_sufficient_sets(setting.theory, goal, candidates, limit=setting.share)


def apart(setting: Setting, literals: Iterable[Literal]) -> tuple[tuple[Literal, ...], tuple[Literal, ...]]:
    """Split literals into the conditions of the setting and the rest, each by id: (rest, conditions)."""
    known = conditions(setting)
    ordered = sorted(literals)
    return (
        tuple(literal for literal in ordered if literal.atom not in known),
        tuple(literal for literal in ordered if literal.atom in known),
    )


def if_it_fails(reasoning: Reasoning, setting: Setting, atom: str) -> Failing:
    """What follows from the negation of an atom, alone and under each condition of the setting.

    A condition that no clause links with the atom adds nothing to what it gives by itself. The others have an equal
    share of the steps.
    """
    failed = Literal(atom, holds=False)
    known = conditions(setting) - {atom}
    index = setting.theory.index
    linked = index.linked(index.number(failed))
    relevant = [one for one in map(Literal, sorted(known)) if index.number(one.negated()) in linked]
    limit = setting.share // (1 + len(relevant))
    base = consequences(setting.theory, (failed,), limit)
    complete, conditional = base.complete, []
    for condition in relevant:
        more = consequences(setting.theory, (failed, condition), limit)
        complete = complete and more.complete
        literals = tuple(x for x in more.literals if x not in base.literals)
        alternatives = tuple(x for x in more.alternatives if x not in base.alternatives)
        if literals or alternatives:
            # What the condition gives by itself says nothing about the failure.
            alone = _alone(reasoning, setting, condition)
            literals = tuple(x for x in literals if x not in alone.literals)
            alternatives = tuple(x for x in alternatives if x not in alone.alternatives)
        if literals or alternatives:
            conditional.append((condition, Consequences(literals, alternatives, more.complete)))
    plain = tuple(x for x in base.alternatives if not {literal.atom for literal in x} & known)
    return Failing(Consequences(base.literals, plain, base.complete), tuple(conditional), complete)


def _alone(reasoning: Reasoning, setting: Setting, condition: Literal) -> Consequences:
    return reasoning.inquiries.once(
        Consequences,
        (setting.scope, condition),
        lambda: consequences(setting.theory, (condition,), setting.share),
    )


def view_difference(reasoning: Reasoning, one: str, other: str) -> Comparison:
    """Whether two views give the same of the atoms that both mention; if not, a clause that only one of them gives."""
    left, right = (reasoning.settings[reasoning.knowledge.views[view].scope] for view in (one, other))
    return reasoning.inquiries.once(Comparison, (left.scope, right.scope), lambda: _compared(left, right))


def _compared(left: Setting, right: Setting) -> Comparison:
    compared = difference(left.theory, right.theory, left.theory.atoms & right.theory.atoms)
    found = compared.difference
    if found is not None and found.clause.conclusion is not None:
        denying = right if found.holds_in is Side.LEFT else left
        checked(denying, found.clause.premises, found.clause.conclusion, found.answer)
    return compared
