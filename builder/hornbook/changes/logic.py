"""What follows on one side of a change and not on the other; only what the changed clauses can reach is asked."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from hornbook.kinds import DISAGREEMENT, FAQ
from hornbook.logic import UNSETTLED, Answer, Clause, Literal, Theory, Unsettled, Verdict
from hornbook.model import Claim, KnowledgeBase, Scope
from hornbook.model.contents import each, listed_claims
from hornbook.reasoning.asking import answer_to, clash
from hornbook.reasoning.comparison import Asked, asked
from hornbook.reasoning.outcomes import sufficient_sets
from hornbook.reasoning.scopes import Reasoning, Setting, connected

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


@dataclass(frozen=True, slots=True)
class _Pair:
    """One scope on both sides of the change."""

    before: Setting
    after: Setting
    reach: frozenset[str]
    """The atoms about which the two sides can differ."""


def logic_changes(before: Reasoning, after: Reasoning) -> LogicChanges:
    """Compare two knowledge bases by what follows in the scopes that both have."""
    pairs = _pairs(before, after)
    turns, unsettled = _turns(before, after, pairs)
    frameworks = {scope.framework: pair for scope, pair in pairs.items() if scope.view is None}
    gained: list[Told] = []
    lost: list[Told] = []
    enough: list[Enough] = []
    unasked = 0
    for framework, pair in frameworks.items():
        gained += _told(after, pair.after, before, pair.before)
        lost += _told(before, pair.before, after, pair.after)
        goals = _goals(pair)
        unasked += max(0, len(goals) - MOST_GOALS)
        enough += _enough(before, after, framework, pair, goals[:MOST_GOALS])
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
        changed = _changed_atoms(old, new)
        if not changed:
            continue
        whole = clash(before, old) is not None or clash(after, new) is not None
        reach = old.theory.atoms | new.theory.atoms if whole else connected(old, changed) | connected(new, changed)
        pairs[scope] = _Pair(old, new, reach)
    return pairs


def _changed_atoms(old: Setting, new: Setting) -> set[str]:
    clauses = _by_literals(old.theory).keys() ^ _by_literals(new.theory).keys()
    atoms = {literal.atom for literals in clauses for literal in literals}
    under = {(one.atom, one.under) for one in old.framework.presupposes}
    under ^= {(one.atom, one.under) for one in new.framework.presupposes}
    return atoms | {atom for atom, _ in under}


def _by_literals(theory: Theory) -> dict[frozenset[Literal], Clause]:
    """The clauses by what they say; two names for one disjunction are no difference."""
    return {clause.literals(): clause for clause in theory.clauses}


def _turns(before: Reasoning, after: Reasoning, pairs: Mapping[Scope, _Pair]) -> tuple[list[Turn], int]:
    pages = _pages(before.knowledge, pairs)
    for key, found in _pages(after.knowledge, pairs).items():
        pages[key] = tuple(dict.fromkeys((*pages.get(key, ()), *found)))
    turns = []
    unsettled = 0
    for (scope, question), where in pages.items():
        pair = pairs[scope]
        if not question.atoms & pair.reach or not question.atoms <= pair.before.theory.atoms & pair.after.theory.atoms:
            continue
        given = question.premises | question.assuming
        old = answer_to(before, pair.before, given, question.goal)
        new = answer_to(after, pair.after, given, question.goal)
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


def _told(here: Reasoning, own: Setting, there: Reasoning, other: Setting) -> Iterator[Told]:
    """The clauses of one side that the other neither has nor entails, without those that a shorter one says too."""
    known = _by_literals(other.theory)
    found = []
    for literals, clause in _by_literals(own.theory).items():
        if literals not in known:
            answer = _other_answer(there, other, clause)
            if answer is not None:
                found.append((literals, clause, answer))
    for literals, clause, answer in found:
        if not any(shorter < literals for shorter, _, _ in found):
            goal = _goal(clause)
            given = _given(clause)
            yield Told(framework=own.framework.id, clause=clause, here=answer_to(here, own, given, goal), there=answer)


def _other_answer(reasoning: Reasoning, setting: Setting, clause: Clause) -> Answer | None:
    """What a side says to a clause that it does not have; None where it entails it or cannot settle it."""
    answer = answer_to(reasoning, setting, _given(clause), _goal(clause))
    entailed = (Verdict.FOLLOWS, Verdict.CONTRADICTORY, UNSETTLED)
    return None if answer.verdict in entailed else answer


def _given(clause: Clause) -> tuple[Literal, ...]:
    return clause.premises if clause.conclusion is not None else clause.premises[:-1]


def _goal(clause: Clause) -> Literal:
    """The conclusion; where premises cannot hold together, the opposite of the last of them."""
    return clause.conclusion if clause.conclusion is not None else clause.premises[-1].negated()


def _goals(pair: _Pair) -> list[Literal]:
    """What clauses conclude from a changed clause on: of other atoms the sets that are enough stay the same."""
    old, new = _by_literals(pair.before.theory), _by_literals(pair.after.theory)
    reached = {clause.conclusion for literals, clause in (old | new).items() if (literals in old) != (literals in new)}
    clauses = [*old.values(), *new.values()]
    todo = [literal for literal in reached if literal is not None]
    while todo:
        literal = todo.pop()
        for clause in clauses:
            then = clause.conclusion
            if then is not None and then not in reached and literal in clause.premises:
                reached.add(then)
                todo.append(then)
    return sorted(literal for literal in reached if literal is not None and literal.holds)


def _enough(
    before: Reasoning, after: Reasoning, framework: str, pair: _Pair, goals: Iterable[Literal]
) -> Iterator[Enough]:
    both = pair.before.theory.atoms & pair.after.theory.atoms
    for goal in goals:
        if goal.atom not in both:
            continue
        old = sufficient_sets(before, pair.before, goal)
        new = sufficient_sets(after, pair.after, goal)
        gained = tuple(one for one in new.sets if not _gives(before, pair.before, one, goal))
        lost = tuple(one for one in old.sets if not _gives(after, pair.after, one, goal))
        if gained or lost:
            yield Enough(framework=framework, goal=goal, gained=gained, lost=lost)


def _gives(reasoning: Reasoning, setting: Setting, literals: frozenset[Literal], goal: Literal) -> bool:
    """Whether a set is enough for the goal on the other side; where that is unsettled, nothing is said against it."""
    return answer_to(reasoning, setting, literals, goal).verdict in {Verdict.FOLLOWS, UNSETTLED}
