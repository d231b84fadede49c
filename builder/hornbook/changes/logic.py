"""What follows on one side of a change and not on the other; only what the changed clauses can reach is asked."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from hornbook.kinds import DISAGREEMENT, FAQ
from hornbook.logic import UNSETTLED, Answer, Clause, Literal, Unsettled, Verdict
from hornbook.model import Claim, KnowledgeBase, Scope
from hornbook.model.contents import each, listed_claims
from hornbook.reasoning.asking import answer_to, clash
from hornbook.reasoning.comparison import Asked, asked
from hornbook.reasoning.connections import connected
from hornbook.reasoning.outcomes import sufficient_sets
from hornbook.reasoning.scopes import Reasoning, Setting

MOST_GOALS = 200
"""For how many atoms of a framework it is asked which sets are enough."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """A question whose verdict is another one after the change."""

    scope: Scope
    question: Asked
    before: Answer
    after: Answer
    pages: tuple[str, ...]
    """Where it is stated, as `kind id`; empty where it is put to the framework by the comparison alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A clause that one side of the change entails and the other does not."""

    framework: str
    clause: Clause
    here: Answer
    """What the side says that entails it: with the proof."""
    there: Answer
    """What the other side says: open with two situations, or refuted with the proof."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Enough:
    """The sets that are enough for a goal on one side of the change alone."""

    framework: str
    goal: Literal
    gained: tuple[frozenset[Literal], ...]
    lost: tuple[frozenset[Literal], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LogicChanges:
    """What the change means for what follows from what."""

    turns: tuple[Turn, ...] = ()
    gained: tuple[Told, ...] = ()
    lost: tuple[Told, ...] = ()
    enough: tuple[Enough, ...] = ()
    unsettled: int = 0
    """How many questions were left out since one side cannot settle them within the limit of steps."""
    unasked: int = 0
    """For how many atoms more it was not asked which sets are enough."""


_Clauses = Mapping[frozenset[Literal], Clause]
"""Clauses by what they say; two names for one disjunction are no difference."""


@dataclass(frozen=True, slots=True)
class _Side:
    """One scope on one side of the change."""

    reasoning: Reasoning
    setting: Setting
    clauses: _Clauses


@dataclass(frozen=True, slots=True)
class _Pair:
    """One scope on both sides of the change."""

    before: _Side
    after: _Side
    reach: frozenset[str]
    """The atoms about which the two sides can differ."""

    @property
    def atoms(self) -> frozenset[str]:
        """Those that both sides know."""
        return self.before.setting.theory.atoms & self.after.setting.theory.atoms


def logic_changes(before: Reasoning, after: Reasoning) -> LogicChanges:
    """Compare two knowledge bases by what follows in the scopes that both have."""
    pairs = _pairs(before, after)
    turns, unsettled = _turns(before.knowledge, after.knowledge, pairs)
    frameworks = {scope.framework: pair for scope, pair in pairs.items() if scope.view is None}
    gained: list[Told] = []
    lost: list[Told] = []
    enough: list[Enough] = []
    unasked = 0
    for framework, pair in frameworks.items():
        gained += _told(pair.after, pair.before)
        lost += _told(pair.before, pair.after)
        goals = _goals(pair)
        unasked += max(0, len(goals) - MOST_GOALS)
        enough += _enough(framework, pair, goals[:MOST_GOALS])
    return LogicChanges(
        turns=tuple(turns),
        gained=tuple(gained),
        lost=tuple(lost),
        enough=tuple(enough),
        unsettled=unsettled,
        unasked=unasked,
    )


def _pairs(before: Reasoning, after: Reasoning) -> dict[Scope, _Pair]:
    """The scopes of both sides whose clauses or presuppositions differ, with what they can differ about."""
    pairs = {}
    for scope, new in after.settings.items():
        old = before.settings.get(scope)
        if old is None:
            continue
        one, other = _side(before, old), _side(after, new)
        changed = _changed_atoms(one, other)
        if not changed:
            continue
        whole = clash(before, old) is not None or clash(after, new) is not None
        reach = old.theory.atoms | new.theory.atoms if whole else connected(old, changed) | connected(new, changed)
        pairs[scope] = _Pair(one, other, reach)
    return pairs


def _side(reasoning: Reasoning, setting: Setting) -> _Side:
    return _Side(reasoning, setting, {clause.literals(): clause for clause in setting.theory.clauses})


def _changed_atoms(old: _Side, new: _Side) -> set[str]:
    atoms = {literal.atom for literals in old.clauses.keys() ^ new.clauses.keys() for literal in literals}
    under = {(one.atom, one.under) for one in old.setting.framework.all_presupposes}
    under ^= {(one.atom, one.under) for one in new.setting.framework.all_presupposes}
    return atoms | {atom for atom, _ in under}


def _asked(side: _Side, given: Iterable[Literal], goal: Literal) -> Answer:
    return answer_to(side.reasoning, side.setting, given, goal)


def _turns(before: KnowledgeBase, after: KnowledgeBase, pairs: Mapping[Scope, _Pair]) -> tuple[list[Turn], int]:
    pages = _pages(before, pairs)
    for key, found in _pages(after, pairs).items():
        pages[key] = tuple(dict.fromkeys((*pages.get(key, ()), *found)))
    turns = []
    unsettled = 0
    for (scope, question), where in pages.items():
        pair = pairs[scope]
        if not question.atoms & pair.reach or not question.atoms <= pair.atoms:
            continue
        given = question.premises | question.assuming
        old, new = (_asked(side, given, question.goal) for side in (pair.before, pair.after))
        if UNSETTLED in {old.verdict, new.verdict}:
            unsettled += 1
        elif old.verdict is not new.verdict:
            turns.append(Turn(scope=scope, question=question, before=old, after=new, pages=where))
    return sorted(turns, key=_gravity), unsettled


_WORST: Mapping[Verdict | Unsettled, int] = {
    Verdict.CONTRADICTORY: 0,
    Verdict.REFUTED: 1,
    Verdict.OPEN: 2,
    Verdict.FOLLOWS: 3,
}


def _gravity(turn: Turn) -> tuple[object, ...]:
    """The worst first: what is stated on a page, then what no longer follows."""
    return (
        not turn.pages,
        turn.before.verdict is not Verdict.FOLLOWS,
        _WORST[turn.after.verdict],
        str(turn.scope),
        str(turn.question.goal),
        sorted(map(str, turn.question.premises | turn.question.assuming)),
    )


def _pages(knowledge: KnowledgeBase, pairs: Mapping[Scope, _Pair]) -> dict[tuple[Scope, Asked], tuple[str, ...]]:
    """Every question of a changed scope with the records that state it; shared ones are put to every framework."""
    found: dict[tuple[Scope, Asked], list[str]] = {}
    shared: dict[Asked, None] = {}
    for kind in (FAQ, DISAGREEMENT):
        for record in knowledge.records(kind.declaration):
            for claim in each(record, Claim):
                shared[asked(claim)] = None
                if claim.scope in pairs:
                    found.setdefault((claim.scope, asked(claim)), []).append(f"{kind.word} {record.id}")
    for other in listed_claims(knowledge):
        if isinstance(other, Claim) and other.scope in pairs:
            found.setdefault((other.scope, asked(other)), [])
    for question in shared:
        for scope in pairs:
            if scope.view is None:
                found.setdefault((scope, question), [])
    return {key: tuple(dict.fromkeys(pages)) for key, pages in found.items()}


def _told(own: _Side, other: _Side) -> Iterator[Told]:
    """The clauses of one side that the other neither has nor entails, without those that a shorter one says too."""
    found = []
    for literals, clause in own.clauses.items():
        if literals not in other.clauses:
            answer = _asked(other, _given(clause), _goal(clause))
            if answer.verdict not in _ENTAILED:
                found.append((literals, clause, answer))
    framework = own.setting.framework.id
    for literals, clause, answer in found:
        if not any(shorter < literals for shorter, _, _ in found):
            here = _asked(own, _given(clause), _goal(clause))
            yield Told(framework=framework, clause=clause, here=here, there=answer)


_ENTAILED = (Verdict.FOLLOWS, Verdict.CONTRADICTORY, UNSETTLED)
"""What a side says to a clause that it entails, or of which it cannot settle whether it does."""


def _given(clause: Clause) -> tuple[Literal, ...]:
    return clause.premises if clause.conclusion is not None else clause.premises[:-1]


def _goal(clause: Clause) -> Literal:
    """The conclusion; where premises cannot hold together, the opposite of the last of them."""
    return clause.conclusion if clause.conclusion is not None else clause.premises[-1].negated()


def _goals(pair: _Pair) -> list[Literal]:
    """What clauses conclude from a changed clause on: of other atoms the sets that are enough stay the same."""
    old, new = pair.before.clauses, pair.after.clauses
    then: dict[Literal, set[Literal]] = {}
    reached: set[Literal] = set()
    for literals, clause in (*old.items(), *new.items()):
        if clause.conclusion is not None:
            for premise in clause.premises:
                then.setdefault(premise, set()).add(clause.conclusion)
            if (literals in old) != (literals in new):
                reached.add(clause.conclusion)
    todo = list(reached)
    while todo:
        further = then.get(todo.pop(), set()) - reached
        reached |= further
        todo += further
    return sorted(literal for literal in reached if literal.holds)


def _enough(framework: str, pair: _Pair, goals: Iterable[Literal]) -> Iterator[Enough]:
    for goal in goals:
        if goal.atom not in pair.atoms:
            continue
        old, new = (sufficient_sets(side.reasoning, side.setting, goal) for side in (pair.before, pair.after))
        gained = tuple(one for one in new.sets if not _gives(pair.before, one, goal))
        lost = tuple(one for one in old.sets if not _gives(pair.after, one, goal))
        if gained or lost:
            yield Enough(framework=framework, goal=goal, gained=gained, lost=lost)


def _gives(side: _Side, literals: frozenset[Literal], goal: Literal) -> bool:
    """Whether a set is enough for the goal on the other side; where that is unsettled, nothing is said against it."""
    return _asked(side, literals, goal).verdict in {Verdict.FOLLOWS, UNSETTLED}
