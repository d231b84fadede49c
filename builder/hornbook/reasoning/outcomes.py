"""Claims put to the engine: the verdict, its certificate, and what would still be missing."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from hornbook.logic import (
    UNSETTLED,
    Answer,
    Comparison,
    Consequences,
    Lacks,
    Literal,
    Side,
    SufficientSets,
    Verdict,
    consequences,
    difference,
    direct_sets,
    lacking,
    minimal_sufficient_sets,
)
from hornbook.model import Claim
from hornbook.reasoning.asking import answer_to, checked
from hornbook.reasoning.kept_sets import kept_sets
from hornbook.reasoning.presuppositions import Presupposed, Standing, presupposed
from hornbook.reasoning.scopes import Reasoning, Setting, helping, properties
from hornbook.reasoning.witnesses import witnesses


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the engine says of one question."""

    answer: Answer
    missing: SufficientSets
    """For an open question the minimal sets that would settle it in favour of the goal; else none."""
    lacks: Lacks
    """For an open question the single properties that would settle it in favour of the goal, and what else would."""
    presupposed: Presupposed
    """How what the words of the question presuppose stands to what is given."""
    witnesses: tuple[str, ...] = ()
    """For an open question the recorded examples which show that the goal does not follow; fewest facts first."""

    @property
    def situations(self) -> Answer | None:
        """The answer whose two situations, or the one for the other side, show that an open question is open.

        None where a word of the question does not apply: then there is no situation to show.
        """
        where_it_applies = self.presupposed.answer
        if self.answer.verdict is not Verdict.OPEN or self.presupposed.standing in _NO_SITUATIONS:
            return None
        if where_it_applies is None or where_it_applies.verdict is UNSETTLED:
            return self.answer
        if where_it_applies.verdict is Verdict.FOLLOWS:
            return replace(self.answer, model_with=None)
        if where_it_applies.verdict is Verdict.REFUTED:
            return replace(self.answer, model_without=None)
        return where_it_applies


MOST_SETS = 12
"""As many sets a page lists for a term; of more nobody reads each."""
_NO_SITUATIONS = (Standing.DOES_NOT_APPLY, Standing.NOT_TOGETHER)


@dataclass(frozen=True, slots=True)
class Failing:
    """What else must fail if one term does."""

    consequences: Consequences
    conditional: tuple[tuple[Literal, Consequences], ...]
    """For each condition, what follows in addition once it is assumed."""
    complete: bool = True
    """False: more may follow, since finding out takes too many steps."""


def answer_of(reasoning: Reasoning, claim: Claim) -> Answer:
    """The verdict on what the claim asks, with its certificate; the verdict it states plays no part."""
    return answer_to(reasoning, reasoning.settings[claim.scope], tuple(sorted(set(claim.given))), claim.goal)


def missing_of(reasoning: Reasoning, claim: Claim) -> SufficientSets:
    """For an open claim the minimal sets that would settle it in favour of its goal; else none."""
    if answer_of(reasoning, claim).verdict is not Verdict.OPEN:
        return SufficientSets((), complete=True)
    known = tuple(sorted(set(claim.given)))
    return _missing(reasoning, reasoning.settings[claim.scope], known, claim.goal, claim.among)


def outcome_of(reasoning: Reasoning, claim: Claim) -> Outcome:
    """The verdict on what the claim asks, and what is told of an open one besides."""
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
    words = presupposed(reasoning, setting, known, goal)
    if answer.verdict is not Verdict.OPEN:
        return Outcome(answer, SufficientSets((), complete=True), Lacks(), words)
    missing = _missing(reasoning, setting, known, goal, among)
    lacks = reasoning.inquiries.once(
        Lacks,
        (setting.scope, known, goal),
        lambda: lacking(setting.theory, known, goal, properties(reasoning, setting), setting.limit),
    )
    return Outcome(answer, missing, lacks, words, witnesses(reasoning, setting, known, goal))


def _missing(
    reasoning: Reasoning,
    setting: Setting,
    known: tuple[Literal, ...],
    goal: Literal,
    among: tuple[Literal, ...] | None,
) -> SufficientSets:
    candidates = helping(reasoning, setting, goal) if among is None else among
    fresh = tuple(literal for literal in candidates if literal not in known)
    return reasoning.inquiries.once(
        SufficientSets,
        (setting.scope, known, goal, fresh),
        lambda: kept_sets(
            reasoning,
            setting,
            ("missing", known, goal, fresh, setting.limit),
            lambda: minimal_sufficient_sets(setting.theory, goal, fresh, known, limit=setting.limit),
        ),
    )


def sufficient_sets(reasoning: Reasoning, setting: Setting, goal: Literal) -> SufficientSets:
    """The minimal sets of primitive literals that give the goal, the first MOST_SETS; found once in a run."""

    def found() -> SufficientSets:
        among = helping(reasoning, setting, goal)
        asked = ("sufficient", goal, among, setting.share, MOST_SETS)
        return kept_sets(
            reasoning,
            setting,
            asked,
            lambda: minimal_sufficient_sets(setting.theory, goal, among, limit=setting.share, cap=MOST_SETS),
        )

    return reasoning.inquiries.once(SufficientSets, (setting.scope, goal), found)


def direct_sets_of(reasoning: Reasoning, setting: Setting, goal: Literal) -> SufficientSets:
    """The direct sets of a goal that are not among the minimal sets of primitive literals."""
    asked = ("direct", goal, setting.share)
    found = kept_sets(reasoning, setting, asked, lambda: direct_sets(setting.theory, goal, setting.share))
    minimal = sufficient_sets(reasoning, setting, goal).sets
    return SufficientSets(tuple(one for one in found.sets if one not in minimal), found.complete)


def additions(outcome: Outcome) -> tuple[tuple[frozenset[Literal], tuple[Literal, ...]], ...]:
    """Each set that would settle an open question, said once, and what else would do in place of a single one.

    First what is missing of primitive literals, then single properties, then the rests of direct sets.
    """
    found = dict.fromkeys(outcome.missing.sets, ())
    single = {frozenset({lack.literal}): lack.stronger for lack in outcome.lacks.single}
    primitive = {literal for members in outcome.missing.sets if len(members) == 1 for literal in members}
    told = {members: tuple(one for one in stronger if one not in primitive) for members, stronger in single.items()}
    return tuple((found | told | {rest: () for rest in outcome.lacks.sets if rest not in found}).items())


def apart(setting: Setting, literals: Iterable[Literal]) -> tuple[tuple[Literal, ...], tuple[Literal, ...]]:
    """Split literals into the conditions of the setting and the rest, each by id: (rest, conditions)."""
    known = setting.conditions
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
    known = setting.conditions - {atom}
    index = setting.theory.index
    linked = index.linked([index.number(failed)])
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
