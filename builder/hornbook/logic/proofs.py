"""Proofs: the cheapest derivation of a goal, written out as steps in an order of deduction."""

from collections.abc import Collection, Iterator, Sequence
from itertools import chain

from hornbook.logic.cases import derive_by_cases
from hornbook.logic.derivations import Line, derive, opening
from hornbook.logic.forward import Closure
from hornbook.logic.steps import Steps
from hornbook.logic.theory import Index
from hornbook.logic.values import Literal, Proof, Step, StepKind


def prove(index: Index, given: Sequence[int], goal: int | None, steps: Steps) -> Proof:
    """Prove a goal that follows from the given literals, or with None that they are contradictory.

    A derivation by unit propagation is the cheapest one (`derivations` says what costs count); only where there
    is none are cases told apart. Given literals come first, then each step after those it rests on, once.
    """
    lines = {literal: Line(kind=StepKind.GIVEN, literal=literal) for literal in given}
    if goal is None:
        for literal in given:
            if literal & 1 and literal ^ 1 in lines:
                return clash(index.literal(literal))
    found = derive(index, {}, lines.values(), goal=goal)
    return _written(index, found.end or derive_by_cases(index, found.lines, given, goal, steps))


def clash(literal: Literal) -> Proof:
    """Prove that what is given is contradictory, since it holds this positive literal and its negation."""
    given = (Step(StepKind.GIVEN, literal), Step(StepKind.GIVEN, literal.negated()))
    return Proof((*given, Step(StepKind.CLASH, None, premises=(0, 1))))


def prove_forward(index: Index, given: Collection[int], goal: int, closure: Closure) -> Proof:
    """The same proof of a goal on Horn clauses that is in the closure of the given literals, at the cost of its cone.

    Cheapest derivations are searched among the clauses alone that can have a part in one.
    """
    reasons = index.forward.reasons(goal, given, closure)
    part = index.part(sorted(reasons))
    used = {goal}.union(literal ^ 1 for literals in part.literals for literal in literals)
    lines = [Line(kind=StepKind.GIVEN, literal=literal) for literal in sorted(used.intersection(given))]
    end = derive(part, {}, lines, goal=goal).end
    assert end is not None
    return _written(index, end)


_CLOSING = (StepKind.CASES, StepKind.LEMMA)

_Key = tuple[int | None, tuple[int, ...], Line | None]
"""What makes two lines the same step: the literal and the suppositions; each lemma is one of its own."""


def _written(index: Index, last: Line) -> Proof:
    listed = _listed(last)
    used, open_keys = {_key(last)}, [_key(last)]
    while open_keys:
        for key in map(_key, _named(listed[open_keys.pop()])):
            if key not in used:
                used.add(key)
                open_keys.append(key)
    kept = [listed[key] for key in listed if key in used]
    kept.sort(key=lambda line: line.kind is not StepKind.GIVEN)
    place = {_key(line): number for number, line in enumerate(kept)}
    return Proof(
        tuple(
            Step(
                kind=line.kind,
                literal=None if line.literal is None else index.literal(line.literal),
                clause=line.clause,
                premises=tuple(place[_key(premise)] for premise in line.premises),
                under=tuple(index.literal(literal) for literal in line.under),
            )
            for line in kept
        )
    )


def _listed(last: Line) -> dict[_Key, Line]:
    """Each line after those it rests on, by depth-first search; of two lines for one step the first is kept."""
    listed: dict[_Key, Line] = {}
    path = [(last, _before(last))]
    while path:
        line, before = path[-1]
        for premise in before:
            if _key(premise) not in listed:
                path.append((premise, _before(premise)))
                break
        else:
            listed.setdefault(_key(line), line)
            path.pop()
    return listed


def _before(line: Line) -> Iterator[Line]:
    """What is listed before a line: its premises, and first what its cases or its lemma use from outside."""
    return chain(_from_outside(line), _named(line)) if line.kind in _CLOSING else iter(line.premises)


def _named(line: Line) -> tuple[Line, ...]:
    """The lines that must be there for this one: its premises, and the suppositions that open what it closes."""
    if line.kind not in _CLOSING:
        return line.premises
    return tuple(chain.from_iterable((*opening(end.under, len(line.under)), end) for end in line.premises))


def _from_outside(closing: Line) -> Iterator[Line]:
    """The lines outside cases or a lemma that the lines inside rest on, so that they are not listed within."""
    seen, inside = set[Line](), list(reversed(closing.premises))
    while inside:
        for premise in inside.pop().premises:
            if premise in seen:
                continue
            seen.add(premise)
            if len(premise.under) > len(closing.under):
                inside.append(premise)
            else:
                yield premise


def _key(line: Line) -> _Key:
    return (line.literal, line.under, line if line.kind is StepKind.LEMMA else None)
