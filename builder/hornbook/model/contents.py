"""One walk over records: whatever stands in them, wherever their declarations say that it may stand.

The types of the fields lead it, so a new field is walked as soon as it is declared. Nothing else keeps a list of where
prose, claims, citations or references stand.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from operator import attrgetter
from typing import Any, Generic, TypeVar, get_args, get_type_hints

from hornbook.logic import Literal
from hornbook.model.claims import AnyClaim, EquivalenceClaim, NamingClaim
from hornbook.model.fields import TERM_REFS, Borrowed, Ref
from hornbook.model.frameworks import Framework
from hornbook.model.knowledge import KnowledgeBase
from hornbook.model.prose import Claim, Prose, StatedClaim
from hornbook.model.reads import declared

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Named:
    """An id where a record refers to something else; `ref` is the kind that the field's `Ref` gives."""

    id: str
    ref: str


@dataclass(frozen=True, slots=True)
class Found(Generic[_T]):
    """A value, and whose words it stands among: those of the framework named nearest around it."""

    value: _T
    framework: str | None


def walk(record: object, *wanted: type[_T]) -> Iterator[Found[_T]]:
    """Every value of the wanted classes in a record (or in a whole knowledge base), in the order of the fields.

    What is wanted may be any dataclass of the model, a `Literal`, or `Named` for the ids that fields refer to.
    """
    kinds = frozenset[type](wanted)
    plans = _plans(kinds)
    stack: list[tuple[Any, str | None, str | None]] = [(record, None, None)]
    while stack:
        value, ref, around = stack.pop()
        if isinstance(value, str):
            if ref is not None and Named in kinds:
                named: Any = Named(value, ref)
                yield Found(named, around)
            continue
        if value is None:
            continue
        kind = type(value)
        plan = plans.get(kind) or plans.setdefault(kind, _plan(kind, kinds))
        if plan.steps is None:
            stack.extend([(one, ref, around) for one in reversed(_inside(value))])
            continue
        framework = (plan.framework and plan.framework(value)) or around
        if plan.is_wanted:
            yield Found(value, framework)
        for name, its_ref in plan.steps:
            inside = getattr(value, name)
            if inside is not None and inside != ():
                stack.append((inside, its_ref, framework))


def each(record: object, *wanted: type[_T]) -> Iterator[_T]:
    """The values that `walk` finds, alone."""
    return (found.value for found in walk(record, *wanted))


def terms_named(record: object) -> Iterator[str]:
    """The ids that a record refers to where a term may be meant: in its fields, its literals and in brackets."""
    wanted: tuple[type[Named | Literal], ...] = (Named, Literal)
    for found in each(record, *wanted):
        if isinstance(found, Literal):
            yield found.atom
        elif found.ref in TERM_REFS:
            yield found.id.partition("/")[0]


def every_prose(knowledge: KnowledgeBase) -> Iterator[Prose]:
    """Every piece of contributors' prose."""
    return each(knowledge, Prose)


def every_claim(knowledge: KnowledgeBase) -> Iterator[AnyClaim]:
    """Every claim: those that records list, examples' verdicts included, then those that texts make in passing."""
    stated: list[AnyClaim] = []
    yield from _listed(knowledge, stated)
    yield from stated


def listed_claims(knowledge: KnowledgeBase) -> Iterator[AnyClaim]:
    """The claims that records list, examples' verdicts included.

    What an example separates is asked of the example, not of the implications.
    """
    return _listed(knowledge, [])


def _listed(knowledge: KnowledgeBase, stated: list[AnyClaim]) -> Iterator[AnyClaim]:
    """The claims that records list; `stated` takes those that texts make, found on the same walk."""
    kinds: tuple[type[AnyClaim | StatedClaim], ...] = (Claim, EquivalenceClaim, NamingClaim, StatedClaim)
    others = {id(claim) for example in knowledge.examples.values() for claim in example.separates}
    for found in each(knowledge, *kinds):
        if isinstance(found, StatedClaim):
            stated.append(found.claim)
            others.add(id(found.claim))  # which comes next
        elif id(found) not in others:
            yield found


def parts_of(hint: object) -> Iterator[type | Ref]:
    """The dataclasses and references that a field of this type may hold, however they are grouped in it."""
    if isinstance(hint, Ref) or (isinstance(hint, type) and is_dataclass(hint)):
        yield hint
    for inner in get_args(hint):
        yield from parts_of(inner)


@cache
def fields_of(declaration: type) -> Mapping[str, object]:
    """The fields of a dataclass with their types, annotations kept; none of a class that is no dataclass."""
    hints = get_type_hints(declaration, include_extras=True)
    return {one.name: hints[one.name] for one in fields(declaration)} if is_dataclass(declaration) else {}


@cache
def _reachable(declaration: type) -> frozenset[type]:
    """Every class that may stand somewhere inside, itself included."""
    found, todo = {declaration}, [declaration]
    while todo:
        for hint in fields_of(todo.pop()).values():
            inside = {Named if isinstance(part, Ref) else part for part in parts_of(hint)} - found
            found |= inside
            todo += inside
    return frozenset(found)


@cache
def _steps(declaration: type, wanted: frozenset[type]) -> tuple[tuple[str, str | None], ...]:
    """The fields that lead to something wanted, each with the kind of its reference if it is one."""
    steps = []
    for name, hint in fields_of(declaration).items():
        if Borrowed() in get_args(hint):
            continue
        parts = list(parts_of(hint))
        ref = next((part.kind for part in parts if isinstance(part, Ref)), None)
        inside = frozenset[type]().union(*(_reachable(part) for part in parts if not isinstance(part, Ref)))
        if inside & wanted or (ref is not None and Named in wanted):
            steps.append((name, ref))
    return tuple(steps)


@dataclass(frozen=True, slots=True)
class _Plan:
    """What is done with a value of a class on the walk for some kinds."""

    is_wanted: bool
    framework: Callable[[Any], str | None] | None
    """The framework that it names as its own; None where it can name none."""
    steps: tuple[tuple[str, str | None], ...] | None
    """The fields to go into, the last first, since they are put on a stack; None for a group of values."""


@cache
def _plans(_wanted: frozenset[type]) -> dict[type, _Plan]:
    """The plans for these kinds so far, by class."""
    return {}


def _plan(kind: type, wanted: frozenset[type]) -> _Plan:
    if not is_dataclass(kind):
        return _Plan(is_wanted=False, framework=None, steps=None)
    declaration = declared(kind)
    steps = _steps(declaration, wanted)
    return _Plan(declaration in wanted, _framework_of(declaration), steps[::-1])


def _framework_of(declaration: type) -> Callable[[Any], str | None] | None:
    """What gives the framework that a record of a class names as its own, if it can name one."""
    if declaration is Framework:
        return attrgetter("id")
    if declaration is Claim:
        return attrgetter("scope.framework")
    field = next((name for name, hint in fields_of(declaration).items() if Ref("framework") in parts_of(hint)), None)
    return attrgetter(field) if field else None


def _inside(group: Any) -> list[Any]:  # noqa: ANN401 - a field may hold anything
    """The members of a group in an order that does not depend on the run."""
    if isinstance(group, Mapping):
        return list(group.values())
    return sorted(group) if isinstance(group, frozenset) else list(group)
