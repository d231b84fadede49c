"""Examples read in each framework: what their facts give there, alone and under the choices that judgements make."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from hornbook.logic import Literal, consequences
from hornbook.model import Example
from hornbook.reasoning.scopes import Reasoning, Setting


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """An example in which a literal holds, as one framework reads it."""

    example: str
    framework: str
    assuming: tuple[Literal, ...]
    """What a judgement assumes besides the facts; nothing where the facts alone are enough."""
    literal: Literal
    given: bool
    """It is one of the facts, not a consequence of them."""


def facts_in(setting: Setting, example: Example) -> tuple[Literal, ...]:
    """The facts of an example that the framework knows; the others are not its own and count for nothing there."""
    return tuple(fact for fact in example.facts if fact.atom in setting.theory.atoms)


def readings_by_atom(reasoning: Reasoning) -> Mapping[str, tuple[Reading, ...]]:
    """For each atom, the examples in which it holds or fails, by example, framework and assumption."""
    found: defaultdict[str, list[Reading]] = defaultdict(list)
    for example in reasoning.knowledge.examples.values():
        for framework in reasoning.knowledge.frameworks:
            for reading in _readings(reasoning.framework(framework), example):
                found[reading.literal.atom].append(reading)
    return {atom: tuple(readings) for atom, readings in found.items()}


def _readings(setting: Setting, example: Example) -> Iterator[Reading]:
    facts = facts_in(setting, example)
    if not facts:
        return
    judgements = (one.claim for one in example.judgements if one.claim.scope.framework == setting.framework.id)
    assumptions = dict.fromkeys([(), *(claim.assuming for claim in judgements)])
    known = set(facts)
    for fact in facts:
        yield Reading(example=example.id, framework=setting.framework.id, assuming=(), literal=fact, given=True)
    for assuming in assumptions:
        for literal in consequences(setting.theory, (*facts, *assuming)).literals:
            if literal not in known:
                yield Reading(
                    example=example.id,
                    framework=setting.framework.id,
                    assuming=assuming,
                    literal=literal,
                    given=False,
                )
                if not assuming:
                    known.add(literal)
