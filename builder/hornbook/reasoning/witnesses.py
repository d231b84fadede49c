"""Witnesses: recorded examples that show that something does not follow.

That no implication gives a goal says little: the author may not have written it down. A recorded situation in which all
that is given holds and the goal fails says that it cannot follow.
"""

from collections.abc import Iterable

from hornbook.logic import Literal, Verdict
from hornbook.reasoning.asking import answer_to, clash
from hornbook.reasoning.readings import facts_in, what_follows
from hornbook.reasoning.scopes import Reasoning, Setting


def witnesses(reasoning: Reasoning, setting: Setting, given: Iterable[Literal], goal: Literal) -> tuple[str, ...]:
    """The examples in which what is given holds and the goal fails; those with fewest facts first, then by id.

    What counts is the whole framework, whatever a view shows. The values of choices that are given are supposed of
    an example too; everything else that is given its facts must give.
    """
    whole = reasoning.framework(setting.framework.id)
    chosen = {atom for choice in whole.framework.all_choices for atom in choice.one_of}
    supposed = tuple(sorted({literal for literal in given if literal.atom in chosen}))
    wanted = [*(literal for literal in given if literal.atom not in chosen), goal.negated()]
    if any(answer_to(reasoning, whole, (), one.negated()).verdict is Verdict.FOLLOWS for one in wanted):
        return ()
    found = []
    for example in reasoning.knowledge.examples.values():
        facts = (*facts_in(whole, example), *supposed)
        if facts and clash(reasoning, whole, facts) is None and _give(reasoning, whole, facts, wanted):
            found.append((len(facts), example.id))
    return tuple(name for _, name in sorted(found))


def _give(reasoning: Reasoning, whole: Setting, facts: tuple[Literal, ...], wanted: list[Literal]) -> bool:
    """Tell whether facts give all that is wanted; what they give beyond what always holds was found once."""
    known = {*facts, *what_follows(reasoning, whole, facts).literals}
    return all(
        one in known
        or (one.negated() not in known and answer_to(reasoning, whole, facts, one).verdict is Verdict.FOLLOWS)
        for one in wanted
    )
